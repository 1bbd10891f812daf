#include "project/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/day.h"
#include "base/hash.h"
#include "base/limits.h"
#include "parse/tasks.h"
#include "project/known.h"
#include "project/rewind.h"
#include "project/stable.h"

struct job *job_of(struct work *w, const struct plan_row *row)
{
	for (size_t i = 0; i < w->jobs.n; i++)
		if (w->jobs.v[i].row.row == row->row)
			return &w->jobs.v[i];
	struct job *j = vec_push(w->a, &w->jobs);
	*j = (struct job){ .row = *row };
	return j;
}

void job_free(struct job *j)
{
	buf_free(&j->bytes);
	buf_free(&j->text);
	draft_free(&j->draft);
	draft_free(&j->after);
}

/* ---- as it is ---- */

/* plan_decide() changes statuses; what the text itself says is wanted too. */
static struct phl_plan *copy_plan(struct arena *a, const struct phl_plan *plan)
{
	struct phl_plan *copy = arena_alloc(a, sizeof *copy);
	*copy = *plan;
	copy->tasks.v = arena_alloc(a, (plan->tasks.n + 1) * sizeof *copy->tasks.v);
	copy->tasks.cap = plan->tasks.n + 1;
	if (plan->tasks.n)
		memcpy(copy->tasks.v, plan->tasks.v, plan->tasks.n * sizeof *copy->tasks.v);
	copy->findings.cap = copy->findings.n; /* so that adding copies the list */
	copy->commits.cap = copy->commits.n;
	copy->notes.cap = copy->notes.n;
	return copy;
}

static bool refuse_markers(const struct job *j, struct err *err)
{
	static const char mark[] = "<<<<<<< ";
	const char *bytes = j->bytes.s ? j->bytes.s : "", *at = bytes;
	while ((at = memmem(at, j->bytes.n - (size_t)(at - bytes), mark, strlen(mark)))) {
		if (at == bytes || at[-1] == '\n')
			return err_set(err, ERR_CONFLICT,
				       "%s:%d:1: an unresolved merge; resolve it first",
				       j->row.path,
				       source_line_at(&j->draft.places.src, (size_t)(at - bytes)));
		at++;
	}
	return true;
}

/* Somebody edited the plan since the last sync: that comes first. */
static bool catch_up(struct work *w, struct job *j, const struct phl_plan *was,
		     const struct occasion *occasion, struct err *err)
{
	struct tree_file stat;
	int64_t row = j->row.row;
	tree_stat(&j->st, &stat);
	struct stamp stamp = {
		.path = j->row.path,
		.kind = FILE_PLAN,
		.mtime_ns = stat.mtime_ns,
		.size = stat.size,
		.inode = stat.inode,
		.hash = { j->from[0], j->from[1] },
		.plan = row,
		.racy = true,
	};
	return store_save_plan(w->p->store, was, j->summary, occasion, &row, err) &&
	       store_put_stamp(w->p->store, &stamp, err);
}

static bool decide_as_found(struct work *w, struct job *j, struct phl_plan **was,
			    struct around *around, struct err *err)
{
	*was = copy_plan(w->a, j->draft.plan);
	return known_decide(w->p, j->row.row, *was, w->a, &j->summary, around, err);
}

/* The plan as it is, and its rows brought up to that. */
static bool take_up(struct work *w, struct job *j, struct phl_plan **was,
		    struct around *around, struct err *err)
{
	struct rewind r = {
		.store = w->p->store,
		.a = w->a,
		.row = j->row.row,
		.occasion = { .origin = "file", .when = day_now(), .text = j->from },
	};
	bool again;
	if (j->in_step)
		return decide_as_found(w, j, was, around, err);
	if (!rewind_states(&r, err) || !decide_as_found(w, j, was, around, err) ||
	    !rewind_judge(&r, *was, &again, err) ||
	    (again && !decide_as_found(w, j, was, around, err)))
		return false;
	if (r.remark)
		*vec_push(w->a, &w->out->remarks) = r.remark;
	return catch_up(w, j, *was, &r.occasion, err);
}

static bool read_states(struct work *w, struct job *j, struct err *err)
{
	return store_task_seqs(w->p->store, w->a, j->row.row, j->draft.plan->tasks.n, &j->seqs,
			       err) &&
	       store_states(w->p->store, w->a, j->row.row, &j->states, err);
}

/* Whoever saved it a moment ago may be about to save it again. */
static bool is_by_hand(const struct work *w, const struct job *j)
{
	struct timespec now;
	bool ours = j->in_step;
	clock_gettime(CLOCK_REALTIME, &now);
	for (size_t i = 0; i < w->recovery.intents.n; i++) {
		const struct intent *last = &w->recovery.intents.v[i];
		if (last->plan == j->row.row)
			ours = memcmp(last->to, j->from, sizeof j->from) == 0;
	}
	return !ours && now.tv_sec - j->st.st_mtim.tv_sec <= 1;
}

static bool refuse_stuck(const struct work *w, const struct job *j, struct err *err)
{
	const char *why = recover_stuck(&w->recovery, j->row.row);
	return !why || err_set(err, ERR_IO, "%s; nothing changed", why);
}

bool job_read(struct work *w, struct job *j, struct err *err)
{
	struct stamp stamp;
	bool found;
	if (!refuse_stuck(w, j, err))
		return false;
	if (!store_stamp(w->p->store, w->a, j->row.path, &stamp, &found, err))
		return false;
	if (!stable_read(w->p->root_fd, j->row.path, -1, found ? stamp.size : 0, &j->bytes,
			 &j->st)) {
		w->stale = errno == ENOENT || errno == ELOOP || errno == ENOTDIR;
		return err_errno(err, ERR_IO, "cannot read %s", j->row.path);
	}
	if (j->st.st_nlink > 1)
		*vec_push(w->a, &w->out->remarks) = arena_printf(
		    w->a, "%s has other names (hard links), which keep the old text",
		    j->row.path);
	if (j->st.st_size > (off_t)LIMIT_STABLE)
		return err_set(err, ERR_IO, "%s is too large to be changed (limit %zu bytes)",
			       j->row.path, (size_t)LIMIT_STABLE);
	hash_bytes(j->bytes.s ? j->bytes.s : "", j->bytes.n, j->from);
	const char *bytes = j->bytes.s ? j->bytes.s : "";
	j->in_step = found && memcmp(stamp.hash, j->from, sizeof j->from) == 0;
	if (j->in_step)
		draft_read_places(&j->draft, w->a, bytes, j->bytes.n, j->row.path);
	else
		draft_read(&j->draft, w->a, bytes, j->bytes.n, j->row.path);
	struct phl_plan *was;
	struct around around;
	if (!refuse_markers(j, err) || !take_up(w, j, &was, &around, err))
		return false;
	j->copied = around.copied;
	j->statuses = around.statuses;
	w->stale = around.behind && !w->synced;
	if (w->stale)
		return err_set(err, ERR_CONFLICT, "%s has another SUMMARY, ROADMAP or list of statuses now",
			       j->row.path);
	j->hand = is_by_hand(w, j);
	j->was = was;
	return read_states(w, j, err);
}

/* ---- as it will be ---- */

static bool changed_since(const struct job *j, struct err *err)
{
	return err_set(err, ERR_CONFLICT,
		       "%s was changed since in the same place; nothing changed",
		       j->row.path);
}

/* The text with ticks, and what it says: the same but for these tasks. */
bool job_tick(struct work *w, struct job *j, struct err *err)
{
	int conflicts;
	edits_apply(&j->draft, &j->edits, &j->text, &j->splices, &conflicts);
	if (conflicts)
		return changed_since(j, err);
	hash_bytes(j->text.s ? j->text.s : "", j->text.n, j->to);
	j->after.plan = copy_plan(w->a, j->draft.plan);
	for (size_t i = 0; i < j->edits.n; i++) {
		const struct edit *e = &j->edits.v[i];
		j->after.plan->tasks.v[e->task].status = task_mark_status(family_of(j->row.path), *e->after);
	}
	return true;
}

/* Where only places were read, and that turns out not to be enough. */
void job_read_rest(struct work *w, struct job *j)
{
	if (!j->draft.places.only)
		return;
	draft_free(&j->draft);
	buf_clear(&j->text);
	j->after = (struct draft){ 0 };
	draft_read(&j->draft, w->a, j->bytes.s ? j->bytes.s : "", j->bytes.n, j->row.path);
}

bool job_apply(struct work *w, struct job *j, struct err *err)
{
	const char *what;
	int conflicts;
	edits_apply(&j->draft, &j->edits, &j->text, &j->splices, &conflicts);
	if (conflicts)
		return changed_since(j, err);
	const char *text = j->text.s ? j->text.s : "";
	hash_bytes(text, j->text.n, j->to);
	draft_read(&j->after, w->a, text, j->text.n, j->row.path);
	if (!edits_kept_rest(&j->draft, &j->after, &j->edits, &what))
		return err_set(err, ERR_CONFLICT,
			       "%s cannot be changed without changing \"%s\" too; nothing "
			       "changed, edit it by hand",
			       j->row.path, what);
	if (w->c->kind != CHANGE_UNDO && !edits_lead_back(&j->draft, &j->after, &j->edits))
		return err_set(err, ERR_CONFLICT,
			       "%s cannot be changed so that undo finds the way back; nothing "
			       "changed, see what `phaseline lint` says of it",
			       j->row.path);
	return true;
}

bool job_decide(struct work *w, struct job *j, struct err *err)
{
	struct around around;
	j->now = copy_plan(w->a, j->after.plan);
	return known_decide(w->p, j->row.row, j->now, w->a, &j->summary, &around, err);
}

/* ---- states ---- */

static int seq_of(const struct job *j, int task)
{
	return task < 0 ? 0 : j->seqs[task];
}

struct state job_state(const struct job *j, int task)
{
	int seq = seq_of(j, task);
	for (size_t i = 0; i < j->states.n; i++)
		if (j->states.v[i].task == seq)
			return j->states.v[i];
	return (struct state){ .task = seq, .status = -1, .base = -1 };
}

static bool is_nothing(const struct state *s)
{
	return s->status < 0 && !s->owner && !s->started && !s->spent;
}

const char *job_state_text(struct arena *a, const struct state *s)
{
	if (is_nothing(s))
		return NULL;
	return arena_printf(a, "%d %d %lld %lld%s%s", s->status, s->base,
			    (long long)s->started, (long long)s->spent, s->owner ? " " : "",
			    s->owner ? s->owner : "");
}

struct state job_read_state(struct arena *a, int seq, const char *text)
{
	struct state s = { .task = seq, .status = -1, .base = -1 };
	if (!text)
		return s;
	char *end;
	s.status = (int)strtol(text, &end, 10);
	s.base = (int)strtol(end, &end, 10);
	s.started = strtoll(end, &end, 10);
	s.spent = strtoll(end, &end, 10);
	s.owner = *end == ' ' ? arena_str(a, end + 1) : NULL;
	return s;
}

/* A state that changes twice in one call changes once for those who undo it. */
static void remember_state(struct work *w, struct job *j, int seq, const char *before,
			   const char *after)
{
	for (size_t i = 0; i < j->state_rows.n; i++)
		if (j->state_rows.v[i].task == seq) {
			j->state_rows.v[i].after = after;
			return;
		}
	*vec_push(w->a, &j->state_rows) = (struct edit_row){
		.plan = j->row.row,
		.task = seq,
		.field = "state",
		.before = before,
		.after = after,
	};
}

bool job_put_state(struct work *w, struct job *j, const struct state *state, struct err *err)
{
	struct state *at = NULL;
	for (size_t i = 0; i < j->states.n && !at; i++)
		if (j->states.v[i].task == state->task)
			at = &j->states.v[i];
	const char *before = at ? job_state_text(w->a, at) : NULL;
	const char *after = job_state_text(w->a, state);
	if (before == after || (before && after && strcmp(before, after) == 0))
		return true;
	if (!at)
		at = vec_push(w->a, &j->states);
	*at = *state;
	remember_state(w, j, state->task, before, after);
	return store_put_state(w->p->store, j->row.row, state, err);
}

/* ---- writing it down ---- */

void job_rows(struct work *w, const struct job *j, edit_rows *out)
{
	for (size_t i = 0; i < j->edits.n; i++) {
		const struct edit *e = &j->edits.v[i];
		*vec_push(w->a, out) = (struct edit_row){
			.plan = j->row.row,
			.task = seq_of(j, e->task),
			.field = edit_field_words[e->field],
			.key = e->key,
			.before = e->before,
			.after = e->after,
		};
	}
	for (size_t i = 0; i < j->state_rows.n; i++)
		*vec_push(w->a, out) = j->state_rows.v[i];
}

static bool record_file(struct work *w, struct job *j, struct err *err)
{
	struct stamp stamp = {
		.path = j->row.path,
		.kind = FILE_PLAN,
		.mtime_ns = j->stat.mtime_ns,
		.size = j->stat.size,
		.inode = j->stat.inode,
		.hash = { j->to[0], j->to[1] },
		.plan = j->row.row,
		/* whole seconds: two versions may have one */
		.racy = j->stat.mtime_ns % 1000000000 == 0,
	};
	struct intent intent = {
		.plan = j->row.row,
		.operation = w->op.id,
		.path = j->row.path,
		.from = { j->from[0], j->from[1] },
		.to = { j->to[0], j->to[1] },
		.temp = j->temp,
	};
	return store_put_stamp(w->p->store, &stamp, err) &&
	       store_put_intent(w->p->store, &intent, err) &&
	       (!j->copied || project_forget_copies(w->p, err));
}

bool job_record(struct work *w, struct job *j, struct err *err)
{
	static const struct occasion quiet; /* what is to be told is told here */
	int64_t row = j->row.row;
	for (size_t i = 0; i < j->events.n; i++) {
		struct new_event *e = &j->events.v[i];
		e->plan = j->row.row;
		e->origin = "command";
		e->who = w->op.who;
		e->operation = w->op.id;
		e->text = j->temp ? j->to : j->from;
		if (!store_add_event(w->p->store, e, w->op.at, err))
			return false;
	}
	struct adjustment adj = { row, j->was, j->now, j->seqs, j->draft.plan->findings.n };
	bool saved = j->only_ticks ?
			     store_adjust_plan(w->p->store, &adj, err) :
			     store_save_plan(w->p->store, j->now, j->summary, &quiet, &row,
					     err);
	return saved && (!j->temp || record_file(w, j, err));
}
