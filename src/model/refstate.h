/* refstate: what the code says about the references of plans */
#ifndef MODEL_REFSTATE_H
#define MODEL_REFSTATE_H

#include "model/rows.h"

/* In the order of phaseline(1). */
enum ref_state {
	REF_STANDING,  /* the text is at its line */
	REF_MOVED,     /* it is elsewhere in the file */
	REF_CLEARED,   /* the file is there, the text is not */
	REF_REPLACED,  /* cleared, and the text wanted instead is there */
	REF_GONE,      /* there is no such file any more */
	REF_UNQUOTED,  /* the plan does not say what should be there */
	REF_AMBIGUOUS, /* the path fits several files */
	REF_UNBOUND,   /* it is bound to no file */
	REF_UNREAD,    /* the file is there, but cannot be compared */
	REF_STATES,
	REF_UNKNOWN = -1 /* not looked at yet */
};

/* Indexed by the enum: "standing", …; ends with NULL. */
extern const char *const ref_state_words[REF_STATES + 1];

/* Was it compared with the code, so that it counts? */
static inline bool ref_is_checked(enum ref_state s)
{
	return s == REF_STANDING || s == REF_MOVED || s == REF_CLEARED || s == REF_REPLACED;
}

/* Does the code hold no more what was to be removed? */
static inline bool ref_is_cleared(enum ref_state s)
{
	return s == REF_CLEARED || s == REF_REPLACED;
}

/* Does it still hold it? */
static inline bool ref_is_there(enum ref_state s)
{
	return s == REF_STANDING || s == REF_MOVED;
}

/* One reference, and what the code says.  There may be a million of them. */
struct checked_ref {
	const struct phl_ref *ref;
	uint32_t plan, file; /* indexes into those of the check */
	int task;            /* index of the task that it belongs to, -1 for none */
	enum ref_state state;
	enum ref_state then; /* of an unquoted one, what became of the lines that were there when
			      * its plan was committed: standing, moved or cleared; REF_UNKNOWN */
	bool left;           /* its file is to stay as it is */
	int nfound;
	int shift;          /* it moved as a whole by so many lines; 0: not */
	const int *found;   /* lines where its text is, or what is wanted instead: of its own
			     * lines in turn, or the nearest first */
	const char *doubt;  /* it moved, but its new numbers are not sure: why, or NULL */
	const char *now;    /* the line as it is there now; NULL: none, or nobody asked */
	const char *reason; /* what else there is to say about it, or NULL */
	const char *was;    /* where its file was before it was renamed, or NULL */
	const char *renamed; /* the commit that did so; NULL: it is not committed */
};

struct checked_plan {
	struct plan_row row;
	const struct phl_plan *plan; /* tasks, files and references only */
	const int *seqs, *task_seqs; /* of its references and tasks, as the store knows them */
	size_t first, n;             /* those that were looked at */
	int counts[REF_STATES];      /* without those that are left as they are */
};

/* A file that references point at, or a path that names none. */
struct checked_file {
	const char *path;     /* from the root, else as the plan has it; NULL for unbound ones */
	const char *resolved; /* the same, when there is such a file */
	size_t first, n;      /* its references, in `order` */
};

struct refcheck {
	PHL_LIST(struct checked_plan) plans;
	PHL_LIST(struct checked_ref) refs; /* plan after plan, as they stand in it */
	PHL_LIST(struct checked_file) files;
	uint32_t *order; /* indexes of references, file after file */
	int counts[REF_STATES];
};

/* ---- judging (judge.c) ---- */

enum ref_verdict {
	REF_FINE,
	REF_CONTRADICTS, /* the work is said to be done, and its text is still there */
	REF_STALE,       /* the work is to come, and the reference does not fit any more */
};
enum ref_verdict ref_judge(const struct refcheck *c, const struct checked_ref *r);

#endif
