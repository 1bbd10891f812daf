/* binder: what the parts of the binder share */
#ifndef PARSE_BINDER_H
#define PARSE_BINDER_H

#include "parse/units.h"

struct binder {
	struct units *u;
	const struct unit *unit;
	const struct mention *lines;
	int task;
	enum binding how;
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

/* The path right before the bracket that the lines stand in: all in it is about
 * that path. */
const struct mention *before_bracket(const struct unit *u, size_t from, size_t at);

/* True when both stand in one bracket. */
bool in_one_bracket(const struct unit *u, size_t from, size_t path, size_t lines);

/* a.md of "a.md's reference to b.md", where `owned` is b.md; NULL in "a.md's copy in
 * b.md", which says where it stands. */
const struct mention *possessor(const struct unit *u, size_t from, const struct mention *owned);

/* A dash, and words behind it, between two places: what follows is said by the way. */
bool aside_between(const char *s, size_t from, size_t to);

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

/* The one file whose name holds the word that the text goes on with: "(lines 3-5)
 * of the open-retry test" where a path tests/open-retry.test.ts is known. */
const char *by_part(const struct binder *b, const char *s, size_t n);

/* What stands above the text; `skip` is not wanted. Says how far in b->how. */
const char *by_context(struct binder *b, const char *skip);
const char *by_task(const struct binder *b, const char *skip);
const char *by_plan(const struct binder *b, const char *skip);

/* The last weak mention (a file in a command) before the lines. */
const char *by_command(const struct binder *b);

#endif
