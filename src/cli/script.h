/* script: the commands that verify a plan, as they would be run, and their digest */
#ifndef CLI_SCRIPT_H
#define CLI_SCRIPT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/sha256.h"
#include "phaseline.h"

struct script_command {
	const struct phl_verification *said;
	const char *text; /* what the shell is given: the command, behind those of its
			     fence that a shell remembers ("cd", "export") */
};

/* Everything a person says yes to: this text, and nothing read later, is run. */
struct script {
	const struct phl_plan *plan;
	PHL_LIST(struct script_command) commands;
	char digest[SHA256_HEX + 1];
};

void script_make(struct arena *a, const struct phl_plan *plan, struct script *out);

/* The same of the commands in its rollback steps; what is said to come of each is that
 * it succeeds. */
void script_make_undoing(struct arena *a, const struct phl_plan *plan, struct script *out);

/* Tells whether it is the same, where the digest, which people trust, is not to lie. */
void script_hash(const struct script *s, uint64_t out[2]);

/* Appends commands for people to read, each with its place, its shell and every
 * line: what does not show is made visible and pointed out, nothing is left out.
 * `task` is a position, 0 for all. */
void script_reveal(struct buf *out, const struct script *s, int task);

/* One of them so. */
void script_reveal_command(struct buf *out, const struct script *s,
			   const struct script_command *c);

/* Is it of this task (a position), or are all meant (0)? */
static inline bool script_of_task(const struct script_command *c, int task)
{
	return !task || c->said->task == task - 1;
}

#endif
