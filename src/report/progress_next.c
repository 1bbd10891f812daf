#include "report/progress_parts.h"

#include <string.h>

#include "report/labels.h"

enum {
	PATH_SHOWN = 12, /* plans of the critical path */
	NODES = 200,	 /* plans of the graph; of more nobody can see anything */
};

/* " (01 Foundation)" where another plan has the same id, else nothing. */
static const char *phase_if_needed(struct arena *a, const struct progress *p, const char *path)
{
	const struct plan_row *plan = NULL;
	size_t same = 0;

	for (size_t i = 0; i < p->plans->n; i++)
		if (strcmp(p->plans->v[i].path, path) == 0)
			plan = &p->plans->v[i];
	for (size_t i = 0; plan && i < p->plans->n; i++)
		same += strcmp(p->plans->v[i].id, plan->id) == 0;
	for (size_t i = 0; same > 1 && i < p->phases->n; i++)
		if (p->phases->v[i].row == plan->phase_row)
			return arena_printf(a, " (%s)", label_phase(a, &p->phases->v[i]));
	return "";
}

static void add_ready(struct doc *d, const struct progress *p)
{
	struct block *list = doc_list(d);

	for (size_t i = 0; i < p->nnext; i++) {
		const struct progress_next *n = &p->next[i];
		const char *phase = phase_if_needed(d->arena, p, n->plan->path);

		if (n->task)
			doc_item(d, list, label_task(d->arena, n->task), "%s%s",
				 label_title(&n->task->task), phase);
		else
			doc_item(d, list, label_id(d->arena, n->plan->id, n->plan->path), "%s%s",
				 n->plan->title ? n->plan->title : n->plan->path, phase);
	}
	if (p->waiting)
		doc_prose(d, "%s cannot start yet: blocked, or waiting for others.",
			  label_count(d->arena, (long)p->waiting, "open plan"));
}

/* A plan without an estimate takes as long as the others on average; without any
 * estimate at all, each takes one minute, so that the sum counts plans. */
struct schedule_job *progress_jobs(const struct progress *p, struct arena *a,
				   struct path_length *whole)
{
	struct schedule_job *jobs = arena_alloc(a, (p->plans->n + 1) * sizeof *jobs);
	long sum = 0, known = 0, guessed = 0;

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];
		long left = outlook_is_settled(plan) ? 0 : outlook_left(plan);

		jobs[i].work = left;
		if (left > 0) {
			sum += left;
			known++;
		}
	}
	for (size_t i = 0; i < p->plans->n; i++)
		if (jobs[i].work < 0) {
			jobs[i].work = known ? sum / known : 1;
			guessed++;
		}
	sum = schedule_solve(jobs, p->plans->n, &p->edges, a);
	if (whole)
		*whole = (struct path_length){ sum, known > 0, guessed };
	return jobs;
}

static bool waits_at_all(const struct progress *p)
{
	for (size_t i = 0; i < p->plans->n; i++)
		if (p->graph[i].level > 1)
			return true;
	return false;
}

static void add_length(struct doc *d, const struct path_length *whole)
{
	if (!whole->estimated)
		doc_prose(d, "The longest way to the end is %s long, one after the other:",
			  label_count(d->arena, whole->work, "plan"));
	else
		doc_prose(d, "The longest way to the end takes %s of work, one plan after the "
			     "other%s:",
			  label_range(d->arena, whole->work, whole->work),
			  whole->guessed ? "; a plan without an estimate counts as the others on "
					   "average" : "");
}

static void add_step(struct doc *d, const struct progress *p, struct block *list,
		     const struct plan_row *plan)
{
	doc_item(d, list, label_id(d->arena, plan->id, plan->path), "%s%s",
		 plan->title ? plan->title : "", phase_if_needed(d->arena, p, plan->path));
}

/* Critical plans by when they start, one after the other. */
static void add_path(struct doc *d, const struct progress *p, const struct schedule_job *jobs,
		     const struct path_length *whole)
{
	struct block *list = NULL;
	long at = 0;
	size_t more = 0;

	while (at < whole->work) {
		size_t i = 0;

		while (i < p->plans->n && !(jobs[i].critical && jobs[i].start == at))
			i++;
		if (i == p->plans->n)
			break;
		at = jobs[i].end;
		if (!list) {
			add_length(d, whole);
			list = doc_list(d);
			list->numbered = true;
		}
		if (list->nitems == PATH_SHOWN)
			more++;
		else
			add_step(d, p, list, &p->plans->v[i]);
	}
	if (more)
		doc_prose(d, "And %zu more.", more);
}

static void add_cycles(struct doc *d, const struct progress *p)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < p->plans->n; i++)
		if (p->graph[i].cycle)
			buf_printf(&b, "%s%s", b.n ? ", " : "",
				   label_id(d->arena, p->plans->v[i].id, p->plans->v[i].path));
	if (b.n)
		doc_prose(d, "These plans wait for each other, so that none can start: %s.", b.s);
	buf_free(&b);
}

/* ---- the graph ---- */

/* Which of the open plans are shown, and as what node. */
static size_t choose(const struct progress *p, size_t *node_of, struct chart_node *nodes,
		     const struct schedule_job *jobs, struct arena *a)
{
	size_t n = 0;

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];
		long left = outlook_left(plan);

		node_of[i] = SIZE_MAX;
		if (outlook_is_settled(plan) || n == NODES)
			continue;
		node_of[i] = n;
		nodes[n++] = (struct chart_node){
			.id = label_id(a, plan->id, plan->path),
			.title = plan->title,
			.mark = (int)label_mark(plan->status),
			.level = p->graph[i].level,
			.critical = jobs[i].critical,
			.low = left,
			.high = left,
		};
	}
	return n;
}

/* Waiting for many plans at once is one edge from the one of them that ends last. */
static void stand_for(const struct progress *p, const struct schedule_job *jobs,
		      size_t *plan_of)
{
	size_t plans = p->plans->n;

	for (size_t i = 0; i < p->edges.nodes; i++)
		plan_of[i] = i < plans ? i : SIZE_MAX;
	/* an edge into a gate comes before those out of it */
	for (size_t i = 0; i < p->edges.n; i++) {
		size_t from = plan_of[p->edges.v[i].from], to = p->edges.v[i].to;

		if (to < plans || from == SIZE_MAX)
			continue;
		if (plan_of[to] == SIZE_MAX || jobs[from].end > jobs[plan_of[to]].end)
			plan_of[to] = from;
	}
}

static size_t link_up(const struct progress *p, const struct schedule_job *jobs,
		      const size_t *node_of, struct chart_edge *edges, struct arena *a)
{
	size_t *plan_of = arena_alloc(a, (p->edges.nodes + 1) * sizeof *plan_of);
	size_t n = 0;

	stand_for(p, jobs, plan_of);
	for (size_t i = 0; i < p->edges.n; i++) {
		size_t from = plan_of[p->edges.v[i].from], to = p->edges.v[i].to;

		if (to < p->plans->n && from != SIZE_MAX && node_of[from] != SIZE_MAX &&
		    node_of[to] != SIZE_MAX)
			edges[n++] = (struct chart_edge){ node_of[from], node_of[to] };
	}
	return n;
}

static void add_graph(struct doc *d, const struct progress *p, const struct schedule_job *jobs)
{
	struct chart *c = arena_alloc(d->arena, sizeof *c);
	size_t *node_of = arena_alloc(d->arena, (p->plans->n + 1) * sizeof *node_of);
	struct chart_node *nodes = arena_alloc(d->arena, NODES * sizeof *nodes);
	struct chart_edge *edges = arena_alloc(d->arena, (p->edges.n + 1) * sizeof *edges);

	c->kind = CHART_GRAPH;
	c->name = "dependencies";
	c->title = "What waits for what";
	c->nnodes = choose(p, node_of, nodes, jobs, d->arena);
	c->nodes = nodes;
	c->nedges = link_up(p, jobs, node_of, edges, d->arena);
	c->edges = edges;
	c->text = arena_printf(d->arena, "Open plans from left to right in the order in which they "
					 "can start; %s.",
			       label_count(d->arena, (long)c->nedges, "wait"));
	if (c->nedges)
		doc_chart(d, c);
}

void progress_next(struct doc *d, const struct progress *p)
{
	struct schedule_job *jobs;
	struct path_length whole;

	if (!p->nnext && !p->waiting)
		return;
	doc_heading(d, 2, "What is next")->name = "next";
	add_ready(d, p);
	add_cycles(d, p);
	if (!waits_at_all(p))
		return;
	jobs = progress_jobs(p, d->arena, &whole);
	add_path(d, p, jobs, &whole);
	add_graph(d, p, jobs);
}
