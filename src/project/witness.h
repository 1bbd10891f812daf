/* witness: keeps what a check of references found, for the commands after it */
#ifndef PROJECT_WITNESS_H
#define PROJECT_WITNESS_H

#include "project/refcheck.h"

/* What the check says of all references of a plan (an index into its plans); none where
 * only some were looked at. */
struct told witness_of(const struct refcheck *check, size_t plan, struct arena *a);

/* Keeps all of that in the store.  Not for a check of code elsewhere, or of the past. */
bool witness_keep(struct project *p, const struct refcheck *check,
		  const struct refcheck_options *o, struct err *err);

#endif
