#include "store/events.h"

#include "base/day.h"

bool events_add(struct store *s, const struct new_event *e, int64_t when, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO event (at, who, origin, plan, task, what, \"from\", \"to\", note,"
	    " minutes, operation, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
	    " nullif(?10, 0), nullif(?11, 0), ?12)";
	if (!e->origin)
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, when);
	db_text(st, 2, e->who);
	db_text(st, 3, e->origin);
	db_int(st, 4, e->plan);
	db_int(st, 5, e->task);
	db_text(st, 6, e->what);
	db_text(st, 7, e->from);
	db_text(st, 8, e->to);
	db_text(st, 9, e->note);
	db_int(st, 10, e->minutes);
	db_int(st, 11, e->operation);
	if (e->text)
		db_blob(st, 12, e->text, 2 * sizeof *e->text);
	return db_run(s, st, err);
}

bool store_add_event(struct store *s, const struct new_event *e, int64_t when,
		     struct err *err)
{
	return events_add(s, e, when, err);
}

bool events_about_task(struct store *s, int64_t plan_row, int seq, bool *any,
		       struct err *err)
{
	static const char sql[] =
	    "SELECT 1 FROM event WHERE plan = ?1 AND task = ?2 LIMIT 1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	int64_t found;
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	db_int(st, 2, seq);
	if (!db_number(s, st, 0, &found, err))
		return false;
	*any = found != 0;
	return true;
}

static void take_event(struct arena *a, sqlite3_stmt *st, struct event *e)
{
	char at[21];
	e->id = db_get_int(st, 0);
	day_format(db_get_int(st, 1), at);
	e->at = arena_str(a, at);
	e->who = db_get_text(st, 2, a);
	e->origin = db_need_text(st, 3, a);
	e->plan_id = db_get_text(st, 4, a);
	e->plan_path = db_get_text(st, 5, a);
	e->task = db_get_small(st, 6);
	e->task_title = db_get_text(st, 7, a);
	e->what = db_need_text(st, 8, a);
	e->from = db_get_text(st, 9, a);
	e->to = db_get_text(st, 10, a);
	e->note = db_get_text(st, 11, a);
	e->minutes = db_get_int(st, 12);
	e->operation = db_get_int(st, 13);
	e->number = db_get_small(st, 14);
	e->undoes = db_get_text(st, 15, a);
	e->label = db_get_text(st, 16, a);
}

#define EVENT_COLUMNS                                                                    \
	"SELECT e.id, e.at, e.who, e.origin, p.id, p.path,"                              \
	" CASE WHEN e.task = 0 THEN 0 WHEN t.position > 0 THEN t.position ELSE -1 END,"  \
	" t.title, e.what, e.\"from\", e.\"to\", e.note, e.minutes, e.operation,"        \
	" coalesce(t.number, 0), u.command, t.label"                                           \
	" FROM event e JOIN plan p ON p.row = e.plan"                                    \
	" LEFT JOIN task t ON t.id = (e.plan << 16) + e.task AND e.task > 0"             \
	" LEFT JOIN operation o ON o.id = e.operation"                                   \
	" LEFT JOIN operation u ON u.id = o.undoes"

bool store_events_like(struct store *s, struct arena *a, const struct event_filter *f,
		       event_list *out, struct err *err)
{
	static const char of_all[] =
	    EVENT_COLUMNS " WHERE e.at >= ?2 AND (?3 = 0 OR e.what = 'rollback' OR"
			  " 'rolled-back' IN (e.\"from\", e.\"to\"))"
			  " AND (?5 = 0 OR e.what <> 'seen')"
			  " ORDER BY e.at DESC, e.id DESC LIMIT ?4";
	static const char of_plan[] =
	    EVENT_COLUMNS " WHERE e.plan = ?1 AND e.at >= ?2 AND (?3 = 0 OR e.what ="
			  " 'rollback' OR 'rolled-back' IN (e.\"from\", e.\"to\"))"
			  " AND (?5 = 0 OR e.what <> 'seen')"
			  " ORDER BY e.at DESC, e.id DESC LIMIT ?4";
	*out = (event_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, f->plan ? of_plan : of_all, err);
	if (!st)
		return false;
	if (f->plan)
		db_int(st, 1, f->plan);
	db_int(st, 2, f->since ? f->since : INT64_MIN);
	db_int(st, 3, f->rollbacks);
	db_int(st, 4, f->limit > 0 ? f->limit : -1);
	db_int(st, 5, f->after_seen);
	while (db_row(st))
		take_event(a, st, vec_push(a, out));
	return db_end(s, st, err);
}

bool store_events(struct store *s, struct arena *a, int64_t plan_row, int limit,
		  event_list *out, struct err *err)
{
	struct event_filter f = { .plan = plan_row, .limit = limit };
	return store_events_like(s, a, &f, out, err);
}

bool store_why(struct store *s, struct arena *a, int64_t plan_row, int64_t task_row,
	       enum phl_status status, const char **since, const char **why, struct err *err)
{
	static const char sql[] =
	    "SELECT at, note FROM event WHERE plan = ?1 AND task = ?2 AND what = 'status'"
	    " AND \"to\" = ?3 AND \"from\" IS NOT \"to\" ORDER BY id DESC LIMIT 1";
	char at[21];
	*since = *why = NULL;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, task_row ? task_row >> 16 : plan_row);
	db_int(st, 2, task_row & 0xffff);
	db_text(st, 3, phl_status_word(status));
	if (db_row(st)) {
		day_format(db_get_int(st, 0), at);
		*since = arena_str(a, at);
		*why = db_get_text(st, 1, a);
	}
	return db_end(s, st, err);
}

bool store_operation_events(struct store *s, struct arena *a, int64_t operation,
			    event_list *out, struct err *err)
{
	static const char sql[] =
	    "SELECT e.id, e.at, e.who, e.origin, p.id, p.path, e.task, NULL, e.what,"
	    " e.\"from\", e.\"to\", e.note, e.minutes, e.operation, 0, NULL, e.plan"
	    " FROM event e JOIN plan p ON p.row = e.plan WHERE e.operation = ?1 AND e.id >="
	    " (SELECT first_event FROM operation WHERE id = ?1) ORDER BY e.id";
	*out = (event_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, operation);
	while (db_row(st)) {
		struct event *e = vec_push(a, out);
		take_event(a, st, e);
		e->plan = db_get_int(st, 16);
	}
	return db_end(s, st, err);
}

bool store_first_event(struct store *s, int64_t plan_row, int64_t *at, struct err *err)
{
	static const char of_plan[] = "SELECT min(at) FROM event WHERE plan = ?1";
	static const char of_any[] = "SELECT min(at) FROM event";
	sqlite3_stmt *st = db_prepare(s, plan_row ? of_plan : of_any, err);
	if (!st)
		return false;
	if (plan_row)
		db_int(st, 1, plan_row);
	*at = INT64_MAX;
	if (db_row(st) && sqlite3_column_type(st, 0) != SQLITE_NULL)
		*at = db_get_int(st, 0);
	return db_end(s, st, err);
}
