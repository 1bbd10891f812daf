#include "report/task_rows.h"

#include <string.h>

#include "report/labels.h"

enum { TASK, TITLE, ESTIMATE, SPENT, OWNER, FILES, COLUMNS };

static const char *joined(struct arena *a, const char *const *v, size_t n)
{
	const char *s = n ? v[0] : NULL;

	for (size_t i = 1; i < n; i++)
		s = arena_printf(a, "%s, %s", s, v[i]);
	return s;
}

static void add_task(struct doc *d, struct block *t, const struct phl_task *task, int position,
		     int depth)
{
	struct cell *row = doc_row(d, t);
	bool settled = task->status == PHL_DONE || task->status == PHL_SKIPPED;

	cell_text(&row[TASK], task_name(d->arena, task->number, task->label, position));
	row[TASK].mark = label_mark(task->status);
	row[TASK].tone = label_tone(task->status);
	row[TASK].indent = 2 * depth;
	cell_text(&row[TITLE], label_title(task));
	row[TITLE].tone = settled ? TONE_DIM : TONE_PLAIN;
	cell_estimate(&row[ESTIMATE], &task->estimate);
	cell_estimate(&row[SPENT], &task->actual);
	cell_text(&row[OWNER], task->owner);
	cell_text(&row[FILES], joined(d->arena, task->files.v, task->files.n));
	row[FILES].tone = TONE_DIM;
}

/* ---- parts ---- */

/* How deep each is: parts stand behind what they are parts of. */
static int *depths(struct arena *a, const struct phl_plan *p)
{
	int *of = arena_alloc(a, (p->tasks.n + 1) * sizeof *of);

	for (size_t i = 0; i < p->tasks.n; i++) {
		const char *parent = p->tasks.v[i].parent;

		of[i] = 0;
		for (size_t k = i; parent && k-- > 0;) {
			if (!p->tasks.v[k].label || strcmp(p->tasks.v[k].label, parent) != 0)
				continue;
			of[i] = of[k] + 1;
			break;
		}
	}
	return of;
}

/* ---- sections ---- */

static bool same_section(const struct phl_plan *p, size_t i, size_t k)
{
	const char *a = p->tasks.v[i].section, *b = p->tasks.v[k].section;

	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* One section around all tasks says nothing. */
static bool has_sections(const struct phl_plan *p)
{
	for (size_t i = 1; i < p->tasks.n; i++)
		if (!same_section(p, i, 0))
			return true;
	return false;
}

/* "Phase 1: Setup  2/3", from the first of its tasks on. */
static void add_section(struct doc *d, struct block *t, const struct phl_plan *p, size_t first)
{
	int total = 0, settled = 0;

	for (size_t i = first; i < p->tasks.n && same_section(p, i, first); i++) {
		enum phl_status s = p->tasks.v[i].status;

		total++;
		settled += s == PHL_DONE || s == PHL_SKIPPED;
	}
	doc_group(d, t, arena_printf(d->arena, "%s  %d/%d",
				     p->tasks.v[first].section ? p->tasks.v[first].section : "Others",
				     settled, total));
}

/* ---- all of them ---- */

/* Of two durations a reader has to be told which is which. */
static bool tells_time(const struct phl_plan *p)
{
	for (size_t i = 0; i < p->tasks.n; i++)
		if (p->tasks.v[i].actual.text)
			return true;
	return false;
}

void task_rows_add(struct doc *d, const struct phl_plan *p)
{
	bool titled = tells_time(p), parted = has_sections(p);
	const struct column columns[COLUMNS] = {
		[TITLE] = { .stretch = true },
		[ESTIMATE] = { .title = titled ? "Estimate" : NULL, .right = true },
		[SPENT] = { .title = titled ? "Spent" : NULL, .right = true },
		[FILES] = { .stretch = true, .code = true },
	};
	struct task_counts counts = plan_count_tasks(p);
	int settled = counts.by_status[PHL_DONE] + counts.by_status[PHL_SKIPPED];
	int *depth = depths(d->arena, p);
	struct block *t;

	if (!p->tasks.n)
		return;
	doc_heading(d, 2, arena_printf(d->arena, "Tasks: %d of %d done", settled,
				       counts.total));
	t = doc_table(d, columns, COLUMNS);
	for (size_t i = 0; i < p->tasks.n; i++) {
		if (parted && (!i || !same_section(p, i, i - 1)))
			add_section(d, t, p, i);
		add_task(d, t, &p->tasks.v[i], (int)i + 1, depth[i]);
	}
}
