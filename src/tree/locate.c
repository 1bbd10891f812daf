#include "tree/locate.h"

#include <string.h>

/* Shorter texts count only as a whole line. */
#define LETTERS_MIN 6

/* ---- whole lines ---- */

#define ENDS_BITS 13

struct table {
	struct sought **slots;
	size_t mask;
	uint64_t lengths; /* of texts: bit n % 64 for n bytes */
	unsigned char ends[(1 << ENDS_BITS) / 8]; /* some text has these, see span_ends() */
};

static void put_all(struct table *t, struct sought **v, size_t n, struct arena *a)
{
	size_t slots = 16;
	while (slots < 2 * n)
		slots *= 2;
	t->slots = arena_alloc(a, slots * sizeof *t->slots);
	t->mask = slots - 1;
	for (size_t i = 0; i < n; i++) {
		const struct quote *q = &v[i]->quote;
		if (!quote_is_whole(q))
			continue;
		uint32_t ends = span_ends(q->text) >> (32 - ENDS_BITS);
		t->lengths |= UINT64_C(1) << q->text.n % 64;
		t->ends[ends >> 3] |= (unsigned char)(1 << (ends & 7));
		v[i]->next = t->slots[q->hash & t->mask];
		t->slots[q->hash & t->mask] = v[i];
	}
}

/* Most lines are told from all texts by their ends alone. */
static bool may_be(const struct table *t, struct span line)
{
	uint32_t ends = span_ends(line);
	uint32_t bit = ends >> (32 - ENDS_BITS);
	return !ends || t->ends[bit >> 3] & 1 << (bit & 7);
}

static void look_up(const struct table *t, struct span line, int number, struct buf *b,
		    struct arena *a)
{
	line = span_fold(line, b);
	if (!(t->lengths >> line.n % 64 & 1))
		return;
	uint64_t hash = span_hash(line);
	for (struct sought *s = t->slots[hash & t->mask]; s; s = s->next)
		if (s->quote.hash == hash && s->quote.text.n == line.n &&
		    memcmp(s->quote.text.s, line.s, line.n) == 0)
			*vec_push(a, &s->equal) = number;
}

void locate_equal(struct code *code, struct sought **v, size_t n, struct arena *a)
{
	struct table *t = arena_alloc(a, sizeof *t);
	struct buf b = { 0 };
	put_all(t, v, n, a);
	size_t at = 0;
	for (int number = 1, lines = code_lines(code); number <= lines; number++) {
		size_t end = code->ends[number - 1];
		struct span line = span_trim((struct span){ code->bytes + at, end - at });
		if (line.n && may_be(t, line))
			look_up(t, line, number, &b, a);
		at = end + 1;
	}
	buf_free(&b);
}

/* ---- lines that hold a text ---- */

/* Every line is folded and compared at most once. */
void locate_within(struct code *code, struct sought *s, size_t *budget, struct arena *a)
{
	struct span anchor = quote_anchor(&s->quote), line;
	const char *at = code->bytes, *end = at + code->n, *hit;
	struct buf b = { 0 };
	int number = 1;
	if (!quote_has_letters(&s->quote, LETTERS_MIN))
		return;
	s->overdue = *budget < code->n;
	if (s->overdue)
		return;
	*budget -= code->n;
	while ((hit = span_find((struct span){ at, (size_t)(end - at) }, anchor)) != NULL) {
		number = code_line_with(code, (size_t)(hit - code->bytes), number);
		code_line(code, number, &line);
		if (quote_is_held(&s->quote, line, &b))
			*vec_push(a, &s->within) = number;
		at = line.s + line.n;
	}
	buf_free(&b);
}
