/* What a name on the command line means, and what is said when it means none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "project/project.h"
#include "temp_tree.h"

#define COLORS ".planning/phases/03-colors/03-01-PLAN.md"
#define RETURNS ".planning/phases/03-returns/03-01-PLAN.md"
#define API ".planning/phases/04-api/04-09-PLAN.md"

static struct arena arena;
static struct project *project;

static int set_up(void **state)
{
	struct project_options o = { .dir = temp_root };
	struct sync_stats stats;
	struct err err = { 0 };

	(void)state;
	unsetenv("PHASELINE_STORE");
	temp_make();
	temp_write(COLORS, "# Colors\n\n- [ ] **Task 4**: four\n- [ ] **Task 2**: two\n"
			   "- [ ] **Task 9**: nine\n");
	temp_write(RETURNS, "# Returns\n");
	temp_write(API, "# API\n\n- [ ] one\n- [ ] two\n");
	temp_write(".planning/quick/one-PLAN.md", "# Quick\n");
	return !project_open(&project, &o, &err) ||
	       !project_sync(project, &o, &stats, &err);
}

static int tear_down(void **state)
{
	(void)state;
	project_close(project);
	temp_remove();
	arena_free(&arena);
	return 0;
}

static void means(const char *name, const char *path, int task)
{
	struct target t;
	struct err err = { 0 };

	if (!project_target(project, &arena, name, &t, &err))
		fail_msg("%s: %s", name, err.text);
	assert_string_equal(t.plan.path, path);
	assert_int_equal(t.task, task);
}

static void says(const char *name, const char *message)
{
	struct target t;
	struct err err = { 0 };

	if (project_target(project, &arena, name, &t, &err))
		fail_msg("%s is %s", name, t.plan.path);
	assert_int_equal(err.kind, ERR_USAGE);
	assert_string_equal(err.text, message);
}

static void ids_and_paths_name_plans(void **state)
{
	(void)state;
	means("04-09", API, 0);
	means("4-9", API, 0);
	means(API, API, 0);
	means("04-api/04-09-PLAN.md", API, 0);
	means("colors/03-01", COLORS, 0);
	means("03-returns/03-01", RETURNS, 0);
	means(temp_path(API), API, 0);
}

static void a_number_behind_a_slash_names_a_task(void **state)
{
	(void)state;
	means("colors/03-01/4", COLORS, 1);
	means("colors/03-01/2", COLORS, 2);
	means("colors/03-01/9", COLORS, 3);
	means("colors/03-01/1", COLORS, 1);
	means("04-09/2", API, 2);
	means(API "/1", API, 1);
}

static void an_id_of_two_plans_is_refused_with_both(void **state)
{
	(void)state;
	says("03-01", "\"03-01\" is two plans: " COLORS ", " RETURNS
		      "; use a path such as colors/03-01");
	says("03-01/4", "\"03-01\" is two plans: " COLORS ", " RETURNS
			"; use a path such as colors/03-01");
}

static void the_nearest_name_is_offered(void **state)
{
	(void)state;
	says("04-08", "no plan \"04-08\"; did you mean 04-09 (" API ")?");
	says("color/03-01", "no plan \"color/03-01\"; did you mean 03-01 (" COLORS ")?");
	says("nothing-like-it-at-all",
	     "no plan \"nothing-like-it-at-all\"; `phaseline status --all` shows them all");
}

static void a_task_that_is_not_there_is_told(void **state)
{
	(void)state;
	says("04-09/7", "no task 7 in 04-09; it has 2: `phaseline show 04-09`");
	says("returns/03-01/1", "03-01 has no tasks");
	says("04-09/99999999999999999999", "no plan \"04-09/99999999999999999999\"; "
	     "`phaseline status --all` shows them all");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_and_paths_name_plans),
		cmocka_unit_test(a_number_behind_a_slash_names_a_task),
		cmocka_unit_test(an_id_of_two_plans_is_refused_with_both),
		cmocka_unit_test(the_nearest_name_is_offered),
		cmocka_unit_test(a_task_that_is_not_there_is_told),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
