/* outcome: what a call changed, as it is told */
#include <string.h>

#include "project/job.h"

struct changed *job_changed(struct work *w, const struct job *j, int task, const char *what,
			    const char *from, const char *to)
{
	struct changed *c = vec_push(w->a, &w->out->changes);
	const struct phl_task *t = task >= 0 ? &j->draft.plan->tasks.v[task] : NULL;
	*c = (struct changed){
		.plan_id = j->was->id,
		.path = j->row.path,
		.title = t ? t->title : j->row.title,
		.position = task + 1,
		.number = t ? t->number : 0,
		.label = t ? t->label : NULL,
		.what = what,
		.from = from,
		.to = to,
		.line = t ? t->line : j->draft.plan->status_line,
		.written = true,
	};
	return c;
}

/* ---- what follows from it ---- */

static enum phl_status status_of(const struct phl_plan *p, int task)
{
	return task < 0 ? p->status : p->tasks.v[task].status;
}

static bool is_wanted(const struct job *j, int task)
{
	for (size_t i = 0; i < j->wants.n; i++)
		if (j->wants.v[i].task == task)
			return true;
	return false;
}

static void derive(struct work *w, struct job *j, int task)
{
	enum phl_status was = status_of(j->was, task), now = status_of(j->now, task);
	if (was == now || is_wanted(j, task) || w->c->kind == CHANGE_UNDO)
		return;
	if (task >= 0 && (j->now->tasks.v[task].status_from == PHL_FROM_PLAN ||
			  j->was->tasks.v[task].status_from == PHL_FROM_PLAN))
		return;
	*vec_push(w->a, &j->events) = (struct new_event){
		.task = task < 0 ? 0 : j->seqs[task],
		.what = "status",
		.from = phl_status_words[was],
		.to = phl_status_words[now],
	};
	job_changed(w, j, task, "status", phl_status_words[was], phl_status_words[now])->derived =
	    true;
}

static void derive_all(struct work *w, struct job *j)
{
	for (size_t i = 0; i < j->was->tasks.n; i++)
		derive(w, j, (int)i);
	derive(w, j, -1);
}

/* ---- where it stands now ---- */

static bool is_note(const struct changed *c)
{
	return strcmp(c->what, "note") == 0 || strcmp(c->what, "rollback") == 0;
}

static bool is_lines(const struct changed *c)
{
	return strcmp(c->what, "lines") == 0;
}

static bool has_edit(const struct job *j, int task, bool note)
{
	for (size_t i = 0; i < j->edits.n; i++)
		if ((j->edits.v[i].field == EDIT_NOTE) == note &&
		    (note || j->edits.v[i].task == task))
			return true;
	return false;
}

/* A status that the text cannot say, and all that undo put back in the journal
 * alone, stand there only. */
static bool is_written(const struct work *w, const struct job *j, const struct changed *c)
{
	int task = c->position - 1;
	if (strcmp(c->what, "status") == 0)
		return c->written && (c->derived || job_state(j, task).status < 0);
	if (w->c->kind != CHANGE_UNDO || is_lines(c))
		return c->written;
	return has_edit(j, task, is_note(c));
}

static size_t notes_of(const struct phl_plan *p, const char *kind)
{
	size_t n = 0;
	for (size_t i = 0; i < p->notes.n; i++)
		n += strcmp(p->notes.v[i].kind, kind) == 0;
	return n;
}

/* Notes come behind those that were there. */
static int note_line(const struct job *j, const char *kind, size_t nth)
{
	size_t at = notes_of(j->draft.plan, kind) + nth;
	for (size_t i = 0; i < j->after.plan->notes.n; i++) {
		const struct phl_note *note = &j->after.plan->notes.v[i];
		if (strcmp(note->kind, kind) == 0 && at-- == 0)
			return note->line;
	}
	return 0;
}

static int line_of(const struct job *j, const struct changed *c)
{
	if (is_lines(c))
		return c->line;
	if (c->position)
		return j->after.plan->tasks.v[c->position - 1].line;
	if (strcmp(c->what, "status") == 0)
		return j->after.plan->status_line;
	bool owner = strcmp(c->what, "owner") == 0;
	const struct front_key *k =
	    places_key(&j->after.places, owner ? KEY_OWNER : KEY_ESTIMATE);
	return k ? k->line : 0;
}

void outcome(struct work *w, struct job *j)
{
	size_t notes = 0;
	derive_all(w, j);
	for (size_t i = 0; i < w->out->changes.n; i++) {
		struct changed *c = &w->out->changes.v[i];
		if (strcmp(c->path, j->row.path) != 0)
			continue;
		c->written = is_written(w, j, c);
		if (is_note(c))
			c->line = note_line(j, c->what, notes++);
		else
			c->line = line_of(j, c);
	}
}
