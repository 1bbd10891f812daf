#include "cli/subtree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "phaseline.h"

enum {
	GRACE = 5000, /* milliseconds from asking to ending */
	FORCE = 10000, /* that a kill may take: a process in the kernel ends later */
	STEP = 5,
};

struct process {
	pid_t pid, parent;
	bool below;
};
typedef PHL_LIST(struct process) process_list;

void subtree_adopt(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

/* "PID (NAME) STATE PARENT ...", where a NAME may hold anything */
static pid_t parent_of(const char *pid)
{
	char path[64], line[512];
	int fd;
	ssize_t n;

	snprintf(path, sizeof path, "/proc/%.20s/stat", pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	n = read(fd, line, sizeof line - 1);
	close(fd);
	if (n <= 0)
		return 0;
	line[n] = '\0';
	const char *end = strrchr(line, ')');
	return end && strlen(end) > 4 ? (pid_t)strtol(end + 4, NULL, 10) : 0;
}

static void list_processes(struct arena *a, process_list *out)
{
	DIR *proc = opendir("/proc");

	for (struct dirent *e; proc && (e = readdir(proc));)
		if (is_digit(e->d_name[0]))
			*vec_push(a, out) = (struct process){ .pid = (pid_t)strtol(e->d_name, NULL, 10),
							      .parent = parent_of(e->d_name) };
	if (proc)
		closedir(proc);
}

/* Whoever has a parent below is below, too. */
static void mark_below(process_list *list, pid_t top)
{
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < list->n; i++) {
			struct process *p = &list->v[i];
			bool below = p->parent == top;

			for (size_t k = 0; k < list->n && !below && !p->below; k++)
				below = list->v[k].below && list->v[k].pid == p->parent;
			more |= below && !p->below;
			p->below |= below;
		}
	}
}

static void signal_all(const struct leader *leader, int sig)
{
	struct arena a = { 0 };
	process_list list = { 0 };

	list_processes(&a, &list);
	mark_below(&list, getpid());
	if (!leader->ended)
		kill(-leader->pid, sig);
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].below)
			kill(list.v[i].pid, sig);
	arena_free(&a);
}

/* Takes those that have ended; false when there are no more. */
static bool reap(struct leader *leader)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		if (pid == leader->pid) {
			leader->ended = true;
			leader->status = status;
		}
	return pid == 0 || errno != ECHILD;
}

static void pause_for(int milliseconds)
{
	struct timespec t = { .tv_nsec = milliseconds * 1000000L };

	nanosleep(&t, NULL);
}

void subtree_end(struct leader *leader)
{
	if (!reap(leader))
		return;
	signal_all(leader, SIGTERM);
	signal_all(leader, SIGCONT); /* who is stopped could not end */
	for (int t = 0; t < GRACE; t += STEP) {
		if (!reap(leader))
			return;
		pause_for(STEP);
	}
	/* again and again: some may be starting others */
	for (int t = 0; t < FORCE && reap(leader); t += STEP) {
		signal_all(leader, SIGKILL);
		pause_for(STEP);
	}
}
