/* brief: the references of a plan, and no more of it than they need */
#include "store/columns.h"

#include <string.h>

#include "store/pack.h"

/* A task, and the seq that references know it by. */
struct known_task {
	int seq, position;
	struct phl_task task;
};
typedef PHL_LIST(struct known_task)
known_tasks;

static struct phl_task take_task(sqlite3_stmt *st, struct arena *a)
{
	size_t n = (size_t)sqlite3_column_bytes(st, 6);
	struct phl_task task = {
		.number = db_get_small(st, 2),
		.label = db_get_text(st, 3, a),
		.title = db_get_text(st, 4, a),
		.status = (enum phl_status)db_get_small(st, 5),
	};
	if (n)
		task.files.v = unpack_names(a, arena_dup(a, sqlite3_column_blob(st, 6), n), n,
					    &task.files.n);
	task.files.cap = task.files.n;
	return task;
}

static bool read_tasks(struct store *s, struct arena *a, int64_t row, known_tasks *out,
		       struct err *err)
{
	static const char sql[] =
	    "SELECT id & 65535, position, number, label, title, status, files FROM task"
	    " WHERE id BETWEEN ?1 AND ?2 AND position > 0 ORDER BY id";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*out = (known_tasks){ 0 };
	if (!st)
		return false;
	db_int(st, 1, child_id(row, 0));
	db_int(st, 2, child_id(row, CHILDREN_MAX));
	while (db_row(st))
		*vec_push(&s->scratch, out) =
		    (struct known_task){ .seq = db_get_small(st, 0),
					 .position = db_get_small(st, 1),
					 .task = take_task(st, a) };
	return db_end(s, st, err);
}

static bool put_tasks(const known_tasks *known, struct arena *a, struct phl_plan *plan,
		      int **seqs)
{
	plan->tasks.n = plan->tasks.cap = known->n;
	plan->tasks.v = arena_alloc(a, (known->n + 1) * sizeof *plan->tasks.v);
	*seqs = arena_alloc(a, (known->n + 1) * sizeof **seqs);
	for (size_t i = 0; i < known->n; i++) {
		int at = known->v[i].position - 1;
		if (at < 0 || (size_t)at >= known->n)
			return false;
		plan->tasks.v[at] = known->v[i].task;
		(*seqs)[at] = known->v[i].seq;
	}
	return true;
}

static int index_of(const known_tasks *known, int seq)
{
	size_t low = 0, high = known->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (known->v[middle].seq < seq)
			low = middle + 1;
		else
			high = middle;
	}
	return low < known->n && known->v[low].seq == seq ? known->v[low].position - 1 : -1;
}

/* Those of a task follow each other. */
static void put_refs(const packed_refs *refs, const known_tasks *known, struct arena *a,
		     struct phl_plan *plan, int *seqs)
{
	int seq = 0, task = -1;
	plan->refs.n = plan->refs.cap = refs->n;
	plan->refs.v = arena_raw(a, (refs->n + 1) * sizeof *plan->refs.v);
	for (size_t i = 0; i < refs->n; i++) {
		if (refs->v[i].task_seq != seq)
			task = index_of(known, refs->v[i].task_seq);
		seq = refs->v[i].task_seq;
		plan->refs.v[i] = refs->v[i].ref;
		plan->refs.v[i].task = task;
		seqs[i] = refs->v[i].seq;
	}
}

/* Everything else in the body is left where it is. */
static bool take_files(struct arena *scratch, sqlite3_stmt *st, struct arena *a,
		       struct phl_plan *plan)
{
	struct phl_plan whole = { 0 };
	if (!unpack_body(scratch, sqlite3_column_blob(st, 0),
			 (size_t)sqlite3_column_bytes(st, 0), &whole))
		return false;
	for (size_t i = 0; i < whole.files.n; i++)
		*vec_push(a, &plan->files) =
		    (struct phl_file){ .path = arena_str(a, whole.files.v[i].path),
				       .left = whole.files.v[i].left };
	return true;
}

static bool read_body(struct store *s, struct arena *a, int64_t row, struct phl_plan *plan,
		      packed_refs *refs, struct err *err)
{
	static const char sql[] = "SELECT bytes, refs FROM body WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	bool sound = false;
	if (!st)
		return false;
	db_int(st, 1, row);
	if (db_row(st)) {
		size_t n = (size_t)sqlite3_column_bytes(st, 1);
		const char *packed = arena_dup(a, sqlite3_column_blob(st, 1), n);
		sound = take_files(&s->scratch, st, a, plan) &&
			unpack_refs(&s->scratch, packed, n, refs);
	}
	return db_end(s, st, err) && (sound || plan_damaged(s, row, err));
}

bool store_plan_refs(struct store *s, struct arena *a, int64_t plan_row,
		     struct phl_plan **out, int **seqs, int **task_seqs, struct err *err)
{
	struct phl_plan *plan = arena_alloc(a, sizeof *plan);
	known_tasks tasks;
	packed_refs refs = { 0 };
	*out = plan;
	arena_reset(&s->scratch);
	if (!read_body(s, a, plan_row, plan, &refs, err) ||
	    !read_tasks(s, a, plan_row, &tasks, err))
		return false;
	if (!put_tasks(&tasks, a, plan, task_seqs))
		return plan_damaged(s, plan_row, err);
	*seqs = arena_raw(a, (refs.n + 1) * sizeof **seqs);
	put_refs(&refs, &tasks, a, plan, *seqs);
	return true;
}
