/* outline: what cmark is given of a plan, line by line */
#ifndef PARSE_OUTLINE_H
#define PARSE_OUTLINE_H

#include "parse/body.h"

/* Fills body->lines from its cut: slices dedented by run, fences as blank lines,
 * a separator behind each run.  Returns the text for cmark, *n bytes in scratch:
 * the same lines, each without what cannot change the tree of blocks. */
const char *outline_read(struct reader *r, struct body *body, size_t *n);

#endif
