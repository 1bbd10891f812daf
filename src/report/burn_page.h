/* burn_page: how many references stood after each commit */
#ifndef REPORT_BURN_PAGE_H
#define REPORT_BURN_PAGE_H

#include "base/json.h"
#include "model/burndown.h"
#include "render/doc.h"

struct burn_page {
	const struct burndown *burndown;
	bool plot; /* a chart instead of the table */
};

/* The commits that changed something, or a chart; and a sentence. */
void burn_page_doc(struct doc *d, const struct burn_page *page);

/* As a chart only; nothing where not two commits tell of any. */
void burn_page_chart(struct doc *d, const struct burndown *b);

/* An object with all commits. */
void burn_page_json(struct json *j, const struct burn_page *page);

#endif
