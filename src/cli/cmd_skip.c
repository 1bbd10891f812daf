#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "skip", PHL_SKIPPED, words, err);
}

const struct cmd cmd_skip = {
	.name = "skip",
	.args = "TARGET...",
	.help = "leave plans or tasks out",
	.about = "What is skipped counts as settled: nothing waits for it.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 1,
	.most = -1,
	.needs = CMD_STORE,
	.words = WORDS_TARGETS,
	.run = run,
};
