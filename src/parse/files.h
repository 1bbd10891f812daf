/* files: the paths that a plan says it will touch */
#ifndef PARSE_FILES_H
#define PARSE_FILES_H

#include "parse/body.h"
#include "parse/front.h"

/* The keys of the frontmatter that list files; ends with NULL. */
extern const char *const file_keys[];

/* Fills plan->files: from the files section, the frontmatter, the tasks. */
void files_read(struct reader *r, struct body *body, const struct front *front);

/* The file heading that a block stands under: index into plan->files, or -1. */
int file_above(struct reader *r, const struct body *body, int block);

/* Some file of the plan that is, or ends in, `path`; NULL when none does. */
const struct phl_file *file_named(const struct phl_plan *plan, const char *path);

#endif
