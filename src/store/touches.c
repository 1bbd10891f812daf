/* touches: what open plans are about to change */
#include "store/touches.h"

#include <string.h>

#include "model/touch.h"
#include "store/pack.h"

static void pack(struct buf *b, const touch_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct touch *t = &list->v[i];
		pack_text(b, t->path);
		pack_int(b, t->line);
		pack_int(b, t->col);
		pack_int(b, (int64_t)t->lines.n);
		for (size_t k = 0; k < t->lines.n; k++) {
			pack_int(b, t->lines.v[k].first);
			pack_int(b, t->lines.v[k].last);
			pack_int(b, t->lines.v[k].line);
			pack_int(b, t->lines.v[k].col);
		}
	}
}

static void unpack(struct arena *a, const char *bytes, size_t n, touch_list *out)
{
	struct packed in = { .p = (const unsigned char *)bytes,
			     .end = (const unsigned char *)bytes + n };
	while (in.p < in.end && !in.bad) {
		struct touch *t = vec_push(a, out);
		*t = (struct touch){ .path = unpack_text(&in) };
		t->line = unpack_small(&in);
		t->col = unpack_small(&in);
		for (int64_t k = unpack_int(&in); k > 0 && !in.bad; k--) {
			struct touched_lines *l = vec_push(a, &t->lines);
			l->first = unpack_small(&in);
			l->last = unpack_small(&in);
			l->line = unpack_small(&in);
			l->col = unpack_small(&in);
		}
		if (!t->path)
			in.bad = true;
	}
	out->n -= in.bad && out->n;
}

static bool read_old(struct store *s, int64_t row, const char **bytes, size_t *n,
		     struct err *err)
{
	static const char sql[] = "SELECT files FROM touch WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*bytes = NULL;
	*n = 0;
	if (!st)
		return false;
	db_int(st, 1, row);
	if (db_row(st)) {
		*n = (size_t)sqlite3_column_bytes(st, 0);
		*bytes = arena_dup(&s->scratch, sqlite3_column_blob(st, 0), *n);
	}
	return db_end(s, st, err);
}

bool touches_remove(struct store *s, int64_t row, struct err *err)
{
	static const char sql[] = "DELETE FROM touch WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	return db_run(s, st, err);
}

static bool is_open(enum phl_status s)
{
	return s == PHL_PENDING || s == PHL_IN_PROGRESS || s == PHL_BLOCKED;
}

bool touches_save(struct store *s, int64_t row, bool is_new, const struct phl_plan *plan,
		  struct err *err)
{
	static const char sql[] = "INSERT OR REPLACE INTO touch (plan, files) VALUES (?1, ?2)";
	struct buf *b = &s->packed[0];
	touch_list list = { 0 };
	const char *old = NULL;
	size_t n = 0;
	if (is_open(plan->status))
		plan_touches(plan, &s->scratch, &list);
	buf_clear(b);
	pack(b, &list);
	if (!is_new && !read_old(s, row, &old, &n, err))
		return false;
	if (!b->n)
		return !old || touches_remove(s, row, err);
	if (old && n == b->n && memcmp(old, b->s, n) == 0)
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	db_blob(st, 2, b->s, b->n);
	return db_run(s, st, err);
}

bool store_touches(struct store *s, struct arena *a, int64_t plan_row, touch_list *out,
		   struct err *err)
{
	static const char sql[] = "SELECT files FROM touch WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*out = (touch_list){ 0 };
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	if (db_row(st)) {
		size_t n = (size_t)sqlite3_column_bytes(st, 0);
		unpack(a, arena_dup(a, sqlite3_column_blob(st, 0), n), n, out);
	}
	return db_end(s, st, err);
}
