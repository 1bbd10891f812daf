#include "cli/pager.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t pager; /* 0: none runs */

static const char *chosen(void)
{
	const char *name = getenv("PAGER");

	/* Where none is named: less, if there is one. */
	return name ? name : "command -v less >/dev/null && exec less; exec cat";
}

static void become(const char *command, const int ends[2])
{
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
	/* What fits on the screen is left there, and colour passes. */
	setenv("LESS", "FRX", 0);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

bool pager_start(struct err *err)
{
	const char *command = chosen();
	int ends[2];

	if (!isatty(STDOUT_FILENO) || !*command || strcmp(command, "cat") == 0)
		return true;
	if (pipe2(ends, O_CLOEXEC) < 0)
		return err_errno(err, ERR_IO, "cannot start a pager");
	pager = fork();
	if (pager == 0)
		become(command, ends);
	if (pager > 0)
		dup2(ends[1], STDOUT_FILENO);
	close(ends[0]);
	close(ends[1]);
	if (pager > 0)
		return true;
	pager = 0;
	return err_errno(err, ERR_IO, "cannot start a pager");
}

void pager_end(void)
{
	if (!pager)
		return;
	close(STDOUT_FILENO);
	while (waitpid(pager, NULL, 0) < 0 && errno == EINTR)
		;
	pager = 0;
}
