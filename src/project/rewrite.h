/* rewrite: change a file that is no plan, and lose nobody's save */
#ifndef PROJECT_REWRITE_H
#define PROJECT_REWRITE_H

#include "project/project.h"

/* Appends the new text of a file to `out`; `context` is the caller's. */
typedef bool rewriter(void *context, const char *bytes, size_t n, struct buf *out,
		      struct err *err);

enum rewritten {
	REWRITE_FAILED, /* with an error */
	REWRITE_SAME,   /* the text is what it was: nothing was written */
	REWRITE_DONE,
};

/* Puts a new text in the place of the file, as a whole, with its mode and owner; a
 * symbolic link is followed.  Where somebody saves the file meanwhile the rewriter is
 * asked again, with what they saved.  *rescued is where a version is that fits
 * nowhere, or NULL. */
enum rewritten rewrite(struct project *p, struct arena *a, const char *path,
		       rewriter *change, void *context, const char **rescued,
		       struct err *err);

#endif
