/* Where a project starts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "temp_tree.h"
#include "tree/root.h"

static struct arena arena;

static int set_up(void **state)
{
	(void)state;
	temp_make();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	temp_remove();
	arena_free(&arena);
	return 0;
}

static void root_of(const char *dir, const char *want)
{
	struct err err = { 0 };
	const char *root;

	if (!root_find(&arena, temp_path(dir), &root, &err))
		fail_msg("%s", err.text);
	assert_string_equal(root, *want ? temp_path(want) : temp_root);
}

static void a_configuration_makes_a_root(void **state)
{
	(void)state;
	temp_write("a/.phaseline.yaml", "");
	temp_write("a/b/c/x", "");
	root_of("a/b/c", "a");
	root_of("a", "a");
}

static void a_store_makes_a_root(void **state)
{
	(void)state;
	temp_write("a/.phaseline/store.db", "");
	temp_write("a/b/plans/x", "");
	root_of("a/b", "a");
}

static void a_repository_makes_a_root(void **state)
{
	(void)state;
	temp_write("a/.git/HEAD", "");
	temp_write("a/b/.planning/x", "");
	root_of("a/b", "a");
}

static void a_worktree_makes_a_root(void **state)
{
	(void)state;
	temp_write("a/.git", "gitdir: x\n");
	temp_write("a/b/x", "");
	root_of("a/b", "a");
}

static void the_nearest_wins(void **state)
{
	(void)state;
	temp_write("a/.phaseline/store.db", "");
	temp_write("a/b/.git/HEAD", "");
	temp_write("a/b/c/x", "");
	temp_write("a/b/d/.phaseline.yaml", "");
	temp_write("a/b/d/e/x", "");
	root_of("a/b/c", "a/b");
	root_of("a/b/d/e", "a/b/d");
}

static void plans_alone_make_a_root(void **state)
{
	(void)state;
	temp_write("a/.planning/phases/01-x/p.md", "");
	temp_write("b/plans/p.md", "");
	root_of("a/.planning/phases/01-x", "a");
	root_of("a", "a");
	root_of("b/plans", "b");
}

static void else_the_directory_itself_is_it(void **state)
{
	(void)state;
	temp_write("a/b/x", "");
	root_of("a/b", "a/b");
}

static void links_are_resolved(void **state)
{
	(void)state;
	temp_write("a/.git/HEAD", "");
	temp_write("a/b/x", "");
	assert_int_equal(symlink("a/b", temp_path("link")), 0);
	root_of("link", "a");
}

static void what_is_no_directory_is_refused(void **state)
{
	struct err err = { 0 };
	const char *root;

	(void)state;
	temp_write("file", "");
	assert_false(root_find(&arena, temp_path("file"), &root, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	assert_false(root_find(&arena, temp_path("missing"), &root, &err));
	assert_int_equal(err.kind, ERR_USAGE);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_configuration_makes_a_root),
		T(a_store_makes_a_root),
		T(a_repository_makes_a_root),
		T(a_worktree_makes_a_root),
		T(the_nearest_wins),
		T(plans_alone_make_a_root),
		T(else_the_directory_itself_is_it),
		T(links_are_resolved),
		T(what_is_no_directory_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
