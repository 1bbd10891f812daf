/* work: tasks, findings and notes over all plans */
#include "store/columns.h"

#include <string.h>

#include "base/text.h"
#include "store/order.h"
#include "store/pack.h"

static bool damaged(struct store *s, const char *path, struct err *err)
{
	return err_set(err, ERR_IO,
		       "%s is damaged (%s); delete it and run `phaseline sync`: only the"
		       " journal of changes is lost",
		       s->path, path);
}

/* ---- tasks ---- */

#define PLAN_PART 7 /* columns of the plan before those of the task, */
#define STATE_PART (PLAN_PART + TASK_COLUMNS) /* and of its state behind them */

static bool touches(const struct phl_task *task, const char *file)
{
	size_t n = strlen(file);
	for (size_t i = 0; i < task->files.n; i++) {
		size_t len = strlen(task->files.v[i]);
		const char *end = task->files.v[i] + len;
		if (len >= n && !memcmp(end - n, file, n) &&
		    (len == n || end[-n - 1] == '/'))
			return true;
	}
	return false;
}

static void take_values(struct arena *a, sqlite3_stmt *st, struct value *v)
{
	for (int i = 0; i < TASK_COLUMNS; i++) {
		int column = PLAN_PART + i;
		v[i] = (struct value){ .type = sqlite3_column_type(st, column) };
		if (v[i].type == SQLITE_INTEGER) {
			v[i].n = db_get_int(st, column);
		} else if (v[i].type != SQLITE_NULL) {
			const void *bytes = sqlite3_column_blob(st, column);
			v[i].n = sqlite3_column_bytes(st, column);
			v[i].s = arena_dup(a, bytes, (size_t)v[i].n);
		}
	}
}

/* The plan of the rows that come: one copy of its texts goes for all its tasks. */
struct parent {
	int64_t row;
	const char *sort;
	struct task_row part;
};

static void take_parent(struct arena *a, sqlite3_stmt *st, struct parent *p)
{
	int64_t row = db_get_int(st, 0);
	if (row == p->row)
		return;
	p->row = row;
	p->sort = db_need_text(st, 1, a);
	p->part = (struct task_row){
		.plan_id = db_need_text(st, 2, a),
		.plan_path = db_need_text(st, 3, a),
		.plan_title = db_get_text(st, 4, a),
		.plan_status = (enum phl_status)db_get_small(st, 5),
		.owner = db_get_text(st, 6, a),
	};
}

static bool take_task(struct arena *a, sqlite3_stmt *st, struct task_row *row)
{
	struct value v[TASK_COLUMNS];
	take_values(a, st, v);
	row->row = v[TASK_ID].n;
	row->position = (int)v[TASK_POSITION].n;
	if (!task_of_values(v, a, &row->task))
		return false;
	struct state state = { .owner = db_get_text(st, STATE_PART, a),
			       .started = db_get_int(st, STATE_PART + 1),
			       .spent = db_get_int(st, STATE_PART + 2) };
	state_of_task(a, &state, &row->task);
	if (state.owner)
		row->owner = state.owner;
	return true;
}

static const char *padded_number(struct arena *a, const char *phase)
{
	if (phase && is_digit(phase[0]) && !is_digit(phase[1]))
		return arena_printf(a, "0%s", phase);
	return phase;
}

static void bind_filter(sqlite3_stmt *st, struct arena *a, const struct task_filter *f)
{
	db_int(st, 1, f->status);
	if (f->plan)
		db_int(st, 2, f->plan);
	db_text(st, 3, f->owner);
	db_text(st, 4, f->phase);
	db_text(st, 5, padded_number(a, f->phase));
	db_text(st, 6, f->phase ? arena_printf(a, "/%s", f->phase) : NULL);
}

#define COLUMNS                                                                          \
	"SELECT p.row, p.sort, p.id, p.path, p.title, p.status, p.owner, t.*, s.owner,"   \
	" s.started, s.spent"
#define OF_PLAN " ON t.id BETWEEN p.row << 16 AND (p.row << 16) + 65535"
#define FILTER                                                                           \
	" JOIN phase h ON h.row = p.phase_row LEFT JOIN state s ON s.id = t.id"          \
	" WHERE p.removed IS NULL AND t.position > 0"                                    \
	" AND (?1 < 0 OR t.status = ?1)"                                                 \
	" AND (?3 IS NULL OR coalesce(s.owner, p.owner) = ?3)"                                              \
	" AND (?4 IS NULL OR p.phase IN (?4, ?5) OR p.phase_name = ?4 OR h.dir = ?4"     \
	"  OR substr(h.dir, -length(?6)) = ?6)"

/* Only what is asked for is looked at: one plan, what is blocked, or all. */
static const char *task_query(const struct task_filter *filter)
{
	static const char of_all[] =
	    COLUMNS " FROM plan p CROSS JOIN task t" OF_PLAN FILTER;
	static const char of_plan[] =
	    COLUMNS " FROM plan p CROSS JOIN task t" OF_PLAN FILTER " AND p.row = ?2";
	/* the words of index task_blocked, so that it serves */
	static const char blocked[] =
	    COLUMNS " FROM task t INDEXED BY task_blocked CROSS JOIN plan p"
		    " ON p.row = t.id >> 16" FILTER " AND t.status = 2";
	if (filter->plan)
		return of_plan;
	return filter->status == PHL_BLOCKED ? blocked : of_all;
}

bool store_tasks(struct store *s, struct arena *a, const struct task_filter *filter,
		 task_rows *out, struct err *err)
{
	*out = (task_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, task_query(filter), err);
	if (!st)
		return false;
	bind_filter(st, a, filter);
	struct parent parent = { 0 };
	order_keys keys = { 0 };
	arena_reset(&s->scratch);
	while (db_row(st)) {
		take_parent(a, st, &parent);
		struct task_row row = parent.part;
		if (!take_task(a, st, &row)) {
			sqlite3_reset(st);
			return damaged(s, row.plan_path, err);
		}
		if (filter->file && !touches(&row.task, filter->file))
			continue;
		*vec_push(&s->scratch, &keys) =
		    (struct order_key){ parent.sort, row.position, out->n };
		*vec_push(a, out) = row;
	}
	if (!db_end(s, st, err))
		return false;
	out->v = order_rows(a, &keys, out->v, sizeof *out->v);
	out->cap = out->n;
	return true;
}

/* ---- findings ---- */

#define FINDINGS                                                                         \
	"SELECT p.path, f.rule, f.severity, f.line, f.col, f.message, p.id FROM "        \
	"finding f"                                                                      \
	" CROSS JOIN plan p ON p.row = f.id >> 16"

bool store_findings(struct store *s, struct arena *a, const char *rule, bool worst_first,
		    int limit, finding_rows *out, struct err *err)
{
	static const char in_order[] =
	    FINDINGS " WHERE (?1 IS NULL OR f.rule = ?1) ORDER BY p.path, f.line, f.col,"
		     " f.id LIMIT ?2";
	/* by index; rows of plans are in order of first sight, mostly that of paths */
	static const char by_weight[] = FINDINGS
	    " WHERE (?1 IS NULL OR f.rule = ?1) ORDER BY f.severity DESC, f.id LIMIT ?2";
	*out = (finding_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, worst_first ? by_weight : in_order, err);
	if (!st)
		return false;
	db_text(st, 1, rule);
	db_int(st, 2, limit > 0 ? limit : -1);
	while (db_row(st)) {
		struct finding_row *row = vec_push(a, out);
		row->path = db_need_text(st, 0, a);
		row->finding.rule = db_need_text(st, 1, a);
		row->finding.severity = (enum phl_severity)db_get_small(st, 2);
		row->finding.line = db_get_small(st, 3);
		row->finding.col = db_get_small(st, 4);
		row->finding.message = db_need_text(st, 5, a);
		row->plan_id = db_need_text(st, 6, a);
	}
	return db_end(s, st, err);
}

/* ---- notes ---- */

static bool take_notes(struct arena *a, sqlite3_stmt *st, const char *kind,
		       note_rows *out)
{
	struct phl_plan plan = { 0 };
	size_t n = (size_t)sqlite3_column_bytes(st, 3);
	if (!unpack_body(a, arena_dup(a, sqlite3_column_blob(st, 3), n), n, &plan))
		return false;
	for (size_t i = 0; i < plan.notes.n; i++) {
		if (!plan.notes.v[i].kind || strcmp(plan.notes.v[i].kind, kind) != 0)
			continue;
		struct note_row *row = vec_push(a, out);
		row->plan_id = db_need_text(st, 0, a);
		row->plan_path = db_need_text(st, 1, a);
		row->plan_title = db_get_text(st, 2, a);
		row->note = plan.notes.v[i];
	}
	return true;
}

bool store_notes(struct store *s, struct arena *a, const char *kind, note_rows *out,
		 struct err *err)
{
	static const char sql[] =
	    "SELECT p.id, p.path, p.title, b.bytes FROM plan p JOIN body b ON"
	    " b.plan = p.row WHERE p.removed IS NULL AND p.remarks > 0 ORDER BY"
	    " p.sort";
	*out = (note_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (db_row(st)) {
		if (!take_notes(a, st, kind, out)) {
			const char *path = db_need_text(st, 1, a);
			sqlite3_reset(st);
			return damaged(s, path, err);
		}
	}
	return db_end(s, st, err);
}
