/* proof: what came of the commands that verify a plan, and the code it was about */
#ifndef MODEL_PROOF_H
#define MODEL_PROOF_H

#include <stdint.h>

#include "base/json.h"
#include "model/expect.h"

/* A file that the plan names, as it was when the commands ran. */
struct proof_file {
	const char *path; /* from the root of the project */
	int64_t size;     /* -1: it was not there */
	int64_t mtime_ns; /* 0: proves nothing */
	uint64_t hash[2]; /* XXH3-128 of its content */
};
typedef PHL_LIST(struct proof_file) proof_files;

/* The last result of a plan, or of a task with commands of its own. */
struct proof {
	int64_t plan; /* its row */
	int task;     /* seq, 0 for the plan itself */
	enum verdict verdict;
	int64_t at;         /* seconds since the epoch */
	const char *commit; /* that was checked out, or NULL */
	uint64_t commands[2]; /* XXH3-128 of their digest */
	proof_files files;
	bool stale;          /* where that was asked for */
	const char *changed; /* the file that makes it so; NULL: the commands do */
};
typedef PHL_LIST(struct proof) proof_list; /* by plan, then task */

/* That of a plan: a task that failed alone, later, counts for it, too.  NULL where
 * there is none. */
const struct proof *proof_of_plan(const proof_list *all, int64_t plan);

/* That of a task, by its seq, or NULL. */
const struct proof *proof_of_task(const proof_list *all, int64_t plan, int seq);

/* "verified", "failed", "unjudged"; "stale" where the code is another now. */
const char *proof_word(const struct proof *p);

/* The object of phaseline-json(5), or null. */
void proof_json(struct json *j, const struct proof *p);

#endif
