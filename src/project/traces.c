#include "project/traces.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "project/birth.h"
#include "project/follow.h"
#include "project/plan_files.h"
#include "project/sources.h"

enum {
	COMMITS_MAX = 1000,	  /* of one plan */
	EARLIER = 7 * 24 * 3600, /* seconds that work may be older than its plan's commit */
};

struct worker {
	struct project *p;
	struct arena *a;
	struct git *git;
	const struct plan_row *row;
	const struct phl_plan *plan;
	struct work *out;
	PHL_LIST(int64_t) twins; /* when other plans of the same id were added */
};

/* ---- whose a commit is ---- */

static bool find_twins(struct worker *w, struct err *err)
{
	plan_rows rows;
	if (!store_find_plans(w->p->store, w->a, w->plan->id, &rows, err))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		struct birth b;
		if (rows.v[i].row == w->row->row)
			continue;
		if (!birth_of(w->git, w->a, rows.v[i].path, &b, err))
			return false;
		if (b.id)
			*vec_push(w->a, &w->twins) = b.time;
	}
	return true;
}

static bool is_mine(const struct worker *w, int64_t time)
{
	int64_t born = w->out->since ? w->out->since_time : INT64_MAX;
	if (w->twins.n && time < born)
		return false;
	for (size_t i = 0; i < w->twins.n; i++)
		if (w->twins.v[i] > born && w->twins.v[i] <= time)
			return false;
	return true;
}

/* ---- commits ---- */

static int position_of(const struct phl_plan *plan, int number)
{
	for (size_t i = 0; number && i < plan->tasks.n; i++)
		if (plan->tasks.v[i].number == number)
			return (int)i + 1;
	return 0;
}

static bool each_commit(const struct git_commit *c, void *ctx)
{
	struct worker *w = ctx;
	int task;
	if (!work_mentions(c->message, w->plan->id, &task) || !is_mine(w, c->time))
		return true;
	*vec_push(w->a, &w->out->commits) = (struct work_commit){
		.id = arena_str(w->a, c->id), .task = position_of(w->plan, task),
	};
	return w->out->commits.n < COMMITS_MAX;
}

/* What every message has in it that carries the id, zeros or not: "3-" of "03-03". */
static const char *core_of(struct arena *a, const char *id)
{
	const char *dash = strchr(id, '-');
	while (*id == '0' && is_digit(id[1]))
		id++;
	return dash ? arena_dup(a, id, (size_t)(dash - id) + 1) : NULL;
}

static bool find_mentions(struct worker *w, struct err *err)
{
	const char *core = w->plan->phase && w->plan->plan ? core_of(w->a, w->plan->id) : NULL;
	int64_t from = w->out->since ? w->out->since_time - EARLIER : 0;
	return !core || git_grep(w->git, "HEAD", core, from, each_commit, w, err);
}

/* A hash that the repository does not know stays with what the plan says of it. */
static void add_recorded(struct worker *w, const char *hash)
{
	struct err none = { 0 };
	const char *id;
	int64_t time;
	if (!hash || !git_resolve(w->git, w->a, hash, &id, &time, &none))
		return;
	for (size_t i = 0; i < w->out->commits.n; i++)
		if (strcmp(w->out->commits.v[i].id, id) == 0) {
			w->out->commits.v[i].recorded = true;
			return;
		}
	if (w->out->commits.n < COMMITS_MAX)
		*vec_push(w->a, &w->out->commits) =
		    (struct work_commit){ .id = id, .recorded = true };
}

static bool same_file(const char *path, const char *planned)
{
	return text_path_ends(path, planned) || text_path_ends(planned, path);
}

static bool task_touches(const struct phl_task *t, const struct work_commit *c)
{
	for (size_t i = 0; i < t->files.n; i++)
		for (size_t k = 0; k < c->files.n; k++)
			if (same_file(c->files.v[k], t->files.v[i]))
				return true;
	return false;
}

/* The only task that works on one of its files. */
static int only_task(const struct phl_plan *plan, const struct work_commit *c)
{
	int task = 0;
	for (size_t i = 0; i < plan->tasks.n; i++)
		if (task_touches(&plan->tasks.v[i], c)) {
			if (task)
				return 0;
			task = (int)i + 1;
		}
	return task;
}

static bool describe(struct worker *w, struct work_commit *c, struct err *err)
{
	struct git_commit full;
	if (!git_commit_of(w->git, w->a, c->id, &full, err))
		return false;
	c->author = full.author;
	c->subject = arena_dup(w->a, full.message, strcspn(full.message, "\r\n"));
	c->time = full.time;
	for (size_t i = 0; i < full.files.n && full.parents < 2; i++)
		*vec_push(w->a, &c->files) =
		    full.files.v[i].now ? full.files.v[i].now : full.files.v[i].old;
	if (!c->task)
		c->task = only_task(w->plan, c);
	return true;
}

static int by_time(const void *a, const void *b)
{
	const struct work_commit *x = a, *y = b;
	return x->time != y->time ? (x->time > y->time) - (x->time < y->time) :
				    strcmp(x->id, y->id);
}

static bool find_commits(struct worker *w, struct err *err)
{
	if (!find_mentions(w, err))
		return false;
	for (size_t i = 0; i < w->plan->commits.n; i++)
		add_recorded(w, w->plan->commits.v[i].hash);
	for (size_t i = 0; i < w->out->commits.n; i++)
		if (!describe(w, &w->out->commits.v[i], err))
			return false;
	if (w->out->commits.n)
		qsort(w->out->commits.v, w->out->commits.n, sizeof *w->out->commits.v, by_time);
	return true;
}

/* ---- files ---- */

/* What came with the plan itself is no work on it. */
static bool is_work(const struct work *work, const struct work_commit *c)
{
	return !work->since || strcmp(c->id, work->since) != 0;
}

/* Is it the file that was planned?  Where that is known its whole path says so. */
static bool is_it(const struct work_file *f, const char *path)
{
	if (f->path && strcmp(f->path, path) == 0)
		return true;
	return (!f->path || f->state == WORK_RENAMED) && same_file(path, f->file->path);
}

static bool is_touched(const struct work *work, const struct work_file *f)
{
	for (size_t i = 0; i < work->commits.n; i++)
		for (size_t k = 0; k < work->commits.v[i].files.n; k++)
			if (is_work(work, &work->commits.v[i]) &&
			    is_it(f, work->commits.v[i].files.v[k]))
				return true;
	return false;
}

/* Is the file what it was in that blob? */
static bool is_same(struct worker *w, struct sources *sources, const struct source_file *f,
		    const char *blob)
{
	struct buf now = { 0 }, then = { 0 };
	struct err none = { 0 };
	const char *reason;
	bool cut, same = sources_read(sources, f, &now, &cut, &reason) == CODE_READ && !cut &&
			 git_blob(w->git, blob, &then, &none) && now.n == then.n &&
			 (!now.n || memcmp(now.s, then.s, now.n) == 0);
	buf_free(&now);
	buf_free(&then);
	return same;
}

static bool look_at(struct worker *w, struct sources *sources, struct work_file *f,
		    struct err *err)
{
	struct source_file source = sources_find(sources, f->file->path);
	const char *blob;
	f->state = WORK_MISSING;
	f->path = source.path;
	if (!source.path)
		return true;
	if (!git_blob_of(w->git, w->a, w->out->since, source.path, &blob, err))
		return false;
	f->state = !blob ? WORK_CREATED : is_same(w, sources, &source, blob) ? WORK_UNTOUCHED :
									       WORK_CHANGED;
	return true;
}

static bool is_there(const char *path, void *ctx)
{
	return sources_find(ctx, path).path != NULL;
}

/* Those that are not there may have been once. */
static bool follow_missing(struct worker *w, struct sources *sources, struct err *err)
{
	PHL_LIST(struct gone) gone = { 0 };
	PHL_LIST(struct work_file *) files = { 0 };
	for (size_t i = 0; i < w->out->files.n; i++) {
		struct work_file *f = &w->out->files.v[i];
		const char *clean = f->path ? NULL : resolve_clean(w->a, f->file->path);
		if (!clean)
			continue;
		*vec_push(w->a, &gone) = (struct gone){ .path = clean };
		*vec_push(w->a, &files) = f;
	}
	if (gone.n && !follow_files(w->git, w->a, NULL, w->out->since, gone.v, gone.n, is_there,
				    sources, err))
		return false;
	for (size_t i = 0; i < gone.n; i++) {
		files.v[i]->path = gone.v[i].now;
		files.v[i]->state = gone.v[i].now    ? WORK_RENAMED :
				    gone.v[i].commit ? WORK_DELETED :
						       WORK_MISSING;
	}
	return true;
}

static bool find_files(struct worker *w, struct err *err)
{
	struct sources sources;
	if (!w->out->since || !w->plan->files.n)
		return true;
	if (!sources_open(&sources, w->p, w->a, NULL, err))
		return false;
	bool ok = true;
	for (size_t i = 0; ok && i < w->plan->files.n; i++) {
		struct work_file *f = vec_push(w->a, &w->out->files);
		f->file = &w->plan->files.v[i];
		ok = look_at(w, &sources, f, err);
	}
	ok = ok && follow_missing(w, &sources, err);
	for (size_t i = 0; i < w->out->files.n; i++)
		w->out->files.v[i].touched = is_touched(w->out, &w->out->files.v[i]);
	sources_close(&sources);
	return ok;
}

/* ---- what was not planned ---- */

static bool is_planned(const struct worker *w, const char *path)
{
	for (size_t i = 0; i < w->out->files.n; i++)
		if (is_it(&w->out->files.v[i], path))
			return true;
	for (size_t i = 0; i < w->plan->files.n && !w->out->files.n; i++)
		if (same_file(path, w->plan->files.v[i].path))
			return true;
	for (size_t i = 0; i < w->plan->tasks.n; i++)
		for (size_t k = 0; k < w->plan->tasks.v[i].files.n; k++)
			if (same_file(path, w->plan->tasks.v[i].files.v[k]))
				return true;
	return false;
}

/* Plans, and what lies with them, are no work on the code. */
static bool is_planning(const struct worker *w, const char *path)
{
	const char *slash = strrchr(w->plan->path, '/');
	size_t dir = slash ? (size_t)(slash - w->plan->path) + 1 : 0;
	return (dir && strncmp(path, w->plan->path, dir) == 0) ||
	       strncmp(path, ".planning/", strlen(".planning/")) == 0 ||
	       plan_files_kind(&w->p->config, path) != FILE_OTHER;
}

static int by_path(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void find_unplanned(struct worker *w)
{
	struct work *out = w->out;
	size_t kept = 0;
	for (size_t i = 0; i < out->commits.n; i++)
		for (size_t k = 0; k < out->commits.v[i].files.n; k++) {
			const char *path = out->commits.v[i].files.v[k];
			if (is_work(out, &out->commits.v[i]) && !is_planned(w, path) &&
			    !is_planning(w, path))
				*vec_push(w->a, &out->unplanned) = path;
		}
	if (out->unplanned.n)
		qsort(out->unplanned.v, out->unplanned.n, sizeof *out->unplanned.v, by_path);
	for (size_t i = 0; i < out->unplanned.n; i++)
		if (!kept || strcmp(out->unplanned.v[kept - 1], out->unplanned.v[i]) != 0)
			out->unplanned.v[kept++] = out->unplanned.v[i];
	out->unplanned.n = kept;
}

bool project_traces(struct project *p, struct arena *a, struct repo *repo,
		  const struct plan_row *row, const struct phl_plan *plan, const struct work **out,
		  struct err *err)
{
	struct worker w = { .p = p, .a = a, .git = repo_find(repo), .row = row, .plan = plan };
	struct err none = { 0 };
	const char *head;
	struct birth birth;
	int64_t time;
	*out = NULL;
	if (!w.git || !git_resolve(w.git, a, "HEAD", &head, &time, &none))
		return true;
	w.out = arena_alloc(a, sizeof *w.out);
	if (!birth_of(w.git, a, plan->path, &birth, err))
		return false;
	w.out->since = birth.id;
	w.out->since_time = birth.time;
	if (!find_twins(&w, err) || !find_commits(&w, err) || !find_files(&w, err))
		return false;
	find_unplanned(&w);
	*out = w.out;
	return true;
}
