/* scan: paths, line numbers and code spans in the text of one block */
#ifndef PARSE_SCAN_H
#define PARSE_SCAN_H

#include "parse/body.h"
#include "parse/numbers.h"

enum mention_type {
	M_PATH,
	M_LINES,
	M_SPAN, /* a code span that is no path */
};

struct mention {
	enum mention_type type;
	size_t at, end;      /* in the text, marks included */
	bool code;           /* inside a code span */
	bool weak;           /* a path in a longer span (a command) */
	bool attached;       /* lines written onto the path before it: a.ts:12 */
	const char *text;    /* the path, cleaned; the text of a span; of lines, the path
	                      * that they go on about: a.ts:12 and :20 */
	range_list ranges;
};
typedef PHL_LIST(struct mention) mention_list;

/* Finds the mentions in s[0..n), in order, up to a limit: how far it came. In scratch. */
size_t scan_text(struct reader *r, const char *s, size_t n, mention_list *out);

/* Those of a block's text; looked for once. */
const mention_list *scan_block(struct reader *r, struct body *body, int block);

/* Length of the code span at s[i] == '`', 0 when it is never closed; *text and
 * *len are what it holds. */
size_t scan_span(const char *s, size_t n, size_t i, const char **text, size_t *len);

/* The trimmed text starts with a comment mark and then a line number: "# Line
 * 77: …" as plans write in quoted code. */
bool scan_is_comment_ref(const char *s, size_t n);

/* The trimmed text starts with a comment mark. */
bool scan_is_comment(const char *s, size_t n);

#endif
