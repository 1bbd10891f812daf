/* rows: the answers to questions about many plans, as plain data
 *
 * The store fills them, reports turn them into documents.  Strings belong to
 * the arena that was given with the question. */
#ifndef MODEL_ROWS_H
#define MODEL_ROWS_H

#include <stdint.h>

#include "model/plan.h"
#include "phaseline.h"

struct proof;

/* All but the first two follow from the last check, and leave out references to files
 * that are to stay as they are. */
struct ref_counts {
	int total, bound;
	int checked, cleared; /* compared with the code; of them, no more in it */
	int contradicted;     /* still in it, though the work is done */
	int finished;         /* open plans and tasks that have none in it any more */
};

struct plan_row {
	int64_t row;
	int64_t phase_row;
	const char *path, *id, *phase, *plan, *family, *title, *owner;
	enum phl_status status;
	enum phl_status_from status_from;
	struct task_counts tasks;
	struct phl_estimate estimate, actual;
	struct ref_counts refs;
	int wave;
	int findings[PHL_SEVERITIES];
	const char *created, *started, *completed; /* ISO dates, or NULL */
	const char *since, *why; /* ISO time and note of its status, where that was asked for */
	const struct proof *proof; /* of its verification, where that was asked for; or NULL */
};
typedef PHL_LIST(struct plan_row) plan_rows;

/* A phase is a directory; its counters are kept up by store_save_plan. */
struct phase_row {
	int64_t row;
	const char *dir;       /* ".planning/phases/03-colors" */
	const char *milestone; /* "v1.0" of milestones/v1.0-phases, or NULL */
	const char *number;    /* "03", or NULL */
	const char *name;      /* or NULL */
	int plans, plans_by_status[PHL_STATUSES];
	struct task_counts tasks;
	int64_t estimate_low, estimate_high; /* minutes, all plans */
	int64_t left_low, left_high;         /* minutes, plans not done or skipped */
	int64_t actual;                      /* minutes spent */
	int estimated, timed;                /* plans with an estimate, an actual */
	struct ref_counts refs;
	int findings[PHL_SEVERITIES];
};
typedef PHL_LIST(struct phase_row) phase_rows;

struct task_row {
	const char *plan_id, *plan_path, *plan_title;
	enum phl_status plan_status;
	const char *owner; /* its own, or that of its plan */
	int64_t row;
	int position; /* 1-based place in the plan: its name where it has no number */
	struct phl_task task;
	const char *since, *why; /* ISO time and note of its status, where that was asked for */
	struct ref_counts refs;  /* checked and cleared, where that was asked for */
	const struct proof *proof; /* as of a plan */
};
typedef PHL_LIST(struct task_row) task_rows;

struct finding_row {
	const char *path, *plan_id;
	struct phl_finding finding;
};
typedef PHL_LIST(struct finding_row) finding_rows;

struct note_row {
	const char *plan_id, *plan_path, *plan_title;
	struct phl_note note;
};
typedef PHL_LIST(struct note_row) note_rows;

struct event {
	int64_t id;
	const char *at;      /* ISO time */
	const char *who;     /* or NULL */
	const char *origin;  /* "file", "command", "git", "sync" */
	const char *plan_id, *plan_path;
	int task;            /* position, 0 for the plan itself */
	int number;          /* of the task, 0 where it has none */
	const char *label;   /* of the task, or NULL */
	const char *task_title;
	const char *what;    /* "status", "seen", "removed", "restored", … */
	const char *from, *to, *note;
	int64_t minutes;     /* of work that went before it, 0 where that is not known */
	int64_t operation;   /* the command that did it, 0 for others */
	const char *undoes;  /* the command that this one took back, or NULL */
	int64_t plan;        /* its row; set where that is said */
};
typedef PHL_LIST(struct event) event_list;

/* What a plan waits for, as written. */
struct needs_row {
	int64_t plan; /* its row */
	struct {
		const char *const *v;
		size_t n;
	} needs;
};
typedef PHL_LIST(struct needs_row) needs_rows;

/* When a plan or task that is settled now was settled, as the journal knows. */
struct settled_row {
	int64_t plan; /* its row */
	int task;     /* seq, 0 for the plan itself */
	int64_t at;   /* seconds since the epoch */
};
typedef PHL_LIST(struct settled_row) settled_rows;

struct hit {
	const char *plan_id, *path;
	int line;
	const char *kind;  /* "title", "task", "step", "note", "file" */
	const char *text;  /* the field that matched */
};
typedef PHL_LIST(struct hit) hit_list;

#endif
