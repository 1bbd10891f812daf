#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	struct words target = { words->v, 1 };
	struct change change;

	if (!update_start(c, options, "estimate", &change, err))
		return false;
	change.kind = CHANGE_ESTIMATE;
	change.text = words->v[1];
	return update_run(c, options, &change, &target, err);
}

const struct cmd cmd_estimate = {
	.name = "estimate",
	.args = "TARGET DUR",
	.help = "say how long a plan or task will take",
	.about = "DUR is like 25 min, 1h 30m or 2-3 days.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 2,
	.most = 2,
	.needs = CMD_STORE,
	.words = WORDS_TARGETS,
	.run = run,
};
