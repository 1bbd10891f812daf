/* refcheck: compare the references of plans with the code */
#ifndef PROJECT_REFCHECK_H
#define PROJECT_REFCHECK_H

#include "model/refstate.h"
#include "project/project.h"
#include "project/repo.h"

struct refcheck_options {
	const struct target *targets; /* plans and tasks; none: all */
	size_t ntargets;
	const char *source; /* --source: where the code lies, or NULL */
	const char *rev;    /* the revision to compare with; NULL: the files as they are */
	struct repo *repo;  /* around the code: for that, and to follow files that are gone;
			     * NULL: those are gone but for what is known of them */
	bool unasked;       /* only news are worth a write */
	unsigned lines_of;  /* of references in these states, a bit each, their line as it is */
	bool then;          /* ask git also what became of lines that no plan quotes */
};

/* Compares them with the code.  The working tree is not read where that is a revision:
 * the plans are always those of today. */
bool project_check_refs(struct project *p, struct arena *a, const struct refcheck_options *o,
			struct refcheck *out, struct err *err);

#endif
