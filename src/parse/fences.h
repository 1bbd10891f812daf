/* fences: where fenced text starts and ends */
#ifndef PARSE_FENCES_H
#define PARSE_FENCES_H

#include "parse/cut.h"


/* All fences after line `front_last`, in order; regions are left 0. */
void fences_find(struct reader *r, int front_last, fence_list *out);

#endif
