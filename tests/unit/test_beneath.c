/* The fallback for kernels without openat2 refuses the same paths. */
#include "tree/beneath.c"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "temp_tree.h"

static int root;

static int set_up(void **state)
{
	(void)state;
	temp_make();
	temp_write("in/a/b/x.md", "x");
	temp_write("out.md", "");
	root = open(temp_path("in"), O_RDONLY | O_DIRECTORY);
	return symlink("../out.md", temp_path("in/link.md")) ||
	       symlink("..", temp_path("in/dir")) || symlink("b", temp_path("in/a/c"));
}

static int tear_down(void **state)
{
	(void)state;
	close(root);
	temp_remove();
	return 0;
}

static void opens(const char *path)
{
	int fd = open_by_component(root, path, O_RDONLY, false);
	char c = 0;

	if (fd < 0 || read(fd, &c, 1) != 1 || c != 'x')
		fail_msg("%s does not open", path);
	close(fd);
}

static void refuses(const char *path, int want)
{
	if (open_by_component(root, path, O_RDONLY, false) >= 0)
		fail_msg("%s opens", path);
	assert_int_equal(errno, want);
}

static void files_beneath_the_root_open(void **state)
{
	(void)state;
	opens("a/b/x.md");
	opens("a//b/x.md");
}

static void nothing_else_opens(void **state)
{
	(void)state;
	refuses("../out.md", EXDEV);
	refuses("a/../../out.md", EXDEV);
	refuses("link.md", ELOOP);
	refuses("dir/out.md", ENOTDIR);
	refuses("a/c/x.md", ENOTDIR);
	refuses("a/b/missing.md", ENOENT);
}

static void no_descriptor_is_left_open(void **state)
{
	int before = dup(root), after;

	(void)state;
	close(before);
	refuses("a/c/x.md", ENOTDIR);
	refuses("../out.md", EXDEV);
	opens("a/b/x.md");
	after = dup(root);
	close(after);
	assert_int_equal(before, after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_beneath_the_root_open),
		cmocka_unit_test(nothing_else_opens),
		cmocka_unit_test(no_descriptor_is_left_open),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
