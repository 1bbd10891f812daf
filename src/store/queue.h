/* queue: who waits for the lock gets it in turn
 *
 * flock(2) wakes one of those who wait, but whoever comes along before that one is on
 * its feet takes the lock.  So those who wait hold places, and who comes later looks
 * for them.  A place is a lock on a byte of the queue's file: it goes with its process,
 * however that ends. */
#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include <stdbool.h>
#include <stdint.h>

/* Does anybody wait?  Where no file system call says so, nobody does. */
bool queue_is_empty(const char *path);

/* Waits at the end of the queue until it is our turn, or the time `until` (of
 * queue_now(), in milliseconds) is over; false with EINTR then, with another errno
 * where queues do not work.  The place is ours until *fd is closed. */
bool queue_enter(const char *path, int64_t until, int *fd);

/* Waits for flock(2). */
bool queue_flock(int fd, int64_t until);

int64_t queue_now(void);

#endif
