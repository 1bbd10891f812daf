/* pager: standard output through a program that shows it page by page */
#ifndef CLI_PAGER_H
#define CLI_PAGER_H

#include "base/err.h"

/* From here on standard output goes to $PAGER, where it is a terminal. */
bool pager_start(struct err *err);

/* Ends it, and waits until the person has read it. */
void pager_end(void);

#endif
