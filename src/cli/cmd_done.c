#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "done", PHL_DONE, words, err);
}

static const struct opt options[] = {
	TEXT(struct update_options, actual, 0, "actual", "DUR",
	     "time spent in all, whatever the clock says", NULL),
	FLAG(struct update_options, tasks, 0, "tasks", "of a plan, its open tasks too"),
	FLAG(struct update_options, finish, 0, "finish",
	     "with its last open task, the plan too"),
	UPDATE_NOTE,
	UPDATE_OPTIONS,
};

const struct cmd cmd_done = {
	.name = "done",
	.help = "say that plans or tasks are done",
	.about = "A task's box is ticked; a plan gets its status, the day and the time spent.\n"
		 "All TARGETs change, or none. With `plan_done: auto` in .phaseline.yaml a plan\n"
		 "is done with its last task, as with --finish.",
	UPDATE_TARGETS(options),
};
