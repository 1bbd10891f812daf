/* rehearse: runs the commands in a plan's rollback steps, one by one */
#ifndef CLI_REHEARSE_H
#define CLI_REHEARSE_H

#include "cli/update.h"

/* Asks on the terminal before each, and records what came of them; with --list shows
 * them only. */
bool rehearse(struct cli *c, const struct update_options *o, const char *name,
	      struct err *err);

#endif
