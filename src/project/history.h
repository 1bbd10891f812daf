/* history: what git knows of the time before the store was made */
#ifndef PROJECT_HISTORY_H
#define PROJECT_HISTORY_H

#include "project/project.h"

struct history_stats {
	int commits, events;
	bool filled; /* it was, before; nothing was read */
};

/* Adds to the journal, once, the statuses that plans and tasks had in the commits
 * that lead to HEAD, with their authors and times, up to when the store first saw
 * each plan.  The project has to be in step with the tree. */
bool project_history(struct project *p, struct history_stats *out, struct err *err);

#endif
