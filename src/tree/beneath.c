#include "tree/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PATH_LEN_MAX 4096

static bool is_up(const char *s, size_t n)
{
	return n == 2 && s[0] == '.' && s[1] == '.';
}

static int step(int dir, const char *name, size_t n, int flags, bool make)
{
	char part[256];

	if (n >= sizeof part) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(part, name, n);
	part[n] = '\0';
	if (make && mkdirat(dir, part, 0777) != 0 && errno != EEXIST)
		return -1;
	return openat(dir, part, flags | O_NOFOLLOW | O_CLOEXEC, 0666);
}

/* Each directory on the way is opened by itself, and made where it is missing, if that is
 * wanted. */
static int open_by_component(int root, const char *path, int flags, bool make)
{
	int dir = dup(root);

	while (dir >= 0) {
		size_t n = strcspn(path, "/");
		const char *rest = path + n + strspn(path + n, "/");
		int next, saved;

		if (is_up(path, n)) {
			errno = EXDEV;
			next = -1;
		} else {
			next = step(dir, path, n, *rest ? O_PATH | O_DIRECTORY : flags,
				    make && *rest);
		}
		saved = errno;
		close(dir);
		errno = saved;
		if (next < 0 || !*rest)
			return next;
		dir = next;
		path = rest;
	}
	return -1;
}

int beneath_open(int root, const char *path, int flags)
{
	static bool missing; /* openat2 is not there, or a sandbox forbids it */
	struct open_how how = {
		.flags = (unsigned)(flags | O_CLOEXEC | O_NOFOLLOW),
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
	};
	long fd;

	if (*path == '/') {
		errno = EXDEV;
		return -1;
	}
	if (!*path || strlen(path) > PATH_LEN_MAX) {
		errno = *path ? ENAMETOOLONG : ENOENT;
		return -1;
	}
	if (!strchr(path, '/') && !is_up(path, strlen(path)))
		return openat(root, path, flags | O_NOFOLLOW | O_CLOEXEC);
	while (!missing) {
		fd = syscall(SYS_openat2, root, path, &how, sizeof how);
		if (fd >= 0)
			return (int)fd;
		if (errno != ENOSYS && errno != EPERM && errno != EINVAL && errno != E2BIG) {
			if (errno != EAGAIN) /* a rename nearby: the kernel asks again */
				return -1;
			continue;
		}
		missing = errno == ENOSYS;
		break;
	}
	return open_by_component(root, path, flags, false); /* no openat2 here */
}

int beneath_create(int root, const char *path)
{
	if (*path == '/' || !*path) {
		errno = *path ? EXDEV : ENOENT;
		return -1;
	}
	return open_by_component(root, path, O_WRONLY | O_CREAT | O_EXCL, true);
}
