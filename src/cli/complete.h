/* complete: what could come next on a command line */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include "cli/command.h"

/* Prints the candidates for the last of `words` (which may be ""), those before
 * it being typed already: one a line, with a tab and a description. */
void complete(struct cli *c, const struct words *words);

#endif
