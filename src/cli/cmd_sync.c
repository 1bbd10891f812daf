#include "cli/look.h"
#include "cli/table.h"
#include "report/labels.h"

struct options {
	bool refs, json;
};

static void show_json(struct cli *c)
{
	struct json j = out_json(c);
	const struct sync_stats *s = &c->sync;

	json_object(&j);
	json_key_text(&j, "root", c->project->root);
	json_key_text(&j, "store", c->project->store_path);
	json_key_int(&j, "files", s->files);
	json_key_int(&j, "read", s->read);
	json_key_int(&j, "added", s->added);
	json_key_int(&j, "changed", s->changed);
	json_key_int(&j, "moved", s->moved);
	json_key_int(&j, "removed", s->removed);
	json_key_int(&j, "unreadable", s->unreadable);
	json_key_int(&j, "conflicts", s->conflicts);
	json_key_int(&j, "saved_over", s->saved_over);
	out_json_end(c, &j);
}

static int cleared_of(const struct refcheck *check)
{
	return check->counts[REF_CLEARED] + check->counts[REF_REPLACED];
}

/* `check` where references were asked for, too. */
static bool show_text(struct cli *c, const struct refcheck *check, struct err *err)
{
	const struct sync_stats *s = &c->sync;
	struct arena *a = &c->arena;

	buf_printf(&c->out, "%s, %d read", label_count(a, s->files, "file"), s->read);
	if (s->added)
		buf_printf(&c->out, ", %s new", label_count(a, s->added, "plan"));
	if (s->changed)
		buf_printf(&c->out, ", %d changed", s->changed);
	if (s->moved)
		buf_printf(&c->out, ", %d moved", s->moved);
	if (s->removed)
		buf_printf(&c->out, ", %d gone", s->removed);
	if (s->unreadable)
		buf_printf(&c->out, ", %d unreadable", s->unreadable);
	if (check)
		buf_printf(&c->out, ", %d of %s cleared", cleared_of(check),
			   label_count(a, (long)check->refs.n, "reference"));
	buf_char(&c->out, '\n');
	if (!out_flush(c, err))
		return false;
	if (c->globals.verbose)
		out_note(c, "the store of %s is %s", c->project->root, c->project->store_path);
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;

	struct refcheck check;

	(void)words;
	if (c->globals.no_sync)
		return err_set(err, ERR_USAGE, "sync with --no-sync does nothing");
	if (o->refs && !look_refs(c, NULL, &check, err))
		return false;
	if (o->json)
		show_json(c);
	else if (!show_text(c, o->refs ? &check : NULL, err))
		return false;
	if (c->sync.saved_over)
		return err_set(err, ERR_CONFLICT, "a save has undone %s by command",
			       label_count(&c->arena, c->sync.saved_over, "change"));
	return !c->sync.conflicts ||
	       err_set(err, ERR_CONFLICT, "%s recorded by a command that was cut short, "
					  "but somebody changed the same place since: theirs "
					  "stands, `phaseline log` has both",
		       label_count(&c->arena, c->sync.conflicts, "change"));
}

static const struct opt options[] = {
	FLAG(struct options, refs, 'r', "refs", "look at the code, too: which references are cleared"),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_sync = {
	.name = "sync",
	.args = "",
	.help = "bring the store up to date with the tree",
	.about = "Every command does this first; sync does nothing else, and says what it found.",
	.options = options,
	.size = sizeof(struct options),
	.needs = CMD_PROJECT,
	.run = run,
};
