#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "reopen", PHL_PENDING, words, err);
}

const struct cmd cmd_reopen = {
	.name = "reopen",
	.help = "make plans or tasks pending again",
	.about = "Their box is open again; what is known of the time spent stays.",
	UPDATE_TARGETS(update_options),
};
