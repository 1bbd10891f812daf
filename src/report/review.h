/* review: where estimates go wrong */
#ifndef REPORT_REVIEW_H
#define REPORT_REVIEW_H

#include "report/progress.h"

/* Finished plans with an estimate and a time spent, by phase, by size and by owner, and
 * one by one, the furthest off first; and what that says about the rest. */
void review_doc(struct doc *d, const struct progress *p);

#endif
