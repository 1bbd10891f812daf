/* plans: save one as it is now */
#include "store/columns.h"

#include <stdlib.h>
#include <string.h>

#include "model/plan.h"
#include "store/events.h"
#include "store/evidence.h"
#include "store/identity.h"
#include "store/pack.h"
#include "store/past.h"
#include "store/phases.h"
#include "store/search.h"
#include "store/touches.h"

struct saving {
	struct store *s;
	const struct phl_plan *plan;
	const struct occasion *occasion;
	int64_t row;
	bool told; /* there was something to tell */
	struct rows had, now; /* one row of the plan table each; had may be empty */
	struct rows old_tasks;
	const struct value **tasks_were;
	int *task_seqs;
	bool refs_changed;
};

static const char *status_word(const struct value *v)
{
	return v->n >= 0 && v->n < PHL_STATUSES ? phl_status_words[v->n] : NULL;
}

/* ---- telling the journal ---- */

static bool add_event(struct saving *k, struct new_event *e, struct err *err)
{
	e->plan = k->row;
	e->origin = k->occasion->origin;
	e->text = k->occasion->text;
	k->told = true;
	return events_add(k->s, e, k->occasion->when, err);
}

static bool tell(struct saving *k, int task, const char *what, const char *from,
		 const char *to, struct err *err)
{
	struct new_event e = { .task = task, .what = what, .from = from, .to = to };
	return add_event(k, &e, err);
}

static bool status_event(struct saving *k, int task, int64_t from, int64_t to,
			 struct err *err)
{
	const struct value was = { .n = from }, now = { .n = to };
	if (from == PHL_IN_PROGRESS && k->occasion->origin &&
	    !states_stop_clock(k->s, k->row, task, err))
		return false;
	return k->occasion->restored ||
	       tell(k, task, "status", status_word(&was), status_word(&now), err);
}

/* ---- the plan's own row ---- */

static bool read_known(struct saving *k, struct err *err)
{
	static const char sql[] = "SELECT * FROM plan WHERE row = ?1";
	k->had = (struct rows){ .columns = PLAN_COLUMNS };
	if (!k->row)
		return true;
	sqlite3_stmt *st = db_prepare(k->s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, k->row);
	if (db_row(st))
		rows_take(&k->s->scratch, &k->had, st);
	if (!db_end(k->s, st, err))
		return false;
	return k->had.n || err_set(err, ERR_IO, "%s: plan %lld is not in the store",
				   k->s->path, (long long)k->row);
}

static bool insert_plan(struct saving *k, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO plan SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10,"
	    " c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24,"
	    " c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38,"
	    " c39, c40, c41, c42, c43, c44, c45, c46, c47 FROM given";
	if (!rows_give(k->s, sql, &k->now, err))
		return false;
	k->row = sqlite3_last_insert_rowid(k->s->db);
	return true;
}

/* Does it differ in a column from `from` up to `to`? */
static bool differs(const struct saving *k, int from, int to)
{
	const struct value *had = rows_at(&k->had, 0), *now = rows_at(&k->now, 0);
	for (int i = from; i < to; i++)
		if (!value_same(&had[i], &now[i]))
			return true;
	return false;
}

/* Columns of indexes are left alone where they can be: naming them in an UPDATE
 * rewrites the indexes. */
static bool update_plan(struct saving *k, struct err *err)
{
	static const char known_by[] =
	    "UPDATE plan SET (path, id, phase_row, sort, removed, hash)"
	    " = (SELECT c1, c2, c3, c4, c46, c47 FROM given)"
	    " WHERE row = (SELECT c0 FROM given)";
	static const char all_else[] =
	    "UPDATE plan SET (phase, plan, phase_name, family, title, title_from,"
	    " status, status_from, status_text, estimate_low, estimate_high,"
	    " estimate_text, actual_low, actual_high, actual_text, created,"
	    " started, completed, wave, owner, priority, type, summarised,"
	    " summary_path, tasks_pending, tasks_in_progress, tasks_blocked,"
	    " tasks_done, tasks_skipped, tasks_rolled_back, refs, refs_bound,"
	    " refs_checked, refs_cleared, refs_contradicted, works_finished, notes,"
	    " warnings, errors, remarks, depends_on) ="
	    " (SELECT c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17,"
	    " c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31,"
	    " c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45 FROM"
	    " given)"
	    " WHERE row = (SELECT c0 FROM given)";
	bool moved =
	    differs(k, PLAN_PATH, PLAN_PHASE) || differs(k, PLAN_REMOVED, PLAN_COLUMNS);
	return (!moved || rows_give(k->s, known_by, &k->now, err)) &&
	       (!differs(k, PLAN_PHASE, PLAN_REMOVED) ||
		rows_give(k->s, all_else, &k->now, err));
}

static bool save_row(struct saving *k, const char *summary_path, struct err *err)
{
	struct store *s = k->s;
	const char *sort;
	int64_t phase;
	if (!phases_place(s, k->plan, &phase, &sort, err))
		return false;
	k->now = (struct rows){ .columns = PLAN_COLUMNS };
	struct value *now = rows_add(&s->scratch, &k->now);
	plan_values(now, k->plan, summary_path, &s->scratch);
	now[PLAN_PHASE_ROW] = value_int(phase);
	now[PLAN_SORT] = value_text(sort);
	if (k->had.n) /* evidence_follow() says what has become of it */
		memcpy(&now[PLAN_EVIDENCE], &rows_at(&k->had, 0)[PLAN_EVIDENCE],
		       (PLAN_FINDINGS - PLAN_EVIDENCE) * sizeof *now);
	if (k->row)
		now[PLAN_ROW] = value_int(k->row);
	if (!(k->row ? update_plan(k, err) : insert_plan(k, err)))
		return false;
	if (k->had.n && rows_at(&k->had, 0)[PLAN_REMOVED].type == SQLITE_NULL)
		phases_count(s, rows_at(&k->had, 0), -1);
	phases_count(s, now, 1);
	return true;
}

/* ---- what belongs to it ---- */

static bool read_old(struct saving *k, const struct child_table *t, struct rows *out,
		     struct err *err)
{
	*out = (struct rows){ .columns = t->columns };
	return !k->had.n || rows_read(k->s, &k->s->scratch, t, k->row, out, err);
}

/* Tasks that are gone but have a history stay, at position 0. */
static bool keep_gone(struct saving *k, struct rows *now, struct err *err)
{
	struct store *s = k->s;
	bool *kept = arena_alloc(&s->scratch, k->old_tasks.n * sizeof *kept);
	for (size_t j = 0; j < k->plan->tasks.n; j++)
		if (k->tasks_were[j])
			kept[(k->tasks_were[j] - k->old_tasks.v) / TASK_COLUMNS] = true;
	for (size_t i = 0; i < k->old_tasks.n; i++) {
		const struct value *old = rows_at(&k->old_tasks, i);
		int seq = child_seq(old->n);
		bool any;
		if (kept[i])
			continue;
		if (!events_about_task(s, k->row, seq, &any, err))
			return false;
		if (!any)
			continue;
		struct value *v = rows_add(&s->scratch, now);
		memcpy(v, old, TASK_COLUMNS * sizeof *v);
		v[TASK_POSITION] = value_int(0);
		if (old[TASK_POSITION].n && !tell(k, seq, "removed", NULL, NULL, err))
			return false;
	}
	return true;
}

static bool save_tasks(struct saving *k, struct err *err)
{
	struct store *s = k->s;
	const struct phl_plan *plan = k->plan;
	if (!read_old(k, &task_table, &k->old_tasks, err))
		return false;
	k->tasks_were = identity_tasks(s, &k->old_tasks, plan);
	k->task_seqs = identity_seqs(s, &k->old_tasks, k->tasks_were, plan->tasks.n);
	struct rows now = { .columns = TASK_COLUMNS };
	for (size_t i = 0; i < plan->tasks.n; i++)
		task_values(rows_add(&s->scratch, &now),
			    child_id(k->row, k->task_seqs[i]), (int)i + 1,
			    &plan->tasks.v[i], &s->scratch);
	if (k->old_tasks.n && !keep_gone(k, &now, err))
		return false;
	return rows_change(s, &task_table, &k->old_tasks, &now, err);
}

/* The body as it is in the store; empty where the plan is new. */
struct old_body {
	struct value bytes, refs;
};

static bool read_body(struct saving *k, struct old_body *out, struct err *err)
{
	static const char sql[] = "SELECT bytes, refs FROM body WHERE plan = ?1";
	struct rows rows = { .columns = 2 };
	*out = (struct old_body){ 0 };
	if (!k->had.n)
		return true;
	sqlite3_stmt *st = db_prepare(k->s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, k->row);
	if (db_row(st)) {
		rows_take(&k->s->scratch, &rows, st);
		*out = (struct old_body){ rows.v[0], rows.v[1] };
	}
	return db_end(k->s, st, err);
}

static int compare_seq(const void *a, const void *b)
{
	return ((const struct packed_ref *)a)->seq - ((const struct packed_ref *)b)->seq;
}

static bool old_refs(struct saving *k, const struct value *packed, struct rows *out,
		     struct err *err)
{
	struct arena *a = &k->s->scratch;
	packed_refs refs = { 0 };
	*out = (struct rows){ .columns = REF_COLUMNS };
	if (!unpack_refs(a, packed->s, (size_t)packed->n, &refs))
		return err_set(err, ERR_IO, "%s: plan %lld is damaged", k->s->path,
			       (long long)k->row);
	for (size_t i = 0; i < refs.n; i++)
		refs.v[i].ref.task = (int)i + 1; /* its position */
	if (refs.n)
		qsort(refs.v, refs.n, sizeof *refs.v, compare_seq);
	for (size_t i = 0; i < refs.n; i++) {
		const struct phl_ref *ref = &refs.v[i].ref;
		struct value *v = rows_add(a, out);
		v[REF_SEQ] = value_int(refs.v[i].seq);
		v[REF_POSITION] = value_int(ref->task);
		v[REF_PATH] = value_text(ref->path);
		v[REF_FIRST] = value_int(ref->first);
		v[REF_LAST] = value_int(ref->last);
		v[REF_EXPECTED] = value_text(ref->expected);
	}
	return true;
}

static bool pack_all_refs(struct saving *k, const struct value *old, struct buf *b,
			  struct err *err)
{
	const struct phl_plan *plan = k->plan;
	struct rows had;
	if (!old_refs(k, old, &had, err))
		return false;
	int *seqs = identity_seqs(k->s, &had, identity_refs(k->s, &had, plan), plan->refs.n);
	for (size_t i = 0; i < plan->refs.n; i++) {
		struct packed_ref r = { .seq = seqs[i], .ref = plan->refs.v[i] };
		bool in_task = r.ref.task >= 0 && (size_t)r.ref.task < plan->tasks.n;
		r.task_seq = in_task ? k->task_seqs[r.ref.task] : 0;
		pack_ref(b, &r, i ? &plan->refs.v[i - 1] : NULL);
	}
	return true;
}

static bool write_body(struct saving *k, const char *sql, const struct value *bytes,
		       const struct value *refs, struct err *err)
{
	sqlite3_stmt *st = db_prepare(k->s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, k->row);
	db_blob(st, 2, bytes->s, (size_t)bytes->n);
	db_blob(st, 3, refs->s, (size_t)refs->n);
	return db_run(k->s, st, err);
}

/* After the tasks, whose seqs its references name. */
static bool save_body(struct saving *k, struct err *err)
{
	static const char insert[] =
	    "INSERT OR FAIL INTO body (plan, bytes, refs) VALUES (?1, ?2, ?3)";
	static const char update[] =
	    "UPDATE body SET bytes = ?2, refs = ?3 WHERE plan = ?1";
	struct buf *body = &k->s->packed[0], *lines = &k->s->packed[1];
	struct old_body old;
	buf_clear(body);
	buf_clear(lines);
	if (!read_body(k, &old, err) || !pack_all_refs(k, &old.refs, lines, err))
		return false;
	pack_body(body, k->plan);
	struct value bytes = value_blob(body->s, body->n);
	struct value refs = value_blob(lines->s, lines->n);
	if (old.bytes.type && value_same(&old.bytes, &bytes) && value_same(&old.refs, &refs))
		return true;
	k->refs_changed = !evidence_same_refs(k->s, &old.refs, &refs);
	return write_body(k, old.bytes.type ? update : insert, &bytes, &refs, err);
}

/* Beyond what ids have room for, only the count tells of them. */
static bool save_findings(struct saving *k, struct err *err)
{
	struct rows had, now = { .columns = FINDING_COLUMNS };
	if (!read_old(k, &finding_table, &had, err))
		return false;
	for (size_t i = 0; i < k->plan->findings.n && i < CHILDREN_MAX; i++)
		finding_values(rows_add(&k->s->scratch, &now),
			       child_id(k->row, (int)i + 1), &k->plan->findings.v[i]);
	return rows_change(k->s, &finding_table, &had, &now, err);
}

/* ---- what happened ---- */

static bool plan_status_event(struct saving *k, struct err *err)
{
	int64_t had = rows_at(&k->had, 0)[PLAN_STATUS].n;
	int64_t now = rows_at(&k->now, 0)[PLAN_STATUS].n;
	return had == now || status_event(k, 0, had, now, err);
}

static bool plan_events(struct saving *k, struct err *err)
{
	const struct value *now = rows_at(&k->now, 0);
	if (!k->had.n)
		return tell(k, 0, "seen", NULL, status_word(&now[PLAN_STATUS]), err);
	const struct value *had = rows_at(&k->had, 0);
	const char *from = had[PLAN_PATH].s, *to = now[PLAN_PATH].s;
	if (had[PLAN_REMOVED].type != SQLITE_NULL &&
	    !tell(k, 0, "restored", NULL, NULL, err))
		return false;
	return (strcmp(from, to) == 0 || tell(k, 0, "moved", from, to, err)) &&
	       plan_status_event(k, err);
}

static bool task_events(struct saving *k, struct err *err)
{
	for (size_t i = 0; i < k->plan->tasks.n; i++) {
		const struct phl_task *task = &k->plan->tasks.v[i];
		const struct value *was = k->tasks_were[i];
		int seq = k->task_seqs[i];
		if (!was)
			continue;
		if (!was[TASK_POSITION].n && !tell(k, seq, "restored", NULL, NULL, err))
			return false;
		if (was[TASK_STATUS].n != (int64_t)task->status &&
		    task->status_from != PHL_FROM_PLAN &&
		    !status_event(k, seq, was[TASK_STATUS].n, task->status, err))
			return false;
	}
	return true;
}

/* One event for all of them. */
static bool restored_event(struct saving *k, struct err *err)
{
	const struct value *had = rows_at(&k->had, 0), *now = rows_at(&k->now, 0);
	struct new_event e = { .what = "restored", .note = k->occasion->restored,
			       .operation = k->occasion->operation };
	if (!e.note || !k->had.n)
		return true;
	if (had[PLAN_STATUS].n != now[PLAN_STATUS].n) {
		e.from = status_word(&had[PLAN_STATUS]);
		e.to = status_word(&now[PLAN_STATUS]);
	}
	return add_event(k, &e, err);
}

static bool keep_text(struct saving *k, struct err *err)
{
	const struct occasion *o = k->occasion;
	return !o->origin || !o->text || k->told ||
	       past_keep_text(k->s, k->row, o->text, err);
}

static bool save_events(struct saving *k, struct err *err)
{
	return plan_events(k, err) && task_events(k, err) && restored_event(k, err) &&
	       keep_text(k, err);
}

static bool check_size(const struct phl_plan *plan, struct err *err)
{
	size_t most = plan->tasks.n;
	if (most < plan->files.n)
		most = plan->files.n;
	if (most < plan->refs.n)
		most = plan->refs.n;
	if (most <= CHILDREN_MAX)
		return true;
	return err_set(
	    err, ERR_USAGE,
	    "%s: %zu tasks, files or references are more than the store holds of a"
	    " plan (%d); split it",
	    plan->path, most, CHILDREN_MAX);
}

bool store_save_plan(struct store *s, const struct phl_plan *plan,
		     const char *summary_path, const struct occasion *occasion,
		     int64_t *plan_row, struct err *err)
{
	struct saving k = {
		.s = s,
		.plan = plan,
		.occasion = occasion,
		.row = *plan_row,
	};
	arena_reset(&s->scratch);
	if (!check_size(plan, err) || !read_known(&k, err) ||
	    !save_row(&k, summary_path, err) || !save_tasks(&k, err) ||
	    !save_body(&k, err) || !save_findings(&k, err) ||
	    !touches_save(s, k.row, !k.had.n, plan, err) || !save_events(&k, err) ||
	    (k.had.n && !evidence_follow(s, k.row, k.refs_changed, err)) ||
	    !search_update(s, k.row, plan, err))
		return false;
	*plan_row = k.row;
	return true;
}
