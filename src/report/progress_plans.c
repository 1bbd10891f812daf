/* the parts of a report that go through plans one by one */
#include "report/progress_parts.h"

#include <string.h>

#include "report/labels.h"

static void add_plan(struct doc *d, struct block *t, const struct plan_row *plan)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[0], label_id(d->arena, plan->id, plan->path));
	cell_text(&row[1], plan->title);
	cell_status(&row[2], plan->status);
	cell_tasks(&row[3], &plan->tasks);
	cell_estimate(&row[4], &plan->estimate);
	if (plan->actual.low >= 0)
		cell_estimate(&row[5], &plan->actual);
	cell_refs(&row[6], &plan->refs);
	cell_text(&row[7], plan->owner);
	cell_proof(&row[9], plan->proof);
	if (plan->completed)
		cell_day(&row[8], arena_dup(d->arena, plan->completed,
					    strnlen(plan->completed, 10)));
}

/* Ids are unique within a phase, mostly, and people look for plans by phases. */
static void add_phase(struct doc *d, struct block *t, const struct progress *p, size_t at)
{
	int64_t row = p->plans->v[at].phase_row;

	if (p->phases->n < 2 || (at && p->plans->v[at - 1].phase_row == row))
		return;
	for (size_t i = 0; i < p->phases->n; i++)
		if (p->phases->v[i].row == row)
			doc_group(d, t, label_phase(d->arena, &p->phases->v[i]));
}

void progress_plans(struct doc *d, const struct progress *p)
{
	static const struct column columns[] = {
		{ .title = "Plan", .key = "plan", .code = true },
		{ .title = "Title", .key = "title", .stretch = true },
		{ .title = "Status", .key = "status" },
		{ .title = "Tasks done", .key = "tasks", .kind = CELL_RATIO, .right = true },
		{ .title = "Estimate", .key = "estimate", .kind = CELL_MINUTES, .right = true },
		{ .title = "Spent", .key = "actual", .kind = CELL_MINUTES, .right = true },
		{ .title = "References", .key = "refs", .kind = CELL_RATIO, .right = true },
		{ .title = "Owner", .key = "owner" },
		{ .title = "Completed", .key = "completed", .kind = CELL_DAY },
		{ .title = "Verified", .key = "verified" },
	};
	struct block *t;

	if (!p->plans->n)
		return;
	doc_heading(d, 2, "Plan by plan")->name = "plans";
	t = doc_table(d, columns, 10);
	t->name = "plans";
	for (size_t i = 0; i < p->plans->n; i++) {
		add_phase(d, t, p, i);
		add_plan(d, t, &p->plans->v[i]);
	}
}

/* ---- references ---- */

static void ref_sums(struct cell *row, const char *name, const struct ref_counts *refs)
{
	cell_text(&row[0], name);
	cell_count(&row[1], refs->total);
	cell_count(&row[2], refs->checked);
	if (refs->checked)
		cell_bar(&row[3], refs->cleared, refs->checked);
}

void progress_refs(struct doc *d, const struct progress *p)
{
	static const struct column columns[] = {
		{ .title = "Phase", .key = "phase", .stretch = true },
		{ .title = "References", .key = "refs", .right = true },
		{ .title = "Compared with the code", .key = "checked", .right = true },
		{ .title = "Cleared", .key = "cleared", .kind = CELL_BAR },
	};
	struct ref_counts all = { 0 };
	struct block *t;

	for (size_t i = 0; i < p->phases->n; i++) {
		all.total += p->phases->v[i].refs.total;
		all.checked += p->phases->v[i].refs.checked;
		all.cleared += p->phases->v[i].refs.cleared;
	}
	if (!all.checked)
		return;
	doc_heading(d, 2, "References cleared")->name = "refs";
	t = doc_table(d, columns, 4);
	t->name = "refs";
	for (size_t i = 0; i < p->phases->n; i++)
		if (p->phases->v[i].refs.total)
			ref_sums(doc_row(d, t), label_phase(d->arena, &p->phases->v[i]),
				 &p->phases->v[i].refs);
	if (t->nrows > 1)
		ref_sums(doc_total(d, t), "Total", &all);
}

/* ---- rollbacks ---- */

static void add_rolled_back(struct doc *d, struct block *list, const struct progress *p)
{
	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];

		if (plan->status == PHL_ROLLED_BACK)
			doc_item(d, list, label_id(d->arena, plan->id, plan->path),
				 "rolled back%s%.10s%s%s", plan->since ? " " : "",
				 plan->since ? plan->since : "", plan->why ? ": " : "",
				 plan->why ? plan->why : "")
			    ->mark = MARK_BACK;
	}
}

void progress_rollbacks(struct doc *d, const struct progress *p)
{
	struct doc draft = *d;
	struct block *list;

	draft.first = draft.last = NULL; /* a heading without a list would be noise */
	list = doc_list(&draft);
	add_rolled_back(&draft, list, p);
	for (size_t i = 0; i < p->rollbacks->n; i++) {
		const struct note_row *r = &p->rollbacks->v[i];

		doc_item(d, list, label_id(d->arena, r->plan_id, r->plan_path), "%s%s%s",
			 r->note.date ? r->note.date : "", r->note.date ? ": " : "",
			 r->note.text);
	}
	if (!list->nitems)
		return;
	doc_heading(d, 2, "Rollback notes")->name = "rollbacks";
	d->last->next = list;
	d->last = list;
}
