/* bare_update FILE: the floor of a change by command: open an SQLite file, commit
 * one UPDATE durably, close.  The file is made when it is not there. */
#include <sqlite3.h>
#include <stdio.h>

static int fail(sqlite3 *db)
{
	fprintf(stderr, "bare_update: %s\n", sqlite3_errmsg(db));
	sqlite3_close(db);
	return 1;
}

int main(int argc, char **argv)
{
	static const char make[] =
	    "CREATE TABLE IF NOT EXISTS task (id INTEGER PRIMARY KEY, status INTEGER, title TEXT);"
	    "INSERT OR IGNORE INTO task WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
	    " FROM n WHERE i < 70000) SELECT i, 0, 'Modify the scheduler of tenant ' || i FROM n;";
	static const char change[] =
	    "BEGIN IMMEDIATE; UPDATE task SET status = 1 - status WHERE id = 35000; COMMIT;";
	sqlite3 *db;

	if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 1;
	sqlite3_exec(db, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL);
	if (argc > 2 && sqlite3_exec(db, make, NULL, NULL, NULL) != SQLITE_OK)
		return fail(db);
	if (sqlite3_exec(db, change, NULL, NULL, NULL) != SQLITE_OK)
		return fail(db);
	return sqlite3_close(db) != SQLITE_OK;
}
