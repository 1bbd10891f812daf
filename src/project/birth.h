/* birth: when a file came into the history of git */
#ifndef PROJECT_BIRTH_H
#define PROJECT_BIRTH_H

#include "tree/git.h"

struct birth {
	const char *id; /* of the commit that added it, whatever its name was; NULL: none did */
	int64_t time;
};

/* Along the line of first parents that leads to HEAD, through renames.  Costs the commits
 * back to there. */
bool birth_of(struct git *git, struct arena *a, const char *path, struct birth *out,
	      struct err *err);

#endif
