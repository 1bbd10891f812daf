/* head: the branch and commit that are checked out, read from .git's own files
 * (no git program is run: it would do what the repository's settings say) */
#ifndef CLI_HEAD_H
#define CLI_HEAD_H

#include "base/arena.h"

struct head {
	const char *branch; /* NULL when detached, or when there is no git */
	const char *commit; /* the first 7 digits, or NULL before the first commit */
};

/* The git directory that all work trees of the repository around `dir` share, or
 * NULL. */
const char *head_git_dir(struct arena *a, const char *dir);

/* The nearest .git from `dir` upwards; all NULL when there is none. */
struct head head_read(struct arena *a, const char *dir);

#endif
