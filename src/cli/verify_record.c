#include <string.h>

#include "base/day.h"
#include "cli/verify.h"
#include "cli/who.h"

/* "2 passed, 1 failed at f24b649 in a sandbox (files)" */
static const char *in_words(struct cli *c, const struct verified *v)
{
	static const enum verdict order[] = { VERDICT_PASSED, VERDICT_FAILED, VERDICT_UNJUDGED };
	const char *text = "";

	for (int i = 0; i < 3; i++) {
		size_t n = verify_count(v, 0, order[i]);

		if (n)
			text = arena_printf(&c->arena, "%s%s%zu %s", text, *text ? ", " : "", n,
					    verdict_word(order[i]));
	}
	if (verify_left_out(v))
		text = arena_printf(&c->arena, "%s, %zu left out", text, verify_left_out(v));
	if (v->commit)
		text = arena_printf(&c->arena, "%s at %s", text, v->commit);
	return v->sandbox ? arena_printf(&c->arena, "%s in a sandbox (%s)", text,
					 sandbox_names(v->sandbox))
			  : text;
}

bool verify_find_plan(struct cli *c, const struct verified *v, struct plan_row *out,
		      struct err *err)
{
	plan_rows rows;

	if (!store_find_plans(c->project->store, &c->arena, v->script.plan->path, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.v[i].path, v->script.plan->path) == 0) {
			*out = rows.v[i];
			return true;
		}
	return err_set(err, ERR_IO, "%s is gone, and its result not recorded", v->script.plan->path);
}

/* Where the task is now; 0 when it is gone. */
static int task_now(const struct verified *v, const int *seqs, int task)
{
	return task && (size_t)task <= v->script.plan->tasks.n ? seqs[task - 1] : 0;
}

static bool keep(struct cli *c, const struct verified *v, int64_t plan, int seq,
		 enum verdict verdict, struct err *err)
{
	struct proof p = { .plan = plan, .task = seq, .verdict = verdict, .at = day_now(),
			   .commit = v->commit, .files = v->files };

	script_hash(&v->script, p.commands);
	return store_put_proof(c->project->store, &p, err);
}

/* What was verified as a whole was, of each task that has commands, too. */
static bool keep_all(struct cli *c, const struct verified *v, int64_t plan, const int *seqs,
		     struct err *err)
{
	int tasks = (int)v->script.plan->tasks.n;
	enum verdict verdict;

	if (v->target.task) {
		int seq = task_now(v, seqs, v->target.task);

		return !seq || keep(c, v, plan, seq, v->verdict, err);
	}
	if (!store_drop_proofs(c->project->store, plan, err) ||
	    !keep(c, v, plan, 0, v->verdict, err))
		return false;
	for (int task = 1; task <= tasks; task++) {
		int seq = task_now(v, seqs, task);

		if (seq && verify_verdict(v, task, &verdict) &&
		    !keep(c, v, plan, seq, verdict, err))
			return false;
	}
	return true;
}

static bool record(struct cli *c, const struct verified *v, struct err *err)
{
	struct store *s = c->project->store;
	size_t n = v->script.plan->tasks.n;
	int *seqs;
	struct new_event e = { .origin = "command", .what = v->undoing ? "rehearsal" : "verification",
			       .to = verdict_word(v->verdict), .note = in_words(c, v),
			       .who = who_am_i(&c->arena, c->project->root) };
	struct plan_row plan = { 0 };

	if (!verify_find_plan(c, v, &plan, err) ||
	    !store_task_seqs(s, &c->arena, plan.row, n, &seqs, err))
		return false;
	e.plan = plan.row;
	e.task = task_now(v, seqs, v->target.task);
	return store_add_event(s, &e, day_now(), err) &&
	       (v->undoing || keep_all(c, v, plan.row, seqs, err));
}

static bool record_all(struct cli *c, const struct verified *v, size_t n, struct err *err)
{
	struct store *s = c->project->store;
	bool ok = store_begin(s, err);

	if (!ok)
		return false;
	for (size_t i = 0; i < n && ok; i++)
		ok = !v[i].run || record(c, &v[i], err);
	if (ok)
		return store_commit(s, err);
	store_abort(s);
	return false;
}

bool verify_record(struct cli *c, const struct verified *v, size_t n, struct err *err)
{
	struct project_options o = { .dir = c->globals.dir, .store = c->globals.store };
	struct project *p = c->project;
	bool any = false;

	for (size_t i = 0; i < n; i++)
		any |= v[i].run;
	if (!any || p->in_memory || p->read_only)
		return true;
	if (!c->globals.no_sync && !project_sync(p, &o, &c->sync, err))
		return false;
	if (!store_lock(p->store, err))
		return false;
	bool ok = record_all(c, v, n, err);
	store_unlock(p->store);
	return ok;
}
