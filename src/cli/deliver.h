/* deliver: where a document goes */
#ifndef CLI_DELIVER_H
#define CLI_DELIVER_H

#include "cli/cli.h"

struct delivery {
	const struct doc *doc;
	const struct format *format;
	struct style style; /* what of it is no matter of the terminal */
};

/* To standard output. */
void deliver(struct cli *c, const struct delivery *d);

/* Into a file, which is replaced as a whole or not at all. */
bool deliver_file(struct cli *c, const struct delivery *d, const char *path,
		  struct err *err);

/* Between the markers of a markdown file, its headings below the one that is above
 * them there; the rest of the file stays. */
bool deliver_update(struct cli *c, const struct delivery *d, const char *path,
		    struct err *err);

#endif
