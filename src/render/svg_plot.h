/* svg_plot: the frame that values are drawn in */
#ifndef RENDER_SVG_PLOT_H
#define RENDER_SVG_PLOT_H

#include "render/scale.h"
#include "render/svg.h"

enum { PLOT_CHAR = 9 }; /* the width of a letter, rather too much than too little */

struct plot {
	struct buf *out;
	const struct chart *chart;
	struct scale x, y;
	double left, top, right, bottom;
};

/* Finds out what is to be drawn, and where.  False when there is no point. */
bool plot_fit(struct plot *p, int width, int height, int margin);

/* Axes, the values on them, and lines across. */
void plot_frame(const struct plot *p);

/* Can it be drawn? */
bool plot_is_point(const struct chart_point *point);

double plot_x(const struct plot *p, double value);
double plot_y(const struct plot *p, double value);

/* Appends the values of a point, for a text that is shown on demand. */
void plot_value(const struct plot *p, const struct chart_point *point);

#endif
