/* upgrade: creates the schema, and brings older stores to it
 *
 * A store is for the most part an index that the next sync can make again.  So
 * there is one schema and no chain of changes to it: of an older store the
 * tables that hold more than an index are carried over by the columns that they
 * have in common with those of today, everything else is left behind. */
#include "store/db.h"
#include "store/stamps.h"

/* Counts up whenever schema.sql changes. */
#define SCHEMA_VERSION 9

#define KIND_PLAN 1 /* of a stamp, see there */

static const char schema[] =
#include "store/schema.inc"
    ;

/* The journal, what it speaks of, and the sums that go with that. */
static const char *const kept[] = { "phase", "plan",   "task",	"operation",
				    "edit",  "intent", "state", "event",
				    "text",  "proof" };

#define KEPT (sizeof kept / sizeof kept[0])

int db_schema_version(void)
{
	return SCHEMA_VERSION;
}

static bool read_version(struct store *s, int64_t *out, struct err *err)
{
	static const char sql[] = "PRAGMA user_version";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	return st && db_number(s, st, 0, out, err);
}

/* The text that a query makes of a name; NULL for no row, or an empty one. */
static bool ask(struct store *s, const char *sql, const char *name, const char **out,
		struct err *err)
{
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*out = NULL;
	if (!st)
		return false;
	if (name)
		db_text(st, 1, name);
	if (db_row(st))
		*out = db_get_text(st, 0, &s->arena);
	return db_end(s, st, err);
}

static bool put_aside(struct store *s, struct err *err)
{
	static const char sql[] =
	    "SELECT format('CREATE TEMP TABLE \"old_%w\" AS SELECT * FROM main.\"%w\"',"
	    " name, name) FROM main.sqlite_schema WHERE type = 'table' AND name = ?1";
	for (size_t i = 0; i < KEPT; i++) {
		const char *copy;
		if (!ask(s, sql, kept[i], &copy, err) || (copy && !db_exec(s, copy, err)))
			return false;
	}
	return true;
}

/* Virtual tables first: their shadows go with them. */
static bool drop_all(struct store *s, struct err *err)
{
	static const char sql[] =
	    "SELECT format('DROP TABLE main.\"%w\"', name) FROM main.sqlite_schema"
	    " WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
	    " ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC LIMIT 1";
	for (;;) {
		const char *drop;
		if (!ask(s, sql, NULL, &drop, err))
			return false;
		if (!drop)
			return true;
		if (!db_exec(s, drop, err))
			return false;
	}
}

/* A column that is new is NULL or its default; where neither may be, nothing. */
static bool bring_back(struct store *s, struct err *err)
{
	static const char sql[] =
	    "WITH new AS (SELECT n.cid, n.name, format('\"%w\"', n.name) AS quoted,"
	    "  n.type, n.\"notnull\" AND n.dflt_value IS NULL AND NOT n.pk AS needed,"
	    "  o.name IS NOT NULL AS had"
	    " FROM pragma_table_info(?1, 'main') n"
	    " LEFT JOIN pragma_table_info('old_' || ?1, 'temp') o USING (name))"
	    " SELECT 'INSERT INTO main.' || ?1 || '(' || group_concat(quoted) ||"
	    " ') SELECT ' || group_concat(CASE WHEN had THEN quoted WHEN type = 'INTEGER'"
	    " THEN '0' WHEN type = 'BLOB' THEN 'x''''' ELSE '''''' END) ||"
	    " ' FROM temp.old_' || ?1 || '; DROP TABLE temp.old_' || ?1"
	    " FROM new WHERE (had OR needed)"
	    " AND EXISTS (SELECT 1 FROM new WHERE had)";
	for (size_t i = 0; i < KEPT; i++) {
		const char *insert;
		if (!ask(s, sql, kept[i], &insert, err) ||
		    (insert && !db_exec(s, insert, err)))
			return false;
	}
	return true;
}

/* With the stamp of a file that no file has, each plan is read again by the next
 * sync, and found to be the one that it was. */
static bool forget_files(struct store *s, struct err *err)
{
	static const char sql[] = "SELECT path, row FROM plan WHERE removed IS NULL";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	bool ok = st != NULL;
	if (!st)
		return false;
	while (ok && db_row(st)) {
		struct stamp stamp = { .path = db_need_text(st, 0, &s->arena),
				       .kind = KIND_PLAN,
				       .racy = true,
				       .plan = db_get_int(st, 1) };
		ok = store_put_stamp(s, &stamp, err);
	}
	return db_end(s, st, ok ? err : NULL) && ok && stamps_flush(s, err);
}

static bool mark(struct store *s, struct err *err)
{
	char sql[96]; /* a pragma takes no bound value */
	sqlite3_snprintf(sizeof sql, sql,
			 "PRAGMA application_id = %d; PRAGMA user_version = %d",
			 STORE_APPLICATION_ID, SCHEMA_VERSION);
	return db_exec(s, sql, err);
}

/* One transaction; another process may have been faster. */
static bool make_current(struct store *s, struct err *err)
{
	int64_t version;
	if (!db_exec(s, "BEGIN IMMEDIATE", err))
		return false;
	bool ok = read_version(s, &version, err);
	if (ok && version == 0)
		ok = db_exec(s, schema, err) && mark(s, err);
	else if (ok && version < SCHEMA_VERSION)
		ok = put_aside(s, err) && drop_all(s, err) && db_exec(s, schema, err) &&
		     bring_back(s, err) && forget_files(s, err) && mark(s, err);
	if (ok && db_exec(s, "COMMIT", err))
		return true;
	store_abort(s);
	return false;
}

bool db_upgrade(struct store *s, struct err *err)
{
	int64_t version;
	if (!read_version(s, &version, err))
		return false;
	if (version > SCHEMA_VERSION)
		return db_too_new(s, version, err);
	if (version == SCHEMA_VERSION)
		return true;
	if (s->flags & STORE_READONLY)
		return err_set(
		    err, ERR_IO,
		    "%s is of an older phaseline (schema %d, this is %d) and cannot be"
		    " upgraded read-only; use --store",
		    s->path, (int)version, SCHEMA_VERSION);
	/* cannot be switched within a transaction, and tables are dropped before
	 * those that they refer to are there again */
	bool ok = db_exec(s, "PRAGMA foreign_keys = OFF", err) && make_current(s, err);
	return db_exec(s, "PRAGMA foreign_keys = ON", ok ? err : NULL) && ok;
}
