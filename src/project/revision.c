#include "project/revision.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "tree/walk.h"

struct revision {
	struct git *git;
	size_t skip; /* bytes of a path as it is told that git does not know */
	git_entries entries;
	struct resolver *all;        /* over all of them */
	PHL_LIST(const char *) apart; /* directories that are projects of their own */
};

/* ---- listing ---- */

static void find_apart(struct sources *s, struct revision *r)
{
	static const char config[] = "/.phaseline.yaml";
	for (size_t i = 0; i < r->entries.n; i++) {
		const char *path = r->entries.v[i].path;
		size_t n = strlen(path), len = sizeof config - 1;
		if (n > len && strcmp(path + n - len, config) == 0)
			*vec_push(s->arena, &r->apart) =
			    arena_dup(s->arena, path, n - len + 1);
	}
}

static bool skips_some_dir(const char *path)
{
	char name[64]; /* what is skipped has a short name, or a short beginning */
	for (const char *slash; (slash = strchr(path, '/')) != NULL; path = slash + 1) {
		size_t n = (size_t)(slash - path);
		n = n < sizeof name ? n : sizeof name - 1;
		memcpy(name, path, n);
		name[n] = '\0';
		if (walk_skips(name))
			return true;
	}
	return false;
}

static bool starts(const char *path, const char *dir)
{
	return strncmp(path, dir, strlen(dir)) == 0;
}

/* Does the walk come by a file, from the root whose path is `prefix`? */
static bool is_walked(const struct sources *s, const char *path, const char *prefix)
{
	const struct revision *r = s->revision;
	for (size_t i = 0; i < r->apart.n; i++)
		if (starts(path, r->apart.v[i]) && !starts(prefix, r->apart.v[i]))
			return false;
	size_t n = strlen(path);
	return starts(path, prefix) && path[n - 1] != '~' &&
	       !skips_some_dir(path + strlen(prefix));
}

int revision_fit(const struct sources *s, const char *path, const char *clean)
{
	size_t roots = s->roots.n;
	for (size_t i = 0; i < roots; i++) {
		const char *prefix = s->revision->skip ? "" : s->roots.v[i].prefix;
		if (starts(path, prefix) && strcmp(path + strlen(prefix), clean) == 0)
			return (int)i;
	}
	for (size_t i = roots > 1; i < roots && text_path_ends(path, clean); i++)
		if (is_walked(s, path, s->revision->skip ? "" : s->roots.v[i].prefix))
			return FIT_END;
	return -1;
}

static void list_root(struct sources *s, int root)
{
	const struct revision *r = s->revision;
	const char *told = s->roots.v[root].prefix;
	for (size_t i = 0; i < r->entries.n; i++) {
		const struct git_entry *e = &r->entries.v[i];
		if (e->kind != GIT_FILE || !is_walked(s, e->path, r->skip ? "" : told))
			continue;
		*vec_push(s->arena, &s->paths) =
		    r->skip ? arena_printf(s->arena, "%s%s", told, e->path) : e->path;
		*vec_push(s->arena, &s->root_of) = root;
	}
}

bool revision_open(struct sources *s, struct git *git, const char *rev, bool named,
		   struct err *err)
{
	struct revision *r = arena_alloc(s->arena, sizeof *r);
	*r = (struct revision){ .git = git, .skip = named ? strlen(s->roots.v[0].prefix) : 0 };
	if (!git_tree(git, s->arena, rev, &r->entries, err))
		return false;
	const char **paths = arena_alloc(s->arena, (r->entries.n + 1) * sizeof *paths);
	for (size_t i = 0; i < r->entries.n; i++)
		paths[i] = r->entries.v[i].path;
	r->all = resolver_make(s->arena, paths, r->entries.n);
	s->revision = r;
	find_apart(s, r);
	/* the root itself is not searched where the configuration names others */
	for (size_t i = s->roots.n > 1; i < s->roots.n; i++)
		list_root(s, (int)i);
	return true;
}

/* ---- finding ---- */

static const struct git_entry *entry_at(const struct revision *r, const char *path)
{
	size_t i;
	return resolve_exact(r->all, path, &i) ? &r->entries.v[i] : NULL;
}

static const char *obstacle(const struct git_entry *e)
{
	return e->kind == GIT_LINK ? "is a link, or lies behind one" :
				     "lies in a submodule, whose history is its own";
}

bool revision_has(struct sources *s, const char *path, const char **reason)
{
	const struct revision *r = s->revision;
	const struct git_entry *e = entry_at(r, path + r->skip);
	if (e && e->kind == GIT_FILE)
		return true;
	char *dir = arena_str(s->arena, path + r->skip), *slash;
	while (!e && (slash = strrchr(dir, '/'))) {
		*slash = '\0';
		e = entry_at(r, dir);
	}
	if (e && e->kind != GIT_FILE)
		*reason = obstacle(e);
	return false;
}

const char *revision_blob(struct sources *s, const char *path)
{
	const struct git_entry *e = entry_at(s->revision, path + s->revision->skip);
	return e ? e->blob : NULL;
}

enum code_read revision_read(struct sources *s, const char *blob, struct buf *out, bool *cut,
			     const char **reason)
{
	struct err err = { 0 };
	*cut = false;
	if (!blob || !git_blob(s->revision->git, blob, out, &err)) {
		*reason = "cannot be read";
		return CODE_UNREAD;
	}
	*cut = out->n > (size_t)LIMIT_CODE;
	if (*cut)
		out->n = (size_t)LIMIT_CODE;
	return CODE_READ;
}
