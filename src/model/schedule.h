/* schedule: how early each plan can start, and which of them decide the end
 *
 * The critical path method (Kelley and Walker, 1959), as if there were hands
 * enough for all that can be done side by side. */
#ifndef MODEL_SCHEDULE_H
#define MODEL_SCHEDULE_H

#include "model/graph.h"

struct schedule_job {
	long work;       /* how long it takes, 0 or more */
	long start, end; /* found: as early as can be; -1 in a cycle or behind one */
	bool critical;   /* found: any delay of it delays the end */
};

/* `jobs` are the first n nodes of `edges`.  The result is the end of the last. */
long schedule_solve(struct schedule_job *jobs, size_t n, const struct graph_edges *edges,
		    struct arena *a);

#endif
