#include "model/task_parts.h"

#include <string.h>

#include "model/plan.h"

static bool finished(enum phl_status s)
{
	return s == PHL_DONE || s == PHL_SKIPPED;
}

/* "2.1.3" lies below "2.1" and "2"; labels may end in a dot. */
static bool is_below(const char *label, const char *of)
{
	size_t n = strlen(of);

	while (n && of[n - 1] == '.')
		n--;
	return n && strncmp(label, of, n) == 0 && label[n] == '.' && label[n + 1];
}

struct parts parts_of(const struct phl_plan *plan, size_t task)
{
	const char *label = plan->tasks.v[task].label;
	struct parts parts = { 0 };

	for (size_t i = task + 1; label && i < plan->tasks.n; i++) {
		const struct phl_task *t = &plan->tasks.v[i];

		if (!t->parent && t->label && strcmp(t->label, label) == 0)
			break; /* another with that label: what follows is its own */
		if (!t->parent || t->optional || !is_below(t->label, label))
			continue;
		parts.total++;
		parts.open += !finished(t->status);
	}
	return parts;
}

const char *parts_open(struct arena *a, const struct parts *parts)
{
	if (parts->total == 1)
		return "its one part is open";
	return arena_printf(a, "%d of its %d parts %s open", parts->open, parts->total,
			    parts->open == 1 ? "is" : "are");
}

static bool says_itself(const struct phl_task *t)
{
	return t->status_from == PHL_FROM_BOX || t->status_from == PHL_FROM_ATTRIBUTE ||
	       t->status_from == PHL_FROM_JOURNAL;
}

void parts_check(struct phl_plan *plan, struct arena *a)
{
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct phl_task *t = &plan->tasks.v[i];
		struct parts parts;

		if (!t->label || t->status == PHL_SKIPPED || !says_itself(t))
			continue;
		parts = parts_of(plan, i);
		if (t->status == PHL_DONE && parts.open)
			plan_finding(plan, a, "parts-contradicted", PHL_WARNING, t->line, 1,
				     "%s is done, but %s", t->label, parts_open(a, &parts));
		else if (t->status != PHL_DONE && parts.total && !parts.open)
			plan_finding(plan, a, "parts-contradicted", PHL_NOTE, t->line, 1,
				     parts.total == 1 ? "its one part is done, %s is open" :
							"all its parts are done, %s is open",
				     t->label);
	}
}
