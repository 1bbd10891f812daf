#include "project/follow.h"

#include <string.h>

#include "base/text.h"

enum {
	ROUNDS = 16,	/* a file is renamed so many times, at most */
	FAR = 50000,	/* commits are looked through for one */
};

/* One file on its way. */
struct trail {
	struct gone *gone;
	const char *path;  /* where it was last: whole, but for the first time */
	const char *since; /* the commit that brought it there, or NULL */
	const char *left;  /* the commit in which it left, or NULL */
	bool over;
};

struct follower {
	struct git *git;
	struct arena *a;
	const char *rev, *until;
	bool (*there)(const char *path, void *ctx);
	void *ctx;
	PHL_LIST(struct trail) trails;
	size_t open; /* trails to be found in this round */
	int commits;
};

static bool fits(const struct trail *t, const char *path)
{
	return t->since || t->gone->was ? strcmp(path, t->path) == 0 : text_path_ends(path, t->path);
}

static void arrive(struct follower *f, struct trail *t, const struct git_file *rename,
		   const char *commit)
{
	if (!t->gone->was)
		t->gone->was = rename->old;
	t->path = rename->now;
	t->since = commit;
	t->left = NULL;
	if (f->there(rename->now, f->ctx)) {
		t->gone->now = rename->now;
		t->gone->commit = commit ? arena_dup(f->a, commit, 7) : NULL;
		t->over = true;
	}
}

/* The rename that took a file away; NULL where there is none, or several might be it. */
static const struct git_file *rename_of(const struct trail *t, const git_files *renames)
{
	const struct git_file *found = NULL;
	for (size_t i = 0; i < renames->n; i++) {
		const struct git_file *r = &renames->v[i];
		if (strcmp(r->old, t->path) == 0)
			return r;
		if (!fits(t, r->old))
			continue;
		if (found)
			return NULL;
		found = r;
	}
	return found;
}

/* ---- what is not committed ---- */

static bool follow_uncommitted(struct follower *f, struct err *err)
{
	git_files renames;
	if (!git_renames(f->git, f->a, NULL, &renames, err))
		return false;
	for (size_t i = 0; i < f->trails.n; i++) {
		struct trail *t = &f->trails.v[i];
		const struct git_file *r = t->over ? NULL : rename_of(t, &renames);
		if (r)
			arrive(f, t, r, NULL);
	}
	return true;
}

/* ---- commits ---- */

/* Is it this commit that took the file away? */
static bool look(struct follower *f, struct trail *t, const struct git_commit *c)
{
	if (t->since && strcmp(t->since, c->id) == 0) {
		t->over = true; /* it came with this one, and has not left since */
		return true;
	}
	for (size_t i = 0; i < c->files.n; i++)
		if (c->files.v[i].kind == 'D' && fits(t, c->files.v[i].old)) {
			t->left = arena_str(f->a, c->id);
			return true;
		}
	return false;
}

static bool each_commit(const struct git_commit *c, void *ctx)
{
	struct follower *f = ctx;
	for (size_t i = 0; i < f->trails.n; i++) {
		struct trail *t = &f->trails.v[i];
		f->open -= !t->over && !t->left && look(f, t, c);
	}
	return f->open && ++f->commits < FAR;
}

static bool find_departures(struct follower *f, struct err *err)
{
	const char **names = arena_alloc(f->a, (f->trails.n + 1) * sizeof *names);
	size_t n = 0;
	f->open = 0;
	for (size_t i = 0; i < f->trails.n; i++) {
		const char *path = f->trails.v[i].path, *slash = strrchr(path, '/');
		if (f->trails.v[i].over)
			continue;
		names[n++] = slash ? slash + 1 : path;
		f->open++;
	}
	return !n || git_walk(f->git, f->rev ? f->rev : "HEAD", f->until, names, n, each_commit, f, err);
}

static void depart(struct follower *f, struct trail *t, const git_files *renames)
{
	const struct git_file *r = rename_of(t, renames);
	if (r) {
		arrive(f, t, r, t->left);
		return;
	}
	t->gone->commit = arena_dup(f->a, t->left, 7);
	t->over = true;
}

/* Several files may have left with one commit, which is asked once. */
static bool follow_departures(struct follower *f, struct err *err)
{
	for (size_t i = 0; i < f->trails.n; i++)
		f->trails.v[i].over |= !f->trails.v[i].left;
	for (size_t i = 0; i < f->trails.n; i++) {
		const char *commit = f->trails.v[i].left;
		git_files renames;
		if (f->trails.v[i].over || !commit)
			continue;
		if (!git_renames(f->git, f->a, commit, &renames, err))
			return false;
		for (size_t k = i; k < f->trails.n; k++) {
			struct trail *t = &f->trails.v[k];
			if (!t->over && t->left && strcmp(t->left, commit) == 0)
				depart(f, t, &renames);
		}
	}
	return true;
}

static bool go_on(struct follower *f, bool *open, struct err *err)
{
	*open = false;
	if ((!f->rev && !follow_uncommitted(f, err)) || !find_departures(f, err) ||
	    !follow_departures(f, err))
		return false;
	for (size_t i = 0; i < f->trails.n; i++)
		*open |= !f->trails.v[i].over;
	return true;
}

bool follow_files(struct git *git, struct arena *a, const char *rev, const char *until,
		  struct gone *v, size_t n, bool (*there)(const char *path, void *ctx), void *ctx, struct err *err)
{
	struct follower f = { .git = git, .a = a, .rev = rev, .until = until, .there = there, .ctx = ctx };
	bool open = n > 0;
	for (size_t i = 0; i < n; i++)
		*vec_push(a, &f.trails) = (struct trail){ .gone = &v[i], .path = v[i].path };
	for (int round = 0; round < ROUNDS && open; round++)
		if (!go_on(&f, &open, err))
			return false;
	return true;
}
