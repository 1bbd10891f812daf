/* states: what the journal knows of plans and tasks that their files do not hold */
#include "store/columns.h"

#include <string.h>

#include "base/day.h"
#include "model/plan.h"
#include "store/identity.h"

bool store_states(struct store *s, struct arena *a, int64_t plan_row, state_list *out,
		  struct err *err)
{
	static const char sql[] =
	    "SELECT id & 65535, coalesce(status, -1), coalesce(base, -1), owner,"
	    " coalesce(started, 0), spent FROM state WHERE id BETWEEN ?1 AND ?2";
	*out = (state_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan_row, 0));
	db_int(st, 2, child_id(plan_row, CHILDREN_MAX));
	while (db_row(st)) {
		struct state *state = vec_push(a, out);
		state->task = db_get_small(st, 0);
		state->status = db_get_small(st, 1);
		state->base = db_get_small(st, 2);
		state->owner = db_get_text(st, 3, a);
		state->started = db_get_int(st, 4);
		state->spent = db_get_int(st, 5);
	}
	return db_end(s, st, err);
}

static bool remove_state(struct store *s, int64_t id, struct err *err)
{
	static const char sql[] = "DELETE FROM state WHERE id = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, id);
	return db_run(s, st, err);
}

bool store_put_state(struct store *s, int64_t plan_row, const struct state *state,
		     struct err *err)
{
	static const char sql[] =
	    "INSERT OR REPLACE INTO state (id, status, base, owner, started, spent)"
	    " VALUES (?1, nullif(?2, -1), nullif(?3, -1), ?4, nullif(?5, 0), ?6)";
	int64_t id = child_id(plan_row, state->task);
	if (state->status < 0 && !state->owner && !state->started && !state->spent)
		return remove_state(s, id, err);
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, id);
	db_int(st, 2, state->status);
	db_int(st, 3, state->status < 0 ? -1 : state->base);
	db_text(st, 4, state->owner);
	db_int(st, 5, state->started);
	db_int(st, 6, state->spent);
	return db_run(s, st, err);
}

static bool clear_clock(struct store *s, int64_t id, struct err *err)
{
	static const char sql[] = "UPDATE state SET started = NULL WHERE id = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, id);
	return db_run(s, st, err);
}

bool states_stop_clock(struct store *s, int64_t plan_row, int task, struct err *err)
{
	static const char empty[] = "DELETE FROM state WHERE id = ?1 AND status IS NULL"
				    " AND owner IS NULL AND started IS NULL AND spent = 0";
	int64_t id = child_id(plan_row, task);
	if (!clear_clock(s, id, err))
		return false;
	sqlite3_stmt *st = db_prepare(s, empty, err);
	if (!st)
		return false;
	db_int(st, 1, id);
	return db_run(s, st, err);
}

/* ---- into answers ---- */

static struct phl_estimate minutes_estimate(struct arena *a, int64_t minutes)
{
	struct phl_estimate e = { .low = -1, .high = -1 };
	struct buf b = { 0 };
	if (minutes <= 0)
		return e;
	day_minutes(&b, minutes);
	e = (struct phl_estimate){ (int)minutes, (int)minutes, arena_dup(a, b.s, b.n) };
	buf_free(&b);
	return e;
}

static const char *time_text(struct arena *a, int64_t when)
{
	char text[21];
	if (!when)
		return NULL;
	day_format(when, text);
	return arena_str(a, text);
}

void state_of_task(struct arena *a, const struct state *state, struct phl_task *task)
{
	task->owner = state->owner;
	task->started = time_text(a, state->started);
	task->actual = minutes_estimate(a, state->spent);
}

/* Where the plan does not say how long it took, or since when it is under way.  A
 * plan takes as long as its tasks, or longer. */
static void overlay_time(const state_list *states, struct phl_plan *plan, struct arena *a)
{
	int64_t own = 0, tasks = 0, started = 0;
	for (size_t i = 0; i < states->n; i++) {
		const struct state *state = &states->v[i];
		if (state->task)
			tasks += state->spent;
		else
			own = state->spent;
		if (!state->task)
			started = state->started;
	}
	if (!plan->actual.text && (own || tasks))
		plan->actual = minutes_estimate(a, own > tasks ? own : tasks);
	if (!plan->started && started)
		plan->started = arena_dup(a, time_text(a, started), strlen("2026-01-14"));
}

/* ---- into a plan that was just read ---- */

/* The file says something else than when this was said: it counts from now on,
 * and work on it has ended or begun without our knowing when. */
static bool overtaken(struct store *s, int64_t plan_row, const struct state *state,
		      struct err *err)
{
	struct state left = *state;
	left.status = left.base = -1;
	left.started = 0;
	return store_put_state(s, plan_row, &left, err);
}

static void say_unwritten(struct phl_plan *plan, struct arena *a, int line,
			  const char *what, enum phl_status journal, enum phl_status file)
{
	if (journal != PHL_DONE && journal != PHL_PENDING)
		return;
	plan_finding(plan, a, "not-written", PHL_NOTE, line, 1,
		     "the journal says that %s is %s, this file still says %s", what,
		     phl_status_word(journal), phl_status_word(file));
}

static bool overlay_task(struct store *s, int64_t plan_row, struct phl_plan *plan,
			 struct phl_task *task, const struct state *state, struct arena *a,
			 struct err *err)
{
	if ((int)task->status != state->base)
		return overtaken(s, plan_row, state, err);
	say_unwritten(plan, a, task->line, task->label ? task->label : "this task",
		      (enum phl_status)state->status, task->status);
	task->status = (enum phl_status)state->status;
	task->status_from = PHL_FROM_JOURNAL;
	return true;
}

static const struct state *state_of(const state_list *states, int seq)
{
	for (size_t i = 0; i < states->n; i++)
		if (states->v[i].task == seq && states->v[i].status >= 0)
			return &states->v[i];
	return NULL;
}

static bool any_of_tasks(const state_list *states)
{
	for (size_t i = 0; i < states->n; i++)
		if (states->v[i].task && states->v[i].status >= 0)
			return true;
	return false;
}

bool store_overlay_tasks(struct store *s, int64_t plan_row, struct phl_plan *plan,
			 struct arena *a, struct err *err)
{
	state_list states;
	struct rows had = { .columns = TASK_COLUMNS };
	arena_reset(&s->scratch);
	if (!plan_row)
		return true;
	if (!store_states(s, &s->scratch, plan_row, &states, err))
		return false;
	if (!any_of_tasks(&states))
		return true;
	if (!rows_read(s, &s->scratch, &task_table, plan_row, &had, err))
		return false;
	const struct value **was = identity_tasks(s, &had, plan);
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct state *state = NULL;
		if (was[i])
			state = state_of(&states, child_seq(was[i][TASK_ID].n));
		if (state &&
		    !overlay_task(s, plan_row, plan, &plan->tasks.v[i], state, a, err))
			return false;
	}
	return true;
}

bool store_overlay_plan(struct store *s, int64_t plan_row, struct phl_plan *plan,
			struct arena *a, struct err *err)
{
	state_list states;
	arena_reset(&s->scratch);
	if (!plan_row)
		return true;
	if (!store_states(s, &s->scratch, plan_row, &states, err))
		return false;
	overlay_time(&states, plan, a);
	const struct state *state = state_of(&states, 0);
	if (!state)
		return true;
	if ((int)plan->status != state->base)
		return overtaken(s, plan_row, state, err);
	say_unwritten(plan, a, plan->status_line ? plan->status_line : 1, "this plan",
		      (enum phl_status)state->status, plan->status);
	plan->status = (enum phl_status)state->status;
	plan->status_from = PHL_FROM_JOURNAL;
	return true;
}

bool store_carry_findings(struct store *s, int64_t plan_row, struct phl_plan *plan,
			  struct arena *a, bool *copied, struct err *err)
{
	static const char sql[] =
	    "SELECT rule, severity, line, col, message FROM finding"
	    " WHERE id BETWEEN ?1 AND ?2 AND rule IN ('repeated-id', 'duplicate-plan')";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*copied = false;
	if (!st)
		return false;
	db_int(st, 1, child_id(plan_row, 1));
	db_int(st, 2, child_id(plan_row, CHILDREN_MAX));
	while (db_row(st)) {
		struct phl_finding f = {
			.rule = db_need_text(st, 0, a),
			.severity = (enum phl_severity)db_get_small(st, 1),
			.line = db_get_small(st, 2),
			.col = db_get_small(st, 3),
			.message = db_need_text(st, 4, a),
		};
		if (strcmp(f.rule, "repeated-id") == 0)
			*vec_push(a, &plan->findings) = f;
		else
			*copied = true;
	}
	return db_end(s, st, err);
}

/* ---- the rows of tasks ---- */

bool store_identify_tasks(struct store *s, struct arena *a, int64_t plan_row,
			  const struct phl_plan *plan, int **out, struct err *err)
{
	struct rows had = { .columns = TASK_COLUMNS };
	int *seqs = arena_alloc(a, (plan->tasks.n + 1) * sizeof *seqs);
	*out = seqs;
	arena_reset(&s->scratch);
	if (!rows_read(s, &s->scratch, &task_table, plan_row, &had, err))
		return false;
	const struct value **was = identity_tasks(s, &had, plan);
	for (size_t i = 0; i < plan->tasks.n; i++)
		seqs[i] = was[i] ? child_seq(was[i][TASK_ID].n) : 0;
	return true;
}

bool store_task_seqs(struct store *s, struct arena *a, int64_t plan_row, size_t n,
		     int **out, struct err *err)
{
	static const char sql[] =
	    "SELECT id & 65535, position FROM task WHERE id BETWEEN ?1 AND ?2";
	int *seqs = arena_alloc(a, (n + 1) * sizeof *seqs);
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*out = seqs;
	if (!st)
		return false;
	db_int(st, 1, child_id(plan_row, 1));
	db_int(st, 2, child_id(plan_row, CHILDREN_MAX));
	while (db_row(st)) {
		int position = db_get_small(st, 1);
		if (position > 0 && (size_t)position <= n)
			seqs[position - 1] = db_get_small(st, 0);
	}
	return db_end(s, st, err);
}

bool store_texts_near(struct store *s, struct arena *a, enum near_text what,
		      int64_t plan_row, text_list *out, struct err *err)
{
#define NEAR(column)                                                                     \
	"SELECT " column " FROM plan WHERE phase_row = (SELECT phase_row FROM plan"      \
	" WHERE row = ?1) AND " column " IS NOT NULL LIMIT 200"
#define FAR(column)                                                                      \
	"SELECT " column " FROM (SELECT " column " FROM plan WHERE row <> ?1"            \
	" AND removed IS NULL LIMIT 300) WHERE " column " IS NOT NULL"
	static const char *const questions[][2] = {
		[NEAR_STATUS] = { NEAR("status_text"), FAR("status_text") },
		[NEAR_ACTUAL] = { NEAR("actual_text"), FAR("actual_text") },
	};
	*out = (text_list){ 0 };
	for (int i = 0; i < 2; i++) {
		sqlite3_stmt *st = db_prepare(s, questions[what][i], err);
		if (!st)
			return false;
		db_int(st, 1, plan_row);
		while (db_row(st))
			*vec_push(a, out) = db_need_text(st, 0, a);
		if (!db_end(s, st, err))
			return false;
	}
	return true;
}
