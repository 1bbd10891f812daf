#include "report/review.h"

#include <stdlib.h>

#include "base/day.h"
#include "report/timed.h"

static const char *size(const struct plan_row *plan, void *ctx)
{
	long minutes = outlook_middle(&plan->estimate);

	(void)ctx;
	return minutes <= 30		      ? "up to 30m"
	       : minutes <= 60		      ? "up to 1h"
	       : minutes <= 120		      ? "up to 2h"
	       : minutes <= day_working_minutes() ? "up to a day"
						  : "more than a day";
}

static int by_estimate(const void *a, const void *b)
{
	const struct plan_row *x = *(const struct plan_row *const *)a;
	const struct plan_row *y = *(const struct plan_row *const *)b;
	long d = outlook_middle(&x->estimate) - outlook_middle(&y->estimate);

	return d ? (d > 0) - (d < 0) : (x > y) - (x < y);
}

/* The smallest first. */
static void add_sizes(struct doc *d, const struct timed *t)
{
	struct timed sorted = { arena_alloc(d->arena, t->n * sizeof *t->v), t->n };

	for (size_t i = 0; i < t->n; i++)
		sorted.v[i] = t->v[i];
	qsort(sorted.v, sorted.n, sizeof *sorted.v, by_estimate);
	timed_groups(d, &sorted, "Estimate of", "size", "sizes", size, NULL);
}

static const char *owner(const struct plan_row *plan, void *ctx)
{
	(void)ctx;
	return plan->owner ? plan->owner : "nobody";
}

void review_doc(struct doc *d, const struct progress *p)
{
	struct outlook o = outlook_of(p, d->arena);
	struct timed t = timed_find(p, d->arena);

	if (!t.n) {
		doc_prose(d, "No finished plan has both an estimate and a time spent.");
		return;
	}
	timed_sentence(d, &t);
	timed_phases(d, p, &t);
	add_sizes(d, &t);
	timed_groups(d, &t, "Owner", "owner", "owners", owner, NULL);
	timed_plans(d, &t, t.n);
	timed_forecast(d, &o, t.n);
}
