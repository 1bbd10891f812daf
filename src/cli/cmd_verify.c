#include "base/text.h"
#include "cli/table.h"
#include "cli/verify.h"

struct options {
	const char *approve;
	struct limit_options limits;
	bool list, json;
};

static void list(struct cli *c, const struct options *o, const struct verified *v, size_t n)
{
	if (o->json) {
		verified_json(c, v, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_char(&c->out, '\n');
		verified_show(c, &v[i]);
	}
}

static void sum_up(struct cli *c, const struct verified *v, size_t n)
{
	size_t counts[3] = { 0 };

	for (size_t i = 0; i < n; i++)
		for (int k = 0; k < 3; k++)
			counts[k] += verify_count(&v[i], 0, (enum verdict)k);
	out_note(c, "%zu passed, %zu failed, %zu unjudged", counts[VERDICT_PASSED],
		 counts[VERDICT_FAILED], counts[VERDICT_UNJUDGED]);
	if (c->project->in_memory || c->project->read_only)
		out_note(c, "there is no store to record it in");
}

static bool run_all(struct cli *c, const struct options *o, struct verified *v, size_t n,
		    struct err *err)
{
	struct verify_how how = { .silent = o->json };
	bool failed = false;

	if (!limits_read(&o->limits, &how.limits, err))
		return false;
	bool ok = verify_run(c, v, n, &how, err);
	for (size_t i = 0; i < n; i++)
		failed |= v[i].run && v[i].verdict == VERDICT_FAILED;
	if (ok && o->json)
		verified_json(c, v, n);
	if (!ok || !out_flush(c, err)) /* the answer first, remarks behind it */
		return false;
	sum_up(c, v, n);
	if (failed)
		err->kind = ERR_ANSWER_NO; /* said already */
	return !failed;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct verified *v = arena_alloc(&c->arena, words->n * sizeof *v);

	for (size_t i = 0; i < words->n; i++)
		if (!verified_load(c, words->v[i], o->approve, &v[i], err))
			return false;
	if (!o->list)
		return run_all(c, o, v, words->n, err);
	list(c, o, v, words->n);
	return true;
}

static const struct opt options[] = {
	FLAG(struct options, list, 'l', "list", "show the commands, and run none"),
	TEXT(struct options, approve, 0, "approve", "DIGEST",
	     "trust the text of this digest, for this time; several parted by commas", NULL),
	LIMIT_OPTIONS(struct options, limits, ""),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_verify = {
	.name = "verify",
	.args = "PLAN[/TASK]...",
	.help = "run the commands that verify plans, once they are trusted",
	.about = "From the root of the project, one after the other, each in a shell of its own,\n"
		 "without input, within limits; what it gives is compared with what the plan says\n"
		 "it should give. What cannot be judged for sure is unjudged, never passed. Exit\n"
		 "status 1 if any failed. Nothing runs that `phaseline trust` has not shown.",
	.options = options,
	.size = sizeof(struct options),
	.least = 1,
	.most = -1,
	.needs = CMD_PLANS,
	.words = WORDS_TARGETS,
	.run = run,
};
