#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/day.h"
#include "render/scale.h"

/* The names of all ticks, and years in brackets: "29 Dec [2025], 5 Jan [2026]". */
static void assert_ticks(enum chart_unit unit, double low, double high, int most,
			 const char *names)
{
	struct scale s;
	struct buf b = { 0 };

	scale_fit(&s, unit, low, high, most);
	buf_str(&b, "");
	for (size_t i = 0; i < s.nticks; i++) {
		buf_str(&b, i ? ", " : "");
		scale_label(&b, &s, i);
		if (scale_year(&s, i))
			buf_printf(&b, " [%d]", scale_year(&s, i));
	}
	assert_string_equal(b.s, names);
	buf_free(&b);
}

static double day(const char *date)
{
	int64_t when;

	assert_true(day_parse(date, &when));
	return (double)(when / 86400);
}

static void counts_go_by_one_two_and_five(void **state)
{
	(void)state;
	assert_ticks(UNIT_COUNT, 0, 4, 5, "0, 1, 2, 3, 4");
	assert_ticks(UNIT_COUNT, 0, 9, 5, "0, 2, 4, 6, 8, 10");
	assert_ticks(UNIT_COUNT, 0, 52, 5, "0, 20, 40, 60");
	assert_ticks(UNIT_COUNT, 0, 12000, 5, "0, 5000, 10000, 15000");
	assert_ticks(UNIT_COUNT, -3, 3, 5, "-4, -2, 0, 2, 4");
	assert_ticks(UNIT_COUNT, 0, 0.2, 5, "0, 1");
}

static void minutes_go_by_hours_and_working_days(void **state)
{
	(void)state;
	assert_ticks(UNIT_MINUTES, 0, 4, 5, "0m, 1m, 2m, 3m, 4m");
	assert_ticks(UNIT_MINUTES, 0, 50, 5, "0m, 10m, 20m, 30m, 40m, 50m");
	assert_ticks(UNIT_MINUTES, 0, 130, 5, "0m, 30m, 1h, 1h 30m, 2h, 2h 30m");
	assert_ticks(UNIT_MINUTES, 0, 900, 5, "0m, 4h, 1d, 1d 4h, 2d");
	assert_ticks(UNIT_MINUTES, 0, 480 * 9, 5, "0m, 2d, 4d, 6d, 8d, 10d");
	assert_ticks(UNIT_MINUTES, 0, 480 * 60, 5, "0m, 25d, 50d, 75d");
}

static void dates_go_by_days_mondays_months_and_years(void **state)
{
	(void)state;
	assert_ticks(UNIT_DAYS, day("2026-01-13"), day("2026-01-16"), 6,
		     "13 Jan [2026], 14 Jan, 15 Jan, 16 Jan");
	assert_ticks(UNIT_DAYS, day("2025-12-26"), day("2026-01-15"), 6,
		     "29 Dec [2025], 5 Jan [2026], 12 Jan");
	assert_ticks(UNIT_DAYS, day("2024-02-27"), day("2024-03-02"), 6,
		     "27 Feb [2024], 28 Feb, 29 Feb, 1 Mar, 2 Mar");
	assert_ticks(UNIT_DAYS, day("2025-10-20"), day("2026-02-10"), 4,
		     "Jan [2026]");
	assert_ticks(UNIT_DAYS, day("2025-10-20"), day("2026-03-10"), 6,
		     "Nov [2025], Dec, Jan [2026], Feb, Mar");
	assert_ticks(UNIT_DAYS, day("2025-03-20"), day("2026-08-10"), 6,
		     "Apr [2025], Jul, Oct, Jan [2026], Apr, Jul");
	assert_ticks(UNIT_DAYS, day("1990-03-20"), day("2026-08-10"), 6,
		     "2000, 2010, 2020");
}

static void everything_is_on_the_scale(void **state)
{
	static const double values[] = { 0, 1, -1, 0.5, 7, 1e3, 1e9, -1e12, 1e15, 1e300, -1e300,
					 NAN, INFINITY, -INFINITY, 20430.7, 5e-324 };
	enum { N = sizeof values / sizeof *values };

	(void)state;
	for (size_t i = 0; i < N; i++)
		for (size_t k = 0; k < N; k++)
			for (enum chart_unit u = UNIT_COUNT; u <= UNIT_DAYS; u++)
				for (int most = 1; most <= 6; most++) {
					struct scale s;
					struct buf b = { 0 };

					scale_fit(&s, u, values[i], values[k], most);
					assert_true(s.low < s.high);
					assert_true(s.nticks <= (size_t)most + 2);
					for (size_t t = 0; t < s.nticks; t++) {
						assert_true(s.ticks[t] >= s.low && s.ticks[t] <= s.high);
						assert_true(!t || s.ticks[t] > s.ticks[t - 1]);
						scale_label(&b, &s, t);
						scale_year(&s, t);
					}
					assert_true(scale_at(&s, values[i]) >= 0 || isnan(values[i]));
					assert_true(scale_at(&s, values[k]) <= 1 || isnan(values[k]));
					buf_free(&b);
				}
}

static void values_are_written_out(void **state)
{
	struct buf b = { 0 };

	(void)state;
	scale_value(&b, UNIT_DAYS, day("2026-01-13"));
	buf_char(&b, ' ');
	scale_value(&b, UNIT_MINUTES, 90);
	buf_char(&b, ' ');
	scale_value(&b, UNIT_COUNT, 12);
	assert_string_equal(b.s, "2026-01-13 1h 30m 12");
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_go_by_one_two_and_five),
		cmocka_unit_test(minutes_go_by_hours_and_working_days),
		cmocka_unit_test(dates_go_by_days_mondays_months_and_years),
		cmocka_unit_test(everything_is_on_the_scale),
		cmocka_unit_test(values_are_written_out),
	};

	return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
