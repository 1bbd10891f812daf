/* estimates: durations as people write them */
#ifndef PARSE_ESTIMATES_H
#define PARSE_ESTIMATES_H

#include "parse/source.h"

/* Reads s[0..n) into e, text copied into `a`; `unit` is the one that the key
 * carries ("estimate_days"), or NULL. Sets text even when it is no duration. */
bool estimate_read(struct arena *a, const char *s, size_t n, const char *unit,
		   struct phl_estimate *e);

/* The estimate in the parentheses that end a title: "Task 1: Colors (2-3h)";
 * *n is shortened to what stands before them. False when there is none. */
bool estimate_in_title(struct arena *a, const char *s, size_t *n, struct phl_estimate *e);

#endif
