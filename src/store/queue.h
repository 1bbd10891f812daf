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

/* Was somebody served since this was asked last? */
struct queue_watch {
	bool (*moves)(void *ctx);
	void *ctx;
};

/* Waits at the end of the queue until it is our turn; `patience` is for how many
 * milliseconds nobody may be served.  False with EINTR then, with another errno where
 * queues do not work.  The place is ours until *fd is closed. */
bool queue_enter(const char *path, int64_t patience, const struct queue_watch *watch,
		 int *fd);

/* Waits for flock(2), that long. */
bool queue_flock(int fd, int64_t patience);

#endif
