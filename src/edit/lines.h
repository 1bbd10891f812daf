/* lines: the lines of a draft with their ends */
#ifndef EDIT_LINES_H
#define EDIT_LINES_H

#include <string.h>

#include "edit/edit.h"

/* Offset of the first byte of a line; of the end of the text for one too many. */
static inline size_t line_start(const struct draft *d, int line)
{
	const struct source *src = &d->places.src;
	return line <= src->n ? src->lines[line - 1].off : d->n;
}

/* Offset behind the text of a line, before its end. */
static inline size_t line_end(const struct draft *d, int line)
{
	const struct line *l = &d->places.src.lines[line - 1];
	return l->off + l->len;
}

/* How the lines of this file end, from the one given or, for the last, the first. */
static inline const char *line_ending(const struct draft *d, int line)
{
	size_t at = line <= d->places.src.n ? line_end(d, line) : d->n;
	if (at >= d->n)
		at = d->places.src.n ? line_end(d, 1) : d->n;
	return at + 1 < d->n && d->bytes[at] == '\r' && d->bytes[at + 1] == '\n' ? "\r\n" :
										   "\n";
}

static inline bool ends_in_newline(const struct draft *d)
{
	return d->n == 0 || d->bytes[d->n - 1] == '\n';
}

/* The bytes from..to as a string. */
static inline char *raw_text(struct draft *d, size_t from, size_t to)
{
	return arena_dup(d->a, d->bytes + from, to - from);
}

/* Such bytes cannot be remembered as a string, and so are not replaced. */
static inline bool has_nul(const struct draft *d, size_t at, size_t len)
{
	return len && memchr(d->bytes + at, '\0', len) != NULL;
}

/* ---- shared by make.c and apply.c ---- */

/* Is the key one of the bold lines under the title? */
static inline bool key_is_bold(const struct draft *d, const struct front_key *k)
{
	return (size_t)(k - d->places.front.keys.v) >= d->places.bold;
}

/* The value of a key as it stands in the file, with the blanks before it; false for a list, a mapping or text over several lines. */
bool key_span(const struct draft *d, const struct front_key *k, size_t *at, size_t *len);

/* Offset of the mark in the box of a step, 0 when it has none. */
size_t step_mark(const struct draft *d, const struct phl_step *step);

/* The estimate in parentheses that ends a line of text at s[0..n): its offset and
 * length, blanks before it included; length 0 for none. */
void title_estimate(const char *s, size_t n, size_t *at, size_t *len);

/* The line to insert a key behind, 0 for none. */
int key_anchor(const struct draft *d, enum plan_key key);

/* The section that holds notes of a kind. */
static inline const struct section_place *section_of(const struct draft *d, const char *kind)
{
	return strcmp(kind, "rollback") == 0 ? &d->places.rollback : &d->places.notes;
}

/* Lines of notes as they have to be inserted in a section, and where. */
const char *note_text(struct draft *d, const char *kind, const char *lines, size_t *at);

/* edit_locate() for the numbers of a reference. */
enum edit_state locate_lines(struct draft *d, struct edit *e, struct splice *out);

/* The lines of notes in that text, without heading and gaps. */
const char *note_lines(struct arena *a, const char *text);

#endif
