#include "project/line.h"

#include <string.h>

#include "base/text.h"
#include "project/revision.h"

enum { RENAMES = 16 }; /* of one file, at most */

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* ---- names ---- */

void line_want(struct line *l, const char *path)
{
	const char *name = last_part(path);
	for (size_t i = 0; i < l->wanted.n; i++)
		if (strcmp(l->wanted.v[i], name) == 0)
			return;
	*vec_push(l->a, &l->wanted) = name;
	l->again = true;
}

static size_t bucket_of(const char *path)
{
	const char *name = last_part(path);
	return (size_t)span_hash((struct span){ name, strlen(name) }) & 255;
}

static size_t add_name(struct line *l, const char *clean, bool exact)
{
	*vec_push(l->a, &l->names) = (struct line_name){ .clean = clean, .exact = exact };
	*vec_push(l->a, &l->buckets[bucket_of(clean)].names) = l->names.n - 1;
	line_want(l, clean);
	return l->names.n - 1;
}

static size_t find_name(struct line *l, const char *clean, bool exact)
{
	size_t b = bucket_of(clean);
	for (size_t i = 0; i < l->buckets[b].names.n; i++) {
		size_t at = l->buckets[b].names.v[i];
		if (l->names.v[at].exact == exact && strcmp(l->names.v[at].clean, clean) == 0)
			return at;
	}
	return add_name(l, clean, exact);
}

size_t line_name(struct line *l, const char *clean)
{
	return find_name(l, clean, false);
}

/* ---- commits ---- */

static bool each_commit(const struct git_commit *c, void *ctx)
{
	struct line *l = ctx;
	struct line_commit *copy = vec_push(l->a, &l->commits);
	*copy = (struct line_commit){
		.id = arena_str(l->a, c->id),
		.author = arena_str(l->a, c->author),
		.subject = arena_dup(l->a, c->message, strcspn(c->message, "\r\n")),
		.time = c->time,
	};
	for (size_t i = 0; i < c->files.n; i++) {
		const struct git_file *f = &c->files.v[i];
		*vec_push(l->a, &copy->files) = (struct git_file){
			f->kind, arena_str(l->a, f->old), arena_str(l->a, f->now),
			arena_str(l->a, f->old_blob), arena_str(l->a, f->now_blob)
		};
	}
	return true;
}

static void reverse(struct line *l)
{
	for (size_t i = 0, k = l->commits.n; i + 1 < k; i++) {
		struct line_commit c = l->commits.v[i];
		l->commits.v[i] = l->commits.v[--k];
		l->commits.v[k] = c;
	}
}

bool line_walk(struct line *l, struct err *err)
{
	size_t kept = 0;
	memset(l->buckets, 0, sizeof l->buckets);
	for (size_t i = 0; i < l->names.n; i++)
		if (!l->names.v[i].exact)
			l->names.v[kept++] = (struct line_name){ .clean = l->names.v[i].clean };
	l->names.n = kept;
	for (size_t i = 0; i < kept; i++)
		*vec_push(l->a, &l->buckets[bucket_of(l->names.v[i].clean)].names) = i;
	l->commits.n = l->turns.n = 0;
	l->again = false;
	if (!git_walk(l->git, l->rev, l->hide, l->wanted.v, l->wanted.n, each_commit, l, err))
		return false;
	reverse(l);
	return true;
}

bool line_rename(struct line *l, size_t commit, const char *path, bool from,
		 const struct git_file **out, struct err *err)
{
	struct line_commit *c = &l->commits.v[commit];
	*out = NULL;
	if (!c->renames) {
		c->renames = arena_alloc(l->a, sizeof *c->renames);
		if (!git_renames(l->git, l->a, c->id, c->renames, err))
			return false;
	}
	for (size_t i = 0; i < c->renames->n; i++)
		if (strcmp(from ? c->renames->v[i].old : c->renames->v[i].now, path) == 0)
			*out = &c->renames->v[i];
	return true;
}

/* ---- files ---- */

static void drop(struct line_name *name, const char *path)
{
	for (size_t i = 0; i < name->files.n; i++)
		if (strcmp(name->files.v[i].path, path) == 0) {
			name->files.v[i] = name->files.v[--name->files.n];
			name->left = path;
			return;
		}
}

static void put(struct line *l, struct line_name *name, const char *path, const char *blob)
{
	int rank = name->exact ? (strcmp(path, name->clean) == 0 ? 0 : -1) :
				 revision_fit(l->sources, path, name->clean);
	if (rank < 0)
		return;
	for (size_t i = 0; i < name->files.n; i++)
		if (strcmp(name->files.v[i].path, path) == 0) {
			name->files.v[i].blob = blob;
			return;
		}
	*vec_push(l->a, &name->files) = (struct line_file){ path, blob, rank };
}

static void take_file(struct line *l, char kind, const char *path, const char *blob)
{
	size_t b = bucket_of(path);
	for (size_t i = 0; i < l->buckets[b].names.n; i++) {
		struct line_name *name = &l->names.v[l->buckets[b].names.v[i]];
		if (kind == 'D')
			drop(name, path);
		else
			put(l, name, path, blob);
	}
}

static const struct line_file *meant_by(const struct line *l, const struct line_name *name)
{
	for (int hops = 0; hops < RENAMES; hops++) {
		const struct line_file *best = NULL;
		size_t ends = 0;
		for (size_t i = 0; i < name->files.n; i++) {
			const struct line_file *f = &name->files.v[i];
			ends += f->rank == FIT_END;
			if (!best || f->rank < best->rank)
				best = f;
		}
		if (best)
			return best->rank < FIT_END || ends == 1 ? best : NULL;
		if (!name->next)
			return NULL;
		name = &l->names.v[name->next - 1];
	}
	return NULL;
}

/* ---- one commit after the other ---- */

static bool follow_renames(struct line *l, size_t commit, struct err *err)
{
	size_t n = l->names.n;
	for (size_t i = 0; i < n; i++) {
		const char *left = l->names.v[i].left;
		const struct git_file *r;
		l->names.v[i].left = NULL;
		if (!left || l->names.v[i].files.n)
			continue;
		if (!line_rename(l, commit, left, true, &r, err))
			return false;
		l->names.v[i].next = 0; /* what was renamed before it came back is another */
		if (!r)
			continue;
		size_t now = find_name(l, r->now, true);
		l->names.v[i].next = now + 1;
		put(l, &l->names.v[now], r->now, r->now_blob);
	}
	return true;
}

static void note_turns(struct line *l, size_t commit)
{
	for (size_t i = 0; i < l->names.n; i++) {
		struct line_name *name = &l->names.v[i];
		const struct line_file *f = name->exact ? NULL : meant_by(l, name);
		const char *path = f ? f->path : NULL, *blob = f ? f->blob : NULL;
		if (name->exact || (same(path, name->path) && same(blob, name->blob)))
			continue;
		name->path = path;
		name->blob = blob;
		*vec_push(l->a, &l->turns) = (struct line_turn){ commit, i, path, blob };
	}
}

static bool start_at(struct line *l, size_t first, struct err *err)
{
	git_entries entries;
	if (!git_tree(l->git, l->a, l->commits.v[first].id, &entries, err))
		return false;
	for (size_t i = 0; i < entries.n; i++)
		if (entries.v[i].kind == GIT_FILE)
			take_file(l, 'A', entries.v[i].path, entries.v[i].blob);
	note_turns(l, first);
	return true;
}

bool line_follow(struct line *l, size_t first, struct err *err)
{
	if (!start_at(l, first, err))
		return false;
	for (size_t i = first + 1; i < l->commits.n; i++) {
		const struct line_commit *c = &l->commits.v[i];
		for (size_t k = 0; k < c->files.n; k++) {
			const struct git_file *f = &c->files.v[k];
			take_file(l, f->kind, f->now ? f->now : f->old, f->now_blob);
		}
		if (!c->files.n)
			continue;
		if (!follow_renames(l, i, err))
			return false;
		note_turns(l, i);
	}
	return true;
}
