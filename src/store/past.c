/* past: texts that a plan's file had before, and what was known with them */
#include "store/past.h"

#include <string.h>

#include "base/day.h"
#include "store/columns.h"
#include "store/identity.h"

enum {
	TEXTS_MOST = 50,   /* of a plan, beside those that its events name */
	EVENTS_MOST = 500, /* that are searched: nobody goes back further at once */
};

static bool last_text(struct store *s, int64_t plan, int64_t *id, struct err *err)
{
	static const char sql[] = "SELECT max(id) FROM text WHERE id BETWEEN ?1 AND ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan, 1));
	db_int(st, 2, child_id(plan, CHILDREN_MAX));
	return db_number(s, st, 0, id, err);
}

static bool forget_old(struct store *s, int64_t plan, int64_t last, struct err *err)
{
	static const char sql[] = "DELETE FROM text WHERE id BETWEEN ?1 AND ?2";
	if (child_seq(last) <= TEXTS_MOST)
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan, 1));
	db_int(st, 2, last - TEXTS_MOST);
	return db_run(s, st, err);
}

bool past_keep_text(struct store *s, int64_t plan, const uint64_t hash[2], struct err *err)
{
	static const char sql[] =
	    "INSERT OR REPLACE INTO text (id, hash, event) VALUES"
	    " (?1, ?2, (SELECT max(id) FROM event WHERE plan = ?3))";
	int64_t last;
	if (!last_text(s, plan, &last, err))
		return false;
	int seq = last ? child_seq(last) : 0;
	int64_t id = child_id(plan, seq < CHILDREN_MAX ? seq + 1 : CHILDREN_MAX);
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, id);
	db_blob(st, 2, hash, 2 * sizeof *hash);
	db_int(st, 3, plan);
	return db_run(s, st, err) && forget_old(s, plan, id, err);
}

static bool kept_moment(struct store *s, int64_t plan, const uint64_t hash[2], int64_t *event,
			struct err *err)
{
	static const char sql[] =
	    "SELECT max(event) FROM text WHERE id BETWEEN ?1 AND ?2 AND hash = ?3";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan, 1));
	db_int(st, 2, child_id(plan, CHILDREN_MAX));
	db_blob(st, 3, hash, 2 * sizeof *hash);
	return db_number(s, st, 0, event, err);
}

/* The last of its events that left the file so. */
static bool told_moment(struct store *s, int64_t plan, const uint64_t hash[2], int64_t *event,
			struct err *err)
{
	static const char sql[] = "SELECT id, text FROM event WHERE plan = ?1"
				  " ORDER BY id DESC LIMIT ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan);
	db_int(st, 2, EVENTS_MOST);
	while (!*event && db_row(st))
		if (sqlite3_column_bytes(st, 1) == 2 * sizeof *hash &&
		    memcmp(sqlite3_column_blob(st, 1), hash, 2 * sizeof *hash) == 0)
			*event = db_get_int(st, 0);
	return db_end(s, st, err);
}

static bool time_of(struct store *s, int64_t event, int64_t *at, struct err *err)
{
	static const char sql[] = "SELECT at FROM event WHERE id = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, event);
	return db_number(s, st, 0, at, err);
}

/* Questions that are put to every plan that changed are simple ones: to prepare a
 * clever one takes longer than to answer all of these. */
bool store_moment(struct store *s, int64_t plan_row, const uint64_t hash[2], int64_t *event,
		  int64_t *at, struct err *err)
{
	int64_t kept = 0;
	*event = *at = 0;
	if (!kept_moment(s, plan_row, hash, &kept, err) ||
	    !told_moment(s, plan_row, hash, event, err))
		return false;
	*event = kept > *event ? kept : *event;
	return !*event || time_of(s, *event, at, err);
}

bool store_past_states(struct store *s, struct arena *a, int64_t plan_row, int64_t event,
		       edit_rows *out, struct err *err)
{
	/* what the file overtook after it was said is not said any more */
	static const char sql[] =
	    "SELECT e.task, e.after FROM (SELECT task, after, max(operation) AS last FROM edit"
	    "  WHERE plan = ?1 AND field = 'state' AND operation IN"
	    "   (SELECT operation FROM event WHERE plan = ?1 AND id <= ?2) GROUP BY task) e"
	    " JOIN operation o ON o.id = e.last WHERE NOT EXISTS (SELECT 1 FROM event f"
	    "  WHERE f.plan = ?1 AND f.task = e.task AND f.what = 'status'"
	    "  AND f.origin = 'file' AND f.id BETWEEN o.first_event AND ?2)";
	*out = (edit_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	db_int(st, 2, event);
	while (db_row(st)) {
		struct edit_row *e = vec_push(a, out);
		*e = (struct edit_row){ .plan = plan_row, .field = "state" };
		e->task = db_get_small(st, 0);
		e->after = db_get_text(st, 1, a);
	}
	return db_end(s, st, err);
}

bool store_status_events(struct store *s, struct arena *a, int64_t plan_row, event_list *out,
			 struct err *err)
{
	static const char sql[] =
	    "SELECT id, at, who, task, \"from\", \"to\","
	    " iif(origin = 'command', operation, 0) FROM event"
	    " WHERE plan = ?1 AND what IN ('status', 'restored') AND origin <> 'git'"
	    " ORDER BY id DESC LIMIT ?2";
	*out = (event_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	db_int(st, 2, EVENTS_MOST);
	while (db_row(st)) {
		struct event *e = vec_push(a, out);
		char at[21];
		*e = (struct event){ .plan = plan_row, .id = db_get_int(st, 0) };
		day_format(db_get_int(st, 1), at);
		e->at = arena_str(a, at);
		e->who = db_get_text(st, 2, a);
		e->task = db_get_small(st, 3);
		e->from = db_get_text(st, 4, a);
		e->to = db_get_text(st, 5, a);
		e->operation = db_get_int(st, 6);
	}
	return db_end(s, st, err);
}

bool store_state_before(struct store *s, struct arena *a, const struct event *e,
			const char **before, struct err *err)
{
	static const char sql[] = "SELECT before FROM edit WHERE operation = ?1"
				  " AND plan = ?2 AND task = ?3 AND field = 'state'";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*before = NULL;
	if (!st)
		return false;
	db_int(st, 1, e->operation);
	db_int(st, 2, e->plan);
	db_int(st, 3, e->task);
	if (db_row(st))
		*before = db_get_text(st, 0, a);
	return db_end(s, st, err);
}

/* ---- what saving would change ---- */

static bool add_plan_change(struct store *s, struct arena *a, int64_t row,
			    const struct phl_plan *plan, status_changes *out, struct err *err)
{
	static const char sql[] =
	    "SELECT status, status_from FROM plan WHERE row = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	if (db_row(st) && db_get_small(st, 0) != (int)plan->status)
		*vec_push(a, out) = (struct status_change){
			.from = (enum phl_status)db_get_small(st, 0),
			.from_by = (enum phl_status_from)db_get_small(st, 1),
			.to = plan->status,
			.to_by = plan->status_from,
		};
	return db_end(s, st, err);
}

bool store_status_changes(struct store *s, struct arena *a, int64_t plan_row,
			  const struct phl_plan *plan, status_changes *out, struct err *err)
{
	struct rows had = { .columns = TASK_COLUMNS };
	*out = (status_changes){ 0 };
	arena_reset(&s->scratch);
	if (!add_plan_change(s, a, plan_row, plan, out, err) ||
	    !rows_read(s, &s->scratch, &task_table, plan_row, &had, err))
		return false;
	const struct value **was = identity_tasks(s, &had, plan);
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct phl_task *task = &plan->tasks.v[i];
		if (!was[i] || was[i][TASK_STATUS].n == (int64_t)task->status ||
		    task->status_from == PHL_FROM_PLAN)
			continue;
		*vec_push(a, out) = (struct status_change){
			.task = child_seq(was[i][TASK_ID].n),
			.from = (enum phl_status)was[i][TASK_STATUS].n,
			.from_by = (enum phl_status_from)was[i][TASK_STATUS_FROM].n,
			.to = task->status,
			.to_by = task->status_from,
			.title = task->label ? task->label : task->title,
		};
	}
	return true;
}
