/* refcheck: compare the references of plans with the code */
#ifndef PROJECT_REFCHECK_H
#define PROJECT_REFCHECK_H

#include "model/refstate.h"
#include "project/project.h"

struct refcheck_options {
	const struct target *targets; /* plans and tasks; none: all */
	size_t ntargets;
	const char *source; /* --source: where the code lies, or NULL */
};

/* Compares them with the files of the tree. */
bool project_check_refs(struct project *p, struct arena *a, const struct refcheck_options *o,
			struct refcheck *out, struct err *err);

#endif
