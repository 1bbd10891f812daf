/* references beside the lines of their file */
#include "project/checker.h"

#include <stdlib.h>
#include <string.h>

#include "tree/match.h"

enum { NOW_MAX = 400 }; /* bytes of a line that are shown */

static const char *line_text(struct checker *c, struct code *code, enum ref_state state, int line,
			     const char *expected)
{
	struct span s;
	if (!(c->lines_of & 1u << state) || !code_line(code, line, &s))
		return NULL;
	s = span_trim(s);
	if (s.n > NOW_MAX) {
		s.n = NOW_MAX;
		while (s.n && (s.s[s.n] & 0xc0) == 0x80)
			s.n--;
		return arena_printf(c->a, "%.*s...", (int)s.n, s.s);
	}
	if (expected && strlen(expected) == s.n && !memcmp(expected, s.s, s.n))
		return expected; /* as most lines are that stand */
	return arena_dup(c->a, s.s, s.n);
}

static void take_answer(struct checker *c, struct code *code, const struct match_ref *m,
			struct checked_ref *r)
{
	int *found = m->nfound ? arena_alloc(c->a, (size_t)m->nfound * sizeof *found) : NULL;
	for (int i = 0; i < m->nfound; i++)
		found[i] = m->found[i];
	r->state = m->state;
	r->reason = m->reason;
	r->found = found;
	r->nfound = m->nfound;
	r->shift = m->shift;
	r->doubt = m->doubt;
	if (r->was && r->state == REF_STANDING)
		r->state = REF_MOVED; /* at its line, but not in its file */
	if (r->was && r->state == REF_UNQUOTED && !r->reason)
		r->reason = arena_printf(c->a, "was %s", r->was);
	if (m->state != REF_UNREAD)
		r->now = line_text(c, code, r->state, found ? found[0] : r->ref->first,
				   r->ref->expected);
}

static void take_then(struct checker *c, struct code *code, const struct match_ref *m,
		      struct checked_ref *r)
{
	r->then = m->state == REF_STANDING || m->state == REF_MOVED ? m->state : REF_CLEARED;
	if (m->state != REF_MOVED)
		return;
	int *found = arena_alloc(c->a, sizeof *found);
	*found = m->found[0];
	r->found = found;
	r->nfound = 1;
	r->now = line_text(c, code, r->state, *found, NULL);
}

/* What no plan quotes, git may know. */
static void match_then(struct checker *c, const struct checked_file *f, struct code *code)
{
	for (size_t i = 0; i < f->n; i++) {
		struct checked_ref *r = &c->out->refs.v[c->out->order[f->first + i]];
		if (r->state != REF_UNQUOTED)
			continue;
		struct match_ref m = { .first = r->ref->first, .last = r->ref->last,
				       .approximate = r->ref->approximate };
		m.expected = then_lines(&c->then, c->out, r, f->path);
		if (!m.expected)
			continue;
		match_refs(code, &m, 1, &c->scratch);
		if (m.state != REF_UNQUOTED && m.state != REF_UNREAD)
			take_then(c, code, &m, r);
	}
}

static void match_file(struct checker *c, const struct checked_file *f, bool cut)
{
	struct code *code = &c->code;
	code_start(code, &c->bytes, cut);
	struct match_ref *v = arena_raw(&c->scratch, f->n * sizeof *v);
	for (size_t i = 0; i < f->n; i++) {
		const struct checked_ref *r = &c->out->refs.v[c->out->order[f->first + i]];
		v[i] = (struct match_ref){
			.first = r->ref->first, .last = r->ref->last,
			.approximate = r->ref->approximate, .expected = r->ref->expected,
			.wanted = r->ref->wanted, .group = (int)r->plan,
		};
	}
	match_refs(code, v, f->n, &c->scratch);
	for (size_t i = 0; i < f->n; i++)
		take_answer(c, code, &v[i], &c->out->refs.v[c->out->order[f->first + i]]);
	if (c->then.git)
		match_then(c, f, code);
}

static void check_file(struct checker *c, size_t file)
{
	const struct checked_file *f = &c->out->files.v[file];
	const char *reason = NULL;
	bool cut;
	enum code_read read =
	    sources_read(&c->sources, &c->places.v[file], &c->bytes, &cut, &reason);
	if (read == CODE_READ) {
		match_file(c, f, cut);
		arena_reset(&c->scratch);
		return;
	}
	for (size_t i = 0; i < f->n; i++) {
		struct checked_ref *r = &c->out->refs.v[c->out->order[f->first + i]];
		r->state = read == CODE_GONE ? REF_GONE : REF_UNREAD;
		r->reason = reason;
	}
}

/* A file to read, and its place among all: neighbours are found faster. */
struct turn {
	size_t at, file;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->file < y->file ? -1 : x->file > y->file;
}

/* The references to a file stand all over the memory.  What the processor would wait
 * for there it is told while the files before are compared: the references of the third
 * one from here, what the plans say of those of the second, the texts of the next. */
static void fetch_ahead(const struct checker *c, const struct turn *turns, size_t left)
{
	const struct checked_ref *refs = c->out->refs.v;
	const struct checked_file *files = c->out->files.v, *f;
	const uint32_t *order = c->out->order;
	f = left > 3 ? &files[turns[3].file] : NULL;
	for (size_t i = 0; f && i < f->n; i++) {
		const struct checked_ref *r = &refs[order[f->first + i]];
		__builtin_prefetch(r);
		__builtin_prefetch(r + 1);
	}
	f = left > 2 ? &files[turns[2].file] : NULL;
	for (size_t i = 0; f && i < f->n; i++) {
		const struct phl_ref *ref = refs[order[f->first + i]].ref;
		__builtin_prefetch(ref);
		__builtin_prefetch(ref + 1);
	}
	f = left > 1 ? &files[turns[1].file] : NULL;
	for (size_t i = 0; f && i < f->n; i++) {
		const char *text = refs[order[f->first + i]].ref->expected;
		if (!text)
			continue;
		__builtin_prefetch(text);
		__builtin_prefetch(text + 64);
	}
}

void checker_compare(struct checker *c)
{
	struct turn *turns = arena_alloc(c->a, (c->places.n + 1) * sizeof *turns);
	size_t n = 0;
	for (size_t i = 0; i < c->places.n; i++)
		if (c->out->files.v[i].resolved)
			turns[n++] = (struct turn){ c->places.v[i].at, i };
	qsort(turns, n, sizeof *turns, compare_turns);
	for (size_t i = 0; i < n; i++) {
		fetch_ahead(c, turns + i, n - i);
		check_file(c, turns[i].file);
	}
}
