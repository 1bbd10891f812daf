/* units: every block's text with the mentions found in it, in document order */
#ifndef PARSE_UNITS_H
#define PARSE_UNITS_H

#include "parse/body.h"
#include "parse/scan.h"

struct unit {
	int block;       /* for a comment in a fence: the fence */
	int line;        /* source line of a fence's comment, 0 for a block's text */
	const char *s;
	size_t n;
	mention_list mentions;
};

/* Full paths that the plan names, found by the last part of a name. */
struct known {
	const char *path;
	int rank;        /* 0: a file of the plan, 1: mentioned elsewhere */
	struct known *next;
};
enum { KNOWN_BUCKETS = 256 };

struct units {
	struct reader *r;
	struct body *body;
	const int *task_of;
	PHL_LIST(struct unit) all;
	int *of_block;   /* index of a block's unit, -1 */
	struct known *known[KNOWN_BUCKETS];
};

void units_read(struct reader *r, struct body *body, const int *task_of, struct units *out);

/* The full path that a short one means, in the eyes of a task (-1: none): what
 * its own files, the plan's files or other mentions say; `path` itself when
 * nothing longer ends in it. */
const char *units_full_path(const struct units *u, const char *path, int task);

/* How a path was found for line numbers. */
enum binding {
	BOUND_NEAR,  /* in the same text, or it leads to or heads that */
	BOUND_CLOSE, /* the words leave no doubt */
	BOUND_FAR,   /* it was named before, or the plan has no other */
};

/* The path that the line numbers `mention` of a unit are about, or NULL. */
const char *bind_lines(struct units *u, size_t unit, size_t mention, enum binding *how);

/* Source position of an offset in a unit's text. */
void unit_where(const struct units *u, const struct unit *unit, size_t at, int *line, int *col);

#endif
