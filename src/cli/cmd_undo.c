#include "base/digits.h"
#include "cli/table.h"
#include "cli/update.h"

enum { MOST = 99999 };

/* The words say how often. */
static bool read_count(const struct words *words, int *count, struct err *err)
{
	*count = 1;
	if (!words->n)
		return true;
	const char *s = words->v[0];
	*count = digits_read(&s);
	if (s == words->v[0] || *s || *count > MOST)
		return err_set(err, ERR_USAGE, "\"%s\" is no number of changes to undo",
			       words->v[0]);
	return *count > 0 || err_set(err, ERR_USAGE, "undo 0 does nothing");
}

/* Several undos are shown as one change. */
static void add_result(struct arena *a, struct change_result *all,
		       const struct change_result *r)
{
	for (size_t i = 0; i < r->changes.n; i++)
		*vec_push(a, &all->changes) = r->changes.v[i];
	for (size_t i = 0; i < r->plans.n; i++)
		*vec_push(a, &all->plans) = r->plans.v[i];
	for (size_t i = 0; i < r->remarks.n; i++)
		*vec_push(a, &all->remarks) = r->remarks.v[i];
	all->diff = r->diff;
	all->operation = r->operation;
	all->repeated = r->repeated;
}

/* Each has an op id of its own, so that a retried call goes on where it stopped. */
static const char *op_id(struct arena *a, const char *given, int i)
{
	return given && i ? arena_printf(a, "%s/%d", given, i + 1) : given;
}

static bool undo_all(struct cli *c, const struct update_options *o, struct change *change,
		     int count, struct change_result *all, struct err *err)
{
	const struct words none = { NULL, 0 };

	for (int i = 0; i < count; i++) {
		struct change_result r;

		change->op_id = op_id(&c->arena, o->op_id, i);
		if (!update_make(c, change, &none, &r, err))
			return false;
		add_result(&c->arena, all, &r);
	}
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct update_options *o = options;
	struct change_result all = { .diff = "" };
	struct change change;
	int count;

	if (!read_count(words, &count, err) ||
	    !update_start(c, options, "undo", &change, err))
		return false;
	if (change.dry_run && count > 1)
		return err_set(err, ERR_USAGE, "--dry-run shows one undo at a time");
	change.kind = CHANGE_UNDO;
	bool ok = undo_all(c, o, &change, count, &all, err);
	if (!ok && !all.operation)
		return false;
	struct err late = { 0 };
	if (!update_show(c, o, &change, &all, &late) && ok)
		*err = late;
	return !err->kind;
}

const struct cmd cmd_undo = {
	.name = "undo",
	.args = "[COUNT]",
	.help = "take back the last change by command",
	.about = "The files are as before it, byte for byte where nobody else changed them since;\n"
		 "what somebody built on is not undone.  The journal keeps both.",
	.options = update_options,
	.size = sizeof(struct update_options),
	.least = 0,
	.most = 1,
	.needs = CMD_STORE,
	.run = run,
};
