#include "render/svg.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "render/html.h"

void svg_number(struct buf *out, double value)
{
	double most = 1e6;
	long tenths;

	value = !(value > -most) ? -most : value > most ? most : value;
	tenths = lround(value * 10);
	buf_printf(out, tenths % 10 ? "%s%ld.%ld" : "%s%ld", tenths < 0 ? "-" : "",
		   labs(tenths) / 10, labs(tenths) % 10);
}

void svg_attribute(struct buf *out, const char *name, double value)
{
	buf_printf(out, " %s=\"", name);
	svg_number(out, value);
	buf_char(out, '"');
}

void svg_text(struct buf *out, const char *class, double x, double y, const char *text,
	      int columns)
{
	struct buf cut = { 0 };

	buf_str(out, "<text");
	if (class)
		buf_printf(out, " class=\"%s\"", class);
	svg_attribute(out, "x", x);
	svg_attribute(out, "y", y);
	buf_char(out, '>');
	buf_str(&cut, "");
	if (columns)
		text_fit(&cut, text, columns, true);
	html_text(out, columns ? cut.s : text);
	buf_str(out, "</text>\n");
	buf_free(&cut);
}

void svg_begin(struct buf *out, const struct chart *chart, const char *class, int width,
	       int height)
{
	buf_printf(out, "<svg class=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
			"role=\"img\">\n<title>",
		   class, width, height, width, height);
	html_text(out, chart->title ? chart->title : "Chart");
	buf_str(out, "</title>\n<desc>");
	html_text(out, chart->text ? chart->text : "");
	buf_str(out, "</desc>\n");
}

void svg_end(struct buf *out)
{
	buf_str(out, "</svg>\n");
}

bool svg_chart(struct buf *out, struct arena *a, const struct chart *chart)
{
	switch (chart->kind) {
	case CHART_LINES:
		return svg_lines(out, a, chart);
	case CHART_SCATTER:
		return svg_scatter(out, a, chart);
	case CHART_GRAPH:
		return svg_graph(out, a, chart);
	case CHART_BARS: /* the table of plans tells the same */
		break;
	}
	return false;
}
