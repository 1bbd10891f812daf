#include "unit.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "render/term.h"

static struct arena arena;

static int reset(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static const struct chart_point left[] = {
	{ 20466, 8, NULL }, { 20471, 6, NULL }, { 20476, 1, NULL },
};
static const struct chart_point all[] = { { 20466, 8, NULL }, { 20476, 8, NULL } };
static const struct chart_line lines[] = { { .name = "left", .points = left, .n = 3 },
					   { .name = "all", .points = all, .n = 2 } };

static struct chart burndown(size_t nlines)
{
	return (struct chart){ .kind = CHART_LINES, .title = "Tasks", .x = { "Day", UNIT_DAYS },
			       .y = { "Tasks", UNIT_COUNT }, .lines = lines, .nlines = nlines };
}

static const char *plotted(const struct chart *c, struct style style)
{
	struct buf b = { 0 };
	const char *s;

	plot_emit(&b, &arena, c, 1, &style);
	s = arena_dup(&arena, b.s, b.n);
	buf_free(&b);
	return s;
}

static void a_line_holds_until_the_next_point(void **state)
{
	struct chart c = burndown(1);

	(void)state;
	assert_true(plot_draws(&c));
	assert_string_equal(plotted(&c, (struct style){ .width = 40, .utf8 = true }),
			    " Tasks\n"
			    " 8 ┤⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⡇\n"
			    "   │                  ⡇\n"
			    " 6 ┤                  ⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⢲\n"
			    "   │                                   ⢸\n"
			    " 4 ┤                                   ⢸\n"
			    "   │                                   ⢸\n"
			    " 2 ┤                                   ⢸\n"
			    "   │                                   ⢸\n"
			    " 0 ┤\n"
			    "   └────────────────────────────────────\n"
			    "    2026-01-13                2026-01-23\n");
}

static void letters_tell_lines_apart_where_there_is_no_utf8(void **state)
{
	struct chart c = burndown(2);

	(void)state;
	assert_string_equal(plotted(&c, (struct style){ .width = 40 }),
			    " Tasks\n"
			    " 8 +*******************ooooooooooooooooo\n"
			    "   |                  *\n"
			    " 6 +                  ******************\n"
			    "   |                                   *\n"
			    " 4 +                                   *\n"
			    "   |                                   *\n"
			    " 2 +                                   *\n"
			    "   |                                   *\n"
			    " 0 +\n"
			    "   +------------------------------------\n"
			    "    2026-01-13                2026-01-23\n"
			    "    * left  o all\n");
}

static void nothing_is_wider_than_the_screen(void **state)
{
	struct chart c = burndown(2);

	(void)state;
	c.y.unit = UNIT_MINUTES;
	for (int width = 40; width < 150; width++)
		for (int utf8 = 0; utf8 < 2; utf8++) {
			const char *s = plotted(&c, (struct style){ .width = width, .utf8 = utf8 });

			while (*s) {
				size_t n = strcspn(s, "\n");

				assert_true(text_width(arena_dup(&arena, s, n)) <= width);
				s += n + 1;
			}
		}
}

static void ticks_are_round(void **state)
{
	static const struct {
		double high;
		enum chart_unit unit;
		const char *ticks[2];
	} cases[] = {
		{ 32, UNIT_COUNT, { " 30 +", " 10 +" } },
		{ 1, UNIT_COUNT, { " 1 +", " 0 +" } },
		{ 1234567, UNIT_COUNT, { " 1000000 +", "  500000 +" } },
		{ 100, UNIT_MINUTES, { " 1h 30m +", "    30m +" } },
		{ 3000, UNIT_MINUTES, { " 8d +\n", "  0 +" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct chart_point points[] = { { 0, cases[i].high, NULL }, { 9, 0, NULL } };
		struct chart_line line = { .points = points, .n = 2 };
		struct chart c = { .kind = CHART_LINES, .y = { NULL, cases[i].unit },
				   .lines = &line, .nlines = 1 };
		const char *s = plotted(&c, (struct style){ 0 });

		for (int k = 0; k < 2; k++)
			if (!strstr(s, cases[i].ticks[k]))
				fail_msg("no \"%s\" in\n%s", cases[i].ticks[k], s);
	}
}

static void what_shows_nothing_is_not_drawn(void **state)
{
	static const struct chart_point odd[] = { { 0, 1, NULL }, { 1, (double)NAN, NULL } };
	static const struct chart_point flat[] = { { 0, 0, NULL }, { 1, 0, NULL } };
	static const struct chart_line bad[] = { { .points = odd, .n = 2 },
						 { .points = flat, .n = 2 },
						 { .points = all, .n = 1 },
						 { .points = all, .n = 0 } };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct chart c = { .kind = CHART_LINES, .lines = &bad[i], .nlines = 1 };

		assert_false(plot_draws(&c));
		assert_string_equal(plotted(&c, (struct style){ 0 }), "");
	}
	assert_false(plot_draws(&(struct chart){ .kind = CHART_LINES }));
	assert_false(plot_draws(&(struct chart){ .kind = CHART_GRAPH }));
}

static void names_are_made_safe(void **state)
{
	struct chart_line evil[] = { lines[0], lines[1] };
	struct chart c = burndown(2);

	(void)state;
	evil[0].name = "\033]0;owned\007\xe2\x80\xae";
	evil[1].name = "a very long name that would not fit on the screen at all";
	c.title = "\033[2J";
	c.lines = evil;
	assert_null(strpbrk(plotted(&c, (struct style){ .utf8 = true }), "\033\007"));
	assert_null(strstr(plotted(&c, (struct style){ .utf8 = true }), "\xe2\x80\xae"));
	assert_non_null(strstr(plotted(&c, (struct style){ .utf8 = true }), "\\x1b[2J"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_line_holds_until_the_next_point, reset),
		cmocka_unit_test_teardown(letters_tell_lines_apart_where_there_is_no_utf8, reset),
		cmocka_unit_test_teardown(nothing_is_wider_than_the_screen, reset),
		cmocka_unit_test_teardown(ticks_are_round, reset),
		cmocka_unit_test_teardown(what_shows_nothing_is_not_drawn, reset),
		cmocka_unit_test_teardown(names_are_made_safe, reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
