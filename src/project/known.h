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
	const struct wordlist *statuses; /* the words that its team has, or NULL: any */
	bool behind; /* SUMMARY, ROADMAP, a document or these are not what they were then: sync
			first */
};

/* Decides a plan as parse_plan() left it.  *summary is the path of its SUMMARY, or
 * NULL. */
bool known_decide(struct project *p, int64_t row, struct phl_plan *plan, struct arena *a,
		  const char **summary, struct around *around, struct err *err);

/* The words for statuses that the team of a plan lists now; NULL where it lists none. */
bool known_statuses(struct project *p, struct arena *a, const char *plan_path,
		    const struct wordlist **out, struct err *err);

#endif
