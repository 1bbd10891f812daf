/* tags: tokens of the plan's own elements */
#ifndef PARSE_TAGS_H
#define PARSE_TAGS_H

#include "parse/cut.h"

enum {
	TAG_IS_PART = 1, /* of a task: its text is text, up to its own end */
	TAG_INLINE = 2,  /* may open in the middle of a line */
};

struct tagdef {
	const char *name;
	enum tag tag;
	int flags;
};

struct token {
	const struct tagdef *def;
	const char *name;
	size_t name_len;
	int line;
	uint32_t off, end; /* of "<" and behind ">" */
	bool closes, empty;
	bool at_start;     /* nothing but blanks or other tags before it */
	const char *attrs;
	size_t attrs_len;
	int close;  /* for one that opens: the next token that closes its name, or -1 */
	int bound;  /* the next token that starts or ends a task, or the end */
};

/* The definition of a known element, or NULL. */
const struct tagdef *tag_find(const char *s, size_t n);

/* Reads the tag at column offset `at` of a line, where "<" stands; false when
 * that is no tag of a plan's own element. */
bool tag_read(const struct source *src, int line, size_t at, struct token *t);

/* Adds the attributes of a token to a region. */
void tag_attrs(struct arena *a, const struct token *t, struct region *g);

#endif
