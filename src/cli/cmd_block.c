#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_status(c, options, "block", PHL_BLOCKED, words, err);
}

const struct cmd cmd_block = {
	.name = "block",
	.help = "say that plans or tasks cannot go on",
	.about = "Say why with --note.  `start` or `reopen` goes on.",
	UPDATE_TARGETS(update_options),
};
