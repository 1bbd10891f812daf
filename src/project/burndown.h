/* burndown: how many references stood after each commit */
#ifndef PROJECT_BURNDOWN_H
#define PROJECT_BURNDOWN_H

#include "model/burndown.h"
#include "project/refcheck.h"

/* Counts references that were compared with what is now, or with o->rev, along the line of first
 * parents up to o->rev (NULL: HEAD), from the commit that added the first of the plans, or
 * from `since`.  A plan counts from when it was added; where the code has a repository of
 * its own (o->source), from the start.  Each content of a file is read once. */
bool project_burndown(struct project *p, struct arena *a, const struct refcheck_options *o,
		      const char *since, const struct refcheck *check, struct burndown *out,
		      struct err *err);

#endif
