#include "cli/rehearse.h"

#include <unistd.h>

#include "cli/ask.h"
#include "cli/verify.h"

static bool load(struct cli *c, const char *name, struct verified *out, struct err *err)
{
	struct project_options o = { .dir = c->globals.dir, .store = c->globals.store };

	return (c->globals.no_sync || project_sync(c->project, &o, &c->sync, err)) &&
	       verified_load_undoing(c, name, out, err);
}

struct asker {
	struct cli *c;
	int terminal;
};

static bool may_run(const struct script *s, const struct script_command *command, void *ctx)
{
	const struct asker *a = ctx;
	struct buf text = { 0 };
	bool yes;

	buf_char(&text, '\n');
	script_reveal_command(&text, s, command);
	yes = ask_yes(a->c, a->terminal, text.s, "Run it? yes or no: ");
	buf_free(&text);
	return yes;
}

static bool run_asked(struct cli *c, const struct update_options *o, struct verified *v,
		      struct err *err)
{
	struct asker asker = { .c = c, .terminal = -1 };
	struct verify_how how = { .silent = o->json, .may = may_run, .ctx = &asker };

	if (!limits_read(&o->limits, &how.limits, err) ||
	    !verify_trusted(c, v, 1, err))
		return false;
	asker.terminal = ask_open("--rehearse", err);
	if (asker.terminal < 0)
		return false;
	bool ok = verify_run(c, v, 1, &how, err);
	close(asker.terminal);
	return ok;
}

static bool tell(struct cli *c, const struct update_options *o, const struct verified *v,
		 struct err *err)
{
	if (o->json)
		verified_json(c, v, 1);
	if (!out_flush(c, err))
		return false;
	out_note(c, "%zu passed, %zu failed, %zu left out", verify_count(v, 0, VERDICT_PASSED),
		 verify_count(v, 0, VERDICT_FAILED), verify_left_out(v));
	if (!verify_count(v, 0, VERDICT_FAILED))
		return true;
	err->kind = ERR_ANSWER_NO; /* said already */
	return false;
}

bool rehearse(struct cli *c, const struct update_options *o, const char *name,
	      struct err *err)
{
	struct verified v;

	if (!load(c, name, &v, err))
		return false;
	if (!o->list)
		return run_asked(c, o, &v, err) && tell(c, o, &v, err);
	if (o->json)
		verified_json(c, &v, 1);
	else
		verified_show(c, &v);
	return true;
}
