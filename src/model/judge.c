/* judge: where a plan and the code contradict each other */
#include "model/refstate.h"

static bool is_settled(enum phl_status s)
{
	return s == PHL_SKIPPED || s == PHL_ROLLED_BACK;
}

/* Of the task that it belongs to, unless the plan is finished as a whole. */
static enum phl_status status_of(const struct checked_plan *p, int task)
{
	if (task < 0 || p->row.status == PHL_DONE || is_settled(p->row.status))
		return p->row.status;
	return p->plan->tasks.v[task].status;
}

enum ref_verdict ref_judge(const struct refcheck *c, const struct checked_ref *r)
{
	enum phl_status status = status_of(&c->plans.v[r->plan], r->task);
	if (r->left || is_settled(status))
		return REF_FINE;
	if (status == PHL_DONE)
		return ref_is_there(r->state) ? REF_CONTRADICTS : REF_FINE;
	switch (r->state) {
	case REF_MOVED:
	case REF_GONE:
	case REF_AMBIGUOUS:
		return REF_STALE;
	case REF_UNQUOTED: /* there is a reason when its line is not there */
		return r->reason ? REF_STALE : REF_FINE;
	default:
		return REF_FINE;
	}
}
