/* measure FILE COMMAND ARGS...: runs a command, and writes one line to FILE: its exit
 * status, or 128 and the signal that ended it, the milliseconds of processor time that it
 * took, and the KiB of memory that it held at most.  One that goes on is killed. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CPU_SECONDS = 20, WALL_SECONDS = 60 };

static void fail(const char *what)
{
	perror(what);
	exit(99);
}

static void become(char **argv)
{
	struct rlimit cpu = { CPU_SECONDS, CPU_SECONDS + 1 };

	if (setrlimit(RLIMIT_CPU, &cpu) != 0)
		fail("setrlimit");
	/* What waits without working is ended as well: an alarm outlives exec. */
	alarm(WALL_SECONDS);
	execvp(argv[0], argv);
	fail(argv[0]);
}

static long milliseconds(const struct rusage *use)
{
	return (use->ru_utime.tv_sec + use->ru_stime.tv_sec) * 1000 +
	       (use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1000;
}

int main(int argc, char **argv)
{
	struct rusage use;
	FILE *out;
	pid_t child;
	int status;

	if (argc < 3)
		return 99;
	child = fork();
	if (child < 0)
		fail("fork");
	if (child == 0)
		become(argv + 2);
	if (wait4(child, &status, 0, &use) != child)
		fail("wait4");
	out = fopen(argv[1], "w");
	if (!out)
		fail(argv[1]);
	fprintf(out, "%d %ld %ld\n",
		WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
		milliseconds(&use), use.ru_maxrss);
	return fclose(out) == 0 ? 0 : 99;
}
