#include <string.h>

#include "base/file.h"
#include "cli/look.h"
#include "cli/table.h"
#include "report/progress.h"

enum { NEXT = 5 }; /* what can start now: more is no plan */

struct options {
	const char *format, *output;
	bool json;
};

static bool load(struct cli *c, struct progress *p, struct err *err)
{
	struct store *s = c->project->store;
	phase_rows *phases = arena_alloc(&c->arena, sizeof *phases);
	plan_rows *plans = arena_alloc(&c->arena, sizeof *plans);
	note_rows *notes = arena_alloc(&c->arena, sizeof *notes);
	finding_rows *findings = arena_alloc(&c->arena, sizeof *findings);
	struct progress_next *next = arena_alloc(&c->arena, NEXT * sizeof *next);
	startables *startable = arena_alloc(&c->arena, sizeof *startable);
	size_t waiting;

	if (!look_phases(c, NULL, 0, phases, err) || !store_plans(s, &c->arena, 0, plans, err) ||
	    !store_notes(s, &c->arena, "rollback", notes, err) ||
	    !store_findings(s, &c->arena, NULL, true, 0, findings, err) ||
	    !look_startable(c, plans, NEXT, startable, &waiting, err))
		return false;
	for (size_t i = 0; i < startable->n; i++)
		next[i] = (struct progress_next){ &startable->v[i].plan, startable->v[i].task };
	*p = (struct progress){ .title = look_title(c), .aside = look_aside(c), .phases = phases,
				.plans = plans, .next = next, .nnext = startable->n,
				.rollbacks = notes, .findings = findings };
	return true;
}

static const struct format *pick_format(const struct options *o, struct err *err)
{
	const char *name = o->format ? o->format : o->json ? "json" : "markdown";
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

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	const struct format *format = pick_format(o, err);
	struct style plain = { .utf8 = true };
	struct progress p;
	struct doc d;
	struct buf out = { 0 };
	bool ok;

	(void)words;
	if (!format || !load(c, &p, err))
		return false;
	doc_start(&d, &c->arena, NULL);
	progress_doc(&d, &p);
	if (!o->output) {
		format->emit(&c->out, &d, &c->style);
		return true;
	}
	format->emit(&out, &d, &plain);
	ok = file_replace(o->output, out.s, out.n, err);
	buf_free(&out);
	if (ok)
		out_note(c, "%s written", o->output);
	return ok;
}

static const struct opt options[] = {
	TEXT(struct options, format, 'f', "format", "FORMAT", "markdown, html, text or json", NULL),
	FLAG(struct options, json, 0, "json", "as JSON; the same as --format json"),
	TEXT(struct options, output, 'o', "output", "FILE", "write to FILE", NULL),
	{ .kind = OPT_END },
};

const struct cmd cmd_report = {
	.name = "report",
	.args = "",
	.help = "the progress report, in markdown",
	.about = "What is done and what is open, phase by phase; estimates against time spent;\n"
		 "rollback notes; what comes next; what is wrong or contradictory in the plans.",
	.options = options,
	.size = sizeof(struct options),
	.needs = CMD_PLANS,
	.run = run,
};
