/* known: a plan in the light of what the last sync saw around it
 *
 * A command that changes one plan reads that plan and nothing else: what its
 * SUMMARY, the ROADMAP and its documents say is in the store. */
#ifndef PROJECT_KNOWN_H
#define PROJECT_KNOWN_H

#include "model/plan.h"
#include "project/project.h"

struct around {
	bool copied; /* other files had the same text at the last sync */
	bool behind; /* SUMMARY, ROADMAP or a document are not what they were then: sync first */
};

/* Decides a plan as parse_plan() left it.  *summary is the path of its SUMMARY, or
 * NULL. */
bool known_decide(struct project *p, int64_t row, struct phl_plan *plan, struct arena *a,
		  const char **summary, struct around *around, struct err *err);

#endif
