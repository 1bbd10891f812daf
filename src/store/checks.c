/* checks: is the store whole? */
#include "store/db.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

const char *store_sqlite_version(void)
{
	return sqlite3_libversion();
}

/* One check: a statement that gives a row for everything that is wrong. */
struct question {
	const char *name, *good, *sql;
};

static const struct question questions[] = {
	{ "integrity", "every page is sound",
	  "SELECT integrity_check FROM pragma_integrity_check"
	  " WHERE integrity_check <> 'ok'" },
	{ "foreign-keys", "no row points nowhere",
	  "SELECT \"table\" || ' row ' || coalesce(rowid, '?') || ' without its '"
	  " || parent FROM pragma_foreign_key_check" },
	{ "journal-mode", "a rollback journal",
	  "SELECT 'journal mode is ' || journal_mode || ', not delete'"
	  " FROM pragma_journal_mode WHERE journal_mode NOT IN ('delete', 'memory')" },
	{ "children", "every row has its plan",
	  "SELECT 'rows of plan ' || row || ' without it' FROM"
	  " (SELECT id >> 16 AS row FROM task UNION SELECT id >> 16 FROM finding)"
	  " WHERE row NOT IN (SELECT row FROM plan)" },
	{ "task-counts", "plans count their tasks right",
	  "SELECT p.path || ' counts ' || (p.tasks_pending + p.tasks_in_progress"
	  "  + p.tasks_blocked + p.tasks_done + p.tasks_skipped +"
	  " p.tasks_rolled_back)  || ' tasks' FROM plan p WHERE removed IS NULL"
	  " AND (tasks_pending, tasks_in_progress, tasks_blocked, tasks_done,"
	  " tasks_skipped, tasks_rolled_back) IS NOT (SELECT count(*) FILTER"
	  " (WHERE status = 0),  count(*) FILTER (WHERE status = 1), count(*)"
	  " FILTER (WHERE status = 2),  count(*) FILTER (WHERE status = 3),"
	  " count(*) FILTER (WHERE status = 4),  count(*) FILTER (WHERE status ="
	  " 5) FROM task  WHERE id BETWEEN p.row << 16 AND (p.row << 16) + 65535"
	  " AND position > 0)" },
	{ "phase-sums", "phases sum up their plans",
	  "SELECT h.dir || ' ' || h.number || ' does not sum up its plans' FROM"
	  " phase h WHERE (plans_pending + plans_in_progress + plans_blocked +"
	  " plans_done  + plans_skipped + plans_rolled_back, plans_done,"
	  " tasks_pending,  tasks_in_progress, tasks_blocked, tasks_done,"
	  " tasks_skipped, tasks_rolled_back,  estimate_low, estimate_high,"
	  " left_low, left_high, actual, refs, refs_bound,  notes, warnings,"
	  " errors) IS NOT (SELECT count(*),  count(*) FILTER (WHERE status = 3),"
	  " sum(tasks_pending), sum(tasks_in_progress),  sum(tasks_blocked),"
	  " sum(tasks_done), sum(tasks_skipped), sum(tasks_rolled_back),"
	  "  sum(max(estimate_low, 0)), sum(max(estimate_high, 0)),"
	  "  sum(iif(status IN (3, 4), 0, max(estimate_low, 0))),  sum(iif(status"
	  " IN (3, 4), 0, max(estimate_high, 0))),  sum(max(actual_high, 0)),"
	  " sum(refs), sum(refs_bound), sum(notes),  sum(warnings), sum(errors)"
	  " FROM plan WHERE phase_row = h.row)" },
};

static void add(struct arena *a, check_list *out, const char *name, bool ok,
		const char *detail)
{
	*vec_push(a, out) = (struct check){ name, ok, detail };
}

/* The first of what is wrong is enough, with how many there are. */
static bool ask(struct store *s, struct arena *a, const struct question *q,
		check_list *out, struct err *err)
{
	const char *first = NULL;
	int more = -1;
	sqlite3_stmt *st = db_prepare(s, q->sql, err);
	if (!st)
		return false;
	for (; db_row(st); more++)
		if (!first)
			first = db_get_text(st, 0, a);
	bool sound = db_end(s, st, err);
	if (!sound && (!err || err->kind != ERR_BUSY)) {
		first = arena_str(a, sqlite3_errmsg(s->db)); /* a damage is an answer */
		if (err)
			err->kind = ERR_NONE;
		sound = true;
	}
	if (first && more > 0)
		first = arena_printf(a, "%s, and %d more", first, more);
	add(a, out, q->name, !first, first ? first : q->good);
	return sound;
}

/* A lock that lets two in is none: some file systems have such. */
static void check_lock(struct store *s, struct arena *a, check_list *out)
{
	if (s->flags & (STORE_MEMORY | STORE_READONLY))
		return;
	struct err why = { 0 };
	bool held = s->lock_fd >= 0;
	if (!store_lock_within(s, 0, &why)) {
		bool busy = why.kind == ERR_BUSY;
		add(a, out, "lock", busy,
		    busy ? "held by another phaseline" : arena_str(a, why.text));
		return;
	}
	char *own = arena_printf(a, "/proc/self/fd/%d", s->lock_fd);
	int fd = open(own, O_RDWR | O_CLOEXEC);
	bool refused = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0;
	add(a, out, "lock", refused || fd < 0,
	    refused  ? "a second holder is refused"
	    : fd < 0 ? "could not be tried"
		     : "this file system grants a lock twice; use --store");
	if (fd >= 0)
		close(fd);
	if (!held)
		store_unlock(s);
}

static bool check_schema(struct store *s, struct arena *a, check_list *out,
			 struct err *err)
{
	static const char sql[] = "PRAGMA user_version";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	int64_t version;
	if (!st || !db_number(s, st, 0, &version, err))
		return false;
	add(a, out, "schema", version == db_schema_version(),
	    arena_printf(a, "version %lld", (long long)version));
	return true;
}

static bool has_plan(struct store *s, int64_t row, bool *has, struct err *err)
{
	static const char sql[] = "SELECT 1 FROM plan WHERE row = ?1";
	int64_t found;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	if (!db_number(s, st, 0, &found, err))
		return false;
	*has = found != 0;
	return true;
}

/* What is packed is out of SQL's sight. */
static bool check_stamps(struct store *s, struct arena *a, check_list *out,
			 struct err *err)
{
	struct err why = { 0 };
	stamp_list stamps;
	if (!store_stamps(s, a, &stamps, &why)) {
		add(a, out, "stamps", false, arena_str(a, why.text));
		return true;
	}
	for (size_t i = 0; i < stamps.n; i++) {
		const struct stamp *f = &stamps.v[i];
		bool sound = !i || strcmp(f[-1].path, f->path) < 0;
		if (sound && f->plan && !has_plan(s, f->plan, &sound, err))
			return false;
		if (sound)
			continue;
		add(a, out, "stamps", false,
		    arena_printf(a, "%s is out of order or without its plan", f->path));
		return true;
	}
	add(a, out, "stamps", true, "files are known in order, with their plans");
	return true;
}

bool store_checks(struct store *s, struct arena *a, check_list *out, struct err *err)
{
	*out = (check_list){ 0 };
	if (!check_schema(s, a, out, err))
		return false;
	for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++)
		if (!ask(s, a, &questions[i], out, err))
			return false;
	if (!check_stamps(s, a, out, err))
		return false;
	check_lock(s, a, out);
	return true;
}
