#include "base/day.h"
#include "cli/gather.h"
#include "cli/kin.h"
#include "cli/look.h"
#include "cli/proven.h"
#include "cli/table.h"
#include "report/collisions.h"
#include "report/overview.h"
#include "report/progress_parts.h"

enum {
	MUCH = 200,      /* findings that are looked at for what needs attention */
	CANDIDATES = 50, /* open plans among which the next one is sought */
	BUSY = 20,       /* plans under way that are compared with those */
	CLAIMED = 10,    /* plans that the code speaks against; as many fit a screen */
};

struct options {
	const char *family;
	bool all, plot, refs, no_refs, json;
};

static void keep_kin(const char *family, plan_rows *plans)
{
	size_t n = 0;

	for (size_t i = 0; i < plans->n; i++)
		if (kin_has(family, plans->v[i].path))
			plans->v[n++] = plans->v[i];
	plans->n = n;
}

static bool load_plans(struct cli *c, const phase_rows *phases, const bool *wanted,
		       const char *family, plan_rows *plans, struct err *err)
{
	for (size_t i = 0; i < phases->n; i++) {
		if (wanted[i] && !store_plans(c->project->store, &c->arena,
					      phases->v[i].row, &plans[i], err))
			return false;
		if (wanted[i] && family)
			keep_kin(family, &plans[i]);
	}
	return true;
}

/* What comes next, and all that is under way. */
static bool load_actual(struct cli *c, const plan_rows *open, plan_rows *out, struct err *err)
{
	plan_rows busy;

	*out = (plan_rows){ 0 };
	if (!store_under_way(c->project->store, &c->arena, BUSY, &busy, err))
		return false;
	for (size_t i = 0; i < open->n; i++)
		*vec_push(&c->arena, out) = open->v[i];
	for (size_t i = 0; i < busy.n; i++) {
		bool known = false;

		for (size_t k = 0; k < open->n && !known; k++)
			known = open->v[k].row == busy.v[i].row;
		if (!known)
			*vec_push(&c->arena, out) = busy.v[i];
	}
	return true;
}

/* Phases come one after the other, as a rule: a file that two of them touch matters
 * when somebody is at it. */
static bool is_pressing(const struct collision *x)
{
	return x->first || x->plan->phase_row == x->other->phase_row ||
	       x->other->status == PHL_IN_PROGRESS;
}

static bool load_collisions(struct cli *c, const plan_rows *open, collision_list *out,
			    struct err *err)
{
	collision_list all;
	plan_rows actual;

	*out = (collision_list){ 0 };
	if (!load_actual(c, open, &actual, err) || !look_collisions(c, &actual, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (is_pressing(&all.v[i]))
			*vec_push(&c->arena, out) = all.v[i];
	return true;
}

static bool load_attention(struct cli *c, plan_rows *plans, task_rows *tasks,
			   finding_rows *findings, struct err *err)
{
	struct store *s = c->project->store;
	struct task_filter blocked = { .status = PHL_BLOCKED };
	collision_list collisions;

	if (!store_open_plans(s, &c->arena, CANDIDATES, plans, err) ||
	    !store_tasks(s, &c->arena, &blocked, tasks, err) ||
	    !gather_reasons(c, plans, tasks, err) ||
	    !store_findings(s, &c->arena, NULL, true, MUCH, findings, err) ||
	    !load_collisions(c, plans, &collisions, err))
		return false;
	collision_findings(&c->arena, &collisions, ATTENTION_ALIKE, findings);
	return true;
}

/* Of the plans that are shown, and which are done without having passed. */
static bool load_proofs(struct cli *c, const phase_rows *phases, plan_rows *plans,
			plan_rows *disproved, struct err *err)
{
	proof_list *proofs = arena_alloc(&c->arena, sizeof *proofs);

	if (!proven_load(c, proofs, err))
		return false;
	for (size_t i = 0; i < phases->n; i++)
		proven_plans(proofs, &plans[i]);
	return !disproved || proven_failed(c, proofs, disproved, err);
}

static bool show_json(struct cli *c, const struct options *wish, const phase_rows *phases,
		      int64_t refs_at, struct err *err)
{
	plan_rows *plans = arena_alloc(&c->arena, (phases->n + 1) * sizeof *plans), open;
	bool *all = arena_alloc(&c->arena, phases->n + 1);
	collision_list collisions;
	struct overview o = { .title = look_title(c), .phases = phases, .plans = plans,
			      .collisions = &collisions, .refs_at = refs_at };
	struct json j;

	for (size_t i = 0; i < phases->n; i++)
		all[i] = true;
	if (!load_plans(c, phases, all, wish->family, plans, err) || !load_proofs(c, phases, plans, NULL, err) ||
	    !store_open_plans(c->project->store, &c->arena, CANDIDATES, &open, err) ||
	    !load_collisions(c, &open, &collisions, err))
		return false;
	j = out_json(c);
	overview_json(&j, c->project->root, &o);
	out_json_end(c, &j);
	return true;
}

/* Claims of as many plans as may fit the screen. */
static bool load_claims(struct cli *c, claim_list *claims, struct err *err)
{
	plan_rows plans = { 0 };

	return store_claimed_plans(c->project->store, &c->arena, CLAIMED, &plans, err) &&
	       look_claims(c, &plans, claims, err);
}

/* `named`: these phases, and what needs attention elsewhere is not asked for. */
static bool show_screen(struct cli *c, const struct options *wish, const phase_rows *phases,
			int64_t refs_at, bool named, struct err *err)
{
	plan_rows *plans = arena_alloc(&c->arena, (phases->n + 1) * sizeof *plans), open = { 0 };
	bool *unfold = arena_alloc(&c->arena, phases->n + 1);
	task_rows blocked = { 0 };
	finding_rows findings = { 0 };
	claim_list claims = { 0 };
	plan_rows disproved = { 0 };
	startables next = { 0 };
	struct doc d;
	bool some = named || wish->family;
	size_t waiting;
	struct overview o = { .title = look_title(c), .aside = look_aside(c),
			      .phases = phases, .plans = plans, .all = wish->all || named,
			      .attention = { &open, &blocked, &findings, &claims, &disproved },
			      .refs_at = refs_at, .now = day_now() };

	overview_unfold(phases, o.all, unfold);
	if (!load_plans(c, phases, unfold, wish->family, plans, err) ||
	    !load_proofs(c, phases, plans, some ? NULL : &disproved, err))
		return false;
	if (!some && (!load_claims(c, &claims, err) || !load_attention(c, &open, &blocked, &findings, err) ||
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

/* ---- --plot ---- */

/* The phases as scope_load() wants to be told of them. */
static const char *listed(struct arena *a, const struct words *words)
{
	const char *list = NULL;

	for (size_t i = 0; i < words->n; i++)
		list = list ? arena_printf(a, "%s,%s", list, words->v[i]) : words->v[i];
	return list;
}

static bool load_phases(struct cli *c, const struct options *o, const struct words *words,
			phase_rows *out, struct err *err)
{
	struct scope scope;

	if (!o->family)
		return look_phases(c, (const char *const *)words->v, words->n, out, err);
	if (!scope_load(c, listed(&c->arena, words), NULL, o->family, &scope, err))
		return false;
	*out = scope.phases;
	if (!out->n)
		out_note(c, "no such plans of the family %s", o->family);
	return true;
}

static bool show_plot(struct cli *c, const struct options *o, const struct words *words,
		      struct err *err)
{
	struct scope scope;
	struct progress p = { 0 };
	struct doc d;

	if (!scope_load(c, listed(&c->arena, words), NULL, o->family, &scope, err) ||
	    !gather_progress(c, &scope, NULL, &p, err))
		return false;
	doc_start(&d, &c->arena, p.title);
	d.aside = look_aside(c);
	progress_burndown(&d, &p);
	if (!d.first)
		doc_prose(&d, "Of too few tasks it is known when they were done: there is no line "
			      "to draw.");
	progress_phases(&d, &p);
	out_doc(c, &d);
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	phase_rows phases = { 0 };
	enum look_when when = o->refs ? LOOK_NOW : o->no_refs ? LOOK_NEVER : LOOK_CHEAP;
	int64_t at;

	if (o->plot && o->json)
		return err_set(err, ERR_USAGE, "--plot draws; what it draws is in `phaseline report "
					       "--json`");
	if (o->refs && o->no_refs)
		return err_set(err, ERR_USAGE, "--refs or --no-refs, not both");
	if (!look_evidence(c, when, &at, err))
		return false;
	if (o->plot)
		return show_plot(c, o, words, err);
	if (!load_phases(c, o, words, &phases, err))
		return false;
	if (o->json)
		return show_json(c, o, &phases, at, err);
	return show_screen(c, o, &phases, at, words->n > 0, err);
}

static const struct opt options[] = {
	FLAG(struct options, all, 'a', "all", "unfold every phase"),
	FAMILY(struct options, family),
	FLAG(struct options, plot, 0, "plot", "what was left, day by day, and each phase as a bar"),
	FLAG(struct options, refs, 'r', "refs", "look at the code first: which references are cleared"),
	FLAG(struct options, no_refs, 0, "no-refs", "leave the code alone"),
	FLAG(struct options, json, 0, "json", "as JSON, with every plan"),
	{ .kind = OPT_END },
};

const struct cmd cmd_status = {
	.name = "status",
	.args = "[PHASE...]",
	.help = "where we are: phases, plans, and what needs attention",
	.about = "Finished phases take one line, phases under way unfold into their plans; what is\n"
		 "more than a screen of phases shares a line, unless asked for with --all.\n"
		 "References count as the code was when it was last looked at: where they are few,\n"
		 "that is now; else as of the last --refs, or `phaseline refs`.\n"
		 "A PHASE is a number, a name, a directory or a milestone; naming one unfolds it.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PLANS,
	.words = WORDS_PHASES,
	.run = run,
};
