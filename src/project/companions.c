/* companions: SUMMARY and ROADMAP files, documents and lists of statuses, and the plans they
 * speak of */
#include <stdlib.h>
#include <string.h>

#include "project/sync.h"

/* Length of the directory of a path, without its slash; 0 at the root. */
static size_t dir_len(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) : 0;
}

/* ---- keeping what they say ---- */

static const char *read_facts(struct sync *s, const struct sync_file *f, struct arena *a)
{
	const char *bytes = s->bytes.s ? s->bytes.s : "";
	const char *facts;

	if (f->kind == FILE_CONTEXT)
		facts = facts_of_document(a, parse_document(a, &s->scratch, bytes, s->bytes.n, f->path));
	else if (f->kind == FILE_SUMMARY)
		facts = facts_of_summary(a, parse_summary(a, &s->scratch, bytes, s->bytes.n));
	else if (f->kind == FILE_STATUSES)
		facts = facts_of_statuses(a, parse_statuses(a, &s->scratch, bytes, s->bytes.n));
	else
		facts = facts_of_roadmap(a, parse_roadmap(a, &s->scratch, bytes, s->bytes.n));
	arena_reset(&s->scratch);
	return facts;
}

static bool put_facts(struct sync *s, struct sync_file *f, struct err *err)
{
	struct arena a = { 0 };
	const char *old = NULL, *facts = read_facts(s, f, &a);
	bool ok = !f->had || store_companion(s->store, &a, f->path, &old, err);

	f->redo = !old || strcmp(old, facts) != 0;
	if (ok && f->redo)
		ok = store_put_companion(s->store, f->path, facts, err);
	arena_free(&a);
	return ok;
}

bool companion_update(struct sync *s, struct sync_file *f, struct err *err)
{
	bool same;

	if (f->read || !f->changed || !sync_read(s, f))
		return true;
	same = f->had && memcmp(f->had->hash, f->hash, sizeof f->hash) == 0;
	return ((same && !s->force) || put_facts(s, f, err)) && sync_stamp(s, f, err);
}

/* ---- which plans they speak of ---- */

static bool is_dirty(const char *candidate, void *ctx)
{
	const struct sync_file *const *f = ctx;

	return strcmp((*f)->path, candidate) == 0;
}

/* A plan's SUMMARY stands in its directory, in one of several spellings. */
static void mark_by_summary(struct sync *s, const struct sync_file *f)
{
	size_t n = dir_len(f->path);
	const char *dir = arena_dup(s->arena, f->path, n ? n + 1 : 0);

	for (size_t i = sync_lower(s, dir); i < s->ntree; i++) {
		const struct tree_file *t = &s->tree[i];

		if (strncmp(t->path, dir, strlen(dir)) != 0)
			break;
		if (t->kind != FILE_PLAN || dir_len(t->path) != n)
			continue;
		if (family_summary(&s->scratch, t->path, is_dirty, &f))
			sync_touch(s, i)->redo = true;
	}
	arena_reset(&s->scratch);
}

static void mark_by_document(struct sync *s, const struct sync_file *f)
{
	const char *plan = family_documented(&s->scratch, f->path);
	long at = plan ? sync_find(s, plan) : -1;

	if (at >= 0 && s->tree[at].kind == FILE_PLAN)
		sync_touch(s, (size_t)at)->redo = true;
	arena_reset(&s->scratch);
}

static void mark_by_statuses(struct sync *s, const struct sync_file *f)
{
	for (size_t i = 0; i < s->ntree; i++)
		if (s->tree[i].kind == FILE_PLAN &&
		    family_config(&s->scratch, s->tree[i].path, is_dirty, &f))
			sync_touch(s, i)->redo = true;
	arena_reset(&s->scratch);
}

static long roadmap_of(struct sync *s, const char *plan_path);

static int name_cmp(const void *a, const void *b)
{
	return strcmp(((const struct plan_row *)a)->path, ((const struct plan_row *)b)->path);
}

static bool says_other(const struct roadmap_facts *old, const struct roadmap_facts *now,
		       const char *id)
{
	return !facts_same_plan(facts_find_plan(old, id), facts_find_plan(now, id));
}

/* Where both are there, only plans whose line changed; a ROADMAP that came or
 * went also changes which one speaks of whom. */
static bool mark_by_roadmap(struct sync *s, const struct sync_file *f,
			    const struct roadmap_facts *old,
			    const struct roadmap_facts *now, struct err *err)
{
	size_t n = dir_len(f->path);
	const char *dir = arena_dup(s->arena, f->path, n ? n + 1 : 0);
	plan_rows names = { 0 };

	if (old && now && !store_names(s->store, s->arena, &names, err))
		return false;
	if (names.n)
		qsort(names.v, names.n, sizeof *names.v, name_cmp);
	for (size_t i = sync_lower(s, dir); i < s->ntree; i++) {
		const struct tree_file *t = &s->tree[i];
		struct plan_row key = { .path = t->path };
		const struct plan_row *row;

		if (strncmp(t->path, dir, strlen(dir)) != 0)
			break;
		if (t->kind != FILE_PLAN)
			continue;
		if (!old || !now) {
			sync_touch(s, i)->redo = true;
			continue;
		}
		row = names.n ? bsearch(&key, names.v, names.n, sizeof key, name_cmp) : NULL;
		if (row && says_other(old, now, row->id) && roadmap_of(s, t->path) >= 0 &&
		    strcmp(s->tree[roadmap_of(s, t->path)].path, f->path) == 0)
			sync_touch(s, i)->redo = true;
	}
	return true;
}

static bool load_roadmap(struct sync *s, const char *path,
			 const struct roadmap_facts **out, struct err *err)
{
	const char *text;

	*out = NULL;
	if (!store_companion(s->store, s->arena, path, &text, err))
		return false;
	if (text)
		*out = facts_read_roadmap(s->arena, text);
	return true;
}

static bool update_roadmap(struct sync *s, struct sync_file *f, struct err *err)
{
	const struct roadmap_facts *old, *now = NULL;

	if (!load_roadmap(s, f->path, &old, err) || !companion_update(s, f, err))
		return false;
	if (!f->redo)
		return true;
	return (!f->in_tree || load_roadmap(s, f->path, &now, err)) &&
	       mark_by_roadmap(s, f, old, now, err);
}

static bool update_one(struct sync *s, struct sync_file *f, struct err *err)
{
	if (!f->in_tree) {
		f->redo = true;
		if (f->kind == FILE_ROADMAP && !update_roadmap(s, f, err))
			return false;
		if (!store_drop_companion(s->store, f->path, err) ||
		    !store_drop_stamp(s->store, f->path, err))
			return false;
	} else if (f->kind == FILE_ROADMAP) {
		return update_roadmap(s, f, err);
	} else if (!companion_update(s, f, err)) {
		return false;
	}
	if (f->kind == FILE_SUMMARY && f->redo)
		mark_by_summary(s, f);
	if (f->kind == FILE_CONTEXT && f->redo)
		mark_by_document(s, f);
	if (f->kind == FILE_STATUSES && f->redo)
		mark_by_statuses(s, f);
	return true;
}

bool companions_update(struct sync *s, struct err *err)
{
	size_t n = s->files.n;

	for (size_t i = 0; i < s->lost.n; i++) {
		struct sync_file *f = s->lost.v[i];

		if (f->kind != FILE_PLAN && !update_one(s, f, err))
			return false;
	}
	for (size_t i = 0; i < n; i++) {
		struct sync_file *f = s->files.v[i];

		if (f->changed && f->kind != FILE_PLAN && !update_one(s, f, err))
			return false;
	}
	return true;
}

/* ---- asking them ---- */

/* Companions are read in path order with the plans on a first sync, and so may
 * be asked for before it is their turn. */
static bool update_first(struct sync *s, long at, struct err *err)
{
	struct sync_file *f = sync_at(s, (size_t)at);

	return !f || companion_update(s, f, err);
}

bool companion_read_first(struct sync *s, const char *path, const char **facts,
			  struct err *err)
{
	return update_first(s, sync_find(s, path), err) &&
	       store_companion(s->store, &s->plan, path, facts, err);
}

struct finding_summary {
	const struct sync *s;
	long at;
};

static bool is_summary(const char *candidate, void *ctx)
{
	struct finding_summary *f = ctx;

	f->at = sync_find(f->s, candidate);
	return f->at >= 0 && f->s->tree[f->at].kind == FILE_SUMMARY;
}

bool companion_summary(struct sync *s, const char *plan_path, const char **path,
		       struct summary **out, struct err *err)
{
	struct finding_summary f = { s, -1 };
	const char *text;

	*path = family_summary(&s->plan, plan_path, is_summary, &f);
	*out = NULL;
	if (!*path)
		return true;
	if (!companion_read_first(s, *path, &text, err))
		return false;
	*out = facts_read_summary(&s->plan, text ? text : "");
	return true;
}

static bool is_config(const char *candidate, void *ctx)
{
	struct finding_summary *f = ctx;

	f->at = sync_find(f->s, candidate);
	return f->at >= 0 && f->s->tree[f->at].kind == FILE_STATUSES;
}

/* Mostly one for all plans. */
bool companion_statuses(struct sync *s, const char *plan_path, const struct wordlist **out,
			struct err *err)
{
	struct finding_summary f = { s, -1 };
	const char *text, *path = family_config(&s->plan, plan_path, is_config, &f);

	*out = NULL;
	if (!path)
		return true;
	if (!s->statuses || s->statuses_at != f.at) {
		if (!update_first(s, f.at, err) ||
		    !store_companion(s->store, s->arena, path, &text, err))
			return false;
		s->statuses = facts_read_statuses(s->arena, text ? text : "");
		s->statuses_at = f.at;
	}
	*out = s->statuses;
	return true;
}

/* milestones/v1.0-ROADMAP.md for milestones/v1.0-phases and milestones/v1.0. */
static const char *milestone_roadmap(struct arena *a, const char *dir, size_t n,
				     const struct companion_finder *f)
{
	static const char phases[] = "-phases";
	size_t tail = sizeof phases - 1;
	const char *path;

	if (n > tail && strncmp(dir + n - tail, phases, tail) == 0)
		n -= tail;
	path = arena_printf(a, "%.*s-ROADMAP.md", (int)n, dir);
	return f->is_there(path, FILE_ROADMAP, f->ctx) ? path : NULL;
}

/* A directory right below milestones/ or archive/. */
static bool is_set_aside(const char *dir, size_t n)
{
	static const char *const names[] = { "milestones/", "archive/" };

	while (n > 0 && dir[n - 1] != '/')
		n--;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t len = strlen(names[i]);

		if (n >= len && strncmp(dir + n - len, names[i], len) == 0 &&
		    (n == len || dir[n - len - 1] == '/'))
			return true;
	}
	return false;
}

/* The nearest ROADMAP upwards.  Phase numbers restart in every milestone, so
 * one above a milestone's directory, or an archived one, does not speak of the
 * plans in it. */
const char *companion_find_roadmap(struct arena *a, const char *plan_path,
				   const struct companion_finder *f)
{
	size_t n = dir_len(plan_path);

	for (;;) {
		const char *path = arena_printf(a, "%.*s%sROADMAP.md", (int)n, plan_path,
						n ? "/" : "");

		if (f->is_there(path, FILE_ROADMAP, f->ctx))
			return path;
		if (is_set_aside(plan_path, n))
			return milestone_roadmap(a, plan_path, n, f);
		if (n == 0)
			return NULL;
		while (n > 0 && plan_path[n - 1] != '/')
			n--;
		n -= n > 0;
	}
}

static bool is_in_tree(const char *path, enum file_kind kind, void *ctx)
{
	const struct sync *s = ctx;
	long at = sync_find(s, path);

	return at >= 0 && s->tree[at].kind == (int)kind;
}

static long roadmap_of(struct sync *s, const char *plan_path)
{
	size_t n = dir_len(plan_path);

	if (!s->roadmap_dir || strlen(s->roadmap_dir) != n ||
	    strncmp(s->roadmap_dir, plan_path, n) != 0) {
		s->roadmap_dir = arena_dup(s->arena, plan_path, n);
		const char *path = companion_find_roadmap(
		    &s->scratch, plan_path,
		    &(struct companion_finder){ is_in_tree, s });

		s->roadmap_at = path ? sync_find(s, path) : -1;
		arena_reset(&s->scratch);
	}
	return s->roadmap_at;
}

bool companion_roadmap(struct sync *s, const char *plan_path,
		       const struct roadmap_facts **out, struct err *err)
{
	long at = roadmap_of(s, plan_path);
	struct sync_file *f;

	*out = NULL;
	if (at < 0)
		return true;
	f = sync_touch(s, (size_t)at);
	if (!f->roadmap && (!companion_update(s, f, err) ||
			    !load_roadmap(s, f->path, &f->roadmap, err)))
		return false;
	*out = f->roadmap;
	return true;
}
