#include "base/day.h"
#include "base/digits.h"
#include "base/text.h"
#include "cli/table.h"
#include "project/history.h"
#include "report/journal.h"
#include "report/labels.h"

enum { SCREEN = 40 };

struct options {
	const char *limit, *since;
	bool all, rollbacks, git, json;
};

static bool read_limit(const struct options *o, int *limit, struct err *err)
{
	*limit = o->all || o->json || o->rollbacks ? 0 : SCREEN;
	if (!o->limit)
		return true;
	const char *s = o->limit;
	*limit = digits_read(&s);
	return (*limit > 0 && !*s) ||
	       err_set(err, ERR_USAGE, "--limit takes a number, not \"%s\"", o->limit);
}

static bool read_filter(struct cli *c, const struct options *o, const struct words *words,
			struct event_filter *f, int *task, struct err *err)
{
	struct target t = { 0 };

	*f = (struct event_filter){ .rollbacks = o->rollbacks };
	if (!read_limit(o, &f->limit, err))
		return false;
	if (o->since && !day_parse(o->since, &f->since))
		return err_set(err, ERR_USAGE, "\"%s\" is no date; write it like 2026-01-14",
			       o->since);
	if (words->n && !project_target(c->project, &c->arena, words->v[0], &t, err))
		return false;
	f->plan = t.plan.row;
	*task = t.task;
	if (*task) /* chosen among those of its plan */
		f->limit = 0;
	return true;
}

static void keep_task(event_list *events, int task)
{
	size_t n = 0;

	for (size_t i = 0; task && i < events->n; i++)
		if (journal_is_about(&events->v[i], task))
			events->v[n++] = events->v[i];
	if (task)
		events->n = n;
}

static bool fill(struct cli *c, struct err *err)
{
	struct history_stats stats;

	store_release(c->project->store);
	if (!project_history(c->project, &stats, err))
		return false;
	if (stats.filled)
		out_note(c, "the journal has the history of git already");
	else
		out_note(c, "%s from %s", label_count(&c->arena, stats.events, "event"),
			 label_count(&c->arena, stats.commits, "commit"));
	return true;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct event_filter f;
	event_list events;
	struct doc d;
	int task = 0;

	if (o->git && !fill(c, err))
		return false;
	if (!read_filter(c, o, words, &f, &task, err) ||
	    !store_events_like(c->project->store, &c->arena, &f, &events, err))
		return false;
	keep_task(&events, task);
	if (o->json) {
		struct json j = out_json(c);

		journal_json(&j, &events);
		out_json_end(c, &j);
		return true;
	}
	doc_start(&d, &c->arena, NULL);
	journal_doc(&d, &events, c->style.utf8);
	if (events.n)
		out_doc(c, &d);
	else
		out_note(c, o->since || o->rollbacks || words->n ? "nothing of that kind has happened" :
								   "nothing has happened yet");
	if (!o->limit && f.limit && events.n == (size_t)f.limit && out_flush(c, err))
		out_note(c, "the newest %d; phaseline log --all shows the rest", f.limit);
	return !err->kind;
}

static const struct opt options[] = {
	TEXT(struct options, limit, 0, "limit", "N", "only the newest N", NULL),
	TEXT(struct options, since, 0, "since", "DATE", "only from DATE on", NULL),
	FLAG(struct options, all, 'a', "all", "from the beginning"),
	FLAG(struct options, rollbacks, 0, "rollbacks", "only what tells of rollbacks"),
	FLAG(struct options, git, 0, "git",
	     "first fill the journal, once, from the history of git"),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_log = {
	.name = "log",
	.args = "[TARGET]",
	.help = "what happened, who did it, and why",
	.about = "The journal, newest first: changes by command, and those that were found in the\n"
		 "files, of which nobody can say who made them, (file).",
	.options = options,
	.size = sizeof(struct options),
	.most = 1,
	.needs = CMD_PROJECT,
	.words = WORDS_TARGETS,
	.run = run,
};
