/* job_lines: the line numbers of references, where the code has moved */
#include <string.h>

#include "base/text.h"
#include "project/job.h"
#include "project/refcheck.h"

enum {
	TRIES = 64,        /* readings of one plan, to find out what cannot be changed in it */
	EVENT_MOST = 400, /* bytes of line numbers that one event tells of */
};

/* ---- what moved ---- */

static bool has_moved(const struct refcheck *check, const struct checked_ref *r)
{
	return r->state == REF_MOVED && ref_judge(check, r) == REF_STALE;
}

/* A plan that something moved under. */
static bool is_concerned(const struct refcheck *check, const struct checked_plan *p)
{
	for (size_t i = p->first; i < p->first + p->n; i++)
		if (has_moved(check, &check->refs.v[i]))
			return true;
	return false;
}

bool lines_start(struct work *w, struct err *err)
{
	struct refcheck_options how = { .ntargets = w->jobs.n, .source = w->c->source };
	struct target *targets = arena_alloc(w->a, (w->jobs.n + 1) * sizeof *targets);
	for (size_t i = 0; i < w->jobs.n; i++)
		targets[i] = (struct target){ .plan = w->jobs.v[i].row };
	how.targets = targets;
	if (!project_check_refs(w->p, w->a, &how, &w->check, err))
		return false;
	for (size_t i = 0; i < w->check.plans.n && !how.ntargets; i++)
		if (is_concerned(&w->check, &w->check.plans.v[i]))
			job_of(w, &w->check.plans.v[i].row);
	return true;
}

/* ---- which of it is to be written ---- */

struct move {
	const struct checked_ref *ref;
	int index; /* into the references of the plan */
};
typedef PHL_LIST(struct move) move_list;

static bool is_meant(const struct work *w, const struct job *j, const struct checked_ref *r)
{
	const char *path = w->check.files.v[r->file].path, *file = w->c->file;
	bool of_task = !j->asked.n || j->whole;
	for (size_t i = 0; i < j->tasks.n; i++)
		of_task |= j->tasks.v[i] == r->task;
	return of_task && (!file || (path && text_path_ends(path, file)) ||
			   (r->ref->path && text_path_ends(r->ref->path, file)));
}

static void leave(struct work *w, struct job *j, const struct checked_ref *r,
		  const char *reason)
{
	*vec_push(w->a, &w->out->left) = (struct left_ref){
		.plan_id = j->was->id, .path = j->row.path, .line = r->ref->line, .ref = r->ref,
		.reason = reason,
	};
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* What was compared is what the file says now. */
static bool is_in_step(const struct checked_plan *p, const struct phl_plan *now)
{
	if (p->plan->refs.n != now->refs.n)
		return false;
	for (size_t i = 0; i < now->refs.n; i++) {
		const struct phl_ref *a = &p->plan->refs.v[i], *b = &now->refs.v[i];
		if (a->first != b->first || a->last != b->last || !same(a->path, b->path) ||
		    !same(a->expected, b->expected))
			return false;
	}
	return true;
}

static void collect(struct work *w, struct job *j, const struct checked_plan *p,
		    move_list *out)
{
	for (size_t i = p->first; i < p->first + p->n; i++) {
		const struct checked_ref *r = &w->check.refs.v[i];
		if (!has_moved(&w->check, r) || !is_meant(w, j, r))
			continue;
		if (r->doubt)
			leave(w, j, r, r->doubt);
		else
			*vec_push(w->a, out) =
			    (struct move){ r, (int)(r->ref - p->plan->refs.v) };
	}
}

/* ---- what can be written ---- */

/* With these edits and no others, does the plan say the rest as before? */
static bool holds(struct job *j, edit_list *edits)
{
	struct buf text = { 0 };
	struct arena a = { 0 };
	struct draft now;
	splice_list splices;
	const char *what;
	int conflicts;
	edits_apply(&j->draft, edits, &text, &splices, &conflicts);
	draft_read(&now, &a, text.s ? text.s : "", text.n, j->row.path);
	bool ok = !conflicts && edits_kept_rest(&j->draft, &now, edits, &what);
	draft_free(&now);
	arena_free(&a);
	buf_free(&text);
	return ok;
}

static void add_change(struct work *w, struct job *j, const struct move *m);

/* Adds the moves v[0..n), but for those that would change something else, too. */
static void write_moves(struct work *w, struct job *j, const struct move *v, size_t n,
			int *tries)
{
	size_t before = j->edits.n;
	bool written = true;
	for (size_t i = 0; i < n; i++)
		written &= make_lines(&j->draft, v[i].index, v[i].ref->shift, &j->edits);
	*tries -= written;
	if (written && *tries >= 0 && holds(j, &j->edits)) {
		for (size_t i = 0; i < n; i++)
			add_change(w, j, &v[i]);
		return;
	}
	j->edits.n = before;
	if (n > 1 && *tries > 0) {
		write_moves(w, j, v, n / 2, tries);
		write_moves(w, j, v + n / 2, n - n / 2, tries);
		return;
	}
	for (size_t i = 0; i < n; i++)
		leave(w, j, v[i].ref,
		      written ? "cannot be changed without changing another one" :
				"is not written in plain numbers");
}

/* ---- what is said of it ---- */

static const char *lines_of(struct arena *a, const struct phl_ref *r, int shift)
{
	if (r->last == r->first)
		return arena_printf(a, "%d", r->first + shift);
	return r->last == INT32_MAX ? arena_printf(a, "%d+", r->first + shift) :
				      arena_printf(a, "%d-%d", r->first + shift, r->last + shift);
}

/* One event tells of all lines of a file that belong to a task. */
static void add_event(struct work *w, struct job *j, const struct move *m, const char *from,
		      const char *to)
{
	int task = m->ref->task < 0 ? 0 : j->seqs[m->ref->task];
	size_t n = strlen(m->ref->ref->path);
	for (size_t i = 0; i < j->events.n; i++) {
		struct new_event *e = &j->events.v[i];
		if (e->task != task || strncmp(e->from, m->ref->ref->path, n) != 0 ||
		    e->from[n] != ':' || strlen(e->from + n) > EVENT_MOST)
			continue;
		e->from = arena_printf(w->a, "%s,%s", e->from, from);
		e->to = arena_printf(w->a, "%s,%s", e->to, to);
		return;
	}
	*vec_push(w->a, &j->events) = (struct new_event){
		.task = task,
		.what = "lines",
		.from = arena_printf(w->a, "%s:%s", m->ref->ref->path, from),
		.to = arena_printf(w->a, "%s:%s", m->ref->ref->path, to),
		.note = w->c->note,
	};
}

static void add_change(struct work *w, struct job *j, const struct move *m)
{
	const struct phl_ref *r = m->ref->ref;
	const char *from = lines_of(w->a, r, 0), *to = lines_of(w->a, r, m->ref->shift);
	struct changed *c = job_changed(w, j, m->ref->task, "lines",
					arena_printf(w->a, "%s:%s", r->path, from),
					arena_printf(w->a, "%s:%s", r->path, to));
	c->line = r->line;
	add_event(w, j, m, from, to);
}

bool lines_make(struct work *w, struct job *j, struct err *err)
{
	const struct checked_plan *p = NULL;
	move_list moves = { 0 };
	int tries = TRIES;
	for (size_t i = 0; i < w->check.plans.n && !p; i++)
		if (w->check.plans.v[i].row.row == j->row.row)
			p = &w->check.plans.v[i];
	job_read_rest(w, j);
	if (!p || !is_in_step(p, j->draft.plan)) {
		w->stale = !w->synced;
		return err_set(err, ERR_CONFLICT, "%s was saved meanwhile; nothing changed",
			       j->row.path);
	}
	collect(w, j, p, &moves);
	if (moves.n)
		write_moves(w, j, moves.v, moves.n, &tries);
	return true;
}
