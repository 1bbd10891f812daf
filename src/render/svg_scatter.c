/* Pairs of values: dots, the farthest off by name. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "render/svg_plot.h"

enum {
	WIDTH = 560, HEIGHT = 340, MARGIN = 28,
	NAMED = 5,	/* dots with a name */
	NAME_MOST = 14, /* columns */
	NAME_LINE = 13,
};

static void add_diagonal(const struct plot *p)
{
	double low = fmax(p->x.low, p->y.low), high = fmin(p->x.high, p->y.high);
	struct buf b = { 0 };

	if (!(low < high))
		return;
	buf_str(p->out, "<path class=\"even\" d=\"M");
	svg_number(p->out, plot_x(p, low));
	buf_char(p->out, ' ');
	svg_number(p->out, plot_y(p, low));
	buf_char(p->out, 'L');
	svg_number(p->out, plot_x(p, high));
	buf_char(p->out, ' ');
	svg_number(p->out, plot_y(p, high));
	buf_str(p->out, "\"/>\n");
	if (p->chart->x.title && p->chart->y.title) {
		buf_printf(&b, "%s = %s", p->chart->y.title, p->chart->x.title);
		svg_text(p->out, "axis end", plot_x(p, high), plot_y(p, high) - 6, b.s, 0);
	}
	buf_free(&b);
}

static void add_dot(const struct plot *p, const struct chart_point *point)
{
	buf_str(p->out, "<circle class=\"pair\"");
	svg_attribute(p->out, "cx", plot_x(p, point->x));
	svg_attribute(p->out, "cy", plot_y(p, point->y));
	buf_str(p->out, " r=\"3.5\"><title>");
	plot_value(p, point);
	buf_str(p->out, "</title></circle>\n");
}

/* ---- names ---- */

static double distance(const struct plot *p, const struct chart_point *point)
{
	return fabs(scale_at(&p->x, point->x) - scale_at(&p->y, point->y));
}

/* The points farthest from the diagonal, farthest first. */
static size_t find_farthest(const struct plot *p, const struct chart_line *line,
			    const struct chart_point *far[NAMED])
{
	size_t n = 0;

	for (size_t i = 0; i < line->n; i++) {
		const struct chart_point *point = &line->points[i];
		size_t at = n;

		if (!plot_is_point(point) || !point->label)
			continue;
		while (at > 0 && distance(p, point) > distance(p, far[at - 1]))
			at--;
		if (at == NAMED)
			continue;
		n += n < NAMED;
		for (size_t k = n - 1; k > at; k--)
			far[k] = far[k - 1];
		far[at] = point;
	}
	return n;
}

struct box {
	double left, right, y;
};

static bool overlaps(const struct box *a, const struct box *boxes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a->left < boxes[i].right && a->right > boxes[i].left &&
		    fabs(a->y - boxes[i].y) < NAME_LINE)
			return true;
	return false;
}

/* What a dot is called: the first word, which the title of the dot goes on from. */
static const char *short_name(struct arena *a, const struct chart_point *point)
{
	return arena_dup(a, point->label, strcspn(point->label, " "));
}

/* Beside the dot, away from the diagonal where there is room. */
static struct box place(const struct plot *p, const struct chart_point *point, const char *name,
			bool *before)
{
	double x = plot_x(p, point->x), y = plot_y(p, point->y) + 4;
	int columns = text_width(name);
	double width = (columns > NAME_MOST ? NAME_MOST : columns) * PLOT_CHAR;

	*before = scale_at(&p->y, point->y) > scale_at(&p->x, point->x);
	if (*before && x - 8 - width < p->left)
		*before = false;
	else if (!*before && x + 8 + width > p->right)
		*before = true;
	return *before ? (struct box){ x - 8 - width, x - 8, y }
		       : (struct box){ x + 8, x + 8 + width, y };
}

/* A name that would stand on another is left out: the dot says it, too. */
static void add_names(const struct plot *p, struct arena *a, const struct chart_line *line)
{
	const struct chart_point *far[NAMED];
	struct box boxes[NAMED];
	size_t n = find_farthest(p, line, far), named = 0;

	for (size_t i = 0; i < n; i++) {
		const char *name = short_name(a, far[i]);
		bool before;
		struct box box = place(p, far[i], name, &before);

		if (overlaps(&box, boxes, named))
			continue;
		boxes[named++] = box;
		svg_text(p->out, before ? "name end" : "name", before ? box.right : box.left,
			 box.y, name, NAME_MOST);
	}
}

bool svg_scatter(struct buf *out, struct arena *a, const struct chart *chart)
{
	struct plot p = { .out = out, .chart = chart };

	if (!chart->nlines || !plot_fit(&p, WIDTH, HEIGHT, MARGIN))
		return false;
	svg_begin(out, chart, "plot", WIDTH, HEIGHT);
	plot_frame(&p);
	if (chart->diagonal)
		add_diagonal(&p);
	for (size_t i = 0; i < chart->lines[0].n; i++)
		if (plot_is_point(&chart->lines[0].points[i]))
			add_dot(&p, &chart->lines[0].points[i]);
	if (chart->diagonal)
		add_names(&p, a, &chart->lines[0]);
	svg_end(out);
	return true;
}
