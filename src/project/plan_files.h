/* plan_files: which files of a tree are plans or speak of them */
#ifndef PROJECT_PLAN_FILES_H
#define PROJECT_PLAN_FILES_H

#include "parse/parse.h"
#include "store/store.h"
#include "tree/walk.h"

/* What a file is: by the globs of the configuration where there are any, else by
 * the families' rules. */
enum file_kind plan_files_kind(const struct config *config, const char *path);

/* Finding them: what they are is taken from `known`, which must be right for this
 * configuration, where the path is in it. */
struct plan_files {
	struct walk walk;
	const struct config *config;
	const stamp_list *known; /* in order of path, or NULL */
	size_t next;             /* of known */
};

/* Prepares pf->walk; all that it points to must outlive it. */
void plan_files_prepare(struct plan_files *pf, const struct config *config,
			const stamp_list *known);

/* What decides, beside the path; in the arena. */
const char *plan_files_rules(struct arena *a, const struct config *config);

#endif
