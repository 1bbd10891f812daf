#include <string.h>

#include "cli/kin.h"
#include "cli/table.h"
#include "report/labels.h"
#include "report/requirements_page.h"

struct options {
	const char *family;
	bool uncovered, check, json;
};

/* ---- the plans ---- */

static bool load(struct cli *c, const char *family, plan_list *out, struct err *err)
{
	struct arena a = { 0 };
	plan_rows rows = { 0 };
	bool ok = store_plans(c->project->store, &c->arena, 0, &rows, err);

	for (size_t i = 0; ok && i < rows.n; i++) {
		struct phl_plan *plan;

		arena_reset(&a);
		if (!kin_has(family, rows.v[i].path))
			continue;
		ok = store_plan(c->project->store, &a, rows.v[i].row, &plan, err);
		if (!ok || !coverage_concerns(plan))
			continue;
		ok = store_plan(c->project->store, &c->arena, rows.v[i].row, &plan, err);
		*vec_push(&c->arena, out) = plan;
	}
	arena_free(&a);
	return ok;
}

/* ---- which of them mean the same ---- */

static const char *parent(struct arena *a, const char *dir)
{
	const char *slash = strrchr(dir, '/');

	return slash ? arena_dup(a, dir, (size_t)(slash - dir)) : dir;
}

/* Where documents stand beside a plan, its requirements are its own; others share them
 * with the phases around theirs. */
static struct requirement_group group_of(struct arena *a, const struct phl_plan *plan)
{
	bool one = family_of(plan->path)->documents != NULL;
	const char *dir = one ? plan->path : family_place_of(a, plan->path).dir;

	return (struct requirement_group){ .dir = parent(a, dir), .one = one };
}

static void group(struct arena *a, const plan_list *plans, requirement_groups *out)
{
	for (size_t i = 0; i < plans->n; i++) {
		struct requirement_group own = group_of(a, plans->v[i]), *g = NULL;

		for (size_t k = out->n; k-- > 0 && !g;)
			if (strcmp(out->v[k].dir, own.dir) == 0 && out->v[k].one == own.one)
				g = &out->v[k];
		if (!g) {
			g = vec_push(a, out);
			*g = own;
		}
		*vec_push(a, &g->plans) = plans->v[i];
	}
	for (size_t i = 0; i < out->n; i++) {
		coverage_of(a, &out->v[i].plans, &out->v[i].all);
		out->v[i].covered = requirements_covered(a, &out->v[i].all);
	}
}

/* ---- which of them are shown ---- */

static bool is_of(const struct requirement_group *g, const struct covered *c,
		  const struct target *t)
{
	if (g->one && !t->task)
		return strcmp(g->plans.v[0]->path, t->plan.path) == 0;
	for (size_t i = 0; i < c->by.n; i++)
		if (strcmp(c->by.v[i].plan->path, t->plan.path) == 0 &&
		    (!t->task || c->by.v[i].task == t->task - 1))
			return true;
	return false;
}

static bool is_wanted(const struct options *o, const struct requirement_group *g,
		      const struct covered *c, const struct target *targets, size_t n)
{
	bool named = !n;

	if ((o->uncovered || o->check) && !coverage_is_gap(c))
		return false;
	for (size_t i = 0; i < n && !named; i++)
		named = is_of(g, c, &targets[i]);
	return named;
}

/* How many are left. */
static size_t narrow(const struct options *o, requirement_groups *groups,
		     const struct target *targets, size_t n)
{
	size_t shown = 0;

	for (size_t i = 0; i < groups->n; i++) {
		struct requirement_group *g = &groups->v[i];
		size_t kept = 0;

		for (size_t k = 0; k < g->all.n; k++)
			if (is_wanted(o, g, &g->all.v[k], targets, n))
				g->all.v[kept++] = g->all.v[k];
		g->all.n = kept;
		shown += kept;
	}
	return shown;
}

/* ---- answers ---- */

static size_t count_gaps(const requirement_groups *groups)
{
	size_t gaps = 0;

	for (size_t i = 0; i < groups->n; i++)
		for (size_t k = 0; k < groups->v[i].all.n; k++)
			gaps += coverage_is_gap(&groups->v[i].all.v[k]);
	return gaps;
}

static void show(struct cli *c, const struct options *o, const requirement_groups *groups,
		 size_t shown)
{
	struct doc d;

	if (o->json) {
		struct json j = out_json(c);

		requirements_json(&j, &c->arena, groups);
		out_json_end(c, &j);
	} else if (shown) {
		doc_start(&d, &c->arena, NULL);
		requirements_doc(&d, groups);
		out_doc(c, &d);
	} else {
		out_note(c, o->uncovered || o->check ? "no requirement is without a task, and none "
						       "is declared nowhere" :
						       "no such requirements");
	}
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct target *targets = arena_alloc(&c->arena, (words->n + 1) * sizeof *targets);
	requirement_groups groups = { 0 };
	plan_list plans = { 0 };

	for (size_t i = 0; i < words->n; i++)
		if (!project_target(c->project, &c->arena, words->v[i], &targets[i], err))
			return false;
	if (!load(c, o->family, &plans, err))
		return false;
	group(&c->arena, &plans, &groups);
	show(c, o, &groups, narrow(o, &groups, targets, words->n));
	if (!out_flush(c, err))
		return false;
	if (o->check && count_gaps(&groups)) {
		err->kind = ERR_ANSWER_NO; /* said already */
		return false;
	}
	return true;
}

static const struct opt options[] = {
	FAMILY(struct options, family),
	FLAG(struct options, uncovered, 'u', "uncovered",
	     "only those without a task, or declared nowhere"),
	FLAG(struct options, check, 'c', "check", "the same; exit status 1 if there are any"),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_requirements = {
	.name = "requirements",
	.args = "[TARGET...]",
	.help = "what plans are for, and which tasks cover it",
	.about = "Lists what documents beside the plans declare (spec.md, requirements.md), and\n"
		 "what plans and tasks say they are for. A TARGET is a plan or a task.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PLANS,
	.words = WORDS_TARGETS,
	.run = run,
};
