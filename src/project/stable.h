/* stable: read files that people and editors may be writing right now */
#ifndef PROJECT_STABLE_H
#define PROJECT_STABLE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/buf.h"

/* Reads the file at `path` beneath the directory `root` into `out` (which is
 * emptied first), with its fstat.  Where the file moves while it is read, or is
 * empty though it `had` bytes before (an editor that writes in place empties it
 * first), it is read again for up to a second; where somebody is writing to a file that
 * had some, once they are through; where it is gone though it had some
 * (others delete it first), for a moment.  `fd` is a descriptor to read
 * from first, or -1; it is closed.  False with errno when it cannot be read. */
bool stable_read(int root, const char *path, int fd, int64_t had, struct buf *out,
		 struct stat *st);

/* The same, once: false, too, when it moves meanwhile. */
bool stable_look(int root, const char *path, struct buf *out, struct stat *st);

/* Waits until nobody has the file open for writing, `most` milliseconds long.  `fd` is
 * open for reading only. */
void stable_wait(int fd, int most);

/* Opens a file and asks the kernel to fetch it; -1 when that does not work. */
int stable_ahead(int root, const char *path);

#endif
