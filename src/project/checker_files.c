/* which files references mean, and what became of those that are gone */
#include "project/checker.h"

#include <string.h>

#include "project/follow.h"
#include "tree/match.h"
#include "tree/tracked.h"

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

static uint32_t add_file(struct checker *c, const char *path, const struct source_file *place)
{
	*vec_push(c->a, &c->out->files) =
	    (struct checked_file){ .path = path, .resolved = place->path };
	*vec_push(c->a, &c->places) = *place;
	return (uint32_t)c->out->files.n - 1;
}

/* Several paths may mean one file, which is read once: its own path is a name, too. */
static uint32_t file_of(struct checker *c, const struct source_file *f, size_t name)
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
	uint32_t file = f.path ? file_of(c, &f, at) : add_file(c, path, &f);
	c->names.v[at].file = file;
	c->names.v[at].reason = f.reason;
	c->names.v[at].state = f.ambiguous ? REF_AMBIGUOUS : f.reason ? REF_UNREAD : REF_GONE;
	return c->names.v[at];
}

static void name_ref(struct checker *c, struct checked_ref *r, struct named *last)
{
	if (!r->ref->path) {
		if (c->unbound == UINT32_MAX)
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

void checker_name_all(struct checker *c)
{
	struct named last = { 0 };
	c->unbound = UINT32_MAX;
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
	uint32_t now; /* index into the files of the check */
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

static void rename_refs(struct checker *c, const uint32_t *files, const struct gone *gone, size_t n)
{
	size_t all = c->out->files.n;
	struct departed *of = arena_alloc(c->a, (all + 1) * sizeof *of);
	for (size_t i = 0; i < n; i++) {
		uint32_t now = gone[i].now ? name_of(c, gone[i].now).file : files[i];
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
bool checker_follow_gone(struct checker *c, const struct refcheck_options *o, struct err *err)
{
	PHL_LIST(struct gone) gone = { 0 };
	PHL_LIST(uint32_t) files = { 0 };
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
		uint32_t file = name_of(c, now).file;
		if (!c->out->files.v[file].resolved)
			continue;
		r->file = file;
		r->was = r->ref->path;
	}
	return true;
}

/* Where git is not asked, which may take its time. */
bool checker_remember_gone(struct checker *c, const struct refcheck_options *o, struct err *err)
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
