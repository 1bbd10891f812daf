#include "cli/proven.h"

#include <string.h>

#include "cli/look.h"
#include "cli/script.h"
#include "project/footprint.h"

static bool commands_now(struct cli *c, int64_t row, uint64_t out[2], struct err *err)
{
	struct script script;
	struct phl_plan *plan;

	if (!store_plan(c->project->store, &c->arena, row, &plan, err))
		return false;
	script_make(&c->arena, plan, &script);
	script_hash(&script, out);
	return true;
}

static bool same(const uint64_t a[2], const uint64_t b[2])
{
	return a[0] == b[0] && a[1] == b[1];
}

static bool same_files(const proof_files *a, const proof_files *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->v[i].path, b->v[i].path) != 0 || a->v[i].size != b->v[i].size ||
		    !same(a->v[i].hash, b->v[i].hash))
			return false;
	return true;
}

/* The results of a plan are about the same files, and of the same moment mostly. */
static void compare(struct cli *c, struct proof *p, const struct proof *before,
		    const uint64_t commands[2])
{
	if (!same(p->commands, commands))
		p->stale = true;
	else if (before && same(before->commands, commands) &&
		 same_files(&before->files, &p->files))
		p->changed = before->changed;
	else
		p->changed = footprint_changed(c->project, &p->files);
	p->stale |= p->changed != NULL;
}

bool proven_load(struct cli *c, proof_list *out, struct err *err)
{
	uint64_t commands[2];

	if (!store_proofs(c->project->store, &c->arena, out, err))
		return false;
	for (size_t i = 0; i < out->n; i++) {
		struct proof *p = &out->v[i];
		bool again = i && p[-1].plan == p->plan;

		if (!again && !commands_now(c, p->plan, commands, err))
			return false;
		compare(c, p, again ? &p[-1] : NULL, commands);
	}
	return true;
}

void proven_plans(const proof_list *all, plan_rows *plans)
{
	for (size_t i = 0; i < plans->n && all->n; i++)
		plans->v[i].proof = proof_of_plan(all, plans->v[i].row);
}

void proven_tasks(const proof_list *all, task_rows *tasks)
{
	for (size_t i = 0; i < tasks->n && all->n; i++)
		tasks->v[i].proof = proof_of_task(all, tasks->v[i].row >> 16,
						  (int)(tasks->v[i].row & 0xffff));
}

bool proven_failed(struct cli *c, const proof_list *all, plan_rows *out, struct err *err)
{
	int64_t last = 0;

	*out = (plan_rows){ 0 };
	for (size_t i = 0; i < all->n; i++) {
		const struct proof *proof = proof_of_plan(all, all->v[i].plan);
		struct plan_row plan;

		if (all->v[i].plan == last || !proof || proof->verdict != VERDICT_FAILED)
			continue;
		last = all->v[i].plan;
		if (!store_plan_row(c->project->store, &c->arena, last, &plan, err))
			return false;
		plan.proof = proof;
		if (plan.status == PHL_DONE)
			*vec_push(&c->arena, out) = plan;
	}
	return true;
}

/* ---- what builds on it ---- */

static bool is_disproved(const struct plan_row *p)
{
	return p->status == PHL_DONE && p->proof && p->proof->verdict == VERDICT_FAILED;
}

static const struct plan_row *disproved_of(const plan_rows *plans, const char *id)
{
	for (size_t i = 0; i < plans->n; i++)
		if (is_disproved(&plans->v[i]) && strcmp(plans->v[i].id, id) == 0)
			return &plans->v[i];
	return NULL;
}

/* What would wait for something if those plans were not done. */
bool proven_doubts(struct cli *c, const plan_rows *plans, doubt_list *out, struct err *err)
{
	struct graph_plan *graph;
	bool any = false;

	*out = (doubt_list){ 0 };
	for (size_t i = 0; i < plans->n; i++)
		any |= is_disproved(&plans->v[i]);
	if (!any)
		return true;
	if (!look_graph(c, plans, &graph, err))
		return false;
	for (size_t i = 0; i < plans->n; i++)
		if (is_disproved(&plans->v[i]))
			graph[i].status = PHL_PENDING;
	graph_solve(graph, plans->n, &c->arena);
	for (size_t i = 0; i < plans->n; i++) {
		const char *id = is_disproved(&plans->v[i]) ? NULL : graph[i].waits_for;
		const struct plan_row *about = id ? disproved_of(plans, id) : NULL;

		if (about)
			*vec_push(&c->arena, out) = (struct doubt){ plans->v[i].row, about };
	}
	return true;
}
