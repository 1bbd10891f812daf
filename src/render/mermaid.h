/* mermaid: charts as text that GitHub and others draw */
#ifndef RENDER_MERMAID_H
#define RENDER_MERMAID_H

#include "render/doc.h"

/* Can it be drawn so?  Graphs and bars can. */
bool mermaid_draws(const struct chart *chart);

/* Appends a fenced block of mermaid.  Of large charts what is still to be done is
 * drawn first; returns how many nodes or bars are left out. */
size_t mermaid_emit(struct buf *out, struct arena *a, const struct chart *chart);

#endif
