/* refs_page: what the code says about references, file by file */
#ifndef REPORT_REFS_PAGE_H
#define REPORT_REFS_PAGE_H

#include "base/json.h"
#include "model/refstate.h"
#include "render/doc.h"

struct refs_page {
	const struct refcheck *check;
	const bool *wanted;       /* which references to show */
	const phase_rows *phases; /* for their sums */
	bool sums;                /* by phase and plan, below */
	bool unfold;              /* a line for each reference, also for what is cleared */
	const struct refcheck *before; /* the same references earlier, or NULL */
	const char *since, *until; /* when that was; and now: NULL for the files as they are */
};

void refs_page_doc(struct doc *d, const struct refs_page *page);

/* An array of references. */
void refs_page_json(struct json *j, const struct refs_page *page);

/* "03-03/4", or "03-03" where it belongs to no task. */
const char *refs_label(struct arena *a, const struct refcheck *c, const struct checked_ref *r);

/* What became of lines that are not quoted: "unchanged", …; NULL: that is not known. */
const char *refs_then(const struct checked_ref *r);

/* What is wrong with it, as a sentence; for what is not REF_FINE. */
const char *refs_complaint(struct arena *a, const struct refcheck *c,
			   const struct checked_ref *r);

/* What changed since: sums by plan, and "12 references changed since v1.2: 11 cleared, 1
 * moved". */
void refs_since_sums(struct doc *d, const struct refs_page *page);

/* "27 references: 21 cleared, 5 moved, 1 standing (left on purpose)" */
const char *refs_summary(struct arena *a, const struct refs_page *page);

#endif
