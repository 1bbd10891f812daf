/* transact: all of a change or nothing of it */
#include "store/db.h"

#include <stdlib.h>

#include "base/pages.h"
#include "store/phases.h"
#include "store/stamps.h"

/* Making an index of everything is half the work of keeping one up; and with so
 * much to write, waiting for the disk is little. */
#define BULK_FROM 200

#define CACHE ((size_t)8 << 20) /* what SQLite keeps of the pages it writes */
#define A_PLAN ((size_t)7000)   /* bytes of them for one plan */

/* Only outside a transaction. */
static bool set_care(struct store *s, const char *pragma, struct err *err)
{
	if (s->care == pragma)
		return true;
	s->care = pragma;
	return db_exec(s, pragma, err);
}

static bool begin(struct store *s, const char *care, struct err *err)
{
	s->searchable = -1; /* another process may have built it since, */
	stamps_forget(s);   /* or looked at the tree */
	if (s->flags & STORE_READONLY)
		return err_set(err, ERR_IO, "%s is opened read-only", s->path);
	store_release(s);
	return set_care(s, care, err) && db_exec(s, "BEGIN IMMEDIATE", err);
}

/* Outside a transaction each question locks the file, looks for a journal and
 * asks whether what is cached still holds: more work than many an answer. */
bool store_snapshot(struct store *s, struct err *err)
{
	if (!sqlite3_get_autocommit(s->db))
		return true;
	s->reading = db_exec(s, "BEGIN", err);
	return s->reading;
}

bool store_read_once(struct store *s, bool once, struct err *err)
{
	return db_exec(s, once ? "PRAGMA cache_size = -512" : "PRAGMA cache_size = -8192", err);
}

void store_release(struct store *s)
{
	if (s->reading && !sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
	s->reading = false;
}

static const char durable[] = "PRAGMA synchronous = EXTRA", whole[] = "PRAGMA synchronous = FULL";

bool store_begin(struct store *s, struct err *err)
{
	return begin(s, durable, err);
}

bool store_begin_again(struct store *s, struct err *err)
{
	return begin(s, whole, err);
}

/* Three waits for the disk cost more than all else in re-reading a plan.  A
 * power failure in the seconds after can damage the store then, so that is only
 * for one that loses nothing when it is deleted. */
bool store_begin_index(struct store *s, size_t plans, struct err *err)
{
	static const char sql[] =
	    "SELECT EXISTS (SELECT 1 FROM operation)"
	    " OR EXISTS (SELECT 1 FROM meta WHERE key = 'history')";
	static const char loose[] = "PRAGMA synchronous = OFF";
	int64_t precious;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st || !db_number(s, st, 1, &precious, err))
		return false;
	return begin(s, precious || plans >= BULK_FROM ? whole : loose, err);
}

bool store_commit(struct store *s, struct err *err)
{
	if (phases_flush(s, err) && stamps_flush(s, err) && db_exec(s, "COMMIT", err)) {
		stamps_forget(s);
		return true;
	}
	store_abort(s);
	return false;
}

void store_abort(struct store *s)
{
	phases_forget(s);
	stamps_forget(s);
	free(s->indexes);
	s->indexes = NULL;
	s->searchable = -1;
	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

bool store_is_empty(struct store *s, bool *empty, struct err *err)
{
	static const char sql[] =
	    "SELECT EXISTS (SELECT 1 FROM plan) OR EXISTS (SELECT 1 FROM event)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	int64_t used;
	if (!st || !db_number(s, st, 1, &used, err))
		return false;
	*empty = !used;
	return true;
}

static bool drop_indexes(struct store *s, struct err *err)
{
	static const char sql[] =
	    "SELECT sql, 'DROP INDEX \"' || name || '\"' FROM sqlite_schema"
	    " WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid";
	struct buf make = { 0 }, drop = { 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (db_row(st)) {
		buf_printf(&make, "%s;\n", (const char *)sqlite3_column_text(st, 0));
		buf_printf(&drop, "%s;\n", (const char *)sqlite3_column_text(st, 1));
	}
	bool ok = db_end(s, st, err) && db_exec(s, drop.n ? drop.s : "", err);
	s->indexes = buf_take(&make);
	buf_free(&drop);
	return ok;
}

bool store_bulk_begin(struct store *s, size_t plans, struct err *err)
{
	bool empty;
	if (s->indexes || plans < BULK_FROM)
		return true;
	pages_expect(plans < CACHE / A_PLAN ? plans * A_PLAN : CACHE);
	if (sqlite3_get_autocommit(s->db)) /* a crash would leave no indexes */
		return err_set(err, ERR_IO, "%s: bulk load outside a transaction",
			       s->path);
	return store_is_empty(s, &empty, err) && (!empty || drop_indexes(s, err));
}

bool store_bulk_end(struct store *s, struct err *err)
{
	if (!s->indexes)
		return true;
	bool ok = db_exec(s, s->indexes, err);
	free(s->indexes);
	s->indexes = NULL;
	return ok;
}
