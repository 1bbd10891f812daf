/* companion_parts: how files beside a plan are opened; only their readers include it */
#ifndef PARSE_COMPANION_PARTS_H
#define PARSE_COMPANION_PARTS_H

#include "parse/body.h"
#include "parse/front.h"
#include "parse/header.h"

struct companion {
	struct reader r;
	struct phl_plan plan; /* takes the findings, which nobody reads */
	struct front front;
	struct cut cut;
	struct body body;
};

/* Reads its frontmatter, its blocks, and the bold lines under its title, within the
 * limits of a plan.  Must not move afterwards. */
void companion_open(struct companion *c, struct arena *a, struct arena *scratch,
		    const char *bytes, size_t len);

#endif
