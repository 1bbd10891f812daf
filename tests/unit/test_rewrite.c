#include "unit.h"

#include <dirent.h>

#include "base/file.h"
#include "project/rewrite.h"
#include "temp_tree.h"

static struct arena arena;
static struct project project;

static int setup(void **state)
{
	(void)state;
	temp_make();
	project = (struct project){ .store_path = temp_path("store.db") };
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	temp_remove();
	arena_free(&arena);
	return 0;
}

/* How often somebody saves the file while we think, and how often we thought. */
struct editor {
	const char *name;
	int saves, asked;
};

static bool append(void *context, const char *bytes, size_t n, struct buf *out, struct err *err)
{
	struct editor *e = context;
	char text[32];

	(void)err;
	buf_add(out, bytes, n);
	buf_str(out, "+");
	if (e->asked++ < e->saves) {
		snprintf(text, sizeof text, "saved %d", e->asked);
		temp_write(e->name, text);
	}
	return true;
}

static bool keep(void *context, const char *bytes, size_t n, struct buf *out, struct err *err)
{
	(void)context;
	(void)err;
	buf_add(out, bytes, n);
	return true;
}

static bool refuse(void *context, const char *bytes, size_t n, struct buf *out, struct err *err)
{
	(void)context;
	(void)bytes;
	(void)n;
	buf_str(out, "half");
	return err_set(err, ERR_USAGE, "no");
}

static void assert_text(const char *name, const char *text)
{
	struct buf b = { 0 };

	assert_true(file_read(AT_FDCWD, temp_path(name), 1 << 20, &b, NULL, NULL));
	assert_string_equal(b.s, text);
	buf_free(&b);
}

static int files_in_root(void)
{
	DIR *d = opendir(temp_root);
	int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n - 2;
}

static enum rewritten run(const char *name, rewriter *change, void *context, struct err *err)
{
	const char *rescued;
	enum rewritten done = rewrite(&project, &arena, temp_path(name), change, context,
				      &rescued, err);

	assert_null(rescued);
	return done;
}

static void what_somebody_saves_meanwhile_is_kept(void **state)
{
	struct editor e = { "f", 2, 0 };
	struct err err = { 0 };

	(void)state;
	temp_write("f", "old");
	assert_int_equal(run("f", append, &e, &err), REWRITE_DONE);
	assert_int_equal(e.asked, 3);
	assert_text("f", "saved 2+");
	assert_int_equal(files_in_root(), 1);
}

static void who_saves_all_the_time_wins(void **state)
{
	struct editor e = { "f", 1000, 0 };
	struct err err = { 0 };
	char last[32];

	(void)state;
	temp_write("f", "old");
	assert_int_equal(run("f", append, &e, &err), REWRITE_FAILED);
	assert_int_equal(err.kind, ERR_BUSY);
	snprintf(last, sizeof last, "saved %d", e.asked);
	assert_text("f", last);
	assert_int_equal(files_in_root(), 1);
}

static void the_same_text_is_not_written(void **state)
{
	struct stat before, after;
	struct err err = { 0 };

	(void)state;
	temp_write("f", "text");
	stat(temp_path("f"), &before);
	assert_int_equal(run("f", keep, NULL, &err), REWRITE_SAME);
	stat(temp_path("f"), &after);
	assert_int_equal(before.st_ino, after.st_ino);
	temp_write("empty", "");
	assert_int_equal(run("empty", keep, NULL, &err), REWRITE_SAME);
}

static void mode_and_link_stay(void **state)
{
	struct editor e = { "f", 0, 0 };
	struct err err = { 0 };
	struct stat st;

	(void)state;
	temp_write("dir/f", "old");
	chmod(temp_path("dir/f"), 0640);
	assert_int_equal(symlink("dir/f", temp_path("link")), 0);
	assert_int_equal(run("link", append, &e, &err), REWRITE_DONE);
	assert_text("dir/f", "old+");
	lstat(temp_path("link"), &st);
	assert_true(S_ISLNK(st.st_mode));
	stat(temp_path("dir/f"), &st);
	assert_int_equal(st.st_mode & 07777, 0640);
}

static void what_cannot_be_read_is_said(void **state)
{
	struct err err = { 0 };

	(void)state;
	temp_write("dir/f", "x");
	assert_int_equal(run("none", keep, NULL, &err), REWRITE_FAILED);
	assert_non_null(strstr(err.text, "none: No such file"));
	assert_int_equal(run("dir", keep, NULL, &err), REWRITE_FAILED);
	assert_non_null(strstr(err.text, "dir: Is a directory"));
	assert_int_equal(run("dir/f", refuse, NULL, &err), REWRITE_FAILED);
	assert_string_equal(err.text, "no");
	assert_text("dir/f", "x");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_somebody_saves_meanwhile_is_kept),
		TEST(who_saves_all_the_time_wins),
		TEST(the_same_text_is_not_written),
		TEST(mode_and_link_stay),
		TEST(what_cannot_be_read_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
