/* plan_page: everything about one plan, or one of its tasks */
#ifndef REPORT_PLAN_PAGE_H
#define REPORT_PLAN_PAGE_H

#include "model/claims.h"
#include "model/rows.h"
#include "model/work.h"
#include "render/doc.h"

struct plan_page {
	const struct phl_plan *plan;
	const event_list *events; /* newest first */
	const struct work *work;  /* as git knows it, or NULL */
	const struct told *told;  /* what the code says of its references */
	const claim_list *claims; /* of it, that the code speaks against */
	const struct proof *proof; /* of its verification, or of that of the task; or NULL */
};

/* What is empty is left out. */
void plan_page_doc(struct doc *d, const struct plan_page *page);

/* The task at a 1-based position. */
void task_page_doc(struct doc *d, const struct plan_page *page, int position);

#endif
