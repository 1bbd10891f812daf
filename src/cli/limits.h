/* limits: what commands of plans may take and do, as options say */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

#include <stdint.h>

#include "cli/options.h"
#include "cli/sandbox.h"

struct limit_options {
	const char *timeout, *env, *sandbox, *memory;
};

struct limits {
	int seconds;     /* each command may take */
	int64_t memory;  /* bytes each of its processes may take; 0: as many as there are */
	const char *env; /* more variables to pass on, parted by commas, or NULL */
	enum sandbox_mode sandbox;
};

/* "10m", "90s", "1h"; a number alone is seconds.  "2G", "512M". */
bool limits_read(const struct limit_options *o, struct limits *out, struct err *err);

bool limits_given(const struct limit_options *o);

extern const char *const limits_sandboxes[];

/* `with` starts what is said of each.  Neither a member nor a literal takes parentheses.
 * NOLINTBEGIN(bugprone-macro-parentheses) */
#define LIMIT_OPTIONS(type, member, with)                                               \
	TEXT(type, member.timeout, 0, "timeout", "TIME",                                \
	     with "end a command that takes longer, as 90s, 10m or 1h (10m)", NULL),    \
	TEXT(type, member.memory, 0, "memory", "SIZE",                                  \
	     with "let each process have so much, as 512M or 2G (no limit)", NULL),                   \
	TEXT(type, member.env, 0, "env", "NAMES",                                       \
	     with "variables that the commands get, parted by commas", NULL),           \
	TEXT(type, member.sandbox, 0, "sandbox", "MODE",                                \
	     with "let them write in the project only, and reach no network (off)",     \
	     limits_sandboxes)
/* NOLINTEND(bugprone-macro-parentheses) */

#endif
