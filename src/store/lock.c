/* lock: one writer at a time, in the order they came */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LOCK_WAIT 10000 /* milliseconds; longer than any sync but a first one */

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

/* 5 to 50 ms, different for each process. */
static void pause_a_little(void)
{
	static unsigned step;
	unsigned n = ((unsigned)getpid() + ++step) * 2654435761u;
	struct timespec t = { .tv_nsec = 5000000 + (long)(n >> 16) % 45000000 };
	nanosleep(&t, NULL);
}

static bool take(struct store *s, int fd, int64_t deadline, struct err *err)
{
	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return err_errno(err, ERR_IO, "cannot lock %s", s->path);
		if (milliseconds() >= deadline)
			return err_set(err, ERR_BUSY,
				       "%s is busy: another phaseline is at work; "
				       "nothing changed, try again",
				       s->path);
		pause_a_little();
	}
	return true;
}

bool store_lock_within(struct store *s, int wait, struct err *err)
{
	if (s->flags & STORE_MEMORY || s->lock_fd >= 0)
		return true;
	const char *path = lock_path(s);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot open %s", path);
	if (!take(s, fd, milliseconds() + wait, err)) {
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

bool store_has_note(struct store *s)
{
	struct stat st;
	return !(s->flags & STORE_MEMORY) && stat(lock_path(s), &st) == 0 && st.st_size > 0;
}
