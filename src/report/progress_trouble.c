/* what a report says of plans that do not go on as they should */
#include "report/progress_parts.h"

#include <string.h>

#include "base/day.h"
#include "report/attention.h"
#include "report/labels.h"

enum {
	DAY = 24 * 60 * 60,
	SHOWN = 30,
	GRACE = 2, /* days that a plan may take in any case, and how many times the
		    * working days that were estimated */
	UNESTIMATED = 14, /* days for a plan without an estimate */
};

static long days_allowed(const struct plan_row *plan)
{
	long day = day_working_minutes();

	if (!plan->estimate.text || plan->estimate.high <= 0)
		return UNESTIMATED;
	return GRACE + GRACE * ((plan->estimate.high + day - 1) / day);
}

/* Days since work on it began, -1 when it is not under way or nobody knows. */
static long days_under_way(const struct progress *p, const struct plan_row *plan)
{
	long began = outlook_day_of(plan->started);

	if (plan->status != PHL_IN_PROGRESS)
		return -1;
	if (began < 0)
		began = outlook_day_of(plan->since);
	return began < 0 ? -1 : (long)(p->now / DAY) - began;
}

static bool is_late(const struct progress *p, const struct plan_row *plan)
{
	return days_under_way(p, plan) > days_allowed(plan);
}

size_t progress_late(const struct progress *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->plans->n; i++)
		n += is_late(p, &p->plans->v[i]);
	return n;
}

static const char *late_words(struct arena *a, const struct progress *p,
			      const struct plan_row *plan)
{
	const char *days = label_count(a, days_under_way(p, plan), "day");

	if (!plan->estimate.text || plan->estimate.high <= 0)
		return arena_printf(a, "under way for %s", days);
	return arena_printf(a, "under way for %s, estimated at %s", days,
			    label_range(a, plan->estimate.low, plan->estimate.high));
}

static const char *stopped_words(struct arena *a, const char *word, const char *since,
				 const char *why)
{
	return arena_printf(a, "%s%s%.10s%s%s", word, since ? " since " : "",
			    since ? since : "", why ? ": " : "", why ? why : "");
}

static bool has_blocked_task(const struct progress *p, const struct plan_row *plan)
{
	for (size_t i = 0; i < p->blocked->n; i++)
		if (strcmp(p->blocked->v[i].plan_path, plan->path) == 0)
			return true;
	return false;
}

struct table {
	struct doc *d;
	struct block *block;
	size_t hidden;
	bool hides_late; /* which no command lists alone */
};

static void add(struct table *t, const char *name, const char *title, const char *owner,
		const char *words)
{
	static const struct column columns[] = {
		{ .title = "Plan", .key = "plan", .code = true },
		{ .title = "Title", .key = "title", .stretch = true },
		{ .title = "Owner", .key = "owner" },
		{ .title = "What holds it up", .key = "why", .stretch = true },
	};
	struct cell *row;

	if (!t->block) {
		doc_heading(t->d, 2, "Blocked and late")->name = "blocked";
		t->block = doc_table(t->d, columns, 4);
		t->block->name = "blocked";
	}
	if (t->block->nrows == SHOWN) {
		t->hidden++;
		return;
	}
	row = doc_row(t->d, t->block);
	cell_text(&row[0], name);
	cell_text(&row[1], title);
	cell_text(&row[2], owner);
	cell_text(&row[3], words);
}

void progress_trouble(struct doc *d, const struct progress *p)
{
	struct table t = { .d = d };

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];

		if (plan->status == PHL_BLOCKED && !has_blocked_task(p, plan))
			add(&t, label_id(d->arena, plan->id, plan->path), plan->title, plan->owner,
			    stopped_words(d->arena, "blocked", plan->since, plan->why));
		else if (is_late(p, plan)) {
			t.hides_late |= t.block && t.block->nrows == SHOWN;
			add(&t, label_id(d->arena, plan->id, plan->path), plan->title, plan->owner,
			    late_words(d->arena, p, plan));
		}
	}
	for (size_t i = 0; i < p->blocked->n; i++) {
		const struct task_row *task = &p->blocked->v[i];

		add(&t, label_task(d->arena, task), label_title(&task->task), task->owner,
		    stopped_words(d->arena, "blocked", task->since, task->why));
	}
	if (t.hidden)
		doc_prose(d, "And %zu more%s.", t.hidden,
			  t.hides_late ? "" : "; phaseline list --status blocked shows them");
}

/* ---- claims ---- */

static void add_claim(struct table *t, const char *name, const char *where, const char *what)
{
	static const struct column columns[] = {
		{ .title = "Plan", .key = "plan", .code = true },
		{ .title = "Where", .key = "where", .code = true },
		{ .title = "What", .key = "message", .stretch = true },
	};
	struct cell *row;

	if (!t->block) {
		doc_heading(t->d, 2, "Contradictions")->name = "contradictions";
		t->block = doc_table(t->d, columns, 3);
		t->block->name = "contradictions";
	}
	row = doc_row(t->d, t->block);
	cell_text(&row[0], name);
	cell_text(&row[1], where);
	cell_text(&row[2], what);
}

static void add_claims(struct table *t, const claim_list *claims, enum claim_kind kind)
{
	struct arena *a = t->d->arena;

	for (size_t i = 0; i < claims->n; i++) {
		const struct claim *c = &claims->v[i];

		if (c->kind == kind)
			add_claim(t, label_claimer(a, c),
				  c->path && c->line ? arena_printf(a, "%s:%d", c->path, c->line)
						     : c->path,
				  label_claim(a, c));
	}
}

void progress_contradictions(struct doc *d, const struct progress *p)
{
	struct table t = { .d = d };

	add_claims(&t, p->claims, CLAIM_CONTRADICTED);
	for (size_t i = 0; i < p->disproved->n; i++) {
		const struct plan_row *plan = &p->disproved->v[i];

		add_claim(&t, label_id(d->arena, plan->id, plan->path), plan->path,
			  label_disproved(d->arena, plan->proof));
	}
	for (size_t i = 0; i < p->findings->n; i++) {
		const struct finding_row *f = &p->findings->v[i];

		if (attention_is_contradiction(&f->finding))
			add_claim(&t, f->plan_id ? label_id(d->arena, f->plan_id, f->path) : NULL,
				  arena_printf(d->arena, "%s:%d", f->path, f->finding.line),
				  f->finding.message);
	}
	add_claims(&t, p->claims, CLAIM_FINISHED);
}
