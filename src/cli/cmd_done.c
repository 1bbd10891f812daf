#include "cli/table.h"
#include "cli/verify_first.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct update_options *o = options;

	if (!o->verify && (o->approve || limits_given(&o->limits)))
		return err_set(err, ERR_USAGE,
			       "--approve, --timeout, --memory, --env and --sandbox go with --verify");
	if (o->verify && !verify_first(c, o, words, err))
		return false;
	return update_status(c, options, "done", PHL_DONE, words, err);
}

static const struct opt options[] = {
	TEXT(struct update_options, actual, 0, "actual", "DUR",
	     "time spent in all, whatever the clock says", NULL),
	FLAG(struct update_options, tasks, 0, "tasks", "of a plan, its open tasks too"),
	FLAG(struct update_options, finish, 0, "finish",
	     "with its last open task, the plan too"),
	FLAG(struct update_options, verify, 0, "verify",
	     "only if the commands that verify them, once trusted, all pass"),
	TEXT(struct update_options, approve, 0, "approve", "DIGEST",
	     "with --verify: trust the text of this digest, for this time", NULL),
	LIMIT_OPTIONS(struct update_options, limits, "with --verify: "),
	UPDATE_NOTE,
	UPDATE_OPTIONS,
};

const struct cmd cmd_done = {
	.name = "done",
	.help = "say that plans or tasks are done",
	.about = "A task's box is ticked; a plan gets its status, the day and the time spent.\n"
		 "All TARGETs change, or none. With `plan_done: auto` in .phaseline.yaml a plan\n"
		 "is done with its last task, as with --finish.\n"
		 "With --verify, what does not pass, or cannot be judged, changes nothing: exit\n"
		 "status 1.",
	UPDATE_TARGETS(options),
};
