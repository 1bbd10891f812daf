/* refs_history: `refs --history` */
#ifndef CLI_REFS_HISTORY_H
#define CLI_REFS_HISTORY_H

#include "cli/cli.h"
#include "project/refcheck.h"

struct history_options {
	const char *since;
	bool plot, json;
};

/* Shows how many references stood after each commit up to how->rev, or up to now. */
bool refs_history(struct cli *c, const struct history_options *o,
		  const struct refcheck_options *how, struct err *err);

#endif
