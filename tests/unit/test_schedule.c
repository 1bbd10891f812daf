/* The critical path, and how early plans can start. */
#include "unit.h"

#include <string.h>

#include "model/schedule.h"

static struct arena memory;
static struct graph_plan plans[8];
static struct schedule_job jobs[8];
static size_t count;

static int forget(void **state)
{
	(void)state;
	arena_free(&memory);
	memset(plans, 0, sizeof plans);
	memset(jobs, 0, sizeof jobs);
	count = 0;
	return 0;
}

static size_t add(const char *id, long work, const char *needs, int wave)
{
	const char **list = arena_alloc(&memory, sizeof *list);

	*list = needs;
	plans[count] = (struct graph_plan){
		.id = id,
		.path = arena_printf(&memory, "plans/%s-PLAN.md", id),
		.phase = arena_dup(&memory, id, 2),
		.needs = list,
		.nneeds = needs != NULL,
		.wave = wave,
	};
	jobs[count].work = work;
	return count++;
}

static long solve(void)
{
	struct graph_edges edges;

	graph_solve_edges(plans, count, &memory, &edges);
	return schedule_solve(jobs, count, &edges, &memory);
}

static void the_longest_way_to_the_end_is_critical(void **state)
{
	size_t a = add("01-01", 10, NULL, 0), b = add("01-02", 50, "01-01", 0);
	size_t c = add("01-03", 20, "01-01", 0), d = add("01-04", 5, "01-02", 0);

	(void)state;
	assert_int_equal(solve(), 65);
	assert_true(jobs[a].critical && jobs[b].critical && jobs[d].critical);
	assert_false(jobs[c].critical);
	assert_int_equal(jobs[c].start, 10);
	assert_int_equal(jobs[d].start, 60);
	assert_int_equal(jobs[d].end, 65);
}

static void waves_wait_for_all_of_the_wave_before(void **state)
{
	size_t a = add("01-01", 10, NULL, 1), b = add("01-02", 40, NULL, 1);
	size_t c = add("01-03", 20, NULL, 2), d = add("01-04", 5, NULL, 3);

	(void)state;
	assert_int_equal(solve(), 65);
	assert_false(jobs[a].critical);
	assert_true(jobs[b].critical && jobs[c].critical && jobs[d].critical);
	assert_int_equal(jobs[c].start, 40);
	assert_int_equal(jobs[d].start, 60);
}

static void waiting_for_a_phase_is_waiting_for_its_longest_plan(void **state)
{
	size_t b = (add("01-01", 10, NULL, 0), add("01-02", 30, NULL, 0));
	size_t c = add("02-01", 5, "phase 1", 0);

	(void)state;
	assert_int_equal(solve(), 35);
	assert_int_equal(jobs[c].start, 30);
	assert_true(jobs[b].critical);
}

static void a_cycle_has_no_place_in_time(void **state)
{
	size_t a = add("01-01", 10, "01-02", 0), b = add("01-02", 10, "01-01", 0);
	size_t c = add("01-03", 7, NULL, 0);

	(void)state;
	assert_int_equal(solve(), 7);
	assert_int_equal(jobs[a].start, -1);
	assert_int_equal(jobs[b].end, -1);
	assert_true(jobs[c].critical);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_longest_way_to_the_end_is_critical, forget),
		cmocka_unit_test_teardown(waves_wait_for_all_of_the_wave_before, forget),
		cmocka_unit_test_teardown(waiting_for_a_phase_is_waiting_for_its_longest_plan, forget),
		cmocka_unit_test_teardown(a_cycle_has_no_place_in_time, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
