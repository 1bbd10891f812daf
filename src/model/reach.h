/* reach: which plan waits for which, in the end */
#ifndef MODEL_REACH_H
#define MODEL_REACH_H

#include "model/graph.h"

struct reach;

/* Of open plans, and those that they wait for. */
struct reach *reach_make(struct graph_plan *v, size_t n, struct arena *a);

/* Does one of two plans wait for the other?  Asked again for the same `plan`, it costs
 * next to nothing.  Also true where finding out costs too much: better not told than
 * told wrongly. */
bool reach_between(struct reach *r, size_t plan, size_t other);

#endif
