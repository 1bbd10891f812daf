#include "project/stable.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "tree/beneath.h"

#define WAIT_MS 30
#define WAITS 33 /* a second */
#define GONE_MS 5
#define GONE_WAITS 40
#define LOOK_MS 2
#define WRITER_MS 200 /* as long as a save may take; others just keep it open */

/* O_NONBLOCK: a FIFO by that name must not hang us. */
static int open_file(int root, const char *path)
{
	return beneath_open(root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
}

int stable_ahead(int root, const char *path)
{
	int fd = open_file(root, path);

	if (fd >= 0)
		posix_fadvise(fd, 0, 0, POSIX_FADV_WILLNEED);
	return fd;
}

static bool read_bytes(int fd, size_t expected, struct buf *out)
{
	size_t want = expected + 1;

	while (out->n < (size_t)LIMIT_STABLE) {
		char *at = buf_room(out, want);
		ssize_t n = read(fd, at, want);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		at[n] = '\0';
		out->n += (size_t)n;
		if (n == 0 || ((size_t)n < want && out->n == expected))
			return true; /* as long as it was said to be: no need to ask for more */
		want = (size_t)n < want ? want - (size_t)n : 4096;
	}
	return true;
}

static void wait_ms(long ms)
{
	struct timespec pause = { .tv_nsec = ms * 1000000 };

	nanosleep(&pause, NULL);
}

/* It shows in nothing but this: while somebody has a file open for writing, nobody gets
 * a read lease on it.  Whoever opens it while we have one sends a signal, which by
 * itself would end us. */
void stable_wait(int fd, int most)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, had;

	sigaction(SIGIO, &ignore, &had);
	for (int ms = 0; ms < most; ms += LOOK_MS) {
		if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
			fcntl(fd, F_SETLEASE, F_UNLCK);
			break;
		}
		if (errno != EAGAIN && errno != EINTR) /* not here, or not for us */
			break;
		wait_ms(LOOK_MS);
	}
	sigaction(SIGIO, &had, NULL);
}

static bool same(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* *moved: it was being written.  Between two pages of one write a file looks as if it
 * were whole: only who writes knows. */
static bool read_once(int fd, int64_t had, struct buf *out, struct stat *st, bool *moved)
{
	struct stat after;
	size_t expected;

	buf_clear(out);
	*moved = false;
	if (fstat(fd, st) != 0)
		return false;
	if (!S_ISREG(st->st_mode)) {
		errno = S_ISDIR(st->st_mode) ? EISDIR : EINVAL;
		return false;
	}
	expected = st->st_size < (off_t)LIMIT_STABLE ? (size_t)st->st_size : (size_t)LIMIT_STABLE;
	if (!read_bytes(fd, expected, out))
		return false;
	if (had > 0)
		stable_wait(fd, WRITER_MS);
	if (fstat(fd, &after) != 0)
		return false;
	*moved = !same(st, &after);
	return true;
}

/* Opens it; a file that is written anew may be deleted first. */
static int open_again(int root, const char *path, int64_t had)
{
	int fd = open_file(root, path);

	for (int i = 0; fd < 0 && errno == ENOENT && had > 0 && i < GONE_WAITS; i++) {
		wait_ms(GONE_MS);
		fd = open_file(root, path);
	}
	return fd;
}

bool stable_read(int root, const char *path, int fd, int64_t had, struct buf *out,
		 struct stat *st)
{
	for (int i = 0;; i++) {
		bool ok, moved;
		int saved;

		if (fd < 0)
			fd = open_again(root, path, had);
		if (fd < 0)
			return false;
		ok = read_once(fd, had, out, st, &moved);
		saved = errno;
		close(fd);
		fd = -1;
		errno = saved;
		if (!ok)
			return false;
		if (i == WAITS || (!moved && (out->n > 0 || had <= 0)))
			return true;
		wait_ms(WAIT_MS);
	}
}

bool stable_look(int root, const char *path, struct buf *out, struct stat *st)
{
	int fd = open_file(root, path);
	bool moved, ok = fd >= 0 && read_once(fd, 0, out, st, &moved) && !moved;

	if (fd >= 0)
		close(fd);
	return ok;
}
