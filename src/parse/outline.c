/* cmark reads a text for its blocks and its inlines; of the inlines we want
 * nothing.  So it gets what stands before the text of each line, which decides the
 * blocks, and an x for the text: the same tree for a third of the work.  tests/unit/test_outline.c holds it to that. */
#include "parse/outline.h"

#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "base/limits.h"

/* The next place of a byte at or behind s, for questions that come in order. */
struct next {
	char byte;
	const char *at;
};

struct outliner {
	struct reader *r;
	struct body *body;
	int images;    /* "![" since the last blank line */
	bool defines;  /* a line may define a link */
	bool html;     /* a line may start a block of HTML */
	size_t length; /* of all lines */
	const char *said; /* the limit that was reported last */
	struct next image, bracket, tag, less, greater, cr;
};

static void look_on(struct outliner *o, struct next *x, const char *s)
{
	const char *end = o->r->src.bytes + o->r->src.len;
	x->at = s < end ? memchr(s, x->byte, (size_t)(end - s)) : NULL;
	if (!x->at)
		x->at = end;
}

static inline bool holds(struct outliner *o, struct next *x, const char *s, size_t n)
{
	if (!x->at || x->at < s)
		look_on(o, x, s);
	return x->at < s + n;
}

/* ---- limits ---- */

static int count_images(const char *s, size_t n)
{
	int images = 0;
	for (size_t i = 0; i + 1 < n; i++)
		images += s[i] == '!' && s[i + 1] == '[';
	return images;
}

/* "- - -" */
static bool is_rule(const char *s, size_t n)
{
	char mark = '\0';
	int marks = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == ' ' || s[i] == '\t')
			continue;
		if ((s[i] != '-' && s[i] != '*') || (mark && s[i] != mark))
			return false;
		mark = s[i];
		marks++;
	}
	return marks > 2;
}

/* The list and quote markers that a line starts with are too many, or reach too
 * far; a rule is none of these. */
static bool nests_too_deeply(const char *s, size_t n)
{
	int markers = 0;
	size_t i = 0, column = 0;
	for (; i < n; i++) {
		if (s[i] == ' ' || s[i] == '\t')
			continue;
		bool bullet = s[i] == '-' || s[i] == '*' || s[i] == '+';
		bool marker = s[i] == '>' || (bullet && i + 1 < n && is_space(s[i + 1]));
		size_t d = i;
		while (d < n && is_digit(s[d]))
			d++;
		if (d > i && d + 1 < n && (s[d] == '.' || s[d] == ')') && is_space(s[d + 1])) {
			marker = true;
			i = d;
		}
		if (!marker)
			break;
		markers++;
		column = i;
	}
	bool deep = markers > LIMIT_MARKERS || (markers && column > LIMIT_MARKER_COLUMN);
	return deep && !is_rule(s, n);
}

/* cmark 0.30 is quadratic in nested containers and in image openers: a line
 * that goes beyond the caps is left out, with a finding. */
static const char *over_limit(struct outliner *o, const char *s, size_t n)
{
	if (!n)
		o->images = 0;
	else if (holds(o, &o->image, s, n))
		o->images += count_images(s, n);
	if (n > LIMIT_LINE)
		return "line is over 64 KiB; split it";
	if (o->images > LIMIT_IMAGES)
		return "more than 512 image marks in one block; split it";
	if (nests_too_deeply(s, n))
		return "list or quote nested too deeply (limit 32); such lines are left out";
	return NULL;
}

/* ---- lines ---- */

static bool defines_link(struct outliner *o, const char *s, size_t n)
{
	for (const char *end = s + n; holds(o, &o->bracket, s, (size_t)(end - s)); s = o->bracket.at + 1)
		if (o->bracket.at + 1 < end && o->bracket.at[1] == ':')
			return true;
	return false;
}

/* Bytes that may stand before the text of a line: indentation, markers, rules, the
 * marks of fences and tags. */
static const bool opens[256] = {
	[' '] = true, ['\t' ... '\r'] = true, ['>'] = true, ['-'] = true, ['+'] = true, ['*'] = true,
	['_'] = true, ['#'] = true, ['='] = true, ['`'] = true, ['~'] = true, ['<'] = true,
	['0' ... '9'] = true, ['.'] = true, [')'] = true,
};

static size_t opening_len(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && opens[(unsigned char)s[i]])
		i++;
	return i;
}

/* The first "<" stands before the text. */
static bool starts_html(struct outliner *o, const char *s, size_t n)
{
	return holds(o, &o->tag, s, n) && s + opening_len(s, n) > o->tag.at;
}

static void add_line(struct outliner *o, size_t slice, uint32_t skip, size_t n)
{
	const struct slice *from = &o->body->cut->slices.v[slice];
	const char *s = o->r->src.bytes + from->off + skip;
	const char *limit = over_limit(o, s, n);
	if (limit) {
		if (limit != o->said) /* once for all lines alike */
			plan_finding(o->r->plan, o->r->a, "limit", PHL_ERROR, from->line, 1, "%s", limit);
		o->said = limit;
		n = 0;
	}
	struct bline *l = vec_push(o->r->scratch, &o->body->lines);
	*l = (struct bline){ .s = s, .len = (uint32_t)n, .line = from->line, .src = from->off + skip, .slice = slice };
	o->defines |= defines_link(o, s, n);
	o->html |= starts_html(o, s, n);
	o->length += n + 1;
}

/* A comment: cmark ends every block before it, and it ends itself. */
static void add_separator(struct outliner *o)
{
	struct bline *l = vec_push(o->r->scratch, &o->body->lines);
	*l = (struct bline){ .s = "<!-- -->", .len = 8 };
	o->length += l->len + 1;
}

static size_t indent_of(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == ' ' || s[i] == '\t'))
		i++;
	return i;
}

/* Indentation that all lines of a run share; a slice that starts behind a tag
 * has none to share. */
static size_t common_indent(struct outliner *o, size_t from, size_t to)
{
	const struct cut *cut = o->body->cut;
	size_t common = SIZE_MAX;
	for (size_t i = from; i < to && common; i++) {
		const struct slice *s = &cut->slices.v[i];
		bool whole = s->off == o->r->src.lines[s->line - 1].off;
		size_t in = indent_of(o->r->src.bytes + s->off, s->len);
		if (s->fence < 0 && whole && in < s->len && in < common)
			common = in;
	}
	return common == SIZE_MAX ? 0 : common;
}

static void add_run(struct outliner *o, size_t from, size_t to)
{
	const struct cut *cut = o->body->cut;
	size_t common = common_indent(o, from, to);
	for (size_t i = from; i < to; i++) {
		const struct slice *s = &cut->slices.v[i];
		bool whole = s->off == o->r->src.lines[s->line - 1].off;
		size_t in = common || !whole ? indent_of(o->r->src.bytes + s->off, s->len) : 0;
		size_t skip = whole && in > common ? common : in, n = s->len - skip;
		/* What stands before the mark of a fence may be a list marker. */
		if (s->fence >= 0) {
			const struct fence *f = &cut->fences.v[s->fence];
			n = f->first == s->line && f->off > s->off + skip ? f->off - s->off - skip : 0;
		}
		add_line(o, i, (uint32_t)skip, n);
	}
	add_separator(o);
}

static void add_runs(struct outliner *o)
{
	const struct cut *cut = o->body->cut;
	for (size_t i = 0, j; i < cut->slices.n; i = j) {
		const struct slice *s = cut->slices.v;
		for (j = i + 1; j < cut->slices.n; j++)
			if (s[j].region != s[i].region || s[j].line > s[j - 1].line + 1)
				break;
		add_run(o, i, j);
	}
}

/* ---- heads ---- */

/* "```" and "~~~": its whole line decides whether that is a fence. */
static bool is_fence_mark(const char *s, size_t n)
{
	return n > 2 && (*s == '`' || *s == '~') && s[1] == *s && s[2] == *s;
}

/* cmark takes a byte order mark off the first line, of which nothing may be left. */
static bool is_skipped_mark(const struct outliner *o, const struct bline *l)
{
	return l == o->body->lines.v && l->len > 2 && memcmp(l->s, "\xef\xbb\xbf", 3) == 0;
}

/* How much of a line comes before its text, and what kind of text that is does not
 * matter; *whole: all of it matters. */
static size_t head_len(struct outliner *o, const struct bline *l, bool *whole)
{
	const char *s = l->s;
	size_t n = l->len, i = 0;
	*whole = true;
	if (l->line == 0 || o->defines || is_skipped_mark(o, l) ||
	    (o->html && (holds(o, &o->less, s, n) || holds(o, &o->greater, s, n))))
		return n;
	for (; i < n && opens[(unsigned char)s[i]]; i++) {
		if (is_fence_mark(s + i, n - i))
			return n;
		if (s[i] == '`' || s[i] == '~')
			break; /* of a span */
	}
	if (i == n)
		return n;
	/* emphasis, as its marks stand right before a word */
	while (i && (s[i - 1] == '*' || s[i - 1] == '_'))
		i--;
	*whole = false;
	return i;
}

/* To cmark a bare CR ends a line; to us it is a character in one. */
static void blank_returns(char *s, size_t n)
{
	for (char *end = s + n; (s = memchr(s, '\r', (size_t)(end - s)));)
		*s = ' ';
}

const char *outline_read(struct reader *r, struct body *body, size_t *n)
{
	struct outliner o = { .r = r,
			      .body = body,
			      .image = { .byte = '!' },
			      .bracket = { .byte = ']' },
			      .tag = { .byte = '<' },
			      .less = { .byte = '<' },
			      .greater = { .byte = '>' },
			      .cr = { .byte = '\r' } };
	add_runs(&o);
	char *text = arena_raw(r->scratch, o.length + 1), *to = text;
	for (size_t i = 0; i < body->lines.n; i++) {
		const struct bline *l = &body->lines.v[i];
		bool whole;
		size_t head = head_len(&o, l, &whole);
		to = mempcpy(to, l->s, head);
		if (l->line && holds(&o, &o.cr, l->s, l->len))
			blank_returns(to - head, head);
		if (!whole)
			*to++ = 'x';
		*to++ = '\n';
	}
	*n = (size_t)(to - text);
	return text;
}
