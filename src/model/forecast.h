/* forecast: what the past says about the rest
 *
 * Both answers are ranges that hold eight of ten of the futures drawn (from the
 * tenth to the ninetieth percentile).  The same question always gives the same
 * answer: the numbers drawn come from a generator with a fixed seed. */
#ifndef MODEL_FORECAST_H
#define MODEL_FORECAST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define FORECAST_LEAST 5 /* finished plans: of fewer nothing is said */

struct forecast_past {
	long estimate, actual; /* minutes of a finished plan, the first not 0 */
};

struct forecast_work {
	bool known;
	long low, middle, high; /* minutes of work left */
	size_t samples, draws;
};

/* How much work is left in open plans with these minutes estimated: the bootstrap
 * (Efron, 1979).  Each draw takes the finished plans with replacement, and gives
 * each open plan the ratio of actual to estimate of one of them. */
struct forecast_work forecast_work(const struct forecast_past *past, size_t n,
				   const long *open, size_t nopen, struct arena *a);

struct forecast_finish {
	bool known;
	long low, middle, high; /* days from today */
	size_t finished, days;	/* what was drawn from */
	size_t draws;
};

/* When `left` plans will be finished, from how many were on each of the last days
 * (per_day, today last): each draw goes on with days taken from these until all
 * are done.  Unknown with fewer than FORECAST_LEAST finished, or when the end is
 * more than FORECAST_FAR days away. */
#define FORECAST_FAR 3650
struct forecast_finish forecast_finish(const int *per_day, size_t days, size_t left,
				       struct arena *a);

#endif
