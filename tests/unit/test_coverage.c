/* Which requirements there are, and what is for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/coverage.h"

static struct arena memory;

static void task(struct phl_plan *p, enum phl_status status, bool optional, const char *requirement)
{
	struct phl_task *t = vec_push(&memory, &p->tasks);

	*t = (struct phl_task){ .status = status, .optional = optional };
	if (requirement)
		*vec_push(&memory, &t->requirements) = requirement;
}

static void declare(struct phl_plan *p, const char *id, bool traced)
{
	*vec_push(&memory, &p->declared) = (struct phl_requirement){ .id = id, .traced = traced };
}

/* "ID STATE DONE/TOTAL; ..." over the plans. */
static const char *covered(struct phl_plan *plans, size_t n)
{
	static char out[1000];
	plan_list list = { 0 };
	covered_list all;
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		*vec_push(&memory, &list) = &plans[i];
	coverage_of(&memory, &list, &all);
	out[0] = '\0';
	for (size_t i = 0; i < all.n && len < sizeof out - 100; i++)
		len += (size_t)snprintf(out + len, sizeof out - len, "%s%s %s %d/%d%s", i ? "; " : "",
					all.v[i].id, coverage_words[all.v[i].state],
					all.v[i].done, all.v[i].total,
					all.v[i].partly ? " partly" : "");
	return out;
}

static int forget(void **state)
{
	(void)state;
	arena_free(&memory);
	return 0;
}

static void a_part_counts_for_the_whole_and_the_whole_for_parts(void **state)
{
	struct phl_plan p = { 0 };

	(void)state;
	declare(&p, "1", true);
	declare(&p, "1.1", true);
	declare(&p, "1.2", true);
	declare(&p, "2", true);
	declare(&p, "2.1", true);
	declare(&p, "12", true);
	task(&p, PHL_DONE, false, "1.1");
	task(&p, PHL_PENDING, false, "2");
	assert_string_equal(covered(&p, 1), "1 covered 1/1 partly; 1.1 covered 1/1; 1.2 uncovered 0/0; "
					    "2 covered 0/1; 2.1 covered 0/1; 12 uncovered 0/0");
}

static void what_is_declared_nowhere_is_told_where_others_are(void **state)
{
	struct phl_plan p = { 0 };

	(void)state;
	task(&p, PHL_DONE, false, "US10");
	task(&p, PHL_PENDING, false, "US9");
	assert_string_equal(covered(&p, 1), "US9 covered 0/1; US10 covered 1/1");
	declare(&p, "us9", true);
	assert_string_equal(covered(&p, 1), "us9 covered 0/1; US10 undeclared 1/1");
}

static void a_kind_that_nobody_names_is_no_gap(void **state)
{
	struct phl_plan p = { 0 };

	(void)state;
	declare(&p, "FR-001", false);
	declare(&p, "FR-002", false);
	declare(&p, "Lamps at night", false);
	assert_string_equal(covered(&p, 1), "FR-001 untraced 0/0; FR-002 untraced 0/0; "
					    "Lamps at night untraced 0/0");
	task(&p, PHL_SKIPPED, false, "FR-002");
	assert_string_equal(covered(&p, 1), "FR-001 uncovered 0/0; FR-002 covered 1/1; "
					    "Lamps at night untraced 0/0");
}

static void optional_tasks_count_where_there_are_no_others(void **state)
{
	struct phl_plan p = { 0 };

	(void)state;
	task(&p, PHL_DONE, false, "1");
	task(&p, PHL_PENDING, true, "1");
	task(&p, PHL_PENDING, true, "2");
	assert_string_equal(covered(&p, 1), "1 covered 1/1; 2 covered 0/1");
}

static void plans_cover_what_they_name(void **state)
{
	struct phl_plan p[2] = { { .status = PHL_DONE }, { .status = PHL_PENDING } };

	(void)state;
	*vec_push(&memory, &p[0].requirements) = "R1";
	*vec_push(&memory, &p[0].requirements) = "R2";
	*vec_push(&memory, &p[1].requirements) = "R2";
	assert_string_equal(covered(p, 2), "R1 covered 1/1; R2 covered 1/2");
	assert_true(coverage_concerns(&p[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_part_counts_for_the_whole_and_the_whole_for_parts, forget),
		cmocka_unit_test_teardown(what_is_declared_nowhere_is_told_where_others_are, forget),
		cmocka_unit_test_teardown(a_kind_that_nobody_names_is_no_gap, forget),
		cmocka_unit_test_teardown(optional_tasks_count_where_there_are_no_others, forget),
		cmocka_unit_test_teardown(plans_cover_what_they_name, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
