#include <string.h>

#include "cli/deliver.h"
#include "cli/gather.h"
#include "cli/kin.h"
#include "cli/look.h"
#include "cli/table.h"
#include "report/progress.h"

struct options {
	const char *format, *output, *update, *title, *phase, *plan, *family, *since, *table;
	bool json, mermaid, history;
};

static bool load(struct cli *c, const struct options *o, struct progress *p, struct err *err)
{
	struct scope *scope = arena_alloc(&c->arena, sizeof *scope);
	int64_t asked;

	*p = (struct progress){ 0 };
	if (!look_evidence(c, LOOK_CHEAP, &asked, err) ||
	    !scope_load(c, o->phase, o->plan, o->family, scope, err))
		return false;
	/* A commit of the file that tells of a commit is always late. */
	p->aside = o->update ? look_day(c) : look_aside(c);
	if (o->title)
		p->heading = o->title;
	else if (scope->name)
		p->heading = arena_printf(&c->arena, "%s: progress of %s", look_title(c),
					  scope->name);
	return (!o->history || gather_burndown(c, scope, &p->burndown, err)) &&
	       gather_progress(c, scope, o->since, p, err);
}

/* As asked, or as the name of the file promises. */
static const char *format_name(const struct options *o)
{
	const struct format *f = o->output ? format_of_file(o->output) : NULL;

	return o->format ? o->format : o->json ? "json" : f ? f->name : "markdown";
}

static const struct format *pick_format(const struct options *o, struct err *err)
{
	const char *name = format_name(o);
	const struct format *f = format_find(name);
	struct buf list = { 0 };

	if (o->json && strcmp(name, "json") != 0) {
		err_set(err, ERR_USAGE, "--json is --format json, not --format %s", name);
		return NULL;
	}
	if (f)
		return f;
	for (size_t i = 0; i < formats_count; i++)
		buf_printf(&list, "%s%s", !i ? "" : i + 1 < formats_count ? ", " : " or ",
			   formats[i].name);
	err_set(err, ERR_USAGE, "--format takes %s, not \"%s\"", list.s, name);
	buf_free(&list);
	return NULL;
}

/* What does not go together is said before anything is read. */
static bool check_options(const struct options *o, const struct format *format, struct err *err)
{
	bool markdown = strcmp(format->name, "markdown") == 0;

	if (o->update && o->output)
		return err_set(err, ERR_USAGE, "--update writes into the middle of a file, "
					       "--output a whole one: leave one of them out");
	if (o->update && !markdown)
		return err_set(err, ERR_USAGE, "--update writes markdown, not %s", format->name);
	if (o->mermaid && !markdown)
		return err_set(err, ERR_USAGE, "--mermaid is for markdown, not for %s",
			       format->name);
	if (o->table && strcmp(format->name, "csv") != 0)
		return err_set(err, ERR_USAGE, "--table is for --format csv, not for %s",
			       format->name);
	return true;
}

/* A table that has nothing in this report is no mistake. */
static bool check_table(const char *name, struct err *err)
{
	struct buf list = { 0 };

	for (const char *const *t = progress_tables; *t; t++) {
		if (strcmp(*t, name) == 0) {
			buf_free(&list);
			return true;
		}
		buf_printf(&list, "%s%s", t == progress_tables ? "" : t[1] ? ", " : " or ", *t);
	}
	err_set(err, ERR_USAGE, "--table takes %s, not \"%s\"", list.s, name);
	buf_free(&list);
	return false;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	const struct format *format = pick_format(o, err);
	struct progress p;
	struct doc d;
	struct delivery out = { .doc = &d, .format = format };

	(void)words;
	if (!format || !check_options(o, format, err) ||
	    (o->table && !check_table(o->table, err)) || !load(c, o, &p, err))
		return false;
	doc_start(&d, &c->arena, NULL);
	progress_doc(&d, &p);
	out.style.table = o->table;
	out.style.mermaid = o->mermaid;
	if (o->update)
		return deliver_update(c, &out, o->update, err);
	if (o->output)
		return deliver_file(c, &out, o->output, err);
	deliver(c, &out);
	return true;
}

static const struct opt options[] = {
	TEXT(struct options, format, 'f', "format", "FORMAT", "markdown, html, text, json or csv",
	     NULL),
	FLAG(struct options, json, 0, "json", "as JSON; the same as --format json"),
	TEXT(struct options, phase, 0, "phase", "PHASE", "of that phase only, or of those: 1,2",
	     NULL),
	FAMILY(struct options, family),
	TEXT(struct options, plan, 0, "plan", "PLAN", "of that plan only, or of those: 02-03,02-04",
	     NULL),
	TEXT(struct options, since, 0, "since", "WHEN",
	     "tell what changed since a date or revision; else in a week", NULL),
	TEXT(struct options, title, 0, "title", "TEXT", "what stands above it", NULL),
	TEXT(struct options, table, 0, "table", "NAME", "as CSV that table, not \"plans\"", NULL),
	FLAG(struct options, history, 0, "history", "how many references stood after each commit, too"),
	FLAG(struct options, mermaid, 0, "mermaid", "in markdown, charts that GitHub draws"),
	TEXT(struct options, output, 'o', "output", "FILE", "write to FILE, in the format of its name", NULL),
	TEXT(struct options, update, 0, "update", "FILE", "write between the markers in FILE", NULL),
	{ .kind = OPT_END },
};

const struct cmd cmd_report = {
	.name = "report",
	.args = "",
	.help = "the progress report, in markdown",
	.about = "Where we are, phase by phase; what changed; what is blocked, late or\n"
		 "contradicted; estimates against time spent, and what they say about the rest;\n"
		 "rollback notes; what comes next, and what decides the end; every plan; findings.\n"
		 "--update replaces what stands between the lines <!-- phaseline:begin --> and\n"
		 "<!-- phaseline:end -->, and nothing else.",
	.options = options,
	.size = sizeof(struct options),
	.needs = CMD_PLANS,
	.run = run,
};
