/* subtree: processes that a command started, and those that they started */
#ifndef CLI_SUBTREE_H
#define CLI_SUBTREE_H

#include <stdbool.h>
#include <sys/types.h>

/* A child that leads a group of its own, and how it ended once that is known. */
struct leader {
	pid_t pid;
	bool ended;
	int status; /* as of waitpid(2) */
};

/* From now on whoever loses its parent becomes a child of this process. */
void subtree_adopt(void);

/* Asks every process below this one to end, waits for a while, then ends those that
 * did not; none is left. */
void subtree_end(struct leader *leader);

#endif
