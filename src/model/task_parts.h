/* task_parts: tasks that are parts of others */
#ifndef MODEL_TASK_PARTS_H
#define MODEL_TASK_PARTS_H

#include "base/arena.h"
#include "phaseline.h"

/* Of the parts of a task, at whatever depth, those that have to be done. */
struct parts {
	int total, open;
};
struct parts parts_of(const struct phl_plan *plan, size_t task);

/* "2 of its 5 parts are open" */
const char *parts_open(struct arena *a, const struct parts *parts);

/* Findings where a task and its parts contradict each other. */
void parts_check(struct phl_plan *plan, struct arena *a);

#endif
