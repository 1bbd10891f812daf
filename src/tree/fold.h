/* fold: texts as a plan quotes them, and lines that hold them
 *
 * Blanks at both ends do not count, and a run of blanks inside is one space.  An
 * ellipsis in a quote stands for anything. */
#ifndef TREE_FOLD_H
#define TREE_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "phaseline.h"

struct span {
	const char *s;
	size_t n;
};

/* Without blanks at its ends. */
struct span span_trim(struct span s);

/* Trimmed, and with single spaces: a part of `s`, or in `b`. */
struct span span_fold(struct span s, struct buf *b);

uint64_t span_hash(struct span s);

/* Of a trimmed text by its ends, the same once it is folded; 0 where that takes
 * folding it. */
uint32_t span_ends(struct span s);

/* One line of what a plan quotes. */
struct quote {
	struct span text;                /* folded, as a whole */
	PHL_LIST(struct span) pieces;    /* between its ellipses */
	bool open_start, open_end;       /* an ellipsis stands there */
	struct span anchor;              /* its longest word: a line without it has not the text */
	const struct quote *unless;      /* a line that holds this one does not count, or NULL */
	uint64_t hash;                   /* of the text */
	int letters;                     /* in it: letters and digits, counted up to 16 */
};

/* Reads a line; false when there is nothing in it to look for. */
bool quote_read(struct quote *q, struct span line, struct arena *a);

/* Can a whole line be this text?  Not where parts of it were left out. */
static inline bool quote_is_whole(const struct quote *q)
{
	return q->pieces.n == 1 && !q->open_start && !q->open_end;
}

/* Does the line hold it: as a whole, as its beginning, or between words?  `b` is for
 * the line as it is compared. */
bool quote_is_held(const struct quote *q, struct span line, struct buf *b);

#endif
