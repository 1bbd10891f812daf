#include "report/outlook.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "model/rollup.h"

enum {
	DAY = 24 * 60 * 60,
	PACE_DAYS = 84, /* twelve weeks: older habits say little */
	STALE_DAYS = 28, /* a team that finished nothing for so long has no pace, */
	FEW_DAYS = 7,	 /* nor has one that began just now */
};

bool outlook_is_settled(const struct plan_row *plan)
{
	return plan->status == PHL_DONE || plan->status == PHL_SKIPPED;
}

long outlook_middle(const struct phl_estimate *e)
{
	return ((long)e->low + e->high) / 2;
}

bool outlook_is_timed(const struct plan_row *p)
{
	return p->status == PHL_DONE && p->estimate.text && outlook_middle(&p->estimate) > 0 &&
	       p->actual.text && p->actual.high >= 0;
}

static long share_left(const struct plan_row *plan, long minutes)
{
	int total = plan->tasks.total;

	if (!total)
		return minutes;
	return minutes * (total - rollup_settled(plan->tasks.by_status)) / total;
}

long outlook_left(const struct plan_row *plan)
{
	if (!plan->estimate.text || plan->estimate.high <= 0)
		return -1;
	return share_left(plan, outlook_middle(&plan->estimate));
}

long outlook_day_of(const char *date)
{
	int64_t at;

	return date && day_parse(date, &at) && at >= 0 ? (long)(at / DAY) : -1;
}

const char *outlook_date(struct arena *a, long day)
{
	char text[21];

	day_format((int64_t)day * DAY, text);
	return arena_dup(a, text, 10);
}

static int by_plan(const void *key, const void *item)
{
	int64_t row = *(const int64_t *)key;
	const struct settled_row *s = item;

	if (row != s->plan)
		return row < s->plan ? -1 : 1;
	return s->task ? -1 : 0; /* the plan itself comes before its tasks */
}

long outlook_day(const struct progress *p, const struct plan_row *plan)
{
	long day = outlook_day_of(plan->completed);
	const struct settled_row *s = NULL;

	if (day >= 0)
		return day;
	if (p->settled->n)
		s = bsearch(&plan->row, p->settled->v, p->settled->n, sizeof *s, by_plan);
	return s ? (long)(s->at / DAY) : -1;
}

/* How many plans were done on each day up to today, from the first one on. */
static int *pace(const struct progress *p, struct arena *a, size_t *days)
{
	long today = (long)(p->now / DAY), first = today + 1, last = -1;
	int *per_day = arena_alloc(a, PACE_DAYS * sizeof *per_day);

	*days = 0;
	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];
		long day = plan->status == PHL_DONE ? outlook_day(p, plan) : -1;

		if (day > today || day <= today - PACE_DAYS)
			continue;
		per_day[PACE_DAYS - 1 - (today - day)]++;
		first = day < first ? day : first;
		last = day > last ? day : last;
	}
	if (last < 0 || last <= today - STALE_DAYS || first > today - FEW_DAYS + 1)
		return per_day;
	*days = (size_t)(today - first + 1);
	return per_day + (PACE_DAYS - *days);
}

struct outlook outlook_of(const struct progress *p, struct arena *a)
{
	struct outlook o = { 0 };
	struct forecast_past *past = arena_alloc(a, (p->plans->n + 1) * sizeof *past);
	long *open = arena_alloc(a, (p->plans->n + 1) * sizeof *open);
	size_t timed = 0, estimated = 0, days;
	int *per_day = pace(p, a, &days);

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];
		long left = outlook_left(plan);

		if (outlook_is_timed(plan))
			past[timed++] = (struct forecast_past){ outlook_middle(&plan->estimate),
								outlook_middle(&plan->actual) };
		if (outlook_is_settled(plan))
			continue;
		o.open++;
		if (left < 0) {
			o.unestimated++;
			continue;
		}
		open[estimated++] = left;
		o.left_low += share_left(plan, plan->estimate.low);
		o.left_high += share_left(plan, plan->estimate.high);
	}
	o.work = forecast_work(past, timed, open, estimated, a);
	o.finish = forecast_finish(per_day, days, o.open, a);
	return o;
}
