#include "render/scale.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"

enum {
	DAY_SECONDS = 24 * 60 * 60,
	FIRST_DAY = -354285, /* 1000-01-01 */
	LAST_DAY = 2932530,  /* 9998-12-30 */
	MONDAY = 4,	     /* 1970-01-05 */
	WEEK = 7,
	YEAR = 12, /* months */
};

/* Beyond this whole numbers are none any more, and sums of them nonsense. */
static const double most_of_all = 1e15;

/* ---- steps ---- */

/* The least of 1, 2, 5, 10, 20, 50, ... times `unit` that fits into the range at most
 * `most` times. */
static double decimal_step(double unit, double range, int most)
{
	static const double parts[] = { 1, 2, 5 };

	for (double step = unit;; step *= 10)
		for (size_t i = 0; i < 3; i++)
			if (range / (step * parts[i]) <= most)
				return step * parts[i];
}

static double minute_step(double range, int most)
{
	static const double steps[] = { 1, 2, 5, 10, 15, 30, 60, 120, 240 };
	double day = day_working_minutes(), week = day * day_working_days();

	for (size_t i = 0; i < sizeof steps / sizeof *steps && steps[i] < day; i++)
		if (range / steps[i] <= most)
			return steps[i];
	for (int days = 1; days <= 2; days++)
		if (range / (day * days) <= most && day * days < week)
			return day * days;
	return decimal_step(week, range, most);
}

static void add_tick(struct scale *s, double value)
{
	if (s->nticks < SCALE_TICKS && value >= s->low && value <= s->high)
		s->ticks[s->nticks++] = value;
}

/* The axis ends where a step does. */
static void fit_numbers(struct scale *s, int most)
{
	double range = s->high - s->low, step, first, last;

	step = s->unit == UNIT_MINUTES ? minute_step(range, most)
				       : decimal_step(1, range, most);
	first = floor(s->low / step);
	last = ceil(s->high / step);
	s->low = first * step;
	s->high = last * step;
	for (double i = first; i <= last; i++)
		add_tick(s, i * step);
}

/* ---- dates ---- */

struct month {
	int year, month; /* month from 0 */
};

static struct month month_of(double day)
{
	char text[21];
	struct month m = { 1970, 0 };

	day_format((int64_t)floor(day) * DAY_SECONDS, text);
	/* NOLINTNEXTLINE(cert-err34-c): day_format has written them */
	if (sscanf(text, "%d-%d", &m.year, &m.month) == 2)
		m.month--;
	return m;
}

static double first_day(int months)
{
	char text[32];
	int64_t when = 0;

	snprintf(text, sizeof text, "%04d-%02d-01", months / YEAR, months % YEAR + 1);
	return day_parse(text, &when) ? (double)(when / DAY_SECONDS) : LAST_DAY + 1.0;
}

static void fit_months(struct scale *s, int most)
{
	static const int steps[] = { 1, 3, 6, YEAR };
	struct month low = month_of(s->low), high = month_of(s->high);
	int first = low.year * YEAR + low.month, last = high.year * YEAR + high.month;

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		s->months = steps[i];
		if ((last - first) / s->months < most)
			break;
	}
	if ((last - first) / s->months >= most)
		s->months = YEAR * (int)decimal_step(1, (last - first) / (double)YEAR, most);
	for (int m = (first / s->months) * s->months; m <= last; m += s->months)
		if (m >= YEAR)
			add_tick(s, first_day(m));
}

static void fit_days(struct scale *s, int most)
{
	static const int steps[] = { 1, 2, WEEK, 2 * WEEK };
	double range = s->high - s->low;

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		double step = steps[i], from = step >= WEEK ? MONDAY : ceil(s->low);

		if (range / step >= most)
			continue;
		for (double t = from + ceil((s->low - from) / step) * step; t <= s->high; t += step)
			add_tick(s, t);
		return;
	}
	fit_months(s, most);
}

/* ---- */

static double within(double value, double low, double high)
{
	return value < low ? low : value > high ? high : value;
}

void scale_fit(struct scale *s, enum chart_unit unit, double low, double high, int most)
{
	bool days = unit == UNIT_DAYS;
	double least = days ? FIRST_DAY : -most_of_all, last = days ? LAST_DAY : most_of_all;

	*s = (struct scale){ .unit = unit };
	s->low = isfinite(low) ? within(low, least, last) : 0;
	s->high = isfinite(high) ? within(high, least, last) : s->low;
	if (!(s->low < s->high)) {
		s->low -= days ? 1 : 0;
		s->high = s->low + (days ? 2 : 1);
	}
	if (days)
		fit_days(s, most);
	else
		fit_numbers(s, most);
}

double scale_at(const struct scale *s, double value)
{
	return within((value - s->low) / (s->high - s->low), 0, 1);
}

static void add_date(struct buf *b, const struct scale *s, double day)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct month m = month_of(day);

	if (s->months >= YEAR)
		buf_printf(b, "%d", m.year);
	else if (s->months)
		buf_str(b, names[m.month]);
	else
		buf_printf(b, "%d %s", (int)(day - first_day(m.year * YEAR + m.month)) + 1,
			   names[m.month]);
}

void scale_label(struct buf *b, const struct scale *s, size_t tick)
{
	if (s->unit == UNIT_DAYS)
		add_date(b, s, s->ticks[tick]);
	else
		scale_value(b, s->unit, s->ticks[tick]);
}

int scale_year(const struct scale *s, size_t tick)
{
	int year;

	if (s->unit != UNIT_DAYS || s->months >= YEAR)
		return 0;
	year = month_of(s->ticks[tick]).year;
	return tick && month_of(s->ticks[tick - 1]).year == year ? 0 : year;
}

void scale_value(struct buf *b, enum chart_unit unit, double value)
{
	char day[21];

	switch (unit) {
	case UNIT_MINUTES:
		day_minutes(b, (int64_t)within(value, -10 * most_of_all, 10 * most_of_all));
		break;
	case UNIT_DAYS:
		day_format((int64_t)floor(within(value, FIRST_DAY, LAST_DAY)) * DAY_SECONDS, day);
		buf_add(b, day, 10);
		break;
	case UNIT_COUNT:
		buf_printf(b, "%.0f", within(value, -10 * most_of_all, 10 * most_of_all));
		break;
	}
}
