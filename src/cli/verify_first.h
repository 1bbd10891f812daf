/* verify_first: says that work is done only where its verification passes */
#ifndef CLI_VERIFY_FIRST_H
#define CLI_VERIFY_FIRST_H

#include "cli/update.h"

/* Verifies plans and tasks that are about to be done, and shows how that goes.  Fails
 * where one of them did not pass, which is recorded as any result is. */
bool verify_first(struct cli *c, const struct update_options *o, const struct words *words,
		  struct err *err);

#endif
