/* runs: "Run: `make check`" with "Expected: …" below it */
#ifndef PARSE_RUNS_H
#define PARSE_RUNS_H

#include "parse/body.h"

struct run {
	const char *command;
	size_t len;
	const char *expect; /* the line that says so, in `a` */
	int line;           /* of the command */
	int fence;          /* block of the fence that holds the command, -1 */
};

/* What a block says is to be run, and what is expected of it in the end: a test that has
 * to fail before the work is done is none.  False for a block that says nothing so. */
bool run_read(struct reader *r, struct body *body, int block, struct run *out);

#endif
