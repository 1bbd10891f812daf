#include "cli/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/landlock.h>
#include <net/if.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

/* Before it, nothing can be renamed into another directory, which many builds do. */
enum { ABI_REFER = 2, ABI_TRUNCATE = 3 };

/* ---- files ---- */

static const uint64_t write_in_place = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE;
static const uint64_t write_anything =
	write_in_place | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
	LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
	LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
	LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER;

static bool allow_below(int rules, int fd, uint64_t access)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = access, .parent_fd = fd };

	return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

static bool allow_path(int rules, const char *path, uint64_t access)
{
	int fd = open(path, O_PATH | O_CLOEXEC);
	bool ok = fd >= 0 && allow_below(rules, fd, access);

	if (fd >= 0)
		close(fd);
	return ok;
}

/* What programs take for granted; where one is not there, they do without. */
static void allow_devices(int rules, uint64_t known)
{
	static const char *const devices[] = { "/dev/null", "/dev/zero",	"/dev/full",
					       "/dev/tty",  "/dev/random",	"/dev/urandom",
					       "/dev/ptmx", "/dev/pts/ptmx",	NULL };

	for (const char *const *device = devices; *device; device++)
		allow_path(rules, *device, write_in_place & known);
	allow_path(rules, "/dev/pts", LANDLOCK_ACCESS_FS_WRITE_FILE);
	allow_path(rules, "/dev/shm", write_anything & known);
}

/* A set of rules, or -1. */
static int make_rules(int project, const char *temp)
{
	struct landlock_ruleset_attr all = { .handled_access_fs = write_anything };
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	if (abi < ABI_REFER)
		return -1;
	if (abi < ABI_TRUNCATE)
		all.handled_access_fs &= ~LANDLOCK_ACCESS_FS_TRUNCATE;
	/* of later kernels' longer struct, what is left out is nothing */
	int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);

	if (rules < 0)
		return -1;
	fcntl(rules, F_SETFD, FD_CLOEXEC);
	allow_devices(rules, all.handled_access_fs);
	if (allow_below(rules, project, all.handled_access_fs) &&
	    allow_path(rules, temp, all.handled_access_fs))
		return rules;
	close(rules);
	return -1;
}

static bool hold_files(const struct sandbox *s)
{
	return s->rules >= 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       syscall(SYS_landlock_restrict_self, s->rules, 0) == 0;
}

/* ---- the network ---- */

static bool put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool ok = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

	if (fd >= 0)
		close(fd);
	return ok;
}

/* Tests talk to servers that they start: to this host, which is none else. */
static bool raise_loopback(void)
{
	struct ifreq lo = { .ifr_name = "lo", .ifr_flags = IFF_UP };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	bool ok = fd >= 0 && ioctl(fd, SIOCSIFFLAGS, &lo) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

/* Who may not do so may where they are nobody to others, and still themselves. */
static bool hold_network(const struct sandbox *s)
{
	return (unshare(CLONE_NEWNET) == 0 ||
		(unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && put("/proc/self/setgroups", "deny") &&
		 put("/proc/self/uid_map", s->users) && put("/proc/self/gid_map", s->groups))) &&
	       raise_loopback();
}

unsigned sandbox_enter(const struct sandbox *s)
{
	unsigned held = 0;

	/* the network first: the maps are files elsewhere */
	if (s->parts & SANDBOX_NETWORK && hold_network(s))
		held |= SANDBOX_NETWORK;
	if (s->parts & SANDBOX_FILES && hold_files(s))
		held |= SANDBOX_FILES;
	return held;
}

/* ---- what can be had ---- */

/* Nothing tells but to try. */
static unsigned try_parts(const struct sandbox *s)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		_exit((int)sandbox_enter(s));
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return pid > 0 && WIFEXITED(status) ? (unsigned)WEXITSTATUS(status) : 0;
}

static bool make_temp(struct sandbox *s, struct arena *a, struct err *err)
{
	const char *base = getenv("TMPDIR");
	char *dir = arena_printf(a, "%s/phaseline-XXXXXX", base && *base == '/' ? base : "/tmp");

	if (!mkdtemp(dir))
		return err_errno(err, ERR_IO, "cannot make %s", dir);
	s->temp = dir;
	return true;
}

bool sandbox_open(struct sandbox *out, enum sandbox_mode mode, int project, struct arena *a,
		  struct err *err)
{
	*out = (struct sandbox){ .rules = -1 };
	if (mode == SANDBOX_OFF)
		return true;
	if (!make_temp(out, a, err))
		return false;
	out->rules = make_rules(project, out->temp);
	snprintf(out->users, sizeof out->users, "%u %u 1\n", geteuid(), geteuid());
	snprintf(out->groups, sizeof out->groups, "%u %u 1\n", getegid(), getegid());
	out->parts = SANDBOX_ALL;
	out->parts = try_parts(out);
	out->missing = SANDBOX_ALL & ~out->parts;
	if (!out->missing || mode == SANDBOX_AUTO)
		return true;
	sandbox_close(out);
	return err_set(err, ERR_IO, "nothing is run: the sandbox that is required cannot hold %s",
		       sandbox_excuse(out->missing));
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type, (void)at;
	remove(path); /* what cannot be is left to whoever cleans up there */
	return 0;
}

void sandbox_close(struct sandbox *s)
{
	if (s->rules >= 0)
		close(s->rules);
	if (s->temp)
		nftw(s->temp, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	s->rules = -1;
	s->temp = NULL;
}

const char *sandbox_names(unsigned parts)
{
	return parts == SANDBOX_ALL ? "files, network" : parts == SANDBOX_FILES ? "files" : "network";
}

const char *sandbox_excuse(unsigned parts)
{
	static const char *const texts[] = {
		[SANDBOX_FILES] = "files, as Landlock of Linux 5.19 or later is missing",
		[SANDBOX_NETWORK] = "the network, as namespaces are not to be had",
		[SANDBOX_ALL] = "files, as Landlock of Linux 5.19 or later is missing, and the "
				"network, as namespaces are not to be had",
	};
	return texts[parts];
}
