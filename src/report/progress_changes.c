#include "report/progress_parts.h"

#include <string.h>

#include "report/journal.h"
#include "report/labels.h"

enum { SHOWN = 20 };

struct changes {
	long plans[PHL_STATUSES], tasks[PHL_STATUSES]; /* that came to this status */
	long new_plans, gone;
	event_list told; /* of plans, the latest first */
};

static bool is(const struct event *e, const char *what)
{
	return strcmp(e->what, what) == 0;
}

static void count_status(struct changes *c, const struct event *e)
{
	long *of = e->task ? c->tasks : c->plans;

	for (int i = 0; e->to && i < PHL_STATUSES; i++)
		of[i] += strcmp(phl_status_words[i], e->to) == 0;
}

static void take(struct changes *c, const struct event *e, struct arena *a)
{
	if (is(e, "status"))
		count_status(c, e);
	else if (is(e, "seen"))
		c->new_plans++;
	else if (is(e, "removed") && !e->task)
		c->gone++;
	/* the ticks of tasks are a number; what happened to plans is a story */
	if (!e->task && !is(e, "seen") && !is(e, "moved"))
		*vec_push(a, &c->told) = *e;
}

static void add_part(struct buf *b, const char *text)
{
	buf_printf(b, "%s%s", b->n ? ", " : "", text);
}

static void add_count(struct buf *b, struct arena *a, long n, const char *noun,
		      const char *what)
{
	if (n)
		add_part(b, arena_printf(a, "%s %s", label_count(a, n, noun), what));
}

static void add_sentence(struct doc *d, const struct changes *c)
{
	struct arena *a = d->arena;
	struct buf b = { 0 };

	add_count(&b, a, c->plans[PHL_DONE], "plan", "done");
	add_count(&b, a, c->tasks[PHL_DONE], "task", "done");
	add_count(&b, a, c->plans[PHL_IN_PROGRESS], "plan", "begun");
	add_count(&b, a, c->plans[PHL_BLOCKED], "plan", "blocked");
	add_count(&b, a, c->plans[PHL_ROLLED_BACK], "plan", "rolled back");
	add_count(&b, a, c->plans[PHL_PENDING], "plan", "reopened");
	add_count(&b, a, c->new_plans, "plan", "new");
	add_count(&b, a, c->gone, "plan", "gone");
	if (b.n)
		doc_prose(d, "%s.", b.s);
	buf_free(&b);
}

static void add_story(struct doc *d, const struct progress *p, struct changes *c)
{
	size_t more = c->told.n > SHOWN ? c->told.n - SHOWN : 0;

	if (!c->told.n)
		return;
	c->told.n -= more;
	journal_doc(d, &c->told, true);
	d->last->name = "changes";
	if (more)
		doc_prose(d, "And %zu earlier ones; phaseline log --since %s tells all.", more,
			  p->since_text);
}

void progress_changes(struct doc *d, const struct progress *p)
{
	struct changes c = { 0 };

	if (!p->since_text)
		return;
	for (size_t i = 0; i < p->changes->n; i++)
		take(&c, &p->changes->v[i], d->arena);
	if (!c.told.n && !c.new_plans && !c.tasks[PHL_DONE])
		return;
	doc_heading(d, 2, arena_printf(d->arena, "What changed since %s", p->since_text))->name =
	    "changes";
	add_sentence(d, &c);
	add_story(d, p, &c);
}
