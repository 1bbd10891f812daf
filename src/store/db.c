#include "store/db.h"

sqlite3_stmt *db_prepare(struct store *s, const char *sql, struct err *err)
{
	for (size_t i = 0; i < s->statements_n; i++)
		if (s->statements[i].sql == sql)
			return s->statements[i].stmt;
	sqlite3_stmt *st = NULL;
	if (sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &st, NULL)) {
		db_failed(s, err);
		return NULL;
	}
	if (s->statements_n == s->statements_cap) {
		size_t cap = s->statements_cap ? 2 * s->statements_cap : 64;
		s->statements = arena_realloc(&s->arena, s->statements,
					      s->statements_cap * sizeof *s->statements,
					      cap * sizeof *s->statements);
		s->statements_cap = cap;
	}
	s->statements[s->statements_n++] = (struct statement){ sql, st };
	return st;
}

/* A failed bind (out of memory only) shows up as a failed step. */

void db_int(sqlite3_stmt *st, int at, int64_t value)
{
	sqlite3_bind_int64(st, at, value);
}

void db_text(sqlite3_stmt *st, int at, const char *text)
{
	sqlite3_bind_text(st, at, text, -1, SQLITE_STATIC);
}

void db_blob(sqlite3_stmt *st, int at, const void *bytes, size_t n)
{
	sqlite3_bind_blob64(st, at, bytes, n, SQLITE_STATIC);
}

bool db_row(sqlite3_stmt *st)
{
	return sqlite3_step(st) == SQLITE_ROW;
}

bool db_end(struct store *s, sqlite3_stmt *st, struct err *err)
{
	if (sqlite3_reset(st) != SQLITE_OK)
		return db_failed(s, err);
	return true;
}

bool db_run(struct store *s, sqlite3_stmt *st, struct err *err)
{
	db_row(st);
	return db_end(s, st, err);
}

bool db_exec(struct store *s, const char *sql, struct err *err)
{
	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return db_failed(s, err);
	return true;
}

bool db_number(struct store *s, sqlite3_stmt *st, int64_t otherwise, int64_t *out,
	       struct err *err)
{
	*out = db_row(st) ? db_get_int(st, 0) : otherwise;
	return db_end(s, st, err);
}

const char *db_get_text(sqlite3_stmt *st, int column, struct arena *a)
{
	const unsigned char *text = sqlite3_column_text(st, column);
	if (!text)
		return NULL;
	return arena_dup(a, (const char *)text, (size_t)sqlite3_column_bytes(st, column));
}

const char *db_need_text(sqlite3_stmt *st, int column, struct arena *a)
{
	const char *text = db_get_text(st, column, a);
	return text ? text : "";
}

bool db_failed(struct store *s, struct err *err)
{
	const char *why = sqlite3_errmsg(s->db);
	switch (sqlite3_errcode(s->db)) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_BUSY,
			       "%s is busy: another phaseline is writing; nothing "
			       "changed, try again",
			       s->path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return err_set(
		    err, ERR_IO,
		    "%s is damaged (%s); delete it and run `phaseline sync`: only the"
		    " journal of changes is lost",
		    s->path, why);
	case SQLITE_FULL:
		return err_set(err, ERR_IO, "%s: no space left; nothing changed",
			       s->path);
	case SQLITE_READONLY:
		return err_set(err, ERR_IO, "%s cannot be written (%s)", s->path, why);
	default:
		return err_set(err, ERR_IO, "%s: %s", s->path, why);
	}
}
