/* pick: which task of a plan to go on with */
#include <string.h>

#include "model/plan.h"

static bool is_open(const struct phl_task *t)
{
	return t->status == PHL_PENDING || t->status == PHL_IN_PROGRESS ||
	       t->status == PHL_BLOCKED;
}

static bool has_open_parts(const struct phl_task *const *tasks, size_t n, size_t of)
{
	const char *label = tasks[of]->label;

	for (size_t i = of + 1; label && i < n; i++)
		if (tasks[i]->parent && is_open(tasks[i]) && !tasks[i]->optional &&
		    strcmp(tasks[i]->parent, label) == 0)
			return true;
	return false;
}

static bool is_under_way(const struct phl_task *const *tasks, size_t n, const char *label)
{
	for (size_t i = 0; label && i < n; i++)
		if (tasks[i]->label && tasks[i]->status == PHL_IN_PROGRESS &&
		    strcmp(tasks[i]->label, label) == 0)
			return true;
	return false;
}

/* The lower the better; 0 for what cannot be gone on with. */
static int rank(const struct phl_task *const *tasks, size_t n, size_t at)
{
	const struct phl_task *t = tasks[at];

	if (t->status == PHL_IN_PROGRESS)
		return 1;
	if (t->status != PHL_PENDING)
		return 0;
	return is_under_way(tasks, n, t->parent) ? 2 : t->optional ? 4 : 3;
}

long task_next(const struct phl_task *const *tasks, size_t n)
{
	long best = -1;
	int least = 5;

	for (size_t i = 0; i < n && least > 1; i++) {
		int merit = rank(tasks, n, i);

		if (!merit || merit >= least || has_open_parts(tasks, n, i))
			continue;
		best = (long)i;
		least = merit;
	}
	return best;
}
