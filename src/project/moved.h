/* moved: where a plan file is now that is not where it was */
#ifndef PROJECT_MOVED_H
#define PROJECT_MOVED_H

#include "project/project.h"

/* The path of the one plan file that the store does not know yet and that has one of
 * these two texts; NULL where there is none, or more than one. */
const char *moved_to(struct project *p, struct arena *a, const uint64_t before[2],
		     const uint64_t after[2]);

#endif
