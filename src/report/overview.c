#include "report/overview.h"

#include <string.h>

#include "model/rollup.h"
#include "report/labels.h"

enum {
	SCREEN_PLANS = 20,    /* lines of plans that fit a screen of phases */
	PHASE_PLANS = 12,     /* lines of plans that one phase may take */
	SCREEN_PHASES = 24,   /* with more phases, finished ones share a line, and what
				 is beyond so many lines another */
	ATTENTION_LINES = 8,
};

enum { PHASE, PLANS, TASKS, ESTIMATE, SPENT, REFS, PROOF, COLUMNS };

static const struct column columns[COLUMNS] = {
	[PHASE] = { .title = "Phase", .stretch = true },
	[PLANS] = { .title = "Plans" },
	[TASKS] = { .title = "Tasks", .right = true, .dash = true },
	[ESTIMATE] = { .title = "Estimate", .right = true, .dash = true },
	[SPENT] = { .title = "Spent", .right = true, .dash = true },
	[REFS] = { .title = "References", .right = true, .dash = true },
	[PROOF] = { .title = "Verified" },
};

void overview_unfold(const phase_rows *phases, bool all, bool *unfold)
{
	int room = SCREEN_PLANS;
	bool any = false;

	for (size_t i = 0; i < phases->n; i++) {
		const struct phase_row *p = &phases->v[i];
		int lines = p->plans < PHASE_PLANS ? p->plans : PHASE_PLANS;

		unfold[i] = all || (rollup_started(p) && lines <= room);
		if (unfold[i] && !all)
			room -= lines;
		any |= unfold[i];
	}
	for (size_t i = 0; i < phases->n && !any; i++)
		any = unfold[i] = !rollup_finished(&phases->v[i]);
}

/* ---- the table ---- */

static void add_sums(struct cell *row, const struct phase_row *p)
{
	int settled = rollup_settled(p->plans_by_status);
	bool finished = settled == p->plans;

	cell_bar(&row[PLANS], settled, p->plans);
	row[PLANS].tone = finished ? TONE_GOOD
			  : p->plans_by_status[PHL_PENDING] < p->plans ? TONE_ACTIVE
								       : TONE_DIM;
	cell_tasks(&row[TASKS], &p->tasks);
	if (p->estimated)
		cell_minutes(&row[ESTIMATE], p->estimate_low, p->estimate_high);
	if (p->timed)
		cell_minutes(&row[SPENT], p->actual, p->actual);
	cell_refs(&row[REFS], &p->refs);
	for (int i = TASKS; i < COLUMNS; i++)
		if (!row[i].mark)
			row[i].tone = finished ? TONE_DIM : TONE_PLAIN;
}

static void add_phase(struct doc *d, struct block *t, const struct phase_row *p)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[PHASE], label_phase(d->arena, p));
	row[PHASE].tone = rollup_finished(p) ? TONE_DIM : TONE_PLAIN;
	add_sums(row, p);
}

static void add_sum(struct doc *d, struct block *t, const struct phase_row *sum,
		    const char *name)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[PHASE], name);
	row[PHASE].tone = TONE_DIM;
	add_sums(row, sum);
}

static void add_plan(struct doc *d, struct block *t, const struct plan_row *p)
{
	struct cell *row = doc_row(d, t);
	bool settled = p->status == PHL_DONE || p->status == PHL_SKIPPED;

	cell_text(&row[PHASE], label_plan(d->arena, p));
	row[PHASE].indent = 3;
	cell_status(&row[PLANS], p->status);
	cell_tasks(&row[TASKS], &p->tasks);
	cell_estimate(&row[ESTIMATE], &p->estimate);
	cell_estimate(&row[SPENT], &p->actual);
	cell_refs(&row[REFS], &p->refs);
	for (int i = PHASE; i < PROOF; i++)
		if (i != PLANS && settled && !row[i].mark)
			row[i].tone = TONE_DIM;
	cell_proof(&row[PROOF], p->proof);
}

static void add_remark(struct doc *d, struct block *t, const char *text)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[PHASE], text);
	row[PHASE].indent = 3;
	row[PHASE].tone = TONE_DIM;
}

/* The plans of an unfolded phase; of a long one those that are not settled come
 * first into the room there is. */
static void add_plans(struct doc *d, struct block *t, const struct phase_row *p,
		      const plan_rows *plans, bool all)
{
	bool fits = all || plans->n <= PHASE_PLANS;
	size_t shown = 0, settled = 0;

	for (size_t i = 0; i < plans->n; i++) {
		enum phl_status status = plans->v[i].status;

		if (!fits && (status == PHL_DONE || status == PHL_SKIPPED)) {
			settled++;
		} else if (fits || shown < PHASE_PLANS) {
			add_plan(d, t, &plans->v[i]);
			shown++;
		}
	}
	if (fits)
		return;
	if (plans->n - settled > shown)
		add_remark(d, t, arena_printf(d->arena,
					      "and %zu open, %zu settled; phaseline status %s",
					      plans->n - settled - shown, settled,
					      p->number && *p->number ? p->number : p->dir));
	else if (settled)
		add_remark(d, t, arena_printf(d->arena, "and %zu settled", settled));
}

static bool same_milestone(const struct phase_row *a, const struct phase_row *b)
{
	return strcmp(a->milestone ? a->milestone : "", b->milestone ? b->milestone : "") == 0;
}

/* Sums up phases [from, to) if all of them are finished. */
static bool all_finished(const phase_rows *phases, size_t from, size_t to,
			 struct phase_row *sum)
{
	*sum = (struct phase_row){ 0 };
	for (size_t i = from; i < to; i++) {
		if (!rollup_finished(&phases->v[i]))
			return false;
		rollup_add(sum, &phases->v[i]);
	}
	return true;
}

static bool not_started(const struct phase_row *p)
{
	return !rollup_started(p) && !rollup_finished(p);
}

/* How many phases from `at` on are alike, folded, and may share a line: where
 * there are more phases than a screen holds. */
static size_t run_of(bool (*alike)(const struct phase_row *), const struct overview *o,
		     size_t at, size_t end, struct phase_row *sum)
{
	size_t to = at;

	*sum = (struct phase_row){ 0 };
	if (o->all || o->phases->n <= SCREEN_PHASES)
		return 0;
	while (to < end && alike(&o->phases->v[to]) && !o->plans[to].n)
		rollup_add(sum, &o->phases->v[to++]);
	return to - at;
}

static bool any_phase(const struct phase_row *p)
{
	(void)p;
	return true;
}

/* "02 to 05, 4 finished phases" */
static const char *run_name(struct doc *d, const struct phase_row *first, size_t n,
			    const char *what)
{
	const char *from = first[0].number, *to = first[n - 1].number;

	if (!from || !to || !*from || !*to)
		return arena_printf(d->arena, "%zu %s", n, what);
	if (strcmp(from, to) == 0)
		return arena_printf(d->arena, "%s, %zu %s", from, n, what);
	return arena_printf(d->arena, "%s to %s, %zu %s", from, to, n, what);
}

/* *lines: how many the table has so far. */
static void add_phases(struct doc *d, struct block *t, const struct overview *o, size_t from,
		       size_t to, int *lines)
{
	struct phase_row sum;
	size_t run;

	for (size_t i = from; i < to; i += run, ++*lines) {
		run = run_of(rollup_finished, o, i, to, &sum);
		if (run > 2) {
			add_sum(d, t, &sum, run_name(d, &o->phases->v[i], run, "finished phases"));
			continue;
		}
		run = run_of(any_phase, o, i, to, &sum);
		if (run > 2 && *lines >= SCREEN_PHASES) {
			add_sum(d, t, &sum, run_name(d, &o->phases->v[i], run, "more phases"));
			continue;
		}
		run = run_of(not_started, o, i, to, &sum);
		if (run > 2 && i > from && not_started(&o->phases->v[i - 1])) {
			add_sum(d, t, &sum, run_name(d, &o->phases->v[i], run, "phases not started"));
			continue;
		}
		add_phase(d, t, &o->phases->v[i]);
		add_plans(d, t, &o->phases->v[i], &o->plans[i], o->all);
		run = 1;
	}
}

static void add_table(struct doc *d, const struct overview *o)
{
	struct block *t = doc_table(d, columns, COLUMNS);
	size_t n = o->phases->n;
	int lines = 0;

	for (size_t from = 0, to; from < n; from = to) {
		const struct phase_row *first = &o->phases->v[from];
		struct phase_row sum;

		for (to = from + 1; to < n && same_milestone(first, &o->phases->v[to]);)
			to++;
		if (!first->milestone) {
			if (from > 0)
				doc_group(d, t, "No milestone");
		} else if (!o->all && all_finished(o->phases, from, to, &sum) &&
			   !o->plans[from].n) {
			add_sum(d, t, &sum,
				arena_printf(d->arena, "%s, %s", first->milestone,
					     label_count(d->arena, (long)(to - from), "phase")));
			continue;
		} else {
			doc_group(d, t, first->milestone);
		}
		add_phases(d, t, o, from, to, &lines);
	}
}

/* ---- below the table ---- */

/* "6 of 8 plans, 42 of 52 tasks; 46m spent, 25m to 50m left" */
static void add_totals(struct doc *d, const struct phase_row *sum)
{
	struct buf b = { 0 };

	buf_printf(&b, "%d of %s", rollup_settled(sum->plans_by_status),
		   label_count(d->arena, sum->plans, "plan"));
	if (sum->tasks.total)
		buf_printf(&b, ", %d of %s", rollup_settled(sum->tasks.by_status),
			   label_count(d->arena, sum->tasks.total, "task"));
	if (sum->timed)
		buf_printf(&b, "; %s spent", label_range(d->arena, sum->actual, sum->actual));
	if (sum->left_high > 0)
		buf_printf(&b, "%s%s left as estimated", sum->timed ? ", " : "; ",
			   label_range(d->arena, sum->left_low, sum->left_high));
	doc_prose(d, "%s", b.s);
	buf_free(&b);
}

static void add_age(struct doc *d, const struct overview *o, const struct phase_row *sum)
{
	int64_t minutes = (o->now - o->refs_at) / 60;
	struct block *prose;

	if (!sum->refs.bound || (o->refs_at && minutes < 1))
		return;
	if (o->refs_at)
		prose = doc_prose(d, "References as the code was %s; --refs looks again",
				  label_ago(d->arena, minutes));
	else
		prose = doc_prose(d, "References are not compared with the code yet; --refs does");
	prose->tone = TONE_DIM;
	prose->close = o->phases->n > 1;
}

static void add_next(struct doc *d, const struct overview *o, bool close)
{
	struct block *prose;

	if (o->next)
		prose = doc_prose(d, "Next: %s %s", label_task(d->arena, o->next),
				  label_title(&o->next->task));
	else if (o->next_plan)
		prose = doc_prose(d, "Next: %s", label_plan(d->arena, o->next_plan));
	else
		return;
	prose->close = close;
}

void overview_doc(struct doc *d, const struct overview *o)
{
	struct phase_row sum = rollup_total(o->phases);
	bool attention;

	d->title = o->title;
	d->aside = o->aside;
	add_table(d, o);
	if (o->phases->n > 1)
		add_totals(d, &sum);
	add_age(d, o, &sum);
	attention = attention_add(d, &o->attention, ATTENTION_LINES);
	add_next(d, o, attention);
}
