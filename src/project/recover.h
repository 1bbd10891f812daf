/* recover: bring plan files up to what the journal has recorded
 *
 * The row and the event of a change are durable before the file is written; what
 * died in between is finished here, by whoever takes the lock next. */
#ifndef PROJECT_RECOVER_H
#define PROJECT_RECOVER_H

#include "edit/edit.h"
#include "project/project.h"

struct recovery {
	struct arena *a;
	PHL_LIST(int64_t) settled; /* plans whose intent may go with the next transaction */
	PHL_LIST(const char *) remarks; /* lines for people */
	int conflicts;             /* changes that somebody's save stands against */
};

/* Finishes what is recorded, and sweeps temporary files.  Holding the lock, outside
 * a transaction.  False only when the store fails, or a file cannot be written. */
bool recover_all(struct project *p, struct recovery *r, struct err *err);

/* Puts a prepared text in its place; where somebody saved meanwhile, the edits go
 * into theirs. */
bool recover_publish(struct project *p, struct recovery *r, struct intent *intent,
		     struct err *err);

/* Inside a transaction: forgets the intents that are settled. */
bool recover_forget(struct project *p, struct recovery *r, struct err *err);

/* The edits of a plan among `rows`, for a text of it that was just read; *lost counts
 * those whose task is not in it. */
bool edits_of_rows(struct project *p, int64_t plan_row, struct draft *d,
		   const edit_rows *rows, edit_list *out, int *lost, struct err *err);

#endif
