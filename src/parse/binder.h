/* binder: what the parts of the binder share */
#ifndef PARSE_BINDER_H
#define PARSE_BINDER_H

#include "parse/units.h"

struct binder {
	struct units *u;
	const struct unit *unit;
	const struct mention *lines;
	int task;
};

/* ---- phrases ---- */

/* A table row, or the whole text where it is no table. */
void row_around(const struct unit *u, size_t at, size_t *from, size_t *to);

/* True when a sentence ends between two places of a text. */
bool sentence_between(const char *s, size_t from, size_t to);

/* "line 45 of `a.ts`", "lines 3-5 in the file a.ts", "line 9 (a.ts)". */
bool leads_to(const char *s, size_t from, size_t to);

/* Nothing but marks and small words between a path and its lines. */
bool adjacent(const char *s, size_t from, size_t to);

/* Words before a path, or remarks behind it, that make it a file to be made. */
bool is_new(const struct unit *u, const struct mention *m);

/* ---- evidence; NULL where there is none ---- */

/* A path that can hold lines. */
bool usable(const struct mention *m);

/* A file of the task, or of the plan outside tasks. */
bool of_task(const struct binder *b, const char *path);

/* The file whose name without ending stands in the text, those of the task
 * first: "ClassRepository::find (line 45)". */
const char *by_stem(const struct binder *b, const char *s, size_t n);

/* What stands above the text; `skip` is not wanted. */
const char *by_context(const struct binder *b, const char *skip);
const char *by_task(const struct binder *b, const char *skip);
const char *by_plan(const struct binder *b, const char *skip);

/* The last weak mention (a file in a command) before the lines. */
const char *by_command(const struct binder *b);

#endif
