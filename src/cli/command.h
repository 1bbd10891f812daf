/* command: the table of commands */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/cli.h"
#include "cli/options.h"
#include "cli/out.h"

enum cmd_needs {
	CMD_NOTHING,
	CMD_STORE,   /* an open project, not in step with the tree */
	CMD_PROJECT, /* an open project, in step with the tree */
	CMD_PLANS,   /* same, and at least one plan in it */
};

/* What may be completed in place of a command's words. */
enum cmd_words { WORDS_NONE, WORDS_PLANS, WORDS_TARGETS, WORDS_PHASES, WORDS_COMMANDS,
		 WORDS_SHELLS };

struct cmd {
	const char *name;
	const char *args;   /* its words in a synopsis, "" for none */
	const char *help;   /* one line */
	const char *about;  /* a paragraph or two for `help NAME`, or NULL */
	const struct opt *options; /* ends with OPT_END; may be NULL */
	size_t size;        /* of the struct that they fill in */
	int least, most;    /* how many words; most -1: any number */
	enum cmd_needs needs;
	/* With these options it changes nothing but answers from the plans, which it then
	 * needs, and no words; may be NULL. */
	bool (*asks)(const void *options);
	enum cmd_words words;
	bool (*run)(struct cli *c, const void *options, const struct words *words,
		    struct err *err);
};

/* In the order of help. */
extern const struct cmd *const commands[];
extern const size_t commands_count;

/* NULL when there is none of that name. */
const struct cmd *command_find(const char *name);

/* Says that there is none of that name, and which may have been meant; false. */
bool command_unknown(const char *name, struct err *err);

#endif
