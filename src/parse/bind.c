/* Which file a line number is about: the rules of phaseline-plan(5), "ref-bind". */
#include <string.h>

#include "base/text.h"
#include "parse/binder.h"
#include "parse/paths.h"

bool usable(const struct mention *m)
{
	return m->type == M_PATH && !m->weak && path_is_concrete(m->text);
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

static const char *in_text(const struct binder *b)
{
	const struct unit *u = b->unit;
	size_t from, to;
	row_around(u, b->lines->at, &from, &to);
	const struct mention *prev = before(b, from), *next = after(b, to);
	if (next && leads_to(u->s, b->lines->end, next->at))
		return next->text;
	bool row = from > 0 || to < u->n;
	const struct mention *about = row ? NULL : subject(b);
	if (about && !is_new(u, about) && !(prev && prev != about && adjacent(u->s, prev->end, b->lines->at)) &&
	    !memchr(u->s + about->end, '\n', b->lines->at - about->end))
		return about->text;
	if (prev && !row && is_new(u, prev)) {
		const char *old = by_context(b, units_full_path(b->u, prev->text, b->task));
		if (old)
			return old;
	}
	const char *stem = by_stem(b, u->s + (prev ? prev->end : from),
				   b->lines->at - (prev ? prev->end : from));
	/* a bare name that nothing else in the plan knows may be any file */
	bool vague = prev && !prev->code && !strchr(units_full_path(b->u, prev->text, b->task), '/') && !of_task(b, prev->text) &&
		     !adjacent(u->s, prev->end, b->lines->at);
	if (prev && vague && !stem) {
		const char *path = by_context(b, NULL);
		if (path)
			return path;
	}
	if (prev && !sentence_between(u->s, prev->end, b->lines->at) && !stem)
		return prev->text;
	if (stem)
		return stem;
	if (next && !sentence_between(u->s, b->lines->end, next->at) && !is_new(u, next) && !prev &&
	    of_task(b, next->text))
		return next->text;
	if (prev && (row || of_task(b, prev->text) || !by_task(b, NULL)))
		return prev->text;
	if (row && next)
		return next->text;
	return NULL;
}

const char *bind_lines(struct units *u, size_t unit, size_t mention)
{
	struct binder b = { .u = u, .unit = &u->all.v[unit] };
	b.lines = &b.unit->mentions.v[mention];
	b.task = u->task_of[b.unit->block];
	const char *path = b.lines->text;
	if (b.lines->attached) {
		for (size_t i = mention; i-- > 0 && !path;)
			if (b.unit->mentions.v[i].type == M_PATH)
				path = b.unit->mentions.v[i].text;
	} else {
		path = in_text(&b);
		if (!path)
			path = by_context(&b, NULL);
		if (!path)
			path = by_command(&b);
		if (!path) {
			/* what comes next in the sentence, before what the plan says at large */
			size_t from, to;
			row_around(b.unit, b.lines->at, &from, &to);
			const struct mention *next = after(&b, to);
			path = next ? next->text : by_plan(&b, NULL);
		}
	}
	return path ? units_full_path(u, path, b.task) : NULL;
}
