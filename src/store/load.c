/* load: a plan as it was saved */
#include "store/columns.h"

#include <string.h>

#include "store/pack.h"

bool plan_damaged(struct store *s, int64_t row, struct err *err)
{
	return err_set(
	    err, ERR_IO,
	    "%s is damaged (plan %lld); delete it and run `phaseline sync`: only"
	    " the journal of changes is lost",
	    s->path, (long long)row);
}

static bool load_row(struct store *s, struct arena *a, int64_t row, struct phl_plan *plan,
		     struct err *err)
{
	static const char sql[] = "SELECT * FROM plan WHERE row = ?1 AND removed IS NULL";
	struct rows rows = { .columns = PLAN_COLUMNS };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	if (db_row(st))
		rows_take(a, &rows, st);
	if (!db_end(s, st, err))
		return false;
	if (!rows.n)
		return err_set(err, ERR_USAGE, "%s: there is no plan %lld", s->path,
			       (long long)row);
	plan_of_values(rows_at(&rows, 0), a, plan);
	return true;
}

/* *refs: what is packed of its references. */
static bool load_body(struct store *s, struct arena *a, int64_t row,
		      struct phl_plan *plan, packed_refs *refs, struct err *err)
{
	static const char sql[] = "SELECT bytes, refs FROM body WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	bool sound = false;
	if (db_row(st)) {
		size_t n = (size_t)sqlite3_column_bytes(st, 0);
		size_t refs_n = (size_t)sqlite3_column_bytes(st, 1);
		const char *bytes = arena_dup(a, sqlite3_column_blob(st, 0), n);
		const char *packed = arena_dup(a, sqlite3_column_blob(st, 1), refs_n);
		sound = unpack_body(a, bytes, n, plan) &&
			unpack_refs(a, packed, refs_n, refs);
	}
	return db_end(s, st, err) && (sound || plan_damaged(s, row, err));
}

bool store_needs(struct store *s, struct arena *a, int64_t plan_row,
		 struct phl_plan *plan, struct err *err)
{
	static const char sql[] = "SELECT depends_on FROM plan WHERE row = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	if (db_row(st)) {
		size_t n = (size_t)sqlite3_column_bytes(st, 0);
		const char *bytes = arena_dup(a, sqlite3_column_blob(st, 0), n);
		plan->depends_on.v = unpack_names(a, bytes, n, &plan->depends_on.n);
		plan->depends_on.cap = plan->depends_on.n;
	}
	return db_end(s, st, err);
}

/* A list of `n` zeroed items, the place of each to be filled. */
#define LIST_OF(a, list, count)                                                          \
	((list)->n = (list)->cap = (count),                                              \
	 (list)->v = (count) ? arena_alloc(a, (count) * sizeof *(list)->v) : NULL)

/* Index of a row with this position among `n`, which must have no gaps. */
static bool place(const struct value *v, size_t n, size_t *at)
{
	*at = (size_t)(v->n - 1);
	return v->n >= 1 && *at < n;
}

static bool load_tasks(struct store *s, struct arena *a, int64_t row, struct rows *rows,
		       struct phl_plan *plan, struct err *err)
{
	if (!rows_read(s, a, &task_table, row, rows, err))
		return false;
	size_t live = 0, at;
	for (size_t i = 0; i < rows->n; i++)
		live += rows_at(rows, i)[TASK_POSITION].n != 0;
	LIST_OF(a, &plan->tasks, live);
	for (size_t i = 0; i < rows->n; i++) {
		const struct value *v = rows_at(rows, i);
		if (!v[TASK_POSITION].n)
			continue;
		if (!place(&v[TASK_POSITION], live, &at) ||
		    !task_of_values(v, a, &plan->tasks.v[at]))
			return plan_damaged(s, row, err);
	}
	return true;
}

/* Index of the task with a seq, -1 for none. */
static int task_index(const struct rows *tasks, int64_t seq)
{
	size_t low = 0, high = tasks->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (child_seq(rows_at(tasks, middle)->n) < seq)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == tasks->n || child_seq(rows_at(tasks, low)->n) != seq)
		return -1;
	return (int)rows_at(tasks, low)[TASK_POSITION].n - 1;
}

static bool load_states(struct store *s, struct arena *a, int64_t row,
			const struct rows *tasks, struct phl_plan *plan, struct err *err)
{
	state_list states;
	if (!store_states(s, a, row, &states, err))
		return false;
	for (size_t i = 0; i < states.n; i++) {
		int at = task_index(tasks, states.v[i].task);
		if (states.v[i].task && at >= 0)
			state_of_task(a, &states.v[i], &plan->tasks.v[at]);
	}
	return true;
}

static void load_refs(struct arena *a, const packed_refs *packed, const struct rows *tasks,
		      struct phl_plan *plan)
{
	size_t n = packed->n;

	LIST_OF(a, &plan->refs, n);
	for (size_t i = 0; i < n; i++) {
		plan->refs.v[i] = packed->v[i].ref;
		plan->refs.v[i].task = task_index(tasks, packed->v[i].task_seq);
	}
}

static bool load_findings(struct store *s, struct arena *a, int64_t row,
			  struct phl_plan *plan, struct err *err)
{
	struct rows rows;
	if (!rows_read(s, a, &finding_table, row, &rows, err))
		return false;
	LIST_OF(a, &plan->findings, rows.n);
	for (size_t i = 0; i < rows.n; i++)
		finding_of_values(rows_at(&rows, i), &plan->findings.v[i]);
	return true;
}

bool store_plan(struct store *s, struct arena *a, int64_t plan_row, struct phl_plan **out,
		struct err *err)
{
	struct phl_plan *plan = arena_alloc(a, sizeof *plan);
	struct rows tasks;
	packed_refs refs = { 0 };
	*out = plan;
	if (!load_row(s, a, plan_row, plan, err) ||
	    !load_body(s, a, plan_row, plan, &refs, err) ||
	    !load_tasks(s, a, plan_row, &tasks, plan, err) ||
	    !load_states(s, a, plan_row, &tasks, plan, err))
		return false;
	load_refs(a, &refs, &tasks, plan);
	return load_findings(s, a, plan_row, plan, err);
}
