/* stamps: what files looked like at the last sync
 *
 * Every sync reads them all and few write any, so they are packed: a row holds a
 * run of files in order of path.  One run is open at a time, unpacked; what
 * changed in it is written when another is opened, or with the transaction. */
#include "store/stamps.h"

#include <endian.h>
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

/* Eight bytes each where the numbers are large, and so quickly read. */
static void pack_word(struct buf *b, uint64_t n)
{
	n = htole64(n);
	buf_add(b, &n, sizeof n);
}

static uint64_t unpack_word(const unsigned char *p)
{
	uint64_t n;
	memcpy(&n, p, sizeof n);
	return le64toh(n);
}

enum { NUMBERS = 4 * 8 }; /* bytes: mtime, inode, hash */

static void pack_stamp(struct buf *b, const struct stamp *f, const char *before)
{
	size_t shared = shared_prefix(before, f->path);
	pack_word(b, (uint64_t)f->mtime_ns);
	pack_word(b, (uint64_t)f->inode);
	pack_word(b, f->hash[0]);
	pack_word(b, f->hash[1]);
	pack_int(b, f->kind * 2 + f->racy);
	pack_int(b, f->size);
	pack_int(b, f->plan);
	pack_int(b, (int64_t)shared);
	pack_text(b, f->path + shared);
}

static const char *unpack_path(struct packed *in, struct arena *a, const char *before,
			       size_t before_n, size_t *n)
{
	int64_t shared = unpack_int(in);
	const char *rest = unpack_text(in);
	if (!rest || shared < 0 || (size_t)shared > before_n) {
		in->bad = true;
		return before;
	}
	/* the NUL of the rest is the last byte that was read */
	size_t rest_n = (size_t)((const char *)in->p - rest);
	char *path = arena_alloc(a, (size_t)shared + rest_n);
	memcpy(path, before, (size_t)shared);
	memcpy(path + shared, rest, rest_n);
	*n = (size_t)shared + rest_n - 1;
	return path;
}

static void unpack_numbers(struct packed *in, struct stamp *f)
{
	if (in->end - in->p < NUMBERS) {
		in->bad = true;
		return;
	}
	f->mtime_ns = (int64_t)unpack_word(in->p);
	f->inode = (int64_t)unpack_word(in->p + 8);
	f->hash[0] = unpack_word(in->p + 16);
	f->hash[1] = unpack_word(in->p + 24);
	in->p += NUMBERS;
	int kind = unpack_small(in);
	f->kind = kind / 2;
	f->racy = kind % 2;
	f->size = unpack_int(in);
	f->plan = unpack_int(in);
}

/* Adds the files of a run; false when its bytes are damaged. */
static bool unpack_run(struct arena *a, const void *bytes, size_t n, stamp_list *out)
{
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	const char *path = "";
	size_t length = 0;
	while (!in.bad && in.p < in.end) {
		struct stamp *f = vec_push(a, out);
		unpack_numbers(&in, f);
		f->path = path = unpack_path(&in, a, path, length, &length);
	}
	return !in.bad;
}

static bool damaged(struct store *s, struct err *err)
{
	return err_set(err, ERR_IO,
		       "%s is damaged (stamps); delete it and run `phaseline sync`: only"
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
		run->first = db_need_text(st, 1, &run->arena);
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

/* Growing would copy the list again and again. */
static bool make_room(struct store *s, struct arena *a, stamp_list *out, struct err *err)
{
	static const char sql[] = "SELECT count(*) FROM stamp";
	int64_t runs;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st || !db_number(s, st, 0, &runs, err))
		return false;
	*out = (stamp_list){ .cap = (size_t)runs * RUN_MOST };
	out->v = arena_alloc(a, out->cap * sizeof *out->v);
	return true;
}

bool store_stamps(struct store *s, struct arena *a, stamp_list *out, struct err *err)
{
	static const char sql[] = "SELECT files FROM stamp ORDER BY first";
	bool sound = true;
	*out = (stamp_list){ 0 };
	if (!stamps_flush(s, err) || !make_room(s, a, out, err))
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

bool store_stamp(struct store *s, struct arena *a, const char *path, struct stamp *out,
		 bool *found, struct err *err)
{
	const struct stamp *stamp;
	if (!stamps_find(s, path, &stamp, err))
		return false;
	*found = stamp != NULL;
	if (stamp) {
		*out = *stamp;
		out->path = arena_str(a, path);
	}
	return true;
}
