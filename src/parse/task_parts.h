/* task_parts: what the files that find the tasks of a plan share; nobody else includes
 * it */
#ifndef PARSE_TASK_PARTS_H
#define PARSE_TASK_PARTS_H

#include "parse/body.h"

struct tasks {
	struct reader *r;
	struct body *body;
	int *task_of;   /* of each block, -1 */
	int *of_region; /* task of an element, -1 */
};

/* A new task with the title s[0..n), in these lines.  Valid until the next one. */
struct phl_task *tasks_add(struct tasks *t, const char *s, size_t n, int line, int last);

/* True where there is no room for one more; then it says so. */
bool tasks_full(struct tasks *t, int line);

/* A file that it says it will touch, once. */
void tasks_add_path(struct tasks *t, struct phl_task *task, const char *path);

/* Does a label or a number ("1. ", "2.1 ", "T014 ") begin its text? */
bool tasks_is_numbered(struct tasks *t, int block);

/* A task that is an item with a box; what stands below it is its own. */
void tasks_take_box(struct tasks *t, int block);

/* A box that is a condition. */
void tasks_add_criterion(struct tasks *t, int block);

/* Is it a condition what a box here says? */
bool tasks_states_conditions(struct tasks *t, int block);

/* Those of a file that is one list of tasks. */
void tasks_add_listed(struct tasks *t);

/* Those that are elements; what stands in one belongs to it. */
void tasks_add_elements(struct tasks *t);

#endif
