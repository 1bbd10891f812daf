#include <string.h>

#include "base/day.h"
#include "cli/verify.h"
#include "cli/who.h"

/* "2 passed, 1 failed at f24b649" */
static const char *in_words(struct cli *c, const struct verified *v)
{
	static const enum verdict order[] = { VERDICT_PASSED, VERDICT_FAILED, VERDICT_UNJUDGED };
	const char *text = "";

	for (int i = 0; i < 3; i++) {
		size_t n = verify_count(v, order[i]);

		if (n)
			text = arena_printf(&c->arena, "%s%s%zu %s", text, *text ? ", " : "", n,
					    verdict_word(order[i]));
	}
	return v->commit ? arena_printf(&c->arena, "%s at %s", text, v->commit) : text;
}

/* The commands may have changed the plans: the one that was run is known by its path. */
static bool find_plan(struct cli *c, const struct verified *v, struct plan_row *out,
		      struct err *err)
{
	plan_rows rows;

	if (!store_find_plans(c->project->store, &c->arena, v->place.path, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.v[i].path, v->place.path) == 0) {
			*out = rows.v[i];
			return true;
		}
	return err_set(err, ERR_IO, "%s is gone, and its result not recorded", v->place.path);
}

static bool find_task(struct cli *c, const struct verified *v, int64_t plan, int *seq,
		      struct err *err)
{
	size_t n = v->script.plan->tasks.n;
	int *seqs;

	*seq = 0;
	if (!v->target.task)
		return true;
	if (!store_task_seqs(c->project->store, &c->arena, plan, n, &seqs, err))
		return false;
	*seq = seqs[v->target.task - 1];
	return true;
}

static bool record(struct cli *c, const struct verified *v, struct err *err)
{
	struct store *s = c->project->store;
	struct new_event e = { .origin = "command", .what = "verification",
			       .to = verdict_word(v->verdict), .note = in_words(c, v),
			       .who = who_am_i(&c->arena, c->project->root) };
	struct plan_row plan = { 0 };

	if (!find_plan(c, v, &plan, err) || !find_task(c, v, plan.row, &e.task, err))
		return false;
	e.plan = plan.row;
	return store_add_event(s, &e, day_now(), err);
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
