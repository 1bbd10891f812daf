/* .gitignore rules and the patterns in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tree/glob.h"
#include "tree/ignore.h"

static struct arena arena;

static void patterns_fit_as_in_git(void **state)
{
	static const struct {
		const char *pattern, *text;
		bool fits;
	} rows[] = {
		{ "a", "a", true },
		{ "a", "ab", false },
		{ "", "", true },
		{ "*.md", "x.md", true },
		{ "*.md", ".md", true },
		{ "*.md", "x.mdx", false },
		{ "*", "a/b", false },
		{ "a*b*c", "aXbXbYc", true },
		{ "a*b*c", "aXbXbY", false },
		{ "?", "a", true },
		{ "?", "/", false },
		{ "[a-c]x", "bx", true },
		{ "[!a-c]x", "bx", false },
		{ "[^a-c]x", "dx", true },
		{ "[]]", "]", true },
		{ "[a", "a", false },
		{ "[/]", "/", false },
		{ "\\*", "*", true },
		{ "\\*", "a", false },
		{ "a/*/c", "a/b/c", true },
		{ "a/*/c", "a/b/b/c", false },
		{ "**/c", "c", true },
		{ "**/c", "a/b/c", true },
		{ "**/c", "a/bc", false },
		{ "a/**/c", "a/c", true },
		{ "a/**/c", "a/b/b/c", true },
		{ "a/**", "a/b/c", true },
		{ "a/**", "a", false },
		{ "a/**/b/**/c", "a/x/b/y/z/c", true },
		{ "a/**/b/**/c", "a/x/y/z/c", false },
		{ "**/a*b/c", "a/axb/c", true },
		{ "**/x/*.md", "x/a/x/b.md", true },
		{ "a**b", "axb", true },
		{ "a**b", "a/b", false },
		{ "plans/**/*.md", "plans/1.md", true },
		{ "plans/**/*.md", "plans/a/b/1.md", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (glob_match(rows[i].pattern, rows[i].text) != rows[i].fits)
			fail_msg("\"%s\" on \"%s\"", rows[i].pattern, rows[i].text);
}

static void hostile_patterns_end(void **state)
{
	char pattern[1025], text[4001];

	(void)state;
	for (size_t i = 0; i < 1024; i++)
		pattern[i] = i % 2 ? 'a' : '*';
	pattern[1023] = 'b';
	pattern[1024] = '\0';
	memset(text, 'a', 4000);
	text[4000] = '\0';
	assert_false(glob_match(pattern, text));
	for (size_t i = 0; i < 1020; i++)
		pattern[i] = "**/a/"[i % 5];
	for (size_t i = 1; i < 4000; i += 2)
		text[i] = '/';
	assert_false(glob_match(pattern, text));
}

static const char *const keep[] = { ".planning", NULL };

static const struct ignore *rules(const char *text, size_t dir, const struct ignore *above)
{
	return ignore_read(&arena, text, strlen(text), dir, keep, above);
}

static void names_fit_at_any_depth(void **state)
{
	const struct ignore *r = rules("build\n*.o\n", 0, NULL);

	(void)state;
	assert_true(ignore_fits(r, "build", true));
	assert_true(ignore_fits(r, "a/build", true));
	assert_true(ignore_fits(r, "a/b/x.o", false));
	assert_false(ignore_fits(r, "builder", true));
}

static void a_slash_anchors(void **state)
{
	const struct ignore *r = rules("/build\ndocs/tmp\n", 0, NULL);

	(void)state;
	assert_true(ignore_fits(r, "build", true));
	assert_false(ignore_fits(r, "a/build", true));
	assert_true(ignore_fits(r, "docs/tmp", true));
	assert_false(ignore_fits(r, "a/docs/tmp", true));
}

static void a_final_slash_means_directories(void **state)
{
	const struct ignore *r = rules("build/\n", 0, NULL);

	(void)state;
	assert_true(ignore_fits(r, "a/build", true));
	assert_false(ignore_fits(r, "a/build", false));
}

static void the_last_rule_that_fits_decides(void **state)
{
	const struct ignore *r = rules("*.md\n!keep.md\n", 0, NULL);

	(void)state;
	assert_true(ignore_fits(r, "a.md", false));
	assert_false(ignore_fits(r, "a/keep.md", false));
	r = rules("!keep.md\n*.md\n", 0, NULL);
	assert_true(ignore_fits(r, "keep.md", false));
}

static void deeper_files_go_first(void **state)
{
	const struct ignore *top = rules("*.md\n", 0, NULL);
	const struct ignore *sub = rules("!a.md\n/b\n", strlen("sub/"), top);

	(void)state;
	assert_false(ignore_fits(sub, "sub/a.md", false));
	assert_true(ignore_fits(sub, "sub/x.md", false));
	assert_true(ignore_fits(sub, "sub/b", true));
	assert_false(ignore_fits(sub, "sub/c/b", true));
}

static void comments_spaces_and_escapes(void **state)
{
	const struct ignore *r = rules("\xef\xbb\xbf# build\n\nx  \ny\\ \n\\#z\r\n\\!w", 0, NULL);

	(void)state;
	assert_false(ignore_fits(r, "build", true));
	assert_true(ignore_fits(r, "x", true));
	assert_true(ignore_fits(r, "y ", true));
	assert_true(ignore_fits(r, "#z", true));
	assert_true(ignore_fits(r, "!w", true));
}

static void no_rule_is_no_level(void **state)
{
	(void)state;
	assert_null(rules("# nothing\n\n/\n", 0, NULL));
}

static void ignoring_what_plans_hold_ignores_their_directory(void **state)
{
	const struct ignore *r = rules(".planning/*\n", 0, NULL);

	(void)state;
	assert_true(ignore_fits(r, ".planning", true));
	assert_false(ignore_fits(r, ".planning/x.md", false));
	r = rules("a/.planning/**\nsrc/*\n", 0, NULL);
	assert_true(ignore_fits(r, "a/.planning", true));
	assert_false(ignore_fits(r, "src", true));
	assert_true(ignore_fits(r, "src/x", true));
}

static int done(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_fit_as_in_git),
		cmocka_unit_test(hostile_patterns_end),
		cmocka_unit_test(names_fit_at_any_depth),
		cmocka_unit_test(a_slash_anchors),
		cmocka_unit_test(a_final_slash_means_directories),
		cmocka_unit_test(the_last_rule_that_fits_decides),
		cmocka_unit_test(deeper_files_go_first),
		cmocka_unit_test(comments_spaces_and_escapes),
		cmocka_unit_test(no_rule_is_no_level),
		cmocka_unit_test(ignoring_what_plans_hold_ignores_their_directory),
	};

	return cmocka_run_group_tests(tests, NULL, done);
}
