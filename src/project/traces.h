/* traces: what git knows of the work on a plan */
#ifndef PROJECT_TRACES_H
#define PROJECT_TRACES_H

#include "model/work.h"
#include "project/project.h"
#include "project/repo.h"

/* Finds the commits that belong to a plan: their message carries its id, or the plan or
 * its SUMMARY records them; which files they touched; and what became of the files that it
 * planned since it was committed.  Of plans with the same id a commit belongs to the one
 * that was added last before it.  *out is NULL where there is no history. */
bool project_traces(struct project *p, struct arena *a, struct repo *repo,
		  const struct plan_row *row, const struct phl_plan *plan, const struct work **out,
		  struct err *err);

#endif
