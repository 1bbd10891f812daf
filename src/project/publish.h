/* publish: put a new text in the place of a plan file, and lose nobody's save
 *
 * People and editors take no lock.  The new text is exchanged with the file, so
 * that what was there can still be looked at: when it is not what we knew,
 * somebody saved meanwhile, and theirs goes back. */
#ifndef PROJECT_PUBLISH_H
#define PROJECT_PUBLISH_H

#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/err.h"
#include "tree/walk.h"

/* A name beside `path` for its new text, in `a`; not in use by any other call. */
const char *publish_temp_name(struct arena *a, const char *path);

/* Is it such a name? */
bool publish_is_temp(const char *path);

/* Writes the new text there, durable, with mode and owner of the file it is to
 * replace; *stat is what the file will look like. */
bool publish_prepare(int root, const char *temp, const struct stat *like,
		     const void *bytes, size_t n, struct tree_file *stat, struct err *err);

enum published {
	PUBLISHED,
	PUBLISH_MOVED, /* the file is not `from` any more: it is as somebody left it */
	PUBLISH_FAILED /* with an error; the file is as it was */
};

/* Puts `temp`, whose hash is `to`, in the place of `path`, whose hash is `from`.
 * Afterwards `temp` is gone, but for PUBLISH_FAILED.  A version of somebody else
 * that fits nowhere is kept in the directory `rescue`; *rescued names it then. */
enum published publish(int root, const char *path, const char *temp,
		       const uint64_t from[2], const uint64_t to[2], const char *rescue,
		       struct arena *a, const char **rescued, struct err *err);

/* After a crash: `temp` is either the new text, which may go, or what was displaced
 * by it, which may go when it is `from`; else it is rescued. */
bool publish_clean(int root, const char *temp, const uint64_t from[2],
		   const uint64_t to[2], const char *rescue, struct arena *a,
		   const char **rescued, struct err *err);

/* Removes a new text that is not wanted after all. */
void publish_drop(int root, const char *temp);

/* The hash of a file as it is; false when it cannot be read. */
bool publish_hash(int root, const char *path, uint64_t hash[2]);

#endif
