/* gather: what a report tells, put together from the store */
#ifndef CLI_GATHER_H
#define CLI_GATHER_H

#include "cli/scope.h"
#include "report/progress.h"

/* `since` is a date, a revision of git, or NULL for a week ago; `out->heading` and
 * `out->aside` stay as they are. */
bool gather_progress(struct cli *c, const struct scope *scope, const char *since,
		     struct progress *out, struct err *err);

/* How many references of these plans stood after each commit. */
bool gather_burndown(struct cli *c, const struct scope *scope, const struct burndown **out,
		     struct err *err);

/* Why tasks are blocked, and plans blocked, rolled back or under way, and since when. */
bool gather_reasons(struct cli *c, plan_rows *plans, task_rows *tasks, struct err *err);

#endif
