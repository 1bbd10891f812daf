/* undo: take an operation back, unless somebody built on it */
#include <string.h>

#include "project/job.h"

/* It may be back, or somewhere else, without the store having seen that. */
static bool is_gone(struct work *w, const struct operation *op, const struct event *e,
		    struct err *err)
{
	w->stale = !w->synced;
	return err_set(err, ERR_CONFLICT,
		       "change %lld (%s) cannot be undone while %s is gone; nothing changed: "
		       "bring the file back first",
		       (long long)op->id, op->command, e->plan_path);
}

static bool plan_of(struct work *w, const struct operation *op, const struct event *e,
		    struct plan_row *out, struct err *err)
{
	struct phl_plan *plan;
	if (!store_plan(w->p->store, w->a, e->plan, &plan, err))
		return err->kind == ERR_USAGE && is_gone(w, op, e, err);
	*out = (struct plan_row){ .row = e->plan,
				  .path = plan->path,
				  .id = plan->id,
				  .title = plan->title,
				  .status = plan->status };
	return true;
}

bool undo_start(struct work *w, const struct operation *op, struct err *err)
{
	struct plan_row row;
	if (!store_edits(w->p->store, w->a, op->id, &w->undone, err) ||
	    !store_operation_events(w->p->store, w->a, op->id, &w->undone_events, err))
		return false;
	for (size_t i = 0; i < w->undone_events.n; i++) {
		if (!plan_of(w, op, &w->undone_events.v[i], &row, err))
			return false;
		job_of(w, &row);
	}
	return true;
}

static bool built_on(const struct job *j, struct err *err)
{
	return err_set(err, ERR_CONFLICT,
		       "%s was changed since in the same place; nothing was undone",
		       j->row.path);
}

static int task_of(const struct job *j, int seq)
{
	for (size_t i = 0; seq && i < j->draft.plan->tasks.n; i++)
		if (j->seqs[i] == seq)
			return (int)i;
	return -1;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool undo_states(struct work *w, struct job *j, struct err *err)
{
	for (size_t i = w->undone.n; i-- > 0;) {
		const struct edit_row *row = &w->undone.v[i];
		if (row->plan != j->row.row || strcmp(row->field, "state") != 0)
			continue;
		int task = task_of(j, row->task);
		if (row->task && task < 0)
			return built_on(j, err);
		struct state now = job_state(j, task);
		if (!same(job_state_text(w->a, &now), row->after))
			return built_on(j, err);
		struct state before = job_read_state(w->a, row->task, row->before);
		if (!job_put_state(w, j, &before, err))
			return false;
	}
	return true;
}

/* Each thing that happened is followed by its opposite. */
static void undo_events(struct work *w, struct job *j)
{
	for (size_t i = 0; i < w->undone_events.n; i++) {
		const struct event *e = &w->undone_events.v[i];
		int task = task_of(j, e->task);
		if (e->plan != j->row.row)
			continue;
		*vec_push(w->a, &j->events) = (struct new_event){
			.task = e->task,
			.what = e->what,
			.from = e->to,
			.to = e->from,
			.note = w->c->note,
		};
		if (!e->task || task >= 0)
			job_changed(w, j, task, e->what, e->to, e->from);
	}
}

bool undo_make(struct work *w, struct job *j, struct err *err)
{
	edit_list edits;
	int lost;
	if (!edits_of_rows(w->p, j->row.row, &j->draft, &w->undone, &edits, &lost, err))
		return false;
	if (lost)
		return built_on(j, err);
	edits_invert(w->a, &edits, &j->edits);
	if (!undo_states(w, j, err))
		return false;
	undo_events(w, j);
	return true;
}
