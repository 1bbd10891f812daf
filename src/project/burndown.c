#include "project/burndown.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/limits.h"
#include "project/line.h"
#include "tree/match.h"

/* The references of a plan to one path. */
struct spot {
	size_t plan, name;
	PHL_LIST(size_t) refs;
	int there; /* now, in the replay */
};

/* Some content of a file, and all the names that meant it: compared once. */
struct job {
	const char *blob;
	size_t *names, n;
	int *there; /* how many stand, for each spot of each name in turn */
	struct job *next; /* of the same slot */
};

/* What a name points to from a commit on; NULL: nothing that could stand. */
struct change {
	size_t commit, name;
	const struct job *job;
};

struct plan_time {
	const char *path; /* at the end of the line; NULL: it was not there yet */
	size_t born; /* the commit that added it; SIZE_MAX: none has */
	int refs;
};

struct burner {
	struct arena *a;
	const struct refcheck *check;
	struct burndown *out;
	struct line line;
	PHL_LIST(struct spot) spots;
	PHL_LIST(size_t) *of_name; /* spots of each name */
	size_t *spot_of; /* of each reference; SIZE_MAX: not counted */
	struct plan_time *plans;
	struct job *slots[1024];
	PHL_LIST(struct job *) jobs;
	PHL_LIST(struct change) changes;
	struct buf bytes;
	struct arena scratch;
};

/* ---- what is counted ---- */

static size_t spot_at(struct burner *b, size_t plan, size_t name)
{
	for (size_t i = b->spots.n; i-- > 0 && b->spots.v[i].plan == plan;)
		if (b->spots.v[i].name == name)
			return i;
	*vec_push(b->a, &b->spots) = (struct spot){ .plan = plan, .name = name };
	return b->spots.n - 1;
}

static void find_spots(struct burner *b)
{
	const struct refcheck *check = b->check;
	b->spot_of = arena_alloc(b->a, (check->refs.n + 1) * sizeof *b->spot_of);
	b->plans = arena_alloc(b->a, (check->plans.n + 1) * sizeof *b->plans);
	for (size_t i = 0; i < check->refs.n; i++) {
		const struct checked_ref *r = &check->refs.v[i];
		const char *clean = r->ref->path ? resolve_clean(b->a, r->ref->path) : NULL;
		b->spot_of[i] = SIZE_MAX;
		if (!clean || !r->ref->expected || r->left)
			continue;
		size_t spot = spot_at(b, r->plan, line_name(&b->line, clean));
		*vec_push(b->a, &b->spots.v[spot].refs) = i;
		b->spot_of[i] = spot;
		b->plans[r->plan].refs++;
	}
}

/* ---- when plans were added ---- */

/* The commit of the line that added the plan, SIZE_MAX for none: then *path is what it was
 * called before the line. */
static bool find_birth(struct line *l, const char **path, size_t *born, struct err *err)
{
	*born = SIZE_MAX;
	for (size_t i = l->commits.n; i-- > 0;) {
		const struct git_file *rename = NULL;
		bool added = false;
		for (size_t k = 0; k < l->commits.v[i].files.n && !added; k++) {
			const struct git_file *f = &l->commits.v[i].files.v[k];
			added = f->kind == 'A' && strcmp(f->now, *path) == 0;
		}
		if (added && !line_rename(l, i, *path, false, &rename, err))
			return false;
		if (added && !rename) {
			*born = i;
			return true;
		}
		if (rename) {
			*path = rename->old;
			line_want(l, *path);
		}
	}
	return true;
}

/* What plans were called at the revision, if they have other names today. */
static bool name_plans(struct burner *b, const char *rev, struct err *err)
{
	struct line l = { .git = b->line.git, .a = b->a, .rev = "HEAD", .hide = rev };
	for (size_t i = 0; i < b->check->plans.n; i++) {
		b->plans[i].path = b->check->plans.v[i].row.path;
		line_want(&l, b->plans[i].path);
	}
	l.again = rev != NULL;
	while (l.again) {
		if (!line_walk(&l, err))
			return false;
		for (size_t i = 0; i < b->check->plans.n; i++) {
			const char *path = b->check->plans.v[i].row.path;
			size_t born;
			if (!find_birth(&l, &path, &born, err))
				return false;
			b->plans[i].path = born == SIZE_MAX ? path : NULL;
		}
	}
	for (size_t i = 0; i < b->check->plans.n; i++)
		if (b->plans[i].path)
			line_want(&b->line, b->plans[i].path);
	return true;
}

/* What was there before the line starts counts from its start. */
static bool was_before(struct burner *b, size_t plan, bool *was, struct err *err)
{
	const char *blob;
	struct line *l = &b->line;
	*was = false;
	if (!l->hide || !b->plans[plan].path || b->plans[plan].born != SIZE_MAX)
		return true;
	if (!git_blob_of(l->git, b->a, l->rev, b->plans[plan].path, &blob, err))
		return false;
	*was = blob != NULL;
	return true;
}

static bool find_births(struct burner *b, size_t *first, bool elsewhere, struct err *err)
{
	bool was;
	*first = SIZE_MAX;
	b->out->uncommitted = 0;
	for (size_t i = 0; i < b->check->plans.n; i++) {
		const char *path = b->plans[i].path;
		b->plans[i].born = elsewhere ? 0 : SIZE_MAX;
		if (!elsewhere && path && !find_birth(&b->line, &path, &b->plans[i].born, err))
			return false;
		if (!was_before(b, i, &was, err))
			return false;
		if (was)
			b->plans[i].born = 0;
		b->out->uncommitted += b->plans[i].born == SIZE_MAX;
		if (b->plans[i].refs && b->plans[i].born < *first)
			*first = b->plans[i].born;
	}
	return true;
}

/* Reads the line again as long as names turn up that are not looked for yet. */
static bool read_line(struct burner *b, size_t *first, bool elsewhere, struct err *err)
{
	struct line *l = &b->line;
	do {
		if (!line_walk(l, err) || !find_births(b, first, elsewhere, err))
			return false;
		if (!l->again && *first < l->commits.n && !line_follow(l, *first, err))
			return false;
	} while (l->again);
	return true;
}

/* ---- what has to be compared ---- */

static struct job *job_of(struct burner *b, const char *blob, const size_t *names, size_t n)
{
	uint64_t hash = span_hash((struct span){ blob, strlen(blob) });
	struct job **slot = &b->slots[hash & 1023], *j = *slot;
	for (; j; j = j->next)
		if (strcmp(j->blob, blob) == 0 && j->n == n &&
		    memcmp(j->names, names, n * sizeof *names) == 0)
			return j;
	j = arena_alloc(b->a, sizeof *j);
	*j = (struct job){ .blob = blob, .n = n, .next = *slot };
	j->names = arena_alloc(b->a, (n + 1) * sizeof *names);
	memcpy(j->names, names, n * sizeof *names);
	*vec_push(b->a, &b->jobs) = j;
	return *slot = j;
}

static void note_change(struct burner *b, size_t commit, size_t name, const struct job *job)
{
	*vec_push(b->a, &b->changes) = (struct change){ commit, name, job };
}

/* All names that mean a file are compared with it together: a line serves one of them. */
static void take_path(struct burner *b, size_t commit, const struct line_turn **now,
		      const char *path)
{
	size_t *names = arena_alloc(&b->scratch, (b->line.names.n + 1) * sizeof *names), n = 0;
	const char *blob = NULL;
	for (size_t i = 0; i < b->line.names.n; i++) {
		if (!now[i] || !now[i]->path || strcmp(now[i]->path, path) != 0)
			continue;
		names[n++] = i;
		blob = now[i]->blob;
	}
	struct job *job = n ? job_of(b, blob, names, n) : NULL;
	for (size_t i = 0; i < n; i++)
		note_change(b, commit, names[i], job);
}

static void take_turns(struct burner *b, const struct line_turn **now,
		       const struct line_turn *turns, size_t n)
{
	PHL_LIST(const char *) paths = { 0 };
	for (size_t i = 0; i < n; i++) {
		const struct line_turn *old = now[turns[i].name];
		now[turns[i].name] = &turns[i];
		if (old && old->path)
			*vec_push(&b->scratch, &paths) = old->path;
		if (turns[i].path)
			*vec_push(&b->scratch, &paths) = turns[i].path;
		else
			note_change(b, turns[i].commit, turns[i].name, NULL);
	}
	for (size_t i = 0; i < paths.n; i++) {
		bool done = false;
		for (size_t k = 0; k < i && !done; k++)
			done = strcmp(paths.v[k], paths.v[i]) == 0;
		if (!done)
			take_path(b, turns->commit, now, paths.v[i]);
	}
	arena_reset(&b->scratch);
}

static void find_jobs(struct burner *b)
{
	const struct line *l = &b->line;
	const struct line_turn **now = arena_alloc(b->a, (l->names.n + 1) * sizeof *now);
	for (size_t i = 0, n; i < l->turns.n; i += n) {
		for (n = 1; i + n < l->turns.n && l->turns.v[i + n].commit == l->turns.v[i].commit; n++)
			;
		take_turns(b, now, &l->turns.v[i], n);
	}
}

/* ---- comparing ---- */

static int by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return x < y ? -1 : x > y;
}

static size_t *refs_of(struct burner *b, const struct job *j, size_t *n)
{
	PHL_LIST(size_t) refs = { 0 };
	for (size_t i = 0; i < j->n; i++)
		for (size_t k = 0; k < b->of_name[j->names[i]].n; k++) {
			const struct spot *s = &b->spots.v[b->of_name[j->names[i]].v[k]];
			for (size_t m = 0; m < s->refs.n; m++)
				*vec_push(&b->scratch, &refs) = s->refs.v[m];
		}
	if (refs.n)
		qsort(refs.v, refs.n, sizeof *refs.v, by_number);
	*n = refs.n;
	return refs.v;
}

static void take_answers(struct burner *b, struct job *j, const size_t *refs,
			 const struct match_ref *v, size_t n)
{
	int *there = arena_alloc(&b->scratch, (b->spots.n + 1) * sizeof *there);
	size_t at = 0;
	for (size_t i = 0; i < n; i++)
		there[b->spot_of[refs[i]]] += ref_is_there(v[i].state);
	for (size_t i = 0; i < j->n; i++)
		at += b->of_name[j->names[i]].n;
	j->there = arena_alloc(b->a, (at + 1) * sizeof *j->there);
	at = 0;
	for (size_t i = 0; i < j->n; i++)
		for (size_t k = 0; k < b->of_name[j->names[i]].n; k++)
			j->there[at++] = there[b->of_name[j->names[i]].v[k]];
}

static void compare(struct burner *b, struct job *j)
{
	bool cut = b->bytes.n > (size_t)LIMIT_CODE;
	struct code code = { .bytes = b->bytes.n ? b->bytes.s : "",
			     .n = cut ? (size_t)LIMIT_CODE : b->bytes.n, .cut = cut };
	size_t n, *refs = refs_of(b, j, &n);
	struct match_ref *v = arena_alloc(&b->scratch, (n + 1) * sizeof *v);
	for (size_t i = 0; i < n; i++) {
		const struct checked_ref *r = &b->check->refs.v[refs[i]];
		v[i] = (struct match_ref){
			.first = r->ref->first, .last = r->ref->last,
			.approximate = r->ref->approximate, .expected = r->ref->expected,
			.wanted = r->ref->wanted, .group = (int)r->plan,
		};
	}
	match_refs(&code, v, n, &b->scratch);
	take_answers(b, j, refs, v, n);
	code_free(&code);
	arena_reset(&b->scratch);
}

static int by_blob(const void *a, const void *b)
{
	const struct job *x = *(const struct job *const *)a, *y = *(const struct job *const *)b;
	return strcmp(x->blob, y->blob);
}

/* Each content is read once, whatever commits and names it has. */
static bool compare_all(struct burner *b, struct err *err)
{
	if (b->jobs.n)
		qsort(b->jobs.v, b->jobs.n, sizeof *b->jobs.v, by_blob);
	for (size_t i = 0; i < b->jobs.n; i++) {
		if (!i || strcmp(b->jobs.v[i]->blob, b->jobs.v[i - 1]->blob) != 0) {
			if (!git_blob(b->line.git, b->jobs.v[i]->blob, &b->bytes, err))
				return false;
			b->out->blobs++;
		}
		compare(b, b->jobs.v[i]);
	}
	return true;
}

/* ---- counting ---- */

static int take_change(struct burner *b, const struct change *c)
{
	const size_t *spots = b->of_name[c->name].v;
	size_t at = 0;
	int difference = 0;
	for (size_t i = 0; c->job && c->job->names[i] != c->name; i++)
		at += b->of_name[c->job->names[i]].n;
	for (size_t i = 0; i < b->of_name[c->name].n; i++) {
		struct spot *s = &b->spots.v[spots[i]];
		int there = c->job ? c->job->there[at + i] : 0;
		if (b->plans[s->plan].born <= c->commit)
			difference += there - s->there;
		s->there = there;
	}
	return difference;
}

/* The plans that a commit added, but for what its other changes were counted for. */
static void take_births(struct burner *b, size_t commit, int *standing, int *total)
{
	for (size_t i = 0; i < b->check->plans.n; i++)
		if (b->plans[i].born == commit)
			*total += b->plans[i].refs;
	for (size_t i = 0; i < b->spots.n; i++)
		if (b->plans[b->spots.v[i].plan].born == commit)
			*standing += b->spots.v[i].there;
}

static void replay(struct burner *b, size_t first)
{
	const struct line *l = &b->line;
	size_t at = 0;
	int standing = 0, total = 0;
	for (size_t i = first; i < l->commits.n; i++) {
		const struct line_commit *c = &l->commits.v[i];
		take_births(b, i, &standing, &total);
		for (; at < b->changes.n && b->changes.v[at].commit == i; at++)
			standing += take_change(b, &b->changes.v[at]);
		*vec_push(b->a, &b->out->steps) = (struct burn_step){
			c->id, c->author, c->subject, c->time, standing, total
		};
	}
}

/* What is not committed is a last step, where it makes a difference. */
static void add_now(struct burner *b)
{
	struct burn_step now = { .time = day_now(), .subject = "not committed" };
	const struct burn_step *last = &b->out->steps.v[b->out->steps.n - 1];
	for (size_t i = 0; i < b->check->refs.n; i++) {
		const struct checked_ref *r = &b->check->refs.v[i];
		now.standing += b->spot_of[i] != SIZE_MAX && ref_is_there(r->state) &&
				b->plans[r->plan].born != SIZE_MAX;
	}
	now.total = last->total;
	if (now.standing != last->standing)
		*vec_push(b->a, &b->out->steps) = now;
}

static void index_spots(struct burner *b)
{
	b->of_name = arena_alloc(b->a, (b->line.names.n + 1) * sizeof *b->of_name);
	for (size_t i = 0; i < b->spots.n; i++)
		*vec_push(b->a, &b->of_name[b->spots.v[i].name]) = i;
}

static bool burn(struct burner *b, const char *rev, bool elsewhere, struct err *err)
{
	size_t first;
	find_spots(b);
	if (!elsewhere && !name_plans(b, rev, err))
		return false;
	if (!read_line(b, &first, elsewhere, err))
		return false;
	index_spots(b);
	if (first >= b->line.commits.n)
		return true;
	find_jobs(b);
	if (!compare_all(b, err))
		return false;
	replay(b, first);
	return true;
}

/* Its first commit is the one that was named, where it has a parent to hide. */
static const char *parent_of(struct burner *b, const char *rev)
{
	struct err none = { 0 };
	const char *id, *parent = arena_printf(b->a, "%s^", rev);
	int64_t time;
	return git_resolve(b->line.git, b->a, parent, &id, &time, &none) ? id : NULL;
}

bool project_burndown(struct project *p, struct arena *a, const struct refcheck_options *o,
		      const char *since, const struct refcheck *check, struct burndown *out,
		      struct err *err)
{
	struct burner b = { .a = a, .check = check, .out = out };
	const char *rev = o->rev ? o->rev : "HEAD", *id;
	struct git *git = repo_get(o->repo, err);
	struct sources sources;
	int64_t time;
	*out = (struct burndown){ 0 };
	if (!git || (since && !git_resolve(git, a, since, &id, &time, err)) ||
	    !sources_open_at(&sources, p, a, o->source, git, rev, err))
		return false;
	b.line = (struct line){ .git = git, .a = a, .sources = &sources, .rev = rev };
	b.line.hide = since ? parent_of(&b, since) : NULL;
	bool ok = burn(&b, o->rev, o->source != NULL, err);
	if (ok && !o->rev && out->steps.n)
		add_now(&b);
	sources_close(&sources);
	buf_free(&b.bytes);
	arena_free(&b.scratch);
	return ok;
}
