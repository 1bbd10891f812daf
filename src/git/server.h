/* server: what the parts of phaseline-git share; the one door to libgit2 */
#ifndef GIT_SERVER_H
#define GIT_SERVER_H

#include <git2.h>

#include "git/wire.h"

struct server {
	git_repository *repo;
	char *prefix; /* of DIR in the work tree, with a slash at its end, or "" */
	struct buf in, out;
};

/* ---- answering (serve.c) ---- */

bool say_error(struct server *s, const char *what);
void start_answer(struct server *s, const char *kind);
void add_id(struct server *s, const git_oid *id);

/* The path below DIR, NULL for one elsewhere. */
const char *below(const struct server *s, const char *path);

bool find_commit(struct server *s, const char *rev, git_commit **out);

/* ---- comparing (compare.c) ---- */

/* Is told of each file that differs: A added, D deleted, M modified. */
typedef void compare_each(void *ctx, char kind, const char *path, const git_oid *old,
			  const git_oid *now);

/* Compares the files below DIR with those of the first parent.  What is the same in both
 * is not looked into: costs what was changed. */
bool compare_commit(struct server *s, git_commit *commit, compare_each *each, void *ctx);

/* ---- history (walks.c) ---- */

bool answer_log(struct server *s, const char *rev, const char *hide);
bool answer_walk(struct server *s, size_t at);
bool answer_renames(struct server *s, const char *rev);
bool answer_grep(struct server *s, size_t at);
bool answer_commit(struct server *s, const char *rev);

#endif
