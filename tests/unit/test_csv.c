#include "unit.h"

#include <string.h>

#include "render/doc.h"

static struct arena arena;

static int reset(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void assert_csv(const struct doc *d, const char *table, const char *csv)
{
	struct style style = { .table = table, .utf8 = true };
	struct buf b = { 0 };

	csv_emit(&b, d, &style);
	assert_string_equal(b.s ? b.s : "", csv);
	buf_free(&b);
}

static void cells_become_fields(void **state)
{
	static const struct column columns[] = {
		{ .key = "name" }, { .title = "Done" }, { .key = "time", .kind = CELL_MINUTES },
		{ .key = "refs", .kind = CELL_RATIO }, { .key = "day" }, { .key = "times" },
	};
	struct doc d;
	struct block *t;
	struct cell *row;

	(void)state;
	doc_start(&d, &arena, "D");
	t = doc_table(&d, columns, 6);
	t->name = "plans";
	row = doc_row(&d, t);
	cell_text(&row[0], "a");
	cell_bar(&row[1], 1, 2);
	cell_minutes(&row[2], 30, 60);
	cell_count(&row[3], 7); /* nobody looked how many of them */
	cell_day(&row[4], "2026-01-13");
	cell_factor(&row[5], 130);
	row = doc_row(&d, t);
	cell_text(&row[0], "b");
	cell_text(&row[2], "M"); /* no duration */
	cell_ratio(&row[3], 3, 7);
	row = doc_total(&d, t);
	cell_text(&row[0], "Total");
	assert_csv(&d, NULL,
		   "name,done_done,done_total,time_low,time_high,refs_done,refs_total,day,times\r\n"
		   "a,1,2,30,60,,7,2026-01-13,1.30\r\n"
		   "b,,,,,3,7,,\r\n");
	assert_csv(&d, "other", "");
}

static void headings_between_rows_are_a_column(void **state)
{
	static const struct column columns[] = { { .key = "a" } };
	struct doc d;
	struct block *t;

	(void)state;
	doc_start(&d, &arena, "D");
	t = doc_table(&d, columns, 1);
	t->name = "t";
	cell_count(doc_row(&d, t), -1);
	doc_group(&d, t, "=v1,0");
	cell_count(doc_row(&d, t), 2);
	assert_csv(&d, "t", "a,group\r\n-1,\r\n2,\"'=v1,0\"\r\n");
}

static void texts_are_quoted_and_inert(void **state)
{
	static const struct {
		const char *text, *field;
	} cases[] = {
		{ "plain text", "plain text" },
		{ "a, b", "\"a, b\"" },
		{ "a; b", "\"a; b\"" },
		{ "say \"hi\"", "\"say \"\"hi\"\"\"" },
		{ "\"", "\"\"\"\"" },
		{ " blank ", "\" blank \"" },
		{ "two\nlines\r\nmore", "two lines  more" },
		{ "=1+1", "'=1+1" },
		{ "+1", "'+1" },
		{ "-1", "'-1" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "\tx", "' x" },
		{ "\r=x", "' =x" },
		{ "\n=x", "' =x" },
		{ "  =1", "'  =1" },
		{ "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
		{ "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
		{ "\xef\xbc\x9d" "1", "'\xef\xbc\x9d" "1" }, /* of full width */
		{ "a=1", "a=1" },
		{ "'=1", "'=1" },
		{ "\033[31m\xe2\x80\xae", "\\x1b[31m<U+202E>" },
		{ "\xff", "\\xff" },
		{ "Größe 船", "Größe 船" },
	};
	static const struct column columns[] = { { .key = "x" } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc d;
		struct block *t;

		doc_start(&d, &arena, "D");
		t = doc_table(&d, columns, 1);
		t->name = "plans";
		cell_text(doc_row(&d, t), cases[i].text);
		assert_csv(&d, NULL, arena_printf(&arena, "x\r\n%s\r\n", cases[i].field));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(cells_become_fields, reset),
		cmocka_unit_test_teardown(headings_between_rows_are_a_column, reset),
		cmocka_unit_test_teardown(texts_are_quoted_and_inert, reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
