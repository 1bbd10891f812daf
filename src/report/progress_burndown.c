/* what was left on each day, as charts */
#include "report/progress_parts.h"

#include <stdlib.h>

#include "model/rollup.h"
#include "report/burn_page.h"
#include "report/labels.h"

enum { DAY = 24 * 60 * 60 };

/* Something that was done, or came to be done, on a day. */
struct step {
	long day;
	double left; /* what that adds to what is left; less than 0 where it was done */
};
typedef PHL_LIST(struct step) step_list;

static int by_day(const void *a, const void *b)
{
	const struct step *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

static void add_step(struct arena *a, step_list *steps, long day, double left)
{
	*vec_push(a, steps) = (struct step){ day, left };
}

/* The day from which a plan counts: that it was made, unless something was done
 * before. */
static long first_day(const struct progress *p, const struct plan_row *plan,
		      const struct settled_row *next)
{
	const struct settled_row *end = p->settled->v + p->settled->n;
	long first = outlook_day_of(plan->created), done = outlook_day(p, plan);

	if (outlook_is_settled(plan) && done < first)
		first = done;
	for (; next < end && next->plan == plan->row; next++)
		if (next->at / DAY < first)
			first = (long)(next->at / DAY);
	return first;
}

/* Settled tasks whose day the journal does not know were settled with their plan; of
 * an open plan, as soon as there was one. */
static void add_tasks(const struct progress *p, const struct plan_row *plan,
		      const struct settled_row **next, step_list *steps, struct arena *a)
{
	const struct settled_row *end = p->settled->v + p->settled->n;
	int left = rollup_settled(plan->tasks.by_status);
	long first = first_day(p, plan, *next);
	long day = outlook_is_settled(plan) ? outlook_day(p, plan) : first;

	add_step(a, steps, first, plan->tasks.total);
	for (; *next < end && (*next)->plan == plan->row; ++*next) {
		if (!(*next)->task || !left)
			continue;
		add_step(a, steps, (long)((*next)->at / DAY), -1);
		left--;
	}
	if (left)
		add_step(a, steps, day, -left);
}

static void add_minutes(const struct progress *p, const struct plan_row *plan,
			const struct settled_row *next, step_list *steps, struct arena *a)
{
	long minutes = outlook_middle(&plan->estimate);

	if (!plan->estimate.text || minutes <= 0)
		return;
	add_step(a, steps, first_day(p, plan, next), (double)minutes);
	if (outlook_is_settled(plan))
		add_step(a, steps, outlook_day(p, plan), (double)-minutes);
}

/* What is left, and how much there is in all, on the days on which that changed, from
 * the first that is known to today; all that has no day is of before.  False when there
 * is no story to tell. */
static bool draw(step_list *steps, long today, struct chart_line lines[2], struct arena *a)
{
	struct chart_point *v = arena_alloc(a, (steps->n + 2) * sizeof *v);
	struct chart_point *w = arena_alloc(a, (steps->n + 2) * sizeof *w);
	size_t n = 0, moves = 0;
	double left = 0, all = 0;

	qsort(steps->v, steps->n, sizeof *steps->v, by_day);
	for (size_t i = 0; i < steps->n; i++) {
		const struct step *s = &steps->v[i];

		left += s->left;
		all += s->left > 0 ? s->left : 0;
		if (s->day < 0 || s->day > today)
			continue;
		moves += s->left < 0;
		if (n && v[n - 1].x == (double)s->day)
			n--;
		v[n] = (struct chart_point){ .x = (double)s->day, .y = left };
		w[n++] = (struct chart_point){ .x = (double)s->day, .y = all };
	}
	if (!n || moves < 2 || v[0].x >= (double)today)
		return false;
	if (v[n - 1].x < (double)today) {
		v[n] = (struct chart_point){ .x = (double)today, .y = left };
		w[n++] = (struct chart_point){ .x = (double)today, .y = all };
	}
	lines[0].points = v;
	lines[1].points = w;
	lines[0].n = lines[1].n = n;
	return n > 2;
}

static int by_place(const void *a, const void *b)
{
	const struct plan_row *x = *(const struct plan_row *const *)a;
	const struct plan_row *y = *(const struct plan_row *const *)b;

	return (x->row > y->row) - (x->row < y->row);
}

/* The plans in order of their rows, which is that of what the journal tells. */
static const struct plan_row **in_order(const struct progress *p, struct arena *a)
{
	const struct plan_row **v = arena_alloc(a, (p->plans->n + 1) * sizeof *v);

	for (size_t i = 0; i < p->plans->n; i++)
		v[i] = &p->plans->v[i];
	if (p->plans->n)
		qsort(v, p->plans->n, sizeof *v, by_place);
	return v;
}

static const char *amount(struct arena *a, const struct chart *c, double y)
{
	if (c->y.unit == UNIT_MINUTES)
		return label_range(a, (int64_t)y, (int64_t)y);
	return arena_printf(a, "%.0f", y);
}

static void add_chart(struct doc *d, const struct progress *p, step_list *steps,
		      struct chart chart, const char *left, const char *all)
{
	struct chart *c = arena_alloc(d->arena, sizeof *c);
	struct chart_line *lines = arena_alloc(d->arena, 2 * sizeof *lines);
	struct chart_point last, whole;

	lines[0] = (struct chart_line){ .name = left, .tone = TONE_ACTIVE };
	lines[1] = (struct chart_line){ .name = all, .tone = TONE_DIM };
	if (!steps->n || !draw(steps, (long)(p->now / DAY), lines, d->arena))
		return;
	last = lines[0].points[lines[0].n - 1];
	whole = lines[1].points[lines[1].n - 1];
	chart.kind = CHART_LINES;
	chart.x = (struct chart_axis){ "Day", UNIT_DAYS };
	chart.lines = lines;
	chart.nlines = 2;
	chart.text = arena_printf(d->arena, "%s since %s: %s of %s on %s.", chart.title,
				  outlook_date(d->arena, (long)lines[0].points[0].x),
				  amount(d->arena, &chart, last.y),
				  amount(d->arena, &chart, whole.y),
				  outlook_date(d->arena, (long)last.x));
	*c = chart;
	doc_chart(d, c);
}

void progress_burndown(struct doc *d, const struct progress *p)
{
	const struct settled_row *next = p->settled->v;
	step_list tasks = { 0 }, minutes = { 0 };
	const struct plan_row **by_row = in_order(p, d->arena);

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct settled_row *end = p->settled->v + p->settled->n;

		while (next < end && next->plan < by_row[i]->row)
			next++;
		add_minutes(p, by_row[i], next, &minutes, d->arena);
		add_tasks(p, by_row[i], &next, &tasks, d->arena);
	}
	add_chart(d, p, &tasks,
		  (struct chart){ .name = "burndown_tasks",
				  .title = "Tasks left",
				  .y = { "Tasks", UNIT_COUNT } },
		  "left", "all");
	add_chart(d, p, &minutes,
		  (struct chart){ .name = "burndown_minutes",
				  .title = "Work left, as estimated",
				  .y = { "Work", UNIT_MINUTES } },
		  "left", "all");
	if (p->burndown)
		burn_page_chart(d, p->burndown);
}
