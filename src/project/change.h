/* change: set what is known of plans and tasks, in the journal and in the markdown
 *
 * All of a call or nothing of it.  What is reported as done is in the journal, in
 * the plan's row and in its file, and durable. */
#ifndef PROJECT_CHANGE_H
#define PROJECT_CHANGE_H

#include "project/project.h"

enum change_kind {
	CHANGE_STATUS,
	CHANGE_ESTIMATE, /* `text` is a duration */
	CHANGE_OWNER,    /* `text` is a name */
	CHANGE_NOTE,     /* `text` is the note */
	CHANGE_ROLLBACK, /* a dated line, status rolled-back, tasks open again */
	CHANGE_LINES,    /* the numbers of references that moved; no names: of all plans */
	CHANGE_UNDO,     /* of the last operation that was not undone */
};

struct change {
	enum change_kind kind;
	const char *command;    /* as typed: "done" */
	enum phl_status status; /* for CHANGE_STATUS */
	const char *text;
	const char *note, *who; /* or NULL */
	const char *op_id;      /* a retried call with the same one does nothing; or NULL */
	int64_t at;             /* seconds since the epoch */
	int actual;             /* minutes spent; -1: as measured since the start */
	bool no_write;          /* leave the files alone; the journal keeps it */
	bool dry_run;           /* only say what would change */
	bool tasks;             /* of a plan, its open tasks too */
	bool finish;            /* a plan whose last open task is done is done */
	const char *source;     /* for CHANGE_LINES: where the code lies, or NULL */
	const char *file;       /* only references to this file, or NULL */
};

/* One thing that changed, or was so already (`from` and `to` are the same). */
struct changed {
	const char *plan_id, *path, *title;
	int position;    /* of the task, 0 for the plan itself */
	int number;      /* of the task, 0 where it has none */
	const char *label; /* of the task, or NULL */
	const char *what; /* "status", "estimate", "owner", "note", "rollback", "lines" */
	const char *from, *to; /* or NULL */
	int line;        /* where it stands in the file */
	int64_t minutes; /* of work that ended with it */
	bool written;    /* the file says so itself */
	bool derived;    /* it follows from another one */
};

/* A reference that moved, and was left as it is. */
struct left_ref {
	const char *plan_id, *path; /* of its plan */
	int line;                   /* where it stands there */
	const struct phl_ref *ref;
	const char *reason; /* "did not move as a whole" */
};

/* A plan as it is after the change. */
struct changed_plan {
	int64_t row;
	const struct phl_plan *plan; /* its tasks and statuses; the rest may be missing */
	const char *title;
	bool finished; /* it was not, and is now */
};

struct change_result {
	PHL_LIST(struct changed) changes;
	PHL_LIST(struct changed_plan) plans;
	PHL_LIST(struct left_ref) left;
	PHL_LIST(const char *) remarks; /* lines for people */
	const char *diff;  /* of the files, where that is all that is wanted; "" for none */
	int64_t operation; /* 0: nothing changed, or a dry run */
	bool repeated;     /* the op id was known; nothing was done again */
};

/* Changes the plans and tasks of these names.  After an error nothing has changed,
 * unless its text starts with "recorded". */
bool project_change(struct project *p, const struct project_options *o,
		    const struct change *c, const char *const *names, size_t n,
		    struct arena *a, struct change_result *out, struct err *err);

#endif
