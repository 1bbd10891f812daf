#include "report/progress_parts.h"

#include "report/timed.h"

enum { WORST = 5 };

void progress_estimates(struct doc *d, const struct progress *p, const struct outlook *o)
{
	struct timed t = timed_find(p, d->arena);

	if (!t.n)
		return;
	doc_heading(d, 2, "Estimates and time spent")->name = "estimates";
	timed_sentence(d, &t);
	timed_phases(d, p, &t);
	timed_plans(d, &t, WORST);
	timed_chart(d, &t);
	timed_forecast(d, o, t.n);
}
