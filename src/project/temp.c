#include "project/temp.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "tree/beneath.h"

#define TEMP_END ".phaseline-tmp"
#define OWN_DIR ".phaseline"

/* ---- names ---- */

const char *temp_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

bool temp_is(const char *path)
{
	size_t n = strlen(path), end = strlen(TEMP_END);
	return *temp_base(path) == '.' && n > end && strcmp(path + n - end, TEMP_END) == 0;
}

static bool dir_of(const char *path, char dir[4096])
{
	size_t n = (size_t)(temp_base(path) - path);
	if (n >= 4096) {
		errno = ENAMETOOLONG;
		return false;
	}
	memcpy(dir, n ? path : ".", n ? n - 1 : 1);
	dir[n ? n - 1 : 1] = '\0';
	return true;
}

int temp_open_dir(int root, const char *path)
{
	char dir[4096];
	return dir_of(path, dir) ? beneath_open(root, dir, O_RDONLY | O_DIRECTORY) : -1;
}

static bool mount_of(int fd, struct statx *st)
{
	unsigned want = STATX_TYPE | STATX_MNT_ID;
	return fd >= 0 && statx(fd, "", AT_EMPTY_PATH, want, st) == 0 &&
	       (st->stx_mask & STATX_MNT_ID);
}

/* A file that is gone at this moment (some editors delete before they write) is
 * nothing that was denied; whether it stays away shows at the exchange. */
bool temp_may_replace(int root, const char *path)
{
	char dir[4096];
	if (!dir_of(path, dir))
		return false;
	return (faccessat(root, dir, W_OK | X_OK, AT_EACCESS) == 0 &&
		faccessat(root, path, W_OK, AT_EACCESS) == 0) ||
	       errno == ENOENT;
}

/* A file moves between two directories of one mount only. */
static bool can_move(int root, const char *path)
{
	struct statx from, to;
	int own = beneath_open(root, OWN_DIR, O_RDONLY | O_DIRECTORY);
	int dir = own < 0 ? -1 : temp_open_dir(root, path);
	bool can = mount_of(own, &from) && mount_of(dir, &to) &&
		   from.stx_mnt_id == to.stx_mnt_id &&
		   from.stx_dev_major == to.stx_dev_major &&
		   from.stx_dev_minor == to.stx_dev_minor &&
		   faccessat(root, OWN_DIR, W_OK | X_OK, AT_EACCESS) == 0;
	if (own >= 0)
		close(own);
	if (dir >= 0)
		close(dir);
	return can;
}

static const char *name_in(struct arena *a, const char *dir, size_t n, const char *path)
{
	static unsigned count;
	return arena_printf(a, "%.*s.%s.%ld-%u" TEMP_END, (int)n, dir, temp_base(path),
			    (long)getpid(), count++);
}

const char *temp_beside(struct arena *a, const char *path)
{
	return name_in(a, path, (size_t)(temp_base(path) - path), path);
}

const char *temp_name(struct arena *a, int root, const char *path)
{
	if (can_move(root, path))
		return name_in(a, OWN_DIR "/", strlen(OWN_DIR "/"), path);
	return temp_beside(a, path);
}

/* ---- content ---- */

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
	if (fstat(fd, &st) < 0)
		return false;
	tree_stat(&st, stat);
	return true;
}

static void drop_at(int dir, int fd, const char *temp)
{
	int saved = errno;
	unlinkat(dir, temp_base(temp), 0);
	close(fd);
	errno = saved;
}

int temp_write(int root, const char *temp, const char *path, const struct stat *like,
	       const void *bytes, size_t n, struct tree_file *stat)
{
	int dir = temp_open_dir(root, temp), fd = -1;
	if (dir < 0)
		return -1;
	fd = openat(dir, temp_base(temp),
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0) {
		copy_xattrs(root, path, fd);
		if (!fill(fd, like, bytes, n, stat)) {
			drop_at(dir, fd, temp);
			fd = -1;
		}
	}
	int saved = errno;
	close(dir);
	errno = saved;
	return fd;
}

bool temp_sync(int fd)
{
	return fsync(fd) == 0;
}

void temp_drop(int root, const char *temp)
{
	int dir = temp_open_dir(root, temp);
	if (dir < 0)
		return;
	unlinkat(dir, temp_base(temp), 0);
	close(dir);
}
