#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool read_all(int fd, const char *name, size_t limit, size_t expected,
		     struct buf *out, struct err *err)
{
	size_t start = out->n, want = expected + 1;

	for (;;) {
		char *at = buf_room(out, want);
		ssize_t n = read(fd, at, want);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_errno(err, ERR_IO, "cannot read %s", name);
		at[n] = '\0';
		if (n == 0)
			return true;
		out->n += (size_t)n;
		if (out->n - start > limit)
			return err_set(err, ERR_IO,
				       "%s is too large (limit %zu bytes)", name,
				       limit);
		want = (size_t)n < want ? want - (size_t)n : (size_t)64 * 1024;
	}
}

bool file_read(int dir, const char *name, size_t limit, struct buf *out,
	       struct stat *st, struct err *err)
{
	struct stat own;
	bool ok;
	/* O_NONBLOCK: a FIFO by that name must not hang us. */
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot read %s", name);
	if (!st)
		st = &own;
	if (fstat(fd, st) < 0)
		ok = err_errno(err, ERR_IO, "cannot read %s", name);
	else if (S_ISDIR(st->st_mode))
		ok = err_set(err, ERR_IO, "%s is a directory, not a file", name);
	else if (!S_ISREG(st->st_mode))
		ok = err_set(err, ERR_IO, "%s is not a regular file", name);
	else if ((uintmax_t)st->st_size > limit)
		ok = err_set(err, ERR_IO, "%s is too large (%jd bytes, limit %zu)",
			     name, (intmax_t)st->st_size, limit);
	else
		ok = read_all(fd, name, limit, (size_t)st->st_size, out, err);
	close(fd);
	return ok;
}

ssize_t file_read_start(int fd, void *bytes, size_t n)
{
	size_t at = 0;

	while (at < n) {
		ssize_t got = pread(fd, (char *)bytes + at, n - at, (off_t)at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		at += (size_t)got;
	}
	return (ssize_t)at;
}

bool file_write_all(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;

	while (n) {
		ssize_t done = write(fd, p, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

bool file_sync_directory(const char *path)
{
	char copy[PATH_MAX];
	int fd;
	bool ok;

	snprintf(copy, sizeof copy, "%s", path);
	fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return false;
	/* Some file systems cannot sync a directory; nothing to be done then. */
	ok = fsync(fd) == 0 || errno == EINVAL || errno == EROFS;
	close(fd);
	return ok;
}

/* A new file beside `path`; its name goes to temp[PATH_MAX]. */
static int open_beside(const char *path, char temp[PATH_MAX])
{
	for (unsigned i = 0; i < 100; i++) {
		int fd, n = snprintf(temp, PATH_MAX, "%s.%ld-%u.tmp", path,
				     (long)getpid(), i);

		if (n >= PATH_MAX) {
			errno = ENAMETOOLONG;
			return -1;
		}
		fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			  0666);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

/* As the file that is replaced: mode, and owner where we may. */
static bool like(int fd, const struct stat *st)
{
	if (fchown(fd, st->st_uid, st->st_gid) < 0 && errno != EPERM)
		return false;
	return fchmod(fd, st->st_mode & 07777) == 0;
}

static bool replace_regular(const char *path, const struct stat *old,
			    const void *bytes, size_t n)
{
	char temp[PATH_MAX];
	int fd = open_beside(path, temp);
	bool ok;
	int code;

	if (fd < 0)
		return false;
	ok = (!old || like(fd, old)) && file_write_all(fd, bytes, n) &&
	     fsync(fd) == 0;
	code = errno;
	if (close(fd) < 0 && ok) {
		ok = false;
		code = errno;
	}
	if (ok && rename(temp, path) < 0) {
		ok = false;
		code = errno;
	}
	if (!ok) {
		unlink(temp);
		errno = code;
		return false;
	}
	return file_sync_directory(path);
}

/* A device or a pipe cannot be replaced, only written to. */
static bool write_special(const char *path, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool ok;

	if (fd < 0)
		return false;
	ok = file_write_all(fd, bytes, n);
	return close(fd) == 0 && ok;
}

/* A link that leads nowhere is not for us to break. */
static bool is_new(const char *path)
{
	struct stat st;

	return errno == ENOENT && lstat(path, &st) < 0 && errno == ENOENT;
}

bool file_replace(const char *path, const void *bytes, size_t n, struct err *err)
{
	char real[PATH_MAX];
	struct stat st;
	bool ok;

	if (stat(path, &st) < 0)
		ok = is_new(path) && replace_regular(path, NULL, bytes, n);
	else if (!S_ISREG(st.st_mode))
		ok = write_special(path, bytes, n);
	else if (!realpath(path, real) || access(real, W_OK) < 0)
		ok = false;
	else
		ok = replace_regular(real, &st, bytes, n);
	return ok || err_errno(err, ERR_IO, "cannot write %s", path);
}
