#include "model/claims.h"

#include <stdlib.h>

static bool is_open(enum phl_status s)
{
	return s == PHL_PENDING || s == PHL_IN_PROGRESS || s == PHL_BLOCKED;
}

static struct standing *find(struct standing *tasks, size_t n, int seq)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (tasks[middle].seq < seq)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && tasks[low].seq == seq ? &tasks[low] : NULL;
}

static void count(struct standing *w, const struct told_ref *r, size_t at)
{
	w->there += ref_is_there(r->state);
	w->cleared += ref_is_cleared(r->state);
	if (ref_is_there(r->state) && !w->first_there)
		w->first_there = at + 1;
	if (ref_is_cleared(r->state) && !w->first_cleared)
		w->first_cleared = at + 1;
}

static bool is_contradicted(const struct standing *w)
{
	return w->status == PHL_DONE && w->there;
}

static bool looks_finished(const struct standing *w)
{
	return is_open(w->status) && !w->there && w->cleared;
}

/* Tasks of a finished plan, or of one that is given up, are not judged by themselves;
 * nor are those of a plan that looks finished as a whole. */
static bool are_asked(const struct standing *whole)
{
	return is_open(whole->status) && !looks_finished(whole);
}

void claims_count(const struct told *e, struct standing *whole, struct standing *tasks, size_t n,
		  struct ref_counts *counts)
{
	for (size_t i = 0; i < e->refs.n; i++) {
		const struct told_ref *r = &e->refs.v[i];
		if (r->left || !ref_is_checked(r->state))
			continue;
		struct standing *task = r->task ? find(tasks, n, r->task) : NULL;
		count(whole, r, i);
		if (task)
			count(task, r, i);
	}
	counts->checked = whole->there + whole->cleared;
	counts->cleared = whole->cleared;
	counts->contradicted = is_contradicted(whole) ? whole->there : 0;
	counts->finished = looks_finished(whole);
	for (size_t i = 0; i < n && are_asked(whole); i++) {
		counts->contradicted += is_contradicted(&tasks[i]) ? tasks[i].there : 0;
		counts->finished += looks_finished(&tasks[i]);
	}
}

struct ref_counts claims_of_task(const struct told *e, int seq, enum phl_status status)
{
	struct standing task = { .seq = seq, .status = status };
	for (size_t i = 0; i < e->refs.n; i++)
		if (seq && e->refs.v[i].task == seq && !e->refs.v[i].left)
			count(&task, &e->refs.v[i], i);
	return (struct ref_counts){ .checked = task.there + task.cleared,
				    .cleared = task.cleared,
				    .contradicted = is_contradicted(&task) ? task.there : 0,
				    .finished = looks_finished(&task) };
}

/* ---- one by one ---- */

static int by_seq(const void *a, const void *b)
{
	const struct standing *x = a, *y = b;
	return (x->seq > y->seq) - (x->seq < y->seq);
}

static int by_place(const void *a, const void *b)
{
	const struct standing *x = a, *y = b;
	return (x->at > y->at) - (x->at < y->at);
}

static struct claim make(struct arena *a, const struct phl_plan *read, const struct told *e,
			 const struct standing *w)
{
	bool contradicted = is_contradicted(w);
	size_t ref = (contradicted ? w->first_there : w->first_cleared) - 1;
	const struct told_ref *r = &e->refs.v[ref];
	struct claim c = { .kind = contradicted ? CLAIM_CONTRADICTED : CLAIM_FINISHED,
			   .task = w->at, .n = contradicted ? w->there : w->cleared,
			   .path = r->resolved ? r->resolved : read->refs.v[ref].path,
			   .line = r->line ? r->line : read->refs.v[ref].first };
	const struct phl_task *task = w->at >= 0 ? &read->tasks.v[w->at] : NULL;
	if (task)
		c.name = task_name(a, task->number, task->label, w->at + 1);
	return c;
}

static void add(claim_list *out, struct arena *a, const struct plan_row *plan,
		const struct phl_plan *read, const struct told *e, const struct standing *w)
{
	if (!is_contradicted(w) && !looks_finished(w))
		return;
	struct claim *c = vec_push(a, out);
	*c = make(a, read, e, w);
	c->plan = plan;
}

void claims_add(claim_list *out, struct arena *a, const struct plan_row *plan,
		const struct phl_plan *read, const int *seqs, const struct told *e)
{
	struct standing whole = { .at = -1, .status = plan->status };
	struct standing *tasks = arena_alloc(a, (read->tasks.n + 1) * sizeof *tasks);
	struct ref_counts counts;
	size_t n = read->tasks.n;
	if (e->refs.n != read->refs.n)
		return; /* of another version of the plan */
	for (size_t i = 0; i < n; i++)
		tasks[i] = (struct standing){ .seq = seqs[i], .at = (int)i,
					  .status = read->tasks.v[i].status };
	if (n)
		qsort(tasks, n, sizeof *tasks, by_seq);
	claims_count(e, &whole, tasks, n, &counts);
	if (n)
		qsort(tasks, n, sizeof *tasks, by_place);
	add(out, a, plan, read, e, &whole);
	for (size_t i = 0; i < n && are_asked(&whole); i++)
		add(out, a, plan, read, e, &tasks[i]);
}
