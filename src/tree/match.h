/* match: what lines of code say about the references of plans
 *
 * Pure: bytes and references in, states out.  Costs grow with the bytes of the file
 * and with what is quoted, whatever they are. */
#ifndef TREE_MATCH_H
#define TREE_MATCH_H

#include "model/refstate.h"
#include "tree/code.h"

#define MATCH_FOUND 16

struct match_ref {
	int first, last; /* last is INT32_MAX for an open end */
	bool approximate;
	const char *expected, *wanted; /* lines of text, or NULL */
	int group; /* an occurrence of a text serves one reference of each group */

	/* Filled in: */
	enum ref_state state;
	int found[MATCH_FOUND]; /* lines where it is: of its own lines in turn, or the
				 * nearest first */
	int nfound;
	int shift;         /* moved as a whole by so many lines, 0 when not */
	const char *doubt; /* with REF_MOVED: why its new numbers are not sure, or NULL */
	const char *reason; /* with REF_UNREAD and REF_UNQUOTED, or NULL */
};

/* Compares all references to one file with it.  What it needs on the way comes from
 * `scratch`. */
void match_refs(struct code *code, struct match_ref *refs, size_t n, struct arena *scratch);

#endif
