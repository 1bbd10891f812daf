/* rows_json: the rows of model/rows.h as objects of phaseline-json(5) */
#ifndef REPORT_ROWS_JSON_H
#define REPORT_ROWS_JSON_H

#include "base/json.h"
#include "model/rows.h"

void rows_json_plan(struct json *j, const struct plan_row *plan);
void rows_json_task(struct json *j, const struct task_row *task);
void rows_json_task_refs(struct json *j, const struct task_row *task); /* with its refs */
void rows_json_finding(struct json *j, const struct finding_row *finding);
void rows_json_hit(struct json *j, const struct hit *hit);

/* "key":{"total":…,"pending":…,…} */
void rows_json_statuses(struct json *j, const char *key, int total,
			const int by_status[PHL_STATUSES]);

/* The members tasks, estimate, left, actual, refs and findings of a phase. */
void rows_json_sums(struct json *j, const struct phase_row *phase);

#endif
