/* source: the bytes of a file as lines, and text copied out of them */
#ifndef PARSE_SOURCE_H
#define PARSE_SOURCE_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "phaseline.h"

/* One line without its end; lines are counted from 1, as in findings. */
struct line {
	uint32_t off, len;
};

struct source {
	const char *bytes;
	size_t len;
	struct line *lines; /* lines[0] is line 1 */
	int n;
};

/* What a reader needs all the way down: where results live, where scratch
 * lives, the text, and the plan that findings are added to. */
struct family;
struct reader {
	struct arena *a, *scratch;
	struct source src;
	struct phl_plan *plan;
	const struct family *family; /* that the plan is of */
	const char *full[8];         /* what is_full() was said of */
};

/* True where a plan has `limit` of something already; says so once, where it is first. */
bool is_full(struct reader *r, size_t n, int limit, int line, const char *what);

/* Splits into lines: LF, CRLF; a BOM at the start belongs to no line's text. */
void source_split(struct source *src, struct arena *a, const char *bytes, size_t len);

static inline const char *line_text(const struct source *src, int line)
{
	return src->bytes + src->lines[line - 1].off;
}
static inline size_t line_len(const struct source *src, int line)
{
	return src->lines[line - 1].len;
}

/* Column (1-based, bytes) of an offset within its line. */
int source_col(const struct source *src, int line, uint32_t off);

/* The line that holds byte `off`. */
int source_line_at(const struct source *src, size_t off);

/* A copy for the model: trimmed, NUL bytes as U+FFFD, line ends inside as LF. */
const char *copy_text(struct arena *a, const char *s, size_t n);

/* Same, with runs of white space folded to one space and markdown emphasis and
 * code marks taken off: for titles. */
const char *copy_title(struct arena *a, const char *s, size_t n);

/* Same as copy_text with &amp; &lt; &gt; &quot; &apos; &#N; decoded and CDATA
 * unwrapped: for the text of elements. */
const char *copy_element_text(struct arena *a, const char *s, size_t n);

/* Trims white space in place: moves *s, returns the new length. */
size_t trim(const char **s, size_t n);

/* The rest of starts_word, behind the first byte. */
bool goes_on_as(const char *s, size_t n, const char *prefix);

/* s[0..n) starts with the literal, ASCII case ignored. */
static inline bool starts_word(const char *s, size_t n, const char *prefix)
{
	return !*prefix || (n && to_lower(*s) == to_lower(*prefix) && goes_on_as(s + 1, n - 1, prefix + 1));
}

/* s[0..n) equals the literal, ASCII case ignored. */
static inline bool same_word(const char *s, size_t n, const char *word)
{
	return starts_word(s, n, word) && strlen(word) == n;
}

/* The first place of the literal in s[0..n), ASCII case ignored, or NULL. */
const char *find_word(const char *s, size_t n, const char *word);

/* The same for lists of literals in lower case that end in NULL: the length of
 * the first one that s[0..n) starts with, 0 for none. */
size_t starts_any(const char *s, size_t n, const char *const *words);

/* What the words of one list begin with; `{ 0 }` is filled in when it is used first. */
struct any_word {
	bool known, first[256], second[256];
};

/* Does one of them, all of two bytes or more, stand in s[0..n)?  `any` is always used
 * with that list. */
bool holds_any(struct any_word *any, const char *s, size_t n, const char *const *words);

/* As memmem, and quicker for short literals. */
const char *find_bytes(const char *s, size_t n, const char *bytes);

#endif
