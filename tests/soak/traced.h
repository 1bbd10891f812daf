/* traced: a command, stopped at the entry and the end of each of its system calls */
#ifndef TRACED_H
#define TRACED_H

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

struct call {
	bool entry;
	long number;
	uint64_t args[6];
	int64_t result; /* at its end; negative is an error */
};

struct traced {
	pid_t pid;
	int status; /* as its end was told, once there are no more calls */
	struct call call;
};

static _Noreturn void traced_fail(const char *what)
{
	perror(what);
	exit(99);
}

static void traced_start(struct traced *t, char **argv)
{
	int status;

	*t = (struct traced){ .pid = fork() };
	if (t->pid < 0)
		traced_fail("fork");
	if (t->pid == 0) {
		if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0)
			execvp(argv[0], argv);
		traced_fail(argv[0]);
	}
	if (waitpid(t->pid, &status, 0) < 0 || !WIFSTOPPED(status) ||
	    ptrace(PTRACE_SETOPTIONS, t->pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) < 0)
		traced_fail("ptrace");
}

static void read_call(struct traced *t)
{
	struct __ptrace_syscall_info info;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, t->pid, sizeof info, &info) <= 0)
		traced_fail("ptrace");
	t->call.entry = info.op == PTRACE_SYSCALL_INFO_ENTRY;
	if (!t->call.entry) {
		t->call.result = info.exit.rval;
		return;
	}
	t->call.number = (long)info.entry.nr;
	for (int i = 0; i < 6; i++)
		t->call.args[i] = info.entry.args[i];
}

/* False once it has ended. */
static bool traced_next(struct traced *t)
{
	int signal = 0;

	for (;;) {
		if (ptrace(PTRACE_SYSCALL, t->pid, 0, signal) < 0 ||
		    waitpid(t->pid, &t->status, 0) < 0)
			traced_fail("ptrace");
		if (!WIFSTOPPED(t->status))
			return false;
		signal = WSTOPSIG(t->status);
		if (signal == (SIGTRAP | 0x80))
			break;
		if (signal == SIGTRAP)
			signal = 0;
	}
	read_call(t);
	return true;
}

/* Its own exit status, to be handed on. */
static int traced_end(const struct traced *t)
{
	return WIFEXITED(t->status) ? WEXITSTATUS(t->status) : 128 + WTERMSIG(t->status);
}

#endif
