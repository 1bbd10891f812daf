/* Which file a line number is about: the rules of phaseline-plan(5), "ref-bind". */
#include <string.h>

#include "base/text.h"
#include "parse/binder.h"
#include "parse/paths.h"

bool usable(const struct mention *m)
{
	return m->type == M_PATH && !m->weak && (path_is_concrete(m->text) || path_is_absolute(m->text));
}

static const struct mention *before(const struct binder *b, size_t from)
{
	const struct mention *best = NULL;
	for (size_t i = 0; i < b->unit->mentions.n; i++) {
		const struct mention *m = &b->unit->mentions.v[i];
		if (usable(m) && m->at >= from && m->end <= b->lines->at)
			best = m;
	}
	return best;
}

/* The path before the lines that has them: not always the nearest. */
static const struct mention *owner(const struct binder *b, size_t from)
{
	const struct unit *u = b->unit;
	const struct mention *near = before(b, from);
	if (!near)
		return NULL;
	const struct mention *m = possessor(u, from, near);
	if (m && usable(m))
		return m;
	m = before_bracket(u, from, b->lines->at);
	return m && usable(m) && !adjacent(u->s, near->end, b->lines->at) ? m : near;
}

static const struct mention *after(const struct binder *b, size_t to)
{
	for (size_t i = 0; i < b->unit->mentions.n; i++) {
		const struct mention *m = &b->unit->mentions.v[i];
		if (usable(m) && m->at >= b->lines->end && m->end <= to)
			return m;
	}
	return NULL;
}

/* The path that an item or paragraph starts with is what it is about. */
static const struct mention *subject(const struct binder *b)
{
	for (size_t i = 0; i < b->unit->mentions.n; i++) {
		const struct mention *m = &b->unit->mentions.v[i];
		if (!usable(m))
			continue;
		size_t k = 0;
		while (k < m->at && strchr("*_`@[( ", b->unit->s[k]))
			k++;
		return k == m->at && m->end <= b->lines->at ? m : NULL;
	}
	return NULL;
}

/* What the words right before or behind the lines say. */
static const char *beside(const struct binder *b, const struct mention *prev,
			  const struct mention *next, size_t to)
{
	const struct unit *u = b->unit;
	bool close = prev && adjacent(u->s, prev->end, b->lines->at) && !is_new(u, prev);
	if (close && in_one_bracket(u, 0, prev->at, b->lines->at))
		return prev->text;
	if (next && leads_to(u->s, b->lines->end, next->at))
		return next->text;
	const char *part = by_part(b, u->s + b->lines->end, to - b->lines->end);
	if (part)
		return part;
	return close ? prev->text : NULL;
}

/* A bare name that nothing else in the plan knows may be any file. */
static bool is_vague(const struct binder *b, const struct mention *m)
{
	return !m->code && !of_task(b, m->text) && !strchr(units_full_path(b->u, m->text, b->task), '/') &&
	       !adjacent(b->unit->s, m->end, b->lines->at);
}

/* A note that was cited with lines of its own and then speaks of code: "as
 * PATTERNS.md line 7 says, `open` (line 20)". */
static bool is_cited(const struct binder *b, const struct mention *note)
{
	size_t n = strlen(note->text);
	if (n < 4 || strcmp(note->text + n - 3, ".md") != 0 || !is_upper(note->text[n - 4]))
		return false;
	bool lines = false;
	for (const struct mention *m = note + 1; m < b->lines; m++) {
		if (lines && m->type == M_SPAN)
			return true;
		lines |= m->type == M_LINES;
	}
	return false;
}

static const char *in_text(struct binder *b)
{
	const struct unit *u = b->unit;
	size_t from, to;
	row_around(u, b->lines->at, &from, &to);
	const struct mention *prev = owner(b, from), *next = after(b, to);
	const char *path = beside(b, prev, next, to);
	if (path) {
		b->how = BOUND_CLOSE;
		return path;
	}
	bool row = from > 0 || to < u->n;
	const struct mention *about = row ? NULL : subject(b);
	if (about && !is_new(u, about) && !memchr(u->s + about->end, '\n', b->lines->at - about->end)) {
		if (prev == about && !sentence_between(u->s, about->end, b->lines->at))
			b->how = BOUND_CLOSE;
		return about->text;
	}
	if (prev && !row && (is_new(u, prev) || is_cited(b, prev))) {
		path = by_context(b, units_full_path(b->u, prev->text, b->task));
		if (path)
			return path;
	}
	size_t gap = prev ? prev->end : from;
	const char *stem = by_stem(b, u->s + gap, b->lines->at - gap);
	if (prev && !stem && is_vague(b, prev)) {
		path = by_context(b, NULL);
		if (path)
			return path;
	}
	if (prev && !stem && !sentence_between(u->s, prev->end, b->lines->at))
		return prev->text;
	if (stem)
		return stem;
	if (next && !prev && !sentence_between(u->s, b->lines->end, next->at) && !is_new(u, next) &&
	    !aside_between(u->s, b->lines->end, next->at) && of_task(b, next->text))
		return next->text;
	if (prev && (row || of_task(b, prev->text) || !by_task(b, NULL)))
		return prev->text;
	return row && next ? next->text : NULL;
}

/* The path that lines are written onto. */
static const char *attached(const struct binder *b)
{
	if (b->lines->text)
		return b->lines->text;
	for (const struct mention *m = b->lines; m-- > b->unit->mentions.v;)
		if (m->type == M_PATH)
			return m->text;
	return NULL;
}

/* What comes next in the sentence, before what the plan says at large. */
static const char *last_resort(const struct binder *b)
{
	const char *path = by_command(b);
	if (path)
		return path;
	size_t from, to;
	row_around(b->unit, b->lines->at, &from, &to);
	const struct mention *next = after(b, to);
	return next ? next->text : by_plan(b, NULL);
}

const char *bind_lines(struct units *u, size_t unit, size_t mention, enum binding *how)
{
	struct binder b = { .u = u, .unit = &u->all.v[unit] };
	b.lines = &b.unit->mentions.v[mention];
	b.task = u->task_of[b.unit->block];
	const char *path;
	if (b.lines->attached) {
		path = attached(&b);
		b.how = BOUND_CLOSE;
	} else {
		path = in_text(&b);
		if (!path)
			path = by_context(&b, NULL);
		if (!path) {
			path = last_resort(&b);
			b.how = BOUND_FAR;
		}
	}
	*how = b.how;
	return path ? units_full_path(u, path, b.task) : NULL;
}
