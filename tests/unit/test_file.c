#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static int enter(void **state)
{
	char *dir = strdup("/tmp/test_file.XXXXXX");

	*state = dir;
	return mkdtemp(dir) && chdir(dir) == 0 ? 0 : -1;
}

static int leave(void **state)
{
	char command[100];

	snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
	free(*state);
	return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void what_was_written_is_read_back(void **state)
{
	struct buf b = { 0 };
	struct err err = { 0 };
	struct stat st;
	size_t n = 300000;
	char *bytes = malloc(n);

	(void)state;
	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)(i * 7);
	assert_true(file_replace("f", bytes, n, &err));
	buf_str(&b, "kept:");
	assert_true(file_read(AT_FDCWD, "f", n, &b, &st, &err));
	assert_int_equal(b.n, n + 5);
	assert_memory_equal(b.s, "kept:", 5);
	assert_memory_equal(b.s + 5, bytes, n);
	assert_int_equal(b.s[b.n], 0);
	assert_int_equal(st.st_size, n);
	buf_free(&b);
	free(bytes);
}

static void an_empty_file_is_an_empty_string(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_true(file_replace("empty", "", 0, NULL));
	assert_true(file_read(AT_FDCWD, "empty", 10, &b, NULL, NULL));
	assert_int_equal(b.n, 0);
	assert_string_equal(b.s, "");
	buf_free(&b);
}

static void what_is_no_file_is_refused(void **state)
{
	struct buf b = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_false(file_read(AT_FDCWD, "none", 10, &b, NULL, &err));
	assert_int_equal(err.kind, ERR_IO);
	assert_string_equal(err.text, "cannot read none: No such file or directory");
	assert_int_equal(mkdir("dir", 0755), 0);
	assert_false(file_read(AT_FDCWD, "dir", 10, &b, NULL, &err));
	assert_string_equal(err.text, "dir is a directory, not a file");
	assert_int_equal(mkfifo("pipe", 0644), 0);
	assert_false(file_read(AT_FDCWD, "pipe", 10, &b, NULL, &err));
	assert_string_equal(err.text, "pipe is not a regular file");
	assert_true(file_replace("big", "0123456789", 10, &err));
	assert_false(file_read(AT_FDCWD, "big", 9, &b, NULL, &err));
	assert_string_equal(err.text, "big is too large (10 bytes, limit 9)");
	assert_true(file_read(AT_FDCWD, "big", 10, &b, NULL, &err));
	buf_free(&b);
}

static void replacing_keeps_mode_and_leaves_nothing_else(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkdir("alone", 0755), 0);
	assert_true(file_replace("alone/f", "old", 3, NULL));
	assert_int_equal(chmod("alone/f", 0640), 0);
	assert_true(file_replace("alone/f", "new!", 4, NULL));
	assert_int_equal(stat("alone/f", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_int_equal(st.st_size, 4);
	assert_int_equal(unlink("alone/f"), 0);
	assert_int_equal(rmdir("alone"), 0);
}

static void a_link_stays_a_link(void **state)
{
	struct stat st;
	struct buf b = { 0 };

	(void)state;
	assert_true(file_replace("target", "old", 3, NULL));
	assert_int_equal(symlink("target", "link"), 0);
	assert_true(file_replace("link", "new", 3, NULL));
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_true(file_read(AT_FDCWD, "target", 10, &b, NULL, NULL));
	assert_string_equal(b.s, "new");
	buf_free(&b);
}

static void a_failed_write_says_so(void **state)
{
	struct err err = { 0 };

	(void)state;
	assert_false(file_replace("nowhere/f", "x", 1, &err));
	assert_string_equal(err.text,
			    "cannot write nowhere/f: No such file or directory");
	assert_true(file_replace("/dev/null", "x", 1, &err));
	assert_false(file_replace("/dev/full", "x", 1, &err));
	assert_string_equal(err.text,
			    "cannot write /dev/full: No space left on device");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_written_is_read_back),
		cmocka_unit_test(an_empty_file_is_an_empty_string),
		cmocka_unit_test(what_is_no_file_is_refused),
		cmocka_unit_test(replacing_keeps_mode_and_leaves_nothing_else),
		cmocka_unit_test(a_link_stays_a_link),
		cmocka_unit_test(a_failed_write_says_so),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
