/* Tasks of families whose file is one list of them: every box is a task, and those of a
 * task that have numbers are tasks as well. */
#include <string.h>

#include "base/text.h"
#include "base/limits.h"
#include "parse/parse.h"
#include "parse/requirements.h"
#include "parse/sections.h"
#include "parse/task_parts.h"

/* ---- what it stands under ---- */

/* The outermost heading below the title that is more than "Tasks". */
static const char *section_title(struct tasks *t, int block)
{
	int found = -1;
	for (int h = t->body->blocks.v[block].section; h >= 0; h = t->body->blocks.v[h].section) {
		size_t n;
		const char *s = body_text(t->r, t->body, h, &n);
		if (t->body->blocks.v[h].level >= 2 && section_named(s, n) != SEC_TASKS)
			found = h;
	}
	size_t n = 0;
	const char *s = found >= 0 ? body_text(t->r, t->body, found, &n) : NULL;
	return n ? copy_title(t->r->a, s, n) : NULL;
}

/* ---- what it is a part of ---- */

/* "2.1" for "2.1.3", NULL for "2"; "2." counts as "2". */
static size_t parent_label_len(const char *label, size_t n)
{
	while (n && label[n - 1] != '.')
		n--;
	return n ? n - 1 : 0;
}

static const char *find_label(const struct phl_plan *plan, size_t before, const char *label,
			      size_t n)
{
	for (size_t i = before; i-- > 0;) {
		const char *other = plan->tasks.v[i].label;
		if (other && strlen(other) == n && memcmp(other, label, n) == 0)
			return other;
	}
	return NULL;
}

/* The number decides, whatever the indentation. */
static void find_parents(struct phl_plan *plan)
{
	for (size_t i = 0; i < plan->tasks.n; i++) {
		struct phl_task *task = &plan->tasks.v[i];
		const char *label = task->label;
		size_t n = label && is_digit(*label) ? parent_label_len(label, strlen(label)) : 0;
		for (; n && !task->parent; n = parent_label_len(label, n))
			task->parent = find_label(plan, i, label, n);
	}
}

/* ---- all of them ---- */

static void take(struct tasks *t, int block)
{
	tasks_take_box(t, block);
	struct phl_plan *plan = t->r->plan;
	struct phl_task *task = &plan->tasks.v[plan->tasks.n - 1];
	task->title += requirements_marks(t->r->a, task->title, &task->requirements,
					  &task->parallel);
	task->section = section_title(t, block);
}

void tasks_add_listed(struct tasks *t)
{
	bool conditions = t->r->family->has_conditions;
	for (size_t i = 0; i < t->body->blocks.n; i++) {
		const struct block *b = &t->body->blocks.v[i];
		if (b->type != B_ITEM || !b->box.mark)
			continue;
		bool numbered = tasks_is_numbered(t, (int)i);
		if (t->task_of[i] >= 0 && !numbered)
			continue;
		bool condition = conditions && !numbered && tasks_states_conditions(t, (int)i);
		if (condition)
			tasks_add_criterion(t, (int)i);
		else if (!tasks_full(t, b->line))
			take(t, (int)i);
	}
	find_parents(t->r->plan);
}
