/* task_label: "Task 3", "T014", "2.1": what tasks are called before their title */
#ifndef PARSE_TASK_LABEL_H
#define PARSE_TASK_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* "Task 3: Colors", "2.1 Colors", "T014 Colors", "**Task 3** — Colors": sets label
 * and number where there are; returns the title without them. */
const char *task_label(struct arena *a, const char *s, size_t n, int *number,
		       const char **label);

/* Where one may begin: behind an emoji and the marks of bold. */
size_t task_label_at(const char *s, size_t n);

/* Length of "Task 3", "T014" at s; 0 for none. */
size_t task_label_len(const char *s, size_t n);

/* Does the text begin with one, or with "2.1 "? */
bool task_is_labelled(const char *s, size_t n);

#endif
