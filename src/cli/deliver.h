/* deliver: where a document goes, if not to standard output */
#ifndef CLI_DELIVER_H
#define CLI_DELIVER_H

#include "cli/cli.h"

/* Into a file, which is replaced as a whole or not at all. */
bool deliver_file(struct cli *c, const struct doc *doc, const struct format *format,
		  const char *path, struct err *err);

/* As markdown between the markers of a file, its headings below the one that is above
 * them there; the rest of the file stays. */
bool deliver_update(struct cli *c, const struct doc *doc, const char *path,
		    struct err *err);

#endif
