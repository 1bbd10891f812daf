#include <string.h>

#include "base/text.h"
#include "cli/findings.h"
#include "cli/look.h"
#include "cli/refs_history.h"
#include "cli/table.h"
#include "cli/update.h"
#include "project/refcheck.h"
#include "report/labels.h"
#include "report/refs_page.h"

struct options {
	struct update_options update; /* of --fix; --json goes for both */
	const char *state, *file, *source, *rev, *since, *format;
	bool check, fix, history, plot;
};

static const char *const formats_known[] = { "text", "github", NULL };

static bool find_targets(struct cli *c, const struct words *words, struct target **out,
			 struct err *err)
{
	struct target *v = arena_alloc(&c->arena, (words->n + 1) * sizeof *v);

	for (size_t i = 0; i < words->n; i++)
		if (!project_target(c->project, &c->arena, words->v[i], &v[i], err))
			return false;
	*out = v;
	return true;
}

static bool is_wanted(const struct options *o, const struct refcheck *check,
		      const struct checked_ref *r)
{
	const struct checked_file *f = &check->files.v[r->file];

	if (o->state && strcmp(ref_state_words[r->state], o->state) != 0)
		return false;
	if (o->check && ref_judge(check, r) == REF_FINE)
		return false;
	if (!o->file)
		return true;
	return f->path && (text_path_ends(f->path, o->file) ||
			   text_path_ends(r->ref->path, o->file));
}

static void complain(struct cli *c, const struct refcheck *check, const struct checked_ref *r,
		     bool github)
{
	const struct checked_plan *p = &check->plans.v[r->plan];
	bool contradicts = ref_judge(check, r) == REF_CONTRADICTS;
	struct finding_row row = {
		.path = p->row.path,
		.plan_id = p->row.id,
		.finding = {
			.rule = contradicts ? "reference-contradicted" : "reference-stale",
			.severity = contradicts ? PHL_ERROR : PHL_WARNING,
			.line = r->ref->line,
			.col = r->ref->col,
			.message = refs_complaint(&c->arena, check, r),
		},
	};

	if (github)
		findings_github(c, &row);
	else
		findings_text(c, &row);
}

/* Says which references are wrong; *bad counts them. */
static bool show_bad(struct cli *c, const struct refs_page *page, bool github, size_t *bad,
		     struct err *err)
{
	for (size_t i = 0; i < page->check->refs.n; i++) {
		const struct checked_ref *r = &page->check->refs.v[i];

		if (!page->wanted[i] || ref_judge(page->check, r) == REF_FINE)
			continue;
		++*bad;
		complain(c, page->check, r, github);
		if (!out_some(c, err))
			return false;
	}
	return out_flush(c, err);
}

static void show_json(struct cli *c, const struct refs_page *page)
{
	struct json j = out_json(c);

	refs_page_json(&j, page);
	out_json_end(c, &j);
}

static bool show_page(struct cli *c, const struct refs_page *page, struct err *err)
{
	struct refs_page by_phase = *page;
	phase_rows phases = { 0 };
	struct doc d;

	if (!store_phases(c->project->store, &c->arena, &phases, err))
		return false;
	by_phase.phases = &phases;
	doc_start(&d, &c->arena, NULL);
	refs_page_doc(&d, &by_phase);
	out_doc(c, &d);
	return true;
}

static size_t count_bad(const struct refs_page *page)
{
	size_t bad = 0;

	for (size_t i = 0; i < page->check->refs.n; i++)
		bad += page->wanted[i] &&
		       ref_judge(page->check, &page->check->refs.v[i]) != REF_FINE;
	return bad;
}

static bool is_github(const struct options *o)
{
	return o->format && strcmp(o->format, "github") == 0;
}

static bool answer(struct cli *c, const struct options *o, struct refs_page *page,
		   struct err *err)
{
	size_t bad = 0;

	if (o->update.json) {
		show_json(c, page);
		bad = count_bad(page);
	} else if (o->check || is_github(o)) {
		if (!show_bad(c, page, is_github(o), &bad, err))
			return false;
		out_note(c, bad ? "%s of %s and the code contradict each other" :
				  "%s of %s contradicts the code",
			 bad ? label_count(&c->arena, (long)bad, "reference") : "none",
			 label_count(&c->arena, (long)page->check->plans.n, "plan"));
	} else {
		return show_page(c, page, err);
	}
	if (o->check && bad)
		err->kind = ERR_ANSWER_NO; /* said already, line by line */
	return !o->check || !bad;
}

/* Writes the numbers of what moved into the plans. */
static bool fix(struct cli *c, const struct options *o, const struct words *words,
		struct err *err)
{
	struct change change;

	if (o->state || o->check || o->format || o->rev || o->since || o->history || o->plot)
		return err_set(err, ERR_USAGE,
			       "--fix takes --file and --source, not --state, --check, --format, "
			       "--rev, --since, --history or --plot");
	if (!update_start(c, &o->update, "refs", &change, err))
		return false;
	if (change.no_write && !o->update.dry_run)
		return err_set(err, ERR_USAGE, "--fix writes to the plans, and .phaseline.yaml "
					       "says write_back: false");
	change.kind = CHANGE_LINES;
	change.source = o->source;
	change.file = o->file;
	return update_run(c, &o->update, &change, words, err);
}

static bool is_stray(const struct options *o, struct err *err)
{
	const struct update_options *u = &o->update;

	return (u->note || u->at || u->by || u->op_id || u->dry_run) &&
	       !err_set(err, ERR_USAGE,
			"--note, --at, --by, --op-id and --dry-run go with --fix");
}

static bool show(struct cli *c, const struct options *o, const struct refcheck_options *how,
		 struct err *err)
{
	struct refcheck_options then = *how;
	struct refcheck check, before = { 0 };
	bool *wanted;

	then.rev = o->since;
	if (!project_check_refs(c->project, &c->arena, how, &check, err) ||
	    (o->since && !project_check_refs(c->project, &c->arena, &then, &before, err)))
		return false;
	look_keep(c, &check, how);
	wanted = arena_alloc(&c->arena, check.refs.n + 1);
	for (size_t i = 0; i < check.refs.n; i++)
		wanted[i] = is_wanted(o, &check, &check.refs.v[i]) &&
			    (!o->since || check.refs.v[i].state != before.refs.v[i].state);
	return answer(c, o, &(struct refs_page){ .check = &check, .wanted = wanted,
						 .sums = !o->state && !o->file,
						 .unfold = o->state != NULL,
						 .before = o->since ? &before : NULL,
						 .since = o->since, .until = o->rev }, err);
}

static bool tell_history(struct cli *c, const struct options *o,
			 const struct refcheck_options *how, struct err *err)
{
	if (o->state || o->file || o->check || o->format)
		return err_set(err, ERR_USAGE,
			       "--history takes --source, --since and --rev, not --state, --file, "
			       "--check or --format");
	return refs_history(c, &(struct history_options){ o->since, o->plot, o->update.json }, how,
			    err);
}

/* The states of references whose lines are shown: to copy all takes room and time. */
static unsigned lines_of(const struct options *o)
{
	unsigned states = 0;

	for (int i = 0; i < REF_STATES; i++)
		if ((!o->state || strcmp(ref_state_words[i], o->state) == 0) &&
		    (o->update.json || !ref_is_cleared((enum ref_state)i)))
			states |= 1u << i;
	return o->update.json || !(o->check || is_github(o)) ? states : 0;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct repo repo = { .dir = o->source ? o->source : c->project->root };
	struct refcheck_options how = { .ntargets = words->n, .source = o->source,
					.rev = o->rev, .repo = &repo, .lines_of = lines_of(o),
					.then = words->n || (o->state && !strcmp(o->state, "unquoted")) };
	struct target *targets = NULL;
	bool ok;

	if (o->fix)
		return fix(c, o, words, err);
	ok = !is_stray(o, err) && find_targets(c, words, &targets, err);
	how.targets = targets;
	if (ok && (o->history || o->plot))
		ok = tell_history(c, o, &how, err);
	else
		ok = ok && show(c, o, &how, err);
	repo_close(&repo);
	return ok;
}

static const struct opt options[] = {
	TEXT(struct options, state, 's', "state", "STATE", "only references in this state",
	     ref_state_words),
	TEXT(struct options, file, 'f', "file", "FILE", "only to this file, or one whose path ends so",
	     NULL),
	TEXT(struct options, source, 0, "source", "DIR", "look for the code in DIR", NULL),
	TEXT(struct options, since, 0, "since", "REV", "only what changed since a revision", NULL),
	TEXT(struct options, rev, 0, "rev", "REV", "with the code as it was at a revision of git",
	     NULL),
	FLAG(struct options, history, 0, "history", "how many stood after each commit"),
	FLAG(struct options, plot, 0, "plot", "the same, drawn"),
	FLAG(struct options, check, 'c', "check", "only what is wrong; exit status 1 if anything is"),
	TEXT(struct options, format, 0, "format", "FORMAT", "print what is wrong as", formats_known),
	FLAG(struct options, fix, 0, "fix", "write the numbers of moved lines into the plans"),
	UPDATE_NOTE,
	UPDATE_WHO,
	UPDATE_END,
};

const struct cmd cmd_refs = {
	.name = "refs",
	.args = "[TARGET...]",
	.help = "what the code says: which lines stand, moved or are cleared",
	.about = "Every line that a plan points at is compared with the code. A TARGET is a plan\n"
		 "or a task. --check fails when work that is said to be done has lines that still\n"
		 "stand, or when lines of open work are not where the plan says.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PLANS,
	.words = WORDS_TARGETS,
	.run = run,
};
