/* job_time: the clock of plans and tasks, and what their plan says of it */
#include <string.h>

#include "base/day.h"
#include "project/job.h"

static int64_t elapsed(const struct work *w, int64_t since)
{
	return w->op.at > since ? (w->op.at - since + 30) / 60 : 0;
}

/* What has gone into a plan that was never started itself: its tasks' time. */
static int64_t spent_on_tasks(const struct job *j)
{
	int64_t spent = 0;
	for (size_t i = 0; i < j->states.n; i++)
		if (j->states.v[i].task)
			spent += j->states.v[i].spent;
	return spent;
}

bool time_is_told(const struct work *w, const struct job *j, int task)
{
	if (w->c->actual < 0 || task < 0)
		return w->c->actual >= 0 && !j->implied;
	for (size_t i = 0; i < j->named; i++)
		if (j->tasks.v[i] == task)
			return true;
	return false;
}

int64_t time_keep(const struct work *w, const struct job *j, int task, struct state *s,
		  enum phl_status status)
{
	int64_t minutes = s->started ? elapsed(w, s->started) : 0;
	if (status == PHL_IN_PROGRESS) {
		s->started = s->started ? s->started : w->op.at;
		return 0;
	}
	if (status == PHL_DONE && task < 0 && !s->started && !s->spent)
		minutes = spent_on_tasks(j);
	s->started = 0;
	s->spent += minutes;
	if (status != PHL_DONE || !time_is_told(w, j, task))
		return minutes;
	s->spent = w->c->actual; /* all of it, whatever the clock says */
	return w->c->actual;
}

/* ---- as the tree writes it ---- */

const char *time_today(struct work *w)
{
	char text[21];
	day_format(w->op.at, text);
	return arena_dup(w->a, text, strlen("2026-01-14"));
}

/* A plan that was created at a time is completed at a time. */
static const char *now_like(struct work *w, const struct job *j)
{
	static const enum plan_key others[] = { KEY_STARTED, KEY_CREATED };
	char text[21];
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		const struct front_key *k = places_key(&j->draft.places, others[i]);
		if (!k || !k->value || !day_is_date(k->value) || k->value[10] != 'T')
			continue;
		day_format(w->op.at, text);
		return arena_str(w->a, text);
	}
	return time_today(w);
}

/* All the time that the plan says it took, and now this. */
static int64_t total_spent(const struct work *w, const struct job *j, int64_t minutes)
{
	const struct phl_estimate *written = &j->draft.plan->actual;
	int64_t spent = job_state(j, -1).spent;
	int64_t known = written->text && written->high > 0 ? written->high + minutes : 0;
	return time_is_told(w, j, -1) || spent > known ? spent : known;
}

static bool write_end(struct work *w, struct job *j, int64_t minutes, struct err *err)
{
	text_list texts;
	int64_t spent = total_spent(w, j, minutes);
	const char *like = j->draft.plan->actual.text;
	if (!store_texts_near(w->p->store, w->a, NEAR_ACTUAL, j->row.row, &texts, err))
		return false;
	for (size_t i = 0; i < texts.n && !like; i++)
		like = texts.v[i];
	if (minutes > 0)
		make_key(&j->draft, KEY_ACTUAL,
			 duration_like(w->a, spent, like ? like : j->draft.plan->estimate.text),
			 &j->edits);
	make_key(&j->draft, KEY_COMPLETED, now_like(w, j), &j->edits);
	return true;
}

bool time_write(struct work *w, struct job *j, enum phl_status status, int64_t minutes,
		struct err *err)
{
	const struct front_key *started = places_key(&j->draft.places, KEY_STARTED);
	if (status == PHL_DONE)
		return write_end(w, j, minutes, err);
	if (status != PHL_SKIPPED)
		make_no_key(&j->draft, KEY_COMPLETED, &j->edits);
	if (status == PHL_IN_PROGRESS && started && !j->draft.plan->started)
		make_key(&j->draft, KEY_STARTED, now_like(w, j), &j->edits);
	return true;
}
