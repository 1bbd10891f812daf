/* finding: what is wrong with a plan, collected in the plan */
#include <stdarg.h>

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "model/plan.h"

const char *const finding_rules[] = {
	"broken-frontmatter", "unclosed-frontmatter", "repeated-key",	     "unclosed-element",
	"unclosed-fence",     "id-mismatch",	      "unknown-status",	     "status-contradicted",
	"summary-contradicted", "roadmap-stale",      "mojibake",	     "invalid-utf8",
	"nul-byte",	      "hidden-character",     "stray-bom",	     "conflict-marker",
	"repeated-task",      "repeated-id",	      "duplicate-plan",	     "limit",
	"not-written",	      "same-lines",	      "same-file",	     "parts-contradicted",
	NULL,
};

static bool is_rule(const char *name)
{
	for (const char *const *r = finding_rules; *r; r++)
		if (strcmp(*r, name) == 0)
			return true;
	return false;
}

void plan_finding(struct phl_plan *plan, struct arena *a, const char *rule,
		  enum phl_severity severity, int line, int col, const char *fmt, ...)
{
	struct phl_finding *f = vec_push(a, &plan->findings);
	va_list ap;

	assert(is_rule(rule));
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
