/* follow: where files went that are not where plans say */
#ifndef PROJECT_FOLLOW_H
#define PROJECT_FOLLOW_H

#include "tree/git.h"

/* A file that is gone. */
struct gone {
	const char *path; /* as git knows it, or its end */

	/* Filled in: */
	const char *was;    /* its whole path, before */
	const char *now;    /* where it is; NULL: nowhere */
	const char *commit; /* in which it went there last, or was deleted; NULL: that is
			     * not committed */
};

/* Looks for files through the renames of the line of first parents that leads to `rev`
 * (NULL: to the working tree), those up to `until` (NULL: all) left out.  `there` says whether a path is that of a file.  Costs the
 * commits back to where each was last seen; those of a path that never was, all of them. */
bool follow_files(struct git *git, struct arena *a, const char *rev, const char *until,
		  struct gone *v, size_t n, bool (*there)(const char *path, void *ctx), void *ctx, struct err *err);

#endif
