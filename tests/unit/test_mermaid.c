#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "render/mermaid.h"

static struct arena arena;

static int reset(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void a_graph_is_a_flowchart(void **state)
{
	static const struct chart_node nodes[] = {
		{ "01-01", "Store", MARK_DONE, 0, false, -1, -1 },
		{ "01-02", "", MARK_ACTIVE, 1, true, 30, 60 },
		{ "01-03", "Last", MARK_OPEN, 2, true, 30, 60 },
	};
	static const struct chart_edge edges[] = { { 0, 1 }, { 1, 2 } };
	static const struct chart c = { .kind = CHART_GRAPH, .nodes = nodes, .nnodes = 3,
					.edges = edges, .nedges = 2 };
	struct buf b = { 0 };

	(void)state;
	assert_true(mermaid_draws(&c));
	assert_int_equal(mermaid_emit(&b, &arena, &c), 0);
	assert_string_equal(b.s, "```mermaid\n"
				 "flowchart LR\n"
				 "    n0[\"01-01 Store\"]\n"
				 "    n1[\"01-02\"]\n"
				 "    n2[\"01-03 Last\"]\n"
				 "    n0 --> n1\n"
				 "    n1 --> n2\n"
				 "    classDef active stroke:#bf8700,stroke-width:2px\n"
				 "    class n1 active\n"
				 "    classDef done stroke:#2da44e\n"
				 "    class n0 done\n"
				 "    classDef critical stroke-width:4px\n"
				 "    class n1,n2 critical\n"
				 "```\n");
	buf_free(&b);
}

static void bars_are_a_gantt_chart(void **state)
{
	static const struct chart_bar bars[] = {
		{ "01 Groundwork", "01-01", "Store", MARK_DONE, false, 20466, 20468 },
		{ "01 Groundwork", "01-02", "Next", MARK_ACTIVE, true, 20468.4, 20468.9 },
		{ "section", "end", NULL, MARK_OPEN, false, 20470, 20470 },
	};
	static const struct chart c = { .kind = CHART_BARS, .x = { NULL, UNIT_DAYS },
					.bars = bars, .nbars = 3 };
	struct buf b = { 0 };

	(void)state;
	assert_true(mermaid_draws(&c));
	assert_int_equal(mermaid_emit(&b, &arena, &c), 0);
	assert_string_equal(b.s, "```mermaid\n"
				 "gantt\n"
				 "    dateFormat YYYY-MM-DD\n"
				 "    section 01 Groundwork\n"
				 "    01-01 Store :done, b0, 2026-01-13, 2026-01-15\n"
				 "    01-02 Next :crit, active, b1, 2026-01-15, 2026-01-16\n"
				 "    section #115;ection\n"
				 "    #101;nd :b2, 2026-01-17, 2026-01-18\n"
				 "```\n");
	buf_free(&b);
}

/* Nothing of it but letters, digits, blanks and codes. */
static void labels_are_inert(void **state)
{
	static const char hostile[] =
	    "\"]; click n0 \"javascript:x\" %%{init}%% #quot; <b> `x` {a}(b)[c]|d|\n```\n end:;\\";
	static const struct chart_node nodes[] = { { hostile, hostile, MARK_OPEN, 1, 0, -1, -1 } };
	static const struct chart c = { .kind = CHART_GRAPH, .nodes = nodes, .nnodes = 1 };
	struct buf b = { 0 };
	char *label;

	(void)state;
	mermaid_emit(&b, &arena, &c);
	label = strstr(b.s, "n0[\"");
	assert_non_null(label);
	label += 4;
	assert_int_equal(label[strspn(label, " -_.,/!?#;0123456789abcdefghijklmnopqrstuvwxyz"
					     "\xe2\x80\xa6")],
			 '"');
	assert_non_null(strstr(label, "#34;#93;#59; click n0 #34;javascript#58;x#34; "
				      "#37;#37;#123;init#125;"));
	assert_null(strstr(label, "#quot;"));
	buf_free(&b);
}

static void large_charts_are_cut(void **state)
{
	struct chart_node nodes[200];
	struct chart_edge edges[199];
	struct chart c = { .kind = CHART_GRAPH, .nodes = nodes, .nnodes = 200,
			   .edges = edges, .nedges = 199 };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < 200; i++) {
		nodes[i] = (struct chart_node){ "id", "title", i < 150 ? MARK_DONE : MARK_OPEN,
						i < 150 ? 0 : 1, false, -1, -1 };
		if (i)
			edges[i - 1] = (struct chart_edge){ i - 1, i };
	}
	assert_int_equal(mermaid_emit(&b, &arena, &c), 120);
	assert_non_null(strstr(b.s, " n199[")); /* what is open first */
	assert_non_null(strstr(b.s, " n150["));
	assert_non_null(strstr(b.s, " n29["));
	assert_null(strstr(b.s, "n30"));
	assert_null(strstr(b.s, "n149"));
	assert_non_null(strstr(b.s, "n198 --> n199"));
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_graph_is_a_flowchart, reset),
		cmocka_unit_test_teardown(bars_are_a_gantt_chart, reset),
		cmocka_unit_test_teardown(labels_are_inert, reset),
		cmocka_unit_test_teardown(large_charts_are_cut, reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
