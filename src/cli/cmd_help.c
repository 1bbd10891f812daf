#include "cli/table.h"

static void show_usage(struct cli *c)
{
	struct buf *out = &c->out;

	buf_str(out, "usage: phaseline [OPTION...] COMMAND [ARGUMENT...]\n\n"
		     "Tracks phased migrations: reads the plans of a tree and says where you are.\n\n"
		     "Commands\n");
	for (size_t i = 0; i < commands_count; i++)
		buf_printf(out, "  %-14s%s\n", commands[i]->name, commands[i]->help);
	buf_str(out, "\nOptions of every command\n");
	options_help(out, globals_options);
	buf_str(out, "\n`phaseline help COMMAND` says more.\n");
}

static void show_command(struct cli *c, const struct cmd *cmd)
{
	struct buf *out = &c->out;

	buf_printf(out, "usage: phaseline %s%s%s%s\n\n%s\n", cmd->name,
		   cmd->options ? " [OPTION...]" : "", *cmd->args ? " " : "", cmd->args,
		   cmd->help);
	if (cmd->about)
		buf_printf(out, "\n%s\n", cmd->about);
	if (cmd->options) {
		buf_str(out, "\nOptions\n");
		options_help(out, cmd->options);
	}
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct cmd *cmd;

	(void)options;
	if (!words->n) {
		show_usage(c);
		return true;
	}
	cmd = command_find(words->v[0]);
	if (!cmd)
		return command_unknown(words->v[0], err);
	show_command(c, cmd);
	return true;
}

const struct cmd cmd_help = {
	.name = "help",
	.args = "[COMMAND]",
	.help = "this list, or more about one command",
	.most = 1,
	.words = WORDS_COMMANDS,
	.run = run,
};
