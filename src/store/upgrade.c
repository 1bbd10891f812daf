#include "store/db.h"

/* What brings a store of version N - 1 to version N; version 0 is empty.
 * Only ever added to. */
static const char schema[] =
#include "store/schema.inc"
    ;

static const struct {
	int version;
	const char *sql;
} upgrades[] = {
	{ 1, schema },
};

static const size_t upgrades_count = sizeof upgrades / sizeof upgrades[0];

int db_schema_version(void)
{
	return upgrades[upgrades_count - 1].version;
}

static bool read_version(struct store *s, int64_t *out, struct err *err)
{
	static const char sql[] = "PRAGMA user_version";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	return st && db_number(s, st, 0, out, err);
}

/* One transaction; another process may have been faster. */
static bool upgrade_to(struct store *s, int version, const char *sql, struct err *err)
{
	int64_t now;
	if (!db_exec(s, "BEGIN IMMEDIATE", err))
		return false;
	bool ok = read_version(s, &now, err);
	if (ok && now < version) {
		/* a pragma takes no bound value */
		char mark[96];
		sqlite3_snprintf(sizeof mark, mark,
				 "PRAGMA application_id = %d; PRAGMA user_version = %d",
				 STORE_APPLICATION_ID, version);
		ok = db_exec(s, sql, err) && db_exec(s, mark, err);
	}
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
	if (version > db_schema_version())
		return db_too_new(s, version, err);
	if (version == db_schema_version())
		return true;
	if (s->flags & STORE_READONLY)
		return err_set(
		    err, ERR_IO,
		    "%s is of an older phaseline (schema %d, this is %d) and cannot be"
		    " upgraded read-only; use --store",
		    s->path, (int)version, db_schema_version());
	for (size_t i = 0; i < upgrades_count; i++)
		if (upgrades[i].version > version &&
		    !upgrade_to(s, upgrades[i].version, upgrades[i].sql, err))
			return false;
	return true;
}
