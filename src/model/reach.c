#include "model/reach.h"

#include <stdint.h>

/* Steps along edges, for all questions: a few tenths of a second. */
#define BUDGET ((size_t)100 * 1000 * 1000)

/* Edges by the node they start from, in one direction. */
struct way {
	size_t *first, *to;
	uint32_t *seen; /* by node: the last search that came there */
};

struct reach {
	size_t plan, budget;
	struct way ways[2];
	size_t *queue;
	uint32_t search;
};

static size_t end_of(const struct graph_edge *e, bool back, bool target)
{
	return back == target ? e->from : e->to;
}

static void lay(struct way *w, const struct graph_edges *edges, bool back, struct arena *a)
{
	size_t nodes = edges->nodes;
	size_t *fill = arena_alloc(a, (nodes + 1) * sizeof *fill);
	w->first = arena_alloc(a, (nodes + 2) * sizeof *w->first);
	w->to = arena_alloc(a, (edges->n + 1) * sizeof *w->to);
	w->seen = arena_alloc(a, (nodes + 1) * sizeof *w->seen);
	for (size_t i = 0; i < edges->n; i++)
		w->first[end_of(&edges->v[i], back, false) + 1]++;
	for (size_t i = 0; i < nodes; i++)
		w->first[i + 1] += w->first[i];
	for (size_t i = 0; i < edges->n; i++) {
		size_t from = end_of(&edges->v[i], back, false);
		w->to[w->first[from] + fill[from]++] = end_of(&edges->v[i], back, true);
	}
}

struct reach *reach_make(struct graph_plan *v, size_t n, struct arena *a)
{
	struct reach *r = arena_alloc(a, sizeof *r);
	struct graph_edges edges;
	graph_solve_edges(v, n, a, &edges);
	r->plan = SIZE_MAX;
	r->budget = BUDGET;
	r->queue = arena_alloc(a, (edges.nodes + 1) * sizeof *r->queue);
	for (int i = 0; i < 2; i++)
		lay(&r->ways[i], &edges, i == 1, a);
	return r;
}

static void search(struct reach *r, struct way *w)
{
	size_t head = 0, tail = 0;
	r->queue[tail++] = r->plan;
	w->seen[r->plan] = r->search;
	while (head < tail && r->budget) {
		size_t node = r->queue[head++];
		for (size_t k = w->first[node]; k < w->first[node + 1]; k++) {
			r->budget -= r->budget > 0;
			if (w->seen[w->to[k]] == r->search)
				continue;
			w->seen[w->to[k]] = r->search;
			r->queue[tail++] = w->to[k];
		}
	}
}

bool reach_between(struct reach *r, size_t plan, size_t other)
{
	if (r->plan != plan) {
		r->plan = plan;
		r->search++;
		search(r, &r->ways[0]);
		search(r, &r->ways[1]);
	}
	return !r->budget || r->ways[0].seen[other] == r->search ||
	       r->ways[1].seen[other] == r->search;
}
