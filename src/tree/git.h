/* git: the history of the repository around a project
 *
 * Read by the program phaseline-git, through pipes: no git program is run, which
 * would do what the repository's configuration says, and libgit2 stays out of this
 * process. */
#ifndef TREE_GIT_H
#define TREE_GIT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "phaseline.h"

struct git;

/* Starts reading the repository around the directory.  Fails, with ERR_USAGE, when
 * there is none, or phaseline-git is not installed. */
bool git_start(struct git **out, const char *root, struct err *err);
void git_stop(struct git *g); /* NULL is allowed */

/* The commit that a revision means ("HEAD", "main~3", a tag), and its author's time. */
bool git_resolve(struct git *g, struct arena *a, const char *rev, const char **id,
		 int64_t *time, struct err *err);

struct git_file {
	char kind;             /* A added, D deleted, M modified, R renamed, C copied */
	const char *old, *now; /* paths from the root; NULL outside of it, or where there is none */
	const char *old_blob, *now_blob; /* ids, or NULL */
};

struct git_commit {
	const char *id, *author, *message;
	int64_t time; /* the author's, seconds since the epoch */
	int parents;
	PHL_LIST(struct git_file) files; /* against its first parent, below the root */
};

/* Calls `each` with the commits that lead to `rev` and not to `hide` (NULL: all), the
 * oldest first, until it returns false; what it gets is valid during the call. */
bool git_log(struct git *g, const char *rev, const char *hide,
	     bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
	     struct err *err);

/* Calls `each` with the commits of the line of first parents from `rev`, the newest
 * first, that do not lead to `hide` (NULL: all), until it returns false.  Of their files
 * come those that were added, deleted or modified and whose last part is one of `names`
 * (none: all); what lies elsewhere costs nothing. */
bool git_walk(struct git *g, const char *rev, const char *hide, const char *const *names,
	      size_t n, bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
	      struct err *err);

/* Calls `each` with the commits that lead to `rev` and whose message holds the text, the
 * newest first, down to the first that is older than `from`; without their files. */
bool git_grep(struct git *g, const char *rev, const char *text, int64_t from,
	      bool (*each)(const struct git_commit *commit, void *ctx), void *ctx,
	      struct err *err);

/* One commit, with all files that it added, deleted or modified. */
bool git_commit_of(struct git *g, struct arena *a, const char *rev, struct git_commit *out,
		   struct err *err);

/* The files that a commit renamed; with NULL those that are renamed in the working tree
 * and not committed, which the index need not know. */
typedef PHL_LIST(struct git_file) git_files;
bool git_renames(struct git *g, struct arena *a, const char *commit, git_files *out,
		 struct err *err);

/* What lies below the root at a revision: files, links, submodules. */
enum git_kind { GIT_FILE, GIT_LINK, GIT_MODULE };
struct git_entry {
	const char *path, *blob;
	enum git_kind kind;
};
typedef PHL_LIST(struct git_entry) git_entries;
bool git_tree(struct git *g, struct arena *a, const char *rev, git_entries *out,
	      struct err *err);

/* The blob of a file at a revision, NULL where it is not there. */
bool git_blob_of(struct git *g, struct arena *a, const char *rev, const char *path,
		 const char **blob, struct err *err);

/* Its bytes, into `out`, which is emptied first. */
bool git_blob(struct git *g, const char *blob, struct buf *out, struct err *err);

#endif
