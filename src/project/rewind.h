/* rewind: a plan whose file says what it said before
 *
 * Somebody checks out an older commit or takes up a backup: the journal is told once,
 * and what it knew then holds again.  Or an editor saves what it had read before
 * commands changed the file: that is nobody's wish, and what was acknowledged stands. */
#ifndef PROJECT_REWIND_H
#define PROJECT_REWIND_H

#include "store/store.h"

struct rewind {
	struct store *store;
	struct arena *a;
	int64_t row;              /* of the plan; 0: a new one, and nothing to do */
	struct occasion occasion; /* of saving it; `restored` is set here */
	int64_t moment, at;       /* when its file was like that before, or 0 */
	edit_rows edits;          /* changes of states that went with it */
	const char *remark;       /* a line for people, or NULL */
	int saved_over;           /* changes by command that stand against the file */
};

/* Before deciding: what the journal knew of the plan when its file was like this. */
bool rewind_states(struct rewind *r, struct err *err);

/* After it: where the journal shall know better, *again is set, and all that is to be
 * decided once more. */
bool rewind_judge(struct rewind *r, const struct phl_plan *plan, bool *again,
		  struct err *err);

/* For stale.c. */
bool rewind_is_own(const struct status_change *c);
const struct state *rewind_state_of(const state_list *list, int task); /* or NULL */
bool rewind_put_state(struct rewind *r, const struct state *now, const struct state *then,
		      struct err *err);

#endif
