#include "project/refcheck.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/pages.h"
#include "base/text.h"
#include "project/follow.h"
#include "project/sources.h"
#include "project/then.h"
#include "tree/match.h"
#include "tree/tracked.h"

enum {
	NOW_MAX = 400,	      /* bytes of a line that are shown */
	TASKS_MAX = 1000000,  /* comparisons to find out whose references are */
	A_REF = 130,          /* bytes in the store */
	FEW = 100,            /* references whose files are sought one by one */
};

/* A path as plans write it, and what it means. */
struct named {
	const char *path;
	size_t file;      /* index into the files of the check */
	enum ref_state state;
	const char *reason;
};

struct checker {
	struct project *p;
	struct arena *a;
	struct refcheck *out;
	struct sources sources;
	PHL_LIST(struct named) names;
	uint32_t *slots; /* by path: index into names + 1 */
	size_t mask;
	PHL_LIST(struct source_file) places; /* of the files of the check */
	size_t unbound; /* index of the file that is none; SIZE_MAX: not needed yet */
	struct buf bytes;
	struct arena scratch; /* of one file */
	struct then then;
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

static void add_refs(struct checker *c, const struct refcheck_options *o, size_t at)
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
				.plan = at, .ref = r, .task = own,
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
	add_refs(c, o, c->out->plans.n - 1);
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
	pages_expect(refs * A_REF);
	c->out->refs.cap = refs;
	c->out->refs.v = arena_raw(c->a, (refs + 1) * sizeof *c->out->refs.v);
	c->out->plans.cap = all->n;
	c->out->plans.v = arena_raw(c->a, (all->n + 1) * sizeof *c->out->plans.v);
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
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].refs.total && !add_plan(c, o, &all.v[i], err))
			return false;
	return true;
}

/* ---- files ---- */

static uint64_t hash_of(const char *s)
{
	return span_hash((struct span){ s, strlen(s) });
}

/* Where the name of a path is, or goes. */
static uint32_t *slot_of(const struct checker *c, const char *path)
{
	size_t i = hash_of(path) & c->mask;
	while (c->slots[i] && strcmp(c->names.v[c->slots[i] - 1].path, path) != 0)
		i = (i + 1) & c->mask;
	return &c->slots[i];
}

static void put_all(struct checker *c, size_t slots)
{
	c->mask = slots - 1;
	c->slots = arena_alloc(c->a, slots * sizeof *c->slots);
	for (size_t i = 0; i < c->names.n; i++)
		*slot_of(c, c->names.v[i].path) = (uint32_t)i + 1;
}

/* The name of a path; *is_new when it was not known. */
static struct named *name_at(struct checker *c, const char *path, bool *is_new)
{
	if (2 * c->names.n >= c->mask)
		put_all(c, 4 * (c->mask + 1));
	uint32_t *slot = slot_of(c, path);
	*is_new = !*slot;
	if (*is_new) {
		*vec_push(c->a, &c->names) = (struct named){ .path = path, .state = REF_GONE };
		*slot = (uint32_t)c->names.n;
	}
	return &c->names.v[*slot - 1];
}

static size_t add_file(struct checker *c, const char *path, const struct source_file *place)
{
	*vec_push(c->a, &c->out->files) =
	    (struct checked_file){ .path = path, .resolved = place->path };
	*vec_push(c->a, &c->places) = *place;
	return c->out->files.n - 1;
}

/* Several paths may mean one file, which is read once: its own path is a name, too. */
static size_t file_of(struct checker *c, const struct source_file *f, size_t name)
{
	bool is_new;
	struct named *own = name_at(c, f->path, &is_new);
	if (is_new || own == &c->names.v[name])
		own->file = add_file(c, f->path, f);
	return own->file;
}

static struct named name_of(struct checker *c, const char *path)
{
	bool is_new;
	size_t at = (size_t)(name_at(c, path, &is_new) - c->names.v);
	if (!is_new)
		return c->names.v[at];
	struct source_file f = sources_find(&c->sources, path);
	size_t file = f.path ? file_of(c, &f, at) : add_file(c, path, &f);
	c->names.v[at].file = file;
	c->names.v[at].reason = f.reason;
	c->names.v[at].state = f.ambiguous ? REF_AMBIGUOUS : f.reason ? REF_UNREAD : REF_GONE;
	return c->names.v[at];
}

static void name_ref(struct checker *c, struct checked_ref *r, struct named *last)
{
	if (!r->ref->path) {
		if (c->unbound == SIZE_MAX)
			c->unbound = add_file(c, NULL, &(struct source_file){ 0 });
		r->file = c->unbound;
		r->state = REF_UNBOUND;
		return;
	}
	if (last->path != r->ref->path) {
		*last = name_of(c, r->ref->path);
		last->path = r->ref->path;
	}
	r->file = last->file;
	r->state = last->state;
	r->reason = last->reason;
}

static void name_all(struct checker *c)
{
	struct named last = { 0 };
	c->unbound = SIZE_MAX;
	put_all(c, 256);
	for (size_t i = 0; i < c->out->refs.n; i++)
		name_ref(c, &c->out->refs.v[i], &last);
}

/* ---- files that are gone ---- */

static bool is_file(const char *path, void *ctx)
{
	return sources_find(ctx, path).path != NULL;
}

/* A file that is gone, as the check and as git know it. */
struct departed {
	size_t now; /* index into the files of the check */
	const struct gone *gone;
};

static void rename_ref(struct checker *c, struct checked_ref *r, const struct departed *d)
{
	r->file = d->now;
	if (d->gone->now) {
		r->was = d->gone->was;
		r->renamed = d->gone->commit;
	} else if (d->gone->commit) {
		r->reason = arena_printf(c->a, "was deleted in %s", d->gone->commit);
	}
}

static void rename_refs(struct checker *c, const size_t *files, const struct gone *gone, size_t n)
{
	size_t all = c->out->files.n;
	struct departed *of = arena_alloc(c->a, (all + 1) * sizeof *of);
	for (size_t i = 0; i < n; i++) {
		size_t now = gone[i].now ? name_of(c, gone[i].now).file : files[i];
		of[files[i]] = (struct departed){ now, &gone[i] };
	}
	for (size_t i = 0; i < c->out->refs.n; i++) {
		struct checked_ref *r = &c->out->refs.v[i];
		if (of[r->file].gone)
			rename_ref(c, r, &of[r->file]);
	}
}

/* Git is only asked where something is gone that it may have known: to start a program
 * that finds nothing costs more than to look. */
static bool follow_gone(struct checker *c, const struct refcheck_options *o, struct err *err)
{
	PHL_LIST(struct gone) gone = { 0 };
	PHL_LIST(size_t) files = { 0 };
	for (size_t i = 0; o->repo && i < c->names.n; i++) {
		const struct named *name = &c->names.v[i];
		const char *clean = resolve_clean(c->a, name->path);
		if (name->state != REF_GONE || c->out->files.v[name->file].resolved || !clean)
			continue;
		*vec_push(c->a, &gone) = (struct gone){ .path = clean };
		*vec_push(c->a, &files) = name->file;
	}
	bool known = gone.n && (o->rev || tracked_maybe(c->a, o->repo->dir));
	struct git *git = known ? repo_find(o->repo) : NULL;
	if (!git)
		return true;
	if (!follow_files(git, c->a, o->rev, NULL, gone.v, gone.n, is_file, &c->sources, err))
		return false;
	rename_refs(c, files.v, gone.v, gone.n);
	return true;
}

static bool is_gone(const struct checker *c, const struct checked_ref *r)
{
	return r->state == REF_GONE && !c->out->files.v[r->file].resolved;
}

/* Those of a plan, where an earlier check knew the new place. */
static bool remember_plan(struct checker *c, const struct checked_plan *cp, struct err *err)
{
	struct told told;
	if (!store_evidence(c->p->store, c->a, cp->row.row, &told, err))
		return false;
	for (size_t i = 0; i < cp->n && cp->n == told.refs.n; i++) {
		struct checked_ref *r = &c->out->refs.v[cp->first + i];
		const char *now = told.refs.v[i].resolved;
		if (!now || !is_gone(c, r))
			continue;
		size_t file = name_of(c, now).file;
		if (!c->out->files.v[file].resolved)
			continue;
		r->file = file;
		r->was = r->ref->path;
	}
	return true;
}

/* Where git is not asked, which may take its time. */
static bool remember_gone(struct checker *c, const struct refcheck_options *o, struct err *err)
{
	if (o->repo || o->rev || o->source)
		return true;
	for (size_t i = 0; i < c->out->plans.n; i++) {
		const struct checked_plan *cp = &c->out->plans.v[i];
		size_t k = cp->first;
		while (k < cp->first + cp->n && !is_gone(c, &c->out->refs.v[k]))
			k++;
		if (k < cp->first + cp->n && !remember_plan(c, cp, err))
			return false;
	}
	return true;
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
		check->order[f->first + f->n++] = i;
	}
}

/* ---- comparing ---- */

static const char *line_text(struct checker *c, struct code *code, int line,
			     const char *expected)
{
	struct span s;
	if (!code_line(code, line, &s))
		return NULL;
	s = span_trim(s);
	if (s.n > NOW_MAX) {
		s.n = NOW_MAX;
		while (s.n && (s.s[s.n] & 0xc0) == 0x80)
			s.n--;
		return arena_printf(c->a, "%.*s...", (int)s.n, s.s);
	}
	if (expected && strlen(expected) == s.n && !memcmp(expected, s.s, s.n))
		return expected; /* as most lines are that stand */
	return arena_dup(c->a, s.s, s.n);
}

static void take_answer(struct checker *c, struct code *code, const struct match_ref *m,
			struct checked_ref *r)
{
	int *found = m->nfound ? arena_alloc(c->a, (size_t)m->nfound * sizeof *found) : NULL;
	for (int i = 0; i < m->nfound; i++)
		found[i] = m->found[i];
	r->state = m->state;
	r->reason = m->reason;
	r->found = found;
	r->nfound = m->nfound;
	r->shift = m->shift;
	r->doubt = m->doubt;
	if (r->was && r->state == REF_STANDING)
		r->state = REF_MOVED; /* at its line, but not in its file */
	if (r->was && r->state == REF_UNQUOTED && !r->reason)
		r->reason = arena_printf(c->a, "was %s", r->was);
	if (m->state != REF_UNREAD)
		r->now = line_text(c, code, found ? found[0] : r->ref->first, r->ref->expected);
}

static void take_then(struct checker *c, struct code *code, const struct match_ref *m,
		      struct checked_ref *r)
{
	r->then = m->state == REF_STANDING || m->state == REF_MOVED ? m->state : REF_CLEARED;
	if (m->state != REF_MOVED)
		return;
	int *found = arena_alloc(c->a, sizeof *found);
	*found = m->found[0];
	r->found = found;
	r->nfound = 1;
	r->now = line_text(c, code, *found, NULL);
}

/* What no plan quotes, git may know. */
static void match_then(struct checker *c, const struct checked_file *f, struct code *code)
{
	for (size_t i = 0; i < f->n; i++) {
		struct checked_ref *r = &c->out->refs.v[c->out->order[f->first + i]];
		if (r->state != REF_UNQUOTED)
			continue;
		struct match_ref m = { .first = r->ref->first, .last = r->ref->last,
				       .approximate = r->ref->approximate };
		m.expected = then_lines(&c->then, c->out, r, f->path);
		if (!m.expected)
			continue;
		match_refs(code, &m, 1, &c->scratch);
		if (m.state != REF_UNQUOTED && m.state != REF_UNREAD)
			take_then(c, code, &m, r);
	}
}

static void match_file(struct checker *c, const struct checked_file *f, bool cut)
{
	struct code code = { .bytes = c->bytes.n ? c->bytes.s : "", .n = c->bytes.n, .cut = cut };
	struct match_ref *v = arena_alloc(&c->scratch, f->n * sizeof *v);
	for (size_t i = 0; i < f->n; i++) {
		const struct checked_ref *r = &c->out->refs.v[c->out->order[f->first + i]];
		v[i] = (struct match_ref){
			.first = r->ref->first, .last = r->ref->last,
			.approximate = r->ref->approximate, .expected = r->ref->expected,
			.wanted = r->ref->wanted, .group = (int)r->plan,
		};
	}
	match_refs(&code, v, f->n, &c->scratch);
	for (size_t i = 0; i < f->n; i++)
		take_answer(c, &code, &v[i], &c->out->refs.v[c->out->order[f->first + i]]);
	if (c->then.git)
		match_then(c, f, &code);
	code_free(&code);
}

static void check_file(struct checker *c, size_t file)
{
	const struct checked_file *f = &c->out->files.v[file];
	const char *reason = NULL;
	bool cut;
	enum code_read read =
	    sources_read(&c->sources, &c->places.v[file], &c->bytes, &cut, &reason);
	if (read == CODE_READ) {
		match_file(c, f, cut);
		arena_reset(&c->scratch);
		return;
	}
	for (size_t i = 0; i < f->n; i++) {
		struct checked_ref *r = &c->out->refs.v[c->out->order[f->first + i]];
		r->state = read == CODE_GONE ? REF_GONE : REF_UNREAD;
		r->reason = reason;
	}
}

/* A file to read, and its place among all: neighbours are found faster. */
struct turn {
	size_t at, file;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->file < y->file ? -1 : x->file > y->file;
}

static void check_files(struct checker *c)
{
	struct turn *turns = arena_alloc(c->a, (c->places.n + 1) * sizeof *turns);
	size_t n = 0;
	for (size_t i = 0; i < c->places.n; i++)
		if (c->out->files.v[i].resolved)
			turns[n++] = (struct turn){ c->places.v[i].at, i };
	qsort(turns, n, sizeof *turns, compare_turns);
	for (size_t i = 0; i < n; i++)
		check_file(c, turns[i].file);
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
	struct checker c = { .p = p, .a = a, .out = out };
	*out = (struct refcheck){ 0 };
	if (!load(&c, o, err) || !open_sources(&c, o, err))
		return false;
	if (out->refs.n > FEW && !sources_list(&c.sources, err)) {
		sources_close(&c.sources);
		return false;
	}
	name_all(&c);
	bool ok = follow_gone(&c, o, err) && remember_gone(&c, o, err);
	put_in_order(out, a);
	if (ok && o->then && any_unquoted(out))
		c.then = (struct then){ .git = repo_find(o->repo), .arena = a };
	if (ok)
		check_files(&c);
	count(out);
	sources_close(&c.sources);
	then_close(&c.then);
	buf_free(&c.bytes);
	arena_free(&c.scratch);
	return ok;
}
