/* requirements_page: what is to be met, and which tasks are for it */
#ifndef REPORT_REQUIREMENTS_PAGE_H
#define REPORT_REQUIREMENTS_PAGE_H

#include "base/json.h"
#include "model/coverage.h"
#include "render/doc.h"

/* Plans that mean the same requirements by the same names. */
struct requirement_group {
	const char *dir;   /* what they share */
	plan_list plans;
	covered_list all;    /* those to be shown */
	const char *covered; /* "8 of 9 covered", of them all; or NULL */
	bool one;          /* it is one plan by its nature, and called so */
};
typedef PHL_LIST(struct requirement_group) requirement_groups;

void requirements_doc(struct doc *d, const requirement_groups *groups);

/* An array of requirements. */
void requirements_json(struct json *j, struct arena *a, const requirement_groups *groups);

/* "8 of 9 covered", NULL where there is nothing to say. */
const char *requirements_covered(struct arena *a, const covered_list *all);

#endif
