/* page_parts: sections that the pages of a plan and of a task share */
#ifndef REPORT_PAGE_PARTS_H
#define REPORT_PAGE_PARTS_H

#include "model/claims.h"
#include "model/rows.h"
#include "model/work.h"
#include "render/doc.h"

/* Each takes the whole plan and, of it, what belongs to the task with index
 * `task`; -1 takes all of it.  An empty section adds nothing. */
void part_files(struct doc *d, const struct phl_plan *p, const struct told *told);
void part_refs(struct doc *d, const struct phl_plan *p, const struct told *told, int task);
void part_commits(struct doc *d, const struct phl_plan *p, const struct work *work, int task);
void part_verification(struct doc *d, const struct phl_plan *p, int task);
void part_events(struct doc *d, const event_list *events, int position);

/* What became of the files of the plan; NULL for nothing. */
void part_progress(struct doc *d, const struct work *work);

/* "25 of 27 cleared, 1 left as it is"; NULL where the code said nothing. */
const char *part_cleared(struct arena *a, const struct told *told);

/* Line 12, lines 12-15, 12 on, about 12. */
const char *part_lines(struct arena *a, const struct phl_ref *r);

/* A fact, unless its text is NULL or empty. */
void part_fact(struct doc *d, struct block *facts, const char *name, const char *text);

#endif
