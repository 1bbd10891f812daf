#include "cli/table.h"
#include "model/plan.h"
#include "project/traces.h"
#include "report/plan_page.h"
#include "report/rows_json.h"

enum { EVENTS = 8 };

struct options {
	bool json;
};

static void show_json(struct cli *c, const struct target *t, const struct phl_plan *plan,
		      const struct work *work)
{
	struct json j = out_json(c);

	if (t->task) {
		const struct phl_task *task = &plan->tasks.v[t->task - 1];
		struct task_row row = { .plan_id = plan->id, .plan_path = plan->path,
					.plan_title = plan->title, .plan_status = plan->status,
					.owner = task->owner ? task->owner : plan->owner,
					.position = t->task, .task = *task };

		rows_json_task(&j, &row);
	} else {
		plan_json_known(&j, plan, work);
	}
	out_json_end(c, &j);
}

static bool show(struct cli *c, const struct options *o, const struct words *words,
		 struct repo *repo, struct err *err)
{
	struct target t;
	struct phl_plan *plan;
	event_list events = { 0 };
	struct plan_page page = { .events = &events };
	struct doc d;

	if (!project_target(c->project, &c->arena, words->v[0], &t, err) ||
	    !store_plan(c->project->store, &c->arena, t.plan.row, &plan, err))
		return false;
	if (!project_traces(c->project, &c->arena, repo, &t.plan, plan, &page.work, err))
		return false;
	if (o->json) {
		show_json(c, &t, plan, page.work);
		return true;
	}
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
