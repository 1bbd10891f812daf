#include "cli/table.h"
#include "cli/trust.h"
#include "report/labels.h"

struct options {
	bool all;
};

/* A plan that is gone, or whose name means another one now, goes by its path. */
static bool forget(struct cli *c, const char *word, struct err *err)
{
	struct err unknown = { 0 };
	struct target t;
	struct place place;
	size_t removed, undoing;
	bool known = project_target(c->project, &c->arena, word, &t, &unknown);

	if (!trust_place(&place, c->project->root, known ? t.plan.path : word, err) ||
	    !trust_remove(&c->arena, &place, &removed, err))
		return false;
	place.path = trust_undoing(&c->arena, place.path);
	if (!trust_remove(&c->arena, &place, &undoing, err))
		return false;
	removed += undoing;
	if (!removed && !known) {
		*err = unknown;
		return false;
	}
	out_note(c, removed ? "%s is not trusted any more" : "%s was not trusted", word);
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct place place;
	size_t removed;

	if (!words->n && !o->all)
		return err_set(err, ERR_USAGE,
			       "untrust needs more: phaseline untrust PLAN..., or --all");
	for (size_t i = 0; i < words->n; i++)
		if (!forget(c, words->v[i], err))
			return false;
	if (!o->all)
		return true;
	if (!trust_place(&place, c->project->root, NULL, err) ||
	    !trust_remove(&c->arena, &place, &removed, err))
		return false;
	out_note(c, "%s trusted any more",
		 removed == 1 ? "1 plan is not"
			      : arena_printf(&c->arena, "%zu plans are not", removed));
	return true;
}

static const struct opt options[] = {
	FLAG(struct options, all, 'a', "all", "all plans of this project"),
	{ .kind = OPT_END },
};

const struct cmd cmd_untrust = {
	.name = "untrust",
	.args = "[PLAN...]",
	.help = "take back that the commands of a plan may run",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PROJECT,
	.words = WORDS_PLANS,
	.run = run,
};
