/* code: a file of the tree that plans point at, and its lines */
#ifndef TREE_CODE_H
#define TREE_CODE_H

#include "tree/fold.h"

/* `= { .bytes = …, .n = … }` is ready. */
struct code {
	const char *bytes;
	size_t n;
	bool cut; /* there is more of it */
	/* its own: */
	uint32_t *ends; /* of the lines found so far, on the heap */
	size_t lines, cap, next;
};

/* Goes on with other bytes, and with the memory at hand. */
void code_start(struct code *c, const struct buf *bytes, bool cut);

/* What keeps the bytes from being compared, as "is binary"; NULL for nothing. */
const char *code_obstacle(const char *bytes, size_t n);

/* A line, without its end; false beyond the last one. */
bool code_line(struct code *c, int line, struct span *out);

/* The line that holds byte `at`, which is that line or behind it. */
int code_line_with(struct code *c, size_t at, int line);

/* How many lines there are; finds them all, and all `ends`. */
int code_lines(struct code *c);

void code_free(struct code *c); /* the bytes stay */

enum code_read { CODE_READ, CODE_GONE, CODE_UNREAD };

/* Reads a file beneath `root` into `out`; *cut: only its beginning.  CODE_UNREAD
 * comes with a reason: a link, no file, may not be read. */
enum code_read code_read(int root, const char *path, struct buf *out, bool *cut,
			 const char **reason);

#endif
