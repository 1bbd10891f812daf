/* svg: charts as pictures within a page
 *
 * Colours and strokes are the style sheet's; what is drawn goes by class. */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

#include "render/doc.h"

/* Appends a picture.  False when there was nothing to draw. */
bool svg_chart(struct buf *out, struct arena *a, const struct chart *chart);

/* ---- between its parts ---- */

bool svg_lines(struct buf *out, struct arena *a, const struct chart *chart);
bool svg_scatter(struct buf *out, struct arena *a, const struct chart *chart);
bool svg_graph(struct buf *out, struct arena *a, const struct chart *chart);

void svg_begin(struct buf *out, const struct chart *chart, const char *class, int width,
	       int height);
void svg_end(struct buf *out);

/* Appends a coordinate, to a tenth. */
void svg_number(struct buf *out, double value);

/* Appends ` NAME="VALUE"`. */
void svg_attribute(struct buf *out, const char *name, double value);

/* Appends a piece of text, cut to so many columns (0: not cut). */
void svg_text(struct buf *out, const char *class, double x, double y, const char *text,
	      int columns);

#endif
