/* temp: new texts of plan files, before they take their places */
#ifndef PROJECT_TEMP_H
#define PROJECT_TEMP_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "tree/walk.h"

/* A name, from the root, for a new text of `path`; not in use by any other call.  It
 * is in .phaseline, out of the sight of git, where a file can move from there to the
 * plan's directory; else beside the plan. */
const char *temp_name(struct arena *a, int root, const char *path);
const char *temp_beside(struct arena *a, const char *path);

/* Is it such a name? */
bool temp_is(const char *path);

/* May we?  Where a file is not to be written, it is not to be replaced either; false
 * with errno.  One that is gone may be. */
bool temp_may_replace(int root, const char *path);

/* Creates it, with mode and owner of the plan file; *stat is what that will look
 * like.  Returns a descriptor of it; -1 with errno, and no file. */
int temp_write(int root, const char *temp, const char *path, const struct stat *like,
	       const void *bytes, size_t n, struct tree_file *stat);

/* Makes its content durable. */
bool temp_sync(int fd);

void temp_drop(int root, const char *temp);

/* The directory of a path beneath the root, to be synced and renamed in; -1 with
 * errno.  `temp_base` is the rest of it. */
int temp_open_dir(int root, const char *path);
const char *temp_base(const char *path);

#endif
