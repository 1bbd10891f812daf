#include "tree/fold.h"

#include "base/limits.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Places in the middle of a word that are passed over in one line. */
#define TRIES_MAX 16

#define PLACES_FEW 32

#define MISSED_MOST ((size_t)1024)

static bool is_folded(struct span s)
{
	size_t i = 0;
	/* the last byte of each step is looked at twice: it may be in a run with the next */
#ifdef __SSE2__
	for (; i + 16 <= s.n; i += 15)
		if (sixteen_may_have_run(_mm_loadu_si128((const __m128i *)(s.s + i))))
			break;
#endif
	for (; i + 8 <= s.n && !eight_may_have_run(eight_at(s.s + i)); i += 7)
		continue;
	for (; i < s.n; i++)
		if (is_space(s.s[i]) && (s.s[i] != ' ' || s.s[i + 1] == ' '))
			return false; /* its last byte is no blank: i + 1 is in it */
	return true;
}

struct span span_fold(struct span s, struct buf *b)
{
	s = span_trim(s);
	if (is_folded(s))
		return s;
	buf_clear(b);
	char *out = buf_room(b, s.n);
	for (size_t i = 0; i < s.n; i++) {
		if (!is_space(s.s[i]))
			out[b->n++] = s.s[i];
		else if (!is_space(s.s[i - 1]))
			out[b->n++] = ' ';
	}
	return (struct span){ out, b->n };
}

uint64_t span_hash(struct span s)
{
	uint64_t h = s.n, w = 0;
	const char *end = s.s + s.n;
	for (; (size_t)(end - s.s) > sizeof w; s.s += sizeof w) {
		h = (h ^ eight_at(s.s)) * 0x9e3779b97f4a7c15;
		h ^= h >> 29;
	}
	if (s.n >= sizeof w)
		w = eight_at(end - sizeof w); /* some of them again */
	else
		memcpy(&w, s.s, s.n);
	h = (h ^ w) * 0x9e3779b97f4a7c15;
	return h ^ h >> 32;
}

#ifdef __SSE2__
/* Bit i: the text may start at byte i, as its first and last byte are there. */
static inline unsigned may_start(const char *s, struct span text)
{
	__m128i first = _mm_loadu_si128((const __m128i *)s);
	__m128i last = _mm_loadu_si128((const __m128i *)(s + text.n - 1));
	first = _mm_cmpeq_epi8(first, _mm_set1_epi8(*text.s));
	last = _mm_cmpeq_epi8(last, _mm_set1_epi8(text.s[text.n - 1]));
	return (unsigned)_mm_movemask_epi8(_mm_and_si128(first, last));
}
#endif

/* What is often almost there is left to memmem(), which takes no longer for that. */
const char *span_find(struct span in, struct span text)
{
	size_t at = 0;
#ifdef __SSE2__
	size_t stop = text.n && in.n >= text.n + 31 ? in.n - text.n - 31 : 0;
	size_t missed = 0; /* bytes compared for nothing */
	for (; at < stop && missed <= MISSED_MOST + at; at += 32) {
		unsigned bits = may_start(in.s + at, text) | may_start(in.s + at + 16, text) << 16;
		for (; bits; bits &= bits - 1, missed += text.n) {
			const char *hit = in.s + at + __builtin_ctz(bits);
			if (memcmp(hit, text.s, text.n) == 0)
				return hit;
		}
	}
#endif
	return memmem(in.s + at, in.n - at, text.s, text.n);
}

/* ---- quotes ---- */

/* Length of an ellipsis at s, 0 for none. */
static size_t ellipsis(const char *s, size_t n)
{
	if (n >= 3 && memcmp(s, "\xe2\x80\xa6", 3) == 0)
		return 3;
	size_t dots = 0;
	while (dots < n && s[dots] == '.')
		dots++;
	return dots >= 3 ? dots : 0;
}

static bool has_ellipsis(const char *s, size_t n)
{
	const char *end = s + n;
	for (const char *p = s; (p = memchr(p, '.', (size_t)(end - p))) != NULL; p++)
		if (end - p > 2 && p[1] == '.' && p[2] == '.')
			return true;
	for (const char *p = s; (p = memchr(p, 0xe2, (size_t)(end - p))) != NULL; p++)
		if (ellipsis(p, (size_t)(end - p)))
			return true;
	return false;
}

static void add_piece(struct quote *q, struct arena *a, const char *s, size_t n)
{
	struct span piece = span_trim((struct span){ s, n });
	if (piece.n)
		*vec_push(a, &q->pieces) = piece;
}

static void cut(struct quote *q, struct arena *a)
{
	const char *s = q->text.s;
	size_t from = 0, n = q->text.n, len;
	if (!has_ellipsis(s, n)) {
		q->pieces.v = arena_raw(a, sizeof *q->pieces.v);
		q->pieces.v[0] = q->text;
		q->pieces.n = q->pieces.cap = n > 0;
		return;
	}
	for (size_t i = 0; i < n; i += len ? len : 1) {
		len = ellipsis(s + i, n - i);
		if (!len)
			continue;
		add_piece(q, a, s + from, i - from);
		q->open_start |= i == 0;
		from = i + len;
	}
	add_piece(q, a, s + from, n - from);
	q->open_end = from == n && from > 0;
}

struct span quote_anchor(const struct quote *q)
{
	struct span longest = { "", 0 };
	for (size_t i = 0; i < q->pieces.n; i++) {
		struct span p = q->pieces.v[i];
		while (p.n) {
			const char *blank = memchr(p.s, ' ', p.n);
			size_t n = blank ? (size_t)(blank - p.s) : p.n;
			if (n > longest.n)
				longest = (struct span){ p.s, n };
			p.s += n + (blank != NULL);
			p.n -= n + (blank != NULL);
		}
	}
	return longest;
}

bool quote_has_letters(const struct quote *q, int n)
{
	for (size_t i = 0; i < q->text.n && n > 0; i++)
		n -= is_alnum(q->text.s[i]) || (q->text.s[i] & 0x80);
	return n <= 0;
}

bool quote_read(struct quote *q, struct span line, struct arena *a)
{
	struct buf b = { 0 };
	*q = (struct quote){ 0 };
	if (line.n > LIMIT_CODE_LINE)
		line.n = LIMIT_CODE_LINE;
	q->text = span_fold(line, &b);
	q->text.s = arena_dup(a, q->text.s, q->text.n);
	buf_free(&b);
	cut(q, a);
	q->hash = span_hash(q->text);
	return q->pieces.n > 0;
}

/* ---- lines that hold them ---- */

static bool in_word(char c)
{
	return is_alnum(c) || c == '_' || (c & 0x80);
}

/* To search for it in one of a few places takes longer than to compare them. */
static const char *find_text(const char *s, size_t n, struct span text)
{
	if (n < text.n)
		return NULL;
	if (n - text.n > PLACES_FEW)
		return span_find((struct span){ s, n }, text);
	for (const char *last = s + (n - text.n); s <= last; s++)
		if (*s == *text.s && memcmp(s, text.s, text.n) == 0)
			return s;
	return NULL;
}

/* Where the piece is in the line from `from` on, not in the middle of a word; -1 when
 * it is not.  What a plan leaves out at the end of a line it may leave out anywhere. */
static long find_piece(struct span line, size_t from, struct span p, bool left, bool right)
{
	for (int i = 0; i < TRIES_MAX && from < line.n; i++) {
		const char *hit = find_text(line.s + from, line.n - from, p);
		if (!hit)
			return -1;
		size_t at = (size_t)(hit - line.s), end = at + p.n;
		if ((!left || !at || !in_word(line.s[at - 1]) || !in_word(p.s[0])) &&
		    (!right || !at || end == line.n || !in_word(line.s[end]) ||
		     !in_word(line.s[end - 1])))
			return (long)at;
		from = at + 1;
		while (from < line.n && in_word(line.s[from]) && in_word(p.s[0]))
			from++;
	}
	return -1;
}

static bool holds_pieces(const struct quote *q, struct span line)
{
	size_t from = 0;
	for (size_t i = 0; i < q->pieces.n; i++) {
		bool left = i || !q->open_start, right = i + 1 < q->pieces.n || !q->open_end;
		long at = find_piece(line, from, q->pieces.v[i], left && !i,
				     right && i + 1 == q->pieces.n);
		if (at < 0)
			return false;
		from = (size_t)at + q->pieces.v[i].n;
	}
	return true;
}

/* Letter by letter: it need not be folded, then. */
static bool is_whole_line(const struct quote *q, struct span line)
{
	return quote_is_whole(q) && line.n == q->text.n && memcmp(line.s, q->text.s, line.n) == 0;
}

bool quote_is_held(const struct quote *q, struct span line, struct buf *b)
{
	if (line.n > LIMIT_CODE_LINE)
		line.n = LIMIT_CODE_LINE;
	line = span_trim(line);
	if (line.n < q->pieces.v[0].n)
		return false; /* and folding makes no line longer */
	if (!is_whole_line(q, line)) {
		line = span_fold(line, b);
		if (!holds_pieces(q, line))
			return false;
	}
	return !q->unless || !holds_pieces(q->unless, line);
}
