#include "unit.h"

#include <string.h>

#include "base/text.h"

static void valid_utf8_is_decoded(void **state)
{
	static const struct {
		const char *s;
		int32_t cp;
		size_t n;
	} cases[] = {
		{ "a", 'a', 1 },
		{ "\xc3\xa9", 0xe9, 2 },
		{ "\xe2\x86\x92", 0x2192, 3 },
		{ "\xf0\x9f\x98\x80", 0x1f600, 4 },
		{ "\xf4\x8f\xbf\xbf", 0x10ffff, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };
		int32_t cp;

		assert_int_equal(text_decode(cases[i].s, strlen(cases[i].s), &cp),
				 cases[i].n);
		assert_int_equal(cp, cases[i].cp);
		text_encode(&b, cp);
		assert_string_equal(b.s, cases[i].s);
		buf_free(&b);
	}
}

static void invalid_utf8_is_one_byte(void **state)
{
	static const char *const cases[] = {
		"\x80",             /* tail alone */
		"\xc3",             /* cut off */
		"\xc0\xaf",         /* overlong */
		"\xe0\x80\xaf",     /* overlong */
		"\xed\xa0\x80",     /* surrogate */
		"\xf4\x90\x80\x80", /* over the top */
		"\xf0\x80\x80\x80", /* overlong */
		"\xc3 ",            /* no tail */
		"\xff",
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int32_t cp = 0;

		assert_int_equal(text_decode(cases[i], strlen(cases[i]), &cp), 1);
		assert_int_equal(cp, -1);
	}
}

static void what_is_no_code_point_is_replaced(void **state)
{
	struct buf b = { 0 };

	(void)state;
	text_encode(&b, 0xd800);
	text_encode(&b, -1);
	text_encode(&b, 0x110000);
	assert_string_equal(b.s, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	buf_free(&b);
}

static void width_is_that_of_a_terminal(void **state)
{
	(void)state;
	assert_int_equal(text_cp_width('a'), 1);
	assert_int_equal(text_cp_width(0xe9), 1);
	assert_int_equal(text_cp_width(0x301), 0);   /* combining acute */
	assert_int_equal(text_cp_width(0x4e2d), 2);  /* CJK */
	assert_int_equal(text_cp_width(0xff21), 2);  /* full width A */
	assert_int_equal(text_cp_width(0xac00), 2);  /* Hangul */
	assert_int_equal(text_cp_width(0x1f600), 2); /* emoji */
	assert_int_equal(text_cp_width(0x2713), 1);  /* check mark */
	assert_int_equal(text_cp_width(0x2588), 1);  /* full block */
	assert_int_equal(text_cp_width(0x378), 1);   /* unassigned */
	assert_int_equal(text_width("caf\xc3\xa9 \xe4\xb8\xad\xe6\x96\x87"), 9);
	assert_int_equal(text_width("e\xcc\x81"), 1);
	assert_int_equal(text_width("\x1b[31m"), 8);
}

static void text_for_people_cannot_control_the_terminal(void **state)
{
	static const struct {
		const char *raw, *safe;
	} cases[] = {
		{ "plain \xe4\xb8\xad", "plain \xe4\xb8\xad" },
		{ "\x1b[2Jx", "\\x1b[2Jx" },
		{ "a\nb\rc\td", "a\\nb\\x0dc d" },
		{ "\x7f", "\\x7f" },
		{ "\xc2\x9b", "\\x9b" },
		{ "\xe2\x80\xae" "abc", "<U+202E>abc" },
		{ "\xe2\x80\xa8", "<U+2028>" },
		{ "a\xe2\x80\x8b" "b", "a<U+200B>b" },
		{ "\xef\xbb\xbf", "<U+FEFF>" },
		{ "\xf3\xa0\x81\x81", "<U+E0041>" },
		{ "\xff\xc3", "\\xff\\xc3" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };

		text_safe(&b, cases[i].raw);
		assert_string_equal(b.s ? b.s : "", cases[i].safe);
		assert_int_equal(text_width(cases[i].raw),
				 text_width(cases[i].safe));
		buf_free(&b);
	}
}

static void only_eight_marks_stand_on_a_base(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	buf_char(&in, 'a');
	for (int i = 0; i < 100; i++)
		buf_str(&in, "\xcc\x81");
	buf_str(&in, "b\xcc\x81");
	text_safe(&out, in.s);
	assert_int_equal(out.n, 1 + 8 * 2 + 1 + 2);
	buf_free(&in);
	buf_free(&out);
}

static void a_field_is_cut_to_its_columns(void **state)
{
	static const struct {
		const char *s;
		int columns;
		bool utf8;
		const char *out;
		int used;
	} cases[] = {
		{ "abcdef", 6, true, "abcdef", 6 },
		{ "abcdef", 5, true, "abcd…", 5 },
		{ "abcdef", 5, false, "ab...", 5 },
		{ "abcdef", 2, false, "..", 2 },
		{ "abcdef", 1, true, "…", 1 },
		{ "abcdef", 0, true, "", 0 },
		{ "中文中文", 8, true, "中文中文", 8 },
		{ "中文中文", 6, true, "中文…", 5 },
		{ "e\xcc\x81" "bc", 2, true, "e\xcc\x81…", 2 },
		{ "a\x1b" "bcd", 4, true, "a…", 2 },
		{ "", 5, true, "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };

		buf_str(&b, ">");
		assert_int_equal(text_fit(&b, cases[i].s, cases[i].columns,
					  cases[i].utf8),
				 cases[i].used);
		assert_string_equal(b.s + 1, cases[i].out);
		buf_free(&b);
	}
}

static void numbers_sort_by_value(void **state)
{
	static const char *const order[] = { "",    "2",    "03-9", "03-10", "3.9",
					     "3.10", "3.10a", "10",   "a2",    "a10" };
	size_t n = sizeof order / sizeof *order;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			int c = text_natural_cmp(order[i], order[j]);

			assert_int_equal((c > 0) - (c < 0), (i > j) - (i < j));
		}
	}
	assert_int_not_equal(text_natural_cmp("03", "3"), 0);
}

static void distance_counts_edits(void **state)
{
	static const struct {
		const char *a, *b;
		int limit, d;
	} cases[] = {
		{ "status", "status", 2, 0 },
		{ "stauts", "status", 2, 1 },
		{ "statu", "status", 2, 1 },
		{ "xstatus", "status", 2, 1 },
		{ "03-9", "03-09", 2, 1 },
		{ "list", "lint", 2, 1 },
		{ "", "abc", 2, 3 },
		{ "kitten", "sitting", 5, 3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(text_distance(cases[i].a, cases[i].b, cases[i].limit),
				 cases[i].d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_utf8_is_decoded),
		cmocka_unit_test(invalid_utf8_is_one_byte),
		cmocka_unit_test(what_is_no_code_point_is_replaced),
		cmocka_unit_test(width_is_that_of_a_terminal),
		cmocka_unit_test(text_for_people_cannot_control_the_terminal),
		cmocka_unit_test(only_eight_marks_stand_on_a_base),
		cmocka_unit_test(a_field_is_cut_to_its_columns),
		cmocka_unit_test(numbers_sort_by_value),
		cmocka_unit_test(distance_counts_edits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
