#include <string.h>

#include "cli/look.h"
#include "cli/rehearse.h"
#include "cli/table.h"
#include "cli/update.h"
#include "model/plan.h"
#include "report/rollback_page.h"

static bool show(struct cli *c, const struct update_options *o, const char *name,
		 struct err *err)
{
	struct target t;
	struct phl_plan *plan;
	event_list events = { 0 };
	struct project_options po = { .dir = c->globals.dir, .store = c->globals.store };
	struct doc d;

	if (!c->globals.no_sync && !project_sync(c->project, &po, &c->sync, err))
		return false;
	if (!project_target(c->project, &c->arena, name, &t, err) ||
	    !store_plan(c->project->store, &c->arena, t.plan.row, &plan, err) ||
	    !store_events(c->project->store, &c->arena, t.plan.row, 0, &events, err))
		return false;
	if (o->json) {
		struct json j = out_json(c);

		rollback_page_json(&j, plan);
		out_json_end(c, &j);
		return true;
	}
	doc_start(&d, &c->arena, NULL);
	rollback_page_doc(&d, plan, &events);
	out_doc(c, &d);
	return true;
}

static bool check(const struct update_options *o, struct err *err)
{
	if (!o->rehearse && (o->list || limits_given(&o->limits)))
		return err_set(err, ERR_USAGE,
			       "--list, --timeout, --memory, --env and --sandbox go with --rehearse");
	return !o->rehearse || (!o->note && !o->done) ||
	       err_set(err, ERR_USAGE, "a rehearsal is no rollback: leave out --note and --done");
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct update_options *o = options;
	struct change change;

	if (!check(o, err))
		return false;
	if (o->rehearse)
		return rehearse(c, o, words->v[0], err);
	if (!o->note && !o->done)
		return show(c, o, words->v[0], err);
	if (strchr(words->v[0], '/') && !strstr(words->v[0], ".md")) {
		struct selection s;

		if (project_select(c->project, &c->arena, words->v[0], &s, err) && s.tasks)
			return err_set(err, ERR_USAGE, "a plan is rolled back as a whole: "
						       "phaseline rollback %s", s.plan.id);
		*err = (struct err){ 0 };
	}
	if (!update_start(c, options, "rollback", &change, err))
		return false;
	change.kind = CHANGE_ROLLBACK;
	return update_run(c, options, &change, words, err);
}

static const struct opt options[] = {
	TEXT(struct update_options, note, 'm', "note", "TEXT",
	     "record that it was rolled back, and what was learned", NULL),
	FLAG(struct update_options, done, 0, "done", "record that it was rolled back"),
	FLAG(struct update_options, rehearse, 0, "rehearse",
	     "run the commands in its steps, once trusted, asking before each"),
	FLAG(struct update_options, list, 'l', "list", "with --rehearse: show them, and run none"),
	LIMIT_OPTIONS(struct update_options, limits, "with --rehearse: "),
	UPDATE_OPTIONS,
};

const struct cmd cmd_rollback = {
	.name = "rollback",
	.args = "PLAN",
	.help = "how to undo a plan's work, or record that it was undone",
	.about = "Without --note or --done: the steps as planned, and what they would undo. With\n"
		 "either, a dated line below Rollback tells of it, the plan is rolled-back, and\n"
		 "its tasks are open again.\n"
		 "--rehearse really runs the commands, where you are: a clone is the place for it.",
	.options = options,
	.size = sizeof(struct update_options),
	.least = 1,
	.most = 1,
	.needs = CMD_STORE,
	.words = WORDS_PLANS,
	.run = run,
};
