/* body: the markdown of all regions as a flat list of blocks
 *
 * cmark decides the block structure; the text of a block is taken from the
 * source lines, because cmark's inline positions cannot be relied on and a link
 * definition can take the boxes out of a list. */
#ifndef PARSE_BODY_H
#define PARSE_BODY_H

#include "parse/cut.h"

enum block_type {
	B_HEADING,
	B_PARA,  /* also indented code and raw HTML: their text counts as prose */
	B_ITEM,  /* a list item; its text is that of the paragraph it starts with */
	B_FENCE,
	B_RULE,
};

struct box {
	char mark;     /* as written between the brackets, 0 without a box */
	int col;       /* of the mark, 1-based bytes in its line */
	bool optional; /* "- [ ]* …" */
};

struct block {
	enum block_type type;
	int region;
	int line, last;  /* source lines */
	int parent;      /* nearest enclosing item, -1 */
	int section;     /* nearest heading above it (for a heading: its own parent), -1 */
	int level;       /* of a heading; depth of an item, 0 outermost */
	int list;        /* items of one list share it */
	bool ordered;
	int number;      /* of an ordered item */
	int column;      /* of its marker or first text, in its source line */
	struct box box;
	bool note;       /* a dated note: names no files, lines or commits of the plan */
	signed char named; /* enum section that a heading announces, -1 until asked */
	int fence;       /* index into cut->fences, -1 */
	int bfirst, blast; /* lines of the body that hold its text; blast < bfirst: none */
	uint32_t skip;   /* bytes of the first of them that are no text */
	const char *text; /* text of the block, lines joined by LF; set by body_text */
	uint32_t len;
	const void *mentions; /* a mention_list; set by scan_block */
};

/* A line of the text that cmark reads, in full. */
struct bline {
	const char *s; /* in the source */
	uint32_t len;
	int line;      /* source line, 0 for a separator */
	uint32_t src;  /* offset of its first byte in the source */
	size_t slice;  /* that it is made of */
};

/* What the headings and elements around a block announce, as enum section. */
struct surroundings {
	bool known;
	int section, region; /* of the block */
	unsigned sections;   /* a bit for each */
	signed char nearest;
};

/* Where byte `at` of a block's text stands: in which line, that starts where. */
struct place_in_block {
	bool known;
	int block, line;
	size_t at, start;
};

struct body {
	const struct cut *cut;
	PHL_LIST(struct block) blocks;
	PHL_LIST(struct bline) lines;
	struct surroundings around; /* the last block asked for */
	struct {
		bool known, have;
		int top;
	} files; /* the outermost item whose list was asked last whether it is one of files */
	struct place_in_block asked; /* the last byte asked for */
};

void body_read(struct reader *r, const struct cut *cut, struct body *out);

/* The text of a block, lines joined by LF, without markers, box, quotes and
 * indentation; NUL-terminated, in scratch. */
const char *body_text(struct reader *r, struct body *body, int block, size_t *n);

/* Source line and column of byte `at` of a block's text. */
void body_where(struct reader *r, struct body *body, int block, size_t at, int *line, int *col);

/* True when `block` lies below item `item`. */
bool block_below(const struct body *body, int block, int item);

#endif
