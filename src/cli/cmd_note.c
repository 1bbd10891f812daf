#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	struct words target = { words->v, 1 };
	struct change change;

	if (!update_start(c, options, "note", &change, err) ||
	    !update_text(&change, "note", words->v[1], NOTE_MOST, err))
		return false;
	change.kind = CHANGE_NOTE;
	return update_run(c, options, &change, &target, err);
}

const struct cmd cmd_note = {
	.name = "note",
	.args = "TARGET TEXT",
	.help = "add a dated note to a plan",
	.about = "The note stands in the plan, below Notes, and in the journal.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 2,
	.most = 2,
	.needs = CMD_STORE,
	.words = WORDS_TARGETS,
	.run = run,
};
