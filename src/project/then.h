/* then: what stood in a line when a plan was committed */
#ifndef PROJECT_THEN_H
#define PROJECT_THEN_H

#include "model/refstate.h"
#include "project/birth.h"
#include "tree/code.h"

/* `= { .git = …, .arena = … }` is ready. */
struct then {
	struct git *git;
	struct arena *arena;
	/* its own: */
	struct birth *births; /* of each plan, once asked for */
	bool *known;
	const char *blob;     /* whose lines are at hand */
	struct buf bytes;
	struct code code;
};

/* The lines that a reference points at, as they were in `file` then; NULL where that is
 * not known, or they were blank. */
const char *then_lines(struct then *t, const struct refcheck *check, const struct checked_ref *r,
		       const char *file);

void then_close(struct then *t);

#endif
