#include "report/rollback_page.h"

#include <string.h>

#include "model/plan.h"
#include "report/labels.h"

static void add_steps(struct doc *d, const struct phl_plan *p)
{
	struct block *list;

	if (!p->rollback.n) {
		doc_prose(d, "The plan names no steps; add them below a heading \"Rollback\".");
		return;
	}
	doc_heading(d, 2, "Steps, as planned");
	list = doc_list(d);
	list->numbered = true;
	for (size_t i = 0; i < p->rollback.n; i++)
		doc_item(d, list, NULL, "%s", p->rollback.v[i].text);
}

static void add_done(struct doc *d, const struct phl_plan *p)
{
	struct block *list = NULL;

	for (size_t i = 0; i < p->tasks.n; i++) {
		const struct phl_task *t = &p->tasks.v[i];
		struct item *item;

		if (t->status != PHL_DONE && t->status != PHL_IN_PROGRESS)
			continue;
		if (!list) {
			doc_heading(d, 2, "Would be undone");
			list = doc_list(d);
			list->one_line = true;
		}
		item = doc_item(d, list,
				task_name(d->arena, t->number, t->label, (int)i + 1),
				"%s", label_title(t));
		item->mark = label_mark(t->status);
		item->tone = label_tone(t->status);
	}
}

static void add_commits(struct doc *d, const struct phl_plan *p)
{
	struct block *list = NULL;

	for (size_t i = 0; i < p->commits.n; i++) {
		const struct phl_commit *c = &p->commits.v[i];

		if (!c->hash)
			continue;
		if (!list) {
			doc_heading(d, 2, "Recorded commits");
			list = doc_list(d);
			list->one_line = true;
		}
		doc_item(d, list, c->hash, "%s", c->message ? c->message : "");
	}
}

static void add_notes(struct doc *d, const struct phl_plan *p)
{
	struct block *facts = NULL;

	for (size_t i = 0; i < p->notes.n; i++) {
		const struct phl_note *n = &p->notes.v[i];

		if (!n->kind || strcmp(n->kind, "rollback") != 0)
			continue;
		if (!facts) {
			doc_heading(d, 2, "What happened");
			facts = doc_facts(d);
		}
		doc_item(d, facts, n->date ? n->date : "", "%s", n->text);
	}
}

/* When somebody said last that the work was done. */
static const char *last_done(const event_list *events)
{
	for (size_t i = 0; i < events->n; i++) {
		const struct event *e = &events->v[i];

		if (strcmp(e->what, "status") == 0 && e->to && strcmp(e->to, "done") == 0)
			return e->at;
	}
	return NULL;
}

void rollback_page_doc(struct doc *d, const struct phl_plan *plan, const event_list *events)
{
	const char *done = last_done(events);
	struct plan_row row = { .id = plan->id, .path = plan->path, .title = plan->title };

	d->title = label_plan(d->arena, &row);
	doc_prose(d, "%s%s%.10s; --note or --done records that it was rolled back",
		  phl_status_word(plan->status), done ? ", last done on " : "", done ? done : "")
	    ->tone = TONE_DIM;
	add_steps(d, plan);
	add_done(d, plan);
	add_commits(d, plan);
	add_notes(d, plan);
}

void rollback_page_json(struct json *j, const struct phl_plan *plan)
{
	json_object(j);
	json_key_text(j, "plan", plan->id);
	json_key_text(j, "path", plan->path);
	json_key_text(j, "status", phl_status_word(plan->status));
	json_key(j, "tasks");
	json_array(j);
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct phl_task *t = &plan->tasks.v[i];

		if (t->status != PHL_DONE && t->status != PHL_IN_PROGRESS)
			continue;
		json_object(j);
		plan_json_task(j, t);
		json_end(j);
	}
	json_end(j);
	plan_json_undoing(j, plan);
	json_end(j);
}
