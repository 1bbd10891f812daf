#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "start", PHL_IN_PROGRESS, words, err);
}

const struct cmd cmd_start = {
	.name = "start",
	.help = "say that work on plans or tasks has begun",
	.about = "A TARGET is a plan (03-03, a path) or tasks of it (03-03/4, 03-03/2-5). The\n"
		 "clock runs until it is done, blocked, skipped or reopened.",
	UPDATE_TARGETS(update_options),
};
