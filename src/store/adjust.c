/* adjust: a few statuses of tasks and the time spent, without comparing all rows of
 * their plan */
#include "store/values.h"

#include <stdlib.h>
#include <string.h>

#include "model/plan.h"
#include "store/columns.h"
#include "store/evidence.h"

/* What changes in the counts of a plan, and in the sums of its phase. */
struct delta {
	int64_t tasks[PHL_STATUSES], findings[PHL_SEVERITIES];
};

static bool adjust_tasks(struct store *s, const struct adjustment *adj, struct delta *d,
			 struct err *err)
{
	static const char sql[] =
	    "UPDATE task SET status = ?2, status_from = ?3 WHERE id = ?1";
	for (size_t i = 0; i < adj->now->tasks.n; i++) {
		const struct phl_task *was = &adj->was->tasks.v[i];
		const struct phl_task *now = &adj->now->tasks.v[i];
		if (was->status == now->status && was->status_from == now->status_from)
			continue;
		d->tasks[was->status]--;
		d->tasks[now->status]++;
		sqlite3_stmt *st = db_prepare(s, sql, err);
		if (!st)
			return false;
		db_int(st, 1, child_id(adj->plan, adj->seqs[i]));
		db_int(st, 2, now->status);
		db_int(st, 3, now->status_from);
		if (!db_run(s, st, err))
			return false;
	}
	return true;
}

static bool same_findings(const struct adjustment *adj)
{
	size_t n = adj->now->findings.n;
	if (adj->was->findings.n != n)
		return false;
	for (size_t i = adj->own; i < n; i++) {
		const struct phl_finding *a = &adj->was->findings.v[i];
		const struct phl_finding *b = &adj->now->findings.v[i];
		if (strcmp(a->rule, b->rule) != 0 || strcmp(a->message, b->message) != 0 ||
		    a->line != b->line || a->severity != b->severity)
			return false;
	}
	return true;
}

/* Findings that follow from statuses stand behind those of the text. */
static bool drop_last(struct store *s, int64_t plan, int64_t from, struct err *err)
{
	static const char sql[] = "DELETE FROM finding WHERE id BETWEEN ?1 AND ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(plan, (int)from));
	db_int(st, 2, child_id(plan, CHILDREN_MAX));
	return db_run(s, st, err);
}

static bool count_findings(struct store *s, int64_t plan, int64_t *n, struct err *err)
{
	static const char sql[] = "SELECT notes + warnings + errors FROM plan WHERE row = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan);
	return db_number(s, st, 0, n, err);
}

static bool adjust_findings(struct store *s, const struct adjustment *adj, struct delta *d,
			    struct err *err)
{
	struct rows rows = { .columns = FINDING_COLUMNS };
	size_t was = adj->was->findings.n - adj->own;
	int64_t n;
	if (same_findings(adj))
		return true;
	if (!count_findings(s, adj->plan, &n, err))
		return false;
	int64_t seq = n - (int64_t)was + 1;
	for (size_t i = adj->own; i < adj->was->findings.n; i++)
		d->findings[adj->was->findings.v[i].severity]--;
	for (size_t i = adj->own; i < adj->now->findings.n; i++) {
		const struct phl_finding *f = &adj->now->findings.v[i];
		d->findings[f->severity]++;
		finding_values(rows_add(&s->scratch, &rows), child_id(adj->plan, (int)seq++), f);
	}
	return drop_last(s, adj->plan, n - (int64_t)was + 1, err) &&
	       (!rows.n || rows_give(s, finding_table.insert, &rows, err));
}

#define DELTA                                                                            \
	" SET tasks_pending = tasks_pending + ?2, tasks_in_progress = tasks_in_progress" \
	" + ?3, tasks_blocked = tasks_blocked + ?4, tasks_done = tasks_done + ?5,"       \
	" tasks_skipped = tasks_skipped + ?6, tasks_rolled_back = tasks_rolled_back"     \
	" + ?7, notes = notes + ?8, warnings = warnings + ?9, errors = errors + ?10"

static bool add_delta(struct store *s, const char *sql, int64_t plan, const struct delta *d,
		      struct err *err)
{
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan);
	for (int i = 0; i < PHL_STATUSES; i++)
		db_int(st, 2 + i, d->tasks[i]);
	for (int i = 0; i < PHL_SEVERITIES; i++)
		db_int(st, 2 + PHL_STATUSES + i, d->findings[i]);
	return db_run(s, st, err);
}

/* ---- time spent ---- */

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool put_time(struct store *s, int64_t plan, const struct phl_estimate *e,
		     struct err *err)
{
	static const char sql[] = "UPDATE plan SET actual_low = ?2, actual_high = ?3,"
				  " actual_text = ?4 WHERE row = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan);
	db_int(st, 2, e->low);
	db_int(st, 3, e->high);
	db_text(st, 4, e->text);
	return db_run(s, st, err);
}

static int64_t minutes(const struct phl_estimate *e)
{
	return e->high > 0 ? e->high : 0;
}

static bool adjust_time(struct store *s, const struct adjustment *adj, struct err *err)
{
	static const char sql[] =
	    "UPDATE phase SET actual = actual + ?2, timed = timed + ?3"
	    " WHERE row = (SELECT phase_row FROM plan WHERE row = ?1)";
	const struct phl_estimate *was = &adj->was->actual, *now = &adj->now->actual;
	if (same_text(was->text, now->text))
		return true;
	if (!put_time(s, adj->plan, now, err))
		return false;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, adj->plan);
	db_int(st, 2, minutes(now) - minutes(was));
	db_int(st, 3, (now->low >= 0) - (was->low >= 0));
	return db_run(s, st, err);
}

bool store_adjust_plan(struct store *s, const struct adjustment *adj, struct err *err)
{
	static const char plan[] = "UPDATE plan" DELTA " WHERE row = ?1";
	static const char phase[] =
	    "UPDATE phase" DELTA " WHERE row = (SELECT phase_row FROM plan WHERE row = ?1)";
	static const struct delta none;
	struct delta d = { { 0 }, { 0 } };
	arena_reset(&s->scratch);
	if (!adjust_tasks(s, adj, &d, err) || !adjust_findings(s, adj, &d, err) ||
	    !adjust_time(s, adj, err))
		return false;
	if (memcmp(&d, &none, sizeof d) == 0)
		return true;
	return add_delta(s, plan, adj->plan, &d, err) &&
	       add_delta(s, phase, adj->plan, &d, err) &&
	       evidence_follow(s, adj->plan, false, err);
}
