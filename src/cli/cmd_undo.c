#include <stdlib.h>

#include "base/text.h"
#include "cli/table.h"
#include "cli/update.h"

/* The words say how often. */
static bool read_count(const struct words *words, int *count, struct err *err)
{
	*count = 1;
	if (!words->n)
		return true;
	for (const char *s = words->v[0]; *s; s++)
		if (!is_digit(*s) || s - words->v[0] > 4)
			return err_set(err, ERR_USAGE,
				       "\"%s\" is no number of changes to undo", words->v[0]);
	*count = atoi(words->v[0]);
	return *count > 0 || err_set(err, ERR_USAGE, "undo 0 does nothing");
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct words none = { NULL, 0 };
	struct change change;
	int count;

	if (!read_count(words, &count, err) ||
	    !update_start(c, options, "undo", &change, err))
		return false;
	change.kind = CHANGE_UNDO;
	for (int i = 0; i < count; i++) {
		if (!update_run(c, options, &change, &none, err))
			return false;
		change.op_id = NULL;
		if (change.dry_run)
			break;
	}
	return true;
}

const struct cmd cmd_undo = {
	.name = "undo",
	.args = "[COUNT]",
	.help = "take back the last change by command",
	.about = "The files are as before it, byte for byte where nobody else changed them since;\n"
		 "what somebody built on is not undone.  The journal keeps both.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 0,
	.most = 1,
	.needs = CMD_STORE,
	.run = run,
};
