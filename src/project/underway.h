/* underway: the new texts that a command is at work on, told to whoever comes after
 * it; kept in the lock file, which outlives a process, though perhaps no power cut */
#ifndef PROJECT_UNDERWAY_H
#define PROJECT_UNDERWAY_H

#include "base/arena.h"
#include "store/store.h"

enum underway_state {
	UNDERWAY_NEW = 'n',   /* being written: may go, unless an intent names it */
	UNDERWAY_READY = 'r', /* exchanged perhaps: it may be what somebody saved */
};

struct underway {
	const char *temp; /* from the root */
	char state;
	uint64_t from[2], to[2]; /* hashes of the file, before and after */
};
typedef PHL_LIST(struct underway) underway_list;

/* The entry of a temp, NULL where there is none. */
struct underway *underway_find(const underway_list *list, const char *temp);

/* *list is empty when the last command came to its end. */
bool underway_read(struct store *s, struct arena *a, underway_list *list, struct err *err);
bool underway_write(struct store *s, const underway_list *list, struct err *err);

#endif
