/* tasks: what has a status, and the conditions that have a box */
#ifndef PARSE_TASKS_H
#define PARSE_TASKS_H

#include "parse/body.h"

/* Fills plan->tasks and plan->criteria.  task_of gets, for each block, the index
 * of the task it belongs to, or -1. */
void tasks_read(struct reader *r, struct body *body, int **task_of);

/* What the mark in a box says in a family; PHL_NO_STATUS for one that is none. */
struct family;
enum phl_status task_mark_status(const struct family *family, char mark);

#endif
