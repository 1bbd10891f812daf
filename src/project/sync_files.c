/* the files that a sync looks at: found, read, and written down as they were */
#include "project/sync.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "project/readers.h"
#include "project/stable.h"

#define TICK INT64_C(10000000)	   /* ns: two writes within one clock tick */
#define COARSE INT64_C(2000000000) /* ns: on file systems with whole seconds */
#define SPAN 256 /* few files of many are looked at: room for their neighbours is enough */

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

size_t sync_lower(const struct sync *s, const char *path)
{
	size_t low = 0, high = s->ntree;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (strcmp(s->tree[mid].path, path) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

long sync_find(const struct sync *s, const char *path)
{
	size_t at = sync_lower(s, path);

	return at < s->ntree && strcmp(s->tree[at].path, path) == 0 ? (long)at : -1;
}

static int stamp_cmp(const void *path, const void *stamp)
{
	return strcmp(path, ((const struct stamp *)stamp)->path);
}

void sync_start(struct sync *s)
{
	s->of_tree = arena_alloc(s->arena, (s->ntree / SPAN + 1) * sizeof *s->of_tree);
}

struct sync_file *sync_at(const struct sync *s, size_t at)
{
	struct sync_file **span = s->of_tree[at / SPAN];

	return span ? span[at % SPAN] : NULL;
}

static void put_at(struct sync *s, size_t at, struct sync_file *f)
{
	struct sync_file ***span = &s->of_tree[at / SPAN];

	if (!*span)
		*span = arena_alloc(s->arena, SPAN * sizeof **span);
	(*span)[at % SPAN] = f;
	*vec_push(s->arena, &s->files) = f;
}

struct sync_file *sync_touch_had(struct sync *s, size_t at, const struct stamp *had)
{
	const struct tree_file *t = &s->tree[at];
	struct sync_file *f = arena_alloc(s->arena, sizeof *f);

	*f = (struct sync_file){
		.path = t->path,
		.at = at,
		.kind = (enum file_kind)t->kind,
		.in_tree = true,
		.stat = *t,
		.fd = -1,
	};
	put_at(s, at, f);
	if (!had || had->kind != t->kind)
		return f;
	f->had = had;
	f->row = had->plan;
	f->settled = true;
	f->racy = had->racy;
	memcpy(f->hash, had->hash, sizeof f->hash);
	return f;
}

struct sync_file *sync_touch(struct sync *s, size_t at)
{
	struct sync_file *f = sync_at(s, at);
	const struct stamp *had = NULL;

	if (f)
		return f;
	if (s->nstamps)
		had = bsearch(s->tree[at].path, s->stamps, s->nstamps, sizeof *had,
			      stamp_cmp);
	return sync_touch_had(s, at, had);
}

void sync_problem(struct sync *s, const char *path, const char *what)
{
	struct arena *a = &s->p->arena; /* problems outlive the sync */

	*vec_push(a, &s->stats->problems) =
	    path ? arena_printf(a, "%s: %s", path, what) : arena_str(a, what);
}

/* A file that was written just now may be written again without its stamp
 * changing; git knows this as "racily clean".  Not so one from the future: any
 * write brings it back to the present. */
static bool is_racy(const struct stat *st)
{
	struct tree_file t;

	tree_stat(st, &t);
	int64_t age = now_ns() - t.mtime_ns;
	return age > -COARSE && age < (t.mtime_ns % 1000000 ? TICK : COARSE);
}

void sync_look(int root, const char *path, int fd, int64_t had, struct buf *bytes,
	       struct reading *out)
{
	bool ok = stable_read(root, path, fd, had, bytes, &out->st);

	out->error = ok ? 0 : errno ? errno : EIO;
	if (!ok)
		return;
	out->racy = is_racy(&out->st);
	hash_bytes(bytes->s ? bytes->s : "", bytes->n, out->hash);
}

bool sync_read(struct sync *s, struct sync_file *f)
{
	int fd = f->fd;
	struct reading r;

	s->opened -= fd >= 0;
	f->fd = -1;
	s->stats->read += !f->read;
	f->read = true;
	s->parsed = NULL;
	if (!readers_take(s, f, &r))
		sync_look(s->p->root_fd, f->path, fd, f->had ? f->had->size : 0, &s->bytes, &r);
	if (r.error) {
		f->settled = false;
		s->stats->unreadable += r.error != ENOENT;
		if (r.error != ENOENT)
			sync_problem(s, f->path,
				     arena_printf(&s->p->arena, "cannot be read: %s",
						  strerror(r.error)));
		return false;
	}
	tree_stat(&r.st, &f->stat);
	f->racy = r.racy;
	memcpy(f->hash, r.hash, sizeof f->hash);
	f->settled = true;
	return true;
}

bool sync_stamp(struct sync *s, struct sync_file *f, struct err *err)
{
	struct stamp stamp = {
		.path = f->path,
		.kind = f->kind,
		.mtime_ns = f->stat.mtime_ns,
		.size = f->stat.size,
		.inode = f->stat.inode,
		.hash = { f->hash[0], f->hash[1] },
		.plan = f->kind == FILE_PLAN ? f->row : 0,
		.racy = f->racy,
	};

	return f->unsaved || store_put_stamp(s->store, &stamp, err);
}

/* ---- racy files ---- */

/* Waits until the clock has ticked and reads the files again that were written
 * in the tick they were read in, so that the next sync need not. */
static bool settle_one(struct sync *s, struct sync_file *f, struct err *err)
{
	int64_t left = f->stat.mtime_ns + TICK - now_ns();
	struct timespec pause = { .tv_nsec = left };
	struct tree_file was = f->stat;
	uint64_t hash[2];

	if (left > 2 * TICK || !(f->stat.mtime_ns % 1000000))
		return true;
	if (left > 0)
		nanosleep(&pause, NULL);
	memcpy(hash, f->hash, sizeof hash);
	if (sync_read(s, f) && memcmp(hash, f->hash, sizeof hash) == 0 &&
	    f->stat.mtime_ns == was.mtime_ns && f->stat.inode == was.inode && !f->racy)
		return sync_stamp(s, f, err);
	memcpy(f->hash, hash, sizeof hash);
	f->stat = was;
	return true;
}

bool sync_settle_racy(struct sync *s, struct err *err)
{
	for (size_t i = 0; i < s->files.n; i++) {
		struct sync_file *f = s->files.v[i];

		if (f->read && f->settled && f->racy && !f->unsaved &&
		    !settle_one(s, f, err))
			return false;
	}
	return true;
}
