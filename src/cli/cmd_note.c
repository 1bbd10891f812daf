#include "cli/table.h"
#include "cli/update.h"

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	return update_text(c, options, "note", CHANGE_NOTE, words, err);
}

const struct cmd cmd_note = {
	.name = "note",
	.help = "add a dated note to a plan",
	.about = "The note stands in the plan, below Notes, and in the journal.",
	UPDATE_TARGET_AND("TEXT"),
};
