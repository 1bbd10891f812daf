/* leftovers: what commands that died, or could not write, have left to do */
#ifndef PROJECT_LEFTOVERS_H
#define PROJECT_LEFTOVERS_H

#include "project/project.h"

/* Adds three checks, each with what to do: "pending", changes that are recorded and not
 * in their files yet; "rescue", versions of files that fitted nowhere; "temporary", new
 * texts that nobody needs. */
bool project_leftovers(struct project *p, struct arena *a, check_list *out, struct err *err);

#endif
