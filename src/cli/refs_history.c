#include "cli/refs_history.h"

#include "cli/out.h"
#include "project/burndown.h"
#include "report/burn_page.h"

bool refs_history(struct cli *c, const struct history_options *o,
		  const struct refcheck_options *how, struct err *err)
{
	struct burndown burndown;
	struct burn_page page = { .burndown = &burndown, .plot = o->plot };
	struct refcheck check;
	struct doc d;

	if (!project_check_refs(c->project, &c->arena, how, &check, err) ||
	    !project_burndown(c->project, &c->arena, how, o->since, &check, &burndown, err))
		return false;
	if (o->json) {
		struct json j = out_json(c);

		burn_page_json(&j, &page);
		out_json_end(c, &j);
		return true;
	}
	doc_start(&d, &c->arena, NULL);
	burn_page_doc(&d, &page);
	out_doc(c, &d);
	return true;
}
