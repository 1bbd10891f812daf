/* crowd: many processes that tick boxes at the same time
 *
 *   crowd PHASELINE DIR PROCESSES UPDATES one|many
 *
 * Each process runs "phaseline done" and "reopen" in turns on three tasks of its
 * own, in one plan (01-01) or in one of its own (01-NN).  After each success it
 * looks whether the file says so: an editor that had read it before may have saved its
 * old text on top, which the next command has to make good (`late`).  Prints one line
 * of figures; what failed goes to standard error. */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { OWN = 3 };

struct figures {
	int failed, absent, late;
	double longest;
};

static const char *phaseline, *dir;
static int processes, updates;
static bool one;
extern char **environ;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int run(const char *verb, const char *target, const char *note)
{
	const char *argv[] = { phaseline, "-q", verb, target, note ? "--note" : NULL,
			       note, NULL };
	pid_t pid;
	int status;
	if (posix_spawn(&pid, phaseline, NULL, NULL, (char *const *)argv, environ) != 0)
		return -1;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Does the file say so?  Editors at work may leave it away for a moment. */
static bool says(const char *path, int task, bool done)
{
	char want[64];
	snprintf(want, sizeof want, "- [%c] **Task %d**", done ? 'x' : ' ', task);
	for (int i = 0; i < 100; i++) {
		static char text[1 << 18];
		int fd = open(path, O_RDONLY);
		ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
		if (fd >= 0)
			close(fd);
		text[n < 0 ? 0 : n] = '\0';
		if (strstr(text, want))
			return true;
		if (n > 0 && strstr(text, "**Task 1**"))
			return false;
		usleep(1000);
	}
	return false;
}

static void work(int process, struct figures *f)
{
	char target[32], note[32], path[64];
	int plan = one ? 1 : process + 1;
	bool done[OWN] = { false };
	snprintf(path, sizeof path, "plans/01-%02d-PLAN.md", plan);
	if (!freopen("/dev/null", "w", stdout))
		_exit(2);
	for (int i = 0; i < updates; i++) {
		int own = i % OWN, task = (one ? process * OWN : 0) + own + 1;
		snprintf(target, sizeof target, "01-%02d/%d", plan, task);
		snprintf(note, sizeof note, "update %d:%d.", process, i);
		double start = now();
		int status = run(done[own] ? "reopen" : "done", target, note);
		double took = now() - start;
		f->longest = took > f->longest ? took : f->longest;
		if (status) {
			f->failed++;
			fprintf(stderr, "%s: exit %d\n", note, status);
			continue;
		}
		done[own] = !done[own];
		if (says(path, task, done[own]))
			continue;
		f->late++;
		if (run("sync", NULL, NULL) != 0 || !says(path, task, done[own])) {
			f->absent++;
			fprintf(stderr, "%s: not in %s\n", note, path);
		}
	}
	_exit(0);
}

int main(int argc, char **argv)
{
	if (argc != 6)
		return 2;
	phaseline = argv[1], dir = argv[2];
	processes = atoi(argv[3]), updates = atoi(argv[4]);
	one = strcmp(argv[5], "one") == 0;
	size_t size = (size_t)processes * sizeof(struct figures);
	struct figures *f =
	    mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (f == MAP_FAILED || chdir(dir) != 0)
		return 2;
	double start = now();
	for (int i = 0; i < processes; i++) {
		pid_t pid = fork();
		if (pid < 0)
			return 2;
		if (pid == 0)
			work(i, &f[i]);
	}
	while (wait(NULL) > 0)
		;
	double took = now() - start;
	struct figures all = { 0 };
	for (int i = 0; i < processes; i++) {
		all.failed += f[i].failed;
		all.absent += f[i].absent;
		all.late += f[i].late;
		all.longest = f[i].longest > all.longest ? f[i].longest : all.longest;
	}
	printf("updates=%d failed=%d absent=%d late=%d rate=%.0f longest=%.2f\n",
	       processes * updates, all.failed, all.absent, all.late,
	       processes * updates / took, all.longest);
	return 0;
}
