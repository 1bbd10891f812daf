/* gone: plans whose file is not there, which may come back */
#include "model/plan.h"
#include "store/columns.h"
#include "store/events.h"
#include "store/evidence.h"
#include "store/phases.h"
#include "store/search.h"
#include "store/stamps.h"
#include "store/touches.h"

/* Its tasks stay, for the journal; all else comes back with the file. */
static bool remove_rows(struct store *s, int64_t row, struct err *err)
{
	static const char body[] = "DELETE FROM body WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, body, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	return db_run(s, st, err) && evidence_drop(s, row, err) &&
	       rows_remove_all(s, finding_table.remove, row, err) &&
	       touches_remove(s, row, err) && search_remove(s, row, err);
}

static bool mark_removed(struct store *s, const struct value *plan, int64_t when,
			 struct err *err)
{
	static const char sql[] =
	    "UPDATE plan SET removed = ?2, phase_row = NULL, hash = coalesce(?3, hash)"
	    " WHERE row = ?1";
	const struct stamp *stamp;
	if (!stamps_find(s, plan[PLAN_PATH].s, &stamp, err))
		return false;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan[PLAN_ROW].n);
	db_int(st, 2, when);
	db_blob(st, 3, stamp ? stamp->hash : NULL, sizeof stamp->hash);
	return db_run(s, st, err);
}

bool store_remove_plan(struct store *s, int64_t plan_row, int64_t when, struct err *err)
{
	static const char sql[] = "SELECT * FROM plan WHERE row = ?1 AND removed IS NULL";
	struct rows had = { .columns = PLAN_COLUMNS };
	arena_reset(&s->scratch);
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	if (db_row(st))
		rows_take(&s->scratch, &had, st);
	if (!db_end(s, st, err))
		return false;
	if (!had.n) /* gone already */
		return true;
	const struct value *v = rows_at(&had, 0);
	struct new_event e = { .plan = plan_row, .origin = "file", .what = "removed" };
	e.from = phl_status_words[v[PLAN_STATUS].n];
	phases_count(s, v, -1);
	return mark_removed(s, v, when, err) && remove_rows(s, plan_row, err) &&
	       events_add(s, &e, when, err);
}

struct lookup {
	const char *path, *id, *title;
	const uint64_t *hash;
};

/* Every query takes what it needs of path, hash, id and title. */
static bool look_up(struct store *s, const char *sql, const struct lookup *by,
		    int64_t *plan_row, struct err *err)
{
	if (*plan_row)
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, by->path);
	if (sqlite3_bind_parameter_count(st) > 1 && by->hash)
		db_blob(st, 2, by->hash, 2 * sizeof by->hash[0]);
	if (sqlite3_bind_parameter_count(st) > 2) {
		db_text(st, 3, by->id);
		db_text(st, 4, by->title);
	}
	return db_number(s, st, 0, plan_row, err);
}

bool store_find_removed(struct store *s, const uint64_t hash[2], const char *id,
			const char *title, const char *path, int64_t *plan_row,
			struct err *err)
{
	static const char by_path[] =
	    "SELECT row FROM plan WHERE path = ?1 AND removed IS NOT NULL"
	    " ORDER BY removed DESC, row DESC LIMIT 1";
	static const char by_hash[] =
	    "SELECT row FROM plan WHERE hash = ?2 AND removed IS NOT NULL"
	    " ORDER BY removed DESC, row DESC LIMIT 1";
	static const char by_title[] =
	    "SELECT row FROM plan WHERE id = ?3 AND title = ?4 AND removed IS NOT NULL"
	    " ORDER BY removed DESC, row DESC LIMIT 1";
	const struct lookup by = { path, id, title, hash };
	*plan_row = 0;
	return look_up(s, by_path, &by, plan_row, err) &&
	       (!hash || look_up(s, by_hash, &by, plan_row, err)) &&
	       (!title || look_up(s, by_title, &by, plan_row, err));
}
