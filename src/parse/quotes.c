/* The text that a plan quotes for a reference: what stands there now, and what
 * should stand there afterwards. */
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/text.h"
#include "parse/files.h"
#include "parse/refs.h"

/* Something that is to become something else, as a section says it. */
struct change {
	const char *from, *to;
	int file; /* index into plan->files of the heading it stands under, -1 */
};

struct pair {
	const char *expected, *wanted;
};

/* What a fence holds; read once, as many references may be about it. */
struct fence_seen {
	const char *whole; /* NULL until it is read */
	bool parted;
	struct pair parts, diff;
};

/* What the words of a text say of the fence behind it; likewise. */
struct lead {
	const struct unit *unit;
	bool new, now, replaces;
};

struct quotes {
	struct units *u;
	struct fence_seen *fences;
	struct lead lead;
	size_t quoted; /* bytes so far */
	PHL_LIST(struct change) changes;
};

/* Equal but for white space. */
static bool same_text(const char *a, const char *b)
{
	for (;;) {
		while (is_space(*a))
			a++;
		while (is_space(*b))
			b++;
		if (*a != *b)
			return false;
		if (!*a)
			return true;
		a++;
		b++;
	}
}

/* Words or arrows between two spans that make the second what is wanted. */
static bool means_after(const char *s, size_t n)
{
	static const char *const words[] = { "\xe2\x86\x92", "->", "=>", "\xe2\x9e\x9c", "becomes", "with", " to ",
					     "to:", "into", " by ", "instead", "after", "\xc3\xa2\xe2\x80\xa0\xe2\x80\x99", NULL };
	static _Thread_local struct any_word any;
	if (holds_any(&any, s, n, words))
		return true;
	return n > 1 && (starts_word(s, n, "to ") || starts_word(s, n, "to\n"));
}

/* Words in front of a span that make it new even when nothing stands before. */
static bool means_new(const char *s, size_t n)
{
	static const char *const words[] = { "replace with", "change to", "becomes", "add ", "add:", "insert",
					     "append", "should be", "should read", "set to", "use ", "wrap in",
					     "\xe2\x86\x92", "replaced by", "replaced with", "after:", NULL };
	static _Thread_local struct any_word any;
	return holds_any(&any, s, n, words);
}

/* What may stand between a line number and the text that it quotes. */
static bool leads_to_quote(const char *s, size_t n)
{
	static const char *const words[] = { "change", "replace", "remove", "delete", "current", "currently",
					     "contains", "has", "is", "reads", "the", "from", "calls", "call",
					     "before", "translate", "update", "uses", "old", "import", "line",
					     "and", NULL };
	size_t i = 0;
	while (i < n) {
		if (!is_alpha(s[i])) {
			if (s[i] == '.' || s[i] == '|' || s[i] == '\n' || ((unsigned char)s[i] & 0x80))
				if (s[i] != '\n' && !starts_word(s + i, n - i, "\xe2\x80\x94") &&
				    !starts_word(s + i, n - i, "\xe2\x80\x93"))
					return false;
			i += ((unsigned char)s[i] & 0x80) ? 3 : 1;
			continue;
		}
		size_t e = i;
		while (e < n && is_alpha(s[e]))
			e++;
		bool known = false;
		for (int k = 0; words[k] && !known; k++)
			known = same_word(s + i, e - i, words[k]);
		if (!known)
			return false;
		i = e;
	}
	return true;
}

/* ---- spans behind the number ---- */

/* Texts on lines of their own, in scratch; NULL without any. */
static const char *take_lines(struct buf *b)
{
	if (b->n)
		b->s[b->n - 1] = '\0';
	return b->s;
}

static void add_line(struct buf *b, const char *s)
{
	buf_str(b, s);
	buf_char(b, '\n');
}

/* "and the", ", the", which go on to something else. */
static bool only_joins(const char *s, size_t n)
{
	bool joins = false;
	for (size_t i = 0; i < n; i++) {
		size_t word = starts_word(s + i, n - i, "and ") ? 3 : starts_word(s + i, n - i, "the ") ? 3 : 0;
		joins |= s[i] == ',' || word;
		if (!word && s[i] != ',' && s[i] != ' ')
			return false;
		i += word;
	}
	return joins;
}

/* The span is what the next lines are of: "line 33, `to` line 44"; and a list goes
 * on behind a range: "lines 12-20, `close`". */
static bool is_of_others(const struct unit *u, size_t mention, size_t span)
{
	const struct mention *lines = &u->mentions.v[mention], *m = &u->mentions.v[span];
	const struct span_range *r = &lines->ranges.v[0];
	if (r->last > r->first && u->s[lines->end] == ',')
		return true;
	/* "(`get`, line 4) and `put`": the bracket ends what is said of line 4 */
	const char *gap = u->s + lines->end;
	size_t n = m->at - lines->end;
	if (n > 1 && *gap == ')' && only_joins(gap + 1, n - 1))
		return true;
	const struct mention *next = m + 1;
	if (span + 1 >= u->mentions.n || next->type != M_LINES || next->at < m->end)
		return false;
	for (size_t i = m->end; i < next->at; i++)
		if (u->s[i] != ' ' && u->s[i] != '(')
			return false;
	return true;
}

/* Reads on from a line number to the next one, or to the end of the text. */
static struct pair read_spans(struct quotes *q, const struct unit *u, size_t mention)
{
	struct pair p = { NULL, NULL };
	struct buf expected = { .arena = q->u->r->scratch };
	size_t at = u->mentions.v[mention].end;
	bool first = true;
	for (size_t i = mention + 1; i < u->mentions.n; i++) {
		const struct mention *m = &u->mentions.v[i];
		if ((m->type == M_LINES && !m->code) || m->at > at + LIMIT_QUOTE)
			break;
		if (m->type != M_SPAN || m->at < at)
			continue;
		if (is_of_others(u, mention, i))
			break;
		const char *gap = u->s + at;
		size_t n = m->at - at, blank = trim(&gap, n);
		if (means_new(gap, blank) || (expected.n && means_after(u->s + at, n))) {
			p.wanted = m->text;
			break;
		}
		bool plus = blank == 1 && *gap == '+';
		if (first ? !leads_to_quote(u->s + at, n) : !plus && !(expected.n && blank < 60 && memchr(gap, '\n', blank)))
			break;
		if (first || plus)
			add_line(&expected, m->text);
		first = false;
		at = m->end;
	}
	p.expected = take_lines(&expected);
	return p;
}

/* "Multiple lines with `X`", the item before "Lines: 1, 2, 3". */
static const char *from_item_before(struct quotes *q, const struct unit *u)
{
	const struct block *all = q->u->body->blocks.v, *own = &all[u->block];
	if (own->type != B_ITEM)
		return NULL;
	for (int i = u->block - 1; i >= 0; i--) {
		if (all[i].type != B_ITEM || all[i].list != own->list)
			continue;
		int index = q->u->of_block[i];
		if (index < 0)
			return NULL;
		const struct unit *before = &q->u->all.v[index];
		static const char *const words[] = { "lines with", "instances of", "occurrences of", "calls to", "usages of", "multiple", NULL };
		static _Thread_local struct any_word any;
		if (!holds_any(&any, before->s, before->n, words))
			return NULL;
		for (size_t j = 0; j < before->mentions.n; j++)
			if (before->mentions.v[j].type == M_SPAN)
				return before->mentions.v[j].text;
		return NULL;
	}
	return NULL;
}

/* ---- fences ---- */

static const char *text_of(struct quotes *q, const char *s, size_t n)
{
	return copy_text(q->u->r->scratch, s, n);
}

struct label {
	bool before, after;
	const char *text; /* what it labels starts here */
};

/* "# BEFORE …", "// new", or "AFTER: code" on the line l[0..n). */
static struct label read_label(const char *l, size_t n, const char *next)
{
	static const char *const olds[] = { "before", "old", "current", NULL };
	static const char *const news[] = { "after", "new", NULL };
	struct label label = { .text = next };
	const char *p = l;
	size_t len = trim(&p, n);
	bool comment = len && (*p == '#' || (*p == '/' && len > 1) || (*p == '-' && len > 1 && p[1] == '-'));
	while (len && comment && !is_alpha(*p))
		p++, len--;
	size_t word = 0;
	for (int i = 0; olds[i] && !word; i++)
		if (starts_word(p, len, olds[i]))
			word = strlen(olds[i]), label.before = true;
	for (int i = 0; news[i] && !word; i++)
		if (starts_word(p, len, news[i]))
			word = strlen(news[i]), label.after = true;
	if (comment || !word)
		return label;
	if (word >= len || p[word] != ':')
		return (struct label){ .text = next };
	label.text = p + word + 1;
	return label;
}

/* Labels part a fence in what is there before and after. */
static bool read_fence_parts(struct quotes *q, const struct fence *f, struct pair *out)
{
	size_t n;
	const char *s = fence_text(q->u->r, f, &n);
	const char *from = NULL, *to = NULL, *end = s + n, *mark_to = NULL;
	for (const char *l = s; l < end && !to;) {
		const char *nl = memchr(l, '\n', (size_t)(end - l)), *next = nl ? nl + 1 : end;
		struct label label = read_label(l, (size_t)((nl ? nl : end) - l), next);
		if (label.before && !from)
			from = label.text;
		else if (label.after && from)
			mark_to = l, to = label.text;
		l = next;
	}
	if (!from || !to || mark_to < from)
		return false;
	/* a comment that only explains is not what should stand there */
	out->expected = text_of(q, from, (size_t)(mark_to - from));
	out->wanted = text_of(q, to, (size_t)(end - to));
	return true;
}

/* The fence behind a block that belongs to it; "To:" may stand between. `label`:
 * what does. */
static int fence_after(struct quotes *q, int block, const struct block **label)
{
	const struct body *body = q->u->body;
	const struct block *own = &body->blocks.v[block];
	int section = own->type == B_HEADING ? block : own->section;
	for (size_t i = (size_t)block + 1; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->region != own->region || b->section != section)
			return -1;
		if (b->type == B_FENCE)
			return (int)i;
		if (b->type != B_PARA || b->len > 24 || *label)
			return -1;
		*label = b;
	}
	return -1;
}

static int fence_lines(const struct fence *f)
{
	return f->last - f->first - (f->closed ? 1 : 0);
}

static const struct fence *fence_of(struct quotes *q, int block)
{
	const struct body *body = q->u->body;
	return &body->cut->fences.v[body->blocks.v[block].fence];
}

/* The lines of a diff with that sign. */
static const char *diff_side(struct quotes *q, const char *s, size_t n, char sign)
{
	struct buf side = { .arena = q->u->r->scratch };
	const char *end = s + n;
	while (s < end) {
		const char *nl = memchr(s, '\n', (size_t)(end - s)), *eol = nl ? nl : end;
		bool header = eol - s > 2 && s[1] == sign && s[2] == sign;
		if (*s == sign && !header)
			add_line(&side, text_of(q, s + 1, (size_t)(eol - s - 1)));
		s = eol + 1;
	}
	return take_lines(&side);
}

static const struct fence_seen *see_fence(struct quotes *q, const struct fence *f)
{
	struct fence_seen *seen = &q->fences[f - q->u->body->cut->fences.v];
	if (seen->whole)
		return seen;
	size_t n;
	const char *s = fence_text(q->u->r, f, &n);
	seen->whole = text_of(q, s, n);
	seen->parted = read_fence_parts(q, f, &seen->parts);
	if (same_word(f->info, strlen(f->info), "diff"))
		seen->diff = (struct pair){ diff_side(q, s, n, '-'), diff_side(q, s, n, '+') };
	return seen;
}

/* "with:", "to:", "**After:**" and one more fence behind the first one. */
static const char *fence_that_follows(struct quotes *q, int first)
{
	const struct block *label = NULL;
	int at = fence_after(q, first, &label);
	if (at < 0 || !label || !label->text)
		return NULL;
	const char *s = label->text;
	size_t n = label->len;
	while (n && !is_alpha(*s))
		s++, n--;
	static const char *const words[] = { "with", "to", "into", "after", "new", "by", "becomes",
					     "replace with", "change to", NULL };
	for (int i = 0; words[i]; i++)
		if (starts_word(s, n, words[i]))
			return see_fence(q, fence_of(q, at))->whole;
	return NULL;
}

static bool ends_in_colon(const struct unit *u, size_t *n)
{
	*n = u->n;
	while (*n && (u->s[*n - 1] == '*' || is_space(u->s[*n - 1])))
		--*n;
	return *n && u->s[*n - 1] == ':';
}

/* "Replace the block with:" */
static bool leads_to_new(const char *s, size_t n)
{
	static const char *const words[] = { " with:", " to:", " by:", " into:", NULL };
	for (int i = 0; words[i]; i++) {
		size_t len = strlen(words[i]);
		if (n > len && starts_word(s + n - len, len, words[i]))
			return true;
	}
	return false;
}

static const struct lead *see_lead(struct quotes *q, const struct unit *u, size_t n)
{
	static const char *const nows[] = { "before", "current", "existing", "from:", "remove", "delete", NULL };
	struct lead *lead = &q->lead;
	if (lead->unit == u)
		return lead;
	*lead = (struct lead){ .unit = u, .new = means_new(u->s, n) || leads_to_new(u->s, n),
			       .replaces = find_word(u->s, n, "replace") };
	for (int i = 0; nows[i]; i++)
		lead->now |= find_word(u->s, n, nows[i]) != NULL;
	return lead;
}

/* "Before (lines 12-14):" and a fence; "Line 9: replace with" and a fence; a
 * fence, "with:", and another. */
static struct pair read_fence(struct quotes *q, const struct unit *u, const struct phl_ref *ref)
{
	struct pair p = { NULL, NULL };
	const struct block *label = NULL;
	size_t n;
	int at = fence_after(q, u->block, &label);
	if (at < 0)
		return p;
	const struct fence *f = fence_of(q, at);
	const struct fence_seen *seen = see_fence(q, f);
	if (same_word(f->info, strlen(f->info), "diff"))
		return seen->diff;
	if (seen->parted)
		return seen->parts;
	if (!ends_in_colon(u, &n))
		return p;
	const char *then = fence_that_follows(q, at);
	const struct lead *lead = see_lead(q, u, n);
	if (lead->new)
		p.wanted = seen->whole;
	else if (then)
		p = (struct pair){ seen->whole, then };
	else if (!lead->now && lead->replaces)
		p.wanted = seen->whole;
	else if (lead->now || ref->last - ref->first + 1 == fence_lines(f))
		p.expected = seen->whole;
	return p;
}

/* "# Line 77: code" or the code below it, up to the next comment of the kind. */
static struct pair read_comment(struct quotes *q, const struct unit *u, const struct mention *m)
{
	struct pair p = { NULL, NULL };
	const struct source *src = &q->u->r->src;
	if (!scan_is_comment_ref(u->s, u->n))
		return p; /* it places the code below, which may be old or new */
	const char *s = u->s + m->end;
	size_t n = u->n - m->end;
	while (n && (*s == ':' || is_space(*s)))
		s++, n--;
	n = trim(&s, n);
	bool remark = n && (s[0] == '(' || s[0] == '-' || starts_word(s, n, "\xe2\x80\x94") ||
			    starts_word(s, n, "\xe2\x80\x93"));
	if (n > 2 && !remark) {
		bool span = s[0] == '`' && s[n - 1] == '`';
		p.expected = span ? text_of(q, s + 1, n - 2) : text_of(q, s, n);
		return p;
	}
	const struct fence *f = &q->u->body->cut->fences.v[q->u->body->blocks.v[u->block].fence];
	int line = u->line + 1;
	if (line < f->last && !scan_is_comment_ref(line_text(src, line), line_len(src, line)))
		p.expected = text_of(q, line_text(src, line), line_len(src, line));
	return p;
}

/* ---- changes: "Replace `a` with `b`" ---- */

static void collect_changes(struct quotes *q)
{
	struct units *u = q->u;
	for (size_t i = 0; i < u->all.n; i++) {
		const struct unit *unit = &u->all.v[i];
		const struct mention *prev = NULL;
		for (size_t k = 0; k < unit->mentions.n; k++) {
			const struct mention *m = &unit->mentions.v[k];
			if (m->type != M_SPAN)
				continue;
			if (prev && m->at - prev->end < 40 && means_after(unit->s + prev->end, m->at - prev->end)) {
				struct change *c = vec_push(u->r->scratch, &q->changes);
				*c = (struct change){ prev->text, m->text, file_above(u->r, u->body, unit->block) };
			}
			prev = m;
		}
	}
	const struct body *body = u->body;
	for (size_t i = 0; i < body->blocks.n; i++) {
		struct pair p;
		if (body->blocks.v[i].type != B_FENCE ||
		    !read_fence_parts(q, &body->cut->fences.v[body->blocks.v[i].fence], &p))
			continue;
		struct change *c = vec_push(u->r->scratch, &q->changes);
		*c = (struct change){ p.expected, p.wanted, file_above(u->r, body, (int)i) };
	}
}

static const char *change_of(const struct quotes *q, const char *expected, int file)
{
	const char *any = NULL;
	for (size_t i = 0; i < q->changes.n && i < 500; i++) {
		const struct change *c = &q->changes.v[i];
		if (!same_text(c->from, expected))
			continue;
		if (c->file == file)
			return c->to;
		if (c->file < 0 && !any)
			any = c->to;
	}
	return any;
}

static struct pair read_origin(struct quotes *q, const struct ref_origin *o,
			       const struct phl_ref *ref)
{
	const struct unit *unit = &q->u->all.v[o->unit];
	if (unit->line)
		return read_comment(q, unit, &unit->mentions.v[o->mention]);
	struct pair p = read_spans(q, unit, o->mention);
	if (!p.expected && !p.wanted)
		p.expected = from_item_before(q, unit);
	if (!p.expected && !p.wanted)
		p = read_fence(q, unit, ref);
	return p;
}

/* A reference that is repeated has both texts, wherever they are given. */
static struct pair read_origins(struct quotes *q, const struct ref_origin *first,
				const struct phl_ref *ref)
{
	struct pair p = { NULL, NULL };
	int left = 20;
	for (const struct ref_origin *o = first; o && left-- && !(p.expected && p.wanted); o = o->again) {
		struct pair more = read_origin(q, o, ref);
		if (!p.expected)
			p.expected = more.expected;
		if (!p.wanted)
			p.wanted = more.wanted;
	}
	return p;
}

/* The text, unless all references together quote too much: one fence may be about
 * thousands of them. */
static const char *keep_quote(struct quotes *q, const char *s, int line)
{
	struct reader *r = q->u->r;
	if (!s || !*s || is_full(r, q->quoted, LIMIT_QUOTED, line, "bytes that references quote"))
		return NULL;
	size_t n = strlen(s);
	q->quoted += n;
	return arena_dup(r->a, s, n);
}

void quotes_read(struct units *u, const struct ref_origin *origins)
{
	struct quotes q = { .u = u };
	struct phl_plan *plan = u->r->plan;
	size_t fences = (u->body->cut->fences.n + 1) * sizeof *q.fences;
	q.fences = memset(arena_alloc(u->r->scratch, fences), 0, fences);
	if (plan->refs.n)
		collect_changes(&q);
	for (size_t i = 0; i < plan->refs.n; i++) {
		struct phl_ref *ref = &plan->refs.v[i];
		struct pair p = read_origins(&q, &origins[i], ref);
		int block = u->all.v[origins[i].unit].block;
		if (p.expected && !p.wanted)
			p.wanted = change_of(&q, p.expected, file_above(u->r, u->body, block));
		ref->expected = keep_quote(&q, p.expected, ref->line);
		ref->wanted = keep_quote(&q, p.wanted, ref->line);
	}
}
