#include "cli/gather.h"
#include "cli/table.h"
#include "cli/update.h"
#include "report/review.h"

static bool asks(const void *options)
{
	return ((const struct update_options *)options)->review;
}

static bool review(struct cli *c, const struct update_options *o, struct err *err)
{
	struct progress p = { 0 };
	struct scope scope;
	struct doc d;

	if (!scope_load(c, NULL, NULL, NULL, &scope, err) || !gather_progress(c, &scope, NULL, &p, err))
		return false;
	doc_start(&d, &c->arena, NULL);
	review_doc(&d, &p);
	if (o->json)
		doc_json_emit(&c->out, &d, &c->style);
	else
		out_doc(c, &d);
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	if (asks(options))
		return review(c, options, err);
	return update_text(c, options, "estimate", CHANGE_ESTIMATE, words, err);
}

static const struct opt options[] = {
	UPDATE_NOTE,
	FLAG(struct update_options, review, 0, "review",
	     "change nothing; say where estimates go wrong"),
	UPDATE_OPTIONS,
};

const struct cmd cmd_estimate = {
	.name = "estimate",
	.help = "say how long a plan or task will take",
	.about = "DUR is like 25 min, 1h 30m or 2-3 days.\n"
		 "With --review instead: what finished plans took against what was estimated, by\n"
		 "phase, by size and by owner, and every plan, the furthest off first.",
	.args = "TARGET DUR",
	.least = 2,
	.most = 2,
	.asks = asks,
	UPDATE_ENTRY(options),
};
