/* finding: what is wrong with a plan, collected in the plan */
#include <stdarg.h>

#include "model/plan.h"

void plan_finding(struct phl_plan *plan, struct arena *a, const char *rule,
		  enum phl_severity severity, int line, int col, const char *fmt, ...)
{
	struct phl_finding *f = vec_push(a, &plan->findings);
	va_list ap;

	va_start(ap, fmt);
	*f = (struct phl_finding){
		.rule = arena_str(a, rule),
		.severity = severity,
		.line = line,
		.col = col,
		.message = arena_vprintf(a, fmt, ap),
	};
	va_end(ap);
}
