/* stamps: what files looked like and said, and single facts about the store */
#include "store/db.h"

#include <string.h>

bool store_stamps(struct store *s, struct arena *a, stamp_list *out, struct err *err)
{
	static const char sql[] =
	    "SELECT path, kind, mtime, size, inode, hash, plan, racy"
	    " FROM stamp ORDER BY path";
	*out = (stamp_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (db_row(st)) {
		struct stamp *stamp = vec_push(a, out);
		stamp->path = db_get_text(st, 0, a);
		stamp->kind = db_get_small(st, 1);
		stamp->mtime_ns = db_get_int(st, 2);
		stamp->size = db_get_int(st, 3);
		stamp->inode = db_get_int(st, 4);
		if (sqlite3_column_bytes(st, 5) == sizeof stamp->hash)
			memcpy(stamp->hash, sqlite3_column_blob(st, 5),
			       sizeof stamp->hash);
		stamp->plan = db_get_int(st, 6);
		stamp->racy = db_get_int(st, 7) != 0;
	}
	return db_end(s, st, err);
}

bool store_put_stamp(struct store *s, const struct stamp *stamp, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO stamp (path, kind, mtime, size, inode, hash, plan, racy)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0), ?8)"
	    " ON CONFLICT (path) DO UPDATE SET kind = ?2, mtime = ?3, size = ?4,"
	    " inode = ?5, hash = ?6, plan = nullif(?7, 0), racy = ?8";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, stamp->path);
	db_int(st, 2, stamp->kind);
	db_int(st, 3, stamp->mtime_ns);
	db_int(st, 4, stamp->size);
	db_int(st, 5, stamp->inode);
	db_blob(st, 6, stamp->hash, sizeof stamp->hash);
	db_int(st, 7, stamp->plan);
	db_int(st, 8, stamp->racy);
	return db_run(s, st, err);
}

/* A plan that is already removed keeps the hash, to be known by it again. */
static bool keep_hash(struct store *s, const char *path, struct err *err)
{
	static const char sql[] =
	    "UPDATE plan SET hash = (SELECT hash FROM stamp WHERE path = ?1)"
	    " WHERE row = (SELECT plan FROM stamp WHERE path = ?1) AND path = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, path);
	return db_run(s, st, err);
}

bool store_drop_stamp(struct store *s, const char *path, struct err *err)
{
	static const char sql[] = "DELETE FROM stamp WHERE path = ?1";
	if (!keep_hash(s, path, err))
		return false;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, path);
	return db_run(s, st, err);
}

static bool put_text(struct store *s, const char *sql, const char *key, const char *value,
		     struct err *err)
{
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, key);
	db_text(st, 2, value);
	return db_run(s, st, err);
}

static bool get_text(struct store *s, struct arena *a, const char *sql, const char *key,
		     const char **value, struct err *err)
{
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, key);
	*value = db_row(st) ? db_get_text(st, 0, a) : NULL;
	return db_end(s, st, err);
}

bool store_put_companion(struct store *s, const char *path, const char *facts,
			 struct err *err)
{
	static const char sql[] = "INSERT INTO companion (path, facts) VALUES (?1, ?2)"
				  " ON CONFLICT (path) DO UPDATE SET facts = ?2";
	return put_text(s, sql, path, facts, err);
}

bool store_companion(struct store *s, struct arena *a, const char *path,
		     const char **facts, struct err *err)
{
	static const char sql[] = "SELECT facts FROM companion WHERE path = ?1";
	return get_text(s, a, sql, path, facts, err);
}

bool store_drop_companion(struct store *s, const char *path, struct err *err)
{
	static const char sql[] = "DELETE FROM companion WHERE path = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, path);
	return db_run(s, st, err);
}

bool store_get_meta(struct store *s, struct arena *a, const char *key, const char **value,
		    struct err *err)
{
	static const char sql[] = "SELECT value FROM meta WHERE key = ?1";
	return get_text(s, a, sql, key, value, err);
}

bool store_set_meta(struct store *s, const char *key, const char *value, struct err *err)
{
	static const char sql[] = "INSERT INTO meta (key, value) VALUES (?1, ?2)"
				  " ON CONFLICT (key) DO UPDATE SET value = ?2";
	return put_text(s, sql, key, value, err);
}
