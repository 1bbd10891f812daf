/* walk: every wanted file below a root, once, in order */
#ifndef TREE_WALK_H
#define TREE_WALK_H

#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/err.h"
#include "phaseline.h"

/* A wanted file as it lies on disk; nothing of its content was read. */
struct tree_file {
	const char *path; /* from the root */
	int kind;         /* what `wanted` said */
	int64_t mtime_ns, size, inode;
};

struct walk {
	/* Says what a file is; 0 for one that is not wanted.  Asked in order of
	 * path (strcmp), and only for names that end in `suffix`, unless NULL, or
	 * in `other`. */
	int (*wanted)(const char *path, void *ctx);
	void *ctx;
	const char *suffix, *other;
	/* Directory names, NULL at the end, that are walked even where
	 * .gitignore excludes them: people ignore their plans. */
	const char *const *keep;
	bool names; /* paths are enough: nothing else of a file is asked for */

	/* Filled in, in the arena given: */
	PHL_LIST(struct tree_file) files; /* sorted by path (strcmp) */
	PHL_LIST(const char *) problems;  /* "DIR: what is wrong" */
	PHL_LIST(const char *) unread;    /* their directories, "" for the root: what
					   * they hold is not known to be gone */
	size_t entries;                   /* looked at */
};

/* Walks the tree below the directory `root`.  Skipped are .git, node_modules,
 * .worktrees, .phaseline, directories other than the root that hold .git or
 * .phaseline.yaml (they are projects of their own), backups, symbolic links and
 * everything that is no regular file, and what .gitignore files and
 * .git/info/exclude exclude.  Fails only when the root cannot be read; what
 * else cannot be read, or lies too deep, is a problem. */
bool tree_walk(struct walk *w, struct arena *a, int root, struct err *err);

/* Does the walk pass by a directory of this name, wherever it lies? */
bool walk_skips(const char *name);

/* mtime_ns, size and inode as the walk gives them. */
void tree_stat(const struct stat *st, struct tree_file *out);

#endif
