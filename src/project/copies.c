/* copies: files with the same bytes are one plan */
#include <stdlib.h>
#include <string.h>

#include "project/sync.h"

struct twin {
	uint64_t hash[2];
	const char *path; /* NULL: free */
};

/* An open table of settled plan files.  Those that nothing happened to are in
 * the list of stamps already: for a few questions it is searched as it is. */
struct twins {
	struct twin *v;
	size_t n, cap; /* cap is a power of two */
	int asked;
	bool has_stamps;
};

#define ASK_STAMPS 4

static void put(struct twins *t, const uint64_t hash[2], const char *path)
{
	size_t i = (size_t)hash[0] & (t->cap - 1);

	while (t->v[i].path)
		i = (i + 1) & (t->cap - 1);
	memcpy(t->v[i].hash, hash, sizeof t->v[i].hash);
	t->v[i].path = path;
	t->n++;
}

static void grow(struct twins *t, struct arena *a, size_t want)
{
	struct twins old = *t;

	if (want * 2 <= t->cap)
		return;
	for (t->cap = t->cap ? t->cap : 64; t->cap < want * 4;)
		t->cap *= 2;
	t->v = arena_alloc(a, t->cap * sizeof *t->v);
	t->n = 0;
	for (size_t i = 0; i < old.cap; i++)
		if (old.v[i].path)
			put(t, old.v[i].hash, old.v[i].path);
}

static struct twins *table(struct sync *s)
{
	if (!s->twins)
		s->twins = arena_alloc(s->arena, sizeof *s->twins);
	return s->twins;
}

void twins_add(struct sync *s, const struct sync_file *f)
{
	struct twins *t = table(s);

	grow(t, s->arena, t->n + 1);
	put(t, f->hash, f->path);
}

/* What is gone or yet to be read does not count; what was read is in the table. */
static bool counts(const struct sync *s, const struct stamp *stamp)
{
	const struct sync_file *f;
	long at;

	if (stamp->kind != FILE_PLAN || (at = sync_find(s, stamp->path)) < 0)
		return false;
	f = sync_at(s, (size_t)at);
	return !f || (f->had == stamp && !f->changed && !f->redo);
}

static void add_stamps(struct sync *s, struct twins *t)
{
	grow(t, s->arena, t->n + s->nstamps);
	for (size_t i = 0; i < s->nstamps; i++)
		if (counts(s, &s->stamps[i]))
			put(t, s->stamps[i].hash, s->stamps[i].path);
	t->has_stamps = true;
}

/* All of them are looked at: not even a call for each. */
static const char *find_stamp(const struct sync *s, const uint64_t hash[2])
{
	const struct stamp *end = s->stamps + s->nstamps;

	for (const struct stamp *at = s->stamps; at < end; at++)
		if (at->hash[0] == hash[0] && at->hash[1] == hash[1] && counts(s, at))
			return at->path;
	return NULL;
}

static const char *find_path(struct sync *s, const uint64_t hash[2])
{
	struct twins *t = table(s);

	if (!t->has_stamps && t->asked++ >= ASK_STAMPS)
		add_stamps(s, t);
	for (size_t i = (size_t)hash[0] & (t->cap - 1); t->cap && t->v[i].path;
	     i = (i + 1) & (t->cap - 1))
		if (memcmp(t->v[i].hash, hash, sizeof t->v[i].hash) == 0)
			return t->v[i].path;
	return t->has_stamps ? NULL : find_stamp(s, hash);
}

struct sync_file *twins_find(struct sync *s, const uint64_t hash[2])
{
	const char *path = find_path(s, hash);
	long at = path ? sync_find(s, path) : -1;

	return at >= 0 ? sync_touch(s, (size_t)at) : NULL;
}

/* ---- groups ---- */

struct member {
	uint64_t hash[2];
	size_t at; /* in the tree */
};

static int member_cmp(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	int c = memcmp(x->hash, y->hash, sizeof x->hash);

	return c ? c : (x->at > y->at) - (x->at < y->at);
}

static int stamp_cmp(const void *path, const void *stamp)
{
	return strcmp(path, ((const struct stamp *)stamp)->path);
}

/* The hash of a plan file as it is now; false when it could not be read. */
static bool hash_of(const struct sync *s, size_t at, uint64_t hash[2])
{
	const struct sync_file *f = sync_at(s, at);
	const struct stamp *had;

	if (f && f->settled) {
		memcpy(hash, f->hash, sizeof f->hash);
		return true;
	}
	had = s->nstamps ? bsearch(s->tree[at].path, s->stamps, s->nstamps,
				   sizeof *s->stamps, stamp_cmp) :
			   NULL;
	if (f || !had)
		return false;
	memcpy(hash, had->hash, sizeof had->hash);
	return true;
}

static struct member *sort_all(struct sync *s, size_t *n)
{
	struct member *v = arena_alloc(s->arena, (s->ntree + 1) * sizeof *v);

	*n = 0;
	for (size_t i = 0; i < s->ntree; i++) {
		if (s->tree[i].kind != FILE_PLAN || !hash_of(s, i, v[*n].hash))
			continue;
		v[(*n)++].at = i;
	}
	qsort(v, *n, sizeof *v, member_cmp);
	return v;
}

/* The plan of a group lives on: that of the file that is kept, else that of the
 * first copy that had one. */
static void hand_over(struct sync_file **files, size_t n)
{
	for (size_t i = 1; i < n && !files[0]->row; i++) {
		files[0]->row = files[i]->row;
		files[i]->row = 0;
	}
}

static bool demote(struct sync *s, struct sync_file *f, struct err *err)
{
	if (f->row && !store_remove_plan(s->store, f->row, s->when, err))
		return false;
	f->row = 0;
	return sync_stamp(s, f, err);
}

static bool resolve(struct sync *s, const struct member *v, size_t n, struct err *err)
{
	struct sync_file **files = arena_alloc(s->arena, n * sizeof *files);
	const char **copies = arena_alloc(s->arena, n * sizeof *copies);
	struct sync_file *kept;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		files[i] = sync_touch(s, v[i].at);
		any |= files[i]->regroup;
		if (i)
			copies[i - 1] = files[i]->path;
	}
	if (!any)
		return true;
	hand_over(files, n);
	for (size_t i = 1; i < n; i++)
		if (!demote(s, files[i], err))
			return false;
	kept = files[0];
	if (!sync_read(s, kept))
		return true;
	return planning_save(s, kept, copies, n - 1, err) && sync_stamp(s, kept, err);
}

static bool any_regroup(const struct sync *s)
{
	for (size_t i = 0; i < s->files.n; i++)
		if (s->files.v[i]->regroup)
			return true;
	return false;
}

/* A file that was one of several, and is gone or another now, leaves the others
 * to be looked at.  What was read in this sync has been. */
static void mark_left_behind(struct sync *s, const struct sync_file *f)
{
	struct sync_file *other;

	if (f->kind != FILE_PLAN || !f->had || (f->in_tree && !f->read))
		return;
	if (f->in_tree && memcmp(f->hash, f->had->hash, sizeof f->hash) == 0)
		return;
	other = twins_find(s, f->had->hash);
	if (other && !other->read)
		other->regroup = true;
}

static void mark_all_left_behind(struct sync *s)
{
	size_t n = s->files.n;

	for (size_t i = 0; i < s->lost.n; i++)
		mark_left_behind(s, s->lost.v[i]);
	for (size_t i = 0; i < n; i++)
		mark_left_behind(s, s->files.v[i]);
}

bool twins_regroup(struct sync *s, struct err *err)
{
	struct member *v;
	size_t n;

	mark_all_left_behind(s);
	if (!any_regroup(s))
		return true;
	v = sort_all(s, &n);
	for (size_t i = 0, end; i < n; i = end) {
		bool ok = true;

		for (end = i + 1; end < n; end++)
			if (memcmp(v[i].hash, v[end].hash, sizeof v[i].hash) != 0)
				break;
		if (end - i > 1 || sync_at(s, v[i].at))
			ok = resolve(s, v + i, end - i, err);
		if (!ok)
			return false;
	}
	return true;
}
