/* Values over time: steps, named where they end. */
#include <stdlib.h>

#include "base/text.h"
#include "render/html.h"
#include "render/svg_plot.h"

enum {
	WIDTH = 560, HEIGHT = 270,
	NAME_MOST = 18, /* columns */
	NAME_LINE = 15, /* between two names */
	KINDS = 4,	/* of strokes in the style sheet */
	MARGIN = 28,	/* where there are no names */
};

/* The name of a line, and where it should stand. */
struct end {
	size_t line;
	double x, y;
};

static int name_margin(const struct chart *c)
{
	int most = 0;

	for (size_t i = 0; i < c->nlines; i++) {
		int width = c->lines[i].name ? text_width(c->lines[i].name) : 0;

		most = width > most ? width : most;
	}
	most = most > NAME_MOST ? NAME_MOST : most;
	return MARGIN > most * PLOT_CHAR + 12 ? MARGIN : most * PLOT_CHAR + 12;
}

/* Told apart by stroke and colour, unless its tone says what it is. */
static void add_class(const struct plot *p, const char *name, size_t line)
{
	const char *tone = html_tone((enum tone)p->chart->lines[line].tone);

	buf_printf(p->out, " class=\"%s k%zu%s%s\"", name, line % KINDS, tone ? " " : "",
		   tone ? tone : "");
}

/* False when it has no point. */
static bool add_steps(const struct plot *p, size_t i, struct end *end)
{
	const struct chart_line *line = &p->chart->lines[i];
	bool begun = false;

	*end = (struct end){ .line = i };
	for (size_t k = 0; k < line->n; k++) {
		double x = plot_x(p, line->points[k].x), y = plot_y(p, line->points[k].y);

		if (!plot_is_point(&line->points[k]))
			continue;
		if (!begun) {
			buf_str(p->out, "<path");
			add_class(p, "line", i);
			buf_str(p->out, " d=\"M");
			svg_number(p->out, x);
			buf_char(p->out, ' ');
			svg_number(p->out, y);
		} else {
			if (x != end->x)
				buf_char(p->out, 'H'), svg_number(p->out, x);
			if (y != end->y)
				buf_char(p->out, 'V'), svg_number(p->out, y);
		}
		begun = true;
		end->x = x;
		end->y = y;
	}
	if (begun)
		buf_str(p->out, "\"/>\n");
	return begun;
}

static void add_dot(const struct plot *p, const struct end *end)
{
	buf_str(p->out, "<circle");
	add_class(p, "dot", end->line);
	svg_attribute(p->out, "cx", end->x);
	svg_attribute(p->out, "cy", end->y);
	buf_str(p->out, " r=\"3\"/>\n");
}

static int by_height(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* Moves names apart, down first, and then what fell off the bottom up. */
static void spread(struct end *ends, size_t n, double bottom)
{
	qsort(ends, n, sizeof *ends, by_height);
	for (size_t i = 1; i < n; i++)
		if (ends[i].y < ends[i - 1].y + NAME_LINE)
			ends[i].y = ends[i - 1].y + NAME_LINE;
	for (size_t i = n; i-- > 0 && ends[i].y > bottom; bottom -= NAME_LINE)
		ends[i].y = bottom;
}

static void add_names(const struct plot *p, struct end *ends, size_t n)
{
	spread(ends, n, p->bottom);
	for (size_t i = 0; i < n; i++) {
		const struct chart_line *line = &p->chart->lines[ends[i].line];
		struct buf class = { 0 };
		const char *tone = html_tone((enum tone)line->tone);

		if (line->name) {
			buf_printf(&class, "name k%zu%s%s", ends[i].line % KINDS, tone ? " " : "",
				   tone ? tone : "");
			svg_text(p->out, class.s, ends[i].x + 8, ends[i].y + 4, line->name,
				 NAME_MOST);
		}
		buf_free(&class);
	}
}

bool svg_lines(struct buf *out, struct arena *a, const struct chart *chart)
{
	struct plot p = { .out = out, .chart = chart };
	struct end *ends = arena_alloc(a, (chart->nlines + 1) * sizeof *ends);
	size_t n = 0;

	if (!plot_fit(&p, WIDTH, HEIGHT, name_margin(chart)))
		return false;
	svg_begin(out, chart, "plot", WIDTH, HEIGHT);
	plot_frame(&p);
	for (size_t i = chart->nlines; i-- > 0;) /* the first in front */
		n += add_steps(&p, i, &ends[n]);
	for (size_t i = 0; i < n; i++)
		add_dot(&p, &ends[i]);
	add_names(&p, ends, n);
	svg_end(out);
	return true;
}
