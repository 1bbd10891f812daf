/* cost [-n RUNS] [-b SHELL] [-o SHELL] A... [-- B...] [-- C...]
 *
 * Runs the commands in turn, RUNS times, output thrown away; what -b says runs
 * before each A, and what -o says before each of the others, not counted: what is
 * compared should find caches in the same state.  Prints a line a command: the
 * medians of CPU and wall time in microseconds, the peak of memory in KiB, and the
 * median of its CPU over that of the last command in the same turn. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS = 8, RUNS = 1001 };

static long cpu[COMMANDS][RUNS], wall[COMMANDS][RUNS], over[COMMANDS][RUNS], peak[COMMANDS];

static long micros(const struct timeval *t)
{
	return t->tv_sec * 1000000 + t->tv_usec;
}

static long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void die(const char *what)
{
	fprintf(stderr, "cost: %s failed\n", what);
	exit(1);
}

static void measure(char **argv, int command, int run)
{
	struct rusage use;
	long start = now();
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY);

		dup2(null, 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid || status != 0)
		die(argv[0]);
	wall[command][run] = now() - start;
	cpu[command][run] = micros(&use.ru_utime) + micros(&use.ru_stime);
	if (use.ru_maxrss > peak[command])
		peak[command] = use.ru_maxrss;
}

static int ascending(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return (x > y) - (x < y);
}

static long median(long *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, ascending);
	return v[n / 2];
}

int main(int argc, char **argv)
{
	char **commands[COMMANDS];
	const char *before = NULL, *others = NULL;
	int runs = 5, n = 0, opt;

	while ((opt = getopt(argc, argv, "+n:b:o:")) != -1) {
		if (opt == 'n')
			runs = atoi(optarg);
		else if (opt == 'b')
			before = optarg;
		else if (opt == 'o')
			others = optarg;
		else
			return 2;
	}
	if (runs < 1 || runs > RUNS || optind == argc)
		return 2;
	commands[n++] = argv + optind;
	for (int i = optind; i < argc && n < COMMANDS; i++) {
		if (strcmp(argv[i], "--") == 0) {
			argv[i] = NULL;
			commands[n++] = argv + i + 1;
		}
	}
	for (int run = 0; run < runs; run++) {
		for (int i = 0; i < n; i++) {
			const char *shell = i ? others : before;

			if (shell && system(shell) != 0)
				die(shell);
			measure(commands[i], i, run);
		}
		for (int i = 0; i < n; i++)
			over[i][run] = cpu[i][run] - cpu[n - 1][run];
	}
	for (int i = 0; i < n; i++)
		printf("%ld %ld %ld %ld\n", median(cpu[i], runs), median(wall[i], runs),
		       peak[i], median(over[i], runs));
	return 0;
}
