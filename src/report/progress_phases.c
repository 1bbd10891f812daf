#include "report/progress_parts.h"

#include <string.h>

#include "model/rollup.h"
#include "report/labels.h"

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

void progress_phases(struct doc *d, const struct progress *p)
{
	static const struct column columns[PHASE_COLUMNS] = {
		[PHASE] = { .title = "Phase", .key = "phase", .stretch = true },
		[PLANS] = { .title = "Plans done", .key = "plans", .kind = CELL_BAR },
		[TASKS] = { .title = "Tasks done", .key = "tasks", .kind = CELL_RATIO, .right = true },
		[ESTIMATE] = { .title = "Estimate", .key = "estimate", .kind = CELL_MINUTES, .right = true },
		[SPENT] = { .title = "Spent", .key = "actual", .kind = CELL_MINUTES, .right = true },
		[REFS] = { .title = "References", .key = "refs", .kind = CELL_RATIO, .right = true },
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
