/* overview: the screen of `phaseline status` */
#ifndef REPORT_OVERVIEW_H
#define REPORT_OVERVIEW_H

#include "base/json.h"
#include "report/attention.h"
#include "report/collisions.h"

struct overview {
	const char *title; /* of the project */
	const char *aside; /* branch and date */
	const phase_rows *phases;
	const plan_rows *plans; /* one list a phase; empty: the phase stays folded */
	bool all;               /* show everything */
	struct attention attention;
	const collision_list *collisions; /* for JSON */
	int64_t refs_at, now; /* when the code was asked about references, 0: never */
	const struct task_row *next; /* what to do next, or NULL */
	const struct plan_row *next_plan; /* its plan, or a plan without tasks, or NULL */
};

/* Says of each phase whether its plans should be shown: those under way, as far
 * as they fit a screen; where none is, the first that is not finished. */
void overview_unfold(const phase_rows *phases, bool all, bool *unfold);

void overview_doc(struct doc *d, const struct overview *o);

/* {"root","phases":[…],"totals":{…},"collisions":[…]} of phaseline-json(5), with every plan. */
void overview_json(struct json *j, const char *root, const struct overview *o);

#endif
