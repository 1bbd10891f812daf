/* proven: what verification came to, for the commands that tell where things stand */
#ifndef CLI_PROVEN_H
#define CLI_PROVEN_H

#include "cli/cli.h"

/* Every result, and whether the code and the commands are still those that it was
 * about.  Where nothing was ever verified that costs one question to the store. */
bool proven_load(struct cli *c, proof_list *out, struct err *err);

/* Fills in which plans and tasks have one; the list has to outlive them. */
void proven_plans(const proof_list *all, plan_rows *plans);
void proven_tasks(const proof_list *all, task_rows *tasks);

/* Plans that are done, although their verification failed. */
bool proven_failed(struct cli *c, const proof_list *all, plan_rows *out, struct err *err);

/* A plan that could start, and the one before it that is done, but failed. */
struct doubt {
	int64_t plan; /* its row */
	const struct plan_row *about;
};
typedef PHL_LIST(struct doubt) doubt_list;

/* Those of all plans, which know their results; of what cannot start anyway, too. */
bool proven_doubts(struct cli *c, const plan_rows *plans, doubt_list *out, struct err *err);

#endif
