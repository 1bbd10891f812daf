/* claims: what plans say was done, beside what the code says */
#ifndef MODEL_CLAIMS_H
#define MODEL_CLAIMS_H

#include "model/refstate.h"

/* What the code said about a reference. */
struct told_ref {
	enum ref_state state;
	bool left;            /* its file is to stay as it is */
	int task;             /* seq of the task that it belongs to, 0 for none */
	int line;             /* where its text is now, 0: nowhere, or not known */
	const char *resolved; /* the file; NULL: none, or the path as the plan has it */
};

/* About all references of a plan, in its order. */
struct told {
	int64_t at; /* when it was asked: seconds since the epoch */
	PHL_LIST(struct told_ref) refs;
};

/* A task, or a plan, and what its references came to, without those that are left as
 * they are. */
struct standing {
	int seq; /* of a task */
	int at;  /* index of a task, -1 for a plan */
	enum phl_status status;
	int there, cleared;
	size_t first_there, first_cleared; /* the first of these, as an index + 1 */
};

/* What there is to say of the plan `whole` and of its n tasks, in order of seq, of
 * which seq, index and status are given: fills in the rest, and of `counts` all that
 * follows from evidence. */
void claims_count(const struct told *e, struct standing *whole, struct standing *tasks, size_t n,
		  struct ref_counts *counts);

/* What there is to say of one task. */
struct ref_counts claims_of_task(const struct told *e, int seq, enum phl_status status);

enum claim_kind {
	CLAIM_CONTRADICTED, /* said to be done, but some of its references stand */
	CLAIM_FINISHED,     /* said to be open, but none of them stands */
};

struct claim {
	enum claim_kind kind;
	const struct plan_row *plan;
	int task;   /* index into its tasks, -1: the plan itself */
	const char *name; /* of the task, behind the slash */
	int n;      /* how many references say so */
	const char *path; /* of the first of them, and its line */
	int line;
};
typedef PHL_LIST(struct claim) claim_list;

/* Adds what is to be said of a plan, in numbers as in ref_counts; seqs[i] is that of
 * task i of `read`, which has its tasks and references. */
void claims_add(claim_list *out, struct arena *a, const struct plan_row *plan,
		const struct phl_plan *read, const int *seqs, const struct told *e);

#endif
