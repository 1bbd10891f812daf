/* job_edits: what each kind of change means for a plan and its tasks */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "model/plan.h"
#include "model/wordlist.h"
#include "project/job.h"

static bool is_finished(enum phl_status s)
{
	return s == PHL_DONE || s == PHL_SKIPPED;
}

static struct new_event *add_event(struct work *w, struct job *j, int task, const char *what,
				   const char *from, const char *to)
{
	struct new_event *e = vec_push(w->a, &j->events);
	*e = (struct new_event){
		.task = task < 0 ? 0 : j->seqs[task],
		.what = what,
		.from = from,
		.to = to,
		.note = w->c->note,
	};
	return e;
}

/* ---- statuses ---- */

/* Sets the state of what the text says, or cannot say. */
static bool put_status(struct work *w, struct job *j, int task, enum phl_status status,
		       bool carried, int64_t *minutes, struct err *err)
{
	struct state s = job_state(j, task);
	*minutes = time_keep(w, j, task, &s, status);
	s.status = carried ? -1 : (int)status;
	/* what the file will say is known once it is read back */
	s.base = s.status;
	return job_put_state(w, j, &s, err);
}

static enum phl_status status_of(const struct phl_plan *p, int task)
{
	return task < 0 ? p->status : p->tasks.v[task].status;
}

static bool set_status(struct work *w, struct job *j, int task, enum phl_status status,
		       bool carried, int64_t *minutes, struct err *err)
{
	enum phl_status was = status_of(j->was, task);
	if (!put_status(w, j, task, status, carried, minutes, err))
		return false;
	*vec_push(w->a, &j->wants) = (struct want){ task, status };
	struct new_event *e = add_event(w, j, task, "status", phl_status_words[was],
					phl_status_words[status]);
	e->minutes = *minutes;
	struct changed *c =
	    job_changed(w, j, task, "status", phl_status_words[was], phl_status_words[status]);
	c->minutes = *minutes;
	c->written = carried;
	return true;
}

/* It is so already; only a note says something new, or that the clock runs now. */
static bool stay(struct work *w, struct job *j, int task, enum phl_status status,
		 struct err *err)
{
	struct state s = job_state(j, task);
	const char *word = phl_status_words[status];
	job_changed(w, j, task, "status", word, word);
	bool runs = status != PHL_IN_PROGRESS || s.started;
	if (runs && w->c->note)
		add_event(w, j, task, "note", NULL, NULL);
	if (runs)
		return true;
	add_event(w, j, task, "status", word, word);
	s.started = w->op.at;
	return job_put_state(w, j, &s, err);
}

/* The file does not say so, but may be told. */
static bool is_unwritten(const struct work *w, const struct job *j, int task)
{
	return !w->c->no_write && job_state(j, task).status >= 0;
}

static bool task_status(struct work *w, struct job *j, int task, enum phl_status status,
			struct err *err)
{
	int64_t minutes;
	bool same = j->was->tasks.v[task].status == status;
	bool again = status == PHL_DONE && time_is_told(w, j, task);
	if (same && !again && !is_unwritten(w, j, task))
		return stay(w, j, task, status, err);
	bool carried = !w->c->no_write && make_task_status(&j->draft, task, status, &j->edits);
	if (same && !again && !carried)
		return stay(w, j, task, status, err);
	return set_status(w, j, task, status, carried, &minutes, err);
}

static bool is_meant(const struct job *j, int task)
{
	for (size_t i = 0; i < j->tasks.n; i++)
		if (j->tasks.v[i] == task)
			return true;
	return false;
}

/* Will every task be finished that has to be? */
static bool finishes_all(const struct job *j)
{
	for (size_t i = 0; i < j->was->tasks.n; i++) {
		const struct phl_task *t = &j->was->tasks.v[i];
		if (!t->optional && !is_finished(t->status) && !is_meant(j, (int)i))
			return false;
	}
	return j->was->tasks.n > 0;
}

/* The word of a list that says it, or else NULL, or one that says nothing wrong: work
 * that is blocked, or given up, is not done. */
static const char *listed_word(const struct job *j, enum phl_status status, bool *says)
{
	const char *word = wordlist_word(j->statuses, status), *now = j->draft.plan->status_text;
	enum phl_status stands;

	*says = word != NULL;
	if (!word && now && wordlist_status(j->statuses, now, &stands) && stands == PHL_DONE)
		word = wordlist_word(j->statuses, PHL_PENDING);
	return word;
}

/* The word to write, and whether it says it all; NULL for none. */
static bool plan_words(struct work *w, struct job *j, enum phl_status status,
		       const char **word, bool *says, struct err *err)
{
	struct vocabulary v = { 0 };
	text_list texts;
	*says = true;
	if (j->statuses) {
		*word = listed_word(j, status, says);
		return true;
	}
	if (!store_texts_near(w->p->store, w->a, NEAR_STATUS, j->row.row, &texts, err))
		return false;
	for (size_t i = 0; i < texts.n; i++)
		vocabulary_learn(&v, texts.v[i]);
	*word = vocabulary_word(&v, w->a, status, j->draft.plan->status_text);
	return true;
}

static bool plan_status(struct work *w, struct job *j, enum phl_status status, struct err *err)
{
	const char *word;
	bool says;
	int64_t minutes;
	bool again = status == PHL_DONE && time_is_told(w, j, -1);
	bool same = j->was->status == status;
	if (same && !again && !is_unwritten(w, j, -1))
		return stay(w, j, -1, status, err);
	if (!plan_words(w, j, status, &word, &says, err))
		return false;
	const struct family *family = family_of(j->was->path);
	bool carried = !w->c->no_write &&
		       (family->keeps_status ? (!word || make_plan_status(&j->draft, word, &j->edits)) && says :
					       status == PHL_DONE && finishes_all(j));
	if (same && !again && !carried)
		return stay(w, j, -1, status, err);
	if (!set_status(w, j, -1, status, carried, &minutes, err))
		return false;
	if (carried && family->keeps_status && !time_write(w, j, status, minutes, err))
		return false;
	if (carried && status == PHL_DONE && !j->was->summarised && family->summary_completes)
		*vec_push(w->a, &w->out->remarks) = arena_printf(
		    w->a, "%s has no SUMMARY yet; only its status says that it is done",
		    j->was->id);
	return true;
}

static void mean_open_tasks(struct work *w, struct job *j)
{
	for (size_t i = 0; i < j->was->tasks.n; i++)
		if (!is_finished(j->was->tasks.v[i].status) && !is_meant(j, (int)i))
			*vec_push(w->a, &j->tasks) = (int)i;
}

static bool make_status(struct work *w, struct job *j, struct err *err)
{
	const struct change *c = w->c;
	bool done = c->status == PHL_DONE;
	/* what keeps no status of its own is done when its tasks are */
	if (j->whole && (c->tasks || (done && !family_of(j->was->path)->keeps_status)))
		mean_open_tasks(w, j);
	if (done && !j->whole && (c->finish || w->p->config.plan_done_auto) &&
	    !is_finished(j->was->status) && finishes_all(j))
		j->whole = j->implied = true;
	for (size_t i = 0; i < j->tasks.n; i++)
		if (!task_status(w, j, j->tasks.v[i], c->status, err))
			return false;
	return !j->whole || plan_status(w, j, c->status, err);
}

/* ---- rollback ---- */

/* The tasks say nothing that their plan does not. */
static void drop_task_notes(struct job *j)
{
	for (size_t i = 0; i < j->events.n; i++)
		if (j->events.v[i].task)
			j->events.v[i].note = NULL;
}

static bool make_rollback(struct work *w, struct job *j, struct err *err)
{
	if (!w->c->no_write)
		make_note(&j->draft, "rollback", time_today(w),
			  w->c->note ? w->c->note : "rolled back", &j->edits);
	for (size_t i = 0; i < j->was->tasks.n; i++) {
		const struct phl_task *t = &j->was->tasks.v[i];
		if (t->status != PHL_PENDING && t->status_from != PHL_FROM_PLAN &&
		    !task_status(w, j, (int)i, PHL_PENDING, err))
			return false;
	}
	drop_task_notes(j);
	if (j->was->status != PHL_ROLLED_BACK)
		return plan_status(w, j, PHL_ROLLED_BACK, err);
	add_event(w, j, -1, "rollback", NULL, NULL);
	job_changed(w, j, -1, "rollback", NULL, w->c->note)->written = !w->c->no_write;
	return true;
}

/* ---- estimate, owner, note ---- */

static bool unwritable(const struct job *j, const char *what, struct err *err)
{
	return err_set(err, ERR_CONFLICT,
		       "%s has no place for %s that phaseline can write; edit it by hand, or "
		       "use --no-write",
		       j->row.path, what);
}

static bool make_estimate(struct work *w, struct job *j, struct err *err)
{
	struct phl_estimate e;
	if (!phl_estimate_parse(w->c->text, &e))
		return err_set(err, ERR_USAGE,
			       "\"%s\" is no duration; write it like 25 min, 1h 30m or 2-3 days",
			       w->c->text);
	for (size_t i = 0; i < j->tasks.n; i++) {
		int task = j->tasks.v[i];
		const char *was = j->was->tasks.v[task].estimate.text;
		if (!w->c->no_write &&
		    !make_task_estimate(&j->draft, task, w->c->text, &j->edits))
			return unwritable(j, "an estimate", err);
		add_event(w, j, task, "estimate", was, w->c->text);
		job_changed(w, j, task, "estimate", was, w->c->text)->written = !w->c->no_write;
	}
	if (!j->whole)
		return true;
	const char *was = j->was->estimate.text;
	if (!w->c->no_write && !make_plan_estimate(&j->draft, &e, &j->edits))
		return unwritable(j, "an estimate", err);
	add_event(w, j, -1, "estimate", was, w->c->text);
	job_changed(w, j, -1, "estimate", was, w->c->text)->written = !w->c->no_write;
	return true;
}

static bool make_owner(struct work *w, struct job *j, struct err *err)
{
	const char *who = w->c->text;
	for (size_t i = 0; i < j->tasks.n; i++) {
		int task = j->tasks.v[i];
		struct state s = job_state(j, task);
		const char *was = s.owner;
		s.owner = who;
		if (!job_put_state(w, j, &s, err))
			return false;
		add_event(w, j, task, "owner", was, who);
		job_changed(w, j, task, "owner", was, who)->written = false;
	}
	if (!j->whole)
		return true;
	if (!w->c->no_write && !make_key(&j->draft, KEY_OWNER, who, &j->edits))
		return unwritable(j, "an owner", err);
	add_event(w, j, -1, "owner", j->was->owner, who);
	job_changed(w, j, -1, "owner", j->was->owner, who)->written = !w->c->no_write;
	return true;
}

static void add_note(struct work *w, struct job *j, int task)
{
	const struct phl_task *t = task < 0 ? NULL : &j->draft.plan->tasks.v[task];
	const char *text = w->c->text;
	if (t)
		text = arena_printf(w->a, "%s: %s", t->label ? t->label : t->title, text);
	if (!w->c->no_write)
		make_note(&j->draft, "note", time_today(w), text, &j->edits);
	add_event(w, j, task, "note", NULL, NULL)->note = w->c->text;
	job_changed(w, j, task, "note", NULL, w->c->text)->written = !w->c->no_write;
}

static bool make_notes(struct work *w, struct job *j)
{
	for (size_t i = 0; i < j->tasks.n; i++)
		add_note(w, j, j->tasks.v[i]);
	if (j->whole)
		add_note(w, j, -1);
	return true;
}

bool job_make(struct work *w, struct job *j, struct err *err)
{
	switch (w->c->kind) {
	case CHANGE_STATUS:
		return make_status(w, j, err);
	case CHANGE_ESTIMATE:
		return make_estimate(w, j, err);
	case CHANGE_OWNER:
		return make_owner(w, j, err);
	case CHANGE_NOTE:
		return make_notes(w, j);
	case CHANGE_ROLLBACK:
		return make_rollback(w, j, err);
	case CHANGE_LINES:
		return lines_make(w, j, err);
	case CHANGE_UNDO:
		return undo_make(w, j, err);
	}
	return true;
}
