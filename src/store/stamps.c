/* stamps: what files looked like at the last sync
 *
 * Every sync reads them all and few write any, so they are packed: a row holds a
 * run of files in order of path.  One run is open at a time, unpacked; what
 * changed in it is written when another is opened, or with the transaction. */
#include "store/stamps.h"

#include <string.h>

#include "store/pack.h"

#define RUN_MOST 64

struct stamp_run {
	struct arena arena; /* of the run that is open */
	bool open, dirty;
	int64_t row;	   /* 0: not yet in the store */
	const char *first; /* it holds the files from here ... */
	const char *next;  /* ... to before this one; NULL: to the end */
	stamp_list files;
	struct buf bytes;
};

/* ---- packing ---- */

static size_t shared_prefix(const char *a, const char *b)
{
	size_t n = 0;
	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

static void pack_stamp(struct buf *b, const struct stamp *f, const char *before)
{
	size_t shared = shared_prefix(before, f->path);
	pack_int(b, (int64_t)shared);
	pack_text(b, f->path + shared);
	pack_int(b, f->kind * 2 + f->racy);
	pack_int(b, f->mtime_ns);
	pack_int(b, f->size);
	pack_int(b, f->inode);
	pack_int(b, f->plan);
	buf_add(b, f->hash, sizeof f->hash);
}

static const char *unpack_path(struct packed *in, struct arena *a, const char *before)
{
	int64_t shared = unpack_int(in);
	const char *rest = unpack_text(in);
	if (!rest || shared < 0 || (size_t)shared > strlen(before)) {
		in->bad = true;
		return before;
	}
	size_t n = strlen(rest);
	char *path = arena_alloc(a, (size_t)shared + n + 1);
	memcpy(path, before, (size_t)shared);
	memcpy(path + shared, rest, n);
	return path;
}

static void unpack_stamp(struct packed *in, struct arena *a, const char *before,
			 struct stamp *f)
{
	f->path = unpack_path(in, a, before);
	int kind = unpack_small(in);
	f->kind = kind / 2;
	f->racy = kind % 2;
	f->mtime_ns = unpack_int(in);
	f->size = unpack_int(in);
	f->inode = unpack_int(in);
	f->plan = unpack_int(in);
	if ((size_t)(in->end - in->p) < sizeof f->hash) {
		in->bad = true;
		return;
	}
	memcpy(f->hash, in->p, sizeof f->hash);
	in->p += sizeof f->hash;
}

/* Adds the files of a run; false when its bytes are damaged. */
static bool unpack_run(struct arena *a, const void *bytes, size_t n, stamp_list *out)
{
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	const char *before = "";
	while (!in.bad && in.p < in.end) {
		struct stamp *f = vec_push(a, out);
		unpack_stamp(&in, a, before, f);
		before = f->path;
	}
	return !in.bad;
}

static bool damaged(struct store *s, struct err *err)
{
	return err_set(err, ERR_IO,
		       "%s is damaged (stamps); delete it and run 'phaseline sync': only"
		       " the journal of changes is lost",
		       s->path);
}

/* ---- the open run ---- */

static struct stamp_run *run_of(struct store *s)
{
	if (!s->stamps)
		s->stamps = arena_alloc(&s->arena, sizeof *s->stamps);
	return s->stamps;
}

static bool insert_run(struct store *s, struct stamp_run *run, struct err *err)
{
	static const char sql[] = "INSERT INTO stamp (first, files) VALUES (?1, ?2)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, run->first);
	db_blob(st, 2, run->bytes.n ? run->bytes.s : "", run->bytes.n);
	if (!db_run(s, st, err))
		return false;
	run->row = sqlite3_last_insert_rowid(s->db);
	return true;
}

static bool update_run(struct store *s, struct stamp_run *run, struct err *err)
{
	static const char sql[] = "UPDATE stamp SET files = ?2 WHERE row = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, run->row);
	db_blob(st, 2, run->bytes.n ? run->bytes.s : "", run->bytes.n);
	return db_run(s, st, err);
}

bool stamps_flush(struct store *s, struct err *err)
{
	struct stamp_run *run = s->stamps;
	const char *before = "";
	if (!run || !run->open || !run->dirty)
		return true;
	buf_clear(&run->bytes);
	for (size_t i = 0; i < run->files.n; i++) {
		pack_stamp(&run->bytes, &run->files.v[i], before);
		before = run->files.v[i].path;
	}
	run->dirty = false;
	return run->row ? update_run(s, run, err) : insert_run(s, run, err);
}

void stamps_forget(struct store *s)
{
	if (s->stamps)
		s->stamps->open = false;
}

void stamps_free(struct store *s)
{
	if (!s->stamps)
		return;
	arena_free(&s->stamps->arena);
	buf_free(&s->stamps->bytes);
}

static void start_run(struct stamp_run *run)
{
	arena_reset(&run->arena);
	run->open = true;
	run->dirty = false;
	run->row = 0;
	run->first = "";
	run->next = NULL;
	run->files = (stamp_list){ 0 };
}

static bool find_next(struct store *s, struct stamp_run *run, const char *path,
		      struct err *err)
{
	static const char sql[] = "SELECT min(first) FROM stamp WHERE first > ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, path);
	run->next = db_row(st) ? db_get_text(st, 0, &run->arena) : NULL;
	return db_end(s, st, err);
}

static bool covers(const struct stamp_run *run, const char *path)
{
	return run->open && strcmp(run->first, path) <= 0 &&
	       (!run->next || strcmp(path, run->next) < 0);
}

/* Opens the run that holds the path, or would.  The first run starts at "", so
 * that there is one for every path. */
static bool open_run(struct store *s, const char *path, struct err *err)
{
	static const char sql[] = "SELECT row, first, files FROM stamp WHERE first <= ?1"
				  " ORDER BY first DESC LIMIT 1";
	struct stamp_run *run = run_of(s);
	bool sound = true;
	if (covers(run, path))
		return true;
	if (!stamps_flush(s, err))
		return false;
	start_run(run);
	run->open = false;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, path);
	if (db_row(st)) {
		run->row = db_get_int(st, 0);
		run->first = db_get_text(st, 1, &run->arena);
		sound = unpack_run(&run->arena, sqlite3_column_blob(st, 2),
				   (size_t)sqlite3_column_bytes(st, 2), &run->files);
	}
	run->open = db_end(s, st, err) && (sound || damaged(s, err)) &&
		    find_next(s, run, path, err);
	return run->open;
}

/* The place of a path in the open run, or where it would be. */
static size_t place_of(const struct stamp_run *run, const char *path, bool *there)
{
	size_t low = 0, high = run->files.n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(run->files.v[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*there = low < run->files.n && !strcmp(run->files.v[low].path, path);
	return low;
}

static void close_gap(struct stamp_run *run, size_t at)
{
	run->files.n--;
	memmove(run->files.v + at, run->files.v + at + 1,
		(run->files.n - at) * sizeof *run->files.v);
}

/* Files that came in order stay together in full runs. */
static bool split_run(struct store *s, size_t put, struct err *err)
{
	struct stamp_run *run = s->stamps;
	size_t at = put + 1 == run->files.n ? put : run->files.n / 2;
	size_t rest = run->files.n - at;
	struct arena old = run->arena;
	struct stamp *moved = arena_alloc(&old, rest * sizeof *moved);
	const char *next = run->next;
	memcpy(moved, run->files.v + at, rest * sizeof *moved);
	run->files.n = at;
	run->dirty = true;
	if (!stamps_flush(s, err)) {
		run->arena = old;
		return false;
	}
	run->arena = (struct arena){ 0 };
	start_run(run);
	run->next = arena_str(&run->arena, next);
	for (size_t i = 0; i < rest; i++) {
		struct stamp *f = vec_push(&run->arena, &run->files);
		*f = moved[i];
		f->path = arena_str(&run->arena, moved[i].path);
	}
	run->first = run->files.v[0].path;
	run->dirty = true;
	arena_free(&old);
	return true;
}

/* ---- what others ask for ---- */

bool store_stamps(struct store *s, struct arena *a, stamp_list *out, struct err *err)
{
	static const char sql[] = "SELECT files FROM stamp ORDER BY first";
	bool sound = true;
	*out = (stamp_list){ 0 };
	if (!stamps_flush(s, err))
		return false;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (sound && db_row(st))
		sound = unpack_run(a, sqlite3_column_blob(st, 0),
				   (size_t)sqlite3_column_bytes(st, 0), out);
	return db_end(s, st, err) && (sound || damaged(s, err));
}

/* Outside a transaction every call is one of its own. */
static bool written(struct store *s, struct err *err)
{
	if (!sqlite3_get_autocommit(s->db))
		return true;
	bool ok = stamps_flush(s, err);
	stamps_forget(s);
	return ok;
}

bool store_put_stamp(struct store *s, const struct stamp *stamp, struct err *err)
{
	bool there;
	if (!open_run(s, stamp->path, err))
		return false;
	struct stamp_run *run = s->stamps;
	size_t at = place_of(run, stamp->path, &there);
	const char *path = there ? run->files.v[at].path :
				   arena_str(&run->arena, stamp->path);
	if (!there) {
		vec_push(&run->arena, &run->files);
		memmove(run->files.v + at + 1, run->files.v + at,
			(run->files.n - 1 - at) * sizeof *run->files.v);
	}
	run->files.v[at] = *stamp;
	run->files.v[at].path = path;
	run->dirty = true;
	if (run->files.n > RUN_MOST && !split_run(s, at, err))
		return false;
	return written(s, err);
}

bool stamps_find(struct store *s, const char *path, const struct stamp **out,
		 struct err *err)
{
	bool there;
	*out = NULL;
	if (!open_run(s, path, err))
		return false;
	size_t at = place_of(s->stamps, path, &there);
	if (there)
		*out = &s->stamps->files.v[at];
	return true;
}

/* A plan that is already removed keeps the hash, to be known by it again. */
static bool keep_hash(struct store *s, const struct stamp *stamp, struct err *err)
{
	static const char sql[] =
	    "UPDATE plan SET hash = ?3 WHERE row = ?1 AND path = ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, stamp->plan);
	db_text(st, 2, stamp->path);
	db_blob(st, 3, stamp->hash, sizeof stamp->hash);
	return db_run(s, st, err);
}

bool store_drop_stamp(struct store *s, const char *path, struct err *err)
{
	bool there;
	if (!open_run(s, path, err))
		return false;
	struct stamp_run *run = s->stamps;
	size_t at = place_of(run, path, &there);
	if (!there)
		return written(s, err);
	if (run->files.v[at].plan && !keep_hash(s, &run->files.v[at], err))
		return false;
	close_gap(run, at);
	run->dirty = true;
	return written(s, err);
}
