#include "report/attention.h"

#include <string.h>

#include "report/labels.h"

bool attention_is_contradiction(const struct phl_finding *f)
{
	return strcmp(f->rule, "status-contradicted") == 0 ||
	       strcmp(f->rule, "summary-contradicted") == 0;
}

static bool is_unwritten(const struct phl_finding *f)
{
	return strcmp(f->rule, "not-written") == 0;
}

static bool is_collision(const struct phl_finding *f)
{
	return strcmp(f->rule, "same-lines") == 0 || strcmp(f->rule, "same-file") == 0;
}

static bool is_worth(const struct phl_finding *f)
{
	return f->severity == PHL_ERROR || attention_is_contradiction(f) || is_unwritten(f) ||
	       is_collision(f);
}

/* How many findings a rule has that are worth it. */
struct tally {
	const char *rule;
	size_t n, shown;
};
typedef PHL_LIST(struct tally) tally_list;

static struct tally *tally_of(tally_list *list, const char *rule, struct arena *a)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i].rule, rule) == 0)
			return &list->v[i];
	struct tally *t = vec_push(a, list);

	*t = (struct tally){ .rule = rule };
	return t;
}

static tally_list tally(const finding_rows *rows, struct arena *a)
{
	tally_list list = { 0 };

	for (size_t i = 0; i < rows->n; i++)
		if (is_worth(&rows->v[i].finding))
			tally_of(&list, rows->v[i].finding.rule, a)->n++;
	return list;
}

static const char *finding_name(struct doc *d, const struct finding_row *row)
{
	return row->plan_id ? label_id(d->arena, row->plan_id, row->path) : row->path;
}

static void add_finding(struct doc *d, struct block *list, const struct finding_row *row,
			struct tally *t)
{
	size_t alike = t->n;
	struct item *item;

	if (alike > ATTENTION_ALIKE && t->shown++)
		return;
	if (alike > ATTENTION_ALIKE)
		item = doc_item(d, list, finding_name(d, row),
				"%s, and %zu more such; phaseline lint --rule %s",
				row->finding.message, alike - 1, row->finding.rule);
	else if (attention_is_contradiction(&row->finding) || is_unwritten(&row->finding) ||
		 is_collision(&row->finding))
		item = doc_item(d, list, finding_name(d, row), "%s", row->finding.message);
	else
		item = doc_item(d, list, finding_name(d, row), "line %d: %s",
				row->finding.line, row->finding.message);
	item->mark = row->finding.severity == PHL_ERROR ? MARK_ALERT : MARK_ASK;
}

static void add_findings(struct doc *d, struct block *list, const finding_rows *rows)
{
	tally_list tallies = tally(rows, d->arena);

	for (size_t i = 0; i < rows->n; i++) {
		const struct finding_row *row = &rows->v[i];

		if (is_worth(&row->finding))
			add_finding(d, list, row,
				    tally_of(&tallies, row->finding.rule, d->arena));
	}
}

static void add_disproved(struct doc *d, struct block *list, const plan_rows *plans)
{
	for (size_t i = 0; i < plans->n; i++) {
		const struct plan_row *p = &plans->v[i];

		doc_item(d, list, label_id(d->arena, p->id, p->path), "%s",
			 label_disproved(d->arena, p->proof))
		    ->mark = MARK_ALERT;
	}
}

static bool has_blocked_task(const task_rows *tasks, const struct plan_row *p)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (strcmp(tasks->v[i].plan_path, p->path) == 0)
			return true;
	return false;
}

/* "blocked since 2026-01-12: waiting for the review"; without a reason, its title. */
static void add_stopped(struct doc *d, struct block *list, const char *name,
			enum phl_status status, const char *since, const char *text)
{
	const char *word = phl_status_word(status);

	if (since && status == PHL_BLOCKED)
		word = arena_printf(d->arena, "%s since %.10s", word, since);
	else if (since)
		word = arena_printf(d->arena, "%s %.10s", word, since);
	doc_item(d, list, name, "%s: %s", word, text)->mark = MARK_ALERT;
}

/* A blocked task says more than its blocked plan. */
static void add_plans(struct doc *d, struct block *list, const struct attention *in)
{
	for (size_t i = 0; i < in->plans->n; i++) {
		const struct plan_row *p = &in->plans->v[i];

		if (p->status != PHL_BLOCKED && p->status != PHL_ROLLED_BACK)
			continue;
		if (p->status == PHL_BLOCKED && has_blocked_task(in->tasks, p))
			continue;
		add_stopped(d, list, label_id(d->arena, p->id, p->path), p->status, p->since,
			    p->why	? p->why :
			    p->title ? p->title :
				       p->path);
	}
}

static void add_tasks(struct doc *d, struct block *list, const task_rows *tasks)
{
	for (size_t i = 0; i < tasks->n; i++) {
		const struct task_row *t = &tasks->v[i];

		add_stopped(d, list, label_task(d->arena, t), PHL_BLOCKED, t->since,
			    t->why ? t->why : label_title(&t->task));
	}
}

void attention_add_claims(struct doc *d, struct block *list, const claim_list *claims,
			  enum claim_kind kind)
{
	for (size_t i = 0; claims && i < claims->n; i++) {
		const struct claim *c = &claims->v[i];

		if (c->kind == kind)
			doc_item(d, list, label_claimer(d->arena, c), "%s",
				 label_claim_at(d->arena, c))
			    ->mark = kind == CLAIM_CONTRADICTED ? MARK_ALERT : MARK_ASK;
	}
}

bool attention_add(struct doc *d, const struct attention *in, size_t most)
{
	struct doc draft = *d;
	struct block *list;

	/* Drafted aside: a heading without a list would be noise. */
	draft.first = draft.last = NULL;
	list = doc_list(&draft);
	list->one_line = true;
	attention_add_claims(&draft, list, in->claims, CLAIM_CONTRADICTED);
	add_disproved(&draft, list, in->disproved);
	add_plans(&draft, list, in);
	add_tasks(&draft, list, in->tasks);
	attention_add_claims(&draft, list, in->claims, CLAIM_FINISHED);
	add_findings(&draft, list, in->findings);
	if (!list->nitems)
		return false;
	doc_heading(d, 2, "Needs attention");
	d->last->next = list;
	d->last = list;
	if (list->nitems > most) {
		size_t hidden = list->nitems - most;

		list->nitems = most;
		doc_prose(d, "and %zu more; phaseline lint lists what is wrong in the plans",
			  hidden)
		    ->close = true;
		d->last->tone = TONE_DIM;
	}
	return true;
}
