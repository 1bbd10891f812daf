/* term: what the parts of the terminal format share */
#ifndef RENDER_TERM_H
#define RENDER_TERM_H

#include "render/doc.h"

enum { TERM_MARGIN = 3, TERM_GAP = 2 };

/* The glyph of a mark, one column wide; "" for MARK_NONE. */
const char *term_mark(enum mark mark, bool utf8);

/* Appends a glyph in the colour that the mark stands for. */
void term_add_mark(struct buf *out, const struct style *style, enum mark mark,
		   enum tone tone);

void term_table(struct buf *out, const struct doc *doc, const struct block *table,
		int margin, const struct style *style);

/* Is there something to draw?  Lines that go on for a while, and are not all 0. */
bool plot_draws(const struct chart *chart);

/* Draws it over the style's width, or over 76 columns. */
void plot_emit(struct buf *out, struct arena *a, const struct chart *chart, int margin,
	       const struct style *style);

#endif
