/* options: the command line as data
 *
 * An option points into a struct of its command by offset, so that the table of
 * commands is complete without running anything: parsing, help and completion
 * read the same arrays. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

enum opt_kind { OPT_END, OPT_FLAG, OPT_TEXT };

struct opt {
	enum opt_kind kind;
	char letter;             /* 0 for none */
	const char *name;        /* without the dashes */
	size_t offset;           /* of a bool, or of a const char * */
	const char *arg;         /* what stands for its value in help */
	const char *help;
	const char *const *words; /* the values allowed, NULL-terminated, or NULL */
};

#define FLAG(type, member, letter_, name_, help_)                              \
	{ .kind = OPT_FLAG, .letter = (letter_), .name = (name_),              \
	  .offset = offsetof(type, member), .help = (help_) }
#define TEXT(type, member, letter_, name_, arg_, help_, words_)                \
	{ .kind = OPT_TEXT, .letter = (letter_), .name = (name_),              \
	  .offset = offsetof(type, member), .arg = (arg_), .help = (help_),    \
	  .words = (words_) }

/* The words of a command line that are no options. */
struct words {
	char **v;
	size_t n;
};

/* A list of options and the struct they fill in. */
struct opt_set {
	const struct opt *options; /* ends with OPT_END; may be NULL */
	void *values;
};

/* Reads argv up to the first word, or, with `mixed`, all of it: options may
 * then stand anywhere before "--".  Long options may be shortened as long as
 * they are unambiguous.  Earlier sets win.  *argv moves to what is left, in
 * `rest`, which keeps pointers into argv. */
bool options_read(const struct opt_set *sets, size_t nsets, int argc, char **argv,
		  bool mixed, struct words *rest, struct err *err);

/* Appends the options as lines of help. */
void options_help(struct buf *out, const struct opt *options);

#endif
