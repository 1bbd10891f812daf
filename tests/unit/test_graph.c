/* Dependencies between plans: waves, readiness, cycles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/graph.h"

static struct arena arena;
static struct graph_plan plans[16];
static size_t count;

static int fresh(void **state)
{
	(void)state;
	arena_reset(&arena);
	memset(plans, 0, sizeof plans);
	count = 0;
	return 0;
}

static int gone(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* `needs` is one dependency or NULL. */
static struct graph_plan *add(const char *dir, const char *id, enum phl_status status,
			      const char *needs)
{
	struct graph_plan *p = &plans[count++];
	const char **list = arena_alloc(&arena, sizeof *list);

	*list = needs;
	*p = (struct graph_plan){
		.id = id,
		.path = arena_printf(&arena, "%s/%s-PLAN.md", dir, id),
		.phase = arena_dup(&arena, id, strcspn(id, "-")),
		.status = status,
		.needs = list,
		.nneeds = needs != NULL,
	};
	return p;
}

static void solve(void)
{
	graph_solve(plans, count, &arena);
}

static void a_plan_waits_for_what_it_needs(void **state)
{
	struct graph_plan *a = add("p/01", "01-01", PHL_PENDING, NULL);
	struct graph_plan *b = add("p/01", "01-02", PHL_PENDING, "01-01");
	struct graph_plan *c = add("p/01", "01-03", PHL_PENDING, "01-02");

	(void)state;
	solve();
	assert_true(a->ready);
	assert_false(b->ready);
	assert_string_equal(b->waits_for, "01-01");
	assert_int_equal(a->level, 1);
	assert_int_equal(b->level, 2);
	assert_int_equal(c->level, 3);
}

static void case_and_zeros_of_a_name_do_not_count(void **state)
{
	struct graph_plan *a = add("b/tasks", "TASK-7.1", PHL_PENDING, NULL);
	struct graph_plan *b = add("b/tasks", "task-010", PHL_PENDING, "Task-07.1");
	struct graph_plan *c = add("b/tasks", "TASK-11", PHL_PENDING, "TASK-10");
	struct graph_plan *d = add("b/tasks", "TASK-12", PHL_PENDING, "task-71");

	(void)state;
	solve();
	assert_true(a->ready);
	assert_string_equal(b->waits_for, "TASK-7.1");
	assert_string_equal(c->waits_for, "task-010");
	assert_true(d->ready);
}

static void a_draft_is_not_ready_before_it_was_started(void **state)
{
	struct graph_plan *a = add("b/drafts", "DRAFT-1", PHL_PENDING, NULL);
	struct graph_plan *b = add("b/tasks", "TASK-2", PHL_PENDING, "DRAFT-1");
	struct graph_plan *c = add("b/drafts", "DRAFT-3", PHL_IN_PROGRESS, NULL);

	(void)state;
	a->draft = c->draft = true;
	solve();
	assert_false(a->ready);
	assert_string_equal(b->waits_for, "DRAFT-1");
	assert_true(c->ready);
}

static void finished_plans_hold_nothing_up(void **state)
{
	struct graph_plan *a = add("p/01", "01-01", PHL_DONE, NULL);
	struct graph_plan *b = add("p/01", "01-02", PHL_PENDING, "01-01");
	struct graph_plan *c = add("p/01", "01-03", PHL_SKIPPED, "01-09");
	struct graph_plan *d = add("p/01", "01-04", PHL_IN_PROGRESS, "01-03");

	(void)state;
	solve();
	assert_int_equal(a->level, 0);
	assert_false(a->ready);
	assert_true(b->ready);
	assert_int_equal(b->level, 1);
	assert_false(c->ready);
	assert_true(d->ready);
}

static void a_blocked_plan_is_not_ready_and_holds_others(void **state)
{
	struct graph_plan *a = add("p/01", "01-01", PHL_BLOCKED, NULL);
	struct graph_plan *b = add("p/01", "01-02", PHL_PENDING, "01-01");

	(void)state;
	solve();
	assert_false(a->ready);
	assert_false(b->ready);
}

static void spellings_of_a_dependency(void **state)
{
	static const char *const same[] = { "03-01", "3-1", "03-01-PLAN.md",
					    "03-01-slug", "Plan 03-01", "01" };

	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct graph_plan *b;

		fresh(state);
		add("p/03", "03-01", PHL_PENDING, NULL);
		b = add("p/03", "03-02", PHL_PENDING, same[i]);
		solve();
		if (b->ready)
			fail_msg("\"%s\" holds nothing up", same[i]);
	}
}

static void a_letter_suffix_is_part_of_the_id(void **state)
{
	struct graph_plan *c;

	(void)state;
	add("p/10", "10-04", PHL_DONE, NULL);
	add("p/10", "10-04a", PHL_PENDING, NULL);
	c = add("p/10", "10-05", PHL_PENDING, "10-4a");
	solve();
	assert_string_equal(c->waits_for, "10-04a");
}

static void prose_and_unknown_plans_hold_nothing_up(void **state)
{
	struct graph_plan *a = add("p/01", "01-01", PHL_PENDING, "the review of Ann");
	struct graph_plan *b = add("p/01", "01-02", PHL_PENDING, "09-01");
	struct graph_plan *c = add("p/01", "01-03", PHL_PENDING, "");

	(void)state;
	solve();
	assert_true(a->ready);
	assert_true(b->ready);
	assert_true(c->ready);
}

static void a_whole_phase_can_be_needed(void **state)
{
	struct graph_plan *c, *d, *e;

	(void)state;
	add("p/01-base", "01-01", PHL_DONE, NULL);
	add("p/01-base", "01-02", PHL_PENDING, NULL);
	c = add("p/02-top", "02-01", PHL_PENDING, "01-base");
	d = add("p/02-top", "02-02", PHL_PENDING, "Phase 1");
	e = add("p/03-end", "03-01", PHL_PENDING, "02");
	solve();
	assert_string_equal(c->waits_for, "01-02");
	assert_int_equal(c->level, 2);
	assert_int_equal(d->level, 2);
	assert_string_equal(e->waits_for, "02-01");
	assert_int_equal(e->level, 3);
}

static void a_finished_phase_holds_nothing_up(void **state)
{
	struct graph_plan *b;

	(void)state;
	add("p/01-base", "01-01", PHL_DONE, NULL);
	b = add("p/02-top", "02-01", PHL_PENDING, "01-base");
	solve();
	assert_true(b->ready);
}

static void a_plan_does_not_wait_for_its_own_phase(void **state)
{
	struct graph_plan *a = add("p/01-base", "01-01", PHL_PENDING, "01-base");

	(void)state;
	solve();
	assert_true(a->ready);
	assert_false(a->cycle);
}

static void of_a_repeated_id_the_nearest_is_meant(void **state)
{
	struct graph_plan *old, *new;

	(void)state;
	add("m/v1-phases/01-a", "01-01", PHL_DONE, NULL);
	add("m/v2-phases/01-a", "01-01", PHL_PENDING, NULL);
	old = add("m/v1-phases/01-a", "01-02", PHL_PENDING, "01-01");
	new = add("m/v2-phases/01-a", "01-02", PHL_PENDING, "01-01");
	solve();
	assert_true(old->ready);
	assert_false(new->ready);
}

static void cycles_are_told_from_what_waits_for_them(void **state)
{
	struct graph_plan *a = add("p/01", "01-01", PHL_PENDING, "01-03");
	struct graph_plan *b = add("p/01", "01-02", PHL_PENDING, "01-01");
	struct graph_plan *c = add("p/01", "01-03", PHL_PENDING, "01-02");
	struct graph_plan *d = add("p/01", "01-04", PHL_PENDING, "01-03");
	struct graph_plan *e = add("p/01", "01-05", PHL_PENDING, "01-05");

	(void)state;
	solve();
	assert_true(a->cycle);
	assert_true(b->cycle);
	assert_true(c->cycle);
	assert_false(d->cycle);
	assert_false(d->ready);
	assert_true(e->cycle);
}

static void waves_order_plans_without_dependencies(void **state)
{
	struct graph_plan *a = add("p/01", "01-01", PHL_PENDING, NULL);
	struct graph_plan *b = add("p/01", "01-02", PHL_PENDING, NULL);
	struct graph_plan *c = add("p/02", "02-01", PHL_PENDING, NULL);

	(void)state;
	a->wave = 1;
	b->wave = 2;
	c->wave = 2;
	solve();
	assert_true(a->ready);
	assert_false(b->ready);
	assert_string_equal(b->waits_for, "01-01");
	assert_int_equal(b->level, 2);
	assert_true(c->ready);
}

static void ten_thousand_plans_that_need_a_phase_of_ten_thousand(void **state)
{
	enum { N = 20000 };
	struct graph_plan *v = arena_alloc(&arena, N * sizeof *v);
	static const char *const needs[] = { "01" };

	(void)state;
	for (size_t i = 0; i < N; i++) {
		bool late = i >= N / 2;

		v[i] = (struct graph_plan){
			.id = arena_printf(&arena, "%s-%zu", late ? "02" : "01", 100 + i),
			.phase = late ? "02" : "01",
			.path = arena_printf(&arena, "%d/%zu.md", late, i),
			.needs = needs,
			.nneeds = late,
		};
	}
	graph_solve(v, N, &arena);
	assert_true(v[0].ready);
	assert_int_equal(v[N - 1].level, 2);
}

#define T(f) cmocka_unit_test_setup(f, fresh)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_plan_waits_for_what_it_needs),
		T(case_and_zeros_of_a_name_do_not_count),
		T(a_draft_is_not_ready_before_it_was_started),
		T(finished_plans_hold_nothing_up),
		T(a_blocked_plan_is_not_ready_and_holds_others),
		T(spellings_of_a_dependency),
		T(a_letter_suffix_is_part_of_the_id),
		T(prose_and_unknown_plans_hold_nothing_up),
		T(a_whole_phase_can_be_needed),
		T(a_finished_phase_holds_nothing_up),
		T(a_plan_does_not_wait_for_its_own_phase),
		T(of_a_repeated_id_the_nearest_is_meant),
		T(cycles_are_told_from_what_waits_for_them),
		T(waves_order_plans_without_dependencies),
		T(ten_thousand_plans_that_need_a_phase_of_ten_thousand),
	};

	return cmocka_run_group_tests(tests, NULL, gone);
}
