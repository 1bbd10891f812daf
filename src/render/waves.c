#include "render/waves.h"

#include <stdlib.h>

static bool is_edge(const struct chart *c, const struct chart_edge *e)
{
	return e->from < c->nnodes && e->to < c->nnodes && e->from != e->to;
}

/* Sorts the edges by the node that waits. */
static void find_sources(struct waves *w, struct arena *a)
{
	const struct chart *c = w->chart;
	size_t *at = arena_alloc(a, (c->nnodes + 1) * sizeof *at);

	w->sources = arena_alloc(a, (c->nedges + 1) * sizeof *w->sources);
	w->sources_of = arena_alloc(a, (c->nnodes + 1) * sizeof *w->sources_of);
	for (size_t i = 0; i < c->nedges; i++)
		if (is_edge(c, &c->edges[i]))
			w->sources_of[c->edges[i].to + 1]++;
	for (size_t k = 0; k < c->nnodes; k++) {
		w->sources_of[k + 1] += w->sources_of[k];
		at[k] = w->sources_of[k];
	}
	for (size_t i = 0; i < c->nedges; i++)
		if (is_edge(c, &c->edges[i]))
			w->sources[at[c->edges[i].to]++] = c->edges[i].from;
}

static int by_importance(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	if (x->critical != y->critical)
		return x->critical ? -1 : 1;
	if (x->leads != y->leads)
		return x->leads > y->leads ? -1 : 1;
	return x->node < y->node ? -1 : 1;
}

/* What is done stands there where something open waited for it. */
static void find_spots(struct waves *w, struct arena *a)
{
	const struct chart *c = w->chart;
	size_t *leads = arena_alloc(a, (c->nnodes + 1) * sizeof *leads);

	for (size_t i = 0; i < c->nedges; i++)
		if (is_edge(c, &c->edges[i]))
			leads[c->edges[i].from] += c->nodes[c->edges[i].to].level > 0;
	w->spots = arena_alloc(a, (c->nnodes + 1) * sizeof *w->spots);
	w->spot_of = arena_alloc(a, (c->nnodes + 1) * sizeof *w->spot_of);
	for (size_t i = 0; i < c->nnodes; i++) {
		const struct chart_node *node = &c->nodes[i];

		w->spot_of[i] = WAVES_NONE;
		if (node->level <= 0 && !leads[i])
			w->over++;
		else
			w->spots[w->n++] = (struct spot){ .node = i, .level = node->level,
							  .critical = node->critical,
							  .leads = leads[i], .row = -1 };
	}
	qsort(w->spots, w->n, sizeof *w->spots, by_importance);
}

static void find_waves(struct waves *w)
{
	for (size_t i = 0, end; i < w->n; i = end) {
		struct wave *wave = &w->waves[w->nwaves];

		for (end = i; end < w->n && w->spots[end].level == w->spots[i].level; end++)
			w->spots[end].column = w->nwaves;
		if (w->nwaves == WAVES_COLUMNS) {
			w->later += end - i;
			continue;
		}
		*wave = (struct wave){ .first = i, .n = end - i, .level = w->spots[i].level };
		wave->shown = wave->n > WAVES_ROWS ? WAVES_ROWS : wave->n;
		w->nwaves++;
	}
}

static int by_pull(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	if (x->pull != y->pull)
		return x->pull < y->pull ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* The middle of what a node waits for, or where it is. */
static double pull_of(const struct waves *w, size_t node, size_t row)
{
	double rows = 0, known = 0;

	for (size_t e = w->sources_of[node]; e < w->sources_of[node + 1]; e++) {
		size_t s = w->spot_of[w->sources[e]];

		if (s == WAVES_NONE)
			continue;
		rows += w->spots[s].row;
		known++;
	}
	return known > 0 ? rows / known : (double)row;
}

static void place(struct waves *w, const struct wave *wave)
{
	struct spot *spots = &w->spots[wave->first];

	for (size_t k = 0; k < wave->shown; k++)
		spots[k].pull = spots[k].critical ? -1 : pull_of(w, spots[k].node, k);
	qsort(spots, wave->shown, sizeof *spots, by_pull);
	for (size_t k = 0; k < wave->shown; k++) {
		spots[k].row = (int)k;
		w->spot_of[spots[k].node] = wave->first + k;
	}
}

void waves_fit(struct waves *w, struct arena *a, const struct chart *chart)
{
	*w = (struct waves){ .chart = chart };
	find_sources(w, a);
	find_spots(w, a);
	find_waves(w);
	for (size_t i = 0; i < w->nwaves; i++)
		place(w, &w->waves[i]);
}

size_t waves_before(const struct waves *w, size_t node)
{
	const struct chart_node *nodes = w->chart->nodes;
	size_t best = WAVES_NONE;

	if (!nodes[node].critical)
		return WAVES_NONE;
	for (size_t e = w->sources_of[node]; e < w->sources_of[node + 1]; e++) {
		size_t from = w->sources[e];

		if (nodes[from].critical && nodes[from].level < nodes[node].level &&
		    (best == WAVES_NONE || nodes[from].level > nodes[best].level))
			best = from;
	}
	return best;
}
