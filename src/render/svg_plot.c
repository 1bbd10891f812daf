#include "render/svg_plot.h"

#include <math.h>

#include "base/text.h"
#include "render/html.h"

enum {
	TOP = 24, BOTTOM = 40, /* margins */
	TICKS_X = 6, TICKS_Y = 5,
	GAP = 8, /* between a label and what it names */
};

bool plot_is_point(const struct chart_point *point)
{
	return isfinite(point->x) && isfinite(point->y);
}

struct range {
	double low, high;
};

static void widen(struct range *r, double value)
{
	r->low = fmin(r->low, value);
	r->high = fmax(r->high, value);
}

static bool find_ranges(const struct chart *c, struct range *x, struct range *y)
{
	bool any = false;

	*x = *y = (struct range){ INFINITY, -INFINITY };
	for (size_t i = 0; i < c->nlines; i++)
		for (size_t k = 0; k < c->lines[i].n; k++) {
			const struct chart_point *point = &c->lines[i].points[k];

			if (!plot_is_point(point))
				continue;
			any = true;
			widen(x, point->x);
			widen(y, point->y);
		}
	return any;
}

/* What counts from nothing begins there. */
static void begin_at_zero(struct range *r, enum chart_unit unit)
{
	if (unit != UNIT_DAYS)
		widen(r, 0);
}

static int label_width(const struct scale *s)
{
	struct buf b = { 0 };
	int most = 0;

	for (size_t i = 0; i < s->nticks; i++) {
		buf_clear(&b);
		buf_str(&b, "");
		scale_label(&b, s, i);
		if (text_width(b.s) > most)
			most = text_width(b.s);
	}
	buf_free(&b);
	return most;
}

/* As many values below the axis as have room. */
static void fit_width(struct plot *p, const struct range *x)
{
	enum chart_unit unit = p->chart->x.unit;
	int room;

	scale_fit(&p->x, unit, x->low, x->high, TICKS_X);
	room = (int)(p->right - p->left) / (label_width(&p->x) * PLOT_CHAR + GAP);
	if (room < TICKS_X)
		scale_fit(&p->x, unit, x->low, x->high, room > 1 ? room : 1);
}

bool plot_fit(struct plot *p, int width, int height, int margin)
{
	const struct chart *c = p->chart;
	struct range x, y;

	if (!find_ranges(c, &x, &y))
		return false;
	begin_at_zero(&x, c->x.unit);
	begin_at_zero(&y, c->y.unit);
	if (c->diagonal && c->x.unit == c->y.unit) {
		widen(&x, y.high);
		widen(&x, y.low);
		y = x;
	}
	scale_fit(&p->y, c->y.unit, y.low, y.high, c->diagonal ? TICKS_X : TICKS_Y);
	p->left = fmin(label_width(&p->y) * PLOT_CHAR + GAP, width / 3.0);
	p->top = TOP;
	p->right = width - margin;
	p->bottom = height - BOTTOM;
	fit_width(p, &x);
	return true;
}

double plot_x(const struct plot *p, double value)
{
	return p->left + scale_at(&p->x, value) * (p->right - p->left);
}

double plot_y(const struct plot *p, double value)
{
	return p->bottom - scale_at(&p->y, value) * (p->bottom - p->top);
}

static void add_line(struct buf *out, const char *class, double x1, double y1, double x2,
		     double y2)
{
	buf_printf(out, "<path class=\"%s\" d=\"M", class);
	svg_number(out, x1);
	buf_char(out, ' ');
	svg_number(out, y1);
	if (x1 == x2) {
		buf_char(out, 'V');
		svg_number(out, y2);
	} else {
		buf_char(out, 'H');
		svg_number(out, x2);
	}
	buf_str(out, "\"/>\n");
}

static void add_rows(const struct plot *p, struct buf *label)
{
	for (size_t i = 0; i < p->y.nticks; i++) {
		double y = plot_y(p, p->y.ticks[i]);

		add_line(p->out, "grid", p->left, y, p->right, y);
		buf_clear(label);
		scale_label(label, &p->y, i);
		svg_text(p->out, "end", p->left - GAP, y + 4, label->s, 0);
	}
}

static void add_columns(const struct plot *p, struct buf *label)
{
	add_line(p->out, "base", p->left, p->bottom, p->right, p->bottom);
	for (size_t i = 0; i < p->x.nticks; i++) {
		double x = plot_x(p, p->x.ticks[i]);
		int year = scale_year(&p->x, i);

		add_line(p->out, "base", x, p->bottom, x, p->bottom + 4);
		buf_clear(label);
		scale_label(label, &p->x, i);
		svg_text(p->out, "middle", x, p->bottom + 18, label->s, 0);
		if (!year)
			continue;
		buf_clear(label);
		buf_printf(label, "%d", year);
		svg_text(p->out, "middle", x, p->bottom + 32, label->s, 0);
	}
}

void plot_frame(const struct plot *p)
{
	struct buf label = { 0 };

	add_rows(p, &label);
	add_columns(p, &label);
	if (p->chart->y.title)
		svg_text(p->out, "axis", 0, 11, p->chart->y.title, 0);
	if (p->chart->x.title && p->x.unit != UNIT_DAYS)
		svg_text(p->out, "axis end", p->right, p->bottom + 34, p->chart->x.title, 0);
	buf_free(&label);
}

static void add_value(struct buf *out, const struct chart_axis *axis, double value)
{
	struct buf b = { 0 };

	buf_str(&b, "");
	if (axis->title)
		buf_printf(&b, "%s ", axis->title);
	scale_value(&b, axis->unit, value);
	html_text(out, b.s);
	buf_free(&b);
}

void plot_value(const struct plot *p, const struct chart_point *point)
{
	if (point->label) {
		html_text(p->out, point->label);
		buf_str(p->out, ": ");
	}
	add_value(p->out, &p->chart->x, point->x);
	buf_str(p->out, ", ");
	add_value(p->out, &p->chart->y, point->y);
}
