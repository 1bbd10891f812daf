/* lock: one writer at a time, in the order they came */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define LOCK_WAIT 10000 /* milliseconds; longer than any sync but a first one */

#define TICK_US 50000 /* to look at the clock while waiting */
#define NOTE_MAX (1 << 20)

/* "lock" in the directory of our own; elsewhere beside the store, by its name. */
static const char *lock_path(struct store *s)
{
	const char *slash = strrchr(s->path, '/');
	if (!slash)
		return arena_printf(&s->scratch, "%s-lock", s->path);
	char *dir = arena_dup(&s->scratch, s->path, (size_t)(slash - s->path));
	const char *last = strrchr(dir, '/');
	if (!strcmp(last ? last + 1 : dir, ".phaseline"))
		return arena_printf(&s->scratch, "%s/lock", dir);
	return arena_printf(&s->scratch, "%s-lock", s->path);
}

static int64_t milliseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void wake(int signal)
{
	(void)signal; /* that it came ends the wait */
}

/* The kernel lets those who wait have the lock in turn, which polling does not; the
 * timer goes on, because its first signal may come before the wait has begun. */
static int wait_for(int fd, int64_t deadline)
{
	struct sigaction waking = { .sa_handler = wake }, was;
	struct itimerval tick = { { 0, TICK_US }, { 0, TICK_US } }, timer;
	sigset_t alarms, mask;
	int got, saved;
	sigemptyset(&alarms);
	sigaddset(&alarms, SIGALRM);
	sigaction(SIGALRM, &waking, &was);
	sigprocmask(SIG_UNBLOCK, &alarms, &mask);
	setitimer(ITIMER_REAL, &tick, &timer);
	while ((got = flock(fd, LOCK_EX)) != 0 && errno == EINTR && milliseconds() < deadline)
		;
	saved = errno;
	setitimer(ITIMER_REAL, &timer, NULL);
	sigprocmask(SIG_SETMASK, &mask, NULL);
	sigaction(SIGALRM, &was, NULL);
	errno = saved;
	return got;
}

static bool take(struct store *s, int fd, int wait, struct err *err)
{
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	if ((errno == EWOULDBLOCK || errno == EINTR) &&
	    wait_for(fd, milliseconds() + wait) == 0)
		return true;
	if (errno != EINTR)
		return err_errno(err, ERR_IO, "cannot lock %s", s->path);
	return err_set(err, ERR_BUSY,
		       "%s is busy: another phaseline is at work; nothing changed, try again",
		       s->path);
}
bool store_lock_within(struct store *s, int wait, struct err *err)
{
	if (s->flags & STORE_MEMORY || s->lock_fd >= 0)
		return true;
	const char *path = lock_path(s);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot open %s", path);
	if (!take(s, fd, wait, err)) {
		close(fd);
		return false;
	}
	s->lock_fd = fd;
	return true;
}

bool store_lock(struct store *s, struct err *err)
{
	return store_lock_within(s, LOCK_WAIT, err);
}

/* Closing lets go; the file stays, because unlinking it would give two
 * processes a lock each. */
void store_unlock(struct store *s)
{
	if (s->lock_fd >= 0)
		close(s->lock_fd);
	s->lock_fd = -1;
}

/* ---- notes ---- */

bool store_note(struct store *s, const char *text, struct err *err)
{
	size_t n = text ? strlen(text) : 0;
	if (s->lock_fd < 0)
		return true;
	if ((n && pwrite(s->lock_fd, text, n, 0) != (ssize_t)n) ||
	    ftruncate(s->lock_fd, (off_t)n) != 0)
		return err_errno(err, ERR_IO, "cannot write the lock file of %s", s->path);
	return true;
}

bool store_read_note(struct store *s, struct arena *a, const char **text, struct err *err)
{
	struct stat st;
	*text = NULL;
	if (s->lock_fd < 0)
		return true;
	if (fstat(s->lock_fd, &st) != 0)
		return err_errno(err, ERR_IO, "cannot read the lock file of %s", s->path);
	if (st.st_size <= 0 || st.st_size > NOTE_MAX)
		return true;
	char *out = arena_alloc(a, (size_t)st.st_size + 1);
	ssize_t n = pread(s->lock_fd, out, (size_t)st.st_size, 0);
	if (n < 0)
		return err_errno(err, ERR_IO, "cannot read the lock file of %s", s->path);
	out[n] = '\0';
	*text = out;
	return true;
}

bool store_is_left(struct store *s)
{
	struct stat st;
	if (s->flags & STORE_MEMORY)
		return false;
	if (stat(lock_path(s), &st) == 0 && st.st_size > 0)
		return true;
	return access(arena_printf(&s->scratch, "%s-journal", s->path), F_OK) == 0;
}
