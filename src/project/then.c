#include "project/then.h"

#include "base/limits.h"

#include <string.h>

enum { LINES_MAX = 200 }; /* of a range; more say no more */

static const struct birth *birth_at(struct then *t, const struct refcheck *check, size_t plan)
{
	struct err none = { 0 };
	if (!t->known) {
		t->known = arena_alloc(t->arena, check->plans.n * sizeof *t->known);
		t->births = arena_alloc(t->arena, check->plans.n * sizeof *t->births);
	}
	if (!t->known[plan])
		birth_of(t->git, t->arena, check->plans.v[plan].row.path, &t->births[plan], &none);
	t->known[plan] = true;
	return &t->births[plan];
}

/* References to one file follow each other. */
static bool open_blob(struct then *t, const char *blob)
{
	struct err none = { 0 };
	if (t->blob && strcmp(t->blob, blob) == 0)
		return true;
	code_free(&t->code);
	t->blob = NULL;
	if (!git_blob(t->git, blob, &t->bytes, &none) || t->bytes.n > (size_t)LIMIT_CODE)
		return false;
	t->blob = blob;
	t->code = (struct code){ .bytes = t->bytes.n ? t->bytes.s : "", .n = t->bytes.n };
	return !code_obstacle(t->code.bytes, t->code.n);
}

const char *then_lines(struct then *t, const struct refcheck *check, const struct checked_ref *r,
		       const char *file)
{
	const struct birth *born = birth_at(t, check, r->plan);
	struct err none = { 0 };
	struct buf text = { 0 };
	struct span line;
	const char *blob;
	if (!born->id || !git_blob_of(t->git, t->arena, born->id, r->was ? r->was : file, &blob,
				      &none) || !blob || !open_blob(t, blob))
		return NULL;
	for (int i = r->ref->first; i <= r->ref->last && i < r->ref->first + LINES_MAX; i++) {
		if (!code_line(&t->code, i, &line))
			break;
		if (text.n)
			buf_char(&text, '\n');
		buf_add(&text, line.s, line.n);
	}
	bool blank = !text.s || strspn(text.s, " \t\r\n") == text.n;
	const char *s = blank ? NULL : arena_dup(t->arena, text.s, text.n);
	buf_free(&text);
	return s;
}

void then_close(struct then *t)
{
	code_free(&t->code);
	buf_free(&t->bytes);
}
