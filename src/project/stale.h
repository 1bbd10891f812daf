/* stale: a file that was saved from an old buffer */
#ifndef PROJECT_STALE_H
#define PROJECT_STALE_H

#include "project/rewind.h"

/* A save that undoes several changes by command at once, just what they changed since
 * some moment, is no wish: they stand in the journal then, and *again is set.  A single
 * one is meant, and told. */
bool stale_judge(struct rewind *r, const struct phl_plan *plan, const status_changes *changes,
		 bool *again, struct err *err);

#endif
