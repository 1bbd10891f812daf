/* file_lists: "**Files:**" and the list below it, anywhere in a plan */
#ifndef PARSE_FILE_LISTS_H
#define PARSE_FILE_LISTS_H

#include "parse/body.h"

/* Is it an item of a list that a line such as "**Files:**" announces? */
bool file_lists_have(struct reader *r, struct body *body, int item);

/* What "Create: `a.c`" says is to happen to the files: "Create"; or NULL. */
const char *file_lists_verb(struct reader *r, struct body *body, int item);

#endif
