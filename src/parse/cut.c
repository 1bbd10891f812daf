#include "parse/cut.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/fences.h"
#include "parse/tags.h"

enum { DEPTH = 64 };

typedef PHL_LIST(struct token) token_list;

struct cutter {
	struct reader *r;
	struct cut *out;
	token_list tokens;
	int stack[DEPTH];   /* regions, the current one on top */
	int close[DEPTH];   /* token that closes it, -1 when it is never closed */
	int depth;
	int line;           /* being cut */
	uint32_t pos;       /* up to here its bytes have a region */
	bool cut_here;      /* the line holds a tag */
	size_t fence;       /* next fence */
};

/* ---- tokens ---- */

/* Length of the code span that starts at s[i], or of its mark where that has no partner. */
static size_t code_span(const char *s, size_t n, size_t i)
{
	size_t count = 0;
	while (i + count < n && s[i + count] == '`')
		count++;
	const char *end = s + n, *p = s + i + count;
	while ((p = memchr(p, '`', (size_t)(end - p)))) {
		const char *mark = p;
		while (p < end && *p == '`')
			p++;
		if ((size_t)(p - mark) == count)
			return (size_t)(p - s) - i;
	}
	return count;
}

static bool only_blanks(const char *s, size_t from, size_t to)
{
	while (from < to && is_space(s[from]))
		from++;
	return from == to;
}

static void scan_line(struct cutter *c, int line)
{
	const struct source *src = &c->r->src;
	const char *s = line_text(src, line);
	size_t n = line_len(src, line), behind = 0;
	bool adjacent = true;
	for (size_t i = 0; i < n;) {
		const char *p = memchr(s + i, '<', n - i);
		const char *tick = memchr(s + i, '`', p ? (size_t)(p - s) - i : n - i);
		if (tick) {
			i = (size_t)(tick - s);
			i += code_span(s, n, i);
			continue;
		}
		if (!p)
			return;
		struct token t;
		i = (size_t)(p - s);
		if (!tag_read(src, line, i, &t)) {
			i++;
			continue;
		}
		t.at_start = adjacent && only_blanks(s, behind, i);
		adjacent = t.at_start || t.closes;
		*(struct token *)vec_push(c->r->scratch, &c->tokens) = t;
		behind = i = t.end - src->lines[line - 1].off;
		if (i > n)
			return;
	}
}

static void scan(struct cutter *c, int front_last)
{
	size_t f = 0;
	for (int line = front_last + 1; line <= c->r->src.n; line++) {
		if (f < c->out->fences.n && c->out->fences.v[f].first == line) {
			line = c->out->fences.v[f++].last;
			continue;
		}
		scan_line(c, line);
	}
}

static bool same_name(const struct token *a, const struct token *b)
{
	return a->name_len == b->name_len && memcmp(a->name, b->name, a->name_len) == 0;
}

/* Backwards, so that each token meets the next one of its name first. */
static void pair(struct cutter *c)
{
	enum { NAMES = 96 };
	int last[NAMES], names = 0, bound = (int)c->tokens.n;
	for (int i = (int)c->tokens.n - 1; i >= 0; i--) {
		struct token *t = &c->tokens.v[i];
		int k = 0;
		while (k < names && !same_name(&c->tokens.v[last[k]], t))
			k++;
		t->bound = bound;
		t->close = -1;
		if (t->closes) {
			if (k < NAMES)
				last[k] = i;
			names += k == names && k < NAMES;
		} else if (k < names) {
			t->close = last[k];
		}
		if (t->def->tag == TAG_TASK && (t->closes || t->at_start))
			bound = i;
	}
}

/* ---- regions ---- */

static struct region *top(struct cutter *c)
{
	return &c->out->regions.v[c->stack[c->depth - 1]];
}

static void emit(struct cutter *c, uint32_t end, int fence)
{
	if (end <= c->pos && c->cut_here)
		return;
	struct slice *s = vec_push(c->r->scratch, &c->out->slices);
	*s = (struct slice){ .region = c->stack[c->depth - 1],
			     .line = c->line,
			     .off = c->pos,
			     .len = end > c->pos ? end - c->pos : 0,
			     .fence = fence };
}

static void push(struct cutter *c, const struct token *t, int close)
{
	struct region *g = vec_push(c->r->scratch, &c->out->regions);
	*g = (struct region){ .tag = t->def->tag,
			      .name = arena_dup(c->r->scratch, t->name, t->name_len),
			      .parent = c->stack[c->depth - 1],
			      .first = t->line,
			      .last = t->line,
			      .first_slice = (int)c->out->slices.n,
			      .last_slice = (int)c->out->slices.n,
			      .tag_end = t->end };
	tag_attrs(c->r->scratch, t, g);
	c->stack[c->depth] = (int)c->out->regions.n - 1;
	c->close[c->depth++] = close;
}

static void pop(struct cutter *c, int line, bool closed)
{
	struct region *g = top(c);
	g->last = line < g->first ? g->first : line; /* ended by a tag on its own line */
	g->last_slice = (int)c->out->slices.n;
	if (!closed)
		plan_finding(c->r->plan, c->r->a, "unclosed-element", PHL_WARNING, g->first, 1,
			     "<%s> is never closed; add </%s>", g->name, g->name);
	c->depth--;
}

static bool is_part(const struct region *g)
{
	return g->tag >= TAG_NAME && g->tag <= TAG_TASK_PART;
}

/* Where a region is open that takes text up to its own end. */
static bool in_text(struct cutter *c)
{
	return c->depth > 1 && is_part(top(c)) && c->close[c->depth - 1] >= 0;
}

static bool accepts(struct cutter *c, const struct token *t)
{
	enum tag tag = t->def->tag, cur = top(c)->tag;
	bool in_task = region_within(c->out, c->stack[c->depth - 1], TAG_TASK) >= 0;
	bool closed = t->close >= 0 && t->close < t->bound;
	if (t->empty || c->depth == DEPTH)
		return false;
	if (tag == TAG_TASK)
		return t->at_start;
	if (in_text(c))
		return (t->def->flags & TAG_INLINE) && cur == TAG_VERIFY && closed &&
		       t->close < c->close[c->depth - 1];
	if (!t->at_start)
		return false;
	if (t->def->flags & TAG_IS_PART)
		return in_task || (closed && tag != TAG_NAME && tag != TAG_FILES && tag != TAG_TASK_PART);
	return t->close >= 0 || tag_find(t->name, t->name_len);
}

static void open_region(struct cutter *c, const struct token *t)
{
	int line = t->line > 1 ? t->line - 1 : 1;
	if (t->def->tag == TAG_TASK) {
		while (c->depth > 1 && (is_part(top(c)) ||
					region_within(c->out, c->stack[c->depth - 1], TAG_TASK) >= 0))
			pop(c, line, false);
	} else if (c->depth > 1 && is_part(top(c)) && !in_text(c)) {
		pop(c, line, false);
	}
	bool closed = t->close >= 0 && (t->close < t->bound || !(t->def->flags & TAG_IS_PART));
	push(c, t, closed ? t->close : -1);
}

/* The place on the stack of the region that a closing tag ends, or 0. */
static int closes_what(struct cutter *c, const struct token *t, int index)
{
	if (in_text(c))
		return c->close[c->depth - 1] == index ? c->depth - 1 : 0;
	for (int d = c->depth - 1; d > 0; d--) {
		const char *name = c->out->regions.v[c->stack[d]].name;
		if (strlen(name) == t->name_len && memcmp(name, t->name, t->name_len) == 0)
			return d;
	}
	return 0;
}

static void take(struct cutter *c, int index)
{
	const struct token *t = &c->tokens.v[index];
	if (t->closes) {
		int d = closes_what(c, t, index);
		if (!d)
			return;
		c->cut_here = true;
		emit(c, t->off, -1);
		while (c->depth - 1 > d)
			pop(c, t->line, false);
		pop(c, t->line, true);
	} else {
		if (!accepts(c, t))
			return;
		c->cut_here = true;
		emit(c, t->off, -1);
		open_region(c, t);
	}
	c->pos = t->end;
}

static void take_fence(struct cutter *c, int index)
{
	struct fence *f = &c->out->fences.v[index];
	f->region = c->stack[c->depth - 1];
	for (; c->line <= f->last; c->line++) {
		const struct line *l = &c->r->src.lines[c->line - 1];
		c->pos = l->off;
		c->cut_here = false;
		emit(c, l->off + l->len, index);
	}
	c->line = f->last;
}

void cut_plan(struct reader *r, int front_last, struct cut *out)
{
	struct cutter c = { .r = r, .out = out, .depth = 1 };
	struct region *root = vec_push(r->scratch, &out->regions);
	*root = (struct region){ .name = "", .parent = -1, .first = front_last + 1, .last = r->src.n };
	fences_find(r, front_last, &out->fences);
	scan(&c, front_last);
	pair(&c);
	size_t next = 0;
	for (c.line = front_last + 1; c.line <= r->src.n; c.line++) {
		if (c.fence < out->fences.n && out->fences.v[c.fence].first == c.line) {
			take_fence(&c, (int)c.fence++);
			continue;
		}
		const struct line *l = &r->src.lines[c.line - 1];
		if (c.pos < l->off)
			c.pos = l->off;
		c.cut_here = c.pos > l->off;
		while (next < c.tokens.n && c.tokens.v[next].line == c.line)
			take(&c, (int)next++);
		emit(&c, l->off + l->len, -1);
	}
	while (c.depth > 1)
		pop(&c, r->src.n, false);
	out->regions.v[0].last_slice = (int)out->slices.n;
}

/* ---- answers ---- */

static bool is_below(const struct cut *cut, int region, int ancestor)
{
	while (region > ancestor)
		region = cut->regions.v[region].parent;
	return region == ancestor;
}

const char *cut_text(struct reader *r, const struct cut *cut, int region, bool deep, size_t *n)
{
	const struct region *g = &cut->regions.v[region];
	struct buf b = { .arena = r->scratch };
	int line = 0;
	for (int i = g->first_slice; i < g->last_slice; i++) {
		const struct slice *s = &cut->slices.v[i];
		if (s->region != region && !(deep && is_below(cut, s->region, region)))
			continue;
		if (line)
			buf_char(&b, s->line == line ? ' ' : '\n');
		line = s->line;
		buf_add(&b, r->src.bytes + s->off, s->len);
	}
	*n = b.n;
	return buf_take(&b);
}

const char *region_attr(const struct region *g, const char *name)
{
	for (size_t i = 0; i < g->attrs.n; i++)
		if (strcmp(g->attrs.v[i].name, name) == 0)
			return g->attrs.v[i].value;
	return NULL;
}

int region_within(const struct cut *cut, int region, enum tag tag)
{
	while (region >= 0 && cut->regions.v[region].tag != tag)
		region = cut->regions.v[region].parent;
	return region;
}

int region_child(const struct cut *cut, int region, enum tag tag)
{
	for (size_t i = (size_t)region + 1; i < cut->regions.n; i++) {
		const struct region *g = &cut->regions.v[i];
		if (g->first_slice >= cut->regions.v[region].last_slice)
			break;
		if (g->parent == region && g->tag == tag)
			return (int)i;
	}
	return -1;
}

const char *fence_text(struct reader *r, const struct fence *f, size_t *n)
{
	struct buf b = { .arena = r->scratch };
	int last = f->closed ? f->last - 1 : f->last;
	size_t indent = (size_t)f->indent;
	for (int line = f->first + 1; line <= last; line++) {
		const char *s = line_text(&r->src, line);
		size_t len = line_len(&r->src, line), cut = 0;
		while (cut < len && cut < indent && is_space(s[cut]))
			cut++;
		if (line > f->first + 1)
			buf_char(&b, '\n');
		buf_add(&b, s + cut, len - cut);
	}
	*n = b.n;
	return buf_take(&b);
}
