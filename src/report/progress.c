#include "report/progress.h"

#include <string.h>

#include "model/rollup.h"
#include "report/attention.h"
#include "report/labels.h"
#include "report/progress_parts.h"

static bool is_open(const struct plan_row *p)
{
	return p->status != PHL_DONE && p->status != PHL_SKIPPED;
}

static long count_contradictions(const finding_rows *findings)
{
	long n = 0;

	for (size_t i = 0; i < findings->n; i++)
		n += attention_is_contradiction(&findings->v[i].finding);
	return n;
}

/* "6 of 8 plans and 42 of 52 tasks are done; 46m spent; 25m to 50m left." */
static void add_headline(struct doc *d, const struct progress *p)
{
	struct phase_row sum = rollup_total(p->phases);
	long contradictions = count_contradictions(p->findings);
	int blocked = sum.plans_by_status[PHL_BLOCKED];
	struct buf b = { 0 };

	buf_printf(&b, "%d of %s", rollup_settled(sum.plans_by_status),
		   label_count(d->arena, sum.plans, "plan"));
	if (sum.tasks.total)
		buf_printf(&b, " and %d of %s", rollup_settled(sum.tasks.by_status),
			   label_count(d->arena, sum.tasks.total, "task"));
	buf_str(&b, " are done");
	if (sum.timed)
		buf_printf(&b, "; %s spent", label_range(d->arena, sum.actual, sum.actual));
	if (sum.left_high > 0)
		buf_printf(&b, "; %s left as estimated",
			   label_range(d->arena, sum.left_low, sum.left_high));
	if (blocked)
		buf_printf(&b, "; %s blocked", label_count(d->arena, blocked, "plan"));
	if (contradictions)
		buf_printf(&b, "; %ld %s", contradictions,
			   contradictions == 1 ? "claim is contradicted"
					       : "claims are contradicted");
	buf_char(&b, '.');
	doc_prose(d, "%s", b.s);
	buf_free(&b);
}

/* ---- phases ---- */

enum { PHASE, PLANS, TASKS, ESTIMATE, SPENT, REFS, PHASE_COLUMNS };

static void phase_sums(struct cell *row, const struct phase_row *p)
{
	cell_bar(&row[PLANS], rollup_settled(p->plans_by_status), p->plans);
	cell_tasks(&row[TASKS], &p->tasks);
	if (p->estimated)
		cell_minutes(&row[ESTIMATE], p->estimate_low, p->estimate_high);
	if (p->timed)
		cell_minutes(&row[SPENT], p->actual, p->actual);
	cell_refs(&row[REFS], &p->refs);
}

static void add_phases(struct doc *d, const struct progress *p)
{
	static const struct column columns[PHASE_COLUMNS] = {
		[PHASE] = { .title = "Phase", .key = "phase", .stretch = true },
		[PLANS] = { .title = "Plans done", .key = "plans" },
		[TASKS] = { .title = "Tasks done", .key = "tasks", .right = true },
		[ESTIMATE] = { .title = "Estimate", .key = "estimate", .right = true },
		[SPENT] = { .title = "Spent", .key = "actual", .right = true },
		[REFS] = { .title = "References", .key = "refs", .right = true },
	};
	struct phase_row sum = rollup_total(p->phases);
	const char *milestone = NULL;
	struct cell *row;
	struct block *t;

	doc_heading(d, 2, "Phases")->name = "phases";
	t = doc_table(d, columns, PHASE_COLUMNS);
	t->name = "phases";
	for (size_t i = 0; i < p->phases->n; i++) {
		const struct phase_row *phase = &p->phases->v[i];

		if (phase->milestone && (!milestone || strcmp(milestone, phase->milestone) != 0))
			doc_group(d, t, phase->milestone);
		else if (!phase->milestone && milestone)
			doc_group(d, t, "No milestone");
		milestone = phase->milestone;
		row = doc_row(d, t);
		cell_text(&row[PHASE], label_phase(d->arena, phase));
		phase_sums(row, phase);
	}
	if (p->phases->n < 2)
		return;
	row = doc_total(d, t);
	cell_text(&row[PHASE], "Total");
	row[PHASE].tone = TONE_STRONG;
	phase_sums(row, &sum);
}

/* ---- what is open, and what comes next ---- */

static void add_open(struct doc *d, const struct progress *p)
{
	static const struct column columns[] = {
		{ .title = "Plan", .key = "plan", .code = true },
		{ .title = "Title", .key = "title", .stretch = true },
		{ .title = "Status", .key = "status" },
		{ .title = "Tasks done", .key = "tasks", .right = true },
		{ .title = "Estimate", .key = "estimate", .right = true },
		{ .title = "Owner", .key = "owner" },
	};
	struct block *t = NULL;

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];
		struct cell *row;

		if (!is_open(plan))
			continue;
		if (!t) {
			doc_heading(d, 2, "Open plans")->name = "open";
			t = doc_table(d, columns, 6);
			t->name = "open";
		}
		row = doc_row(d, t);
		cell_text(&row[0], label_id(d->arena, plan->id, plan->path));
		cell_text(&row[1], plan->title);
		cell_status(&row[2], plan->status);
		cell_tasks(&row[3], &plan->tasks);
		cell_estimate(&row[4], &plan->estimate);
		cell_text(&row[5], plan->owner);
	}
}

static void add_next(struct doc *d, const struct progress *p)
{
	struct block *list;

	if (!p->nnext)
		return;
	doc_heading(d, 2, "What is next")->name = "next";
	list = doc_list(d);
	for (size_t i = 0; i < p->nnext; i++) {
		const struct progress_next *n = &p->next[i];

		if (n->task)
			doc_item(d, list, label_task(d->arena, n->task), "%s",
				 label_title(&n->task->task));
		else
			doc_item(d, list, label_id(d->arena, n->plan->id, n->plan->path), "%s",
				 n->plan->title ? n->plan->title : n->plan->path);
	}
}

static void add_rollbacks(struct doc *d, const struct progress *p)
{
	struct block *list;

	if (!p->rollbacks->n)
		return;
	doc_heading(d, 2, "Rollback notes")->name = "rollbacks";
	list = doc_list(d);
	for (size_t i = 0; i < p->rollbacks->n; i++) {
		const struct note_row *r = &p->rollbacks->v[i];

		doc_item(d, list, label_id(d->arena, r->plan_id, r->plan_path), "%s%s%s",
			 r->note.date ? r->note.date : "", r->note.date ? ": " : "",
			 r->note.text);
	}
}

void progress_doc(struct doc *d, const struct progress *p)
{
	d->title = p->heading ? p->heading : arena_printf(d->arena, "%s: progress", p->title);
	d->aside = p->aside;
	add_headline(d, p);
	add_phases(d, p);
	add_open(d, p);
	add_next(d, p);
	progress_estimates(d, p->plans);
	add_rollbacks(d, p);
	progress_findings(d, p->findings);
}
