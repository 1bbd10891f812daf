/* cut N half|one COMMAND ARGS...: runs a command whose Nth write is cut short by the
 * kernel: half of the bytes are written, or one.  "all" cuts every one, "none" counts.
 * To the file CUT_COUNT it writes how many writes there were. */
#include <elf.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>

#include "traced.h"

#if defined(__x86_64__)
#define THIRD(regs) ((regs).rdx)
#elif defined(__aarch64__)
#define THIRD(regs) ((regs).regs[2])
#endif

static void set_third(const struct traced *t, uint64_t value)
{
#ifdef THIRD
	struct user_regs_struct regs;
	struct iovec io = { &regs, sizeof regs };

	if (ptrace(PTRACE_GETREGSET, t->pid, NT_PRSTATUS, &io) < 0)
		traced_fail("registers");
	THIRD(regs) = value;
	if (ptrace(PTRACE_SETREGSET, t->pid, NT_PRSTATUS, &io) < 0)
		traced_fail("registers");
#else
	(void)t, (void)value;
	fputs("nobody has said yet where this machine keeps an argument\n", stderr);
	exit(99);
#endif
}

static bool is_long_write(const struct call *c)
{
	return c->entry && (c->number == SYS_write || c->number == SYS_pwrite64) &&
	       c->args[2] > 1;
}

static void tell_count(long n)
{
	const char *name = getenv("CUT_COUNT");
	FILE *f = name ? fopen(name, "w") : NULL;

	if (!f)
		return;
	fprintf(f, "%ld\n", n);
	fclose(f);
}

int main(int argc, char **argv)
{
	struct traced t;
	long n = 0;

	if (argc < 4)
		return 99;
	bool all = strcmp(argv[1], "all") == 0, half = strcmp(argv[2], "half") == 0;
	long at = all ? 0 : atol(argv[1]);
	traced_start(&t, argv + 3);
	while (traced_next(&t)) {
		if (!is_long_write(&t.call))
			continue;
		n++;
		if (all || n == at)
			set_third(&t, half ? t.call.args[2] / 2 : 1);
	}
	tell_count(n);
	return traced_end(&t);
}
