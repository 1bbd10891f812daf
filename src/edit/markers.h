/* markers: the part of a markdown file that belongs to a report
 *
 * It stands between two comments, each alone on its line.  What stands in a code
 * fence is an example and no marker. */
#ifndef EDIT_MARKERS_H
#define EDIT_MARKERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

#define MARKER_BEGIN "<!-- phaseline:begin -->"
#define MARKER_END "<!-- phaseline:end -->"

struct marked {
	size_t at, end; /* of the bytes between: from the line below the first marker */
	int level;      /* of the heading that it stands below; 0 for none */
	bool crlf;      /* its lines end so */
};

/* Finds it; `path` is what errors (ERR_USAGE, with the line) call the file.  There
 * must be one such part, and nothing that could be taken for the end of another. */
bool markers_find(const char *bytes, size_t n, const char *path, struct marked *out,
		  struct err *err);

/* Appends the whole text with `content` between the markers, its lines ended as
 * those of the file are. */
void markers_fill(struct buf *out, const char *bytes, size_t n, const struct marked *at,
		  const char *content);

#endif
