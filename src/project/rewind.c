#include "project/rewind.h"

#include <string.h>

#include "base/day.h"
#include "model/plan.h"
#include "project/job.h"
#include "project/stale.h"

/* ---- states, as they were ---- */

const struct state *rewind_state_of(const state_list *list, int task)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].task == task)
			return &list->v[i];
	return NULL;
}

/* What was said of it then.  Owner and time are true whatever the file says; a clock
 * runs on where it ran, unless its time was counted since. */
static struct state as_then(struct state now, const struct state *then)
{
	now.status = then ? then->status : -1;
	now.base = then ? then->base : -1;
	now.started = then && then->spent == now.spent ? then->started : 0;
	return now;
}

static bool past_states(struct rewind *r, state_list *out, struct err *err)
{
	edit_rows rows;
	*out = (state_list){ 0 };
	if (!store_past_states(r->store, r->a, r->row, r->moment, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		*vec_push(r->a, out) =
		    job_read_state(r->a, rows.v[i].task, rows.v[i].after);
	return true;
}

/* Part of the journal like what a command changes: who goes back to this text later
 * will find it there. */
static bool need_operation(struct rewind *r, struct err *err)
{
	struct operation op = { .at = r->occasion.when, .command = "sync" };
	if (r->occasion.operation)
		return true;
	if (!store_add_operation(r->store, &op, err))
		return false;
	r->occasion.operation = op.id;
	return true;
}

bool rewind_put_state(struct rewind *r, const struct state *now, const struct state *then,
		      struct err *err)
{
	const char *before = job_state_text(r->a, now), *after = job_state_text(r->a, then);
	if (before == after || (before && after && strcmp(before, after) == 0))
		return true;
	if (!need_operation(r, err))
		return false;
	*vec_push(r->a, &r->edits) = (struct edit_row){ .plan = r->row,
							.task = now->task,
							.field = "state",
							.before = before,
							.after = after };
	return store_put_state(r->store, r->row, then, err);
}

bool rewind_states(struct rewind *r, struct err *err)
{
	state_list now, then;
	if (!r->row || !r->occasion.text)
		return true;
	if (!store_moment(r->store, r->row, r->occasion.text, &r->moment, &r->at, err))
		return false;
	if (!r->moment)
		return true;
	if (!store_states(r->store, r->a, r->row, &now, err) || !past_states(r, &then, err))
		return false;
	for (size_t i = 0; i < then.n; i++)
		if (!rewind_state_of(&now, then.v[i].task))
			*vec_push(r->a, &now) =
			    (struct state){ .task = then.v[i].task, .status = -1, .base = -1 };
	for (size_t i = 0; i < now.n; i++) {
		struct state s =
		    as_then(now.v[i], rewind_state_of(&then, now.v[i].task));
		if (!rewind_put_state(r, &now.v[i], &s, err))
			return false;
	}
	return true;
}

/* ---- what it comes to ---- */

/* A plan's status that follows from its tasks is none of its own. */
bool rewind_is_own(const struct status_change *c)
{
	return c->task || c->to_by == PHL_FROM_FRONTMATTER ||
	       c->to_by == PHL_FROM_HEADER || c->to_by == PHL_FROM_JOURNAL;
}

static int count_own(const status_changes *list)
{
	int n = 0;
	for (size_t i = 0; i < list->n; i++)
		n += rewind_is_own(&list->v[i]);
	return n;
}

static void restore(struct rewind *r, const struct phl_plan *plan, int changes)
{
	const char *what = changes == 1 ? "1 status" :
					  arena_printf(r->a, "%d statuses", changes);
	char at[21];
	day_format(r->at, at);
	r->occasion.restored = arena_printf(r->a, "%s as on %.10s %.5s", what, at, at + 11);
	r->remark = arena_printf(r->a, "%s is as it was on %.10s %.5s, with %s of then",
				 plan->path, at, at + 11, what);
}

bool rewind_judge(struct rewind *r, const struct phl_plan *plan, bool *again,
		  struct err *err)
{
	status_changes changes;
	*again = false;
	if (!r->row || !r->occasion.text)
		return true;
	if (!store_status_changes(r->store, r->a, r->row, plan, &changes, err))
		return false;
	int own = count_own(&changes);
	if (r->moment && (own > 1 || r->edits.n))
		restore(r, plan, own);
	else if (own && !stale_judge(r, plan, &changes, again, err))
		return false;
	return store_add_edits(r->store, r->occasion.operation, &r->edits, err);
}
