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

/* A file that it says it will touch, once. */
void tasks_add_path(struct tasks *t, struct phl_task *task, const char *path);

/* Those that are elements; what stands in one belongs to it. */
void tasks_add_elements(struct tasks *t);

#endif
