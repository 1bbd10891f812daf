/* db: the one door to SQLite
 *
 * A connection with its prepared statements, and what the files of the store
 * share.  Statements are known by the address of their text, which therefore
 * has to be static; they are prepared once and kept. */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "store/store.h"

#define STORE_APPLICATION_ID 0x70686c31 /* "phl1" */

struct rows;
struct phase_cache;
struct stamp_run;

struct statement {
	const char *sql;
	sqlite3_stmt *stmt;
};

struct store {
	sqlite3 *db;
	const char *path; /* as given, for messages */
	unsigned flags;
	int lock_fd;	      /* -1: not locked */
	struct arena arena;   /* lives as long as the store */
	struct arena scratch; /* one plan being saved */
	struct statement *statements;
	size_t statements_n, statements_cap;
	struct buf packed[2];	    /* of the plan being saved */
	const struct rows *given;   /* what the table "given" holds right now */
	struct phase_cache *phases; /* sums not yet written */
	struct stamp_run *stamps;   /* those at hand */
	const char *care;	    /* how durable commits are: the pragma last run */
	char *indexes;		    /* SQL of those left out during a bulk load */
	bool reading;		    /* a snapshot is held */
	int searchable;		    /* full-text index exists; -1: not yet asked */
};

/* The statement, ready to be bound; NULL is an error. */
sqlite3_stmt *db_prepare(struct store *s, const char *sql, struct err *err);

void db_int(sqlite3_stmt *st, int at, int64_t value);
void db_text(sqlite3_stmt *st, int at, const char *text); /* NULL is NULL */
void db_blob(sqlite3_stmt *st, int at, const void *bytes, size_t n);

/* Steps to the next row; false at the end and on errors: db_end() tells which. */
bool db_row(sqlite3_stmt *st);

/* Resets the statement: true when its last step succeeded. */
bool db_end(struct store *s, sqlite3_stmt *st, struct err *err);

/* For a statement without rows: db_row() and db_end() in one. */
bool db_run(struct store *s, sqlite3_stmt *st, struct err *err);

/* Runs SQL that is not worth keeping; several statements are allowed. */
bool db_exec(struct store *s, const char *sql, struct err *err);

/* The first column of the first row, `otherwise` without a row. */
bool db_number(struct store *s, sqlite3_stmt *st, int64_t otherwise, int64_t *out,
	       struct err *err);

/* Sets the error that the connection had last; always returns false. */
bool db_failed(struct store *s, struct err *err);

/* Columns of the current row; text and blobs are copied into the arena. */
const char *db_get_text(sqlite3_stmt *st, int column, struct arena *a);

/* Of a column that is never NULL, but in a damaged store: empty then. */
const char *db_need_text(sqlite3_stmt *st, int column, struct arena *a);
static inline int64_t db_get_int(sqlite3_stmt *st, int column)
{
	return sqlite3_column_int64(st, column);
}
static inline int db_get_small(sqlite3_stmt *st, int column)
{
	return sqlite3_column_int(st, column);
}

/* upgrade.c: creates the schema or brings it up to date. */
bool db_upgrade(struct store *s, struct err *err);
int db_schema_version(void);

/* given.c: registers the virtual table "given". */
bool db_register_given(struct store *s, struct err *err);

/* connect.c: refuses a schema version of the future. */
bool db_too_new(struct store *s, int64_t version, struct err *err);

#endif
