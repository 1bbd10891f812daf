#include "unit.h"

#include <stdlib.h>

#include "base/day.h"

static void dates_and_times_are_read(void **state)
{
	static const struct {
		const char *text;
		int64_t when;
	} cases[] = {
		{ "1970-01-01", 0 },
		{ "1969-12-31", -86400 },
		{ "2026-01-13", 1768262400 },
		{ "2026-01-13T10:20:30Z", 1768299630 },
		{ "2026-01-13 10:20:30", 1768299630 },
		{ "2026-01-13T10:20", 1768299600 },
		{ "2026-01-13T12:20:30+02:00", 1768299630 },
		{ "2026-01-13T05:20:30-0500", 1768299630 },
		{ "2026-01-13T10:20:30.123Z", 1768299630 },
		{ "2024-02-29", 1709164800 },
		{ "2000-03-01", 951868800 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t when = -1;

		assert_true(day_parse(cases[i].text, &when));
		assert_int_equal(when, cases[i].when);
	}
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const cases[] = {
		"",           "today",      "2026",          "2026-1-13",
		"2026-13-01", "2026-00-10", "2026-02-30",    "2025-02-29",
		"1900-02-29", "2026-01-132", "2026-01-13T",  "2026-01-13T25:00",
		"2026-01-13x", "2026-01-13T10:20:30+2", "20260113", " 2026-01-13",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t when = 42;

		assert_false(day_parse(cases[i], &when));
		assert_int_equal(when, 42);
	}
}

static void a_date_may_start_a_text(void **state)
{
	(void)state;
	assert_true(day_is_date("2026-01-13"));
	assert_true(day_is_date("2026-01-13, late"));
	assert_false(day_is_date("2026-01-321"));
	assert_false(day_is_date("2026-02-31"));
	assert_false(day_is_date("on 2026-01-13"));
}

static void formatting_reverses_reading(void **state)
{
	char out[21];
	int64_t back;

	(void)state;
	for (int64_t t = -5000000000; t < 20000000000; t += 98765432) {
		day_format(t, out);
		assert_true(day_parse(out, &back));
		assert_int_equal(back, t);
	}
}

static void the_clock_can_be_fixed(void **state)
{
	(void)state;
	setenv("PHASELINE_NOW", "2026-01-13T10:20:30Z", 1);
	assert_int_equal(day_now(), 1768299630);
	setenv("PHASELINE_NOW", "12345", 1);
	assert_int_equal(day_now(), 12345);
	setenv("PHASELINE_NOW", "soon", 1);
	assert_true(day_now() > 1700000000);
	unsetenv("PHASELINE_NOW");
}

static void durations_are_for_people(void **state)
{
	static const struct {
		int64_t low, high;
		const char *text;
	} cases[] = {
		{ 0, 0, "0m" },
		{ 45, 45, "45m" },
		{ 60, 60, "1h" },
		{ 90, 90, "1h 30m" },
		{ 479, 479, "7h 59m" },
		{ 480, 480, "1d" },
		{ 28 * 60, 28 * 60, "3d 4h" },
		{ 25, 50, "25m to 50m" },
		{ -90, -90, "-1h 30m" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };

		day_range(&b, cases[i].low, cases[i].high);
		assert_string_equal(b.s, cases[i].text);
		buf_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_and_times_are_read),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(a_date_may_start_a_text),
		cmocka_unit_test(formatting_reverses_reading),
		cmocka_unit_test(the_clock_can_be_fixed),
		cmocka_unit_test(durations_are_for_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
