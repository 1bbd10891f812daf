/* html: what the parts of the HTML format share
 *
 * Nothing of a document gets into a page but through html_text and its kin. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "render/doc.h"

/* Appends text for people, made safe and escaped, for an element or an
 * attribute in quotes; line ends become spaces. */
void html_text(struct buf *out, const char *text);

/* Same, and the dates in it are marked up as such. */
void html_prose(struct buf *out, const char *text);

/* Same as html_text, of several lines that stay lines. */
void html_lines(struct buf *out, const char *text);

/* Appends ` href="..."` and returns true when it is an address that a page may
 * lead to: http, https, mailto, or relative. */
bool html_href(struct buf *out, const char *url);

/* Appends the glyph of a mark, unless it is MARK_NONE. */
void html_mark(struct buf *out, enum mark mark, enum tone tone);
const char *html_glyph(enum mark mark);
enum tone html_mark_tone(enum mark mark);

/* The class that stands for a tone; NULL for TONE_PLAIN. */
const char *html_tone(enum tone tone);

/* A table, named by the element with the id `label`, unless that is NULL. */
void html_table(struct buf *out, const struct doc *doc, const struct block *table,
		const char *label);

/* Markdown that people wrote; its headings stand below `level`. */
void html_markdown(struct buf *out, const char *text, int level);

#endif
