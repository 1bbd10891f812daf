/* trust: which commands of which plans a person has said yes to
 *
 * Kept in the user's own state directory, never in a project or its store, which
 * come from others.  A yes is for one text at one place: a digest, and the directory
 * it was shown for, by name and by identity. */
#ifndef CLI_TRUST_H
#define CLI_TRUST_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "phaseline.h"

#define TRUST_DAYS 90 /* so long it lasts */

/* A plan of the project in a directory. */
struct place {
	const char *root; /* its real path, */
	uint64_t dev, ino; /* and what that is */
	const char *path; /* of the plan in it */
};

struct approval {
	struct place place;
	const char *digest;
	int64_t at; /* seconds since the epoch */
};
typedef PHL_LIST(struct approval) approval_list;

/* What stands for the path of a plan where its rollback steps are meant. */
const char *trust_undoing(struct arena *a, const char *path);

bool trust_place(struct place *out, const char *root, const char *path, struct err *err);

/* Those that still hold.  Fails when somebody else could have written them. */
bool trust_read(struct arena *a, approval_list *out, struct err *err);

/* The one for this, or NULL. */
const struct approval *trust_find(const approval_list *list, const struct place *place,
				  const char *digest);

/* A yes to this text takes the place of one to another text of the plan. */
bool trust_add(struct arena *a, const struct place *place, const char *digest,
	       struct err *err);

/* Takes back those of a plan (place->path; NULL: of all of the project);
 * *removed counts them. */
bool trust_remove(struct arena *a, const struct place *place, size_t *removed,
		  struct err *err);

#endif
