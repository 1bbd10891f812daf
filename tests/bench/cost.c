/* cost [-n RUNS] [-s SECONDS] [-t SECONDS] [@SHELL] A... [-- [@SHELL] B...]...
 *
 * Runs the commands in turn, RUNS times, output thrown away; what is said after an @
 * runs before its command, not counted.  What is compared should find caches in the
 * same state.  Prints a line a command: the medians of CPU and wall time in
 * microseconds, the peak of memory in KiB, and the median of its CPU over that of the
 * last command in the same turn.
 *
 * With -s, what has taken so long in all is not run again.  With -t, what takes so
 * long once is killed, and its line says "late"; what fails, "failed". */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS = 12, RUNS = 1001 };

static struct command {
	char **argv;
	const char *before;
	long cpu[RUNS], wall[RUNS], over[RUNS];
	int runs, pairs;
	long peak, spent;
	const char *wrong;
} commands[COMMANDS];

static volatile pid_t child;
static volatile sig_atomic_t late;

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

static void too_long(int sig)
{
	(void)sig;
	late = 1;
	kill(-child, SIGKILL);
}

static void become(char **argv, bool limited)
{
	int null = open("/dev/null", O_RDWR);

	/* What asks for words on a terminal shall not wait for them here. */
	if (limited)
		dup2(null, 0);
	if (limited)
		dup2(null, 2);
	dup2(null, 1);
	execvp(argv[0], argv);
	_exit(127);
}

static void measure(struct command *c, unsigned limit)
{
	struct rusage use;
	long start = now();
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		if (limit)
			setpgid(0, 0);
		become(c->argv, limit != 0);
	}
	if (pid > 0 && limit) {
		setpgid(pid, pid);
		child = pid;
		late = 0;
		alarm(limit);
	}
	if (pid < 0 || wait4(pid, &status, 0, &use) != pid)
		die(c->argv[0]);
	alarm(0);
	if (status != 0) {
		if (!limit)
			die(c->argv[0]);
		c->wrong = late ? "late" : "failed";
		return;
	}
	c->wall[c->runs] = now() - start;
	c->cpu[c->runs] = micros(&use.ru_utime) + micros(&use.ru_stime);
	c->spent += c->wall[c->runs++];
	if (use.ru_maxrss > c->peak)
		c->peak = use.ru_maxrss;
}

static void turn(int n, long enough, unsigned limit)
{
	bool ran[COMMANDS] = { false };
	const struct command *last = commands + n - 1;

	for (int i = 0; i < n; i++) {
		struct command *c = commands + i;

		if (c->wrong || (enough && c->spent >= enough))
			continue;
		if (c->before && system(c->before) != 0)
			die(c->before);
		measure(c, limit);
		ran[i] = !c->wrong;
	}
	for (int i = 0; i < n; i++) {
		struct command *c = commands + i;

		if (ran[i] && ran[n - 1])
			c->over[c->pairs++] = c->cpu[c->runs - 1] - last->cpu[last->runs - 1];
	}
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

static void print(struct command *c)
{
	if (c->wrong)
		puts(c->wrong);
	else
		printf("%ld %ld %ld %ld\n", median(c->cpu, c->runs), median(c->wall, c->runs),
		       c->peak, c->pairs ? median(c->over, c->pairs) : 0);
}

static void add(int n, char **argv)
{
	if (argv[0] && argv[0][0] == '@')
		commands[n].before = *argv++ + 1;
	commands[n].argv = argv;
}

int main(int argc, char **argv)
{
	int runs = 5, n = 0, opt;
	long enough = 0;
	unsigned limit = 0;

	while ((opt = getopt(argc, argv, "+n:s:t:")) != -1) {
		if (opt == 'n')
			runs = atoi(optarg);
		else if (opt == 's')
			enough = atol(optarg) * 1000000;
		else if (opt == 't')
			limit = (unsigned)atoi(optarg);
		else
			return 2;
	}
	if (runs < 1 || runs > RUNS || optind == argc)
		return 2;
	signal(SIGALRM, too_long);
	add(n++, argv + optind);
	for (int i = optind; i < argc && n < COMMANDS; i++) {
		if (strcmp(argv[i], "--") == 0) {
			argv[i] = NULL;
			add(n++, argv + i + 1);
		}
	}
	for (int run = 0; run < runs; run++)
		turn(n, enough, limit);
	for (int i = 0; i < n; i++)
		print(commands + i);
	return 0;
}
