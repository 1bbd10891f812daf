#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/table.h"

#define NAME ".phaseline.yaml"

/* Everything is commented out: without it, the defaults hold. */
static const char template[] =
	"# Settings of phaseline for the tree below this directory, which this file\n"
	"# makes its root. Everything here may be left out; see phaseline(1).\n"
	"\n"
	"# What reports call this project; otherwise its ROADMAP or directory says.\n"
	"#title: Multi-tenant migration\n"
	"\n"
	"# Where plans are, instead of NN-MM-PLAN.md and the like below .planning/\n"
	"# and plans/, and where Spec Kit, Kiro, OpenSpec, Backlog.md and Superpowers\n"
	"# have theirs.\n"
	"#plans: [\"docs/migration/**/*.md\"]\n";

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const char *dir = c->globals.dir ? c->globals.dir : ".";
	const char *path = arena_printf(&c->arena, "%s/" NAME, dir);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
	bool ok;

	(void)options, (void)words;
	if (c->globals.dir == NULL)
		path = NAME;
	if (fd < 0 && errno == EEXIST)
		return err_set(err, ERR_USAGE, "%s is already there; edit it", path);
	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot write %s", path);
	ok = file_write_all(fd, template, sizeof template - 1);
	if (!ok) {
		err_errno(err, ERR_IO, "cannot write %s", path);
		unlink(path);
	}
	close(fd);
	if (ok)
		buf_printf(&c->out, "%s written; nothing in it has to be set\n", path);
	return ok;
}

const struct cmd cmd_init = {
	.name = "init",
	.args = "",
	.help = "write a " NAME " with every setting explained",
	.about = "Not needed for anything: it is for trees whose plans lie in unusual places, or\n"
		 "to give a project a title.",
	.run = run,
};
