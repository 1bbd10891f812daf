/* scale: where values stand on an axis, and which of them to name */
#ifndef RENDER_SCALE_H
#define RENDER_SCALE_H

#include "base/buf.h"
#include "render/chart.h"

enum { SCALE_TICKS = 12 };

struct scale {
	enum chart_unit unit;
	double low, high; /* low < high */
	double ticks[SCALE_TICKS];
	size_t nticks;
	int months; /* between ticks that are of a calendar; else 0 */
};

/* A scale from `low` to `high` with at most `most` round values between (< SCALE_TICKS);
 * counts and minutes begin and end at one.  Takes any numbers, and never fails. */
void scale_fit(struct scale *s, enum chart_unit unit, double low, double high, int most);

/* Where a value stands, from 0 to 1; outside it is at the nearer end. */
double scale_at(const struct scale *s, double value);

/* Appends the name of a tick: "15", "1h 30m", "13 Jan". */
void scale_label(struct buf *b, const struct scale *s, size_t tick);

/* The year that belongs below a tick, because it is the first of it; else 0. */
int scale_year(const struct scale *s, size_t tick);

/* Appends a value by itself: "15", "1h 30m", "2026-01-13". */
void scale_value(struct buf *b, enum chart_unit unit, double value);

#endif
