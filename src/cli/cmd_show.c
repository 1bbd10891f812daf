#include "cli/look.h"
#include "cli/proven.h"
#include "cli/table.h"
#include "model/plan.h"
#include "project/traces.h"
#include "project/witness.h"
#include "report/plan_page.h"
#include "report/rows_json.h"

enum { EVENTS = 8 };

struct options {
	bool json;
};

/* Of one plan it costs little to ask again. */
static bool ask_code(struct cli *c, const struct target *t, struct told *told,
		     claim_list *claims, struct err *err)
{
	struct target whole = { .plan = t->plan };
	plan_rows one = { &whole.plan, 1, 1 };
	struct refcheck check;

	if (c->globals.no_sync)
		return store_evidence(c->project->store, &c->arena, t->plan.row, told, err) &&
		       look_claims(c, &one, claims, err);
	if (!look_refs(c, &whole, &check, err))
		return false;
	*told = witness_of(&check, 0, &c->arena);
	claims_add(claims, &c->arena, &check.plans.v[0].row, check.plans.v[0].plan,
		   check.plans.v[0].task_seqs, told);
	return true;
}

static bool find_proof(struct cli *c, const struct target *t, const struct phl_plan *plan,
		       const struct proof **out, struct err *err)
{
	proof_list *proofs = arena_alloc(&c->arena, sizeof *proofs);
	int *seqs;

	if (!proven_load(c, proofs, err) ||
	    !store_task_seqs(c->project->store, &c->arena, t->plan.row, plan->tasks.n, &seqs,
			     err))
		return false;
	*out = t->task ? proof_of_task(proofs, t->plan.row, seqs[t->task - 1])
		       : proof_of_plan(proofs, t->plan.row);
	return true;
}

static bool show_json(struct cli *c, const struct target *t, const struct phl_plan *plan,
		      const struct plan_page *page, struct err *err)
{
	struct json j = out_json(c);
	int *seqs;

	if (!store_task_seqs(c->project->store, &c->arena, t->plan.row, plan->tasks.n, &seqs,
			     err))
		return false;
	if (t->task) {
		const struct phl_task *task = &plan->tasks.v[t->task - 1];
		struct task_row row = { .plan_id = plan->id, .plan_path = plan->path,
					.plan_title = plan->title, .plan_status = plan->status,
					.owner = task->owner ? task->owner : plan->owner,
					.position = t->task, .task = *task };

		row.proof = page->proof;
		row.refs = claims_of_task(page->told, seqs[t->task - 1], task->status);
		rows_json_task_refs(&j, &row);
	} else {
		plan_json_known(&j, plan, page->told, page->work, page->proof);
	}
	out_json_end(c, &j);
	return true;
}

static bool show(struct cli *c, const struct options *o, const struct words *words,
		 struct repo *repo, struct err *err)
{
	struct target t;
	struct phl_plan *plan;
	event_list events = { 0 };
	struct told told = { 0 };
	claim_list claims = { 0 };
	struct plan_page page = { .events = &events, .told = &told, .claims = &claims };
	struct doc d;

	if (!project_target(c->project, &c->arena, words->v[0], &t, err) ||
	    !store_plan(c->project->store, &c->arena, t.plan.row, &plan, err) ||
	    !ask_code(c, &t, &told, &claims, err))
		return false;
	if (!find_proof(c, &t, plan, &page.proof, err))
		return false;
	if (!project_traces(c->project, &c->arena, repo, &t.plan, plan, &page.work, err))
		return false;
	if (o->json)
		return show_json(c, &t, plan, &page, err);
	if (!store_events(c->project->store, &c->arena, t.plan.row, EVENTS, &events, err))
		return false;
	page.plan = plan;
	doc_start(&d, &c->arena, NULL);
	if (t.task)
		task_page_doc(&d, &page, t.task);
	else
		plan_page_doc(&d, &page);
	out_doc(c, &d);
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	struct repo repo = { .dir = c->project->root };
	bool ok = show(c, options, words, &repo, err);

	repo_close(&repo);
	return ok;
}

static const struct opt options[] = {
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_show = {
	.name = "show",
	.args = "PLAN[/TASK]",
	.help = "everything about one plan or task",
	.about = "A PLAN is named by its id (03-03), by a path, or by the end of its path where\n"
		 "that is unique (colors/03-01); a TASK by its number.",
	.options = options,
	.size = sizeof(struct options),
	.least = 1,
	.most = 1,
	.needs = CMD_PLANS,
	.words = WORDS_TARGETS,
	.run = run,
};
