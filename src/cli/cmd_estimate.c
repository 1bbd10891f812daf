#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_text(c, options, "estimate", CHANGE_ESTIMATE, words, err);
}

const struct cmd cmd_estimate = {
	.name = "estimate",
	.help = "say how long a plan or task will take",
	.about = "DUR is like 25 min, 1h 30m or 2-3 days.",
	UPDATE_TARGET_AND("DUR"),
};
