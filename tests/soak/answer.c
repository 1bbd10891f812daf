/* answer PROMPT REPLY COMMAND ARGS...: runs a command on a terminal of its own, and
 * types REPLY and a newline whenever it writes PROMPT.  What it writes goes to standard
 * output; the exit status is its own. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what)
{
	perror(what);
	exit(99);
}

static int open_terminal(void)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY);

	if (fd < 0 || grantpt(fd) != 0 || unlockpt(fd) != 0)
		fail("posix_openpt");
	return fd;
}

static void become(int terminal, char **argv)
{
	int fd;

	setsid();
	fd = open(ptsname(terminal), O_RDWR);
	if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) != 0)
		fail("the terminal");
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	close(terminal);
	execvp(argv[0], argv);
	fail(argv[0]);
}

/* Only its beginning has to be looked for again behind a piece. */
static void converse(int terminal, const char *prompt, const char *reply)
{
	static char seen[1 << 16];
	size_t n = 0;
	ssize_t got;

	while ((got = read(terminal, seen + n, sizeof seen - 1 - n)) > 0) {
		char *at;

		if (write(STDOUT_FILENO, seen + n, (size_t)got) != got)
			fail("write");
		n += (size_t)got;
		seen[n] = '\0';
		if ((at = strstr(seen, prompt))) {
			if (dprintf(terminal, "%s\n", reply) < 0)
				fail("write");
			at += strlen(prompt);
			n -= (size_t)(at - seen);
			memmove(seen, at, n);
		} else if (n > strlen(prompt)) {
			size_t keep = strlen(prompt);

			memmove(seen, seen + n - keep, keep);
			n = keep;
		}
	}
}

int main(int argc, char **argv)
{
	int terminal, status;
	pid_t pid;

	if (argc < 4)
		return 99;
	terminal = open_terminal();
	pid = fork();
	if (pid < 0)
		fail("fork");
	if (pid == 0)
		become(terminal, argv + 3);
	converse(terminal, argv[1], argv[2]);
	if (waitpid(pid, &status, 0) != pid)
		fail("waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
