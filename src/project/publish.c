#include "project/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "project/stable.h"
#include "tree/beneath.h"

#define TEMP_END ".phaseline-tmp"

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

const char *publish_temp_name(struct arena *a, const char *path)
{
	static unsigned count;
	const char *base = base_name(path);
	return arena_printf(a, "%.*s.%s.%ld-%u" TEMP_END, (int)(base - path), path, base,
			    (long)getpid(), count++);
}

bool publish_is_temp(const char *path)
{
	size_t n = strlen(path), end = strlen(TEMP_END);
	return *base_name(path) == '.' && n > end && strcmp(path + n - end, TEMP_END) == 0;
}

/* The directory of a path, to be synced and renamed in. */
static int open_dir(int root, const char *path)
{
	char dir[4096];
	size_t n = (size_t)(base_name(path) - path);
	if (n >= sizeof dir) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(dir, n ? path : ".", n ? n - 1 : 1);
	dir[n ? n - 1 : 1] = '\0';
	return beneath_open(root, dir, O_RDONLY | O_DIRECTORY);
}

/* ---- the new text ---- */

/* What can be copied of what people attach to files; no plan depends on it. */
static void copy_xattrs(int root, const char *path, int to)
{
	char names[1024], value[4096];
	int from = beneath_open(root, path, O_RDONLY | O_NONBLOCK);
	ssize_t n = from < 0 ? -1 : flistxattr(from, names, sizeof names);
	for (ssize_t i = 0; i < n; i += (ssize_t)strlen(names + i) + 1) {
		ssize_t len = fgetxattr(from, names + i, value, sizeof value);
		if (len >= 0)
			fsetxattr(to, names + i, value, (size_t)len, 0);
	}
	if (from >= 0)
		close(from);
}

/* Files are stamped with the time of the last clock tick; one between two ticks
 * tells this version from any that is written later. */
static void stamp_exactly(int fd)
{
	struct timespec times[2] = { { .tv_nsec = UTIME_OMIT } };
	clock_gettime(CLOCK_REALTIME, &times[1]);
	futimens(fd, times);
}

static bool fill(int fd, const struct stat *like, const void *bytes, size_t n,
		 struct tree_file *stat)
{
	struct stat st;
	if (fchown(fd, like->st_uid, like->st_gid) < 0 && errno != EPERM)
		return false;
	if (fchmod(fd, like->st_mode & 07777) < 0 || !file_write_all(fd, bytes, n))
		return false;
	stamp_exactly(fd);
	if (fsync(fd) < 0 || fstat(fd, &st) < 0)
		return false;
	tree_stat(&st, stat);
	return true;
}

static const char *path_of(const char *temp, char path[4096])
{
	/* .NAME.PID-N.phaseline-tmp */
	size_t dir = (size_t)(base_name(temp) - temp), n = strlen(temp) - strlen(TEMP_END);
	while (n > dir && temp[n - 1] != '.')
		n--;
	n -= n > dir;
	snprintf(path, 4096, "%.*s%.*s", (int)dir, temp, (int)(n - dir - 1), temp + dir + 1);
	return path;
}

bool publish_prepare(int root, const char *temp, const struct stat *like,
		     const void *bytes, size_t n, struct tree_file *stat, struct err *err)
{
	char path[4096];
	int dir = open_dir(root, temp), fd = -1, saved;
	bool ok = false;
	if (dir >= 0)
		fd = openat(dir, base_name(temp),
			    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0) {
		copy_xattrs(root, path_of(temp, path), fd);
		ok = fill(fd, like, bytes, n, stat);
		saved = errno;
		if (close(fd) < 0 && ok) {
			saved = errno;
			ok = false;
		}
		if (!ok)
			unlinkat(dir, base_name(temp), 0);
		errno = saved;
	}
	if (!ok)
		err_errno(err, ERR_IO, "cannot write %s; nothing changed",
			  path_of(temp, path));
	if (dir >= 0)
		close(dir);
	return ok;
}

void publish_drop(int root, const char *temp)
{
	int dir = open_dir(root, temp);
	if (dir < 0)
		return;
	unlinkat(dir, base_name(temp), 0);
	close(dir);
}

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

static bool has_hash(int root, const char *path, const uint64_t hash[2])
{
	uint64_t now[2];
	return publish_hash(root, path, now) && now[0] == hash[0] && now[1] == hash[1];
}

/* ---- exchange ---- */

struct place {
	int root, dir;
	const char *path, *temp; /* from the root */
	const char *rescue;
	struct arena *a;
	const char **rescued;
};

static bool swap(const struct place *p, unsigned flags)
{
	return renameat2(p->dir, base_name(p->temp), p->dir, base_name(p->path), flags) == 0;
}

/* Somebody's version that fits nowhere is theirs to look at. */
static void rescue(const struct place *p)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	const char *to = arena_printf(p->a, "%s/%s.%lld%09ld", p->rescue, base_name(p->path),
				      (long long)now.tv_sec, now.tv_nsec);
	mkdir(p->rescue, 0700);
	if (renameat(p->dir, base_name(p->temp), AT_FDCWD, to) == 0)
		*p->rescued = to;
	else /* on another file system */
		*p->rescued = p->temp;
}

static void drop_temp(const struct place *p)
{
	unlinkat(p->dir, base_name(p->temp), 0);
}

/* Exchanges again; true when something came out.  Where the file was deleted
 * meanwhile the temp takes its place, and nothing comes out. */
static bool swap_back(const struct place *p)
{
	for (int i = 0; i < 10; i++) {
		if (swap(p, RENAME_EXCHANGE))
			return true;
		if (errno != ENOENT || swap(p, RENAME_NOREPLACE))
			return false;
	}
	return false;
}

/* What came out was not what we knew: it goes back, ours comes out.  When that is
 * not ours any more either, somebody saved on top of it: that one stays. */
static enum published give_back(const struct place *p, const uint64_t to[2])
{
	if (!swap_back(p))
		return PUBLISH_MOVED;
	if (has_hash(p->root, p->temp, to))
		drop_temp(p);
	else if (swap_back(p))
		rescue(p);
	return PUBLISH_MOVED;
}

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* The displaced file was ours to drop a moment ago.  An editor that had it open may
 * have written since; or put a file of its own on top of ours. */
static enum published finish(const struct place *p, const struct stat *ours,
			     const uint64_t from[2], const uint64_t to[2])
{
	struct stat before, after, now;
	if (fstatat(p->dir, base_name(p->temp), &before, AT_SYMLINK_NOFOLLOW) < 0)
		return PUBLISHED;
	if (!has_hash(p->root, p->temp, from))
		return give_back(p, to);
	fsync(p->dir);
	if (fstatat(p->dir, base_name(p->temp), &after, AT_SYMLINK_NOFOLLOW) == 0 &&
	    !same_file(&before, &after))
		return give_back(p, to);
	drop_temp(p);
	bool there = fstatat(p->dir, base_name(p->path), &now, AT_SYMLINK_NOFOLLOW) == 0;
	return there && now.st_ino == ours->st_ino && same_file(&now, ours) ? PUBLISHED :
									      PUBLISH_MOVED;
}

static enum published exchange(const struct place *p, const uint64_t from[2],
			       const uint64_t to[2], struct err *err)
{
	struct stat ours;
	if (!has_hash(p->root, p->path, from)) {
		drop_temp(p);
		return PUBLISH_MOVED;
	}
	if (fstatat(p->dir, base_name(p->temp), &ours, AT_SYMLINK_NOFOLLOW) < 0) {
		err_errno(err, ERR_IO, "recorded, but %s cannot be written", p->path);
		return PUBLISH_FAILED;
	}
	if (swap(p, RENAME_EXCHANGE))
		return finish(p, &ours, from, to);
	/* some file systems cannot exchange */
	if ((errno == EINVAL || errno == ENOSYS) && swap(p, 0)) {
		fsync(p->dir);
		return PUBLISHED;
	}
	if (errno == ENOENT) { /* deleted meanwhile */
		drop_temp(p);
		return PUBLISH_MOVED;
	}
	err_errno(err, ERR_IO, "recorded, but %s cannot be written", p->path);
	return PUBLISH_FAILED;
}

enum published publish(int root, const char *path, const char *temp,
		       const uint64_t from[2], const uint64_t to[2], const char *rescue_dir,
		       struct arena *a, const char **rescued, struct err *err)
{
	struct place p = { root, open_dir(root, path), path, temp, rescue_dir, a, rescued };
	enum published out = PUBLISH_FAILED;
	*rescued = NULL;
	if (p.dir < 0) {
		err_errno(err, ERR_IO, "recorded, but %s cannot be written", path);
		return out;
	}
	out = exchange(&p, from, to, err);
	close(p.dir);
	return out;
}

bool publish_clean(int root, const char *temp, const uint64_t from[2],
		   const uint64_t to[2], const char *rescue_dir, struct arena *a,
		   const char **rescued, struct err *err)
{
	char path[4096];
	struct place p = { root, open_dir(root, temp), path_of(temp, path), temp, rescue_dir,
			   a, rescued };
	uint64_t now[2];
	*rescued = NULL;
	if (p.dir < 0)
		return errno == ENOENT ||
		       err_errno(err, ERR_IO, "cannot open the directory of %s", temp);
	if (publish_hash(root, temp, now)) {
		if (memcmp(now, from, sizeof now) == 0 || memcmp(now, to, sizeof now) == 0)
			drop_temp(&p);
		else
			rescue(&p);
	}
	close(p.dir);
	return true;
}
