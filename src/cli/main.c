/* main: global options, the project, the command, the exit status */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/pages.h"
#include "cli/command.h"
#include "cli/pager.h"
#include "cli/table.h"

enum { HEAP = 2048 * 1024 }; /* what a short command needs */

static const char *const whens[] = { "auto", "always", "never", NULL };

const struct opt globals_options[] = {
	TEXT(struct globals, dir, 'C', "directory", "DIR", "work in DIR", NULL),
	TEXT(struct globals, store, 0, "store", "FILE", "keep the store in FILE", NULL),
	FLAG(struct globals, no_sync, 0, "no-sync",
	     "answer from the store, without a look at the tree"),
	TEXT(struct globals, color, 0, "color", "WHEN", "colour", whens),
	FLAG(struct globals, quiet, 'q', "quiet", "no remarks on standard error"),
	FLAG(struct globals, verbose, 'v', "verbose", "say more"),
	FLAG(struct globals, pager, 0, "pager", "on a terminal, show the answer through $PAGER"),
	FLAG(struct globals, help, 'h', "help", "show help"),
	FLAG(struct globals, version, 0, "version", "show the version"),
	{ .kind = OPT_END },
};

static bool open_project(struct cli *c, enum cmd_needs needs, struct err *err)
{
	struct project_options o = {
		.dir = c->globals.dir,
		.store = c->globals.store,
		.no_sync = c->globals.no_sync,
		.progress = !c->globals.quiet && isatty(STDERR_FILENO),
	};
	bool any, read = true;

	if (!project_open(&c->project, &o, err))
		return false;
	if (needs == CMD_STORE)
		return true;
	if (!o.no_sync && !project_sync(c->project, &o, &c->sync, err))
		return false;
	if (!store_snapshot(c->project->store, err))
		return false;
	if (needs != CMD_PLANS)
		return true;
	if (!store_any_plan(c->project->store, &any, err))
		return false;
	if (any && o.no_sync && !project_was_read(c->project, &c->arena, &read, err))
		return false;
	if (!read)
		return err_set(err, ERR_USAGE, "the store of %s is of an older phaseline; leave out "
					       "--no-sync once, so that the plans are read again",
			       c->project->root);
	if (!any && o.no_sync)
		return err_set(err, ERR_USAGE, "the store of %s holds no plans; leave out --no-sync",
			       c->project->root);
	if (!any && c->project->config.plans.n)
		return err_set(err, ERR_USAGE, "no plans found below %s: no file matches the "
					       "`plans:` of .phaseline.yaml", c->project->root);
	return any || err_set(err, ERR_USAGE,
				   "no plans found below %s; looked for NN-MM-PLAN.md below "
				   ".planning/ and plans/, and for those of Spec Kit, Kiro, "
				   "OpenSpec, Backlog.md and Superpowers (see `phaseline help "
				   "init`)",
				   c->project->root);
}

/* A file that could not be read stops nothing, but it is told, and counts. */
static bool tell_problems(const struct cli *c)
{
	for (size_t i = 0; i < c->sync.problems.n; i++)
		out_error("%s", c->sync.problems.v[i]);
	for (size_t i = 0; i < c->sync.remarks.n; i++)
		out_note(c, "%s", c->sync.remarks.v[i]);
	return c->sync.problems.n == 0;
}

static bool check_words(const struct cmd *cmd, const struct words *words, bool asks,
			struct err *err)
{
	if (asks && words->n)
		return err_set(err, ERR_USAGE, "%s: \"%s\" is one word too many", cmd->name,
			       words->v[0]);
	if (!asks && (int)words->n < cmd->least)
		return err_set(err, ERR_USAGE, "%s needs more: phaseline %s %s", cmd->name,
			       cmd->name, cmd->args);
	if (cmd->most >= 0 && (int)words->n > cmd->most)
		return err_set(err, ERR_USAGE, "%s: \"%s\" is one word too many", cmd->name,
			       words->v[cmd->most]);
	return true;
}

/* What is printed may wait for a reader, and nobody should wait for that. */
static void release(struct cli *c)
{
	if (c->project && c->project->store)
		store_release(c->project->store);
}

static bool run_command(struct cli *c, const struct cmd *cmd, struct words *words,
			struct err *err)
{
	void *values = arena_alloc(&c->arena, cmd->size + 1);
	struct opt_set sets[] = { { cmd->options, values },
				  { globals_options, &c->globals } };
	struct words rest;
	char *name = (char *)cmd->name;
	bool asks;

	if (!options_read(sets, 2, (int)words->n, words->v, true, &rest, err))
		return false;
	out_style(c);
	if (c->globals.help) {
		cmd = &cmd_help;
		rest = (struct words){ &name, 1 };
	}
	asks = cmd->asks && cmd->asks(values);
	if (!check_words(cmd, &rest, asks, err))
		return false;
	if (cmd->needs && !open_project(c, asks ? CMD_PLANS : cmd->needs, err))
		return false;
	if (c->globals.pager && !pager_start(err))
		return false;
	return cmd->run(c, values, &rest, err);
}

static bool run(struct cli *c, int argc, char **argv, struct err *err)
{
	struct opt_set set = { globals_options, &c->globals };
	struct words words;
	const struct cmd *cmd;

	if (!options_read(&set, 1, argc - 1, argv + 1, false, &words, err))
		return false;
	if (c->globals.version || c->globals.help) {
		cmd = c->globals.help ? &cmd_help : &cmd_version;
		c->globals.help = false;
		return run_command(c, cmd, &words, err);
	}
	if (!words.n)
		return err_set(err, ERR_USAGE, "which command? `phaseline status` says where "
					       "you are, `phaseline help` what there is");
	cmd = command_find(words.v[0]);
	if (!cmd)
		return command_unknown(words.v[0], err);
	words.v++;
	words.n--;
	return run_command(c, cmd, &words, err);
}

int main(int argc, char **argv)
{
	struct cli c = { 0 };
	struct err err = { 0 }, write_err = { 0 };
	int status;

	pages_start(HEAP);
	run(&c, argc, argv, &err);
	release(&c);
	if (!out_flush(&c, &write_err) && !err.kind)
		err = write_err;
	if (err.kind && err.text[0])
		out_error("%s", err.text);
	status = (int)err.kind;
	if (!tell_problems(&c) && !status)
		status = ERR_IO;
	pager_end();
	project_close(c.project);
	arena_free(&c.arena);
	buf_free(&c.out);
	return status;
}
