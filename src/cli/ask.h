/* ask: a question to the person at the terminal */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "cli/cli.h"

/* The terminal itself, whatever standard input and output are; -1 with an error that
 * says it is needed for `what`. */
int ask_open(const char *what, struct err *err);

/* Shows text on it, and waits for a line; what was typed before the question does not
 * count.  True for "yes", spelled out. */
bool ask_yes(const struct cli *c, int terminal, const char *text, const char *question);

#endif
