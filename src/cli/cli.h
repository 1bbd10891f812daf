/* cli: what every command has at hand */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/arena.h"
#include "base/err.h"
#include "cli/options.h"
#include "project/project.h"
#include "render/doc.h"

/* The options that stand before any command. */
struct globals {
	const char *dir, *store, *color;
	bool no_sync, quiet, verbose, pager, help, version;
};
extern const struct opt globals_options[];

struct cli {
	struct globals globals;
	struct arena arena;  /* lives as long as the command */
	struct style style;  /* of standard output */
	struct buf out;      /* what is still to be written there */
	struct err unwritten; /* what was to be written before could not be */
	struct project *project;
	struct sync_stats sync;
};

#endif
