/* repo: the repository of git around a project, read once it is needed */
#ifndef PROJECT_REPO_H
#define PROJECT_REPO_H

#include "tree/git.h"

/* `= { .dir = … }` is ready. */
struct repo {
	const char *dir; /* where to look for it, and what its paths start from */
	struct git *git;
	bool tried;
};

/* Starts reading it; NULL with an error where that cannot be. */
struct git *repo_get(struct repo *r, struct err *err);

/* The same where git is welcome, but not needed: NULL, for nothing, where there is no
 * repository. */
struct git *repo_find(struct repo *r);

void repo_close(struct repo *r);

#endif
