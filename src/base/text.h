/* text: UTF-8, display width, and making text safe to show */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Decodes one code point of s[0..n), n > 0; returns its length in bytes.
 * Invalid bytes give -1 and length 1. */
size_t text_decode(const char *s, size_t n, int32_t *cp);

/* Appends the UTF-8 of a code point (U+FFFD for what is none). */
void text_encode(struct buf *b, int32_t cp);

/* Columns that a terminal gives a code point: 0, 1 or 2. */
int text_cp_width(int32_t cp);

/* Columns of s as text_safe would show it. */
int text_width(const char *s);

/* How many of the first bytes are shown as they are, a column each. */
size_t text_plain_run(const char *s, size_t n);

/* Appends s made safe for people, on a terminal or in a pipe: valid UTF-8
 * passes; control characters become \x1b, newlines \n, tabs a space; bidi and
 * invisible characters <U+202E>; invalid bytes \xff; at most 8 combining marks
 * a base. */
void text_safe(struct buf *b, const char *s);

/* Same for a field of at most `columns` columns: what is too long ends in an
 * ellipsis ("…", or "..." unless `utf8`). Returns the columns used. */
int text_fit(struct buf *b, const char *s, int columns, bool utf8);

/* Characters that text_safe would not let pass as they are (controls, bidi,
 * zero-width, tag characters, line separators). */
bool text_is_hostile(int32_t cp);

/* What a byte is, in ASCII and not locale dependent. */
enum {
	CHAR_SPACE = 1, /* space, tab, CR, LF, VT, FF */
	CHAR_DIGIT = 2,
	CHAR_UPPER = 4,
	CHAR_LOWER = 8,
	CHAR_JOINT = 16, /* "_" and "-", which join words */
};
extern const unsigned char text_classes[256];

static inline bool is_any(char c, int classes)
{
	return text_classes[(unsigned char)c] & classes;
}
static inline bool is_space(char c)
{
	return is_any(c, CHAR_SPACE);
}
static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}
static inline bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}
static inline bool is_alpha(char c)
{
	return is_any(c, CHAR_UPPER | CHAR_LOWER);
}
static inline bool is_alnum(char c)
{
	return is_any(c, CHAR_UPPER | CHAR_LOWER | CHAR_DIGIT);
}
/* A letter, digit, "_" or "-". */
static inline bool is_word(char c)
{
	return is_any(c, CHAR_UPPER | CHAR_LOWER | CHAR_DIGIT | CHAR_JOINT);
}
static inline char to_lower(char c)
{
	return is_upper(c) ? (char)(c + 32) : c;
}

/* True when s[0..n) is ASCII without control characters (but DEL). */
bool text_is_plain(const char *s, size_t n);

/* Orders as people do: runs of digits by value ("3.9" before "3.10"), letters
 * whatever their case. */
int text_natural_cmp(const char *a, const char *b);

/* Is `tail` the path, or its end behind a slash? */
bool text_path_ends(const char *path, const char *tail);

/* Number of single-character edits (insert, delete, replace, swap) between two
 * words, for "did you mean"; more than `limit` gives limit + 1. */
int text_distance(const char *a, const char *b, int limit);

#endif
