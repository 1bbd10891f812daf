/* progress_parts: the sections of the progress report that reckon */
#ifndef REPORT_PROGRESS_PARTS_H
#define REPORT_PROGRESS_PARTS_H

#include "model/rows.h"
#include "render/doc.h"

/* Finished plans with an estimate and a time spent: how far apart. */
void progress_estimates(struct doc *d, const plan_rows *plans);

/* Errors and contradictions in full, the rest as counts by rule. */
void progress_findings(struct doc *d, const finding_rows *findings);

#endif
