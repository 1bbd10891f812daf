/* evidence: what the code said about references, and what follows from it */
#ifndef STORE_EVIDENCE_H
#define STORE_EVIDENCE_H

#include "store/values.h"

/* Do two columns body.refs hold the same references, whatever the lines of the plan
 * that they stand in? */
bool evidence_same_refs(struct store *s, const struct value *a, const struct value *b);

/* Brings the counts of a plan in step with its statuses; forgets what was known when
 * its references changed. */
bool evidence_follow(struct store *s, int64_t plan_row, bool changed, struct err *err);

bool evidence_drop(struct store *s, int64_t plan_row, struct err *err);

#endif
