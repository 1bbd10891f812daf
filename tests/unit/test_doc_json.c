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

static void assert_holds(const struct doc *d, const char *json)
{
	struct style style = { 0 };
	struct buf b = { 0 };

	doc_json_emit(&b, d, &style);
	if (!strstr(b.s, json))
		fail_msg("no %s in\n%s", json, b.s);
	buf_free(&b);
}

static void cells_are_values(void **state)
{
	static const struct column columns[] = {
		{ .title = "Plans  done (all)" }, { .key = "minutes" }, { .title = "Day" },
		{ .title = "Factor" }, { .title = "Of" }, { .title = "None" },
	};
	struct doc d;
	struct block *t;
	struct cell *row;

	(void)state;
	doc_start(&d, &arena, "D");
	doc_heading(&d, 2, "Numbers")->name = "numbers";
	t = doc_table(&d, columns, 6);
	doc_group(&d, t, "v1");
	row = doc_row(&d, t);
	cell_count(&row[0], -3);
	cell_minutes(&row[1], 5, 10);
	cell_day(&row[2], "2026-01-13");
	cell_factor(&row[3], 130);
	cell_bar(&row[4], 1, 2);
	row = doc_total(&d, t);
	cell_count(&row[0], 7);
	assert_holds(&d, "\"rows\":[{\"group\":\"v1\",\"plans_done_all\":-3,"
			 "\"minutes\":{\"low\":5,\"high\":10},\"day\":\"2026-01-13\","
			 "\"factor\":1.3,\"of\":{\"done\":1,\"total\":2},\"none\":null}],"
			 "\"totals\":{\"plans_done_all\":7,");
}

static void sections_nest_as_headings_do(void **state)
{
	static const struct column columns[] = { { .title = "A" } };
	struct doc d;

	(void)state;
	doc_start(&d, &arena, "D");
	doc_heading(&d, 2, "One")->name = "one";
	doc_table(&d, columns, 1);
	doc_table(&d, columns, 1)->name = "more";
	doc_heading(&d, 3, "Nameless");
	doc_prose(&d, "deep");
	doc_heading(&d, 2, "Two")->name = "two";
	assert_holds(&d, "\"sections\":{\"one\":{\"title\":\"One\"");
	assert_holds(&d, "\"sections\":{\"more\":{\"title\":null,");
	assert_holds(&d, "\"parts\":[{\"title\":\"Nameless\",\"text\":[\"deep\"]");
	assert_holds(&d, "\"parts\":[]}]},\"two\":{\"title\":\"Two\",\"text\":[]");
}

static void facts_have_keys_or_are_items(void **state)
{
	struct doc d;
	struct block *facts;
	struct item *item;

	(void)state;
	doc_start(&d, &arena, "D");
	facts = doc_facts(&d);
	facts->machine = true;
	item = doc_item(&d, facts, "Plans", "4 of 8");
	item->key = "plans";
	cell_ratio(&item->value, 4, 8);
	doc_item(&d, facts, "Who", "ann")->key = "who";
	doc_item(&d, facts, "2026-01-13", "a note");
	assert_holds(&d, "\"facts\":{\"plans\":{\"done\":4,\"total\":8},\"who\":\"ann\"}");
	assert_holds(&d, "\"items\":[{\"name\":\"2026-01-13\",\"text\":\"a note\"}]");
}

static void charts_are_data(void **state)
{
	static const struct chart_point points[] = {
		{ 20466, 12.5, NULL }, { 20466.5, 0.00001, "\x1b[31m" }, { -1, -1, NULL },
	};
	static const struct chart_line lines[] = { { .name = "left", .points = points, .n = 3 } };
	static const struct chart burndown = {
		.kind = CHART_LINES, .name = "burndown", .title = "Burndown", .text = "It falls.",
		.x = { "Day", UNIT_DAYS }, .y = { "Tasks", UNIT_COUNT },
		.lines = lines, .nlines = 1,
	};
	static const struct chart_node nodes[] = {
		{ "01-01", "First", MARK_DONE, 0, false, -1, -1 },
		{ "01-02", "Second", MARK_OPEN, 1, true, 30, 60 },
	};
	static const struct chart_edge edges[] = { { 0, 1 } };
	static const struct chart graph = {
		.kind = CHART_GRAPH, .name = "graph", .nodes = nodes, .nnodes = 2,
		.edges = edges, .nedges = 1,
	};
	struct doc d;

	(void)state;
	doc_start(&d, &arena, "D");
	doc_chart(&d, &burndown);
	doc_chart(&d, &graph);
	assert_holds(&d, "\"charts\":{\"burndown\":{\"kind\":\"lines\",\"title\":\"Burndown\","
			 "\"text\":\"It falls.\",\"x\":{\"title\":\"Day\",\"unit\":\"days\"},"
			 "\"y\":{\"title\":\"Tasks\",\"unit\":\"count\"},\"lines\":[{\"name\":\"left\","
			 "\"points\":[{\"x\":\"2026-01-13\",\"y\":12.5,\"label\":null},"
			 "{\"x\":\"2026-01-13T12:00:00Z\",\"y\":0,\"label\":\"\\u001b[31m\"},"
			 "{\"x\":\"1969-12-31\",\"y\":-1,\"label\":null}]}]}");
	assert_holds(&d, "\"graph\":{\"kind\":\"graph\",\"title\":null,\"text\":null,\"nodes\":["
			 "{\"id\":\"01-01\",\"title\":\"First\",\"mark\":\"done\",\"level\":0,"
			 "\"critical\":false,\"estimate\":null},{\"id\":\"01-02\","
			 "\"title\":\"Second\",\"mark\":\"open\",\"level\":1,\"critical\":true,"
			 "\"estimate\":{\"low\":30,\"high\":60}}],\"edges\":[{\"from\":0,\"to\":1}]}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(cells_are_values, reset),
		cmocka_unit_test_teardown(sections_nest_as_headings_do, reset),
		cmocka_unit_test_teardown(facts_have_keys_or_are_items, reset),
		cmocka_unit_test_teardown(charts_are_data, reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
