/* What the past says about the rest. */
#include "unit.h"

#include "model/forecast.h"

static struct arena memory;

static int forget(void **state)
{
	(void)state;
	arena_free(&memory);
	return 0;
}

static struct forecast_work work(const struct forecast_past *past, size_t n, const long *open,
				 size_t nopen)
{
	return forecast_work(past, n, open, nopen, &memory);
}

static void fewer_than_five_finished_plans_say_nothing(void **state)
{
	struct forecast_past past[5] = { { 10, 10 }, { 10, 20 }, { 10, 10 }, { 10, 5 }, { 10, 9 } };
	long open[] = { 60 };

	(void)state;
	assert_false(work(past, 4, open, 1).known);
	assert_true(work(past, 5, open, 1).known);
	assert_false(work(past, 5, open, 0).known);
}

static void plans_that_always_take_twice_as_long_will_again(void **state)
{
	struct forecast_past past[6];
	long open[] = { 30, 60, 90 };
	struct forecast_work f;

	(void)state;
	for (int i = 0; i < 6; i++)
		past[i] = (struct forecast_past){ 15 * (i + 1), 30 * (i + 1) };
	f = work(past, 6, open, 3);
	assert_int_equal(f.low, 360);
	assert_int_equal(f.middle, 360);
	assert_int_equal(f.high, 360);
	assert_int_equal(f.samples, 6);
}

static void a_wide_past_gives_a_wide_range_around_its_middle(void **state)
{
	struct forecast_past even[8], uneven[8];
	long open[] = { 100, 100, 100, 100 };
	struct forecast_work narrow, wide;

	(void)state;
	for (int i = 0; i < 8; i++) {
		even[i] = (struct forecast_past){ 100, i % 2 ? 90 : 110 };
		uneven[i] = (struct forecast_past){ 100, i % 2 ? 50 : 150 };
	}
	narrow = work(even, 8, open, 4);
	wide = work(uneven, 8, open, 4);
	assert_true(wide.low < narrow.low && narrow.low < 400);
	assert_true(wide.high > narrow.high && narrow.high > 400);
	assert_in_range(wide.middle, 350, 450);
}

static void the_same_question_has_the_same_answer(void **state)
{
	struct forecast_past past[7];
	long open[40];
	struct forecast_work a, b;

	(void)state;
	for (int i = 0; i < 7; i++)
		past[i] = (struct forecast_past){ 20 + i, 10 + 7 * i };
	for (int i = 0; i < 40; i++)
		open[i] = 15 + i;
	a = work(past, 7, open, 40);
	b = work(past, 7, open, 40);
	assert_int_equal(a.low, b.low);
	assert_int_equal(a.middle, b.middle);
	assert_int_equal(a.high, b.high);
	assert_int_equal(a.draws, b.draws);
}

static void ten_thousand_plans_are_drawn_less_often(void **state)
{
	struct forecast_past past[5] = { { 10, 10 }, { 10, 20 }, { 10, 10 }, { 10, 5 }, { 10, 9 } };
	long *open = arena_alloc(&memory, 10000 * sizeof *open);
	struct forecast_work f;

	(void)state;
	for (int i = 0; i < 10000; i++)
		open[i] = 30;
	f = work(past, 5, open, 10000);
	assert_true(f.known);
	assert_in_range(f.draws, 1, 200);
}

static void one_plan_a_day_finishes_ten_in_ten_days(void **state)
{
	int per_day[14];
	struct forecast_finish f;

	(void)state;
	for (int i = 0; i < 14; i++)
		per_day[i] = 1;
	f = forecast_finish(per_day, 14, 10, &memory);
	assert_true(f.known);
	assert_int_equal(f.low, 10);
	assert_int_equal(f.high, 10);
	assert_int_equal(f.finished, 14);
}

static void idle_days_put_the_end_off(void **state)
{
	int busy[] = { 1, 1, 1, 1, 1, 1 }, idle[] = { 2, 0, 0, 3, 0, 1 };
	struct forecast_finish a, b;

	(void)state;
	a = forecast_finish(busy, 6, 20, &memory);
	b = forecast_finish(idle, 6, 20, &memory);
	assert_true(b.low < a.low || b.high > a.high);
	assert_true(b.high > b.low);
}

static void an_end_that_is_not_in_sight_is_unknown(void **state)
{
	int *per_day = arena_alloc(&memory, 3650 * sizeof *per_day);

	(void)state;
	assert_false(forecast_finish(per_day, 90, 3, &memory).known);
	per_day[0] = 5;
	assert_false(forecast_finish(per_day, 3650, 300, &memory).known);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(fewer_than_five_finished_plans_say_nothing, forget),
		cmocka_unit_test_teardown(plans_that_always_take_twice_as_long_will_again, forget),
		cmocka_unit_test_teardown(a_wide_past_gives_a_wide_range_around_its_middle, forget),
		cmocka_unit_test_teardown(the_same_question_has_the_same_answer, forget),
		cmocka_unit_test_teardown(ten_thousand_plans_are_drawn_less_often, forget),
		cmocka_unit_test_teardown(one_plan_a_day_finishes_ten_in_ten_days, forget),
		cmocka_unit_test_teardown(idle_days_put_the_end_off, forget),
		cmocka_unit_test_teardown(an_end_that_is_not_in_sight_is_unknown, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
