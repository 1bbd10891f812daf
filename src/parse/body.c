#include "parse/body.h"

#include <cmark.h>
#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "parse/outline.h"
#include "parse/parse.h"

const char *parse_cmark_version(void)
{
	return cmark_version_string();
}

/* ---- memory: everything cmark makes goes with the scratch arena ---- */

static _Thread_local struct arena *cmark_arena;

enum { HEADER = 16 };

static void *bump_calloc(size_t n, size_t size)
{
	char *p = arena_alloc(cmark_arena, n * size + HEADER);
	*(size_t *)(void *)p = n * size;
	return p + HEADER;
}

static void *bump_realloc(void *old, size_t size)
{
	char *p = old ? (char *)old - HEADER : NULL;
	size_t had = p ? *(size_t *)(void *)p : 0;
	if (p && size <= had)
		return old;
	p = arena_realloc(cmark_arena, p, had + HEADER, size + HEADER);
	*(size_t *)(void *)p = size;
	return p + HEADER;
}

static void bump_free(void *p)
{
	(void)p;
}

static cmark_mem bump = { bump_calloc, bump_realloc, bump_free };

/* ---- from cmark's tree to blocks ---- */

struct walker {
	struct reader *r;
	struct body *body;
	int *current; /* per region: its nearest heading so far, -2 before the first */
	int lists;
	size_t fence;
};

/* The region of the last slice that starts where a line does, or before. */
static int region_at(const struct walker *w, const struct bline *l)
{
	const struct cut *cut = w->body->cut;
	size_t i = l->slice;
	while (i + 1 < cut->slices.n && cut->slices.v[i + 1].line == l->line &&
	       cut->slices.v[i + 1].off <= l->src)
		i++;
	return cut->slices.v[i].region;
}

static int section_of(struct walker *w, int region)
{
	if (region < 0)
		return -1;
	if (w->current[region] == -2)
		w->current[region] = section_of(w, w->body->cut->regions.v[region].parent);
	return w->current[region];
}

static void enter_section(struct walker *w, struct block *b, int index)
{
	int s = section_of(w, b->region);
	const struct block *all = w->body->blocks.v;
	while (s >= 0 && all[s].region == b->region && all[s].level >= b->level)
		s = all[s].section;
	b->section = s;
	w->current[b->region] = index;
}

/* The item that a fence belongs to, by its indentation. */
static int fence_parent(const struct walker *w, const struct fence *f)
{
	const struct body *body = w->body;
	if (body->blocks.n == 0)
		return -1;
	int at = (int)body->blocks.n - 1;
	if (body->blocks.v[at].type == B_HEADING)
		return -1;
	if (body->blocks.v[at].type != B_ITEM)
		at = body->blocks.v[at].parent;
	while (at >= 0 && (body->blocks.v[at].region != f->region ||
			   body->blocks.v[at].column > f->indent))
		at = body->blocks.v[at].parent;
	return at;
}

static void add_fences(struct walker *w, int before)
{
	const struct cut *cut = w->body->cut;
	for (; w->fence < cut->fences.n && cut->fences.v[w->fence].first < before; w->fence++) {
		const struct fence *f = &cut->fences.v[w->fence];
		int parent = fence_parent(w, f);
		struct block *b = vec_push(w->r->scratch, &w->body->blocks);
		*b = (struct block){ .type = B_FENCE,
				     .region = f->region,
				     .line = f->first,
				     .last = f->last,
				     .parent = parent,
				     .section = section_of(w, f->region),
				     .column = f->indent + 1,
				     .fence = (int)w->fence,
				     .blast = -1 };
	}
}

/* "[x]", the only characters between whose brackets anything may stand, and
 * only with a blank or nothing behind. */
static size_t read_box(const char *s, size_t n, struct box *box)
{
	if (n < 3 || s[0] != '[' || s[2] != ']' || !s[1] || !strchr(" xX/~-!", s[1]))
		return 0;
	size_t i = 3;
	bool optional = i < n && s[i] == '*' && (i + 1 == n || is_space(s[i + 1]));
	i += optional;
	if (i < n && !is_space(s[i]))
		return 0;
	box->mark = s[1];
	box->optional = optional;
	return i;
}

/* Marker, blanks and box of the item that starts at column `col` of a line. */
static void read_item(struct walker *w, struct block *b, const struct bline *l, int col)
{
	const char *s = l->s;
	size_t i = (size_t)(col > 0 ? col - 1 : 0);
	while (i < l->len && (is_digit(s[i]) || strchr("-*+.)", s[i])))
		i++;
	while (i < l->len && is_space(s[i]))
		i++;
	struct box box = { 0 };
	size_t n = read_box(s + i, l->len - i, &box);
	if (n) {
		box.col = source_col(&w->r->src, l->line, l->src + (uint32_t)i + 1);
		b->box = box;
		i += n;
	}
	b->skip = (uint32_t)i;
	b->column = source_col(&w->r->src, l->line, l->src) + (col > 0 ? col - 1 : 0);
}

static struct block *add_block(struct walker *w, cmark_node *node, enum block_type type, int parent)
{
	int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
	if (first < 1 || first > (int)w->body->lines.n)
		return NULL;
	if (last < first)
		last = first;
	if (last > (int)w->body->lines.n)
		last = (int)w->body->lines.n;
	const struct bline *l = &w->body->lines.v[first - 1];
	if (l->line == 0)
		return NULL;
	while (last > first && w->body->lines.v[last - 1].line == 0)
		last--;
	add_fences(w, l->line);
	struct block *b = vec_push(w->r->scratch, &w->body->blocks);
	*b = (struct block){ .type = type,
			     .region = region_at(w, l),
			     .line = l->line,
			     .last = w->body->lines.v[last - 1].line,
			     .parent = parent,
			     .fence = -1,
			     .bfirst = first - 1,
			     .blast = last - 1 };
	b->column = source_col(&w->r->src, l->line, l->src) + cmark_node_get_start_column(node) - 1;
	b->section = section_of(w, b->region);
	return b;
}

static void add_item(struct walker *w, cmark_node *node, int parent, int list)
{
	struct block *b = add_block(w, node, B_ITEM, parent);
	if (!b)
		return;
	cmark_node *up = cmark_node_parent(node);
	b->list = list;
	b->level = parent >= 0 ? w->body->blocks.v[parent].level + 1 : 0;
	b->ordered = cmark_node_get_list_type(up) == CMARK_ORDERED_LIST;
	const struct bline *l = &w->body->lines.v[b->bfirst];
	read_item(w, b, l, cmark_node_get_start_column(node));
	if (b->ordered) {
		const char *s = l->s;
		int col = cmark_node_get_start_column(node);
		for (int i = col > 0 ? col - 1 : 0; i < (int)l->len && is_digit(s[i]) && b->number < 100000; i++)
			b->number = b->number * 10 + (s[i] - '0');
	}
	cmark_node *child = cmark_node_first_child(node);
	b->blast = b->bfirst - 1;
	if (child && cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH &&
	    cmark_node_get_start_line(child) == cmark_node_get_start_line(node)) {
		int last = cmark_node_get_end_line(child) - 1;
		b->blast = last < b->bfirst ? b->bfirst : last;
	} else if (b->box.mark) {
		b->blast = b->bfirst; /* an empty box, or one that is a link to cmark */
	}
}

/* A line of dashes under a paragraph is a rule to those who write plans. */
static void add_heading(struct walker *w, cmark_node *node, int parent)
{
	struct block *b = add_block(w, node, B_HEADING, parent);
	if (!b)
		return;
	const struct bline *l = &w->body->lines.v[b->bfirst];
	const char *s = l->s;
	size_t at = (size_t)(cmark_node_get_start_column(node) - 1);
	b->level = cmark_node_get_heading_level(node);
	b->skip = at < l->len ? (uint32_t)at : 0;
	if (at < l->len && s[at] == '#') {
		b->blast = b->bfirst;
	} else {
		if (b->blast > b->bfirst)
			b->blast--;
		if (b->level == 2)
			b->type = B_PARA;
	}
	b->named = -1;
	if (b->type == B_HEADING)
		enter_section(w, b, (int)w->body->blocks.n - 1);
}

static void add_prose(struct walker *w, cmark_node *node, int parent)
{
	struct block *b = add_block(w, node, B_PARA, parent);
	if (b) {
		int col = cmark_node_get_start_column(node);
		uint32_t len = w->body->lines.v[b->bfirst].len;
		b->skip = col > 1 && (uint32_t)(col - 1) <= len ? (uint32_t)(col - 1) : 0;
	}
}

/* The line has a box behind its marker; *col of the marker. */
static bool has_box(const struct bline *l, int *col)
{
	size_t i = 0, digits;
	while (i < l->len && (is_space(l->s[i]) || l->s[i] == '>'))
		i++;
	*col = (int)i + 1;
	for (digits = i; digits < l->len && is_digit(l->s[digits]); digits++)
		;
	bool ordered = digits > i && digits < l->len && strchr(".)", l->s[digits]);
	bool bullet = i < l->len && strchr("-*+", l->s[i]);
	i = ordered ? digits + 1 : i + 1;
	if ((!ordered && !bullet) || i >= l->len || !is_space(l->s[i]))
		return false;
	while (i < l->len && is_space(l->s[i]))
		i++;
	struct box box;
	return i < l->len && read_box(l->s + i, l->len - i, &box);
}

/* Does the text of an item go on here? */
static bool goes_on(const struct bline *l)
{
	size_t i = 0;
	int col;
	while (i < l->len && is_space(l->s[i]))
		i++;
	return l->line && i < l->len && l->s[i] != '<' && !has_box(l, &col);
}

/* A box is one to those who write plans also where markdown sees indented code, or a
 * tag without a blank line behind it.  Not in a comment. */
static void add_strays(struct walker *w, int prose)
{
	const struct block all = w->body->blocks.v[prose];
	const struct bline *lines = w->body->lines.v;
	int col, level = all.parent >= 0 ? w->body->blocks.v[all.parent].level + 1 : 0;
	if (lines[all.bfirst].len >= all.skip + 4 &&
	    memcmp(lines[all.bfirst].s + all.skip, "<!--", 4) == 0)
		return;
	for (int i = all.bfirst; i <= all.blast; i++) {
		if (!has_box(&lines[i], &col))
			continue;
		struct block *before = &w->body->blocks.v[prose];
		if (before->blast >= i)
			before->blast = i - 1;
		struct block *b = vec_push(w->r->scratch, &w->body->blocks);
		*b = all;
		b->type = B_ITEM;
		b->level = level;
		b->line = lines[i].line;
		b->bfirst = b->blast = i;
		b->list = w->lists;
		read_item(w, b, &lines[i], col);
		while (b->blast < all.blast && goes_on(&lines[b->blast + 1]))
			b->blast++;
		b->last = lines[b->blast].line;
	}
}

static cmark_node *next_node(cmark_node *node, bool down, int *parent, const struct body *body)
{
	cmark_node *child = down ? cmark_node_first_child(node) : NULL;
	if (child)
		return child;
	while (node && !cmark_node_next(node)) {
		node = cmark_node_parent(node);
		if (node && cmark_node_get_type(node) == CMARK_NODE_ITEM && *parent >= 0)
			*parent = body->blocks.v[*parent].parent;
	}
	return node ? cmark_node_next(node) : NULL;
}

/* Is the first paragraph of an item, whose text the item itself carries. */
static bool is_lead(cmark_node *node)
{
	cmark_node *up = cmark_node_parent(node);
	return cmark_node_get_type(up) == CMARK_NODE_ITEM && !cmark_node_previous(node) &&
	       cmark_node_get_start_line(up) == cmark_node_get_start_line(node);
}

static void walk(struct walker *w, cmark_node *root)
{
	int parent = -1;
	cmark_node *node = root;
	while (node) {
		bool down = false;
		size_t before = w->body->blocks.n;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_HEADING:
			add_heading(w, node, parent);
			break;
		case CMARK_NODE_PARAGRAPH:
			if (!is_lead(node))
				add_prose(w, node, parent);
			break;
		case CMARK_NODE_CODE_BLOCK:
		case CMARK_NODE_HTML_BLOCK:
			add_prose(w, node, parent);
			if (w->body->blocks.n > before)
				add_strays(w, (int)w->body->blocks.n - 1);
			break;
		case CMARK_NODE_THEMATIC_BREAK:
			add_block(w, node, B_RULE, parent);
			break;
		case CMARK_NODE_ITEM:
			add_item(w, node, parent, w->lists);
			if (w->body->blocks.n > before && cmark_node_first_child(node)) {
				parent = (int)w->body->blocks.n - 1;
				down = true;
			}
			break;
		case CMARK_NODE_LIST:
			w->lists++;
			down = true;
			break;
		default:
			down = true;
		}
		node = next_node(node, down, &parent, w->body);
	}
	add_fences(w, w->r->src.n + 1);
}

void body_read(struct reader *r, const struct cut *cut, struct body *out)
{
	*out = (struct body){ .cut = cut };
	struct walker w = { .r = r, .body = out };
	w.current = arena_alloc(r->scratch, cut->regions.n * sizeof *w.current);
	w.current[0] = -1;
	for (size_t i = 1; i < cut->regions.n; i++)
		w.current[i] = -2;
	size_t n;
	const char *text = outline_read(r, out, &n);
	cmark_arena = r->scratch;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &bump);
	cmark_parser_feed(parser, text, n);
	cmark_node *root = cmark_parser_finish(parser);
	walk(&w, root);
	cmark_arena = NULL;
}

/* ---- text ---- */

static size_t indent_of(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == ' ' || s[i] == '\t'))
		i++;
	return i;
}

static size_t skip_quote(const char *s, size_t n)
{
	size_t i = indent_of(s, n);
	while (i < n && s[i] == '>') {
		i++;
		i += indent_of(s + i, n - i);
	}
	return i;
}

const char *body_text(struct reader *r, struct body *body, int block, size_t *n)
{
	struct block *b = &body->blocks.v[block];
	if (b->text) {
		*n = b->len;
		return b->text;
	}
	size_t most = 1;
	for (int i = b->bfirst; i <= b->blast; i++)
		most += body->lines.v[i].len + 1;
	char *text = arena_raw(r->scratch, most), *end = text;
	for (int i = b->bfirst; i <= b->blast; i++) {
		const struct bline *l = &body->lines.v[i];
		const char *s = l->s;
		size_t skip = i == b->bfirst ? b->skip : 0;
		if (skip > l->len)
			skip = l->len;
		skip += skip_quote(s + skip, l->len - skip);
		if (i == b->bfirst && b->type == B_HEADING)
			while (skip < l->len && (s[skip] == '#' || is_space(s[skip])))
				skip++;
		if (i > b->bfirst)
			*end++ = '\n';
		end = mempcpy(end, s + skip, l->len - skip);
	}
	while (end > text && (is_space(end[-1]) || (b->type == B_HEADING && end[-1] == '#')))
		end--;
	*end = '\0';
	*n = (size_t)(end - text);
	b->len = (uint32_t)*n;
	b->text = text;
	return text;
}

/* Questions about a block come in order: each goes on where the last one ended. */
static const struct place_in_block *find_line(struct body *body, int block, size_t at)
{
	const struct block *b = &body->blocks.v[block];
	struct place_in_block *p = &body->asked;
	if (!p->known || p->block != block || p->at > at)
		*p = (struct place_in_block){ .known = true, .block = block, .line = b->bfirst };
	for (; p->at < at && p->at < b->len; p->at++) {
		if (b->text[p->at] == '\n' && p->line < b->blast) {
			p->line++;
			p->start = p->at + 1;
		}
	}
	return p;
}

void body_where(struct reader *r, struct body *body, int block, size_t at, int *line, int *col)
{
	const struct block *b = &body->blocks.v[block];
	const struct place_in_block *p = find_line(body, block, at);
	const struct bline *l = &body->lines.v[p->line];
	const char *s = l->s;
	size_t skip = p->line == b->bfirst ? b->skip : 0;
	if (skip > l->len)
		skip = l->len;
	skip += skip_quote(s + skip, l->len - skip);
	if (p->line == b->bfirst && b->type == B_HEADING)
		while (skip < l->len && (s[skip] == '#' || is_space(s[skip])))
			skip++;
	*line = l->line ? l->line : b->line;
	*col = source_col(&r->src, *line, l->src) + (int)(skip + at - p->start);
}

bool block_below(const struct body *body, int block, int item)
{
	while (block >= 0 && block != item)
		block = body->blocks.v[block].parent;
	return block == item && item >= 0;
}
