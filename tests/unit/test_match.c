/* What lines of code say about references: every state, and what real files do. */
#include "tree/match.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "unit.h"

static void compare(struct code *code, struct match_ref *refs, size_t n)
{
	struct arena scratch = { 0 };
	match_refs(code, refs, n, &scratch);
	arena_free(&scratch);
}

static void match(const char *text, struct match_ref *refs, size_t n)
{
	struct code code = { .bytes = text, .n = strlen(text) };
	compare(&code, refs, n);
	code_free(&code);
}

struct row {
	const char *text;
	int first, last;
	const char *expected, *wanted;
	enum ref_state state;
	int found;
};

static void check_all(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct row *r = &rows[i];
		struct match_ref ref = { .first = r->first, .last = r->last,
					 .expected = r->expected, .wanted = r->wanted };
		match(r->text, &ref, 1);
		int found = ref.nfound ? ref.found[0] : 0;
		if (ref.state != r->state || found != r->found)
			fail_msg("row %zu, \"%s\": %s at %d, not %s at %d", i,
				 r->expected ? r->expected : "", ref_state_words[ref.state],
				 found, ref_state_words[r->state], r->found);
	}
}
#define CHECK(rows) check_all(rows, sizeof rows / sizeof *rows)

static void a_text_stands_moves_or_goes(void **state)
{
	static const struct row rows[] = {
		{ "one line\ntwo lines\n", 2, 2, "two lines", NULL, REF_STANDING, 2 },
		{ "one line\ntwo lines", 2, 2, "two lines", NULL, REF_STANDING, 2 },
		{ "one line\nx\ntwo lines\n", 2, 2, "two lines", NULL, REF_MOVED, 3 },
		{ "one line\nx\n", 2, 2, "two lines", NULL, REF_CLEARED, 0 },
		{ "one line\n2 lines\n", 2, 2, "two lines", "2 lines", REF_REPLACED, 2 },
		{ "one line\n", 2, 2, "two lines", "2 lines", REF_CLEARED, 0 },
		{ "", 2, 2, "two lines", NULL, REF_CLEARED, 0 },
		{ "one line\n", 1, 1, NULL, NULL, REF_UNQUOTED, 0 },
		{ "one line\n", 1, 1, "  ", NULL, REF_UNQUOTED, 0 },
		{ "two lines\n", 900, 900, "two lines", NULL, REF_MOVED, 1 },
	};
	(void)state;
	CHECK(rows);
}

static void blanks_are_folded(void **state)
{
	static const struct row rows[] = {
		{ "\tif  (x)\t{  \n", 1, 1, "if (x) {", NULL, REF_STANDING, 1 },
		{ "if (x) {\r\nnext();\r\n", 2, 2, "next();", NULL, REF_STANDING, 2 },
		{ "a\r\n\r\nnext_one();\r\n", 1, 1, "next_one();", NULL, REF_MOVED, 3 },
		{ "a\nx\ty\tzebra\n", 1, 1, "x y  zebra", NULL, REF_MOVED, 2 },
		{ "\xef\xbb\xbf" "first();\n", 1, 1, "first();", NULL, REF_STANDING, 1 },
		{ "\xef\xbb\xbf" "first();\n", 7, 7, "first();", NULL, REF_MOVED, 1 },
		{ "ab\n", 1, 1, "a b", NULL, REF_CLEARED, 0 },
	};
	(void)state;
	CHECK(rows);
}

static void parts_of_a_line_are_enough(void **state)
{
	static const struct row rows[] = {
		/* its beginning, wherever the quote ends */
		{ "db.execute(text(sql))\n", 1, 1, "db.execute(te", NULL, REF_STANDING, 1 },
		{ "x\ndb.execute(text(sql))\n", 1, 1, "db.execute(te", NULL, REF_MOVED, 2 },
		/* between words */
		{ "  y = load_user(id)\n", 1, 1, "load_user(id)", NULL, REF_STANDING, 1 },
		{ "\ny = load_user(id)\n", 1, 1, "load_user(id)", NULL, REF_MOVED, 2 },
		{ "reload_user(id)\n", 1, 1, "load_user(id)", NULL, REF_CLEARED, 0 },
		{ "x load_users\n", 1, 1, "load_user", NULL, REF_CLEARED, 0 },
		{ "reload_user load_user\n", 1, 1, "load_user", NULL, REF_STANDING, 1 },
		/* a few letters only where they should be, or as a line */
		{ "x = id\n", 1, 1, "id", NULL, REF_STANDING, 1 },
		{ "\nx = id\n", 1, 1, "id", NULL, REF_CLEARED, 0 },
		{ "\n id\n", 1, 1, "id", NULL, REF_MOVED, 2 },
		/* around an ellipsis */
		{ "f(a, b, c);\n", 1, 1, "f(a, ... c);", NULL, REF_STANDING, 1 },
		{ "f(a, b, c);\n", 1, 1, "f(a, \xe2\x80\xa6);", NULL, REF_STANDING, 1 },
		{ "f(a, b, d);\n", 1, 1, "f(a, ... c);", NULL, REF_CLEARED, 0 },
		{ "\nfunction(a, b);\n", 1, 1, "functi...", NULL, REF_MOVED, 2 },
		{ "\nmalfunction(a, b);\n", 1, 1, "...function(a", NULL, REF_MOVED, 2 },
		{ "f(...args)\n", 1, 1, "f(...args)", NULL, REF_STANDING, 1 },
		{ "b a\n", 1, 1, "a ... b", NULL, REF_CLEARED, 0 },
		{ "x\n", 1, 1, "...", NULL, REF_UNQUOTED, 0 },
	};
	(void)state;
	CHECK(rows);
}

static void what_is_wanted_may_hold_what_was(void **state)
{
	static const struct row rows[] = {
		{ "await save_all(x)\n", 1, 1, "save_all(x)", "await save_all(x)", REF_REPLACED, 1 },
		{ "save_all(x)\n", 1, 1, "save_all(x)", "await save_all(x)", REF_STANDING, 1 },
		{ "await save_all(x)\nsave_all(x)\n", 1, 1, "save_all(x)", "await save_all(x)",
		  REF_MOVED, 2 },
		{ "b = one_line\nc = two\n", 1, 1, "gone_line", "# why\nb = one_line\nc = two",
		  REF_REPLACED, 1 },
	};
	(void)state;
	CHECK(rows);
}

static void a_range_holds_its_lines(void **state)
{
	static const struct row rows[] = {
		{ "a\nb\nfind_me\nd\n", 1, 4, "find_me", NULL, REF_STANDING, 3 },
		{ "a\nb\nc\nd\nfind_me\n", 1, 4, "find_me", NULL, REF_MOVED, 5 },
		{ "a\nb\nc\nd\nfind_me\n", 2, INT32_MAX, "find_me", NULL, REF_STANDING, 5 },
		{ "one_one\ntwo_two\n", 1, 2, "one_one\ntwo_two", NULL, REF_STANDING, 1 },
		{ "x\none_one\n\ntwo_two\n", 1, 1, "one_one\ntwo_two", NULL, REF_MOVED, 2 },
		{ "one_one\nx\n", 1, 2, "one_one\ntwo_two", NULL, REF_STANDING, 1 },
		{ "x\nx\nx\none_one\n", 1, 2, "one_one\ntwo_two", NULL, REF_MOVED, 4 },
		{ "x\nx\n", 1, 2, "one_one\ntwo_two", NULL, REF_CLEARED, 0 },
		{ "import x\n", 1, 3, "import x\ntwo_two\nthree_3", NULL, REF_CLEARED, 0 },
		{ "if (x) {\n}\n", 1, 3, "while (y) {\n}\n}", NULL, REF_CLEARED, 0 },
		{ "}\n", 1, 1, "}", NULL, REF_STANDING, 1 },
	};
	(void)state;
	CHECK(rows);
}

static void an_occurrence_serves_one_reference(void **state)
{
	struct match_ref refs[4] = { { .first = 2, .last = 2 }, { .first = 4, .last = 4 },
				     { .first = 6, .last = 6 }, { .first = 4, .last = 4 } };
	(void)state;
	for (int i = 0; i < 4; i++)
		refs[i].expected = "the same text";
	refs[3].group = 1; /* of another plan */
	match("\n\n\nthe same text\n\n\n\nthe same text\n", refs, 4);
	assert_int_equal(refs[1].state, REF_STANDING);
	assert_int_equal(refs[2].state, REF_MOVED);
	assert_int_equal(refs[2].found[0], 8);
	assert_int_equal(refs[2].shift, 2);
	assert_int_equal(refs[0].state, REF_CLEARED);
	assert_int_equal(refs[3].state, REF_STANDING);
}

static void the_nearest_come_first(void **state)
{
	struct match_ref ref = { .first = 5, .last = 5, .expected = "the text" };
	(void)state;
	match("the text\n\n\nthe text\n\n\n\n\nthe text\nthe text\n", &ref, 1);
	assert_int_equal(ref.state, REF_MOVED);
	assert_int_equal(ref.nfound, 4);
	assert_int_equal(ref.found[0], 4);
	assert_int_equal(ref.found[1], 1);
	assert_int_equal(ref.found[2], 9);
	assert_int_equal(ref.found[3], 10);
}

static void an_approximate_line_may_be_a_little_off(void **state)
{
	struct match_ref ref = { .first = 3, .last = 3, .expected = "the text",
				 .approximate = true };
	(void)state;
	match("\n\n\n\n\nthe text\n", &ref, 1);
	assert_int_equal(ref.state, REF_STANDING);
	assert_int_equal(ref.found[0], 6);
}

/* What moved is written into plans: only where there is no doubt. */
static void a_doubtful_place_is_said(void **state)
{
	static const struct {
		const char *text, *expected, *doubt;
		int first, last, shift;
	} rows[] = {
		{ "x\n\n\n\nx\n", "x", "stands as near above as below", 3, 3, -2 },
		{ "x\n\n\n\n\nx\n", "x", NULL, 3, 3, -2 },
		{ "\n\none();\ntwo();\n", "one();\ntwo();", NULL, 1, 2, 2 },
		{ "\n\none();\n\ntwo();\n", "one();\n...\ntwo();", NULL, 1, 3, 2 },
		{ "\n\none();\n\n\ntwo();\n", "one();\ntwo();", "did not move as a whole", 1, 2, 0 },
		{ "\n\n\n\n\none();\n", "one();", "quotes other lines than it names", 1, 3, 5 },
		{ "\n\n\n\n\none();\ntwo();\n", "one();\ntwo();", "quotes other lines than it names", 1, 1, 5 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct match_ref ref = { .first = rows[i].first, .last = rows[i].last,
					 .expected = rows[i].expected };
		match(rows[i].text, &ref, 1);
		if (ref.state != REF_MOVED || !ref.doubt != !rows[i].doubt ||
		    (ref.doubt && strcmp(ref.doubt, rows[i].doubt) != 0) ||
		    ref.shift != rows[i].shift)
			fail_msg("row %zu: state %d, shift %d, %s", i, (int)ref.state, ref.shift,
				 ref.doubt ? ref.doubt : "no doubt");
	}
}

/* One that another reference has with more right is no choice. */
static void what_a_nearer_one_has_leaves_no_doubt(void **state)
{
	struct match_ref refs[] = { { .first = 4, .last = 4, .expected = "the_text();" },
				    { .first = 7, .last = 7, .expected = "the_text();" } };
	(void)state;
	match("\nthe_text();\n\n\n\nthe_text();\n", refs, 2);
	assert_int_equal(refs[1].found[0], 6);
	assert_int_equal(refs[0].found[0], 2);
	assert_null(refs[0].doubt);
	assert_null(refs[1].doubt);
}

/* Line ends are looked for in blocks. */
static void every_line_is_found_in_a_long_file(void **state)
{
	enum { LINES = 3000 };
	struct buf b = { 0 };
	struct span line;
	(void)state;
	for (int i = 1; i <= LINES; i++)
		buf_printf(&b, "%*s%d%s", i % 37, "", i, i < LINES ? "\n" : "");
	for (int end = 0; end < 2; end++) {
		struct code code = { .bytes = b.s, .n = b.n };
		for (int i = 1; i <= LINES; i++) {
			assert_true(code_line(&code, i, &line));
			line = span_trim(line);
			assert_int_equal(atoi(line.s), i);
			assert_int_equal(line.n, i < 10 ? 1 : i < 100 ? 2 : i < 1000 ? 3 : 4);
		}
		assert_false(code_line(&code, LINES + 1, &line));
		assert_int_equal(code_lines(&code), LINES);
		code_free(&code);
		buf_char(&b, '\n');
	}
	buf_free(&b);
}

static void blanks_are_found_wherever_they_are(void **state)
{
	char text[64], folded[64];
	struct buf b = { 0 };
	(void)state;
	for (int n = 1; n < 60; n++) {
		for (int i = 0; i < n; i++) {
			memset(text, 'x', (size_t)n);
			memset(folded, 'x', (size_t)n);
			text[i] = '\t';
			folded[i] = ' ';
			if (i + 2 < n)
				text[i + 1] = ' ';
			struct span out = span_fold((struct span){ text, (size_t)n }, &b);
			size_t less = i + 2 < n || i == 0 || i == n - 1;
			assert_int_equal(out.n, (size_t)n - less - (i == 0 && n > 2));
			assert_memory_equal(out.s, i ? folded : folded + 1, out.n);
		}
	}
	buf_free(&b);
}

static void a_text_is_found_wherever_it_is(void **state)
{
	enum { LONG = 200, TEXTS = 70 };
	char line[LONG], text[TEXTS];
	(void)state;
	for (size_t n = 1; n <= TEXTS; n++) {
		memset(text, 'x', n);
		text[0] = 'a';
		for (size_t at = 0; at + n <= LONG; at++) {
			memset(line, 'x', sizeof line);
			memset(line, 'a', at);
			line[at] = 'a';
			struct span in = { line, sizeof line }, what = { text, n };
			assert_ptr_equal(span_find(in, what), n == 1 ? line : line + at);
			assert_ptr_equal(span_find((struct span){ line, at + n }, what),
					 n == 1 ? line : line + at);
			if (n > 1)
				assert_null(span_find((struct span){ line, at + n - 1 }, what));
		}
	}
}

/* First and last letter are there at every place. */
static void a_text_that_is_almost_everywhere_costs_no_more(void **state)
{
	enum { BYTES = 1 << 24, TEXT = 60000 };
	char *line = malloc(BYTES), *text = malloc(TEXT);
	clock_t start = clock();
	(void)state;
	memset(line, 'a', BYTES);
	memset(text, 'a', TEXT);
	text[TEXT - 2] = 'b';
	assert_null(span_find((struct span){ line, BYTES }, (struct span){ text, TEXT }));
	assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
	free(line);
	free(text);
}

static void what_is_no_text_is_said(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *reason;
	} rows[] = {
		{ "\xff\xfe" "a\0b\0", 6, "is in UTF-16, which is not compared" },
		{ "\xfe\xff\0a\0b", 6, "is in UTF-16, which is not compared" },
		{ "a\0b\0c\0\n\0", 8, "is in UTF-16, which is not compared" },
		{ "\x7f" "ELF\1\0\0\0\3\0", 10, "is binary" },
		{ "version https://git-lfs.github.com/spec/v1\noid", 46,
		  "is a Git LFS pointer; its content is elsewhere" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct code code = { .bytes = rows[i].bytes, .n = rows[i].n };
		struct match_ref ref = { .first = 1, .last = 1, .expected = "b" };
		compare(&code, &ref, 1);
		assert_int_equal(ref.state, REF_UNREAD);
		assert_string_equal(ref.reason, rows[i].reason);
		code_free(&code);
	}
}

static void what_was_not_read_is_not_cleared(void **state)
{
	struct code code = { .bytes = "one line\n", .n = 9, .cut = true };
	struct match_ref refs[] = { { .first = 1, .last = 1, .expected = "one line" },
				    { .first = 2, .last = 2, .expected = "two lines" } };
	(void)state;
	compare(&code, refs, 2);
	assert_int_equal(refs[0].state, REF_STANDING);
	assert_int_equal(refs[1].state, REF_UNREAD);
	code_free(&code);
}

/* ---- cost ---- */

static double seconds_for(const struct code *like, struct match_ref *refs, size_t n)
{
	struct code code = { .bytes = like->bytes, .n = like->n };
	clock_t start = clock();
	compare(&code, refs, n);
	code_free(&code);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static struct buf repeated(const char *line, size_t times)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < times; i++)
		buf_str(&b, line);
	return b;
}

/* Half of the references quote the line that all lines are, half of them 4 kB. */
static double seconds_for_equal(int lines, int n)
{
	struct buf b = repeated("return the_same_thing\n", (size_t)lines);
	struct buf quote = repeated("return the_same_thing ", 4096 / 22);
	struct code code = { .bytes = b.s, .n = b.n };
	struct match_ref *refs = calloc((size_t)n, sizeof *refs);
	for (int i = 0; i < n; i++) {
		refs[i] = (struct match_ref){ .first = lines + 1 + i, .last = lines + 1 + i };
		refs[i].expected = i % 2 ? quote.s : "return the_same_thing";
		refs[i].group = i % 7;
	}
	double took = seconds_for(&code, refs, (size_t)n);
	assert_int_equal(refs[0].state, REF_MOVED);
	assert_int_equal(refs[0].found[0], lines);
	assert_int_equal(refs[1].state, REF_CLEARED);
	free(refs);
	buf_free(&b);
	buf_free(&quote);
	return took;
}

static double least_of(int times, int lines, int n)
{
	double least = seconds_for_equal(lines, n);
	while (--times) {
		double took = seconds_for_equal(lines, n);
		least = took < least ? took : least;
	}
	return least;
}

/* Eight times as much of all takes eight times as long, not sixty-four. */
static void a_million_equal_lines_cost_eight_times_an_eighth(void **state)
{
	(void)state;
#ifdef __SANITIZE_ADDRESS__
	skip(); /* it keeps what was freed: that has a price of its own */
#endif
	double eighth = least_of(4, 125000, 2500), all = least_of(2, 1000000, 20000);
	if (all > 30 * eighth + 0.05)
		fail_msg("%.3f s, an eighth of it takes %.3f s", all, eighth);
}

/* Every reference quotes another text, and each line nearly holds all of them. */
static void many_texts_in_long_lines_end(void **state)
{
	enum { REFS = 5000 };
	struct buf b = repeated("aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa ", 128000);
	char (*texts)[80] = calloc(REFS, sizeof *texts);
	struct match_ref *refs = calloc(REFS, sizeof *refs);
	(void)state;
	for (int i = 0; i < REFS; i++) {
		snprintf(texts[i], sizeof *texts, "a aa aa aa aa aa aa aa ... a %d", i);
		refs[i] = (struct match_ref){ .first = 1, .last = 40, .expected = texts[i] };
	}
	struct code code = { .bytes = b.s, .n = b.n };
	assert_true(seconds_for(&code, refs, REFS) < 5);
	assert_true(refs[0].state == REF_CLEARED || refs[0].state == REF_UNREAD);
	free(refs);
	free(texts);
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_stands_moves_or_goes),
		cmocka_unit_test(blanks_are_folded),
		cmocka_unit_test(parts_of_a_line_are_enough),
		cmocka_unit_test(what_is_wanted_may_hold_what_was),
		cmocka_unit_test(a_range_holds_its_lines),
		cmocka_unit_test(an_occurrence_serves_one_reference),
		cmocka_unit_test(the_nearest_come_first),
		cmocka_unit_test(an_approximate_line_may_be_a_little_off),
		cmocka_unit_test(a_doubtful_place_is_said),
		cmocka_unit_test(what_a_nearer_one_has_leaves_no_doubt),
		cmocka_unit_test(every_line_is_found_in_a_long_file),
		cmocka_unit_test(blanks_are_found_wherever_they_are),
		cmocka_unit_test(a_text_is_found_wherever_it_is),
		cmocka_unit_test(a_text_that_is_almost_everywhere_costs_no_more),
		cmocka_unit_test(what_is_no_text_is_said),
		cmocka_unit_test(what_was_not_read_is_not_cleared),
		cmocka_unit_test(a_million_equal_lines_cost_eight_times_an_eighth),
		cmocka_unit_test(many_texts_in_long_lines_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
