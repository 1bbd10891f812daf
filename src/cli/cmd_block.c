#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "block", PHL_BLOCKED, words, err);
}

const struct cmd cmd_block = {
	.name = "block",
	.args = "TARGET...",
	.help = "say that plans or tasks cannot go on",
	.about = "Say why with --note.  `start` or `reopen` goes on.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 1,
	.most = -1,
	.needs = CMD_STORE,
	.words = WORDS_TARGETS,
	.run = run,
};
