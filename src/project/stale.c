#include "project/stale.h"

#include <string.h>

#include "model/plan.h"
#include "project/job.h"

/* A task (0: the plan) whose status commands have changed; walking back through the
 * journal, `past` is what it was. */
struct touched {
	int task;
	enum phl_status stored, text, past; /* before the save, after it, and once */
};
typedef PHL_LIST(struct touched) touched_list;

struct journey {
	struct rewind *r;
	const status_changes *changes;
	const event_list *events; /* newest first */
	state_list states;
	bool own; /* the plan has a status of its own */
};

static enum phl_status status_of_word(const char *word)
{
	for (int i = 0; word && i < PHL_STATUSES; i++)
		if (strcmp(phl_status_words[i], word) == 0)
			return (enum phl_status)i;
	return PHL_PENDING;
}

static const struct status_change *change_of(const status_changes *list, int task)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].task == task)
			return &list->v[i];
	return NULL;
}

static struct touched *touch(struct journey *j, touched_list *list, const struct event *e)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].task == e->task)
			return &list->v[i];
	const struct status_change *c = change_of(j->changes, e->task);
	enum phl_status now = status_of_word(e->to);
	struct touched *t = vec_push(j->r->a, list);
	*t = (struct touched){ .task = e->task, .stored = c ? c->from : now,
			       .text = c ? c->to : now };
	return t;
}

/* What follows from tasks, or stands in the journal alone, no save can undo. */
static bool is_in_file(const struct journey *j, const struct event *e)
{
	const struct state *s = rewind_state_of(&j->states, e->task);
	return (e->task || j->own) && (!s || s->status < 0);
}

/* Would going back this far undo just what the save undoes, and how much? */
static int count_undone(const touched_list *list)
{
	int n = 0;
	for (size_t i = 0; i < list->n; i++) {
		const struct touched *t = &list->v[i];
		if (t->past != t->stored && t->past != t->text)
			return 0;
		n += t->past != t->stored;
	}
	return n;
}

static touched_list copy_list(struct arena *a, const touched_list *list)
{
	touched_list copy = { 0 };
	for (size_t i = 0; i < list->n; i++)
		*vec_push(a, &copy) = list->v[i];
	return copy;
}

/* What the file said before: its own word where the journal knew better. */
static bool past_text(struct journey *j, const struct event *e, enum phl_status *out,
		      struct err *err)
{
	const char *before;
	if (!store_state_before(j->r->store, j->r->a, e, &before, err))
		return false;
	struct state s = job_read_state(j->r->a, e->task, before);
	*out = s.status < 0 ? status_of_word(e->from) : (enum phl_status)s.base;
	return true;
}

/* The farthest that a save can have come from: changes by command only, whole ones,
 * and all of them undone. */
static bool walk_back(struct journey *j, touched_list *best, struct err *err)
{
	touched_list list = { 0 };
	for (size_t i = 0; i < j->events->n && j->events->v[i].operation; i++) {
		const struct event *e = &j->events->v[i];
		struct touched *t = NULL;
		bool whole = i + 1 == j->events->n ||
			     e->operation != j->events->v[i + 1].operation;
		if (is_in_file(j, e))
			t = touch(j, &list, e);
		if (t && !past_text(j, e, &t->past, err))
			return false;
		if (whole && count_undone(&list) > 1)
			*best = copy_list(j->r->a, &list);
	}
	return true;
}

static bool is_undone(const touched_list *list, int task)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].task == task)
			return list->v[i].past != list->v[i].stored;
	return false;
}

static const struct event *last_event(const event_list *events, int task)
{
	for (size_t i = 0; i < events->n; i++)
		if (events->v[i].task == task)
			return &events->v[i];
	return NULL;
}

static bool undoes_command(const struct journey *j, const struct status_change *c)
{
	const struct event *e = last_event(j->events, c->task);
	return e && e->operation && status_of_word(e->from) == c->to;
}

/* Whoever also undid what a command did later, or alone, has chosen. */
static bool is_by_choice(const struct journey *j, const touched_list *undone)
{
	for (size_t i = 0; i < j->changes->n; i++) {
		const struct status_change *c = &j->changes->v[i];
		if (rewind_is_own(c) && !is_undone(undone, c->task) && undoes_command(j, c))
			return true;
	}
	return undone->n == 0;
}

/* The journal says so from now on, until the file says something else than now. */
static bool keep_one(struct rewind *r, const struct state *now, const struct touched *t,
		     struct err *err)
{
	struct state s = now ? *now : (struct state){ .task = t->task, .status = -1,
						      .base = -1 };
	struct state kept = s;
	struct new_event e = { .plan = r->row,
			       .task = t->task,
			       .origin = "sync",
			       .what = "conflict",
			       .from = phl_status_word(t->text),
			       .to = phl_status_word(t->stored),
			       .note = "saved over" };
	kept.status = (int)t->stored;
	kept.base = (int)t->text;
	r->saved_over++;
	if (!rewind_put_state(r, &s, &kept, err))
		return false;
	e.operation = r->occasion.operation;
	return store_add_event(r->store, &e, r->occasion.when, err);
}

static bool keep_all(struct journey *j, const struct phl_plan *plan,
		     const touched_list *undone, struct err *err)
{
	struct rewind *r = j->r;
	for (size_t i = 0; i < undone->n; i++) {
		const struct touched *t = &undone->v[i];
		if (t->past != t->stored &&
		    !keep_one(r, rewind_state_of(&j->states, t->task), t, err))
			return false;
	}
	r->remark = arena_printf(r->a,
				 "%s was saved over %d changes by command; the journal keeps "
				 "them until a command or the file says otherwise: `phaseline "
				 "log`",
				 plan->path, r->saved_over);
	return true;
}

/* ---- one box that was opened ---- */

static void tell_opened(struct rewind *r, const struct phl_plan *plan,
			const struct journey *j)
{
	for (size_t i = 0; i < j->changes->n && !r->remark; i++) {
		const struct status_change *c = &j->changes->v[i];
		const struct event *e = last_event(j->events, c->task);
		if (c->from != PHL_DONE || !rewind_is_own(c) || !e || !e->operation ||
		    status_of_word(e->to) != c->from)
			continue;
		r->remark = arena_printf(r->a, "%s: %s is %s now; %s had said done on %.10s",
					 plan->path, c->task ? c->title : "the plan",
					 phl_status_word(c->to), e->who ? e->who : "somebody",
					 e->at);
	}
}

bool stale_judge(struct rewind *r, const struct phl_plan *plan, const status_changes *changes,
		 bool *again, struct err *err)
{
	event_list events;
	touched_list undone = { 0 };
	struct journey j = { .r = r, .changes = changes, .events = &events };
	j.own = plan->status_from == PHL_FROM_FRONTMATTER ||
		plan->status_from == PHL_FROM_HEADER;
	if (!store_status_events(r->store, r->a, r->row, &events, err) ||
	    !store_states(r->store, r->a, r->row, &j.states, err) ||
	    (changes->n > 1 && !walk_back(&j, &undone, err)))
		return false;
	*again = !is_by_choice(&j, &undone);
	if (*again)
		return keep_all(&j, plan, &undone, err);
	tell_opened(r, plan, &j);
	return true;
}
