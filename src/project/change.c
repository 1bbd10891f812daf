#include "project/change.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "model/plan.h"
#include "project/job.h"
#include "project/temp.h"

enum { WATCHED = 4 }; /* plans of a call: whoever saves more at once is no editor */

/* ---- who is meant ---- */

static bool mean_task(struct work *w, struct job *j, const char *prefix, int number,
		      struct err *err)
{
	int task = selection_find(j->draft.plan, prefix, number);
	if (task < 0 && !j->draft.plan->tasks.n)
		return err_set(err, ERR_USAGE, "%s has no tasks", j->was->id);
	if (task < 0)
		return err_set(err, ERR_USAGE,
			       "no task %s%d in %s; it has %zu: `phaseline show %s`",
			       prefix ? prefix : "", number,
			       j->was->id, j->draft.plan->tasks.n, j->was->id);
	for (size_t i = 0; i < j->tasks.n; i++)
		if (j->tasks.v[i] == task)
			return true;
	*vec_push(w->a, &j->tasks) = task;
	return true;
}

static bool mean_all(struct work *w, struct job *j, struct err *err)
{
	for (size_t i = 0; i < j->asked.n; i++) {
		const struct selection *s = &j->asked.v[i];
		j->whole |= !s->tasks;
		for (int n = s->first; s->tasks && n <= s->last; n++)
			if (!mean_task(w, j, s->prefix, n, err))
				return false;
	}
	j->named = j->tasks.n;
	return true;
}

static bool select_all(struct work *w, const char *const *names, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++) {
		struct selection s;
		if (!project_select(w->p, w->a, names[i], &s, err)) {
			w->stale = true; /* it may be new */
			return false;
		}
		struct job *j = job_of(w, &s.plan);
		*vec_push(w->a, &j->asked) = s;
	}
	return true;
}

/* ---- statuses, once the text is read back ---- */

static bool is_finished(enum phl_status s)
{
	return s == PHL_DONE || s == PHL_SKIPPED;
}

static enum phl_status status_of(const struct phl_plan *p, int task)
{
	return task < 0 ? p->status : p->tasks.v[task].status;
}

static bool outweighed(const struct job *j, enum phl_status wanted, struct err *err)
{
	if (j->now->summarised && j->now->status_from == PHL_FROM_SUMMARY)
		return err_set(err, ERR_CONFLICT,
			       "%s says that %s is %s, whatever the plan says; change or "
			       "remove it first; nothing changed",
			       j->summary, j->was->id, phl_status_word(j->now->status));
	if (j->now->status_from == PHL_FROM_DIRECTORY)
		return err_set(err, ERR_CONFLICT,
			       "%s lies with what is %s, whatever it says; move the file first; "
			       "nothing changed",
			       j->row.path, phl_status_word(j->now->status));
	return err_set(err, ERR_CONFLICT, "%s cannot be made %s in %s; nothing changed",
		       j->was->id, phl_status_word(wanted), j->row.path);
}

/* What the text cannot say, or says without effect, the journal has to. */
static bool settle(struct work *w, struct job *j, bool first, bool *again, struct err *err)
{
	*again = false;
	for (size_t i = 0; i < j->wants.n; i++) {
		const struct want *want = &j->wants.v[i];
		struct state s = job_state(j, want->task);
		if (status_of(j->now, want->task) == want->status)
			continue;
		if (!first || (want->task < 0 && s.status < 0))
			return outweighed(j, want->status, err);
		s.status = (int)want->status;
		s.base = (int)(want->task < 0 ? j->now->status :
						j->after.plan->tasks.v[want->task].status);
		if (!job_put_state(w, j, &s, err))
			return false;
		*again = true;
	}
	return true;
}

static bool decide(struct work *w, struct job *j, struct err *err)
{
	bool again;
	for (size_t i = 0; i < j->wants.n; i++) {
		const struct want *want = &j->wants.v[i];
		struct state s = job_state(j, want->task);
		if (want->task < 0 || s.status < 0)
			continue;
		s.base = (int)j->after.plan->tasks.v[want->task].status;
		if (!job_put_state(w, j, &s, err))
			return false;
	}
	if (!job_decide(w, j, err) || !settle(w, j, true, &again, err))
		return false;
	return !again || (job_decide(w, j, err) && settle(w, j, false, &again, err));
}

/* ---- one call ---- */

/* Most changes tick a box and leave the plan's own status alone: then reading the
 * rest of the plan, and comparing all its rows, can be spared. */
static bool tick(struct work *w, struct job *j, struct err *err)
{
	if (!j->draft.places.only || j->copied || !edits_only_tick(&j->edits))
		return true;
	if (!job_tick(w, j, err) || !decide(w, j, err))
		return false;
	j->only_ticks = j->now->status == j->was->status &&
			j->now->status_from == j->was->status_from;
	return true;
}

static bool prepare(struct work *w, struct job *j, struct err *err)
{
	if (!job_make(w, j, err) || !tick(w, j, err))
		return false;
	if (!j->only_ticks) {
		job_read_rest(w, j);
		if (!job_apply(w, j, err) || !decide(w, j, err))
			return false;
	}
	outcome(w, j);
	*vec_push(w->a, &w->out->plans) = (struct changed_plan){
		.row = j->row.row,
		.plan = j->now,
		.title = j->row.title,
		.finished = is_finished(j->now->status) && !is_finished(j->was->status),
	};
	return true;
}

static bool read_and_prepare(struct work *w, struct err *err)
{
	for (size_t i = 0; i < w->jobs.n; i++)
		if (!job_read(w, &w->jobs.v[i], err))
			return false;
	for (size_t i = 0; i < w->jobs.n; i++)
		if (!mean_all(w, &w->jobs.v[i], err) || !prepare(w, &w->jobs.v[i], err))
			return false;
	return true;
}

static void show_diff(struct work *w)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < w->jobs.n; i++)
		diff_unified(&b, &w->jobs.v[i].draft, &w->jobs.v[i].splices);
	w->out->diff = arena_dup(w->a, b.n ? b.s : "", b.n);
	buf_free(&b);
}

static bool changes_anything(const struct work *w)
{
	for (size_t i = 0; i < w->jobs.n; i++)
		if (w->jobs.v[i].events.n || w->jobs.v[i].splices.n || w->jobs.v[i].state_rows.n)
			return true;
	return false;
}

/* The names are noted before the files are there, so that whoever comes after a
 * crash can remove them. */
static bool note_temps(struct work *w, struct err *err)
{
	underway_list *list = &w->recovery.underway;
	for (size_t i = 0; i < w->jobs.n; i++) {
		struct job *j = &w->jobs.v[i];
		if (!j->splices.n)
			continue;
		j->temp = temp_name(w->a, w->p->root_fd, j->row.path);
		*vec_push(w->a, list) = (struct underway){ j->temp, UNDERWAY_NEW,
							   { j->from[0], j->from[1] },
							   { j->to[0], j->to[1] } };
	}
	return !list->n || underway_write(w->p->store, list, err);
}

static bool write_temp(struct work *w, struct job *j, struct err *err)
{
	int root = w->p->root_fd, fd = -1, saved;
	bool ok = temp_may_replace(root, j->row.path);
	if (ok)
		fd = temp_write(root, j->temp, j->row.path, &j->st, j->text.s, j->text.n,
				&j->stat);
	ok = fd >= 0 && temp_sync(fd);
	saved = errno;
	if (fd >= 0 && close(fd) != 0 && ok) {
		ok = false;
		saved = errno;
	}
	errno = saved;
	return ok || err_errno(err, ERR_IO, "cannot write %s; nothing changed", j->row.path);
}

static bool write_temps(struct work *w, struct err *err)
{
	if (!note_temps(w, err))
		return false;
	for (size_t i = 0; i < w->jobs.n; i++)
		if (w->jobs.v[i].temp && !write_temp(w, &w->jobs.v[i], err))
			return false;
	return true;
}

static void drop_temps(struct work *w)
{
	for (size_t i = 0; i < w->jobs.n; i++)
		if (w->jobs.v[i].temp)
			temp_drop(w->p->root_fd, w->jobs.v[i].temp);
	recover_end(w->p, &w->recovery, NULL);
}
static bool record(struct work *w, struct err *err)
{
	edit_rows rows = { 0 };
	if (!recover_forget(w->p, &w->recovery, err) ||
	    !store_add_operation(w->p->store, &w->op, err))
		return false;
	for (size_t i = 0; i < w->jobs.n; i++) {
		if (!job_record(w, &w->jobs.v[i], err))
			return false;
		job_rows(w, &w->jobs.v[i], &rows);
	}
	return store_add_edits(w->p->store, w->op.id, &rows, err);
}

/* A commit that failed may have come to its end all the same. */
static bool commit(struct work *w, struct err *err)
{
	struct err why = { 0 };
	bool recorded;
	memory_last_words("; whether the change is in the journal, the next phaseline command tells");
	if (store_commit(w->p->store, &why)) {
		w->out->operation = w->op.id;
		return true;
	}
	if (!store_has_operation(w->p->store, w->op.id, &recorded, NULL)) {
		w->unsure = true;
		why.text[strcspn(why.text, ";")] = '\0'; /* it does not know, either */
		return err_set(err, ERR_IO,
			       "%s; whether the change is in the journal, the next phaseline "
			       "command tells",
			       why.text);
	}
	if (!recorded)
		return err_set(err, why.kind, "%s", why.text);
	w->out->operation = w->op.id;
	w->late = why;
	return true;
}

static bool publish_job(struct work *w, struct job *j, bool watch, struct err *err)
{
	struct err why = { 0 };
	struct intent intent = { .plan = j->row.row,
				 .operation = w->op.id,
				 .path = j->row.path,
				 .from = { j->from[0], j->from[1] },
				 .to = { j->to[0], j->to[1] },
				 .temp = j->temp };
	if (recover_publish(w->p, &w->recovery, &intent, watch && j->hand, &why))
		return true;
	*vec_push(w->a, &w->recovery.stuck) = (struct stuck){ j->row.row, j->temp, why.text };
	return err_set(err, why.kind, "%s", why.text);
}

/* After the commit: what fails here is recorded, and done by the next command. */
static bool publish_all(struct work *w, struct err *err)
{
	bool ok = true;
	w->recovery.conflicts = 0; /* those of earlier commands are told as remarks */
	for (size_t i = 0; i < w->jobs.n; i++)
		if (w->jobs.v[i].temp &&
		    !publish_job(w, &w->jobs.v[i], i < WATCHED, ok ? err : NULL))
			ok = false;
	if (!recover_end(w->p, &w->recovery, ok ? err : NULL))
		return false;
	if (ok && w->late.kind)
		return err_set(err, w->late.kind, "recorded, but %s", w->late.text);
	if (ok && w->recovery.gone)
		return err_set(err, ERR_IO, "recorded, but %s was deleted meanwhile; if it was moved and "
			       "edited, give the command again",
			       w->recovery.gone);
	return ok;
}

/* Inside the transaction, up to its end. */
static bool work_inside(struct work *w, const char *const *names, size_t n, struct err *err)
{
	if (w->c->kind != CHANGE_UNDO && !select_all(w, names, n, err))
		return false;
	if (w->c->kind == CHANGE_LINES && !lines_start(w, err))
		return false;
	if (!read_and_prepare(w, err))
		return false;
	if (w->c->dry_run)
		show_diff(w);
	if (w->c->dry_run || !changes_anything(w)) {
		store_abort(w->p->store);
		return true;
	}
	if (write_temps(w, err) && record(w, err) && commit(w, err))
		return true;
	store_abort(w->p->store);
	if (!w->unsure)
		drop_temps(w);
	return false;
}

static bool is_repeated(struct work *w, bool *repeated, struct err *err)
{
	struct operation known;
	*repeated = false;
	if (!w->c->op_id)
		return true;
	if (!store_find_operation(w->p->store, w->a, w->c->op_id, &known, err))
		return false;
	*repeated = w->out->repeated = known.id != 0;
	w->out->operation = known.id;
	return true;
}

/* The last change that can be undone; nothing to do for other commands. */
static bool find_undone(struct work *w, struct operation *op, struct err *err)
{
	operation_list undoable;
	if (w->c->kind != CHANGE_UNDO)
		return true;
	if (!store_undoable(w->p->store, w->a, 1, &undoable, err))
		return false;
	if (!undoable.n)
		return err_set(err, ERR_ANSWER_NO, "there is nothing to undo");
	*op = undoable.v[0];
	w->op.undoes = op->id;
	return true;
}

static bool work_locked(struct work *w, const char *const *names, size_t n, struct err *err)
{
	struct operation undone = { 0 };
	bool repeated;
	if (!recover_all(w->p, &w->recovery, err) || !is_repeated(w, &repeated, err))
		return false;
	if (repeated)
		return true;
	if (!find_undone(w, &undone, err) || !store_begin(w->p->store, err))
		return false;
	if ((undone.id && !undo_start(w, &undone, err)) || !work_inside(w, names, n, err)) {
		store_abort(w->p->store);
		return false;
	}
	return !w->out->operation || publish_all(w, err);
}

static bool conflicts_of(const struct work *w, struct err *err)
{
	if (!w->recovery.conflicts)
		return true;
	return err_set(err, ERR_CONFLICT,
		       "recorded, but somebody saved something else in the same place "
		       "meanwhile, which stands; see `phaseline log`");
}

/* An error says whether there is something to do again. */
static void say_recorded(const struct work *w, struct err *err)
{
	bool told = w->unsure || strstr(err->text, "nothing") || strstr(err->text, "recorded");
	if (told || (err->kind != ERR_IO && err->kind != ERR_BUSY))
		return;
	if (w->out->operation)
		err_set(err, err->kind, "recorded, but %s", err->text);
	else
		err_set(err, err->kind, "%s; nothing changed", err->text);
}

/* *stale: nothing happened, but a sync may help; in: it was done already. */
static bool once(struct project *p, const struct change *c, const char *const *names,
		 size_t n, struct arena *a, struct change_result *out, bool *stale,
		 struct err *err)
{
	struct work w = { .p = p, .c = c, .a = a, .out = out, .synced = *stale,
			  .recovery = { .a = a } };
	w.op = (struct operation){ .op_id = c->op_id, .at = c->at, .who = c->who,
				   .command = c->command };
	*out = (struct change_result){ .diff = "" };
	if (!store_lock(p->store, err))
		return false;
	bool ok = work_locked(&w, names, n, err) &&
	     conflicts_of(&w, err);
	store_unlock(p->store);
	if (!ok)
		say_recorded(&w, err);
	for (size_t i = 0; i < w.jobs.n; i++)
		job_free(&w.jobs.v[i]);
	for (size_t i = 0; i < w.recovery.remarks.n; i++)
		*vec_push(a, &out->remarks) = w.recovery.remarks.v[i];
	*stale = w.stale;
	return ok;
}

static bool can_keep(const struct project *p, struct err *err)
{
	return !p->in_memory ||
	       err_set(err, ERR_IO,
		       "%s cannot be written, so there is no journal to record this in; use "
		       "--store FILE",
		       p->root);
}

bool project_change(struct project *p, const struct project_options *o,
		    const struct change *c, const char *const *names, size_t n,
		    struct arena *a, struct change_result *out, struct err *err)
{
	struct err first = { 0 };
	struct sync_stats stats;
	bool stale = o->no_sync;
	if (!can_keep(p, err))
		return false;
	if (once(p, c, names, n, a, out, &stale, &first))
		return true;
	if (stale && !o->no_sync) {
		if (!project_sync(p, o, &stats, err))
			return false;
		first = (struct err){ 0 };
		stale = true;
		bool ok = once(p, c, names, n, a, out, &stale, &first);
		for (size_t i = 0; i < stats.remarks.n; i++)
			*vec_push(a, &out->remarks) = stats.remarks.v[i];
		if (ok)
			return true;
	}
	*err = first;
	return false;
}
