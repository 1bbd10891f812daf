/* plan_files: which files of a tree are plans or speak of them */
#ifndef PROJECT_PLAN_FILES_H
#define PROJECT_PLAN_FILES_H

#include "parse/parse.h"
#include "tree/walk.h"

/* What a file is: by the globs of the configuration where there are any, else by
 * the families' rules. */
enum file_kind plan_files_kind(const struct config *config, const char *path);

/* Prepares a walk that finds them; the configuration must outlive it. */
void plan_files_walk(struct walk *w, const struct config *config);

#endif
