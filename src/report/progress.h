/* progress: the report for those who were not there */
#ifndef REPORT_PROGRESS_H
#define REPORT_PROGRESS_H

#include "model/burndown.h"
#include "model/claims.h"
#include "model/graph.h"
#include "model/rows.h"
#include "render/doc.h"

/* What can start now: a task, or a plan without tasks. */
struct progress_next {
	const struct plan_row *plan;
	const struct task_row *task; /* or NULL */
};

struct progress {
	const char *title; /* of the project */
	const char *heading; /* of the report, or NULL */
	const char *aside; /* branch and date */
	int64_t now;
	const phase_rows *phases;
	const plan_rows *plans; /* all of them */
	const struct graph_plan *graph; /* the same plans, solved */
	struct graph_edges edges;
	const task_rows *blocked;
	int64_t since;         /* what changed from then on is told, */
	const char *since_text; /* "2026-01-07", "v1.2"; NULL: nothing is */
	const event_list *changes; /* the latest first */
	const settled_rows *settled;
	const struct progress_next *next;
	size_t nnext, waiting; /* shown, and plans that cannot start */
	const claim_list *claims;     /* that the code speaks against, or finished in it */
	const struct burndown *burndown; /* how many references stood, or NULL */
	const plan_rows *disproved;   /* done, but their verification failed */
	const note_rows *rollbacks;   /* rollback notes */
	const finding_rows *findings; /* all of them, worst first */
};

void progress_doc(struct doc *d, const struct progress *p);

/* The names of the tables that it can have; ends with NULL. */
extern const char *const progress_tables[];

#endif
