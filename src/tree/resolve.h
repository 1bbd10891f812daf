/* resolve: which file of the tree a plan means by a path */
#ifndef TREE_RESOLVE_H
#define TREE_RESOLVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum resolve_kind {
	RESOLVE_FOUND,
	RESOLVE_GONE,      /* no such file */
	RESOLVE_AMBIGUOUS, /* several */
};

struct resolver;

/* Over the paths of all files, which must outlive it, from the root of the tree. */
struct resolver *resolver_make(struct arena *a, const char *const *paths, size_t n);

/* The path as a plan gives it, without "./", "//" and "..", from the root of the
 * tree; NULL where it leads out of it or into .git. */
const char *resolve_clean(struct arena *a, const char *path);

/* Is there a file at this very path?  *file is its index. */
bool resolve_exact(struct resolver *r, const char *clean, size_t *file);

/* The file at a clean path; else the only one whose path ends in it.  *count is how
 * many end so; *file is set when found. */
enum resolve_kind resolve(struct resolver *r, const char *clean, size_t *file,
			  size_t *count);

#endif
