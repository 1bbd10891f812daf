#include "unit.h"

#include <string.h>

#include "edit/markers.h"

#define B "<!-- phaseline:begin -->\n"
#define E "<!-- phaseline:end -->\n"

/* In `at` the place is marked by "@...@". */
static void the_part_between_is_found(void **state)
{
	static const struct {
		const char *at;
		int level;
	} cases[] = {
		{ B "@@" E, 0 },
		{ "# A\n\n" B "@old\n@" E "after", 1 },
		{ "# A\n## B\n" B "@# C\n@" E, 2 },
		{ "A\n=\n\nB\n---\n" B "@@" E, 2 },
		{ "- a\n---\n" B "@@" E, 0 },
		{ "###### A ######\n####### no\n#no\n    # no\n" B "@@" E, 6 },
		{ "---\nkey: v\n---\n" B "@@" E, 0 },
		{ "\xef\xbb\xbf---\nkey: v\n---\n" B "@@" E, 0 },
		{ "---\n# A\n" B "@@" E, 1 },
		{ "```\n" B "# no\n```\n" B "@@" E, 0 },
		{ "~~~~ md\n" B "~~~\n```\n" E "~~~~\n" B "@@" E, 0 },
		{ "- list\n  ```\n  " B "  ```\n" B "@@" E, 0 },
		{ "``` inline ``` code\n" B "@@" E, 0 },
		{ B "@```\n" E "```\n@" E, 0 },
		{ "See `<!-- phaseline:begin -->`.\n    " B B "@@" E "\n\t" E, 0 },
		{ "<!--phaseline:begin-->\n@x\n@   <!--  phaseline:end  -->  \n", 0 },
		{ B "@@<!-- phaseline:end -->", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *open = strchr(cases[i].at, '@'), *close = strchr(open + 1, '@');
		struct err err = { 0 };
		struct marked found;
		struct buf text = { 0 };

		buf_add(&text, cases[i].at, (size_t)(open - cases[i].at));
		buf_add(&text, open + 1, (size_t)(close - open - 1));
		buf_str(&text, close + 1);
		if (!markers_find(text.s, text.n, "f", &found, &err))
			fail_msg("case %zu: %s", i, err.text);
		assert_int_equal(found.at, open - cases[i].at);
		assert_int_equal(found.end, close - cases[i].at - 1);
		assert_int_equal(found.level, cases[i].level);
		buf_free(&text);
	}
}

static void broken_markers_are_refused(void **state)
{
	static const struct {
		const char *text, *error;
	} cases[] = {
		{ "", "f has no place for the report" },
		{ "```\n" B E, "a code fence opens in line 1 and never ends" },
		{ "\n" B, "f:2: " MARKER_BEGIN " without" },
		{ B "```\n" E, "f:1: " MARKER_BEGIN " without " MARKER_END
			       " below it (a code fence opens in line 2" },
		{ "a\n\n" E, "f:3: " MARKER_END " without" },
		{ E B, "f:1: " MARKER_END " without" },
		{ B B E, "f:2: a second " MARKER_BEGIN ", after the one in line 1" },
		{ B E B E, "f:3: a second " MARKER_BEGIN },
		{ B E E, "f:3: a second " MARKER_END ", after the one in line 2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct err err = { 0 };
		struct marked found;

		assert_false(markers_find(cases[i].text, strlen(cases[i].text), "f", &found, &err));
		assert_int_equal(err.kind, ERR_USAGE);
		if (!strstr(err.text, cases[i].error))
			fail_msg("case %zu: %s", i, err.text);
	}
}

static void the_rest_stays_byte_for_byte(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		const char *filled;
		size_t filled_n;
	} cases[] = {
#define CASE(text, filled) { text, sizeof text - 1, filled, sizeof filled - 1 }
		CASE("a \0\xff\r\n\t" "\n" B "old\n" E "no end",
		     "a \0\xff\r\n\t" "\n" B "\none\n\ntwo\n\n" E "no end"),
		CASE("<!-- phaseline:begin -->\r\n" E "x\r\n",
		     "<!-- phaseline:begin -->\r\n\r\none\r\n\r\ntwo\r\n\r\n" E "x\r\n"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf out = { 0 }, again = { 0 };
		struct err err = { 0 };
		struct marked at;

		assert_true(markers_find(cases[i].text, cases[i].n, "f", &at, &err));
		markers_fill(&out, cases[i].text, cases[i].n, &at, "one\n\ntwo\n");
		assert_int_equal(out.n, cases[i].filled_n);
		assert_memory_equal(out.s, cases[i].filled, out.n);
		assert_true(markers_find(out.s, out.n, "f", &at, &err));
		markers_fill(&again, out.s, out.n, &at, "one\n\ntwo\n");
		assert_int_equal(again.n, out.n);
		assert_memory_equal(again.s, out.s, out.n);
		buf_free(&out);
		buf_free(&again);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_part_between_is_found),
		cmocka_unit_test(broken_markers_are_refused),
		cmocka_unit_test(the_rest_stays_byte_for_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
