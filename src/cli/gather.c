#include "cli/gather.h"

#include <string.h>

#include "base/day.h"
#include "cli/look.h"
#include "cli/proven.h"
#include "project/burndown.h"
#include "tree/git.h"

enum {
	NEXT = 5,	 /* what can start now: more is no plan */
	WEEK = 7,	 /* days that are told of unless somebody says otherwise */
	EXPLAINED = 200, /* plans and tasks; each costs a question */
	CLAIMED = 200,	 /* plans that the code speaks against */
	DAY = 24 * 60 * 60,
};

/* ---- reasons ---- */

static bool is_told(enum phl_status status)
{
	return status == PHL_BLOCKED || status == PHL_ROLLED_BACK || status == PHL_IN_PROGRESS;
}

bool gather_reasons(struct cli *c, plan_rows *plans, task_rows *tasks, struct err *err)
{
	struct store *s = c->project->store;
	size_t told = 0;

	for (size_t i = 0; i < tasks->n && i < EXPLAINED; i++) {
		struct task_row *t = &tasks->v[i];

		if (!store_why(s, &c->arena, 0, t->row, PHL_BLOCKED, &t->since, &t->why, err))
			return false;
	}
	for (size_t i = 0; i < plans->n && told < EXPLAINED; i++) {
		struct plan_row *p = &plans->v[i];

		if (!is_told(p->status))
			continue;
		told++;
		if (!store_why(s, &c->arena, p->row, 0, p->status, &p->since, &p->why, err))
			return false;
	}
	return true;
}

static bool load_blocked(struct cli *c, const struct scope *scope, task_rows *out,
			 struct err *err)
{
	struct task_filter filter = { .status = PHL_BLOCKED };
	task_rows all;

	if (!store_tasks(c->project->store, &c->arena, &filter, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (scope_has(scope, all.v[i].plan_path))
			*vec_push(&c->arena, out) = all.v[i];
	return true;
}

/* ---- what is next ---- */

/* What waits for what is a matter of all plans, also those out of scope. */
static bool load_ready(struct cli *c, const struct scope *scope, const struct progress *p,
		       startables *ready, size_t *waiting, struct err *err)
{
	plan_rows all;

	if (scope->whole)
		return look_ready(c, p->plans, p->graph, NEXT, ready, waiting, err);
	return store_plans(c->project->store, &c->arena, 0, &all, err) &&
	       look_startable(c, &all, all.n, ready, waiting, err);
}

static bool is_open(const struct plan_row *p)
{
	return p->status != PHL_DONE && p->status != PHL_SKIPPED && p->status != PHL_ROLLED_BACK;
}

/* Of the plans in scope those that are open, but not ready. */
static size_t count_waiting(const struct scope *scope, const struct progress *p,
			    const startables *ready)
{
	size_t open = 0, can_start = 0;

	for (size_t i = 0; i < p->plans->n; i++)
		open += is_open(&p->plans->v[i]);
	for (size_t i = 0; i < ready->n; i++)
		can_start += scope_has(scope, ready->v[i].plan.path);
	return open - can_start;
}

static bool load_next(struct cli *c, const struct scope *scope, struct progress *p,
		      struct err *err)
{
	struct progress_next *next = arena_alloc(&c->arena, NEXT * sizeof *next);
	startables ready = { 0 };
	struct graph_plan *graph;

	p->next = next;
	if (!look_graph(c, p->plans, &graph, err))
		return false;
	graph_solve_edges(graph, p->plans->n, &c->arena, &p->edges);
	p->graph = graph;
	if (!load_ready(c, scope, p, &ready, &p->waiting, err))
		return false;
	for (size_t i = 0; i < ready.n && p->nnext < NEXT; i++)
		if (scope_has(scope, ready.v[i].plan.path)) {
			struct startable *s = arena_alloc(&c->arena, sizeof *s);

			*s = ready.v[i];
			next[p->nnext++] = (struct progress_next){ &s->plan, s->task };
		}
	if (!scope->whole)
		p->waiting = count_waiting(scope, p, &ready);
	return true;
}

/* ---- what changed ---- */

static bool read_since(struct cli *c, const char *text, struct progress *p, struct err *err)
{
	const char *commit;
	struct git *git;
	char day[21];
	bool ok;

	p->since_text = text;
	if (!text) {
		p->since = (p->now / DAY - WEEK) * DAY;
		day_format(p->since, day);
		p->since_text = arena_dup(&c->arena, day, 10);
		return true;
	}
	if (day_parse(text, &p->since))
		return true;
	if (!git_start(&git, c->project->root, err))
		return err_set(err, ERR_USAGE, "--since takes a date such as 2026-01-13, or a "
					       "revision of git, not \"%s\"",
			       text);
	ok = git_resolve(git, &c->arena, text, &commit, &p->since, err);
	git_stop(git);
	return ok;
}

static bool load_changes(struct cli *c, const struct scope *scope, struct progress *p,
			 struct err *err)
{
	struct event_filter filter = { .since = p->since };
	event_list *out = arena_alloc(&c->arena, sizeof *out), all;
	int64_t first;

	p->changes = out;
	if (!store_first_event(c->project->store, 0, &first, err))
		return false;
	filter.after_seen = first >= p->since; /* all plans are new to a new store */
	if (!store_events_like(c->project->store, &c->arena, &filter, &all, err))
		return false;
	if (scope->whole) {
		*out = all;
		return true;
	}
	for (size_t i = 0; i < all.n; i++)
		if (scope_has(scope, all.v[i].plan_path))
			*vec_push(&c->arena, out) = all.v[i];
	return true;
}

/* ---- notes and findings ---- */

static bool load_notes(struct cli *c, const struct scope *scope, note_rows *out,
		       struct err *err)
{
	note_rows all = { 0 };

	if (!store_notes(c->project->store, &c->arena, "rollback", &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (scope_has(scope, all.v[i].plan_path))
			*vec_push(&c->arena, out) = all.v[i];
	return true;
}

static bool load_findings(struct cli *c, const struct scope *scope, finding_rows *out,
			  struct err *err)
{
	finding_rows all = { 0 };

	if (!store_findings(c->project->store, &c->arena, NULL, true, 0, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (scope_has(scope, all.v[i].path))
			*vec_push(&c->arena, out) = all.v[i];
	return true;
}

static bool load_claims(struct cli *c, const struct scope *scope, claim_list *out,
			struct err *err)
{
	plan_rows *claimed = arena_alloc(&c->arena, sizeof *claimed), all;

	if (!store_claimed_plans(c->project->store, &c->arena, CLAIMED, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (scope_has(scope, all.v[i].path))
			*vec_push(&c->arena, claimed) = all.v[i];
	return look_claims(c, claimed, out, err);
}

bool gather_burndown(struct cli *c, const struct scope *scope, const struct burndown **out,
		     struct err *err)
{
	struct repo repo = { .dir = c->project->root };
	struct refcheck_options how = { .repo = &repo };
	struct burndown *b = arena_alloc(&c->arena, sizeof *b);
	struct target *targets = arena_alloc(&c->arena, (scope->plans.n + 1) * sizeof *targets);
	struct refcheck check;
	bool ok;

	for (size_t i = 0; i < scope->plans.n; i++)
		targets[i] = (struct target){ .plan = scope->plans.v[i] };
	if (!scope->whole) {
		how.targets = targets;
		how.ntargets = scope->plans.n;
	}
	*out = b;
	ok = project_check_refs(c->project, &c->arena, &how, &check, err) &&
	     project_burndown(c->project, &c->arena, &how, NULL, &check, b, err);
	repo_close(&repo);
	return ok;
}

static bool load_proofs(struct cli *c, const struct scope *scope, plan_rows *plans,
			plan_rows *disproved, struct err *err)
{
	proof_list *proofs = arena_alloc(&c->arena, sizeof *proofs);
	plan_rows all;

	if (!proven_load(c, proofs, err) || !proven_failed(c, proofs, &all, err))
		return false;
	proven_plans(proofs, plans);
	for (size_t i = 0; i < all.n; i++)
		if (scope_has(scope, all.v[i].path))
			*vec_push(&c->arena, disproved) = all.v[i];
	return true;
}

bool gather_progress(struct cli *c, const struct scope *scope, const char *since,
		     struct progress *p, struct err *err)
{
	plan_rows *plans = arena_alloc(&c->arena, sizeof *plans);
	task_rows *blocked = arena_alloc(&c->arena, sizeof *blocked);
	settled_rows *settled = arena_alloc(&c->arena, sizeof *settled);
	note_rows *notes = arena_alloc(&c->arena, sizeof *notes);
	finding_rows *findings = arena_alloc(&c->arena, sizeof *findings);
	claim_list *claims = arena_alloc(&c->arena, sizeof *claims);
	plan_rows *disproved = arena_alloc(&c->arena, sizeof *disproved);

	*plans = scope->plans;
	p->title = look_title(c);
	p->now = day_now();
	p->phases = &scope->phases;
	p->plans = plans;
	p->blocked = blocked;
	p->settled = settled;
	p->rollbacks = notes;
	p->findings = findings;
	p->claims = claims;
	p->disproved = disproved;
	return load_claims(c, scope, claims, err) &&
	       load_proofs(c, scope, plans, disproved, err) &&
	       read_since(c, since, p, err) && load_blocked(c, scope, blocked, err) &&
	       gather_reasons(c, plans, blocked, err) && load_next(c, scope, p, err) &&
	       load_changes(c, scope, p, err) &&
	       store_settled(c->project->store, &c->arena, settled, err) &&
	       load_notes(c, scope, notes, err) && load_findings(c, scope, findings, err);
}
