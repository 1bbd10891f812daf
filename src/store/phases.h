/* phases: groups of plans, and the sums that answer `status` */
#ifndef STORE_PHASES_H
#define STORE_PHASES_H

#include "store/columns.h"

/* Finds or creates the phase of a plan; gives its row and the key that orders
 * the plan (in the scratch arena). */
bool phases_place(struct store *s, const struct phl_plan *plan, int64_t *row,
		  const char **sort, struct err *err);

/* Adds what a row of the plan table stands for to the sums of its phase (times
 * `sign`: 1 or -1).  Written by phases_flush(). */
void phases_count(struct store *s, const struct value *plan, int sign);

/* The same for what follows from evidence: checked, cleared, contradicted, finished. */
void phases_add_evidence(struct store *s, int64_t row, const int64_t delta[4]);

/* Writes the sums, and drops phases without plans. */
bool phases_flush(struct store *s, struct err *err);

/* Forgets what was not written. */
void phases_forget(struct store *s);
void phases_free(struct store *s);

#endif
