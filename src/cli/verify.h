/* verify: runs the commands of plans, shows what they do, and keeps what came of it */
#ifndef CLI_VERIFY_H
#define CLI_VERIFY_H

#include "cli/limits.h"
#include "cli/verified.h"

struct verify_how {
	struct limits limits;
	bool silent; /* show nothing */
	/* may this one run?  NULL: all may */
	bool (*may)(const struct script *s, const struct script_command *command, void *ctx);
	void *ctx;
};

/* Fails when one of them is not trusted. */
bool verify_trusted(struct cli *c, const struct verified *v, size_t n, struct err *err);

/* Runs them one after the other, with the store closed, and records each plan's
 * result.  Fails, with nothing run, when one of them is not trusted; that something
 * failed is no error. */
bool verify_run(struct cli *c, struct verified *v, size_t n, const struct verify_how *how,
		struct err *err);

/* For verify.c: writes the results into the journal. */
bool verify_record(struct cli *c, const struct verified *v, size_t n, struct err *err);

/* The plan as it is after the run: known by its path. */
bool verify_find_plan(struct cli *c, const struct verified *v, struct plan_row *out,
		      struct err *err);

/* How many commands ended so, of a task (a position) or of all (0); how many did not run;
 * and what they come to together: false where none did. */
size_t verify_count(const struct verified *v, int task, enum verdict verdict);
size_t verify_left_out(const struct verified *v);
bool verify_verdict(const struct verified *v, int task, enum verdict *out);

#endif
