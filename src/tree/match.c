#include "tree/match.h"

#include <stdlib.h>
#include <string.h>

#include "tree/locate.h"
#include "tree/nearest.h"

enum {
	ABOUT = 10,	/* lines that an approximate reference may be off */
	SHORT = 16,	/* a range of so many lines is looked through at once */
	LETTERS = 3,	/* lines with fewer say nothing in a text of several lines */
};

/* What one file may cost, in bytes compared: honest files take a fraction. */
#define BUDGET ((size_t)256 * 1024 * 1024)

/* One line of what a reference quotes. */
struct spot {
	struct seeker where;
	size_t ref;
	struct sought *sought;
	int group;
	bool counts;
	bool doubled; /* the text stands as near above as below */
};

struct matcher {
	struct arena *arena;
	struct code *code;
	struct match_ref *refs;
	size_t nrefs, budget;
	struct buf folded;
	PHL_LIST(struct spot) spots; /* those of a reference lie together */
	PHL_LIST(struct sought *) sought;
	struct sought **slots; /* by hash of text */
	size_t mask, numbers;
};

/* ---- what to look for ---- */

static struct sought *find_or_add(struct matcher *m, const struct quote *q)
{
	struct sought **slot = &m->slots[q->hash & m->mask], *s = *slot;
	for (; s; s = s->next)
		if (s->quote.hash == q->hash && s->quote.unless == q->unless &&
		    s->quote.text.n == q->text.n &&
		    memcmp(s->quote.text.s, q->text.s, q->text.n) == 0)
			return s;
	s = arena_alloc(m->arena, sizeof *s);
	s->quote = *q;
	s->number = ++m->numbers;
	s->next = *slot;
	return *slot = s;
}

/* Where the i-th of n lines may be. */
static struct seeker place_of(const struct match_ref *r, int i, int n)
{
	struct seeker s = { .at = r->first + i, .lo = r->first, .hi = r->last };
	if (s.hi < s.lo)
		s.hi = s.lo;
	if (n > 1 && s.hi == s.lo)
		s.lo -= n - 1;
	if (s.hi != INT32_MAX && s.hi < r->first + n - 1)
		s.hi = r->first + n - 1;
	if (r->approximate) {
		s.lo -= ABOUT;
		s.hi += s.hi < INT32_MAX - ABOUT ? ABOUT : 0;
	}
	s.lo = s.lo < 1 ? 1 : s.lo;
	if (r->last == INT32_MAX)
		s.at = r->first;
	return s;
}

static int count_lines(const char *text)
{
	int n = 1;
	for (; (text = strchr(text, '\n')) != NULL; text++)
		n++;
	return n;
}

/* A line that only makes sense among its neighbours counts when all are such. */
static void choose_counting(struct matcher *m, size_t from)
{
	bool any = false;
	for (size_t i = from; m->spots.n > from + 1 && i < m->spots.n; i++) {
		struct spot *s = &m->spots.v[i];
		s->counts = quote_has_letters(&s->sought->quote, LETTERS);
		any |= s->counts;
	}
	for (size_t i = from; !any && i < m->spots.n; i++)
		m->spots.v[i].counts = true;
}

static void add_text(struct matcher *m, size_t ref, const char *text,
		     const struct quote *unless)
{
	const struct match_ref *r = &m->refs[ref];
	int n = count_lines(text);
	size_t from = m->spots.n;
	for (int i = 0; i < n; i++, text++) {
		size_t len = (size_t)(strchrnul(text, '\n') - text);
		struct quote q;
		if (quote_read(&q, (struct span){ text, len }, m->arena)) {
			q.unless = unless;
			*vec_push(m->arena, &m->spots) =
			    (struct spot){ .where = place_of(r, i, n), .ref = ref,
					   .sought = find_or_add(m, &q), .group = r->group };
		}
		text += len;
	}
	choose_counting(m, from);
}

/* What is wanted may hold what is expected: "await x()" for "x()". */
static const struct quote *wanted_instead(struct matcher *m, const struct match_ref *r)
{
	struct quote expected, *wanted;
	if (!r->wanted)
		return NULL;
	struct span line = { r->expected, strlen(r->expected) };
	if (memchr(line.s, '\n', line.n) || !quote_read(&expected, line, m->arena))
		return NULL;
	wanted = arena_alloc(m->arena, sizeof *wanted);
	for (const char *at = r->wanted; *at;) {
		size_t n = strcspn(at, "\n");
		if (quote_read(wanted, (struct span){ at, n }, m->arena) &&
		    wanted->text.n > expected.text.n &&
		    quote_is_held(&expected, wanted->text, &m->folded))
			return &find_or_add(m, wanted)->quote;
		at += n + (at[n] != '\0');
	}
	return NULL;
}

/* ---- where it is ---- */

static bool holds(struct matcher *m, const struct quote *q, int line)
{
	struct span s;
	if (!code_line(m->code, line, &s))
		return false;
	m->budget -= s.n < m->budget ? s.n : m->budget;
	return m->budget && quote_is_held(q, s, &m->folded);
}

/* Most references stand where they say. */
static void look_there(struct matcher *m, struct spot *s)
{
	struct seeker *w = &s->where;
	const struct quote *q = &s->sought->quote;
	if (holds(m, q, w->at)) {
		w->line = w->at;
		return;
	}
	for (int line = w->lo; w->hi - w->lo < SHORT && line <= w->hi && !w->line; line++)
		if (line != w->at && holds(m, q, line))
			w->line = line;
}

static int compare_spots(const void *a, const void *b)
{
	const struct spot *x = *(struct spot *const *)a, *y = *(struct spot *const *)b;
	if (x->sought != y->sought)
		return x->sought->number < y->sought->number ? -1 : 1;
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->where.at != y->where.at)
		return x->where.at < y->where.at ? -1 : 1;
	return x->ref < y->ref ? -1 : x->ref > y->ref;
}

static size_t missing(struct spot *const *v, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += !v[i]->where.line;
	return count;
}

/* ---- whether it could be elsewhere just as well ---- */

static int compare_lines(const void *a, const void *b)
{
	const struct seeker *x = *(struct seeker *const *)a, *y = *(struct seeker *const *)b;
	return (x->line > y->line) - (x->line < y->line);
}

static int distance(const struct seeker *w)
{
	return w->line < w->at ? w->at - w->line : w->line - w->at;
}

static bool has_line(const int *v, size_t n, int line)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (v[middle] < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && v[low] == line;
}

/* Does another one, of those in order of their lines, have this line with more right? */
static bool is_owned(struct seeker *const *v, size_t n, int line, int from)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (v[middle]->line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && v[low]->line == line && distance(v[low]) < from;
}

static void find_doubled(struct spot **v, size_t n, struct seeker **seekers,
			 const struct sought *s)
{
	if (n > 1)
		qsort(seekers, n, sizeof *seekers, compare_lines);
	for (size_t i = 0; i < n; i++) {
		const struct seeker *w = &v[i]->where;
		int other = 2 * w->at - w->line;
		if (!w->line || (w->line >= w->lo && w->line <= w->hi) || other < 1)
			continue;
		bool equal = has_line(s->equal.v, s->equal.n, w->line);
		v[i]->doubled = (equal ? has_line(s->equal.v, s->equal.n, other) :
					 has_line(s->within.v, s->within.n, other)) &&
				!is_owned(seekers, n, other, distance(w));
	}
}

/* Whole lines first: they are what was quoted. */
static void assign_group(struct matcher *m, struct spot **v, size_t n, struct sought *s)
{
	struct seeker **seekers = arena_raw(m->arena, n * sizeof *seekers);
	for (size_t i = 0; i < n; i++)
		seekers[i] = &v[i]->where;
	if (missing(v, n))
		nearest_assign(seekers, n, s->equal.v, s->equal.n, m->arena);
	if (missing(v, n)) {
		if (!s->asked)
			locate_within(m->code, s, &m->budget, m->arena);
		s->asked = true;
		nearest_assign(seekers, n, s->within.v, s->within.n, m->arena);
	}
	find_doubled(v, n, seekers, s);
}

static void collect_sought(struct matcher *m, struct spot **v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (i == 0 || v[i]->sought != v[i - 1]->sought)
			*vec_push(m->arena, &m->sought) = v[i]->sought;
}

/* Keeps, of spots in order, the groups in which something is missing. */
static size_t keep_missing(struct spot **v, size_t n)
{
	size_t kept = 0, to;
	for (size_t from = 0; from < n; from = to) {
		for (to = from + 1; to < n && v[to]->sought == v[from]->sought &&
				    v[to]->group == v[from]->group;)
			to++;
		if (!missing(v + from, to - from))
			continue;
		memmove(v + kept, v + from, (to - from) * sizeof *v);
		kept += to - from;
	}
	return kept;
}

static void locate(struct matcher *m)
{
	size_t n = m->spots.n, to, left = 0;
	struct spot **v = arena_alloc(m->arena, (n + 1) * sizeof *v);
	for (size_t i = 0; i < n; i++) {
		look_there(m, &m->spots.v[i]);
		left += !m->spots.v[i].where.line;
		v[i] = &m->spots.v[i];
	}
	if (!left)
		return;
	qsort(v, n, sizeof *v, compare_spots);
	n = keep_missing(v, n);
	collect_sought(m, v, n);
	locate_equal(m->code, m->sought.v, m->sought.n, m->arena);
	for (size_t from = 0; from < n; from = to) {
		for (to = from + 1; to < n && v[to]->sought == v[from]->sought &&
				    v[to]->group == v[from]->group;)
			to++;
		assign_group(m, v + from, to - from, v[from]->sought);
	}
}

/* ---- what that means ---- */

struct outcome {
	int counted, present, in_place;
	int shift;
	bool together, overdue;
};

static struct outcome sum_up(const struct matcher *m, size_t from, size_t to)
{
	struct outcome o = { .together = true };
	for (size_t i = from; i < to; i++) {
		const struct spot *s = &m->spots.v[i];
		const struct seeker *w = &s->where;
		if (!s->counts)
			continue;
		o.counted++;
		o.overdue |= !w->line && (s->sought->overdue || !m->budget);
		if (!w->line)
			continue;
		if (o.present && w->line - w->at != o.shift)
			o.together = false;
		o.shift = w->line - w->at;
		o.present++;
		o.in_place += w->line >= w->lo && w->line <= w->hi;
	}
	return o;
}

static void take_lines(const struct matcher *m, struct match_ref *r, size_t from, size_t to)
{
	r->nfound = 0;
	for (size_t i = from; i < to && r->nfound < MATCH_FOUND; i++)
		if (m->spots.v[i].where.line && m->spots.v[i].counts)
			r->found[r->nfound++] = m->spots.v[i].where.line;
}

/* A line moves to its number.  A range moves by as much as what is quoted of it, where
 * that begins and ends with it: a part of it may have stood anywhere in it. */
static void judge_move(const struct matcher *m, struct match_ref *r, size_t from, size_t to,
		       const struct outcome *o)
{
	const struct seeker *first = &m->spots.v[from].where, *last = &m->spots.v[to - 1].where;
	int quoted = count_lines(r->expected), doubled = 0;
	for (size_t i = from; i < to; i++)
		doubled += m->spots.v[i].counts && m->spots.v[i].doubled;
	bool whole = first->at == r->first && last->at == r->first + quoted - 1 &&
		     first->line && last->line &&
		     last->line - first->line == r->last - r->first;
	if (doubled == o->counted)
		r->doubt = "stands as near above as below";
	else if (!whole)
		r->doubt = o->together && o->present == o->counted ?
				   "quotes other lines than it names" :
				   "did not move as a whole";
	if (whole)
		r->shift = first->line - first->at;
}

/* A text of several lines is there while half of them are. */
static void decide(struct matcher *m, size_t from, size_t to)
{
	struct match_ref *r = &m->refs[m->spots.v[from].ref];
	struct outcome o = sum_up(m, from, to);
	if (2 * o.present < o.counted) {
		r->state = o.overdue || m->code->cut ? REF_UNREAD : REF_CLEARED;
		r->reason = o.overdue	   ? "has too much to compare" :
			    m->code->cut ? "is over 64 MiB; its end was not read" :
					   NULL;
		return;
	}
	take_lines(m, r, from, to);
	r->state = o.in_place == o.present ? REF_STANDING : REF_MOVED;
	if (r->state == REF_MOVED && o.together && o.present == o.counted)
		r->shift = o.shift;
	if (r->state == REF_MOVED)
		judge_move(m, r, from, to, &o);
}

/* Where the text is besides: worth telling of a single line that moved. */
static void add_others(const struct matcher *m, struct match_ref *r, size_t from, size_t to)
{
	const struct spot *s = &m->spots.v[from];
	if (to - from != 1 || r->state != REF_MOVED || s->sought->seekers != 1)
		return;
	bool equal = s->sought->equal.n > 0;
	size_t n = equal ? s->sought->equal.n : s->sought->within.n, right = 0;
	const int *v = equal ? s->sought->equal.v : s->sought->within.v;
	while (right < n && v[right] < s->where.at)
		right++;
	size_t left = right;
	while (r->nfound < MATCH_FOUND && (left > 0 || right < n)) {
		bool up = left > 0 && (right == n || s->where.at - v[left - 1] <=
							 v[right] - s->where.at);
		int line = up ? v[--left] : v[right++];
		if (line != s->where.line)
			r->found[r->nfound++] = line;
	}
}

static void decide_all(struct matcher *m)
{
	size_t to;
	for (size_t i = 0; i < m->spots.n; i++)
		m->spots.v[i].sought->seekers++;
	for (size_t from = 0; from < m->spots.n; from = to) {
		for (to = from + 1; to < m->spots.n && m->spots.v[to].ref == m->spots.v[from].ref;)
			to++;
		decide(m, from, to);
		add_others(m, &m->refs[m->spots.v[from].ref], from, to);
	}
}

/* Those that are cleared, and replaced where half of what is wanted is there. */
static void look_for_wanted(struct matcher *m)
{
	m->spots.n = m->sought.n = 0;
	for (size_t i = 0; i < m->nrefs; i++) {
		if (m->refs[i].state != REF_CLEARED || !m->refs[i].wanted)
			continue;
		if (!m->spots.n)
			memset(m->slots, 0, (m->mask + 1) * sizeof(struct sought *));
		add_text(m, i, m->refs[i].wanted, NULL);
	}
	if (!m->spots.n)
		return;
	locate(m);
	for (size_t from = 0, to; from < m->spots.n; from = to) {
		for (to = from + 1; to < m->spots.n && m->spots.v[to].ref == m->spots.v[from].ref;)
			to++;
		struct outcome o = sum_up(m, from, to);
		struct match_ref *r = &m->refs[m->spots.v[from].ref];
		if (2 * o.present < o.counted)
			continue;
		r->state = REF_REPLACED;
		take_lines(m, r, from, to);
	}
}

static void refuse(struct match_ref *refs, size_t n, const char *reason)
{
	for (size_t i = 0; i < n; i++) {
		refs[i].state = REF_UNREAD;
		refs[i].reason = reason;
	}
}

static void look_for_expected(struct matcher *m)
{
	struct span line;
	for (size_t i = 0; i < m->nrefs; i++) {
		struct match_ref *r = &m->refs[i];
		size_t from = m->spots.n;
		r->nfound = r->shift = 0;
		r->reason = r->doubt = NULL;
		if (r->expected)
			add_text(m, i, r->expected, wanted_instead(m, r));
		if (m->spots.n > from)
			continue;
		r->state = REF_UNQUOTED;
		if (!code_line(m->code, r->first, &line))
			r->reason = "has no such line";
	}
	locate(m);
	decide_all(m);
}

void match_refs(struct code *code, struct match_ref *refs, size_t n, struct arena *scratch)
{
	struct matcher m = { .arena = scratch, .code = code, .refs = refs, .nrefs = n,
			     .budget = BUDGET + 16 * code->n };
	const char *obstacle = code_obstacle(code->bytes, code->n);
	if (obstacle) {
		refuse(refs, n, obstacle);
		return;
	}
	if (code->n >= 3 && memcmp(code->bytes, "\xef\xbb\xbf", 3) == 0) {
		code->bytes += 3;
		code->n -= 3;
	}
	size_t slots = 64;
	while (slots < 4 * n)
		slots *= 2;
	m.mask = slots - 1;
	m.slots = arena_alloc(m.arena, slots * sizeof *m.slots);
	m.spots.cap = n; /* most are of one line */
	m.spots.v = arena_raw(m.arena, (n + 1) * sizeof *m.spots.v);
	look_for_expected(&m);
	look_for_wanted(&m);
	buf_free(&m.folded);
}
