/* values: rows of a table as plain values
 *
 * A plan is saved by making the rows it should have and comparing them with
 * those it has.  Rows go into the database through the virtual table "given",
 * many in one statement. */
#ifndef STORE_VALUES_H
#define STORE_VALUES_H

#include "store/db.h"

/* Type codes are those of SQLite. */
struct value {
	int type;      /* SQLITE_NULL, _INTEGER, _TEXT, _BLOB */
	int64_t n;     /* the number, or the length */
	const char *s; /* text (NUL-terminated) or bytes */
};

#define ROWS_MAX_COLUMNS 48

/* `columns` values a row, row after row. */
struct rows {
	int columns;
	size_t n, cap;
	struct value *v;
};

/* A table of children of plans, keyed by plan << 16 | seq in its first column;
 * `select` gives all columns of the ids ?1 to ?2 in order of id.  `insert` is for
 * new rows, and may stop half way: whoever fails aborts. */
struct child_table {
	int columns;
	const char *select, *insert, *replace, *remove;
};

#define CHILDREN_MAX 65535
static inline int64_t child_id(int64_t plan_row, int seq)
{
	return plan_row << 16 | seq;
}
static inline int child_seq(int64_t id)
{
	return (int)(id & 0xffff);
}

/* Room for one more row, all NULL. */
struct value *rows_add(struct arena *a, struct rows *r);

static inline struct value *rows_at(const struct rows *r, size_t i)
{
	return r->v + i * (size_t)r->columns;
}

static inline struct value value_int(int64_t n)
{
	return (struct value){ .type = SQLITE_INTEGER, .n = n };
}
struct value value_text(const char *s); /* NULL is NULL */
struct value value_blob(const void *bytes, size_t n);
bool value_same(const struct value *a, const struct value *b);

/* Reads the current row of a statement, texts copied into the arena. */
void rows_take(struct arena *a, struct rows *r, sqlite3_stmt *st);

/* Runs an INSERT or UPDATE that reads "given", with these rows in it. */
bool rows_give(struct store *s, const char *sql, const struct rows *r, struct err *err);

/* Reads all children of a plan, in order of id. */
bool rows_read(struct store *s, struct arena *a, const struct child_table *t,
	       int64_t plan_row, struct rows *out, struct err *err);

/* Makes the table hold `wanted` where it holds `had` (in order of id): writes
 * and deletes only what differs. */
bool rows_change(struct store *s, const struct child_table *t, const struct rows *had,
		 const struct rows *wanted, struct err *err);

/* Deletes all children of a plan. */
bool rows_remove_all(struct store *s, const char *sql, int64_t plan_row, struct err *err);

#endif
