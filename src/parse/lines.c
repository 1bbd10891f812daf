/* lines: where the numbers of references stand in the bytes of a plan */
#include <stdlib.h>

#include "parse/numbers.h"
#include "parse/refs.h"

static const struct span_range *range_of(const struct units *u, const struct ref_origin *o)
{
	return &u->all.v[o->unit].mentions.v[o->mention].ranges.v[o->range];
}

/* The bytes must say what was read, in so many digits: an entity for a dash, or a
 * number over two lines, do not. */
static void measure(struct reader *r, const struct span_range *meant, int line, int col,
		    struct lines_place *out)
{
	struct span_range range;
	if (line < 1 || line > r->src.n || col < 1 || (size_t)col > line_len(&r->src, line))
		return;
	const char *s = line_text(&r->src, line);
	size_t n = line_len(&r->src, line), at = (size_t)col - 1;
	size_t len = numbers_range(s + at, n - at, &range);
	if (!len || range.at || range.first != meant->first || range.last != meant->last)
		return;
	out->at = (size_t)(s - r->src.bytes) + at;
	out->len = len;
}

static int by_reference(const void *a, const void *b)
{
	const struct lines_place *x = a, *y = b;
	if (x->ref != y->ref)
		return x->ref < y->ref ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

void lines_fill(struct units *u, const struct ref_origin *first, const size_t *is, size_t n,
		struct places *places)
{
	for (size_t i = 0; i < n; i++)
		for (const struct ref_origin *o = &first[i]; o; o = o->again) {
			struct lines_place *p = vec_push(u->r->scratch, &places->lines);
			int line, col;
			*p = (struct lines_place){ .ref = (int)is[i] };
			unit_where(u, &u->all.v[o->unit], range_of(u, o)->at, &line, &col);
			p->line = line;
			measure(u->r, range_of(u, o), line, col, p);
		}
	if (places->lines.n)
		qsort(places->lines.v, places->lines.n, sizeof *places->lines.v, by_reference);
}
