#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_text(c, options, "assign", CHANGE_OWNER, words, err);
}

const struct cmd cmd_assign = {
	.name = "assign",
	.help = "say who works on a plan or task",
	.about = "A plan keeps it as its owner; that of a task stands in the journal.",
	UPDATE_TARGET_AND("WHO"),
};
