/* locate: all lines of a file that hold some of many texts; for match.c only */
#ifndef TREE_LOCATE_H
#define TREE_LOCATE_H

#include "tree/code.h"

/* A text to look for, and where it is. */
struct sought {
	struct quote quote;
	size_t number;        /* the owner's, to put them in order */
	PHL_LIST(int) equal; /* lines that are this text, in order */
	PHL_LIST(int) within; /* lines that hold it, in order; once asked for */
	bool asked, overdue;  /* `within`: was looked for; was too much to do */
	int seekers;          /* how many references quote it */
	struct sought *next;  /* of the same hash: the owner's, and that of a pass */
};

/* Fills in `equal` of each: one pass over the file. */
void locate_equal(struct code *code, struct sought **v, size_t n, struct arena *a);

/* Fills in `within` of one, where that means something: a few letters are
 * everywhere.  *budget is what may still be looked at, in bytes. */
void locate_within(struct code *code, struct sought *s, size_t *budget, struct arena *a);

#endif
