/* graph: which plans wait for which, and what can start now */
#ifndef MODEL_GRAPH_H
#define MODEL_GRAPH_H

#include "base/arena.h"
#include "phaseline.h"

/* A plan, as far as its dependencies are concerned. */
struct graph_plan {
	const char *id, *path, *phase; /* phase may be NULL */
	enum phl_status status;
	bool draft;              /* not to be begun yet */
	int wave;                /* as the plan gives it, 0 when it does not */
	const char *const *needs; /* its depends_on, as written */
	size_t nneeds;

	/* Filled in by graph_solve: */
	int level;             /* 1: nothing unfinished before it; 0: finished */
	bool ready;            /* can start now, or has started */
	bool cycle;            /* waits for itself, through others */
	const char *waits_for; /* id of an unfinished plan that it waits for */
};

/* Works out level, ready, cycle and waits_for of every plan.
 *
 * A dependency names a plan ("03-01", "03-01-PLAN.md", "3-1"), a plan of the
 * same phase ("01"), or a whole phase ("01-foundation", "phase 2"); case and
 * leading zeros of a name do not count ("task-07" is TASK-7).  Where an
 * id occurs several times in the tree, the nearest by path is meant.  What
 * names nothing holds nothing up.  Finished (done, skipped, rolled back) plans
 * hold nothing up either.  A plan that gives a wave and no dependencies waits
 * for the lower waves of its directory.  Costs n log n. */
void graph_solve(struct graph_plan *v, size_t n, struct arena *a);

/* `to` waits for `from`.  Nodes are plans by their place; those from n on stand for
 * "all of these", so that waiting for many plans costs one edge each way. */
struct graph_edge {
	size_t from, to;
};
struct graph_edges {
	const struct graph_edge *v;
	size_t n;
	size_t nodes; /* plans and others */
};

/* The same, and what waits for what, the order of waves included. */
void graph_solve_edges(struct graph_plan *v, size_t n, struct arena *a,
		       struct graph_edges *out);

#endif
