#include "base/text.h"

#include <stdio.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
	MARKS_MOST = 8,     /* combining marks shown on one base */
	DISTANCE_MOST = 64, /* longer words are not compared */
};

const unsigned char text_classes[256] = {
	[' '] = CHAR_SPACE,	      ['\t' ... '\r'] = CHAR_SPACE, ['0' ... '9'] = CHAR_DIGIT,
	['A' ... 'Z'] = CHAR_UPPER, ['a' ... 'z'] = CHAR_LOWER,   ['_'] = CHAR_JOINT,
	['-'] = CHAR_JOINT,
};

/* Eight bytes at a time, as every byte of every plan is looked at: a control
 * byte borrows from its high bit, others over ASCII have it set. */
bool text_is_plain(const char *s, size_t n)
{
	const uint64_t blanks = 0x2020202020202020, high = 0x8080808080808080;
	uint64_t found = 0, word;
	size_t i = 0;

	for (; i + sizeof word <= n; i += sizeof word) {
		memcpy(&word, s + i, sizeof word);
		found |= (word - blanks) | word;
	}
	for (; i < n; i++)
		found |= (signed char)s[i] < ' ' ? high : 0;
	return !(found & high);
}

static bool is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

size_t text_decode(const char *s, size_t n, int32_t *cp)
{
	unsigned char c = (unsigned char)s[0];
	size_t len = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3
							    : c < 0xf5 ? 4 : 0;
	int32_t v;

	if (len == 1) {
		*cp = c;
		return 1;
	}
	*cp = -1;
	if (!len || len > n)
		return 1;
	v = c & (0x7f >> len);
	for (size_t i = 1; i < len; i++) {
		if (!is_tail(s[i]))
			return 1;
		v = v << 6 | (s[i] & 0x3f);
	}
	if ((len == 3 && (v < 0x800 || (v >= 0xd800 && v < 0xe000))) ||
	    (len == 4 && (v < 0x10000 || v > 0x10ffff)))
		return 1;
	*cp = v;
	return len;
}

void text_encode(struct buf *b, int32_t cp)
{
	if (cp < 0 || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
		cp = 0xfffd;
	if (cp < 0x80) {
		buf_char(b, (char)cp);
	} else if (cp < 0x800) {
		buf_char(b, (char)(0xc0 | cp >> 6));
		buf_char(b, (char)(0x80 | (cp & 0x3f)));
	} else if (cp < 0x10000) {
		buf_char(b, (char)(0xe0 | cp >> 12));
		buf_char(b, (char)(0x80 | (cp >> 6 & 0x3f)));
		buf_char(b, (char)(0x80 | (cp & 0x3f)));
	} else {
		buf_char(b, (char)(0xf0 | cp >> 18));
		buf_char(b, (char)(0x80 | (cp >> 12 & 0x3f)));
		buf_char(b, (char)(0x80 | (cp >> 6 & 0x3f)));
		buf_char(b, (char)(0x80 | (cp & 0x3f)));
	}
}

static bool is_control(int32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
}

bool text_is_hostile(int32_t cp)
{
	static const struct {
		int32_t first, last;
	} unseen[] = {
		{ 0x00ad, 0x00ad },   /* soft hyphen */
		{ 0x034f, 0x034f },   /* grapheme joiner */
		{ 0x061c, 0x061c },   /* bidi */
		{ 0x115f, 0x1160 },   /* Hangul fillers */
		{ 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
		{ 0x180b, 0x180f },   /* Mongolian selectors and separator */
		{ 0x200b, 0x200f },   /* zero width, bidi */
		{ 0x2028, 0x202e },   /* line separators, bidi */
		{ 0x2060, 0x206f },   /* joiners, invisible operators, bidi */
		{ 0x3164, 0x3164 },   /* Hangul filler */
		{ 0xfeff, 0xfeff },   /* byte order mark */
		{ 0xffa0, 0xffa0 },   /* Hangul filler */
		{ 0xfff9, 0xfffb },   /* interlinear annotation */
		{ 0x1d173, 0x1d17a }, /* musical formatting */
		{ 0xe0000, 0xe0fff }, /* tags, variation selectors */
	};

	if (is_control(cp))
		return true;
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
		if (cp < unseen[i].first)
			return false;
		if (cp <= unseen[i].last)
			return true;
	}
	return false;
}

/* One piece of text as it is shown. */
struct shown {
	char text[12];
	size_t n;
	int width;
};

/* Takes the next piece off *s; *marks counts the marks on the current base. */
static void show_next(const char **s, size_t *left, int *marks, struct shown *out)
{
	int32_t cp;
	size_t len = text_decode(*s, *left, &cp);
	int n = -1;

	if (cp < 0)
		n = snprintf(out->text, sizeof out->text, "\\x%02x",
			     (unsigned)(unsigned char)**s);
	else if (cp == '\n')
		n = snprintf(out->text, sizeof out->text, "\\n");
	else if (cp == '\t')
		n = snprintf(out->text, sizeof out->text, " ");
	else if (is_control(cp))
		n = snprintf(out->text, sizeof out->text, "\\x%02x", (unsigned)cp);
	else if (text_is_hostile(cp))
		n = snprintf(out->text, sizeof out->text, "<U+%04X>", (unsigned)cp);
	if (n >= 0) {
		out->n = (size_t)n;
		out->width = n;
		*marks = 0;
	} else {
		memcpy(out->text, *s, len);
		out->n = len;
		out->width = text_cp_width(cp);
		*marks = out->width ? 0 : *marks + 1;
		if (*marks > MARKS_MOST)
			out->n = 0;
	}
	*s += len;
	*left -= len;
}

#ifdef __SSE2__
/* Bit i: byte i of sixteen is not shown as it is, being below a space, 127 or more. */
static inline unsigned odd_of_16(const char *s)
{
	__m128i v = _mm_loadu_si128((const __m128i *)s);
	__m128i below = _mm_cmplt_epi8(v, _mm_set1_epi8(0x20)); /* 128 is, too: it has a sign */
	return (unsigned)_mm_movemask_epi8(
	    _mm_or_si128(below, _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f))));
}
#endif

size_t text_plain_run(const char *s, size_t n)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		unsigned odd = odd_of_16(s + i);
		if (odd)
			return i + (size_t)__builtin_ctz(odd);
	}
	if (i && i < n) { /* the last sixteen, some of them again */
		unsigned odd = odd_of_16(s + n - 16);
		return odd ? n - 16 + (size_t)__builtin_ctz(odd) : n;
	}
#endif
	while (i < n && s[i] >= 0x20 && s[i] < 0x7f)
		i++;
	return i;
}

int text_width(const char *s)
{
	size_t left = strlen(s), run;
	int marks = 0, width = 0;
	struct shown piece;

	while (left) {
		if ((run = text_plain_run(s, left))) {
			width += (int)run;
			s += run;
			left -= run;
			marks = 0;
			continue;
		}
		show_next(&s, &left, &marks, &piece);
		width += piece.width;
	}
	return width;
}

void text_safe(struct buf *b, const char *s)
{
	size_t left = strlen(s), run;
	int marks = 0;
	struct shown piece;

	while (left) {
		if ((run = text_plain_run(s, left))) {
			buf_add(b, s, run);
			s += run;
			left -= run;
			marks = 0;
			continue;
		}
		show_next(&s, &left, &marks, &piece);
		buf_add(b, piece.text, piece.n);
	}
}

static int add_ellipsis(struct buf *b, int columns, bool utf8)
{
	int dots = columns < 3 ? columns : 3;

	if (columns < 1)
		return 0;
	if (utf8) {
		buf_str(b, "…");
		return 1;
	}
	buf_fill(b, '.', (size_t)dots);
	return dots;
}

int text_fit(struct buf *b, const char *s, int columns, bool utf8)
{
	size_t left = strlen(s), cut = b->n, run;
	int marks = 0, width = 0, cut_width = 0, ellipsis = utf8 ? 1 : 3;
	struct shown piece;

	while (left) {
		/* short of the last columns, where it is cut by the letter */
		run = text_plain_run(s, left);
		if (run && width + ellipsis < columns) {
			size_t room = (size_t)(columns - ellipsis - width);

			run = run < room ? run : room;
			buf_add(b, s, run);
			s += run;
			left -= run;
			marks = 0;
			cut = b->n;
			cut_width = width += (int)run;
			continue;
		}
		show_next(&s, &left, &marks, &piece);
		if (width + piece.width > columns) {
			if (b->s) {
				b->n = cut;
				b->s[cut] = '\0';
			}
			return cut_width + add_ellipsis(b, columns - cut_width, utf8);
		}
		buf_add(b, piece.text, piece.n);
		width += piece.width;
		if (width + ellipsis <= columns) {
			cut = b->n;
			cut_width = width;
		}
	}
	return width;
}

/* Compares two runs of digits by value and moves past them. */
static int digits_cmp(const char **a, const char **b)
{
	const char *p, *q;
	size_t m, n;
	int order;

	while (**a == '0')
		(*a)++;
	while (**b == '0')
		(*b)++;
	for (p = *a; is_digit(*p);)
		p++;
	for (q = *b; is_digit(*q);)
		q++;
	m = (size_t)(p - *a);
	n = (size_t)(q - *b);
	order = m < n ? -1 : m > n ? 1 : memcmp(*a, *b, m);
	*a = p;
	*b = q;
	return order;
}

int text_natural_cmp(const char *a, const char *b)
{
	const char *p = a, *q = b;

	while (*p && *q) {
		int order;

		if (is_digit(*p) && is_digit(*q)) {
			order = digits_cmp(&p, &q);
		} else {
			order = (unsigned char)to_lower(*p) - (unsigned char)to_lower(*q);
			p++;
			q++;
		}
		if (order)
			return order;
	}
	if (*p || *q)
		return *p ? 1 : -1;
	return strcmp(a, b);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

int text_distance(const char *a, const char *b, int limit)
{
	int rows[3][DISTANCE_MOST + 1];
	int *before = rows[0], *last = rows[1], *now = rows[2];
	size_t m = strlen(a), n = strlen(b);

	if (m > DISTANCE_MOST || n > DISTANCE_MOST)
		return limit + 1;
	for (size_t j = 0; j <= n; j++)
		last[j] = (int)j;
	for (size_t i = 1; i <= m; i++) {
		int *spare = before;

		now[0] = (int)i;
		for (size_t j = 1; j <= n; j++) {
			now[j] = last[j - 1] + (a[i - 1] != b[j - 1]);
			now[j] = least(now[j], least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
		before = last;
		last = now;
		now = spare;
	}
	return last[n] > limit ? limit + 1 : last[n];
}

bool text_path_ends(const char *path, const char *tail)
{
	size_t n = strlen(path), m = strlen(tail);
	return n >= m && memcmp(path + n - m, tail, m) == 0 && (n == m || path[n - m - 1] == '/');
}
