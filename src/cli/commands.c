#include "cli/command.h"

#include <string.h>

#include "base/text.h"
#include "cli/table.h"

const struct cmd *const commands[] = {
	&cmd_status,   &cmd_next,   &cmd_list,    &cmd_show,       &cmd_start,
	&cmd_done,     &cmd_block,  &cmd_skip,    &cmd_reopen,     &cmd_estimate,
	&cmd_assign,   &cmd_note,   &cmd_rollback, &cmd_log,       &cmd_undo,
	&cmd_requirements, &cmd_refs, &cmd_verify, &cmd_trust,   &cmd_untrust,
	&cmd_search,   &cmd_report, &cmd_lint,    &cmd_export,     &cmd_sync,
	&cmd_new,      &cmd_init,     &cmd_completion, &cmd_doctor, &cmd_limits, &cmd_help,    &cmd_version,
};
const size_t commands_count = sizeof commands / sizeof commands[0];

const struct cmd *command_find(const char *name)
{
	for (size_t i = 0; i < commands_count; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static const struct cmd *nearest(const char *name)
{
	const struct cmd *best = NULL;
	int least = 3;

	for (size_t i = 0; i < commands_count; i++) {
		int distance = text_distance(name, commands[i]->name, least);

		if (distance < least) {
			least = distance;
			best = commands[i];
		}
	}
	return best;
}

bool command_unknown(const char *name, struct err *err)
{
	const struct cmd *near = nearest(name);

	if (near)
		return err_set(err, ERR_USAGE, "no command \"%s\"; did you mean %s?", name,
			       near->name);
	return err_set(err, ERR_USAGE, "no command \"%s\"; see `phaseline help`", name);
}
