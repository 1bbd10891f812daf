#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/run.h"
#include "phaseline.h"

/* ---- before the fork ---- */

typedef PHL_LIST(char *) string_list;

static void add(struct arena *a, string_list *list, const char *s)
{
	*vec_push(a, list) = s ? arena_str(a, s) : NULL;
}

/* In a sandbox, caches are filled in where it can be written. */
static void add_own_places(struct arena *a, string_list *env, const char *temp)
{
	add(a, env, arena_printf(a, "TMPDIR=%s", temp));
	add(a, env, arena_printf(a, "XDG_CACHE_HOME=%s/cache", temp));
}

static bool is_own_place(const char *name)
{
	return strcmp(name, "TMPDIR") == 0 || strcmp(name, "XDG_CACHE_HOME") == 0;
}

/* Secrets, agents and what changes how programs load or how git behaves stay out. */
static char **environment(struct arena *a, const char *more, const char *temp)
{
	static const char names[] = "PATH,HOME,USER,LOGNAME,SHELL,LANG,LC_ALL,LC_CTYPE,TZ,TMPDIR";
	const char *const lists[] = { names, more ? more : "" };
	string_list env = { 0 };

	for (int i = 0; i < 2; i++)
		for (const char *s = lists[i]; *s;) {
			size_t n = strcspn(s, ",");
			const char *name = arena_dup(a, s, n), *value = getenv(name);

			if (value && n && !(temp && is_own_place(name)))
				add(a, &env, arena_printf(a, "%s=%s", name, value));
			s += n + (s[n] == ',');
		}
	if (temp)
		add_own_places(a, &env, temp);
	add(a, &env, "TERM=dumb");
	add(a, &env, NULL);
	return env.v;
}

static char **arguments(struct arena *a, const char *shell, const char *text)
{
	static const char *const bash[] = { "bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", NULL };
	static const char *const zsh[] = { "zsh", "-f", "-eu", "-o", "pipefail", "-c", NULL };
	static const char *const sh[] = { "sh", "-eu", "-c", NULL };
	string_list argv = { 0 };

	for (const char *const *s = strcmp(shell, "sh") == 0    ? sh
				    : strcmp(shell, "zsh") == 0 ? zsh
								: bash;
	     *s; s++)
		add(a, &argv, *s);
	add(a, &argv, text);
	add(a, &argv, NULL);
	return argv.v;
}

/* Below PATH, but nowhere that depends on the current directory. */
static const char *find_program(struct arena *a, const char *name)
{
	const char *path = getenv("PATH");
	struct stat st;

	for (const char *s = path && *path ? path : "/usr/bin:/bin"; *s;) {
		size_t n = strcspn(s, ":");
		const char *file = arena_printf(a, "%.*s/%s", (int)n, s, name);

		if (*s == '/' && access(file, X_OK) == 0 && stat(file, &st) == 0 &&
		    S_ISREG(st.st_mode))
			return file;
		s += n + (s[n] == ':');
	}
	return NULL;
}

bool run_prepare(const struct run_request *r, struct arena *a, struct run_start *out,
		 struct err *err)
{
	*out = (struct run_start){ .path = find_program(a, r->shell),
				   .argv = arguments(a, r->shell, r->text),
				   .envp = environment(a, r->limits->env, r->sandbox->temp),
				   .dir = r->dir,
				   .limits = r->limits,
				   .sandbox = r->sandbox };
	return out->path || err_set(err, ERR_IO, "there is no %s in PATH", r->shell);
}

/* ---- behind it: only what is safe in a signal handler ---- */

static void limit(int what, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(what, &now) != 0)
		return;
	if (now.rlim_max == RLIM_INFINITY || now.rlim_max > most)
		now.rlim_max = most;
	if (now.rlim_cur == RLIM_INFINITY || now.rlim_cur > now.rlim_max)
		now.rlim_cur = now.rlim_max;
	setrlimit(what, &now);
}

/* Of memory, what can be written counts, not the addresses, of which some reserve
 * many.  Processes are counted for the user, who may have many already. */
static void set_limits(const struct limits *l)
{
	if (l->memory)
		limit(RLIMIT_DATA, (rlim_t)l->memory);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, (rlim_t)l->seconds + 5);
	limit(RLIMIT_FSIZE, (rlim_t)4 << 30);
	limit(RLIMIT_NPROC, 8192);
	limit(RLIMIT_NOFILE, 4096);
}

static void reset_signals(void)
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void complain(void)
{
	static const char text[] = "phaseline: nothing is run: the sandbox was to be had, and is not\n";
	ssize_t n = write(STDERR_FILENO, text, sizeof text - 1);

	(void)n;
}

_Noreturn void run_become(const struct run_start *s)
{
	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	reset_signals();
	set_limits(s->limits);
	if (fchdir(s->dir) == 0 && dup2(s->null, STDIN_FILENO) >= 0 &&
	    dup2(s->out, STDOUT_FILENO) >= 0 && dup2(s->err, STDERR_FILENO) >= 0) {
		if (sandbox_enter(s->sandbox) == s->sandbox->parts) {
			syscall(SYS_close_range, 3U, ~0U, 0U);
			execve(s->path, s->argv, s->envp);
		} else {
			complain();
		}
	}
	_exit(127);
}
