/* burndown: how many references stood after each commit */
#ifndef MODEL_BURNDOWN_H
#define MODEL_BURNDOWN_H

#include <stdint.h>

#include "phaseline.h"

/* After a commit.  Counted are quoted references of the plans that there were, but for
 * files that are left on purpose. */
struct burn_step {
	const char *id; /* NULL: the working tree, which is not committed */
	const char *author, *subject;
	int64_t time;
	int standing, total;
};

struct burndown {
	PHL_LIST(struct burn_step) steps; /* the oldest first */
	int blobs;	 /* contents that were read, each once */
	int uncommitted; /* plans that no commit holds */
};

#endif
