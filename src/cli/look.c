#include "cli/look.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "cli/head.h"
#include "cli/out.h"
#include "model/plan.h"
#include "parse/parse.h"
#include "project/witness.h"

enum { CHEAP_REFS = 500 }; /* compared in a few milliseconds */

const char *look_title(struct cli *c)
{
	const char *title = c->project->config.title, *slash;
	struct err err = { 0 };

	if (!title && !store_get_meta(c->project->store, &c->arena, "title", &title, &err))
		title = NULL;
	if (title && *title)
		return title;
	slash = strrchr(c->project->root, '/');
	return slash && slash[1] ? slash + 1 : c->project->root;
}

const char *look_day(struct cli *c)
{
	char now[21];

	day_format(day_now(), now);
	return arena_dup(&c->arena, now, 10);
}

const char *look_aside(struct cli *c)
{
	struct head head = head_read(&c->arena, c->project->root);

	return arena_printf(&c->arena, "%s%s%s%s%s", head.branch ? head.branch : "",
			    head.branch && head.commit ? " " : "",
			    head.commit ? head.commit : "",
			    head.branch || head.commit ? ", " : "", look_day(c));
}

/* ---- what the code says ---- */

/* What cannot be kept is found again the next time. */
void look_keep(struct cli *c, const struct refcheck *check, const struct refcheck_options *how)
{
	struct err err = { 0 };

	if (!c->globals.no_sync && !how->source && !how->rev &&
	    !witness_keep(c->project, check, how, &err) && c->globals.verbose)
		out_note(c, "what the code says is not kept: %s", err.text);
}

static bool check(struct cli *c, const struct refcheck_options *how, struct refcheck *out,
		  struct err *err)
{
	if (!project_check_refs(c->project, &c->arena, how, out, err))
		return false;
	look_keep(c, out, how);
	return true;
}

bool look_refs(struct cli *c, const struct target *plan, struct refcheck *out,
	       struct err *err)
{
	struct repo repo = { .dir = c->project->root };
	struct refcheck_options how = { .targets = plan, .ntargets = plan != NULL,
					.repo = plan ? NULL : &repo };
	bool ok = check(c, &how, out, err);

	repo_close(&repo);
	return ok;
}

bool look_evidence(struct cli *c, enum look_when when, int64_t *at, struct err *err)
{
	struct refcheck_options how = { .unasked = true };
	struct refcheck out;
	int refs = 0;

	if (!store_evidence_time(c->project->store, at, err) ||
	    (when == LOOK_CHEAP && !store_count_refs(c->project->store, &refs, err)))
		return false;
	if (when == LOOK_NEVER || refs > CHEAP_REFS ||
	    (when == LOOK_CHEAP && (!refs || c->globals.no_sync)))
		return true;
	*at = day_now();
	return when == LOOK_NOW ? look_refs(c, NULL, &out, err) : check(c, &how, &out, err);
}

bool look_claims(struct cli *c, const plan_rows *plans, claim_list *out, struct err *err)
{
	struct store *s = c->project->store;

	for (size_t i = 0; i < plans->n; i++) {
		const struct plan_row *row = &plans->v[i];
		struct phl_plan *plan;
		struct told e;
		int *seqs, *task_seqs;

		if (!store_plan_refs(s, &c->arena, row->row, &plan, &seqs, &task_seqs, err) ||
		    !store_evidence(s, &c->arena, row->row, &e, err))
			return false;
		claims_add(out, &c->arena, row, plan, task_seqs, &e);
	}
	return true;
}

/* ---- what can start ---- */

static bool is_settled(enum phl_status status)
{
	return status == PHL_DONE || status == PHL_SKIPPED;
}

static bool first_task(struct cli *c, const struct plan_row *plan, struct task_row **out,
		       struct err *err)
{
	struct task_filter filter = { .status = -1, .plan = plan->row };
	task_rows tasks = { 0 };
	const struct phl_task **list;
	long next;

	if (!store_tasks(c->project->store, &c->arena, &filter, &tasks, err))
		return false;
	list = arena_alloc(&c->arena, (tasks.n + 1) * sizeof *list);
	for (size_t i = 0; i < tasks.n; i++)
		list[i] = &tasks.v[i].task;
	next = task_next(list, tasks.n);
	*out = next < 0 ? NULL : &tasks.v[next];
	return true;
}

struct candidate {
	const struct plan_row *plan;
	size_t place; /* of its phase among the plans */
	int wave;
	size_t order;
};

/* What is under way first; then phase after phase, wave after wave. */
static int by_merit(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int started_x = x->plan->status == PHL_IN_PROGRESS;
	int started_y = y->plan->status == PHL_IN_PROGRESS;

	if (started_x != started_y)
		return started_y - started_x;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if (x->wave != y->wave)
		return x->wave < y->wave ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* A question to the store costs as much as six rows of one that asks for all, of which
 * there may be any number: `status`, which asks about some fifty, must not grow. */
#define SINGLY 100

static int row_cmp(const void *key, const void *item)
{
	int64_t row = *(const int64_t *)key, at = ((const struct needs_row *)item)->plan;

	return (row > at) - (row < at);
}

static bool load_needs(struct cli *c, const needs_rows *all, int64_t row, struct graph_plan *g,
		       struct err *err)
{
	const struct needs_row *found = NULL;
	struct phl_plan plan = { 0 };

	if (!all && !store_needs(c->project->store, &c->arena, row, &plan, err))
		return false;
	if (all && all->n)
		found = bsearch(&row, all->v, all->n, sizeof *all->v, row_cmp);
	g->needs = all ? (found ? found->needs.v : NULL) : plan.depends_on.v;
	g->nneeds = all ? (found ? found->needs.n : 0) : plan.depends_on.n;
	return true;
}

bool look_graph(struct cli *c, const plan_rows *plans, struct graph_plan **out, struct err *err)
{
	struct graph_plan *graph = arena_alloc(&c->arena, (plans->n + 1) * sizeof *graph);
	bool many = plans->n > SINGLY;
	needs_rows all = { 0 };

	*out = graph;
	if (many && !store_all_needs(c->project->store, &c->arena, &all, err))
		return false;
	for (size_t i = 0; i < plans->n; i++) {
		const struct plan_row *p = &plans->v[i];

		struct evidence place;

		family_evidence(p->path, &place);
		graph[i] = (struct graph_plan){ .id = p->id, .path = p->path, .phase = p->phase,
						.status = p->status, .draft = place.is_draft,
						.wave = p->wave };
		/* only what is open needs its dependencies */
		if (!is_settled(p->status) && p->status != PHL_ROLLED_BACK &&
		    !load_needs(c, many ? &all : NULL, p->row, &graph[i], err))
			return false;
	}
	return true;
}

bool look_startable(struct cli *c, const plan_rows *plans, size_t most, startables *out,
		    size_t *waiting, struct err *err)
{
	struct graph_plan *graph;

	if (!look_graph(c, plans, &graph, err))
		return false;
	graph_solve(graph, plans->n, &c->arena);
	return look_ready(c, plans, graph, most, out, waiting, err);
}

bool look_ready(struct cli *c, const plan_rows *plans, const struct graph_plan *graph,
		size_t most, startables *out, size_t *waiting, struct err *err)
{
	struct candidate *found = arena_alloc(&c->arena, (plans->n + 1) * sizeof *found);
	size_t n = 0, place = 0;

	*waiting = 0;
	for (size_t i = 0; i < plans->n; i++) {
		const struct plan_row *p = &plans->v[i];

		if (i && p->phase_row != p[-1].phase_row)
			place++;
		if (is_settled(p->status) || p->status == PHL_ROLLED_BACK)
			continue;
		if (graph[i].ready && p->status != PHL_BLOCKED)
			found[n++] = (struct candidate){ p, place, p->wave, i };
		else if (!graph[i].draft)
			++*waiting;
	}
	qsort(found, n, sizeof *found, by_merit);
	for (size_t i = 0; i < n && out->n < most; i++) {
		struct startable *s = vec_push(&c->arena, out);

		*s = (struct startable){ .plan = *found[i].plan };
		if (!first_task(c, &s->plan, &s->task, err))
			return false;
	}
	return true;
}

bool look_collisions(struct cli *c, const plan_rows *plans, collision_list *out,
		     struct err *err)
{
	touch_list *touches = arena_alloc(&c->arena, (plans->n + 1) * sizeof *touches);
	struct graph_plan *graph;

	for (size_t i = 0; i < plans->n; i++)
		if (!store_touches(c->project->store, &c->arena, plans->v[i].row, &touches[i],
				   err))
			return false;
	if (!look_graph(c, plans, &graph, err))
		return false;
	collide(plans, touches, reach_make(graph, plans->n, &c->arena), &c->arena, out);
	return true;
}

static bool is_among(int64_t row, const int64_t *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i] == row)
			return true;
	return false;
}

bool look_freed(struct cli *c, const int64_t *finished, size_t n, plan_rows *out,
		struct err *err)
{
	struct graph_plan *now, *before;
	plan_rows plans;

	if (!store_plans(c->project->store, &c->arena, 0, &plans, err) ||
	    !look_graph(c, &plans, &now, err))
		return false;
	before = arena_alloc(&c->arena, (plans.n + 1) * sizeof *before);
	if (plans.n)
		memcpy(before, now, plans.n * sizeof *before);
	for (size_t i = 0; i < plans.n; i++)
		if (is_among(plans.v[i].row, finished, n))
			before[i].status = PHL_PENDING;
	graph_solve(now, plans.n, &c->arena);
	graph_solve(before, plans.n, &c->arena);
	for (size_t i = 0; i < plans.n; i++)
		if (plans.v[i].status == PHL_PENDING && now[i].ready && !before[i].ready)
			*vec_push(&c->arena, out) = plans.v[i];
	return true;
}

/* ---- phases by name ---- */

static const char *without_zeros(const char *s)
{
	while (*s == '0' && is_digit(s[1]))
		s++;
	return s;
}

static bool number_is(const char *number, const char *word)
{
	return number && *number && strcmp(without_zeros(number), without_zeros(word)) == 0;
}

/* "03", "3", "colors", "03-colors", "v1.0", "phases/03-colors". */
static bool phase_is(const struct phase_row *p, const char *word)
{
	size_t n = strlen(p->dir), m = strlen(word);

	while (m > 1 && word[m - 1] == '/')
		m--;
	if (number_is(p->number, word) || (p->name && strcmp(p->name, word) == 0) ||
	    (p->milestone && strcmp(p->milestone, word) == 0))
		return true;
	return n >= m && strncmp(p->dir + n - m, word, m) == 0 &&
	       (n == m || p->dir[n - m - 1] == '/');
}

bool look_phases(struct cli *c, const char *const *words, size_t n, phase_rows *out,
		 struct err *err)
{
	phase_rows all = { 0 };

	if (!store_phases(c->project->store, &c->arena, &all, err))
		return false;
	if (!n) {
		*out = all;
		return true;
	}
	for (size_t w = 0; w < n; w++) {
		size_t before = out->n;

		for (size_t i = 0; i < all.n; i++)
			if (phase_is(&all.v[i], words[w]))
				*vec_push(&c->arena, out) = all.v[i];
		if (out->n == before)
			return err_set(err, ERR_USAGE, "no phase \"%s\"; `phaseline status "
						       "--all` shows them", words[w]);
	}
	return true;
}
