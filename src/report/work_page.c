/* What git knows of the work on a plan: its commits, and what became of its files. */
#include "base/day.h"
#include "report/labels.h"
#include <string.h>

#include "report/page_parts.h"

enum { HASH, DATE, TASK, SUBJECT, FILES, COLUMNS };
enum { SHOWN = 30 }; /* commits, the last ones */

static const char *day_of(struct arena *a, int64_t time)
{
	char text[21];

	day_format(time, text);
	return arena_dup(a, text, 10);
}

static void add_commit(struct doc *d, struct block *t, const struct phl_plan *p,
		       const struct work_commit *c)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[HASH], arena_dup(d->arena, c->id, 7));
	cell_text(&row[DATE], day_of(d->arena, c->time));
	const struct phl_task *task = c->task ? &p->tasks.v[c->task - 1] : NULL;

	if (task)
		cell_text(&row[TASK], arena_printf(d->arena, "/%s",
						   task_name(d->arena, task->number, task->label,
							     c->task)));
	cell_text(&row[SUBJECT], c->subject);
	if (c->files.n)
		cell_text(&row[FILES], label_count(d->arena, (long)c->files.n, "file"));
	row[DATE].tone = row[FILES].tone = TONE_DIM;
}

static bool is_of(const struct work_commit *c, int task)
{
	return !task || c->task == task;
}

static void add_linked(struct doc *d, const struct phl_plan *p, const struct work *work,
		       int task, size_t skip)
{
	static const struct column columns[COLUMNS] = {
		[HASH] = { .code = true }, [SUBJECT] = { .stretch = true },
	};
	struct block *t = doc_table(d, columns, COLUMNS);

	for (size_t i = 0; i < work->commits.n; i++)
		if (is_of(&work->commits.v[i], task) && !(skip && skip--))
			add_commit(d, t, p, &work->commits.v[i]);
}

/* Does the table hold it already? */
static bool is_linked(const struct work *work, const char *hash)
{
	for (size_t i = 0; work && hash && i < work->commits.n; i++)
		if (strncmp(work->commits.v[i].id, hash, strlen(hash)) == 0)
			return true;
	return false;
}

/* What the plan says of its commits, and git does not. */
static void add_told(struct doc *d, const struct phl_plan *p, const struct work *work)
{
	struct block *list = NULL;

	for (size_t i = 0; i < p->commits.n; i++) {
		const struct phl_commit *c = &p->commits.v[i];

		if (is_linked(work, c->hash))
			continue;
		if (!list)
			list = doc_list(d);
		doc_item(d, list, NULL, "%s%s%s", c->hash ? c->hash : "planned",
			 c->message ? "  " : "", c->message ? c->message : "");
	}
	if (list && work && work->commits.n)
		list->close = true;
}

static size_t count_of(const struct work *work, int task)
{
	size_t n = 0;

	for (size_t i = 0; work && i < work->commits.n; i++)
		n += is_of(&work->commits.v[i], task);
	return n;
}

void part_commits(struct doc *d, const struct phl_plan *p, const struct work *work, int task)
{
	size_t n = count_of(work, task);

	if (!n && (task || !p->commits.n))
		return;
	doc_heading(d, 2, !n	    ? "Commits" :
			  n > SHOWN ? arena_printf(d->arena, "Commits: the last %d of %zu", SHOWN, n) :
				      arena_printf(d->arena, "Commits: %zu", n));
	if (n)
		add_linked(d, p, work, task, n > SHOWN ? n - SHOWN : 0);
	if (!task)
		add_told(d, p, work);
}

/* ---- files ---- */

static void add_state(struct doc *d, struct block *facts, const struct work *work,
		      enum work_state state)
{
	const char *all = NULL;

	for (size_t i = 0; i < work->files.n; i++) {
		const struct work_file *f = &work->files.v[i];
		const char *path = f->path ? f->path : f->file->path;

		if (f->state != state)
			continue;
		if (state == WORK_RENAMED)
			path = arena_printf(d->arena, "%s (now %s)", f->file->path, f->path);
		all = all ? arena_printf(d->arena, "%s, %s", all, path) : path;
	}
	part_fact(d, facts, work_state_words[state], all);
}

/* Files that are not as they were, and none of the commits touched. */
static const char *by_others(struct arena *a, const struct work *work)
{
	const char *all = NULL;

	for (size_t i = 0; work->commits.n && i < work->files.n; i++) {
		const struct work_file *f = &work->files.v[i];

		if (f->touched || f->state == WORK_UNTOUCHED || f->state == WORK_MISSING)
			continue;
		all = all ? arena_printf(a, "%s, %s", all, f->file->path) : f->file->path;
	}
	return all;
}

static const char *joined(struct arena *a, const char *const *v, size_t n)
{
	const char *s = n ? v[0] : NULL;

	for (size_t i = 1; i < n; i++)
		s = arena_printf(a, "%s, %s", s, v[i]);
	return s;
}

void part_progress(struct doc *d, const struct work *work)
{
	struct block *facts;

	if (!work || (!work->files.n && !work->unplanned.n))
		return;
	doc_heading(d, 2, work->since ? arena_printf(d->arena, "Files since %s, when it was planned",
						     day_of(d->arena, work->since_time)) :
					"Files");
	facts = doc_facts(d);
	for (int i = 0; i < WORK_STATES; i++)
		add_state(d, facts, work, (enum work_state)i);
	part_fact(d, facts, "not by these", by_others(d->arena, work));
	part_fact(d, facts, "not planned", joined(d->arena, work->unplanned.v, work->unplanned.n));
}
