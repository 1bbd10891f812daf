/* update: what the commands share that change plans */
#ifndef CLI_UPDATE_H
#define CLI_UPDATE_H

#include "cli/command.h"
#include "cli/limits.h"
#include "project/change.h"

struct update_options {
	const char *note, *actual, *at, *by, *op_id;
	bool no_write, dry_run, json;
	bool tasks, finish; /* of `done` */
	bool verify;        /* of `done`, */
	const char *approve; /* and as of `verify` */
	struct limit_options limits;
	bool done;          /* of `rollback`, */
	bool rehearse, list; /* too */
	bool review;        /* of `estimate` */
};

/* Options that all of them take; for the end of an array of options. */
#define UPDATE_OPTIONS                                                                  \
	UPDATE_WHO,                                                                     \
	FLAG(struct update_options, no_write, 0, "no-write",                            \
	     "record it without changing the plan's file"),                             \
	UPDATE_END

#define UPDATE_WHO                                                                      \
	TEXT(struct update_options, at, 0, "at", "TIME",                                \
	     "when it was, as 2026-01-14 or 2026-01-14T10:20:30Z", NULL),               \
	TEXT(struct update_options, by, 0, "by", "WHO", "who did it", NULL),            \
	TEXT(struct update_options, op_id, 0, "op-id", "ID",                            \
	     "a retried call with the same ID does nothing", NULL)

#define UPDATE_END                                                                      \
	FLAG(struct update_options, dry_run, 'n', "dry-run",                            \
	     "only show what would change in the files"),                               \
	FLAG(struct update_options, json, 0, "json", "as JSON"),                        \
	{ .kind = OPT_END }

#define UPDATE_NOTE                                                                     \
	TEXT(struct update_options, note, 'm', "note", "TEXT", "why", NULL)

extern const struct opt update_options[]; /* note and the above */

/* Fills in who, when and how from the options. */
bool update_start(struct cli *c, const struct update_options *o, const char *command,
		  struct change *change, struct err *err);

/* Makes the change, and says what came of it; apart, and both. */
bool update_make(struct cli *c, const struct change *change, const struct words *words,
		 struct change_result *r, struct err *err);
bool update_show(struct cli *c, const struct update_options *o, const struct change *change,
		 const struct change_result *r, struct err *err);
bool update_run(struct cli *c, const struct update_options *o, const struct change *change,
		const struct words *words, struct err *err);

/* The whole of it: for a change of status, and for one whose second word is a text. */
bool update_status(struct cli *c, const void *options, const char *command,
		   enum phl_status status, const struct words *words, struct err *err);
bool update_text(struct cli *c, const void *options, const char *command,
		 enum change_kind kind, const struct words *words, struct err *err);

/* What the entries of these commands have in common: options are `opts`, and the words
 * are targets, or one target and a text.  An initializer takes no parentheses.
 * NOLINTBEGIN(bugprone-macro-parentheses) */
#define UPDATE_ENTRY(opts)                                                              \
	.options = opts, .size = sizeof(struct update_options), .needs = CMD_STORE,     \
	.words = WORDS_TARGETS, .run = run
#define UPDATE_TARGETS(opts)                                                            \
	.args = "TARGET...", .least = 1, .most = -1, UPDATE_ENTRY(opts)
#define UPDATE_TARGET_AND(text)                                                         \
	.args = "TARGET " text, .least = 2, .most = 2, UPDATE_ENTRY(update_options)
/* NOLINTEND(bugprone-macro-parentheses) */

#endif
