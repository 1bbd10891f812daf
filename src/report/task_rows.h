/* task_rows: the tasks of a plan as a table, under their sections */
#ifndef REPORT_TASK_ROWS_H
#define REPORT_TASK_ROWS_H

#include "model/plan.h"
#include "render/doc.h"

void task_rows_add(struct doc *d, const struct phl_plan *plan);

#endif
