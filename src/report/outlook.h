/* outlook: what the finished plans say about the open ones */
#ifndef REPORT_OUTLOOK_H
#define REPORT_OUTLOOK_H

#include "model/forecast.h"
#include "report/progress.h"

struct outlook {
	struct forecast_work work;
	struct forecast_finish finish;
	size_t open, unestimated; /* plans; the latter are in no sum */
	long left_low, left_high; /* minutes as estimated, less what is done of each plan */
};

struct outlook outlook_of(const struct progress *p, struct arena *a);

/* A plan that needs no more work. */
bool outlook_is_settled(const struct plan_row *plan);

/* A finished plan with an estimate and the time that it took. */
bool outlook_is_timed(const struct plan_row *plan);

/* The middle of a range, in minutes. */
long outlook_middle(const struct phl_estimate *e);

/* Minutes of a plan that are left, by its middle estimate and its open tasks; -1
 * without an estimate. */
long outlook_left(const struct plan_row *plan);

/* The day a plan was settled, counted from 1970-01-01: as it says itself, or as
 * the journal knows; -1 when neither does. */
long outlook_day(const struct progress *p, const struct plan_row *plan);

/* The same of an ISO date or time, and back. */
long outlook_day_of(const char *date);
const char *outlook_date(struct arena *a, long day);

#endif
