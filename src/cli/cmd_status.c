#include "cli/look.h"
#include "cli/table.h"
#include "report/overview.h"

enum {
	MUCH = 200,      /* findings that are looked at for what needs attention */
	CANDIDATES = 50, /* open plans among which the next one is sought */
	EXPLAINED = 20,  /* blocked tasks; more do not fit on a screen */
};

struct options {
	bool all, json;
};

static bool load_plans(struct cli *c, const phase_rows *phases, const bool *wanted,
		       plan_rows *plans, struct err *err)
{
	for (size_t i = 0; i < phases->n; i++)
		if (wanted[i] && !store_plans(c->project->store, &c->arena,
					      phases->v[i].row, &plans[i], err))
			return false;
	return true;
}

/* Why tasks are blocked, and plans blocked or rolled back. */
static bool load_reasons(struct cli *c, plan_rows *plans, task_rows *tasks, struct err *err)
{
	struct store *s = c->project->store;

	for (size_t i = 0; i < tasks->n && i < EXPLAINED; i++) {
		struct task_row *t = &tasks->v[i];

		if (!store_why(s, &c->arena, 0, t->row, PHL_BLOCKED, &t->since, &t->why, err))
			return false;
	}
	for (size_t i = 0; i < plans->n; i++) {
		struct plan_row *p = &plans->v[i];

		if ((p->status == PHL_BLOCKED || p->status == PHL_ROLLED_BACK) &&
		    !store_why(s, &c->arena, p->row, 0, p->status, &p->since, &p->why, err))
			return false;
	}
	return true;
}

static bool load_attention(struct cli *c, plan_rows *plans, task_rows *tasks,
			   finding_rows *findings, struct err *err)
{
	struct store *s = c->project->store;
	struct task_filter blocked = { .status = PHL_BLOCKED };

	return store_open_plans(s, &c->arena, CANDIDATES, plans, err) &&
	       store_tasks(s, &c->arena, &blocked, tasks, err) &&
	       load_reasons(c, plans, tasks, err) &&
	       store_findings(s, &c->arena, NULL, true, MUCH, findings, err);
}

static bool show_json(struct cli *c, const phase_rows *phases, struct err *err)
{
	plan_rows *plans = arena_alloc(&c->arena, (phases->n + 1) * sizeof *plans);
	bool *all = arena_alloc(&c->arena, phases->n + 1);
	struct overview o = { .title = look_title(c), .phases = phases, .plans = plans };
	struct json j = out_json(c);

	for (size_t i = 0; i < phases->n; i++)
		all[i] = true;
	if (!load_plans(c, phases, all, plans, err))
		return false;
	overview_json(&j, c->project->root, &o);
	out_json_end(c, &j);
	return true;
}

static bool show_screen(struct cli *c, const phase_rows *phases, bool all, bool some,
			struct err *err)
{
	plan_rows *plans = arena_alloc(&c->arena, (phases->n + 1) * sizeof *plans), open = { 0 };
	bool *unfold = arena_alloc(&c->arena, phases->n + 1);
	task_rows blocked = { 0 };
	finding_rows findings = { 0 };
	startables next = { 0 };
	struct doc d;
	size_t waiting;
	struct overview o = { .title = look_title(c), .aside = look_aside(c),
			      .phases = phases, .plans = plans, .all = all || some,
			      .attention = { &open, &blocked, &findings } };

	overview_unfold(phases, o.all, unfold);
	if (!load_plans(c, phases, unfold, plans, err))
		return false;
	if (!some && (!load_attention(c, &open, &blocked, &findings, err) ||
		      !look_startable(c, &open, 1, &next, &waiting, err)))
		return false;
	if (next.n) {
		o.next = next.v[0].task;
		o.next_plan = &next.v[0].plan;
	}
	doc_start(&d, &c->arena, NULL);
	overview_doc(&d, &o);
	out_doc(c, &d);
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	phase_rows phases = { 0 };

	if (!look_phases(c, (const char *const *)words->v, words->n, &phases, err))
		return false;
	if (o->json)
		return show_json(c, &phases, err);
	return show_screen(c, &phases, o->all, words->n > 0, err);
}

static const struct opt options[] = {
	FLAG(struct options, all, 'a', "all", "unfold every phase"),
	FLAG(struct options, json, 0, "json", "as JSON, with every plan"),
	{ .kind = OPT_END },
};

const struct cmd cmd_status = {
	.name = "status",
	.args = "[PHASE...]",
	.help = "where we are: phases, plans, and what needs attention",
	.about = "Finished phases take one line, phases under way unfold into their plans; what is\n"
		 "more than a screen of phases shares a line, unless asked for with --all.\n"
		 "A PHASE is a number, a name, a directory or a milestone; naming one unfolds it.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PLANS,
	.words = WORDS_PHASES,
	.run = run,
};
