#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/text.h"
#include "cli/ask.h"
#include "cli/script.h"
#include "cli/table.h"
#include "cli/trust.h"
#include "report/labels.h"

struct options {
	bool rollback, list, json;
};

/* What is asked about. */
struct asked {
	struct script script;
	const char *path;   /* what stands for it among the approvals */
	bool undoing;
};

/* ---- what is trusted ---- */

static const char *day_of(struct arena *a, int64_t at)
{
	char text[21];

	day_format(at, text);
	return arena_dup(a, text, 10);
}

static int64_t last_second(const struct approval *p)
{
	return p->at + (int64_t)TRUST_DAYS * 24 * 60 * 60;
}

static void list_json(struct cli *c, const approval_list *list)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < list->n; i++) {
		const struct approval *p = &list->v[i];

		json_object(&j);
		json_key_text(&j, "root", p->place.root);
		json_key_text(&j, "path", p->place.path);
		json_key_text(&j, "digest", p->digest);
		json_key_text(&j, "since", day_of(&c->arena, p->at));
		json_key_text(&j, "until", day_of(&c->arena, last_second(p)));
		json_end(&j);
	}
	out_json_end(c, &j);
}

static void list_table(struct cli *c, const approval_list *list)
{
	static const struct column columns[] = {
		{ .title = "Plan", .code = true, .stretch = true },
		{ .title = "Digest", .code = true },
		{ .title = "Until" },
		{ .title = "In", .code = true, .stretch = true },
	};
	struct block *t;
	struct doc d;

	doc_start(&d, &c->arena, NULL);
	t = doc_table(&d, columns, 4);
	for (size_t i = 0; i < list->n; i++) {
		const struct approval *p = &list->v[i];
		struct cell *row = doc_row(&d, t);

		cell_text(&row[0], p->place.path);
		cell_text(&row[1], arena_dup(&c->arena, p->digest, 12));
		cell_day(&row[2], day_of(&c->arena, last_second(p)));
		cell_text(&row[3], p->place.root);
	}
	if (list->n)
		out_doc(c, &d);
	else
		out_note(c, "nothing is trusted");
}

static bool list_all(struct cli *c, bool json, struct err *err)
{
	approval_list list;

	if (!trust_read(&c->arena, &list, err))
		return false;
	if (json)
		list_json(c, &list);
	else
		list_table(c, &list);
	return true;
}

/* ---- the question ---- */

static bool load(struct cli *c, const char *word, bool undoing, struct asked *out,
		 struct err *err)
{
	struct phl_plan *plan;
	struct target t;

	if (!project_target(c->project, &c->arena, word, &t, err) ||
	    !store_plan(c->project->store, &c->arena, t.plan.row, &plan, err))
		return false;
	*out = (struct asked){ .undoing = undoing, .path = plan->path };
	if (undoing) {
		script_make_undoing(&c->arena, plan, &out->script);
		out->path = trust_undoing(&c->arena, plan->path);
	} else {
		script_make(&c->arena, plan, &out->script);
	}
	return out->script.commands.n ||
	       err_set(err, ERR_USAGE, "%s has no commands %s",
		       label_id(&c->arena, plan->id, plan->path),
		       undoing ? "in its rollback steps" : "that verify it");
}

static bool ask(struct cli *c, int terminal, const struct script *s)
{
	const char *root = c->project->root;
	struct buf text = { 0 };
	bool yes;

	script_reveal(&text, s, 0);
	buf_printf(&text, "\n%s, to be run in ",
		   label_count(&c->arena, (long)s->commands.n, "command"));
	text_safe(&text, root);
	buf_printf(&text, "\ndigest %s\n", s->digest);
	yes = ask_yes(c, terminal, text.s, "Trust exactly this? yes or no: ");
	buf_free(&text);
	return yes;
}

static bool trust(struct cli *c, const struct asked *asked, struct err *err)
{
	const struct script *s = &asked->script;
	const char *id = label_id(&c->arena, s->plan->id, s->plan->path);
	const struct approval *had;
	struct place place;
	approval_list list;

	if (!trust_place(&place, c->project->root, asked->path, err) ||
	    !trust_read(&c->arena, &list, err))
		return false;
	had = trust_find(&list, &place, s->digest);
	if (had) {
		out_note(c, "%s is trusted already, until %s", id,
			 day_of(&c->arena, last_second(had)));
		return true;
	}
	int terminal = ask_open("trust", err);
	if (terminal < 0)
		return false;
	bool yes = ask(c, terminal, s);
	close(terminal);
	if (!yes)
		return err_set(err, ERR_ANSWER_NO, "%s is not trusted", id);
	if (!trust_add(&c->arena, &place, s->digest, err))
		return false;
	out_note(c, "%s is trusted for %d days; phaseline %s %s%s runs it", id, TRUST_DAYS,
		 asked->undoing ? "rollback" : "verify", id, asked->undoing ? " --rehearse" : "");
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct asked *asked = arena_alloc(&c->arena, (words->n + 1) * sizeof *asked);

	if (o->list)
		return list_all(c, o->json, err);
	if (!words->n)
		return err_set(err, ERR_USAGE, "trust needs more: phaseline trust PLAN...");
	if (o->json)
		return err_set(err, ERR_USAGE, "--json goes with --list");
	for (size_t i = 0; i < words->n; i++)
		if (!load(c, words->v[i], o->rollback, &asked[i], err))
			return false;
	store_release(c->project->store); /* a question may wait for long */
	for (size_t i = 0; i < words->n; i++)
		if (!trust(c, &asked[i], err))
			return false;
	return true;
}

static const struct opt options[] = {
	FLAG(struct options, rollback, 0, "rollback",
	     "those in its rollback steps, which rollback --rehearse runs"),
	FLAG(struct options, list, 'l', "list", "show what is trusted, and until when"),
	FLAG(struct options, json, 0, "json", "with --list, as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_trust = {
	.name = "trust",
	.args = "[PLAN...]",
	.help = "look at the commands that verify a plan, and allow them to run",
	.about = "Shows every command in full, with what does not show made visible, and asks on\n"
		 "the terminal. A yes is for exactly this text, in this directory: with any change\n"
		 "it is asked again, and after 90 days.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PROJECT,
	.words = WORDS_PLANS,
	.run = run,
};
