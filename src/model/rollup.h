/* rollup: what phases come to, added up */
#ifndef MODEL_ROLLUP_H
#define MODEL_ROLLUP_H

#include "model/rows.h"

/* Plans or tasks that need no more work: done or skipped. */
int rollup_settled(const int by_status[PHL_STATUSES]);

/* Every plan of the phase is settled. */
bool rollup_finished(const struct phase_row *phase);

/* Some plan of the phase is under way, blocked or settled, but not all. */
bool rollup_started(const struct phase_row *phase);

/* Adds the counters of a phase to those of `sum`, whose names stay. */
void rollup_add(struct phase_row *sum, const struct phase_row *phase);

/* Adds a plan, as the store does when it adds up a phase. */
void rollup_add_plan(struct phase_row *sum, const struct plan_row *plan);

/* The sum of all phases; it has no name. */
struct phase_row rollup_total(const phase_rows *phases);

#endif
