/* whole: what is asked of all plans at once, in one query */
#include "store/db.h"

#include "store/pack.h"

bool store_all_needs(struct store *s, struct arena *a, needs_rows *out, struct err *err)
{
	static const char sql[] =
	    "SELECT row, depends_on FROM plan WHERE removed IS NULL AND"
	    " status NOT IN (3, 4) AND depends_on IS NOT NULL ORDER BY row";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*out = (needs_rows){ 0 };
	if (!st)
		return false;
	while (db_row(st)) {
		struct needs_row *row = vec_push(a, out);
		size_t n = (size_t)sqlite3_column_bytes(st, 1);
		const char *bytes = arena_dup(a, sqlite3_column_blob(st, 1), n);
		row->plan = db_get_int(st, 0);
		row->needs.v = unpack_names(a, bytes, n, &row->needs.n);
	}
	return db_end(s, st, err);
}

bool store_settled(struct store *s, struct arena *a, settled_rows *out, struct err *err)
{
	static const char sql[] =
	    "SELECT e.plan, e.task, max(e.at) FROM event e JOIN plan p ON p.row = e.plan"
	    " LEFT JOIN task t ON t.id = e.plan << 16 | e.task AND e.task > 0"
	    " WHERE e.what = 'status' AND e.\"to\" IN ('done', 'skipped')"
	    " AND p.removed IS NULL AND coalesce(t.status, p.status) IN (3, 4)"
	    " AND (e.task = 0 OR t.position > 0)"
	    " GROUP BY e.plan, e.task";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*out = (settled_rows){ 0 };
	if (!st)
		return false;
	while (db_row(st)) {
		struct settled_row *row = vec_push(a, out);
		row->plan = db_get_int(st, 0);
		row->task = db_get_small(st, 1);
		row->at = db_get_int(st, 2);
	}
	return db_end(s, st, err);
}
