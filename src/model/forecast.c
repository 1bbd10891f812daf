#include "model/forecast.h"

#include <stdint.h>
#include <stdlib.h>

/* Enough for two digits of a percentile; of many plans fewer draws do, because
 * their sum varies less. */
enum { DRAWS_MOST = 2000, DRAWS_LEAST = 200, WORK = 2000000 };

#define SEED UINT64_C(0x7068617365) /* "phase" */

/* SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
 * 2014): small, and the same everywhere. */
static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* A number below n; the bias of 32 bits is far below what is asked here. */
static size_t below(uint64_t *state, size_t n)
{
	return (size_t)((next(state) >> 32) * n >> 32);
}

static size_t draws_for(size_t each)
{
	size_t n = WORK / (each + 1);

	return n > DRAWS_MOST ? DRAWS_MOST : n < DRAWS_LEAST ? DRAWS_LEAST : n;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static long percentile(const double *sorted, size_t n, int percent)
{
	return (long)(sorted[(n - 1) * (size_t)percent / 100] + 0.5);
}

struct forecast_work forecast_work(const struct forecast_past *past, size_t n,
				   const long *open, size_t nopen, struct arena *a)
{
	struct forecast_work f = { .samples = n };
	uint64_t state = SEED;
	double *sums, *ratios;

	if (n < FORECAST_LEAST || !nopen)
		return f;
	f.known = true;
	f.draws = draws_for(n + nopen);
	sums = arena_alloc(a, f.draws * sizeof *sums);
	ratios = arena_alloc(a, n * sizeof *ratios);
	for (size_t d = 0; d < f.draws; d++) {
		for (size_t i = 0; i < n; i++) {
			const struct forecast_past *p = &past[below(&state, n)];

			ratios[i] = (double)p->actual / (double)p->estimate;
		}
		for (size_t i = 0; i < nopen; i++)
			sums[d] += (double)open[i] * ratios[below(&state, n)];
	}
	qsort(sums, f.draws, sizeof *sums, by_size);
	f.low = percentile(sums, f.draws, 10);
	f.middle = percentile(sums, f.draws, 50);
	f.high = percentile(sums, f.draws, 90);
	return f;
}

/* Days until `left` plans are finished; FORECAST_FAR when it takes longer. */
static size_t days_until(uint64_t *state, const int *per_day, size_t days, size_t left)
{
	size_t day = 0;

	while (left && day < FORECAST_FAR) {
		size_t done = (size_t)per_day[below(state, days)];

		left -= done < left ? done : left;
		day++;
	}
	return day;
}

struct forecast_finish forecast_finish(const int *per_day, size_t days, size_t left,
				       struct arena *a)
{
	struct forecast_finish f = { .days = days };
	uint64_t state = SEED;
	double *ends;

	for (size_t i = 0; i < days; i++)
		f.finished += (size_t)per_day[i];
	if (f.finished < FORECAST_LEAST || !left)
		return f;
	f.draws = draws_for(left * days / f.finished);
	ends = arena_alloc(a, f.draws * sizeof *ends);
	for (size_t d = 0; d < f.draws; d++)
		ends[d] = (double)days_until(&state, per_day, days, left);
	qsort(ends, f.draws, sizeof *ends, by_size);
	f.low = percentile(ends, f.draws, 10);
	f.middle = percentile(ends, f.draws, 50);
	f.high = percentile(ends, f.draws, 90);
	f.known = f.high < FORECAST_FAR;
	return f;
}
