/* renumber: the line numbers of references
 *
 * A reference is known by its path and the text that it quotes, not by its numbers:
 * when lines move by ten, one reference gets the numbers that another one had. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "edit/lines.h"
#include "parse/numbers.h"

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* ---- names of references ---- */

/* A reference by what it is about; those with the same name as they stand. */
struct ref_name {
	uint64_t text;
	const char *path;
	int ref;
};

/* FNV-1a of what it quotes: it is kept in the journal, so it must not change. */
static uint64_t text_of(const struct phl_ref *r)
{
	uint64_t hash = 0xcbf29ce484222325;
	for (const char *s = r->expected; s && *s; s++)
		hash = (hash ^ (unsigned char)*s) * 0x100000001b3;
	return hash;
}

static int by_name(const void *a, const void *b)
{
	const struct ref_name *x = a, *y = b;
	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	int order = strcmp(x->path, y->path);
	return order ? order : x->ref - y->ref;
}

static void name_refs(struct draft *d)
{
	const struct phl_plan *p = d->plan;
	if (d->names)
		return;
	d->names = arena_alloc(d->a, (p->refs.n + 1) * sizeof *d->names);
	for (size_t i = 0; i < p->refs.n; i++) {
		const struct phl_ref *r = &p->refs.v[i];
		d->names[i] = (struct ref_name){ text_of(r), r->path ? r->path : "", (int)i };
	}
	if (p->refs.n)
		qsort(d->names, p->refs.n, sizeof *d->names, by_name);
}

/* How many names come before this one. */
static size_t rank_of(struct draft *d, const struct ref_name *name)
{
	size_t low = 0, high = d->plan->refs.n;
	name_refs(d);
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (by_name(&d->names[middle], name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const char *key_of(struct draft *d, int ref, size_t place)
{
	const struct phl_ref *r = &d->plan->refs.v[ref];
	struct ref_name name = { text_of(r), r->path ? r->path : "", ref }, first = name;
	first.ref = -1;
	return arena_printf(d->a, "%016llx %zu %zu %s", (unsigned long long)name.text,
			    rank_of(d, &name) - rank_of(d, &first), place, name.path);
}

/* The reference of a key, and which of its places; -1 when there is none any more. */
static int find_ref(struct draft *d, const char *key, size_t *place)
{
	char *end;
	struct ref_name name = { .text = strtoull(key, &end, 16), .ref = -1 };
	size_t nth = strtoul(end, &end, 10), n = d->plan->refs.n;
	*place = strtoul(end, &end, 10);
	name.path = *end == ' ' ? end + 1 : end;
	size_t at = rank_of(d, &name);
	if (nth >= n || at + nth >= n)
		return -1;
	const struct ref_name *found = &d->names[at + nth];
	return found->text == name.text && strcmp(found->path, name.path) == 0 ? found->ref :
										   -1;
}

/* ---- their places ---- */

/* The places of a reference; *n of them. */
static const struct lines_place *places_of(const struct draft *d, int ref, size_t *n)
{
	size_t low = 0, high = d->places.lines.n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (d->places.lines.v[middle].ref < ref)
			low = middle + 1;
		else
			high = middle;
	}
	for (*n = 0; low + *n < d->places.lines.n && d->places.lines.v[low + *n].ref == ref;)
		++*n;
	return d->places.lines.v + low;
}

/* ---- numbers ---- */

/* The text with `shift` added to each run of digits. */
static const char *shifted(struct draft *d, const char *text, int shift)
{
	struct buf b = { 0 };
	while (*text) {
		if (is_digit(*text))
			buf_printf(&b, "%ld", strtol(text, (char **)&text, 10) + shift);
		else
			buf_char(&b, *text++);
	}
	const char *out = arena_dup(d->a, b.s, b.n);
	buf_free(&b);
	return out;
}

bool make_lines(struct draft *d, int ref, int shift, edit_list *out)
{
	size_t n;
	const struct lines_place *v = places_of(d, ref, &n);
	for (size_t i = 0; i < n; i++)
		if (!v[i].len)
			return false;
	for (size_t i = 0; i < n; i++) {
		const char *now = raw_text(d, v[i].at, v[i].at + v[i].len);
		*vec_push(d->a, out) = (struct edit){ EDIT_LINES, -1, key_of(d, ref, i), now,
						      shifted(d, now, shift) };
	}
	return n > 0;
}

enum edit_state locate_lines(struct draft *d, struct edit *e, struct splice *out)
{
	size_t place, n;
	int ref = find_ref(d, e->key, &place);
	const struct lines_place *v = ref < 0 ? NULL : places_of(d, ref, &n);
	if (!v || place >= n || !v[place].len)
		return EDIT_CONFLICT;
	const char *now = raw_text(d, v[place].at, v[place].at + v[place].len);
	*out = (struct splice){ .at = v[place].at, .len = v[place].len, .text = e->after,
				.n = strlen(e->after) };
	if (same(now, e->before))
		return EDIT_OPEN;
	return same(now, e->after) ? EDIT_MADE : EDIT_CONFLICT;
}

/* ---- what becomes of them ---- */

struct line_range *lines_after(struct draft *d, const edit_list *edits)
{
	const struct phl_plan *p = d->plan;
	struct line_range *v = arena_alloc(d->a, (p->refs.n + 1) * sizeof *v);
	for (size_t i = 0; i < p->refs.n; i++)
		v[i] = (struct line_range){ p->refs.v[i].first, p->refs.v[i].last };
	for (size_t i = 0; i < edits->n; i++) {
		const struct edit *e = &edits->v[i];
		struct span_range range;
		size_t place;
		int ref = e->field == EDIT_LINES ? find_ref(d, e->key, &place) : -1;
		if (ref >= 0 && numbers_range(e->after, strlen(e->after), &range))
			v[ref] = (struct line_range){ range.first, range.last };
	}
	return v;
}
