/* revision: the files of a revision of git, as sources; for sources.c only */
#ifndef PROJECT_REVISION_H
#define PROJECT_REVISION_H

#include "project/sources.h"

/* Lists the files of the revision, as the walk through a tree would: without what
 * lies in projects of their own, node_modules and the like.  The roots are there;
 * `named`: they are one, where the repository is read from. */
bool revision_open(struct sources *s, struct git *git, const char *rev, bool named,
		   struct err *err);

/* Does a clean path of a plan mean the file at that path of git?  0 for the very file,
 * more in a root that comes later, FIT_END for its end; -1: no. */
enum { FIT_END = 1000 };
int revision_fit(const struct sources *s, const char *path, const char *clean);

/* Is there a file at that path, as it is told?  Else *reason may be set. */
bool revision_has(struct sources *s, const char *path, const char **reason);

/* Its blob. */
const char *revision_blob(struct sources *s, const char *path);

enum code_read revision_read(struct sources *s, const char *blob, struct buf *out, bool *cut,
			     const char **reason);

#endif
