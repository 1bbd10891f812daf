#include "report/plan_page.h"

#include <string.h>

#include "model/coverage.h"
#include "model/plan.h"
#include "report/attention.h"
#include "report/labels.h"
#include "report/page_parts.h"
#include "report/requirements_page.h"
#include "report/task_rows.h"

/* How the sources of a status are called in a sentence. */
static const char *const says[PHL_STATUS_FROMS] = {
	[PHL_FROM_FRONTMATTER] = "says its frontmatter",
	[PHL_FROM_HEADER] = "says its header",
	[PHL_FROM_SUMMARY] = "says its SUMMARY",
	[PHL_FROM_ROADMAP] = "says the ROADMAP",
	[PHL_FROM_TASKS] = "say its tasks",
	[PHL_FROM_BOX] = "says its box",
	[PHL_FROM_ATTRIBUTE] = "says its status attribute",
	[PHL_FROM_PLAN] = "as its plan",
	[PHL_FROM_JOURNAL] = "says the journal",
};

static void add_status(struct doc *d, struct block *facts, enum phl_status status,
		       enum phl_status_from from, const char *as_written)
{
	const char *word = phl_status_word(status);
	bool other = as_written && strcmp(as_written, word) != 0;

	doc_item(d, facts, "Status", "%s%s%s%s%s%s", word, says[from] ? ", " : "",
		 says[from] ? says[from] : "", other ? " (\"" : "", other ? as_written : "",
		 other ? "\")" : "")
	    ->tone = label_tone(status);
}

static const char *joined(struct doc *d, const char *const *v, size_t n)
{
	const char *s = n ? v[0] : NULL;

	for (size_t i = 1; i < n; i++)
		s = arena_printf(d->arena, "%s, %s", s, v[i]);
	return s;
}

static const char *duration(struct doc *d, const struct phl_estimate *e)
{
	if (!e->text || e->low < 0)
		return e->text;
	return label_range(d->arena, e->low, e->high);
}

static const char *proof_fact(struct doc *d, const struct proof *proof)
{
	return proof ? label_proof(d->arena, proof) : NULL;
}

/* How many of those that are declared for it are covered. */
static const char *requirements_of(struct arena *a, const struct phl_plan *p)
{
	plan_list one = { 0 };
	covered_list all;

	if (!p->declared.n)
		return NULL;
	*vec_push(a, &one) = p;
	coverage_of(a, &one, &all);
	return requirements_covered(a, &all);
}

static void add_facts(struct doc *d, const struct plan_page *page)
{
	const struct phl_plan *p = page->plan;
	struct block *facts = doc_facts(d);
	struct arena *a = d->arena;

	add_status(d, facts, p->status, p->status_from, p->status_text);
	part_fact(d, facts, "Estimate", duration(d, &p->estimate));
	part_fact(d, facts, "Spent", duration(d, &p->actual));
	part_fact(d, facts, "References", part_cleared(a, page->told));
	part_fact(d, facts, "Verification", proof_fact(d, page->proof));
	part_fact(d, facts, "Owner", p->owner);
	part_fact(d, facts, "Priority", p->priority);
	part_fact(d, facts, "Type", p->type);
	part_fact(d, facts, "Wave", p->wave > 0 ? arena_printf(a, "%d", p->wave) : NULL);
	part_fact(d, facts, "Waits for", joined(d, p->depends_on.v, p->depends_on.n));
	part_fact(d, facts, "Covers", joined(d, p->requirements.v, p->requirements.n));
	part_fact(d, facts, "Requirements", requirements_of(a, p));
	part_fact(d, facts, "Tags", joined(d, p->tags.v, p->tags.n));
	part_fact(d, facts, "Created", p->created);
	part_fact(d, facts, "Started", p->started);
	part_fact(d, facts, "Completed", p->completed);
	part_fact(d, facts, "File", p->path);
	for (size_t i = 0; i < p->keys.n; i++)
		if (!strchr(p->keys.v[i].value, '\n'))
			part_fact(d, facts, p->keys.v[i].name, p->keys.v[i].value);
}

static bool is_rollback(const struct phl_note *n)
{
	return n->kind && strcmp(n->kind, "rollback") == 0;
}

static bool any_rollback_note(const struct phl_plan *p)
{
	for (size_t i = 0; i < p->notes.n; i++)
		if (is_rollback(&p->notes.v[i]))
			return true;
	return false;
}

/* What is planned, then what happened. */
static void add_rollback(struct doc *d, const struct phl_plan *p)
{
	bool noted = any_rollback_note(p);
	struct block *list;

	if (!p->rollback.n && !noted)
		return;
	doc_heading(d, 2, "Rollback");
	if (p->rollback.n) {
		list = doc_list(d);
		list->numbered = true;
		for (size_t i = 0; i < p->rollback.n; i++)
			doc_item(d, list, NULL, "%s", p->rollback.v[i].text);
	}
	list = noted ? doc_facts(d) : NULL;
	for (size_t i = 0; i < p->notes.n; i++)
		if (is_rollback(&p->notes.v[i]))
			doc_item(d, list, p->notes.v[i].date ? p->notes.v[i].date : "", "%s",
				 p->notes.v[i].text);
	if (list && p->rollback.n)
		list->close = true;
}

static void add_criteria(struct doc *d, const struct phl_plan *p)
{
	struct block *list;

	if (!p->criteria.n)
		return;
	doc_heading(d, 2, "Criteria");
	list = doc_list(d);
	for (size_t i = 0; i < p->criteria.n; i++)
		doc_item(d, list, p->criteria.v[i].number ?
				 arena_printf(d->arena, "#%d", p->criteria.v[i].number) : NULL,
			 "%s", p->criteria.v[i].title)->mark =
		    label_mark(p->criteria.v[i].status);
}

static void add_notes(struct doc *d, const struct phl_plan *p)
{
	struct block *facts = NULL;

	for (size_t i = 0; i < p->notes.n; i++) {
		const struct phl_note *n = &p->notes.v[i];
		bool plain = n->kind && strcmp(n->kind, "note") == 0;

		if (is_rollback(n))
			continue;
		if (!facts) {
			doc_heading(d, 2, "Notes");
			facts = doc_facts(d);
		}
		if (n->date)
			doc_item(d, facts, n->date, "%s%s%s", plain ? "" : n->kind,
				 plain ? "" : ": ", n->text);
		else
			doc_item(d, facts, n->kind, "%s", n->text);
	}
}

static void add_findings(struct doc *d, const struct phl_plan *p)
{
	struct block *list;

	if (!p->findings.n)
		return;
	doc_heading(d, 2, "Findings");
	list = doc_list(d);
	for (size_t i = 0; i < p->findings.n; i++) {
		const struct phl_finding *f = &p->findings.v[i];

		doc_item(d, list, NULL, "line %d: %s [%s]", f->line, f->message, f->rule)->mark =
		    f->severity == PHL_ERROR ? MARK_ALERT : MARK_ASK;
	}
}

/* "03-03", "03-03/4" */
static const char *page_name(struct doc *d, const struct phl_plan *p, int task)
{
	const char *id = label_id(d->arena, p->id, p->path);
	const struct phl_task *t = task < 0 ? NULL : &p->tasks.v[task];

	return t ? arena_printf(d->arena, "%s/%s", id,
				task_name(d->arena, t->number, t->label, task + 1)) : id;
}

static bool is_disproved(const struct plan_page *page, int task)
{
	const struct phl_plan *p = page->plan;
	enum phl_status status = task < 0 ? p->status : p->tasks.v[task].status;

	return status == PHL_DONE && page->proof && page->proof->verdict == VERDICT_FAILED;
}

/* Of the whole plan (-1), or of one of its tasks. */
static void add_claims(struct doc *d, const struct plan_page *page, int task)
{
	const claim_list *all = page->claims;
	bool disproved = is_disproved(page, task);
	claim_list own = { 0 };
	struct block *list;

	for (size_t i = 0; i < all->n; i++)
		if (task < 0 || all->v[i].task == task)
			*vec_push(d->arena, &own) = all->v[i];
	if (!own.n && !disproved)
		return;
	doc_heading(d, 2, "Needs attention");
	list = doc_list(d);
	if (disproved)
		doc_item(d, list, page_name(d, page->plan, task), "%s",
			 label_disproved(d->arena, page->proof))
		    ->mark = MARK_ALERT;
	attention_add_claims(d, list, &own, CLAIM_CONTRADICTED);
	attention_add_claims(d, list, &own, CLAIM_FINISHED);
}

static const char *page_title(struct doc *d, const struct phl_plan *p)
{
	const char *id = label_id(d->arena, p->id, p->path);

	return p->title ? arena_printf(d->arena, "%s  %s", id, p->title) : id;
}

void plan_page_doc(struct doc *d, const struct plan_page *page)
{
	const struct phl_plan *p = page->plan;

	d->title = page_title(d, p);
	if (p->goal)
		doc_prose(d, "%s", p->goal);
	add_facts(d, page);
	add_claims(d, page, -1);
	task_rows_add(d, p);
	part_files(d, p, page->told);
	part_verification(d, p, -1);
	add_criteria(d, p);
	add_rollback(d, p);
	add_notes(d, p);
	part_commits(d, p, page->work, 0);
	part_progress(d, page->work);
	add_findings(d, p);
	part_events(d, page->events, 0);
}

/* ---- one task ---- */

static void add_steps(struct doc *d, const struct phl_task *t)
{
	struct block *table;
	static const struct column columns[] = { { .stretch = true } };

	if (!t->steps.n)
		return;
	doc_heading(d, 2, "Steps");
	table = doc_table(d, columns, 1);
	for (size_t i = 0; i < t->steps.n; i++) {
		const struct phl_step *s = &t->steps.v[i];
		struct cell *row = doc_row(d, table);

		cell_text(row, s->title);
		row->indent = 2 * s->depth;
		row->mark = s->status == PHL_NO_STATUS ? MARK_OPEN : label_mark(s->status);
	}
}

/* "1.1 Count the boats"; NULL for a task that is no part of another. */
static const char *part_of(struct arena *a, const struct phl_plan *p, const struct phl_task *t)
{
	for (size_t i = 0; t->parent && i < p->tasks.n; i++) {
		const struct phl_task *up = &p->tasks.v[i];

		if (up->label && strcmp(up->label, t->parent) == 0)
			return arena_printf(a, "%s %s", task_name(a, up->number, up->label, (int)i + 1),
					    label_title(up));
	}
	return t->parent;
}

/* A line for each, with its text where that is known. */
static void add_purpose(struct doc *d, struct block *facts, const struct phl_plan *p,
			const struct phl_task *t)
{
	for (size_t i = 0; i < t->requirements.n; i++) {
		const char *id = t->requirements.v[i];
		const struct phl_requirement *r = coverage_find(p, id);
		const char *text = !r ? NULL : r->title ? r->title : r->text;

		doc_item(d, facts, i ? "" : "For", "%s%s%s", id, text ? "  " : "", text ? text : "");
	}
}

void task_page_doc(struct doc *d, const struct plan_page *page, int position)
{
	const struct phl_plan *p = page->plan;
	const struct phl_task *t = &p->tasks.v[position - 1];
	struct block *facts;

	d->title = arena_printf(d->arena, "%s/%s  %s", label_id(d->arena, p->id, p->path),
				task_name(d->arena, t->number, t->label, position),
				label_title(t));
	facts = doc_facts(d);
	add_status(d, facts, t->status, t->status_from, NULL);
	part_fact(d, facts, "Estimate", duration(d, &t->estimate));
	part_fact(d, facts, "Spent", duration(d, &t->actual));
	part_fact(d, facts, "Verification", proof_fact(d, page->proof));
	part_fact(d, facts, "Started", t->started ? arena_printf(d->arena, "%.10s %.5s", t->started,
								 t->started + 11) : NULL);
	part_fact(d, facts, "Owner", t->owner ? t->owner : p->owner);
	part_fact(d, facts, "Type", t->type);
	part_fact(d, facts, "Plan", page_title(d, p));
	part_fact(d, facts, "Part of", part_of(d->arena, p, t));
	part_fact(d, facts, "Section", t->section);
	add_purpose(d, facts, p, t);
	if (t->parallel)
		doc_item(d, facts, "Parallel", "may be done beside the tasks around it");
	doc_item(d, facts, "File", "%s:%d", p->path, t->line);
	part_fact(d, facts, "Touches", joined(d, t->files.v, t->files.n));
	add_steps(d, t);
	add_claims(d, page, position - 1);
	part_refs(d, p, page->told, position - 1);
	part_verification(d, p, position - 1);
	part_commits(d, p, page->work, position);
	part_events(d, page->events, position);
}
