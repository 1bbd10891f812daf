/* footprint: the files that a plan names, and what is in them
 *
 * A result of verification is about the code as it was in the working tree, which need
 * not be committed then, nor afterwards: contents are compared, not revisions. */
#ifndef PROJECT_FOOTPRINT_H
#define PROJECT_FOOTPRINT_H

#include "model/proof.h"
#include "project/project.h"

/* Takes it: of what the plan and its tasks list, and whose lines it quotes. */
bool footprint_take(struct project *p, struct arena *a, const struct phl_plan *plan,
		    proof_files *out, struct err *err);

/* The first of the files that is not as it was then, NULL for none. */
const char *footprint_changed(struct project *p, const proof_files *files);

#endif
