/* sandbox: what holds commands of plans to their project
 *
 * They can write in the project, in a directory of their own, and nowhere else; and
 * they reach no network.  It catches mistakes: whoever means harm has other ways, and
 * is kept out by nothing but the person who does not trust the text. */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

enum sandbox_mode { SANDBOX_OFF, SANDBOX_AUTO, SANDBOX_REQUIRE };

/* What it can hold; not every system has both. */
enum sandbox_part { SANDBOX_FILES = 1, SANDBOX_NETWORK = 2, SANDBOX_ALL = 3 };

struct sandbox {
	unsigned parts;    /* that it holds; 0: none */
	unsigned missing;  /* that were wanted, and cannot be had */
	const char *temp;  /* to write into, removed at the end */
	int rules;         /* about files, a descriptor, or -1 */
	char users[32], groups[32]; /* as who they are in a namespace of their own */
};

/* Prepares it for commands that run in `project`, a descriptor, and finds out what can
 * be had.  Fails, unless that is everything, where it is required. */
bool sandbox_open(struct sandbox *out, enum sandbox_mode mode, int project, struct arena *a,
		  struct err *err);
void sandbox_close(struct sandbox *s);

/* In a child of fork(2), only what is safe in a signal handler: goes into it, for good.
 * Gives the parts that hold. */
unsigned sandbox_enter(const struct sandbox *s);

/* "files", "network", "files, network": of at least one part. */
const char *sandbox_names(unsigned parts);

/* What is missing, and why, for people. */
const char *sandbox_excuse(unsigned parts);

#endif
