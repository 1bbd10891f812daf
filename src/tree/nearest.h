/* nearest: which of the lines that hold a text is which of those where it was */
#ifndef TREE_NEAREST_H
#define TREE_NEAREST_H

#include "base/arena.h"

struct seeker {
	int at;	    /* where it should be, */
	int lo, hi; /* and where it is fine */
	int line;   /* where it is; 0: not known */
};

/* Gives a line to each seeker that has none, as long as there are some: what lies in
 * its range, else the closest pairs first, and no line to two of them.  `v` is in
 * order of `at`, `lines` in order.  Costs at most n * n or nlines, times a logarithm,
 * whichever is less. */
void nearest_assign(struct seeker **v, size_t n, const int *lines, size_t nlines,
		    struct arena *a);

#endif
