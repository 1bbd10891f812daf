/* rollback_page: how to undo the work of a plan, and what that would undo */
#ifndef REPORT_ROLLBACK_PAGE_H
#define REPORT_ROLLBACK_PAGE_H

#include "base/json.h"
#include "model/rows.h"
#include "render/doc.h"

/* `events` are those of the plan, newest first. */
void rollback_page_doc(struct doc *d, const struct phl_plan *plan, const event_list *events);

/* The object of `rollback --json` in phaseline-json(5). */
void rollback_page_json(struct json *j, const struct phl_plan *plan);

#endif
