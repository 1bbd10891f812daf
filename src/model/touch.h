/* touch: which files a plan is about to change, and which of their lines */
#ifndef MODEL_TOUCH_H
#define MODEL_TOUCH_H

#include "base/arena.h"
#include "phaseline.h"

struct touched_lines {
	int first, last; /* last is INT32_MAX for an open end */
	int line, col;   /* where the plan says so */
};

struct touch {
	const char *path;
	int line, col;
	PHL_LIST(struct touched_lines) lines; /* by first */
};
typedef PHL_LIST(struct touch) touch_list;

/* The files that it or its tasks list, and those of which it quotes lines, by path.
 * What it leaves as it is, its notes in .planning/ and patterns are none.  Texts stay
 * where the plan has them. */
void plan_touches(const struct phl_plan *plan, struct arena *a, touch_list *out);

#endif
