#include "tree/fold.h"

#include <string.h>

#include "base/text.h"

/* A line that nobody wrote by hand is compared only so far. */
#define LINE_MAX_BYTES (64 * 1024)

/* Places in the middle of a word that are passed over in one line. */
#define TRIES_MAX 16

struct span span_trim(struct span s)
{
	while (s.n && is_space(*s.s)) {
		s.s++;
		s.n--;
	}
	while (s.n && is_space(s.s[s.n - 1]))
		s.n--;
	return s;
}

#define EACH(byte) (UINT64_MAX / 255 * (byte)) /* of eight */

/* Is there a run of blanks, or one that is no space, in eight bytes?  It may be said of
 * some that have none. */
static bool may_have_run(uint64_t w)
{
	uint64_t x = w ^ EACH(' ');
	uint64_t spaces = (x - EACH(1)) & ~x & EACH(0x80);
	uint64_t controls = (w - EACH(' ')) & ~w & EACH(0x80);
	return (spaces & spaces >> 8) | controls;
}

static uint64_t load(const char *s)
{
	uint64_t w;
	memcpy(&w, s, sizeof w);
	return w;
}

static bool is_folded(struct span s)
{
	size_t i = 0;
	/* a byte of each eight is looked at twice: it may be in a run with the next */
	for (; i + 8 <= s.n && !may_have_run(load(s.s + i)); i += 7)
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

uint32_t span_ends(struct span s)
{
	if (s.n < 8)
		return 0;
	uint64_t first = load(s.s), last = load(s.s + s.n - 8);
	if (may_have_run(first) || may_have_run(last))
		return 0;
	first = (first ^ last >> 31 ^ last << 33) * 0x9e3779b97f4a7c15;
	return (uint32_t)(first >> 32) | 1;
}

uint64_t span_hash(struct span s)
{
	uint64_t h = s.n, w;
	for (; s.n >= sizeof w; s.s += sizeof w, s.n -= sizeof w) {
		w = load(s.s);
		h = (h ^ w) * 0x9e3779b97f4a7c15;
		h ^= h >> 29;
	}
	w = 0;
	memcpy(&w, s.s, s.n);
	h = (h ^ w) * 0x9e3779b97f4a7c15;
	return h ^ h >> 32;
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
		if (ellipsis(p, (size_t)(end - p)))
			return true;
	for (const char *p = s; (p = memchr(p, '\xe2', (size_t)(end - p))) != NULL; p++)
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
		add_piece(q, a, s, n);
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

static void find_anchor(struct quote *q)
{
	for (size_t i = 0; i < q->pieces.n; i++) {
		struct span p = q->pieces.v[i];
		while (p.n) {
			const char *blank = memchr(p.s, ' ', p.n);
			size_t n = blank ? (size_t)(blank - p.s) : p.n;
			if (n > q->anchor.n)
				q->anchor = (struct span){ p.s, n };
			p.s += n + (blank != NULL);
			p.n -= n + (blank != NULL);
		}
	}
}

bool quote_read(struct quote *q, struct span line, struct arena *a)
{
	struct buf b = { 0 };
	*q = (struct quote){ 0 };
	if (line.n > LINE_MAX_BYTES)
		line.n = LINE_MAX_BYTES;
	q->text = span_fold(line, &b);
	q->text.s = arena_dup(a, q->text.s, q->text.n);
	buf_free(&b);
	cut(q, a);
	find_anchor(q);
	q->hash = span_hash(q->text);
	for (size_t i = 0; i < q->text.n && q->letters < 16; i++)
		q->letters += is_alnum(q->text.s[i]) || (q->text.s[i] & 0x80);
	return q->pieces.n > 0;
}

/* ---- lines that hold them ---- */

static bool in_word(char c)
{
	return is_alnum(c) || c == '_' || (c & 0x80);
}

/* Where the piece is in the line from `from` on, not in the middle of a word; -1 when
 * it is not.  What a plan leaves out at the end of a line it may leave out anywhere. */
static long find_piece(struct span line, size_t from, struct span p, bool left, bool right)
{
	for (int i = 0; i < TRIES_MAX && from < line.n; i++) {
		const char *hit = memmem(line.s + from, line.n - from, p.s, p.n);
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

bool quote_is_held(const struct quote *q, struct span line, struct buf *b)
{
	if (line.n > LINE_MAX_BYTES)
		line.n = LINE_MAX_BYTES;
	line = span_fold(line, b);
	if (!holds_pieces(q, line))
		return false;
	return !q->unless || !holds_pieces(q->unless, line);
}
