/* lock: one writer at a time, in the order they came */
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store/queue.h"

#define LOCK_WAIT 10000 /* milliseconds; longer than any sync but a first one */

#define NOTE_MAX (1 << 20)

/* In the directory of our own; elsewhere beside the store, by its name. */
static const char *path_of(struct store *s, const char *name)
{
	const char *slash = strrchr(s->path, '/');
	if (!slash)
		return arena_printf(&s->scratch, "%s-%s", s->path, name);
	char *dir = arena_dup(&s->scratch, s->path, (size_t)(slash - s->path));
	const char *last = strrchr(dir, '/');
	if (!strcmp(last ? last + 1 : dir, ".phaseline"))
		return arena_printf(&s->scratch, "%s/%s", dir, name);
	return arena_printf(&s->scratch, "%s-%s", s->path, name);
}

/* Whoever is served leaves the store written. */
struct progress {
	const char *path;
	struct timespec written;
};

static bool moves(void *ctx)
{
	struct progress *p = ctx;
	struct timespec was = p->written;
	struct stat st = { 0 };
	stat(p->path, &st);
	p->written = st.st_mtim;
	return was.tv_sec != st.st_mtim.tv_sec || was.tv_nsec != st.st_mtim.tv_nsec;
}

/* Who comes first takes it at once; the others, in the order they came. */
static bool take(struct store *s, int fd, int wait, struct err *err)
{
	const char *queue = path_of(s, "queue");
	struct progress progress = { .path = s->path };
	const struct queue_watch watch = { moves, &progress };
	int place = -1;
	if (queue_is_empty(queue) && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	moves(&progress);
	bool got = queue_enter(queue, wait, &watch, &place) || errno != EINTR;
	got = got && queue_flock(fd, wait);
	int saved = errno;
	if (place >= 0)
		close(place);
	errno = saved;
	if (got)
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
	const char *path = path_of(s, "lock");
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

static bool write_start(int fd, const char *text, size_t n)
{
	for (size_t at = 0; at < n;) {
		ssize_t done = pwrite(fd, text + at, n - at, (off_t)at);
		if (done < 0 && errno != EINTR)
			return false;
		at += done > 0 ? (size_t)done : 0;
	}
	return true;
}

static bool end_at(int fd, off_t n)
{
	int done;
	do
		done = ftruncate(fd, n);
	while (done != 0 && errno == EINTR);
	return done == 0;
}

bool store_note(struct store *s, const char *text, struct err *err)
{
	size_t n = text ? strlen(text) : 0;
	if (s->lock_fd < 0)
		return true;
	if (!write_start(s->lock_fd, text, n) || !end_at(s->lock_fd, (off_t)n))
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
	ssize_t n = file_read_start(s->lock_fd, out, (size_t)st.st_size);
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
	if (stat(path_of(s, "lock"), &st) == 0 && st.st_size > 0)
		return true;
	return access(arena_printf(&s->scratch, "%s-journal", s->path), F_OK) == 0;
}
