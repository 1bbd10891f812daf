/* scope: the part of the plans that a report is about */
#ifndef CLI_SCOPE_H
#define CLI_SCOPE_H

#include "cli/cli.h"

struct scope {
	bool whole;        /* all of them */
	plan_rows plans;   /* in natural order */
	phase_rows phases; /* those that have any, with the sums of these plans */
	const char *name;  /* "02 Callers"; "02-03, 02-04"; "12 plans"; NULL for all */
	const char **paths; /* of the plans, sorted; NULL for all */
};

/* `phases` and `plans` are names parted by commas, or NULL; together they mean what
 * either of them means.  Of these, plans of the family only; NULL is any. */
bool scope_load(struct cli *c, const char *phases, const char *plans, const char *family,
		struct scope *out, struct err *err);

/* Is the plan of this path in it? */
bool scope_has(const struct scope *s, const char *path);

#endif
