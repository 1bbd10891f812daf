#include "report/timed.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "report/labels.h"

enum { GROUPS = 64 };

struct timed timed_find(const struct progress *p, struct arena *a)
{
	struct timed t = { arena_alloc(a, (p->plans->n + 1) * sizeof *t.v), 0 };

	for (size_t i = 0; i < p->plans->n; i++)
		if (outlook_is_timed(&p->plans->v[i]))
			t.v[t.n++] = &p->plans->v[i];
	return t;
}

void timed_add(struct timed_sum *s, const struct plan_row *p)
{
	s->plans++;
	s->low += p->estimate.low;
	s->high += p->estimate.high;
	s->spent += outlook_middle(&p->actual);
}

long timed_factor(const struct timed_sum *s)
{
	assert(s->low + s->high > 0); /* as of each plan that is timed */
	return (s->spent * 200 + (s->low + s->high) / 2) / (s->low + s->high);
}

void timed_sentence(struct doc *d, const struct timed *t)
{
	struct timed_sum s = { 0 };
	long times;

	for (size_t i = 0; i < t->n; i++)
		timed_add(&s, t->v[i]);
	times = timed_factor(&s);
	doc_prose(d, "%s with an estimate took %s where %s was estimated: %ld.%02ld times as long.",
		  label_count(d->arena, s.plans, "finished plan"),
		  label_range(d->arena, s.spent, s.spent),
		  label_range(d->arena, s.low, s.high), times / 100, times % 100);
}

/* ---- in groups ---- */

static void sum_row(struct cell *row, const char *name, const struct timed_sum *s)
{
	cell_text(&row[0], name);
	cell_count(&row[1], s->plans);
	cell_minutes(&row[2], s->low, s->high);
	cell_minutes(&row[3], s->spent, s->spent);
	cell_factor(&row[4], timed_factor(s));
}

struct group {
	const char *name;
	struct timed_sum sum;
};

/* The last one takes what there is no room for. */
static struct group *find(struct group *v, size_t *n, const char *name)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp(v[i].name, name) == 0)
			return &v[i];
	if (*n == GROUPS)
		return &v[GROUPS - 1];
	v[*n].name = *n == GROUPS - 1 ? "all others" : name;
	return &v[(*n)++];
}

void timed_groups(struct doc *d, const struct timed *t, const char *title, const char *key,
		  const char *table, const char *(*name)(const struct plan_row *plan, void *ctx),
		  void *ctx)
{
	const struct column columns[] = {
		{ .title = title, .key = key, .stretch = true },
		{ .title = "Plans", .key = "plans", .right = true },
		{ .title = "Estimate", .key = "estimate", .kind = CELL_MINUTES, .right = true },
		{ .title = "Spent", .key = "actual", .kind = CELL_MINUTES, .right = true },
		{ .title = "Ratio", .key = "ratio", .kind = CELL_FACTOR, .right = true },
	};
	struct group *groups = arena_alloc(d->arena, GROUPS * sizeof *groups);
	size_t n = 0;
	struct block *block;

	for (size_t i = 0; i < t->n; i++)
		timed_add(&find(groups, &n, name(t->v[i], ctx))->sum, t->v[i]);
	if (n < 2)
		return;
	block = doc_table(d, columns, 5);
	block->name = table;
	for (size_t i = 0; i < n; i++)
		sum_row(doc_row(d, block), groups[i].name, &groups[i].sum);
}

struct phase_names {
	const struct progress *p;
	struct arena *a;
};

static const char *phase_name(const struct plan_row *plan, void *ctx)
{
	const struct phase_names *names = ctx;

	for (size_t i = 0; i < names->p->phases->n; i++)
		if (names->p->phases->v[i].row == plan->phase_row)
			return label_phase(names->a, &names->p->phases->v[i]);
	return "Plans";
}

void timed_phases(struct doc *d, const struct progress *p, const struct timed *t)
{
	struct phase_names names = { p, d->arena };

	timed_groups(d, t, "Phase", "phase", "ratios", phase_name, &names);
}

/* ---- one by one ---- */

static long off_by(const struct plan_row *p)
{
	return labs(outlook_middle(&p->actual) - outlook_middle(&p->estimate));
}

static int by_surprise(const void *a, const void *b)
{
	const struct plan_row *x = *(const struct plan_row *const *)a;
	const struct plan_row *y = *(const struct plan_row *const *)b;

	if (off_by(x) != off_by(y))
		return off_by(x) < off_by(y) ? 1 : -1;
	return x < y ? -1 : x > y;
}

void timed_plans(struct doc *d, const struct timed *t, size_t most)
{
	static const struct column columns[] = {
		{ .title = "Plan", .key = "plan", .code = true },
		{ .title = "Title", .key = "title", .stretch = true },
		{ .title = "Estimate", .key = "estimate", .kind = CELL_MINUTES, .right = true },
		{ .title = "Spent", .key = "actual", .kind = CELL_MINUTES, .right = true },
		{ .title = "Ratio", .key = "ratio", .kind = CELL_FACTOR, .right = true },
	};
	const struct plan_row **v = arena_alloc(d->arena, (t->n + 1) * sizeof *v);
	struct block *table;

	memcpy(v, t->v, t->n * sizeof *v);
	qsort(v, t->n, sizeof *v, by_surprise);
	if (t->n > most)
		doc_prose(d, "The %zu that were furthest off:", most);
	table = doc_table(d, columns, 5);
	table->name = "estimates";
	for (size_t i = 0; i < t->n && i < most; i++) {
		struct cell *row = doc_row(d, table);
		struct timed_sum s = { 0 };

		timed_add(&s, v[i]);
		cell_text(&row[0], label_id(d->arena, v[i]->id, v[i]->path));
		cell_text(&row[1], v[i]->title);
		cell_estimate(&row[2], &v[i]->estimate);
		cell_estimate(&row[3], &v[i]->actual);
		cell_factor(&row[4], timed_factor(&s));
	}
}

void timed_chart(struct doc *d, const struct timed *t)
{
	struct chart *c;
	struct chart_line *line;
	struct chart_point *points;

	if (t->n < 3)
		return;
	c = arena_alloc(d->arena, sizeof *c);
	line = arena_alloc(d->arena, sizeof *line);
	points = arena_alloc(d->arena, t->n * sizeof *points);
	for (size_t i = 0; i < t->n; i++)
		points[i] = (struct chart_point){
			.x = (double)outlook_middle(&t->v[i]->estimate),
			.y = (double)outlook_middle(&t->v[i]->actual),
			.label = label_plan(d->arena, t->v[i]),
		};
	*line = (struct chart_line){ .name = "plans", .tone = TONE_ACTIVE, .points = points,
				     .n = t->n };
	*c = (struct chart){
		.kind = CHART_SCATTER,
		.name = "estimate_and_actual",
		.title = "Estimate and time spent",
		.text = "Finished plans by estimate and by the time they took; above the"
			" diagonal it was longer than estimated.",
		.x = { "Estimate", UNIT_MINUTES },
		.y = { "Spent", UNIT_MINUTES },
		.lines = line,
		.nlines = 1,
		.diagonal = true,
	};
	doc_chart(d, c);
}

void timed_forecast(struct doc *d, const struct outlook *o, size_t timed)
{
	const struct forecast_work *f = &o->work;
	const char *none = o->unestimated
			       ? arena_printf(d->arena, " %s without an estimate %s not in it.",
					      label_count(d->arena, (long)o->unestimated, "open plan"),
					      o->unestimated == 1 ? "is" : "are")
			       : "";

	if (f->known)
		doc_prose(d, "What is left was estimated at %s and will, in eight of ten cases, "
			     "take %s: %zu draws, each giving every open plan the ratio of one "
			     "of the %s, taken with replacement (bootstrap).%s",
			  label_range(d->arena, o->left_low, o->left_high),
			  label_range(d->arena, f->low, f->high), f->draws,
			  label_count(d->arena, (long)f->samples, "finished plan"), none);
	else if (o->open && timed)
		doc_prose(d, "That is too little to say what the rest will take: it needs %d "
			     "finished plans with an estimate and a time spent.",
			  FORECAST_LEAST);
}
