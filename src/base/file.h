/* file: read a whole file, replace one atomically */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/err.h"

/* Appends the content of `name`, relative to directory descriptor `dir`
 * (AT_FDCWD for the current one), to `out`; refuses what is not a regular file
 * or is over `limit` bytes (error kind ERR_IO).  `st`, unless NULL, is the
 * fstat of the descriptor that was read. */
bool file_read(int dir, const char *name, size_t limit, struct buf *out,
	       struct stat *st, struct err *err);

/* Replaces `path` by `bytes` atomically (temporary file in the same directory,
 * fsync, rename, fsync of the directory), keeping an existing file's mode; what is
 * not to be written is not replaced either. */
bool file_replace(const char *path, const void *bytes, size_t n, struct err *err);

/* So that `path` is still there when the power fails: syncs the directory it is in. */
bool file_sync_directory(const char *path);

/* The first n bytes, or all where there are fewer: how many; -1 with errno. */
ssize_t file_read_start(int fd, void *bytes, size_t n);

/* Writes all of it, whatever write(2) returns in between. */
bool file_write_all(int fd, const void *bytes, size_t n);

#endif
