/* Which file of the tree a plan means. */
#include "tree/resolve.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "unit.h"

static struct arena arena;

static void paths_are_cleaned(void **state)
{
	static const struct {
		const char *path, *clean;
	} rows[] = {
		{ "a/b.c", "a/b.c" },	 { "./a//b.c", "a/b.c" }, { "/a/b.c", "a/b.c" },
		{ "a/x/../b.c", "a/b.c" }, { "a/..", NULL },	  { "../a", NULL },
		{ "a/../../b", NULL },	 { ".git/config", NULL }, { "a/.GIT/x", NULL },
		{ "", NULL },		 { "a/...", "a/..." },	  { ".github/x", ".github/x" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *clean = resolve_clean(&arena, rows[i].path);
		if (!clean != !rows[i].clean || (clean && strcmp(clean, rows[i].clean) != 0))
			fail_msg("\"%s\" is \"%s\"", rows[i].path, clean ? clean : "(none)");
	}
}

static void the_whole_path_then_the_only_ending(void **state)
{
	static const char *const paths[] = { "a/x.py", "api/auth.ts", "app/[id]/page.tsx",
					     "backend/services/y.py", "web/api/auth.ts",
					     "web/bauth.ts", "x.py" };
	static const struct {
		const char *path, *file;
		enum resolve_kind kind;
		size_t count;
	} rows[] = {
		{ "x.py", "x.py", RESOLVE_FOUND, 2 },
		{ "a/x.py", "a/x.py", RESOLVE_FOUND, 1 },
		{ "api/auth.ts", "api/auth.ts", RESOLVE_FOUND, 2 },
		{ "auth.ts", NULL, RESOLVE_AMBIGUOUS, 2 },
		{ "services/y.py", "backend/services/y.py", RESOLVE_FOUND, 1 },
		{ "y.py", "backend/services/y.py", RESOLVE_FOUND, 1 },
		{ "page.tsx", "app/[id]/page.tsx", RESOLVE_FOUND, 1 },
		{ "vices/y.py", NULL, RESOLVE_GONE, 0 },
		{ "backend", NULL, RESOLVE_GONE, 0 },
	};
	struct resolver *r = resolver_make(&arena, paths, sizeof paths / sizeof *paths);
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t file, count;
		assert_int_equal(resolve(r, rows[i].path, &file, &count), rows[i].kind);
		assert_int_equal(count, rows[i].count);
		if (rows[i].file)
			assert_string_equal(paths[file], rows[i].file);
		assert_int_equal(resolve_exact(r, rows[i].path, &file),
				 rows[i].file && strcmp(rows[i].file, rows[i].path) == 0);
	}
}

static void many_files_of_one_name_cost_little(void **state)
{
	enum { FILES = 50000 };
	const char **paths = arena_alloc(&arena, FILES * sizeof *paths);
	size_t file, count;
	(void)state;
	for (int i = 0; i < FILES; i++)
		paths[i] = arena_printf(&arena, "src/component%06d/index.ts", i);
	clock_t start = clock();
	struct resolver *r = resolver_make(&arena, paths, FILES);
	for (int i = 0; i < FILES; i++) {
		resolve(r, "index.ts", &file, &count);
		resolve(r, strchr(paths[i], '/') + 1, &file, &count);
		assert_int_equal(file, i);
	}
	assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_cleaned),
		cmocka_unit_test(the_whole_path_then_the_only_ending),
		cmocka_unit_test(many_files_of_one_name_cost_little),
	};
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
