/* fold: texts as a plan quotes them, and lines that hold them
 *
 * Blanks at both ends do not count, and a run of blanks inside is one space.  An
 * ellipsis in a quote stands for anything. */
#ifndef TREE_FOLD_H
#define TREE_FOLD_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "phaseline.h"

struct span {
	const char *s;
	size_t n;
};

/* ---- eight bytes at a time, the first one lowest ---- */

#define EIGHT(byte) (UINT64_MAX / 255 * (byte))

static inline uint64_t eight_at(const char *s)
{
	uint64_t w;
	memcpy(&w, s, sizeof w);
	return le64toh(w);
}

/* Is there a run of blanks, or one that is no space, in eight bytes?  It may be said of
 * some that have none. */
static inline bool eight_may_have_run(uint64_t w)
{
	uint64_t x = w ^ EIGHT(' ');
	uint64_t spaces = (x - EIGHT(1)) & ~x & EIGHT(0x80);
	uint64_t controls = (w - EIGHT(' ')) & ~w & EIGHT(0x80);
	return (spaces & spaces >> 8) | controls;
}

#ifdef __SSE2__
/* The same of sixteen. */
static inline unsigned sixteen_may_have_run(__m128i v)
{
	__m128i least = _mm_min_epu8(v, _mm_set1_epi8(' ' - 1));
	unsigned spaces = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(' ')));
	unsigned controls = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, least));
	return (spaces & spaces >> 1) | controls;
}
#endif

/* ---- lines ---- */

/* Without blanks at its ends. */
static inline struct span span_trim(struct span s)
{
	while (s.n >= 8) {
		uint64_t other = eight_at(s.s) ^ EIGHT(' ');
		size_t n = other ? (size_t)__builtin_ctzll(other) / 8 : 8;
		s.s += n;
		s.n -= n;
		if (n < 8)
			break;
	}
	while (s.n && is_space(*s.s)) {
		s.s++;
		s.n--;
	}
	while (s.n && is_space(s.s[s.n - 1]))
		s.n--;
	return s;
}

/* Trimmed, and with single spaces: a part of `s`, or in `b`. */
struct span span_fold(struct span s, struct buf *b);

uint64_t span_hash(struct span s);

/* Where the text is first, or NULL. */
const char *span_find(struct span in, struct span text);

/* The same of two times eight. */
static inline bool ends_may_have_run(uint64_t first, uint64_t last)
{
#ifdef __SSE2__
	return sixteen_may_have_run(_mm_set_epi64x((long long)last, (long long)first));
#else
	return eight_may_have_run(first) || eight_may_have_run(last);
#endif
}

/* Of a trimmed text by its ends, the same once it is folded; 0 where that takes
 * folding it. */
static inline uint32_t span_ends(struct span s)
{
	if (s.n < 8)
		return 0;
	uint64_t first = eight_at(s.s), last = eight_at(s.s + s.n - 8);
	if (ends_may_have_run(first, last))
		return 0;
	first = (first ^ last >> 31 ^ last << 33) * 0x9e3779b97f4a7c15;
	return (uint32_t)(first >> 32) | 1;
}

/* ---- quotes ---- */

/* One line of what a plan quotes. */
struct quote {
	struct span text;                /* folded, as a whole */
	PHL_LIST(struct span) pieces;    /* between its ellipses */
	bool open_start, open_end;       /* an ellipsis stands there */
	const struct quote *unless;      /* a line that holds this one does not count, or NULL */
	uint64_t hash;                   /* of the text */
};

/* Reads a line; false when there is nothing in it to look for. */
bool quote_read(struct quote *q, struct span line, struct arena *a);

/* Its longest word: a line without it has not the text. */
struct span quote_anchor(const struct quote *q);

/* Has it so many letters and digits? */
bool quote_has_letters(const struct quote *q, int n);

/* Can a whole line be this text?  Not where parts of it were left out. */
static inline bool quote_is_whole(const struct quote *q)
{
	return q->pieces.n == 1 && !q->open_start && !q->open_end;
}

/* Does the line hold it: as a whole, as its beginning, or between words?  `b` is for
 * the line as it is compared. */
bool quote_is_held(const struct quote *q, struct span line, struct buf *b);

#endif
