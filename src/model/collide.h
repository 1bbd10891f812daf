/* collide: open plans that change the same lines, or the same file */
#ifndef MODEL_COLLIDE_H
#define MODEL_COLLIDE_H

#include "model/reach.h"
#include "model/rows.h"
#include "model/touch.h"

/* `plan` comes to a file that `other` is to change, too: it is under way already, or
 * comes first.  Neither waits for the other. */
struct collision {
	const struct plan_row *plan, *other;
	int more;         /* plans beside `other` */
	const char *path;
	int first, last;  /* lines that both name; 0: none */
	int line, col;    /* where `plan` says so */
};
typedef PHL_LIST(struct collision) collision_list;

/* Of plans in natural order and what each touches; one of each plan and file, the
 * worst first: lines before files, what is under way before what is not. A file that
 * many plans touch is told of once, unless it is about lines. */
void collide(const plan_rows *plans, const touch_list *touches, struct reach *r,
	     struct arena *a, collision_list *out);

#endif
