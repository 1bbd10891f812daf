/* numbers: line numbers, ranges and lists of them */
#ifndef PARSE_NUMBERS_H
#define PARSE_NUMBERS_H

#include "parse/source.h"

struct span_range {
	int first, last, column;
	bool approximate;
	size_t at;      /* of the first digit, or the "L" before it */
	size_t last_at; /* the same of its end, 0 without one */
};
typedef PHL_LIST(struct span_range) range_list;

static inline size_t blanks(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == ' ' || s[i] == '\t'))
		i++;
	return i;
}

/* The lengths at s of: "~", "about " before a number; a line number ("12",
 * "L12"); a range ("12-20", "12+"). 0: none stands there. */
size_t numbers_approx(const char *s, size_t n);
size_t number_at(const char *s, size_t n, int *value);
size_t numbers_range(const char *s, size_t n, struct span_range *out);

/* False where what follows a number makes it something else. */
bool number_ends(const char *s, size_t n);

/* Reads the list of ranges at s[at]: "117, 153 and 184"; its length. */
size_t numbers_list(struct reader *r, const char *s, size_t n, size_t at, range_list *out);

/* Whether line numbers in words can start so: with the first two letters of a
 * word for "line", or the first byte of a Chinese character for it. */
static inline bool numbers_may_start(const char *s, size_t n)
{
	char first = to_lower(*s);
	if (first != 'l' && first != 'r' && first != 'z')
		return *s == '\xe7' || *s == '\xe8';
	char second = n > 1 ? to_lower(s[1]) : '\0';
	return second == (first == 'z' ? 'e' : 'i') || (first == 'l' && second == '\xc3');
}

/* "Line 102", "**Lines:** 12, 14", "line(s) 3-5", and in other languages: the
 * length of what stands at s[at], 0 when that is no line number. */
size_t numbers_in_words(struct reader *r, const char *s, size_t n, size_t at, range_list *out);

#endif
