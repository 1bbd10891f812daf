#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "skip", PHL_SKIPPED, words, err);
}

const struct cmd cmd_skip = {
	.name = "skip",
	.help = "leave plans or tasks out",
	.about = "What is skipped counts as settled: nothing waits for it.",
	UPDATE_TARGETS(update_options),
};
