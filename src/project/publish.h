/* publish: put a new text in the place of a plan file, and lose nobody's save
 *
 * People and editors take no lock.  The new text is exchanged with the file, so
 * that what was there can still be looked at: when it is not what we knew,
 * somebody saved meanwhile, and theirs goes back. */
#ifndef PROJECT_PUBLISH_H
#define PROJECT_PUBLISH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct publication {
	int root;
	const char *path, *temp;   /* the file, and its new text; from the root */
	uint64_t from[2], to[2];   /* their hashes */
	int fd;                    /* of temp, where it has still to be synced; or -1 */
	bool watch;                /* somebody is saving the file just now */
	const char *rescue;        /* directory for versions that fit nowhere */
	struct arena *a;
	const char *rescued;       /* where one is now, or NULL */
};

enum published {
	PUBLISHED,
	PUBLISH_MOVED, /* the file is not `from` any more: it is as somebody left it */
	PUBLISH_FAILED /* with an error; there still is a temp */
};

/* Puts temp in the place of the file.  Afterwards it is gone, unless that failed, or
 * `rescued` is it. */
enum published publish(struct publication *p, struct err *err);

/* After a crash: temp is dropped when its hash is one of the n that are known to be
 * in the file already, or of our own making; else it is somebody's, and rescued. */
bool publish_clean(struct publication *p, const uint64_t (*known)[2], size_t n,
		   struct err *err);

/* The hash of a file as it is; false when it cannot be read. */
bool publish_hash(int root, const char *path, uint64_t hash[2]);

#endif
