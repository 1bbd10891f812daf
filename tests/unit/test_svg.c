#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/svg.h"
#include "render/waves.h"

/* The picture of a chart, to be freed; NULL when there is none. */
static char *picture(const struct chart *chart)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	bool drawn = svg_chart(&b, &a, chart);

	arena_free(&a);
	if (drawn)
		return buf_take(&b);
	assert_int_equal(b.n, 0);
	return NULL;
}

static size_t count(const char *s, const char *what)
{
	size_t n = 0;

	for (; (s = strstr(s, what)); s++)
		n++;
	return n;
}

static void assert_has(const char *s, const char *what)
{
	if (!strstr(s, what))
		fail_msg("no %s in %s", what, s);
}

/* ---- lines ---- */

static void a_value_holds_until_the_next(void **state)
{
	static const struct chart_point points[] = { { 0, 10, NULL }, { 5, 5, NULL }, { 10, 0, NULL } };
	static const struct chart_line line = { "tasks", 0, points, 3 };
	static const struct chart c = { .kind = CHART_LINES, .title = "T<", .text = "S&",
					.x = { "day", UNIT_COUNT }, .lines = &line, .nlines = 1 };
	char *s = picture(&c);

	(void)state;
	assert_non_null(s);
	assert_has(s, "role=\"img\"");
	assert_has(s, "<title>T&lt;</title>\n<desc>S&amp;</desc>");
	/* from 26 to 503 and from 230 to 24 */
	assert_has(s, "<path class=\"line k0\" d=\"M26 24H264.5V127H503V230\"/>");
	assert_has(s, "<circle class=\"dot k0\" cx=\"503\" cy=\"230\" r=\"3\"/>");
	assert_has(s, ">tasks</text>");
	free(s);
}

static void lines_differ_by_more_than_colour(void **state)
{
	static const struct chart_point points[] = { { 0, 1, NULL }, { 1, 1, NULL } };
	static const struct chart_line lines[] = {
		{ "a", 0, points, 2 }, { "b", 0, points, 2 }, { "c", TONE_DIM, points, 2 },
	};
	static const struct chart c = { .kind = CHART_LINES, .lines = lines, .nlines = 3 };
	char *s = picture(&c);

	(void)state;
	assert_has(s, "class=\"line k0\"");
	assert_has(s, "class=\"line k1\"");
	assert_has(s, "class=\"line k2 dim\"");
	free(s);
}

/* The names of lines that end at one place stand below each other. */
static void names_do_not_overlap(void **state)
{
	static const struct chart_point points[] = { { 0, 0, NULL }, { 1, 0, NULL } };
	static const struct chart_line lines[] = {
		{ "a", 0, points, 2 }, { "b", 0, points, 2 }, { "c", 0, points, 2 },
	};
	static const struct chart c = { .kind = CHART_LINES, .lines = lines, .nlines = 3 };
	char *s = picture(&c);
	double before = 0;

	(void)state;
	for (const char *at = s; (at = strstr(at, "<text class=\"name")); at++) {
		double y = strtod(strstr(at, " y=\"") + 4, NULL);

		assert_true(!before || fabs(y - before) >= 15);
		assert_true(y <= 235);
		before = y;
	}
	assert_true(before > 0);
	free(s);
}

static void nothing_to_draw_is_no_picture(void **state)
{
	static const struct chart_point bad[] = { { NAN, 1, NULL }, { 1, INFINITY, NULL } };
	static const struct chart_line none = { "none", 0, NULL, 0 }, nan = { "nan", 0, bad, 2 };
	const struct chart charts[] = {
		{ .kind = CHART_LINES }, { .kind = CHART_LINES, .lines = &none, .nlines = 1 },
		{ .kind = CHART_LINES, .lines = &nan, .nlines = 1 },
		{ .kind = CHART_SCATTER }, { .kind = CHART_SCATTER, .lines = &none, .nlines = 1 },
		{ .kind = CHART_SCATTER, .lines = &nan, .nlines = 1 }, { .kind = CHART_GRAPH },
	};

	(void)state;
	for (size_t i = 0; i < sizeof charts / sizeof *charts; i++)
		assert_null(picture(&charts[i]));
}

/* No coordinate is anything but a number within the picture. */
static void assert_sound(const char *s)
{
	assert_null(strstr(s, "nan"));
	assert_null(strstr(s, "inf"));
	for (const char *at = s; (at = strpbrk(at, "MHV")); at++)
		if (at[-1] == '"' || (at[-1] >= '0' && at[-1] <= '9')) {
			double v = strtod(at + 1, NULL);

			assert_true(v >= 0 && v <= 600);
		}
}

static void odd_values_stay_in_the_picture(void **state)
{
	static const double values[] = { 0, 1, -5, 1e300, -1e300, NAN, INFINITY, 1e15, 0.001 };
	enum { N = sizeof values / sizeof *values };
	struct chart_point points[N];

	(void)state;
	for (int kind = CHART_LINES; kind <= CHART_SCATTER; kind++)
		for (int unit = 0; unit < 9; unit++)
			for (size_t n = 1; n <= N; n++)
				for (size_t from = 0; from + n <= N; from++) {
					struct chart_line line = { "<name>", 0, points, n };
					struct chart c = { .kind = (enum chart_kind)kind,
							   .x = { "x", (enum chart_unit)(unit % 3) },
							   .y = { "y", (enum chart_unit)(unit / 3) },
							   .diagonal = n % 2, .lines = &line, .nlines = 1 };
					char *s;

					for (size_t i = 0; i < n; i++)
						points[i] = (struct chart_point){
							values[from + i], values[N - 1 - i], "<p>" };
					s = picture(&c);
					if (s)
						assert_sound(s);
					free(s);
				}
}

/* ---- scatter ---- */

static void pairs_say_what_they_are(void **state)
{
	static const struct chart_point points[] = {
		{ 60, 60, "01-01" }, { 30, 120, "01-02 <b>" }, { NAN, 1, "01-03" }, { 10, 10, NULL },
	};
	static const struct chart_line line = { NULL, 0, points, 4 };
	static const struct chart c = { .kind = CHART_SCATTER, .x = { "Estimate", UNIT_MINUTES },
					.y = { "Spent", UNIT_MINUTES }, .lines = &line,
					.nlines = 1, .diagonal = true };
	char *s = picture(&c);

	(void)state;
	assert_int_equal(count(s, "<circle"), 3);
	assert_has(s, "<title>01-02 &lt;b&gt;: Estimate 30m, Spent 2h</title>");
	assert_has(s, "<title>Estimate 10m, Spent 10m</title>");
	assert_has(s, "class=\"even\"");
	assert_has(s, ">Spent = Estimate</text>");
	free(s);
}

/* ---- graph ---- */

enum { CROWD = 400 };

static void boxes_stand_in_waves(void **state)
{
	static const struct chart_node nodes[] = {
		{ "01-01", "First", MARK_DONE, 0, false, -1, -1 },
		{ "01-02", "Alone", MARK_DONE, 0, false, -1, -1 },
		{ "02-01", "Next <b>", MARK_ALERT, 1, true, 30, 90 },
		{ "02-02", "Other", MARK_OPEN, 1, false, 10, 10 },
		{ "03-01", NULL, MARK_NONE, 2, true, -1, -1 },
	};
	static const struct chart_edge edges[] = {
		{ 0, 2 }, { 2, 4 }, { 3, 4 }, { 4, 4 }, { 9, 1 }, { 1, 9 },
	};
	static const struct chart c = { .kind = CHART_GRAPH, .nodes = nodes, .nnodes = 5,
					.edges = edges, .nedges = 6 };
	char *s = picture(&c);

	(void)state;
	assert_int_equal(count(s, "<rect"), 4);
	assert_int_equal(count(s, "class=\"edge\""), 2);
	assert_int_equal(count(s, "class=\"edge critical\""), 1);
	assert_has(s, "<title>02-01 Next &lt;b&gt;, 30m to 1h 30m</title>");
	assert_has(s, ">wave 2</text>");
	assert_has(s, "Not drawn: 1 done that nothing open waited for.");
	free(s);
}

/* Every node in some wave of `per`, each waiting for all of the wave before. */
static void fit_crowd(struct chart *c, struct chart_node *nodes, struct chart_edge *edges,
		      size_t per)
{
	size_t n = 0;

	for (size_t i = 0; i < CROWD; i++) {
		nodes[i] = (struct chart_node){ "id", "title", MARK_OPEN, (int)(i / per) + 1,
						i % per == per - 1, -1, -1 };
		for (size_t k = 0; k < per && i >= per; k++)
			edges[n++] = (struct chart_edge){ (i / per - 1) * per + k, i };
	}
	*c = (struct chart){ .kind = CHART_GRAPH, .nodes = nodes, .nnodes = CROWD,
			     .edges = edges, .nedges = n };
}

static void crowds_are_folded_and_counted(void **state)
{
	static struct chart_node nodes[CROWD];
	static struct chart_edge edges[CROWD * CROWD];
	struct chart c;
	char *s;

	(void)state;
	fit_crowd(&c, nodes, edges, 40);
	s = picture(&c);
	assert_int_equal(count(s, "<rect"), WAVES_COLUMNS * WAVES_ROWS);
	assert_int_equal(count(s, "and 24 more"), WAVES_COLUMNS);
	assert_has(s, "120 in later waves; 936 of 1536 lines.");
	free(s);
	fit_crowd(&c, nodes, edges, CROWD);
	s = picture(&c);
	assert_int_equal(count(s, "<rect"), WAVES_ROWS);
	assert_has(s, "and 384 more");
	free(s);
	fit_crowd(&c, nodes, edges, 1);
	s = picture(&c);
	assert_int_equal(count(s, "<rect"), WAVES_COLUMNS);
	assert_int_equal(count(s, "class=\"edge critical\""), WAVES_COLUMNS - 1);
	assert_has(s, "393 in later waves.");
	free(s);
}

static void the_critical_path_is_on_top(void **state)
{
	static struct chart_node nodes[CROWD];
	static struct chart_edge edges[CROWD * CROWD];
	struct arena a = { 0 };
	struct waves w;
	struct chart c;

	(void)state;
	fit_crowd(&c, nodes, edges, 40);
	waves_fit(&w, &a, &c);
	assert_int_equal(w.nwaves, WAVES_COLUMNS);
	for (size_t i = 0; i < w.nwaves; i++) {
		const struct spot *top = &w.spots[w.waves[i].first];

		assert_int_equal(top->row, 0);
		assert_int_equal(top->node, 40 * i + 39);
		assert_int_equal(waves_before(&w, top->node), i ? top->node - 40 : WAVES_NONE);
	}
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_value_holds_until_the_next),
		cmocka_unit_test(lines_differ_by_more_than_colour),
		cmocka_unit_test(names_do_not_overlap),
		cmocka_unit_test(nothing_to_draw_is_no_picture),
		cmocka_unit_test(odd_values_stay_in_the_picture),
		cmocka_unit_test(pairs_say_what_they_are),
		cmocka_unit_test(boxes_stand_in_waves),
		cmocka_unit_test(crowds_are_folded_and_counted),
		cmocka_unit_test(the_critical_path_is_on_top),
	};

	return cmocka_run_group_tests_name("svg", tests, NULL, NULL);
}
