#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/findings.h"
#include "cli/kin.h"
#include "cli/look.h"
#include "cli/table.h"
#include "model/plan.h"
#include "report/collisions.h"
#include "report/labels.h"
#include "report/rows_json.h"

struct options {
	const char *rule, *format, *family;
	bool json;
};

static const char *const formats_known[] = { "text", "github", NULL };

/* Keeps the findings of the plans that were named, and are of the family. */
static bool narrow(struct cli *c, const struct words *words, const char *family,
		   finding_rows *rows, struct err *err)
{
	size_t kept = 0;
	bool *wanted = arena_alloc(&c->arena, rows->n + 1);

	for (size_t w = 0; w < words->n; w++) {
		struct target t;

		if (!project_target(c->project, &c->arena, words->v[w], &t, err))
			return false;
		for (size_t i = 0; i < rows->n; i++)
			wanted[i] |= strcmp(rows->v[i].path, t.plan.path) == 0;
	}
	for (size_t i = 0; i < rows->n; i++)
		if ((!words->n || wanted[i]) && kin_has(family, rows->v[i].path))
			rows->v[kept++] = rows->v[i];
	rows->n = kept;
	return true;
}

static int by_place(const void *a, const void *b)
{
	const struct finding_row *x = a, *y = b;
	int order = strcmp(x->path, y->path);

	if (order)
		return order;
	if (x->finding.line != y->finding.line)
		return x->finding.line < y->finding.line ? -1 : 1;
	if (x->finding.col != y->finding.col)
		return x->finding.col < y->finding.col ? -1 : 1;
	return strcmp(x->finding.message, y->finding.message);
}

/* No plan alone is to blame for these. */
static bool add_collisions(struct cli *c, const char *rule, finding_rows *rows, struct err *err)
{
	finding_rows found = { 0 };
	collision_list list;
	plan_rows open;
	size_t before = rows->n;

	if (rule && strncmp(rule, "same-", 5) != 0)
		return true;
	if (!store_open_plans(c->project->store, &c->arena, 0, &open, err) ||
	    !look_collisions(c, &open, &list, err))
		return false;
	collision_findings(&c->arena, &list, list.n, &found);
	for (size_t i = 0; i < found.n; i++)
		if (!rule || strcmp(found.v[i].finding.rule, rule) == 0)
			*vec_push(&c->arena, rows) = found.v[i];
	if (rows->n > before)
		qsort(rows->v, rows->n, sizeof *rows->v, by_place);
	return true;
}

static void tell_counts(struct cli *c, const finding_rows *rows, const int counts[])
{
	size_t files = 0;

	for (size_t i = 0; i < rows->n; i++)
		files += !i || strcmp(rows->v[i].path, rows->v[i - 1].path) != 0;
	if (!rows->n)
		out_note(c, "nothing to complain about");
	else
		out_note(c, "%s, %s and %s in %s",
			 label_count(&c->arena, counts[PHL_ERROR], "error"),
			 label_count(&c->arena, counts[PHL_WARNING], "warning"),
			 label_count(&c->arena, counts[PHL_NOTE], "note"),
			 label_count(&c->arena, (long)files, "file"));
}

static void show_json(struct cli *c, const finding_rows *rows)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < rows->n; i++)
		rows_json_finding(&j, &rows->v[i]);
	out_json_end(c, &j);
}

static bool check_rule(const char *rule, struct err *err)
{
	const char *near = NULL;
	int least = 6;

	for (const char *const *r = finding_rules; rule && *r; r++) {
		int distance = text_distance(rule, *r, least);

		if (distance == 0)
			return true;
		if (distance < least) {
			least = distance;
			near = *r;
		}
	}
	if (!rule)
		return true;
	if (near)
		return err_set(err, ERR_USAGE, "no rule \"%s\"; did you mean %s?", rule, near);
	return err_set(err, ERR_USAGE, "no rule \"%s\"; phaseline-plan(5) lists them", rule);
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	bool github = o->format && strcmp(o->format, "github") == 0;
	int counts[PHL_SEVERITIES] = { 0 };
	finding_rows rows = { 0 };

	if (!check_rule(o->rule, err) ||
	    !store_findings(c->project->store, &c->arena, o->rule, false, 0, &rows, err) ||
	    !add_collisions(c, o->rule, &rows, err) ||
	    !narrow(c, words, o->family, &rows, err))
		return false;
	if (o->json)
		show_json(c, &rows);
	for (size_t i = 0; i < rows.n; i++) {
		counts[rows.v[i].finding.severity]++;
		if (o->json)
			continue;
		if (github)
			findings_github(c, &rows.v[i]);
		else
			findings_text(c, &rows.v[i]);
	}
	if (!out_flush(c, err))
		return false;
	tell_counts(c, &rows, counts);
	if (counts[PHL_ERROR])
		err->kind = ERR_ANSWER_NO; /* said already, line by line */
	return !counts[PHL_ERROR];
}

static const struct opt options[] = {
	FAMILY(struct options, family),
	TEXT(struct options, rule, 'r', "rule", "RULE", "only findings of this rule", NULL),
	TEXT(struct options, format, 0, "format", "FORMAT", "print them as", formats_known),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_lint = {
	.name = "lint",
	.args = "[PLAN...]",
	.help = "what is wrong or contradictory in the plans",
	.about = "Prints path:line:column: severity: message [rule]. Exit status 1 if any is an\n"
		 "error.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.needs = CMD_PLANS,
	.words = WORDS_PLANS,
	.run = run,
};
