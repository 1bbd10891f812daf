/* work: what git knows of the work on a plan */
#ifndef MODEL_WORK_H
#define MODEL_WORK_H

#include <stdint.h>

#include "base/json.h"
#include "phaseline.h"

/* A commit that belongs to a plan. */
struct work_commit {
	const char *id, *author, *subject;
	int64_t time;
	int task;      /* position of the task that it is of, 0 where that is not known */
	bool recorded; /* the plan or its SUMMARY names it, its message need not */
	PHL_LIST(const char *) files; /* that it touched; none of a merge */
};

/* What became of a file since the plan was committed. */
enum work_state {
	WORK_CREATED,
	WORK_CHANGED,
	WORK_RENAMED,
	WORK_UNTOUCHED,
	WORK_DELETED,
	WORK_MISSING, /* it was not there then, and is not now */
	WORK_STATES
};

/* Indexed by the enum; ends with NULL. */
extern const char *const work_state_words[WORK_STATES + 1];

struct work_file {
	const struct phl_file *file; /* of the plan */
	const char *path;            /* where it is; NULL: nowhere */
	enum work_state state;
	bool touched; /* by one of its commits */
};

struct work {
	const char *since; /* the commit that added the plan; NULL: none did */
	int64_t since_time;
	PHL_LIST(struct work_commit) commits; /* the oldest first */
	PHL_LIST(struct work_file) files;     /* as the plan lists them; none without `since` */
	PHL_LIST(const char *) unplanned;     /* that its commits touched */
};

/* Does the message of a commit say that it is about the plan with that id ("03-03")?  It
 * stands in the subject ("feat(03-03): …", "03-03/4 …", "fix(phase-3-3): …") or in a line
 * "Plan: 03-03".  *task is the number of the task that it names with it, else 0. */
bool work_mentions(const char *message, const char *id, int *task);

/* An object; null for NULL. */
void work_json(struct json *j, const struct work *work);

#endif
