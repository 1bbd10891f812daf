#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	struct words target = { words->v, 1 };
	struct change change;

	if (!update_start(c, options, "assign", &change, err) ||
	    !update_text(&change, "name", words->v[1], WHO_MOST, err))
		return false;
	change.kind = CHANGE_OWNER;
	return update_run(c, options, &change, &target, err);
}

const struct cmd cmd_assign = {
	.name = "assign",
	.args = "TARGET WHO",
	.help = "say who works on a plan or task",
	.about = "A plan keeps it as its owner; that of a task stands in the journal.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 2,
	.most = 2,
	.needs = CMD_STORE,
	.words = WORDS_TARGETS,
	.run = run,
};
