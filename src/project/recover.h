/* recover: bring plan files up to what the journal has recorded
 *
 * The row and the event of a change are durable before the file is written; what
 * died in between is finished here, by whoever takes the lock next. */
#ifndef PROJECT_RECOVER_H
#define PROJECT_RECOVER_H

#include "edit/edit.h"
#include "project/project.h"
#include "project/underway.h"

/* A plan whose file cannot be written now, and why. */
struct stuck {
	int64_t plan;
	const char *temp, *why;
};

struct recovery {
	struct arena *a;
	underway_list underway;
	intent_list intents;       /* as they were when it began */
	PHL_LIST(int64_t) settled; /* plans whose intent may go with the next transaction */
	PHL_LIST(struct stuck) stuck;
	PHL_LIST(const char *) remarks; /* lines for people */
	const char *gone;          /* a file that was deleted meanwhile, or NULL */
	int conflicts;             /* changes that somebody's save stands against */
};

/* Copies of other people's versions that fit nowhere; beside the store. */
const char *recover_rescue_dir(struct project *p, struct arena *a);

/* Is the file written, and whatever it says now was said afterwards? */
bool recover_is_over(struct project *p, const struct recovery *r,
		     const struct intent *intent);

/* Is there something to finish that a sync could mistake for a change by hand? */
bool recover_is_due(struct project *p, struct arena *a, bool *due, struct err *err);

/* Finishes what is recorded, and sweeps temporary files.  Holding the lock, outside
 * a transaction.  A file that cannot be written is stuck; false only when the store
 * fails. */
bool recover_all(struct project *p, struct recovery *r, struct err *err);

/* Why nothing can be done to a plan now; NULL when it can. */
const char *recover_stuck(const struct recovery *r, int64_t plan_row);

/* Puts a prepared text in its place; where somebody saved meanwhile, the edits go
 * into theirs.  `watch`: somebody is saving the file just now. */
bool recover_publish(struct project *p, struct recovery *r, struct intent *intent,
		     bool watch, struct err *err);

/* All that could be done is done. */
bool recover_end(struct project *p, struct recovery *r, struct err *err);

/* Inside a transaction: forgets the intents that are settled. */
bool recover_forget(struct project *p, struct recovery *r, struct err *err);

/* The edits of an operation in the plan of this row, for its text as it is in `d`;
 * those whose task is not there any more count as `lost`. */
bool edits_of_rows(struct project *p, int64_t plan_row, struct draft *d,
		   const edit_rows *rows, edit_list *out, int *lost, struct err *err);

#endif
