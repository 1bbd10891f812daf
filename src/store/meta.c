/* meta: what SUMMARY and ROADMAP files say, and single facts about the store */
#include "store/db.h"

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

/* "0" is what comes behind "/". */
bool store_companions_below(struct store *s, struct arena *a, const char *dir,
			    path_list *out, struct err *err)
{
	static const char sql[] = "SELECT path FROM companion WHERE path > ?1 || '/'"
				  " AND path < ?1 || '0' ORDER BY path";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, dir);
	while (db_row(st))
		*vec_push(a, out) = db_get_text(st, 0, a);
	return db_end(s, st, err);
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
