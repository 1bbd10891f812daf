/* Plans that are read in other threads are saved as if one had done it all. */
#include "project_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

enum { PLANS = 620 };

static const char *path_of(int i)
{
	return arena_printf(&arena, ".planning/phases/%02d-part/%02d-%02d-PLAN.md", i / 20 + 1,
			    i / 20 + 1, i % 20 + 1);
}

/* Old enough that a stamp proves what it says. */
static void age(const char *path)
{
	struct timespec t[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };

	assert_int_equal(utimensat(AT_FDCWD, temp_path(path), t, 0), 0);
}

/* Some with the text of another, some with a SUMMARY, none like its neighbour. */
static void many_plans(void)
{
	for (int i = 0; i < PLANS; i++) {
		int n = i % 97 == 3 ? i - 1 : i;
		const char *path = path_of(i);

		temp_write(path, arena_printf(&arena,
					      "---\nstatus: %s\nestimated: %d min\n---\n# Number %d\n\n"
					      "- [%c] **Task 1**: in `src/f%d.c`\n- Line %d: `x = %d;`\n",
					      n % 3 ? "pending" : "done", n, n, n % 2 ? 'x' : ' ',
					      n % 50, n + 1, n));
		age(path);
		if (i % 40 == 5) {
			path = arena_printf(&arena, "%.*sSUMMARY.md", (int)strlen(path) - 7, path);
			temp_write(path, "# Summary\n\n- deviated\n");
			age(path);
		}
	}
}

/* The bytes of the store that so many threads make. */
static struct buf store_of(const char *jobs)
{
	struct buf b = { 0 };
	FILE *f;
	int c;

	setenv("PHASELINE_JOBS", jobs, 1);
	open_project();
	assert_int_equal(stats.added, PLANS - PLANS / 97 - 1);
	assert_int_equal(stats.problems.n, 0);
	project_close(project);
	f = fopen(temp_path(".phaseline/store.db"), "rb");
	assert_non_null(f);
	while ((c = getc(f)) != EOF)
		buf_char(&b, (char)c);
	fclose(f);
	assert_int_equal(unlink(temp_path(".phaseline/store.db")), 0);
	return b;
}

static void the_store_is_the_same_whatever_the_number_of_threads(void **state)
{
	static const char *const jobs[] = { "2", "3", "16" };

	(void)state;
	setenv("PHASELINE_NOW", "2026-01-14", 1);
	many_plans();
	struct buf alone = store_of("1");
	for (int i = 0; i < 3; i++) {
		struct buf b = store_of(jobs[i]);

		assert_int_equal(b.n, alone.n);
		assert_memory_equal(b.s, alone.s, b.n);
		buf_free(&b);
	}
	buf_free(&alone);
	unsetenv("PHASELINE_NOW");
	unsetenv("PHASELINE_JOBS");
}

/* The rows of all are gone, and may not become the rows of others. */
static void plans_that_came_back_elsewhere_are_known_again(void **state)
{
	(void)state;
	setenv("PHASELINE_JOBS", "3", 1);
	many_plans();
	open_project();
	project_close(project);
	assert_int_equal(rename(temp_path(".planning/phases"), temp_path(".planning/archived")), 0);
	assert_int_equal(mkdir(temp_path(".planning/milestones"), 0700), 0);
	assert_int_equal(rename(temp_path(".planning/archived"),
				temp_path(".planning/milestones/v1.0-phases")), 0);
	open_project();
	assert_int_equal(stats.moved, PLANS - PLANS / 97 - 1);
	assert_int_equal(stats.added, 0);
	project_close(project);
	unsetenv("PHASELINE_JOBS");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    the_store_is_the_same_whatever_the_number_of_threads, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    plans_that_came_back_elsewhere_are_known_again, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
