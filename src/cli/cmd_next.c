#include "cli/kin.h"
#include "cli/look.h"
#include "cli/proven.h"
#include "cli/table.h"
#include "report/collisions.h"
#include "report/labels.h"
#include "report/rows_json.h"

enum { SCREEN = 15 };

struct options {
	const char *family;
	bool all, json;
};

/* What is under way, and what of the rest may come next. */
static bool load_collisions(struct cli *c, const plan_rows *plans, const startables *next,
			    size_t shown, collision_list *out, struct err *err)
{
	plan_rows near = { 0 };

	for (size_t i = 0; i < plans->n; i++)
		if (plans->v[i].status == PHL_IN_PROGRESS)
			*vec_push(&c->arena, &near) = plans->v[i];
	for (size_t i = 0; i < shown; i++)
		if (next->v[i].plan.status != PHL_IN_PROGRESS)
			*vec_push(&c->arena, &near) = next->v[i].plan;
	return look_collisions(c, &near, out, err);
}

/* The worst that a plan would come across, of what somebody works on. */
static const struct collision *find_collision(const collision_list *list,
					      const struct startable *s)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].plan->row == s->plan.row &&
		    list->v[i].other->status == PHL_IN_PROGRESS)
			return &list->v[i];
	return NULL;
}

static void add_collision(struct json *j, const struct collision *x)
{
	if (!x) {
		json_null(j);
		return;
	}
	json_object(j);
	collision_json(j, x);
	json_end(j);
}

/* What stands below plans that can start. */
struct warnings {
	collision_list collisions;
	doubt_list doubts;
};

static const struct plan_row *find_doubt(const doubt_list *list, const struct startable *s)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].plan == s->plan.row)
			return list->v[i].about;
	return NULL;
}

static void show_json(struct cli *c, const startables *next, const struct warnings *w)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < next->n; i++) {
		const struct plan_row *doubt = find_doubt(&w->doubts, &next->v[i]);

		json_object(&j);
		json_key(&j, "plan");
		rows_json_plan(&j, &next->v[i].plan);
		json_key(&j, "task");
		if (next->v[i].task)
			rows_json_task(&j, next->v[i].task);
		else
			json_null(&j);
		json_key(&j, "collision");
		add_collision(&j, find_collision(&w->collisions, &next->v[i]));
		json_key_text(&j, "doubt", doubt ? doubt->id : NULL);
		json_end(&j);
	}
	out_json_end(c, &j);
}

static void add_warning(struct doc *d, struct block *t, const char *text,
			enum tone tone)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[1], text);
	row[1].tone = tone;
}

static void add_warnings(struct doc *d, struct block *t, const struct startable *s,
			 const struct warnings *w)
{
	const struct collision *x = find_collision(&w->collisions, s);
	const struct plan_row *doubt = find_doubt(&w->doubts, s);

	if (doubt)
		add_warning(d, t, label_doubt(d->arena, doubt), TONE_BAD);
	if (x)
		add_warning(d, t, collision_warning(d->arena, x), TONE_ACTIVE);
}

static void add_row(struct doc *d, struct block *t, const struct startable *s)
{
	struct cell *row = doc_row(d, t);
	const struct plan_row *p = &s->plan;

	row[0].mark = label_mark(p->status);
	row[0].tone = label_tone(p->status);
	if (s->task) {
		cell_text(&row[0], label_task(d->arena, s->task));
		cell_text(&row[1], label_title(&s->task->task));
		cell_text(&row[2], p->title);
	} else {
		cell_text(&row[0], label_id(d->arena, p->id, p->path));
		cell_text(&row[1], p->title ? p->title : p->path);
	}
	row[2].tone = TONE_DIM;
	cell_estimate(&row[3], &p->estimate);
	if (p->refs.checked)
		cell_refs(&row[4], &p->refs);
	cell_text(&row[5], p->owner);
}

static bool show_list(struct cli *c, const startables *next, size_t shown, size_t waiting,
		      const struct warnings *w, struct err *err)
{
	static const struct column columns[] = {
		{ .title = "Next", .code = true },
		{ .title = "Task", .stretch = true },
		{ .title = "Plan", .stretch = true },
		{ .title = "Estimate", .right = true },
		{ .title = "References", .right = true },
		{ .title = "Owner" },
	};
	struct block *t;
	struct doc d;

	doc_start(&d, &c->arena, NULL);
	t = doc_table(&d, columns, 6);
	for (size_t i = 0; i < shown; i++) {
		add_row(&d, t, &next->v[i]);
		add_warnings(&d, t, &next->v[i], w);
	}
	if (shown)
		out_doc(c, &d);
	if (!out_flush(c, err)) /* the answer first, remarks behind it */
		return false;
	if (shown < next->n)
		out_note(c, "%zu more can start; phaseline next --all", next->n - shown);
	if (waiting)
		out_note(c, "%s cannot start yet: blocked, or waiting for others",
			 label_count(&c->arena, (long)waiting, "open plan"));
	else if (!next->n)
		out_note(c, "nothing is left to do");
	return true;
}

/* What waits for what is a matter of all plans.  Gives how many of the family cannot
 * start yet. */
static size_t narrow(const char *family, const plan_rows *plans, startables *next)
{
	size_t kept = 0, open = 0;

	for (size_t i = 0; i < next->n; i++)
		if (kin_has(family, next->v[i].plan.path))
			next->v[kept++] = next->v[i];
	for (size_t i = 0; i < plans->n; i++) {
		enum phl_status s = plans->v[i].status;

		open += kin_has(family, plans->v[i].path) && s != PHL_DONE && s != PHL_SKIPPED &&
			s != PHL_ROLLED_BACK;
	}
	next->n = kept;
	return open - kept;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	plan_rows plans = { 0 };
	startables next = { 0 };
	struct warnings w;
	proof_list proofs;
	size_t waiting, shown;
	int64_t at;

	(void)words;
	if (!look_evidence(c, LOOK_CHEAP, &at, err) ||
	    !store_plans(c->project->store, &c->arena, 0, &plans, err) ||
	    !proven_load(c, &proofs, err))
		return false;
	proven_plans(&proofs, &plans);
	if (!look_startable(c, &plans, plans.n, &next, &waiting, err))
		return false;
	if (o->family)
		waiting = narrow(o->family, &plans, &next);
	shown = o->json || o->all || next.n < SCREEN ? next.n : SCREEN;
	if (!load_collisions(c, &plans, &next, shown, &w.collisions, err) ||
	    !proven_doubts(c, &plans, &w.doubts, err))
		return false;
	if (!o->json)
		return show_list(c, &next, shown, waiting, &w, err);
	show_json(c, &next, &w);
	return true;
}

static const struct opt options[] = {
	FAMILY(struct options, family),
	FLAG(struct options, all, 'a', "all", "show every plan that can start"),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_next = {
	.name = "next",
	.args = "",
	.help = "what can start now, best first",
	.about = "Plans under way come first, then, phase by phase and wave by wave, those whose\n"
		 "dependencies are finished, each with its first open task.",
	.options = options,
	.size = sizeof(struct options),
	.needs = CMD_PLANS,
	.run = run,
};
