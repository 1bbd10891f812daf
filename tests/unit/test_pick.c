#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/plan.h"

#define TASK(label_, parent_, status_, optional_)                                        \
	{ .label = (label_), .parent = (parent_), .status = (status_), .optional = (optional_) }

static long picked(const struct phl_task *tasks, size_t n)
{
	const struct phl_task *list[8];

	for (size_t i = 0; i < n; i++)
		list[i] = &tasks[i];
	return task_next(list, n);
}

static void what_is_under_way_comes_first(void **state)
{
	const struct phl_task tasks[] = { TASK("1", NULL, PHL_PENDING, false),
					  TASK("2", NULL, PHL_IN_PROGRESS, false) };

	(void)state;
	assert_int_equal(picked(tasks, 2), 1);
	assert_int_equal(picked(tasks, 1), 0);
	assert_int_equal(picked(tasks, 0), -1);
}

static void a_task_waits_for_its_parts(void **state)
{
	const struct phl_task tasks[] = { TASK("1", NULL, PHL_PENDING, false),
					  TASK("1.1", "1", PHL_DONE, false),
					  TASK("1.2", "1", PHL_PENDING, false) };

	(void)state;
	assert_int_equal(picked(tasks, 3), 2);
	assert_int_equal(picked(tasks, 2), 0);
}

static void parts_of_what_is_under_way_come_before_others(void **state)
{
	const struct phl_task tasks[] = { TASK("1", NULL, PHL_PENDING, false),
					  TASK("2", NULL, PHL_IN_PROGRESS, false),
					  TASK("2.1", "2", PHL_PENDING, false) };

	(void)state;
	assert_int_equal(picked(tasks, 3), 2);
}

static void what_is_optional_comes_last(void **state)
{
	const struct phl_task tasks[] = { TASK("1", NULL, PHL_PENDING, true),
					  TASK("2", NULL, PHL_BLOCKED, false),
					  TASK("3", NULL, PHL_PENDING, false) };

	(void)state;
	assert_int_equal(picked(tasks, 3), 2);
	assert_int_equal(picked(tasks, 2), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_under_way_comes_first),
		cmocka_unit_test(a_task_waits_for_its_parts),
		cmocka_unit_test(parts_of_what_is_under_way_come_before_others),
		cmocka_unit_test(what_is_optional_comes_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
