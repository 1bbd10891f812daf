#include "project/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "model/plan.h"
#include "project/known.h"
#include "project/plan_files.h"
#include "project/sync.h"
#include "tree/git.h"

#define DONE_KEY "history"

/* A task through the versions of its plan. */
struct past_task {
	const char *label, *title;
	enum phl_status status;
	int id; /* the same in every version */
};

struct past_event {
	int task; /* id, -1 for the plan */
	const char *what, *from, *to, *who, *note;
	int64_t at;
};

struct past_plan {
	const char *path, *blob; /* of its last version; path NULL: deleted */
	bool seen;
	enum phl_status status;
	PHL_LIST(struct past_task) tasks;
	PHL_LIST(struct past_event) events;
	int ids;
};

struct past_summary {
	const char *path; /* NULL: deleted */
	const char *status;
};

struct past {
	struct project *p;
	struct git *git;
	struct arena arena, plan, scratch;
	PHL_LIST(struct past_plan *) plans;
	PHL_LIST(struct past_summary) summaries;
	struct buf bytes;
	struct history_stats *stats;
	PHL_LIST(const char *) changed; /* paths of plans to be looked at in this commit */
	const struct git_commit *commit;
};

/* ---- what there is ---- */

static struct past_plan *find_plan(struct past *h, const char *path)
{
	for (size_t i = 0; path && i < h->plans.n; i++)
		if (h->plans.v[i]->path && strcmp(h->plans.v[i]->path, path) == 0)
			return h->plans.v[i];
	return NULL;
}

static struct past_plan *add_plan(struct past *h, const char *path)
{
	struct past_plan *plan = arena_alloc(&h->arena, sizeof *plan);
	plan->path = arena_str(&h->arena, path);
	*vec_push(&h->arena, &h->plans) = plan;
	return plan;
}

static struct past_summary *find_summary(struct past *h, const char *path)
{
	for (size_t i = 0; path && i < h->summaries.n; i++)
		if (h->summaries.v[i].path && strcmp(h->summaries.v[i].path, path) == 0)
			return &h->summaries.v[i];
	return NULL;
}

struct seeking {
	struct past *h;
	struct past_summary *found;
};

static bool is_summary(const char *path, void *ctx)
{
	struct seeking *seek = ctx;
	seek->found = find_summary(seek->h, path);
	return seek->found != NULL;
}

/* ---- one version after the other ---- */

static const char *note_of(struct past *h)
{
	const char *message = h->commit->message;
	return arena_printf(&h->arena, "%.7s %.*s", h->commit->id,
			    (int)strcspn(message, "\r\n"), message);
}

static void add_event(struct past *h, struct past_plan *plan, int task, const char *what,
		      const char *from, const char *to)
{
	*vec_push(&h->arena, &plan->events) = (struct past_event){
		.task = task,
		.what = what,
		.from = from,
		.to = to,
		.who = arena_str(&h->arena, h->commit->author),
		.note = note_of(h),
		.at = h->commit->time,
	};
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* The task of the version before: by label and title, by title, by label. */
static struct past_task *was(struct past_plan *plan, const struct phl_task *now, bool *taken)
{
	for (int how = 0; how < 3; how++)
		for (size_t i = 0; i < plan->tasks.n; i++) {
			struct past_task *t = &plan->tasks.v[i];
			bool label = same_text(t->label, now->label);
			bool title = same_text(t->title, now->title);
			bool fits = how == 0 ? label && title :
				    how == 1 ? title :
					       label && now->label;
			if (taken[i] || !fits)
				continue;
			taken[i] = true;
			return t;
		}
	return NULL;
}

static void compare_tasks(struct past *h, struct past_plan *plan, const struct phl_plan *now)
{
	struct past_plan next = { 0 };
	bool *taken = arena_alloc(&h->scratch, plan->tasks.n + 1);
	for (size_t i = 0; i < now->tasks.n; i++) {
		const struct phl_task *task = &now->tasks.v[i];
		const struct past_task *old = was(plan, task, taken);
		struct past_task *t = vec_push(&h->arena, &next.tasks);
		*t = (struct past_task){
			.label = arena_str(&h->arena, task->label),
			.title = arena_str(&h->arena, task->title),
			.status = task->status,
			.id = old ? old->id : plan->ids++,
		};
		if (old && old->status != task->status && task->status_from != PHL_FROM_PLAN)
			add_event(h, plan, t->id, "status", phl_status_words[old->status],
				  phl_status_words[task->status]);
	}
	plan->tasks.v = next.tasks.v;
	plan->tasks.n = next.tasks.n;
	plan->tasks.cap = next.tasks.cap;
}

static void compare(struct past *h, struct past_plan *plan, const struct phl_plan *now)
{
	if (!plan->seen)
		add_event(h, plan, -1, "created", NULL, phl_status_words[now->status]);
	else if (plan->status != now->status)
		add_event(h, plan, -1, "status", phl_status_words[plan->status],
			  phl_status_words[now->status]);
	compare_tasks(h, plan, now);
	plan->seen = true;
	plan->status = now->status;
}

static bool look_at(struct past *h, struct past_plan *plan, struct err *err)
{
	struct seeking seek = { h, NULL };
	struct evidence e;
	const struct wordlist *statuses;
	family_evidence(plan->path, &e);
	if (!known_statuses(h->p, &h->scratch, plan->path, &statuses, err))
		return false;
	if (statuses)
		e.statuses = statuses;
	if (!plan->blob || !git_blob(h->git, plan->blob, &h->bytes, err))
		return !plan->blob;
	arena_reset(&h->plan);
	struct phl_plan *now = parse_plan(&h->plan, &h->scratch, h->bytes.s ? h->bytes.s : "",
					  h->bytes.n, plan->path);
	if (family_summary(&h->scratch, plan->path, is_summary, &seek)) {
		e.summarised = true;
		e.summary_status = seek.found->status;
	}
	plan_decide(now, &e, &h->plan);
	compare(h, plan, now);
	arena_reset(&h->scratch);
	return true;
}

/* ---- one commit ---- */

static void mark(struct past *h, const char *path)
{
	for (size_t i = 0; i < h->changed.n; i++)
		if (strcmp(h->changed.v[i], path) == 0)
			return;
	*vec_push(&h->arena, &h->changed) = path;
}

static void plan_changed(struct past *h, const struct git_file *f)
{
	struct past_plan *plan = find_plan(h, f->old ? f->old : f->now);
	if (f->kind == 'D') {
		if (plan)
			plan->path = NULL;
		return;
	}
	if (!plan || f->kind == 'C')
		plan = add_plan(h, f->now);
	plan->path = arena_str(&h->arena, f->now);
	plan->blob = arena_str(&h->arena, f->now_blob);
	mark(h, plan->path);
}

/* The plans in its directory may be done with it. */
static void mark_beside(struct past *h, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) + 1 : 0;
	for (size_t i = 0; i < h->plans.n; i++) {
		const char *plan = h->plans.v[i]->path;
		if (plan && strncmp(plan, path, n) == 0 && !strchr(plan + n, '/'))
			mark(h, plan);
	}
}

static bool summary_changed(struct past *h, const struct git_file *f, struct err *err)
{
	struct past_summary *old = find_summary(h, f->old ? f->old : f->now);
	if (old)
		old->path = NULL;
	if (f->old)
		mark_beside(h, f->old);
	if (f->kind == 'D' || !f->now_blob)
		return true;
	if (!git_blob(h->git, f->now_blob, &h->bytes, err))
		return false;
	struct summary *s = parse_summary(&h->scratch, &h->plan, h->bytes.s ? h->bytes.s : "",
					  h->bytes.n);
	*vec_push(&h->arena, &h->summaries) = (struct past_summary){
		arena_str(&h->arena, f->now), arena_str(&h->arena, s->status)
	};
	arena_reset(&h->scratch);
	arena_reset(&h->plan);
	mark_beside(h, f->now);
	return true;
}

struct commits {
	struct past *h;
	PHL_LIST(struct git_commit) all;
};

/* Nothing can be asked while the list of commits comes in. */
static bool keep_commit(const struct git_commit *c, void *ctx)
{
	struct commits *commits = ctx;
	struct arena *a = &commits->h->arena;
	const struct config *config = &commits->h->p->config;
	struct git_commit *copy = NULL;
	commits->h->stats->commits++;
	for (size_t i = 0; i < c->files.n; i++) {
		const struct git_file *f = &c->files.v[i];
		const char *path = f->now ? f->now : f->old;
		enum file_kind kind = plan_files_kind(config, path);
		if (kind != FILE_PLAN && kind != FILE_SUMMARY)
			continue;
		if (!copy) {
			copy = vec_push(a, &commits->all);
			*copy = (struct git_commit){ .id = arena_str(a, c->id),
						     .author = arena_str(a, c->author),
						     .message = arena_str(a, c->message),
						     .time = c->time };
		}
		*vec_push(a, &copy->files) = (struct git_file){
			f->kind, arena_str(a, f->old), arena_str(a, f->now),
			arena_str(a, f->old_blob), arena_str(a, f->now_blob)
		};
	}
	return true;
}

static bool take_commit(struct past *h, const struct git_commit *c, struct err *err)
{
	h->commit = c;
	h->changed.n = 0;
	for (size_t i = 0; i < c->files.n; i++) {
		const struct git_file *f = &c->files.v[i];
		const char *path = f->now ? f->now : f->old;
		if (plan_files_kind(&h->p->config, path) == FILE_PLAN)
			plan_changed(h, f);
		else if (!summary_changed(h, f, err))
			return false;
	}
	for (size_t i = 0; i < h->changed.n; i++) {
		struct past_plan *plan = find_plan(h, h->changed.v[i]);
		if (plan && !look_at(h, plan, err))
			return false;
	}
	return true;
}

static bool read_commits(struct past *h, struct err *err)
{
	struct commits commits = { .h = h };
	if (!git_log(h->git, "HEAD", NULL, keep_commit, &commits, err))
		return false;
	for (size_t i = 0; i < commits.all.n; i++)
		if (!take_commit(h, &commits.all.v[i], err))
			return false;
	return true;
}

/* ---- into the journal ---- */

/* The seq of each task id, by what the plan's last version is in the store. */
static bool seqs_of_ids(struct past *h, const struct past_plan *plan, int64_t row, int **out,
			struct err *err)
{
	struct phl_plan last = { 0 };
	int *seqs, *of_id = arena_alloc(&h->plan, ((size_t)plan->ids + 1) * sizeof *of_id);
	*out = of_id;
	for (size_t i = 0; i < plan->tasks.n; i++)
		*vec_push(&h->plan, &last.tasks) = (struct phl_task){
			.label = plan->tasks.v[i].label,
			.title = plan->tasks.v[i].title,
			.estimate = { -1, -1, NULL },
		};
	if (!store_identify_tasks(h->p->store, &h->plan, row, &last, &seqs, err))
		return false;
	for (size_t i = 0; i < plan->tasks.n; i++)
		of_id[plan->tasks.v[i].id] = seqs[i];
	return true;
}

static bool write_plan(struct past *h, const struct past_plan *plan, struct err *err)
{
	plan_rows rows;
	int64_t first;
	int *seqs;
	arena_reset(&h->plan);
	if (!plan->path || !store_find_plans(h->p->store, &h->plan, plan->path, &rows, err))
		return !plan->path;
	if (rows.n != 1)
		return true;
	if (!store_first_event(h->p->store, rows.v[0].row, &first, err) ||
	    !seqs_of_ids(h, plan, rows.v[0].row, &seqs, err))
		return false;
	for (size_t i = 0; i < plan->events.n; i++) {
		const struct past_event *past = &plan->events.v[i];
		struct new_event e = { .plan = rows.v[0].row,
				       .task = past->task < 0 ? 0 : seqs[past->task],
				       .origin = "git",
				       .what = past->what,
				       .from = past->from,
				       .to = past->to,
				       .who = past->who,
				       .note = past->note };
		if (past->at >= first || (past->task >= 0 && !e.task))
			continue;
		if (!store_add_event(h->p->store, &e, past->at, err))
			return false;
		h->stats->events++;
	}
	return true;
}

static bool write_all(struct past *h, struct err *err)
{
	if (!store_begin(h->p->store, err))
		return false;
	for (size_t i = 0; i < h->plans.n; i++)
		if (!write_plan(h, h->plans.v[i], err))
			return false;
	return store_set_meta(h->p->store, DONE_KEY, "1", err) &&
	       store_commit(h->p->store, err);
}

static bool fill(struct past *h, struct err *err)
{
	const char *done;
	if (!store_get_meta(h->p->store, &h->arena, DONE_KEY, &done, err))
		return false;
	h->stats->filled = done != NULL;
	if (done)
		return true;
	if (!git_start(&h->git, h->p->root, err) || !read_commits(h, err))
		return false;
	if (write_all(h, err))
		return true;
	store_abort(h->p->store);
	return false;
}

bool project_history(struct project *p, struct history_stats *out, struct err *err)
{
	struct past h = { .p = p, .stats = out };
	*out = (struct history_stats){ 0 };
	bool ok = store_lock(p->store, err) && fill(&h, err);
	store_unlock(p->store);
	git_stop(h.git);
	arena_free(&h.arena);
	arena_free(&h.plan);
	arena_free(&h.scratch);
	buf_free(&h.bytes);
	return ok;
}
