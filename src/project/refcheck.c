#include "project/refcheck.h"

#include <string.h>

#include "base/pages.h"
#include "base/text.h"
#include "project/checker.h"

enum {
	TASKS_MAX = 1000000,  /* comparisons to find out whose references are */
	FEW = 100,            /* references whose files are sought one by one */
};

/* ---- plans and their references ---- */

/* Work that one task alone says it does on that file. */
static int only_task(const struct phl_plan *plan, const char *path)
{
	int task = -1;
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct phl_task *t = &plan->tasks.v[i];
		for (size_t k = 0; k < t->files.n; k++) {
			if (!text_path_ends(path, t->files.v[k]) &&
			    !text_path_ends(t->files.v[k], path))
				continue;
			if (task >= 0 && task != (int)i)
				return -1;
			task = (int)i;
		}
	}
	return task;
}

static bool is_left(const struct phl_plan *plan, const char *path)
{
	for (size_t i = 0; i < plan->files.n; i++)
		if (plan->files.v[i].left && (text_path_ends(path, plan->files.v[i].path) ||
					      text_path_ends(plan->files.v[i].path, path)))
			return true;
	return false;
}

static size_t work_of(const struct phl_plan *plan)
{
	size_t files = plan->files.n;
	for (size_t i = 0; i < plan->tasks.n; i++)
		files += plan->tasks.v[i].files.n;
	return files * plan->refs.n;
}

static bool is_meant(const struct refcheck_options *o, const struct plan_row *plan, int task)
{
	for (size_t i = 0; i < o->ntargets; i++)
		if (o->targets[i].plan.row == plan->row &&
		    (!o->targets[i].task || o->targets[i].task == task + 1))
			return true;
	return !o->ntargets;
}

static void add_refs(struct checker *c, const struct refcheck_options *o, uint32_t at)
{
	const struct checked_plan *cp = &c->out->plans.v[at];
	const struct phl_plan *plan = cp->plan;
	bool small = work_of(plan) < TASKS_MAX, left = false;
	const char *path = NULL;
	int task = -1;
	for (size_t i = 0; i < plan->refs.n; i++) {
		const struct phl_ref *r = &plan->refs.v[i];
		if (r->path && r->path != path && small) {
			task = only_task(plan, r->path);
			left = is_left(plan, r->path);
		}
		path = r->path;
		int own = r->task >= 0 ? r->task : path && small ? task : -1;
		if (is_meant(o, &cp->row, own))
			*vec_push(c->a, &c->out->refs) = (struct checked_ref){
				.ref = r, .plan = at, .task = own,
				.left = path && small && left, .state = REF_UNKNOWN, .then = REF_UNKNOWN,
			};
	}
}

static bool add_plan(struct checker *c, const struct refcheck_options *o,
		     const struct plan_row *row, struct err *err)
{
	struct phl_plan *plan;
	int *seqs, *task_seqs;
	if (!store_plan_refs(c->p->store, c->a, row->row, &plan, &seqs, &task_seqs, err))
		return false;
	*vec_push(c->a, &c->out->plans) = (struct checked_plan){
		.row = *row, .plan = plan, .seqs = seqs, .task_seqs = task_seqs,
		.first = c->out->refs.n,
	};
	add_refs(c, o, (uint32_t)c->out->plans.n - 1);
	struct checked_plan *cp = &c->out->plans.v[c->out->plans.n - 1];
	cp->n = c->out->refs.n - cp->first;
	return true;
}

static bool has_plan(const struct refcheck *e, int64_t row)
{
	for (size_t i = 0; i < e->plans.n; i++)
		if (e->plans.v[i].row.row == row)
			return true;
	return false;
}

/* Lists that grow leave pages behind that were touched for nothing. */
static void reserve(struct checker *c, const plan_rows *all)
{
	size_t refs = 0;
	for (size_t i = 0; i < all->n; i++)
		refs += (size_t)all->v[i].refs.total;
	pages_expect(refs * sizeof *c->out->refs.v);
	c->out->refs.cap = refs;
	c->out->refs.v = arena_raw(c->a, (refs + 1) * sizeof *c->out->refs.v);
	c->out->plans.cap = all->n;
	c->out->plans.v = arena_raw(c->a, (all->n + 1) * sizeof *c->out->plans.v);
}

static bool add_plans(struct checker *c, const struct refcheck_options *o,
		      const plan_rows *all, struct err *err)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].refs.total && !add_plan(c, o, &all->v[i], err))
			return false;
	return true;
}

static bool load(struct checker *c, const struct refcheck_options *o, struct err *err)
{
	plan_rows all = { 0 };
	struct plan_row row;
	for (size_t i = 0; i < o->ntargets; i++)
		if (!has_plan(c->out, o->targets[i].plan.row) &&
		    (!store_plan_row(c->p->store, c->a, o->targets[i].plan.row, &row, err) ||
		     !add_plan(c, o, &row, err)))
			return false;
	if (o->ntargets)
		return true;
	if (!store_plans(c->p->store, c->a, 0, &all, err))
		return false;
	reserve(c, &all);
	return store_read_once(c->p->store, true, err) && add_plans(c, o, &all, err) &&
	       store_read_once(c->p->store, false, err);
}

/* References by file. */
static void put_in_order(struct refcheck *check, struct arena *a)
{
	size_t n = check->refs.n, at = 0;
	check->order = arena_alloc(a, (n + 1) * sizeof *check->order);
	for (size_t i = 0; i < n; i++)
		check->files.v[check->refs.v[i].file].n++;
	for (size_t i = 0; i < check->files.n; i++) {
		check->files.v[i].first = at;
		at += check->files.v[i].n;
		check->files.v[i].n = 0;
	}
	for (size_t i = 0; i < n; i++) {
		struct checked_file *f = &check->files.v[check->refs.v[i].file];
		check->order[f->first + f->n++] = (uint32_t)i;
	}
}

static void count(struct refcheck *check)
{
	for (size_t i = 0; i < check->refs.n; i++) {
		const struct checked_ref *r = &check->refs.v[i];
		check->counts[r->state]++;
		check->plans.v[r->plan].counts[r->state] += !r->left;
	}
}

static bool open_sources(struct checker *c, const struct refcheck_options *o, struct err *err)
{
	if (!o->rev)
		return sources_open(&c->sources, c->p, c->a, o->source, err);
	struct git *git = repo_get(o->repo, err);
	return git && sources_open_at(&c->sources, c->p, c->a, o->source, git, o->rev, err);
}

static bool any_unquoted(const struct refcheck *out)
{
	for (size_t i = 0; i < out->refs.n; i++)
		if (!out->refs.v[i].ref->expected)
			return true;
	return false;
}

bool project_check_refs(struct project *p, struct arena *a, const struct refcheck_options *o,
			struct refcheck *out, struct err *err)
{
	struct checker c = { .p = p, .a = a, .out = out, .lines_of = o->lines_of };
	*out = (struct refcheck){ 0 };
	if (!load(&c, o, err) || !open_sources(&c, o, err))
		return false;
	if (out->refs.n > FEW && !sources_list(&c.sources, err)) {
		sources_close(&c.sources);
		return false;
	}
	checker_name_all(&c);
	bool ok = checker_follow_gone(&c, o, err) && checker_remember_gone(&c, o, err);
	put_in_order(out, a);
	if (ok && o->then && any_unquoted(out))
		c.then = (struct then){ .git = repo_find(o->repo), .arena = a };
	if (ok)
		checker_compare(&c);
	count(out);
	sources_close(&c.sources);
	then_close(&c.then);
	code_free(&c.code);
	buf_free(&c.bytes);
	arena_free(&c.scratch);
	return ok;
}
