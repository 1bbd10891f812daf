/* parts: goal, verification, rollback, commits, notes */
#ifndef PARSE_PARTS_H
#define PARSE_PARTS_H

#include "parse/body.h"

/* What they are read from. */
struct parts {
	struct reader *r;
	struct body *body;
	const int *task_of; /* of each block, -1 */
};

void parts_read(struct reader *r, struct body *body, const int *task_of);

/* For parts_read(): verification alone. */
void verification_read(struct parts *p);

#endif
