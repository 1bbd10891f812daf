/* tests/release/flush.c: linked into what `make coverage` measures.  Counters are written
 * when a program returns from main(); here, also when it ends or becomes another otherwise. */
#include <fcntl.h>
#include <gcov.h>
#include <signal.h>
#include <stdarg.h>
#include <unistd.h>

void __real__exit(int status) __attribute__((noreturn));
void __wrap__exit(int status) __attribute__((noreturn));
int __real_execve(const char *path, char *const *argv, char *const *envp);
int __wrap_execve(const char *path, char *const *argv, char *const *envp);
int __wrap_execl(const char *path, const char *arg, ...);

/* In a sandbox, or under limits, they cannot be written: no complaint among the output. */
static void flush(void)
{
	int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (null >= 0)
		dup2(null, STDERR_FILENO);
	__gcov_dump();
	if (kept >= 0)
		dup2(kept, STDERR_FILENO);
	else
		close(STDERR_FILENO);
	if (kept >= 0)
		close(kept);
	if (null >= 0)
		close(null);
}

void __wrap__exit(int status)
{
	flush();
	__real__exit(status);
}

int __wrap_execve(const char *path, char *const *argv, char *const *envp)
{
	int result;

	flush();
	result = __real_execve(path, argv, envp);
	__gcov_reset(); /* else nothing is ever written again */
	return result;
}

int __wrap_execl(const char *path, const char *arg, ...)
{
	char *argv[16] = { (char *)arg };
	size_t n = 0;
	va_list rest;

	va_start(rest, arg);
	while (n < sizeof argv / sizeof *argv - 1 && argv[n])
		argv[++n] = va_arg(rest, char *);
	va_end(rest);
	return __wrap_execve(path, argv, environ);
}

static void die(int sig)
{
	flush();
	raise(sig); /* SA_RESETHAND, and not held back: dies of it */
}

__attribute__((constructor)) static void flush_at_signals(void)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGALRM, SIGABRT };
	struct sigaction act = { .sa_handler = die, .sa_flags = (int)(SA_RESETHAND | SA_NODEFER) };
	struct sigaction was;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (sigaction(signals[i], NULL, &was) == 0 && was.sa_handler == SIG_DFL)
			sigaction(signals[i], &act, NULL);
}
