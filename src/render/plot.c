/* Charts of lines on a terminal: dots of braille where there is UTF-8, else
 * letters; told apart by their strokes and names, not by colour. */
#include <math.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "render/term.h"

enum {
	WIDTH = 76,     /* columns, where nobody said how many there are */
	WIDEST = 100,
	NARROWEST = 20, /* what the lines themselves need */
	ROWS = 9,
	NAME_MOST = 20, /* columns of a line's name */
	TICKS_MOST = 5,
	LINES_MOST = 4,
	DAY_SECONDS = 24 * 60 * 60,
};

struct range {
	double low, high;
};

/* What is drawn, dot by dot. */
struct plot {
	const struct chart *chart;
	const struct style *style;
	struct arena *arena;
	struct range x, y;
	double step;     /* from tick to tick */
	int labels;      /* columns left of the axis */
	int columns;     /* right of it */
	int across, up;  /* dots a column, a row */
	unsigned char *dots; /* bits of a cell, or the number of its line */
};

/* ---- what there is ---- */

static void widen(struct range *r, double value)
{
	if (value < r->low)
		r->low = value;
	if (value > r->high)
		r->high = value;
}

static bool find_ranges(struct plot *p)
{
	const struct chart *c = p->chart;

	p->x = (struct range){ INFINITY, -INFINITY };
	p->y = (struct range){ 0, 0 };
	for (size_t i = 0; i < c->nlines && i < LINES_MOST; i++)
		for (size_t k = 0; k < c->lines[i].n; k++) {
			const struct chart_point *at = &c->lines[i].points[k];

			if (!isfinite(at->x) || !isfinite(at->y))
				return false;
			widen(&p->x, at->x);
			widen(&p->y, at->y);
		}
	return p->x.high > p->x.low && p->y.high > p->y.low;
}

/* The smallest step that people count in with few ticks. */
static double step_of(double span, enum chart_unit unit)
{
	static const double counts[] = { 1, 2, 5 };
	static const double minutes[] = { 1, 5, 15, 30, 60, 120, 240 };
	double scale = 1;

	if (unit == UNIT_MINUTES)
		for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++)
			if (span / minutes[i] < TICKS_MOST)
				return minutes[i];
	if (unit == UNIT_MINUTES)
		scale = day_working_minutes();
	for (;; scale *= 10)
		for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
			if (span / (scale * counts[i]) < TICKS_MOST)
				return scale * counts[i];
}

/* ---- words ---- */

static void add_value(struct buf *b, double value, enum chart_unit unit)
{
	char time[21];

	switch (unit) {
	case UNIT_COUNT:
		buf_printf(b, "%.0f", value);
		break;
	case UNIT_MINUTES:
		if (value < 1)
			buf_char(b, '0');
		else
			day_minutes(b, (int64_t)value);
		break;
	case UNIT_DAYS:
		day_format((int64_t)floor(value) * DAY_SECONDS, time);
		buf_printf(b, "%.10s", time);
		break;
	}
}

static const char *value_text(struct arena *a, double value, enum chart_unit unit)
{
	struct buf b = { 0 };
	const char *s;

	add_value(&b, value, unit);
	s = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return s;
}

/* ---- dots ---- */

static int dots_across(const struct plot *p)
{
	return p->columns * p->across;
}

static int place(double value, struct range r, int dots)
{
	return (int)((value - r.low) / (r.high - r.low) * (dots - 1) + 0.5);
}

/* The bits of a braille character, by row and column. */
static const unsigned char braille[4][2] = {
	{ 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 },
};

/* Lines are drawn through, dashed or dotted. */
static bool is_drawn(size_t line, int along)
{
	static const struct {
		int on, of;
	} strokes[LINES_MOST] = { { 1, 1 }, { 3, 6 }, { 1, 3 }, { 1, 6 } };

	return along % strokes[line].of < strokes[line].on;
}

static void dot(struct plot *p, size_t line, int x, int y)
{
	int row = ROWS - 1 - y / p->up, column = x / p->across;
	unsigned char *cell = &p->dots[row * p->columns + column];

	if (!p->style->utf8)
		*cell = (unsigned char)(line + 1);
	else if (is_drawn(line, x + y))
		*cell |= braille[p->up - 1 - y % p->up][x % p->across];
}

static void draw(struct plot *p, size_t line)
{
	const struct chart_line *l = &p->chart->lines[line];
	int height = ROWS * p->up, from = -1, level = 0;

	for (size_t i = 0; i < l->n; i++) {
		int x = place(l->points[i].x, p->x, dots_across(p));
		int y = place(l->points[i].y, p->y, height);

		for (int at = from; at >= 0 && at < x; at++)
			dot(p, line, at, level);
		for (int at = level; from >= 0 && at != y; at += at < y ? 1 : -1)
			dot(p, line, x, at);
		dot(p, line, x, y);
		from = x;
		level = y;
	}
}

/* ---- the picture ---- */

static const char letters[LINES_MOST] = { '*', 'o', '+', 'x' };

static void add_cell(struct buf *out, const struct plot *p, unsigned char cell)
{
	if (!cell)
		buf_char(out, ' ');
	else if (p->style->utf8)
		text_encode(out, 0x2800 + cell);
	else
		buf_char(out, letters[cell - 1]);
}

/* The tick that belongs into a row, if any. */
static const char *tick_at(const struct plot *p, int row)
{
	for (double at = ceil(p->y.low / p->step) * p->step; at <= p->y.high + p->step / 2;
	     at += p->step)
		if (place(at, p->y, ROWS * p->up) / p->up == ROWS - 1 - row)
			return value_text(p->arena, at, p->chart->y.unit);
	return NULL;
}

static void add_row(struct buf *out, const struct plot *p, int margin, int row)
{
	const char *tick = tick_at(p, row);
	int used = p->columns;

	buf_fill(out, ' ', (size_t)margin);
	buf_fill(out, ' ', (size_t)(p->labels - (tick ? text_width(tick) : 0)));
	buf_str(out, tick ? tick : "");
	buf_str(out, p->style->utf8 ? (tick ? " ┤" : " │") : (tick ? " +" : " |"));
	while (used > 0 && !p->dots[row * p->columns + used - 1])
		used--;
	for (int i = 0; i < used; i++)
		add_cell(out, p, p->dots[row * p->columns + i]);
	buf_char(out, '\n');
}

static void add_bottom(struct buf *out, const struct plot *p, int margin)
{
	const char *first = value_text(p->arena, p->x.low, p->chart->x.unit);
	const char *last = value_text(p->arena, p->x.high, p->chart->x.unit);
	int gap = p->columns - text_width(first) - text_width(last);

	buf_fill(out, ' ', (size_t)(margin + p->labels + 1));
	buf_str(out, p->style->utf8 ? "└" : "+");
	for (int i = 0; i < p->columns; i++)
		buf_str(out, p->style->utf8 ? "─" : "-");
	buf_char(out, '\n');
	buf_fill(out, ' ', (size_t)(margin + p->labels + 2));
	buf_str(out, first);
	buf_fill(out, ' ', (size_t)(gap < 1 ? 1 : gap));
	buf_str(out, last);
	buf_char(out, '\n');
}

static void add_stroke(struct buf *out, const struct plot *p, size_t line)
{
	static const char *const strokes[LINES_MOST] = { "⠒⠒⠒", "⠒⠂ ⠒⠂", "⠂⠂⠂", "⠂ ⠂" };

	if (p->style->utf8)
		buf_str(out, strokes[line]);
	else
		buf_char(out, letters[line]);
}

/* What the lines are, where there is more than one. */
static void add_legend(struct buf *out, const struct plot *p, int margin)
{
	const struct chart *c = p->chart;

	if (c->nlines < 2)
		return;
	buf_fill(out, ' ', (size_t)(margin + p->labels + 2));
	for (size_t i = 0; i < c->nlines && i < LINES_MOST; i++) {
		buf_str(out, i ? "  " : "");
		add_stroke(out, p, i);
		buf_char(out, ' ');
		text_fit(out, c->lines[i].name ? c->lines[i].name : "", NAME_MOST,
			 p->style->utf8);
	}
	buf_char(out, '\n');
}

static void add_title(struct buf *out, const struct plot *p, int margin)
{
	const struct chart *c = p->chart;
	struct buf title = { 0 };

	if (!c->title)
		return;
	buf_str(&title, "");
	text_fit(&title, c->title, p->labels + 2 + p->columns, p->style->utf8);
	buf_fill(out, ' ', (size_t)margin);
	term_tone(out, p->style, TONE_DIM, title.s);
	buf_char(out, '\n');
	buf_free(&title);
}

/* How wide everything is. */
static void measure(struct plot *p, int margin)
{
	int width = p->style->width ? p->style->width : WIDTH;

	p->step = step_of(p->y.high - p->y.low, p->chart->y.unit);
	p->y.high = ceil(p->y.high / p->step) * p->step;
	p->y.low = floor(p->y.low / p->step) * p->step;
	p->across = p->style->utf8 ? 2 : 1;
	p->up = p->style->utf8 ? 4 : 1;
	for (int row = 0; row < ROWS; row++) {
		const char *tick = tick_at(p, row);

		if (tick && text_width(tick) > p->labels)
			p->labels = text_width(tick);
	}
	p->columns = (width < WIDEST ? width : WIDEST) - margin - p->labels - 2;
	if (p->columns < NARROWEST)
		p->columns = NARROWEST;
}

bool plot_draws(const struct chart *chart)
{
	struct plot p = { .chart = chart };

	return chart->kind == CHART_LINES && find_ranges(&p);
}

void plot_emit(struct buf *out, struct arena *a, const struct chart *chart, int margin,
	       const struct style *style)
{
	struct plot p = { .chart = chart, .style = style, .arena = a };

	if (!find_ranges(&p))
		return;
	measure(&p, margin);
	p.dots = arena_alloc(a, (size_t)(ROWS * p.columns));
	for (size_t i = chart->nlines < LINES_MOST ? chart->nlines : LINES_MOST; i-- > 0;)
		draw(&p, i);
	add_title(out, &p, margin);
	for (int row = 0; row < ROWS; row++)
		add_row(out, &p, margin, row);
	add_bottom(out, &p, margin);
	add_legend(out, &p, margin);
}
