#include "project/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "project/stable.h"
#include "project/temp.h"

enum {
	WATCH_MS = 50, /* longer than a program takes between reading and saving */
	WRITER_MS = 2000, /* that somebody may take who has the file open */
	LOOK_MS = 2,
};

/* ---- hashes ---- */

bool publish_hash(int root, const char *path, uint64_t hash[2])
{
	struct buf bytes = { 0 };
	struct stat st;
	bool ok = stable_read(root, path, -1, 0, &bytes, &st);
	if (ok)
		hash_bytes(bytes.s ? bytes.s : "", bytes.n, hash);
	buf_free(&bytes);
	return ok;
}

/* One that is being written is not what we know: while somebody else's version is not at
 * its place, there is no time to wait for its end. */
static bool has_hash(int root, const char *path, const uint64_t hash[2], struct stat *st)
{
	struct buf bytes = { 0 };
	uint64_t now[2];
	bool has = stable_look(root, path, &bytes, st);
	if (has) {
		hash_bytes(bytes.s ? bytes.s : "", bytes.n, now);
		has = now[0] == hash[0] && now[1] == hash[1];
	}
	buf_free(&bytes);
	return has;
}

/* ---- places ---- */

struct place {
	struct publication *p;
	int dir, temp_dir;
	const char *name, *temp_name;
};

/* Where the directory of the file is gone, so is the file: `dir` is -1 then. */
static bool open_place(struct place *at, struct publication *p)
{
	*at = (struct place){ p, -1, temp_open_dir(p->root, p->temp), temp_base(p->path),
			      temp_base(p->temp) };
	if (at->temp_dir < 0)
		return false;
	at->dir = temp_open_dir(p->root, p->path);
	return at->dir >= 0 || errno == ENOENT || errno == ENOTDIR;
}

static void close_place(struct place *at)
{
	if (at->dir >= 0)
		close(at->dir);
	if (at->temp_dir >= 0)
		close(at->temp_dir);
}

static bool swap(const struct place *at, unsigned flags)
{
	return renameat2(at->temp_dir, at->temp_name, at->dir, at->name, flags) == 0;
}

static void drop_temp(const struct place *at)
{
	unlinkat(at->temp_dir, at->temp_name, 0);
}

static bool sync_dir(int dir)
{
	/* Some file systems cannot sync a directory; nothing to be done then. */
	return fsync(dir) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
}

static bool look(int dir, const char *name, struct stat *st)
{
	return fstatat(dir, name, st, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool is_still(int dir, const char *name, const struct stat *st)
{
	struct stat now;
	return look(dir, name, &now) && same_file(&now, st);
}

/* ---- versions of others ---- */

static bool copy_away(const struct publication *p, const char *to)
{
	struct buf bytes = { 0 };
	struct stat st;
	bool ok = stable_read(p->root, p->temp, -1, 0, &bytes, &st) &&
		  file_replace(to, bytes.s ? bytes.s : "", bytes.n, NULL);
	buf_free(&bytes);
	return ok;
}

/* Somebody's version that fits nowhere is theirs to look at.  Where there is no
 * place for it, it stays where it is. */
static void rescue(const struct place *at)
{
	struct publication *p = at->p;
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	const char *to = arena_printf(p->a, "%s/%s.%lld%09ld", p->rescue, at->name,
				      (long long)now.tv_sec, now.tv_nsec);
	(void)mkdir(p->rescue, 0700); /* is it not there, the next call says so */
	p->rescued = p->temp;
	if (renameat(at->temp_dir, at->temp_name, AT_FDCWD, to) == 0) {
		p->rescued = to;
	} else if (copy_away(p, to)) {
		drop_temp(at);
		p->rescued = to;
	}
}

/* Exchanges again; true when something came out.  Where the file was deleted
 * meanwhile the temp takes its place, and nothing comes out. */
static bool swap_back(const struct place *at)
{
	for (int i = 0; i < 10; i++) {
		if (swap(at, RENAME_EXCHANGE))
			return true;
		if (errno != ENOENT)
			break;
		if (swap(at, RENAME_NOREPLACE))
			return false;
	}
	rescue(at);
	return false;
}

/* What came out was not what we knew: it goes back, ours comes out.  When that is
 * not ours any more either, somebody saved on top of it: that one stays. */
static enum published give_back(const struct place *at)
{
	struct publication *p = at->p;
	struct stat st;
	if (!swap_back(at))
		return PUBLISH_MOVED;
	if (has_hash(p->root, p->temp, p->to, &st))
		drop_temp(at);
	else if (swap_back(at))
		rescue(at);
	return PUBLISH_MOVED;
}

/* ---- exchange ---- */

/* An editor that read the file before us may save on top of ours, or write on in the
 * file that it has open.  One that is at work now does so in no time. */
static void watch(const struct place *at, const struct stat *ours,
		  const struct stat *displaced)
{
	struct timespec pause = { .tv_nsec = LOOK_MS * 1000000L };
	for (int i = 0; at->p->watch && i < WATCH_MS / LOOK_MS; i++) {
		if (!is_still(at->dir, at->name, ours) ||
		    !is_still(at->temp_dir, at->temp_name, displaced))
			return;
		nanosleep(&pause, NULL);
	}
}

/* An editor that has opened the displaced file will write to it at any moment. */
static void wait_for_writers(const struct place *at)
{
	int fd = openat(at->temp_dir, at->temp_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return;
	stable_wait(fd, WRITER_MS);
	close(fd);
}

static bool cannot_write(const struct publication *p, struct err *err)
{
	return err_errno(err, ERR_IO, "recorded, but %s cannot be written", p->path);
}

static enum published not_durable(const struct publication *p, struct err *err)
{
	err_errno(err, ERR_IO, "recorded, but %s may not have reached the disk", p->path);
	return PUBLISH_FAILED;
}

/* The displaced file is ours to drop when it is what we `knew`, and stays so. */
static enum published finish(const struct place *at, const struct stat *ours,
			     const struct stat *knew, struct err *err)
{
	struct publication *p = at->p;
	struct stat displaced, st;
	bool there = look(at->temp_dir, at->temp_name, &displaced);
	if (there && (!same_file(&displaced, knew) ||
		      !has_hash(p->root, p->temp, p->from, &st)))
		return give_back(at);
	if ((p->fd >= 0 && !temp_sync(p->fd)) || !sync_dir(at->dir))
		return not_durable(p, err);
	if (there) {
		watch(at, ours, &displaced);
		wait_for_writers(at);
		if (!is_still(at->temp_dir, at->temp_name, &displaced))
			return give_back(at);
		drop_temp(at);
	}
	return is_still(at->dir, at->name, ours) ? PUBLISHED : PUBLISH_MOVED;
}

/* Some file systems cannot exchange. */
static enum published replace(const struct place *at, struct err *err)
{
	if (!swap(at, 0)) {
		cannot_write(at->p, err);
		return PUBLISH_FAILED;
	}
	if ((at->p->fd >= 0 && !temp_sync(at->p->fd)) || !sync_dir(at->dir))
		return not_durable(at->p, err);
	return PUBLISHED;
}

static enum published exchange(const struct place *at, struct err *err)
{
	struct publication *p = at->p;
	struct stat ours, knew;
	if (!has_hash(p->root, p->path, p->from, &knew)) {
		drop_temp(at);
		return PUBLISH_MOVED;
	}
	if (!look(at->temp_dir, at->temp_name, &ours)) {
		cannot_write(p, err);
		return PUBLISH_FAILED;
	}
	if (swap(at, RENAME_EXCHANGE))
		return finish(at, &ours, &knew, err);
	if (errno == EINVAL || errno == ENOSYS)
		return replace(at, err);
	if (errno == ENOENT) { /* deleted meanwhile */
		drop_temp(at);
		return PUBLISH_MOVED;
	}
	cannot_write(p, err);
	return PUBLISH_FAILED;
}

enum published publish(struct publication *p, struct err *err)
{
	struct place at;
	enum published out = PUBLISH_FAILED;
	p->rescued = NULL;
	if (open_place(&at, p))
		out = exchange(&at, err); /* without a directory, the file has no hash */
	else
		cannot_write(p, err);
	close_place(&at);
	return out;
}

/* ---- after a crash ---- */

static bool is_known(const uint64_t hash[2], const uint64_t (*known)[2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (memcmp(hash, known[i], sizeof known[i]) == 0)
			return true;
	return false;
}

/* A power failure after an exchange may leave a file without its content. */
static bool is_hollow(const struct place *at)
{
	struct buf bytes = { 0 };
	struct stat st;
	bool hollow = stable_read(at->p->root, at->p->path, -1, 1, &bytes, &st) &&
		      (bytes.n == 0 || bytes.s[0] == '\0');
	buf_free(&bytes);
	return hollow;
}

bool publish_clean(struct publication *p, const uint64_t (*known)[2], size_t n,
		   struct err *err)
{
	struct place at;
	uint64_t now[2];
	bool ok = true;
	p->rescued = NULL;
	if (!open_place(&at, p)) {
		ok = errno == ENOENT || errno == ENOTDIR || cannot_write(p, err);
	} else if (publish_hash(p->root, p->temp, now)) {
		if (is_hollow(&at) && swap(&at, RENAME_EXCHANGE))
			publish_hash(p->root, p->temp, now);
		if (at.dir >= 0 && !sync_dir(at.dir))
			ok = not_durable(p, err) != PUBLISH_FAILED;
		else if (is_known(now, known, n))
			drop_temp(&at);
		else
			rescue(&at);
	} else if (errno != ENOENT) {
		ok = cannot_write(p, err);
	}
	close_place(&at);
	return ok;
}
