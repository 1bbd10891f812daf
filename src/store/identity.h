/* identity: which task or reference of an edited plan is which of before */
#ifndef STORE_IDENTITY_H
#define STORE_IDENTITY_H

#include "store/columns.h"

/* For each new task the row it was before, NULL for a new one: by label and
 * title, then by title, then by similarity, then by label, then by its place between
 * neighbours.  Tasks that are gone (position 0) come back by title only.
 * The result is in the scratch arena. */
const struct value **identity_tasks(struct store *s, const struct rows *had,
				    const struct phl_plan *plan);

/* What tells old references apart, in order of seq. */
enum ref_column {
	REF_SEQ,
	REF_POSITION,
	REF_PATH,
	REF_FIRST,
	REF_LAST,
	REF_EXPECTED,
	REF_COLUMNS
};

/* The same for references: by path, text and line, then by path and text, then
 * by path and nearest line. */
const struct value **identity_refs(struct store *s, const struct rows *had,
				   const struct phl_plan *plan);

/* A seq for each of `n` items: that of its old row, or one that `had` does not
 * use, the next higher as long as there is one. */
int *identity_seqs(struct store *s, const struct rows *had, const struct value **was,
		   size_t n);

#endif
