#include "store/values.h"

#include <string.h>

struct value *rows_add(struct arena *a, struct rows *r)
{
	size_t row = (size_t)r->columns * sizeof *r->v;
	if (r->n == r->cap) {
		size_t cap = r->cap ? 2 * r->cap : 16;
		r->v = arena_realloc(a, r->v, r->cap * row, cap * row);
		r->cap = cap;
	}
	struct value *v = rows_at(r, r->n++);
	for (int i = 0; i < r->columns; i++)
		v[i] = (struct value){ .type = SQLITE_NULL };
	return v;
}

struct value value_text(const char *s)
{
	if (!s)
		return (struct value){ .type = SQLITE_NULL };
	return (struct value){ .type = SQLITE_TEXT, .n = (int64_t)strlen(s), .s = s };
}

struct value value_blob(const void *bytes, size_t n)
{
	if (!n)
		return (struct value){ .type = SQLITE_NULL };
	return (struct value){ .type = SQLITE_BLOB, .n = (int64_t)n, .s = bytes };
}

bool value_same(const struct value *a, const struct value *b)
{
	if (a->type != b->type)
		return false;
	if (a->type == SQLITE_NULL)
		return true;
	if (a->n != b->n)
		return false;
	return a->type == SQLITE_INTEGER || !memcmp(a->s, b->s, (size_t)a->n);
}

void rows_take(struct arena *a, struct rows *r, sqlite3_stmt *st)
{
	struct value *v = rows_add(a, r);
	for (int i = 0; i < r->columns; i++) {
		v[i].type = sqlite3_column_type(st, i);
		if (v[i].type == SQLITE_INTEGER) {
			v[i].n = sqlite3_column_int64(st, i);
		} else if (v[i].type != SQLITE_NULL) {
			const char *bytes = sqlite3_column_blob(st, i);
			v[i].n = sqlite3_column_bytes(st, i);
			v[i].s = arena_dup(a, bytes ? bytes : "", (size_t)v[i].n);
		}
	}
}

bool rows_give(struct store *s, const char *sql, const struct rows *r, struct err *err)
{
	if (!r->n)
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	s->given = r;
	bool ok = db_run(s, st, err);
	s->given = NULL;
	return ok;
}

bool rows_read(struct store *s, struct arena *a, const struct child_table *t,
	       int64_t plan_row, struct rows *out, struct err *err)
{
	*out = (struct rows){ .columns = t->columns };
	sqlite3_stmt *st = db_prepare(s, t->select, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan_row, 0));
	db_int(st, 2, child_id(plan_row, CHILDREN_MAX));
	while (db_row(st))
		rows_take(a, out, st);
	return db_end(s, st, err);
}

/* The row of this id, NULL when there is none. */
static const struct value *find(const struct rows *r, int64_t id, size_t *at)
{
	size_t low = 0, high = r->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (rows_at(r, middle)->n < id)
			low = middle + 1;
		else
			high = middle;
	}
	*at = low;
	return low < r->n && rows_at(r, low)->n == id ? rows_at(r, low) : NULL;
}

static bool same_row(const struct value *a, const struct value *b, int columns)
{
	for (int i = 0; i < columns; i++)
		if (!value_same(&a[i], &b[i]))
			return false;
	return true;
}

static bool remove_rest(struct store *s, const struct child_table *t,
			const struct rows *had, const bool *keep, struct err *err)
{
	for (size_t i = 0; i < had->n; i++) {
		if (keep[i])
			continue;
		sqlite3_stmt *st = db_prepare(s, t->remove, err);
		if (!st)
			return false;
		db_int(st, 1, rows_at(had, i)->n);
		db_int(st, 2, rows_at(had, i)->n);
		if (!db_run(s, st, err))
			return false;
	}
	return true;
}

bool rows_change(struct store *s, const struct child_table *t, const struct rows *had,
		 const struct rows *wanted, struct err *err)
{
	if (!had->n)
		return rows_give(s, t->insert, wanted, err);
	bool *keep = arena_alloc(&s->scratch, had->n * sizeof *keep);
	struct rows changed = { .columns = t->columns };
	for (size_t i = 0; i < wanted->n; i++) {
		const struct value *want = rows_at(wanted, i);
		size_t at;
		const struct value *old = find(had, want->n, &at);
		if (old)
			keep[at] = true;
		if (!old || !same_row(old, want, t->columns))
			memcpy(rows_add(&s->scratch, &changed), want,
			       (size_t)t->columns * sizeof *want);
	}
	return rows_give(s, t->replace, &changed, err) &&
	       remove_rest(s, t, had, keep, err);
}

bool rows_remove_all(struct store *s, const char *sql, int64_t plan_row, struct err *err)
{
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan_row, 0));
	db_int(st, 2, child_id(plan_row, CHILDREN_MAX));
	return db_run(s, st, err);
}
