/* same_blocks: cmark finds the same blocks in the outline of a text as in the
 * whole of it */
#ifndef FUZZ_SAME_BLOCKS_H
#define FUZZ_SAME_BLOCKS_H

#include <cmark.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "parse/outline.h"

static inline bool has_inlines(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING;
}

static inline bool same_node(cmark_node *a, cmark_node *b)
{
	return cmark_node_get_type(a) == cmark_node_get_type(b) &&
	       cmark_node_get_start_line(a) == cmark_node_get_start_line(b) &&
	       cmark_node_get_start_column(a) == cmark_node_get_start_column(b) &&
	       cmark_node_get_end_line(a) == cmark_node_get_end_line(b) &&
	       cmark_node_get_heading_level(a) == cmark_node_get_heading_level(b) &&
	       cmark_node_get_list_type(a) == cmark_node_get_list_type(b) &&
	       cmark_node_get_list_start(a) == cmark_node_get_list_start(b);
}

/* The next block in the order of the text, or NULL. */
static inline cmark_node *next_block(cmark_node *node)
{
	cmark_node *child = has_inlines(node) ? NULL : cmark_node_first_child(node);

	if (child)
		return child;
	while (node && !cmark_node_next(node))
		node = cmark_node_parent(node);
	return node ? cmark_node_next(node) : NULL;
}

static inline bool same_tree(cmark_node *a, cmark_node *b)
{
	while (a && b && same_node(a, b)) {
		a = next_block(a);
		b = next_block(b);
	}
	return !a && !b;
}

/* All lines as slices of one element, as if there was none in the text. */
static inline void cut_nothing(struct reader *r, struct cut *cut)
{
	*(struct region *)vec_push(r->scratch, &cut->regions) = (struct region){ .name = "", .parent = -1 };
	for (int line = 1; line <= r->src.n; line++)
		*(struct slice *)vec_push(r->scratch, &cut->slices) =
		    (struct slice){ .line = line,
				    .off = r->src.lines[line - 1].off,
				    .len = r->src.lines[line - 1].len,
				    .fence = -1 };
}

/* The outline of a text, in `a` with all that is in *body. */
static inline const char *outline_of(struct arena *a, const char *bytes, size_t n,
				     struct body *body, size_t *len)
{
	struct phl_plan plan = { 0 };
	struct reader r = { .a = a, .scratch = a, .plan = &plan };
	struct cut *cut = arena_alloc(a, sizeof *cut);

	*body = (struct body){ .cut = cut };
	source_split(&r.src, a, bytes, n);
	cut_nothing(&r, cut);
	return outline_read(&r, body, len);
}

static inline bool same_blocks(const char *bytes, size_t n)
{
	struct arena a = { 0 };
	struct buf whole = { 0 };
	struct body body;
	size_t len;
	const char *outline = outline_of(&a, bytes, n, &body, &len);

	for (size_t i = 0; i < body.lines.n; i++) {
		buf_add(&whole, body.lines.v[i].s, body.lines.v[i].len);
		buf_char(&whole, '\n');
	}
	for (size_t i = 0; i < whole.n; i++) /* a bare CR ends no line */
		if (whole.s[i] == '\r')
			whole.s[i] = ' ';
	cmark_node *x = cmark_parse_document(outline, len, CMARK_OPT_DEFAULT);
	cmark_node *y = cmark_parse_document(whole.s ? whole.s : "", whole.n, CMARK_OPT_DEFAULT);
	bool same = same_tree(x, y);
	cmark_node_free(x);
	cmark_node_free(y);
	buf_free(&whole);
	arena_free(&a);
	return same;
}

#endif
