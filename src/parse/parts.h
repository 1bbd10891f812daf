/* parts: goal, verification, rollback, commits, notes */
#ifndef PARSE_PARTS_H
#define PARSE_PARTS_H

#include "parse/body.h"

void parts_read(struct reader *r, struct body *body, const int *task_of);


#endif
