/* columns: the columns of the tables in the order of schema.sql */
#ifndef STORE_COLUMNS_H
#define STORE_COLUMNS_H

#include "phaseline.h"
#include "store/values.h"

enum plan_column {
	PLAN_ROW,
	PLAN_PATH,
	PLAN_ID,
	PLAN_PHASE_ROW,
	PLAN_SORT,
	PLAN_PHASE,
	PLAN_PLAN,
	PLAN_PHASE_NAME,
	PLAN_FAMILY,
	PLAN_TITLE,
	PLAN_TITLE_FROM,
	PLAN_STATUS,
	PLAN_STATUS_FROM,
	PLAN_STATUS_TEXT,
	PLAN_ESTIMATE, /* low, high, text */
	PLAN_ACTUAL = PLAN_ESTIMATE + 3,
	PLAN_CREATED = PLAN_ACTUAL + 3,
	PLAN_STARTED,
	PLAN_COMPLETED,
	PLAN_WAVE,
	PLAN_OWNER,
	PLAN_PRIORITY,
	PLAN_TYPE,
	PLAN_SUMMARISED,
	PLAN_SUMMARY_PATH,
	PLAN_TASKS,			       /* by status */
	PLAN_REFS = PLAN_TASKS + PHL_STATUSES, /* total, bound, then what follows from evidence */
	PLAN_EVIDENCE = PLAN_REFS + 2,	       /* checked, cleared, contradicted, finished */
	PLAN_FINDINGS = PLAN_EVIDENCE + 4,     /* by severity */
	PLAN_REMARKS = PLAN_FINDINGS + PHL_SEVERITIES,
	PLAN_DEPENDS_ON,
	PLAN_REMOVED,
	PLAN_HASH,
	PLAN_COLUMNS
};

enum task_column {
	TASK_ID,
	TASK_POSITION,
	TASK_NUMBER,
	TASK_LABEL,
	TASK_TITLE,
	TASK_TYPE,
	TASK_STATUS,
	TASK_STATUS_FROM,
	TASK_LINE,
	TASK_LAST,
	TASK_BOX_COL,
	TASK_OPTIONAL,
	TASK_ESTIMATE, /* low, high, text */
	TASK_STEPS = TASK_ESTIMATE + 3,
	TASK_FILES,
	TASK_PARALLEL,
	TASK_PARENT,
	TASK_SECTION,
	TASK_REQUIREMENTS,
	TASK_COLUMNS
};

enum finding_column {
	FINDING_ID,
	FINDING_RULE,
	FINDING_SEVERITY,
	FINDING_LINE,
	FINDING_COL,
	FINDING_MESSAGE,
	FINDING_COLUMNS
};

extern const struct child_table task_table, finding_table;

/* The rows that a plan should have.  Texts stay where the plan has them.  Not set
 * in that of the plan itself: its row, phase, sort key, and what it has when it
 * is removed. */
void plan_values(struct value *v, const struct phl_plan *plan, const char *summary_path,
		 struct arena *a);
void task_values(struct value *v, int64_t id, int position, const struct phl_task *task,
		 struct arena *a);
void finding_values(struct value *v, int64_t id, const struct phl_finding *finding);

/* And back.  Texts stay where the values have them, lists come from the arena.
 * False for packed bytes that are damaged. */
void plan_of_values(const struct value *v, struct arena *a, struct phl_plan *plan);
bool task_of_values(const struct value *v, struct arena *a, struct phl_task *task);
void state_of_task(struct arena *a, const struct state *state, struct phl_task *task);

/* The file says that a task (0: the plan) is not under way any more; when that came
 * about nobody knows. */
bool states_stop_clock(struct store *s, int64_t plan_row, int task, struct err *err);
void finding_of_values(const struct value *v, struct phl_finding *finding);

/* load.c: says that a plan is not what was saved; always returns false. */
bool plan_damaged(struct store *s, int64_t row, struct err *err);

#endif
