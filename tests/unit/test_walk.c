/* Which files a walk finds, and in which order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>

#include "base/buf.h"
#include "temp_tree.h"
#include "tree/beneath.h"
#include "tree/walk.h"

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

static int wants_markdown(const char *path, void *ctx)
{
	size_t n = strlen(path);

	(void)ctx;
	return n > 3 && strcmp(path + n - 3, ".md") == 0 ? 7 : 0;
}

static const char *const keep[] = { ".planning", "plans", NULL };

static struct walk walk_it(void)
{
	struct walk w = { .wanted = wants_markdown, .keep = keep };
	struct err err = { 0 };
	int fd = open(temp_root, O_RDONLY | O_DIRECTORY);

	if (!tree_walk(&w, &arena, fd, &err))
		fail_msg("%s", err.text);
	close(fd);
	return w;
}

/* `want`: the paths, a space between them. */
static void finds(const char *want)
{
	struct walk w = walk_it();
	struct buf got = { 0 };

	for (size_t i = 0; i < w.files.n; i++) {
		assert_int_equal(w.files.v[i].kind, 7);
		buf_printf(&got, "%s%s", i ? " " : "", w.files.v[i].path);
	}
	assert_string_equal(got.s ? got.s : "", want);
	buf_free(&got);
}

static void an_empty_tree_has_no_files(void **state)
{
	(void)state;
	finds("");
}

static void files_come_in_path_order(void **state)
{
	(void)state;
	temp_write("b.md", "");
	temp_write("a/z.md", "");
	temp_write("a-b/c.md", "");
	temp_write("a.md", "");
	temp_write("a/b/c.md", "");
	temp_write("a/x.txt", "");
	finds("a-b/c.md a.md a/b/c.md a/z.md b.md");
}

static void stamps_are_those_of_the_file(void **state)
{
	struct walk w;
	struct stat st;

	(void)state;
	temp_write("a.md", "12345");
	w = walk_it();
	stat(temp_path("a.md"), &st);
	assert_int_equal(w.files.v[0].size, 5);
	assert_int_equal(w.files.v[0].inode, st.st_ino);
	assert_int_equal(w.files.v[0].mtime_ns,
			 st.st_mtim.tv_sec * 1000000000L + st.st_mtim.tv_nsec);
}

static void directories_of_tools_are_skipped(void **state)
{
	(void)state;
	temp_write(".git/a.md", "");
	temp_write("node_modules/x/a.md", "");
	temp_write("sub/node_modules/a.md", "");
	temp_write(".worktrees/w/a.md", "");
	temp_write(".phaseline/a.md", "");
	temp_write(".planning.backup.2/a.md", "");
	temp_write(".planning.backup/a.md", "");
	temp_write("old~/a.md", "");
	temp_write("b.md~", "");
	temp_write(".planning/a.md", "");
	finds(".planning/a.md");
}

static void other_projects_are_skipped(void **state)
{
	(void)state;
	temp_write(".git/HEAD", "");
	temp_write(".phaseline.yaml", "");
	temp_write("a.md", "");
	temp_write("repo/.git/HEAD", "");
	temp_write("repo/a.md", "");
	temp_write("worktree/.git", "gitdir: elsewhere\n");
	temp_write("worktree/sub/a.md", "");
	temp_write("project/.phaseline.yaml", "");
	temp_write("project/a.md", "");
	finds("a.md");
}

static void links_are_not_followed(void **state)
{
	(void)state;
	temp_write("a/x.md", "");
	assert_int_equal(symlink("a", temp_path("b")), 0);
	assert_int_equal(symlink("a/x.md", temp_path("c.md")), 0);
	assert_int_equal(symlink("..", temp_path("a/up")), 0);
	assert_int_equal(mkfifo(temp_path("pipe.md"), 0600), 0);
	finds("a/x.md");
}

static void ignored_files_are_skipped(void **state)
{
	(void)state;
	temp_write(".gitignore", "build/\n*.tmp.md\n");
	temp_write(".git/info/exclude", "private\n");
	temp_write("build/a.md", "");
	temp_write("private/a.md", "");
	temp_write("a.tmp.md", "");
	temp_write("sub/.gitignore", "/x\n!b.tmp.md\n");
	temp_write("sub/x/a.md", "");
	temp_write("sub/y/x/a.md", "");
	temp_write("sub/b.tmp.md", "");
	finds("sub/b.tmp.md sub/y/x/a.md");
}

static void an_ignored_directory_of_plans_is_read(void **state)
{
	(void)state;
	temp_write(".gitignore", ".planning/\nbuild\n");
	temp_write(".planning/a.md", "");
	temp_write(".planning/build/a.md", "");
	temp_write("build/.planning/a.md", "");
	finds(".planning/a.md .planning/build/a.md");
}

static void a_directory_of_plans_that_ignores_itself_is_read(void **state)
{
	(void)state;
	temp_write(".planning/.gitignore", "*\n");
	temp_write(".planning/phases/a.md", "");
	temp_write("notes/.gitignore", "*\n");
	temp_write("notes/a.md", "");
	finds(".planning/phases/a.md");
}

static void a_part_of_the_plans_can_be_ignored(void **state)
{
	(void)state;
	temp_write(".gitignore", ".planning/archive/\n");
	temp_write(".planning/archive/a.md", "");
	temp_write(".planning/b.md", "");
	finds(".planning/b.md");
}

static void an_unreadable_directory_is_a_problem(void **state)
{
	struct walk w;

	(void)state;
	if (geteuid() == 0)
		skip();
	temp_write("a/x.md", "");
	temp_write("b/x.md", "");
	chmod(temp_path("a"), 0);
	w = walk_it();
	chmod(temp_path("a"), 0700);
	assert_int_equal(w.files.n, 1);
	assert_int_equal(w.problems.n, 1);
	assert_string_equal(w.problems.v[0], "a: Permission denied");
}

static void too_deep_is_a_problem(void **state)
{
	char path[400] = "";
	struct walk w;

	(void)state;
	for (int i = 0; i < 70; i++)
		strcat(path, "d/");
	strcat(path, "x.md");
	temp_write(path, "");
	temp_write("d/y.md", "");
	w = walk_it();
	assert_int_equal(w.files.n, 1);
	assert_int_equal(w.problems.n, 1);
	assert_non_null(strstr(w.problems.v[0], "limit 64"));
}

static void files_beneath_the_root_open(void **state)
{
	int root = open(temp_root, O_RDONLY | O_DIRECTORY), fd;

	(void)state;
	temp_write("a/b/x.md", "");
	fd = beneath_open(root, "a/b/x.md", O_RDONLY);
	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(beneath_open(root, "a/b/y.md", O_RDONLY), -1);
	assert_int_equal(errno, ENOENT);
	close(root);
}

static void nothing_else_opens(void **state)
{
	int root;

	(void)state;
	temp_write("in/a.md", "");
	temp_write("out.md", "");
	root = open(temp_path("in"), O_RDONLY | O_DIRECTORY);
	assert_int_equal(symlink("../out.md", temp_path("in/link.md")), 0);
	assert_int_equal(symlink("..", temp_path("in/dir")), 0);
	assert_int_equal(beneath_open(root, "../out.md", O_RDONLY), -1);
	assert_int_equal(beneath_open(root, temp_path("out.md"), O_RDONLY), -1);
	assert_int_equal(beneath_open(root, "link.md", O_RDONLY), -1);
	assert_int_equal(beneath_open(root, "dir/out.md", O_RDONLY), -1);
	assert_int_equal(beneath_open(root, "", O_RDONLY), -1);
	close(root);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_empty_tree_has_no_files),
		T(files_come_in_path_order),
		T(stamps_are_those_of_the_file),
		T(directories_of_tools_are_skipped),
		T(other_projects_are_skipped),
		T(links_are_not_followed),
		T(ignored_files_are_skipped),
		T(an_ignored_directory_of_plans_is_read),
		T(a_directory_of_plans_that_ignores_itself_is_read),
		T(a_part_of_the_plans_can_be_ignored),
		T(an_unreadable_directory_is_a_problem),
		T(too_deep_is_a_problem),
		T(files_beneath_the_root_open),
		T(nothing_else_opens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
