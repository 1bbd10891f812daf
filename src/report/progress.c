#include "report/progress.h"

#include "report/progress_parts.h"

const char *const progress_tables[] = { "plans", "phases", "changes", "blocked", "contradictions",
					"ratios", "estimates", "refs", "findings", NULL };

void progress_doc(struct doc *d, const struct progress *p)
{
	struct outlook outlook = outlook_of(p, d->arena);

	d->title = p->heading ? p->heading : arena_printf(d->arena, "%s: progress", p->title);
	d->aside = p->aside;
	progress_head(d, p, &outlook);
	progress_phases(d, p);
	progress_burndown(d, p);
	progress_timeline(d, p);
	progress_changes(d, p);
	progress_trouble(d, p);
	progress_contradictions(d, p);
	progress_estimates(d, p, &outlook);
	progress_refs(d, p);
	progress_rollbacks(d, p);
	progress_next(d, p);
	progress_plans(d, p);
	progress_findings(d, p->findings);
}
