#include "project/birth.h"

#include <string.h>

enum { RENAMES = 16 };

struct search {
	struct arena *a;
	const char *path;
	struct birth found;
	int parents;
};

static bool each_commit(const struct git_commit *c, void *ctx)
{
	struct search *s = ctx;
	for (size_t i = 0; i < c->files.n; i++)
		if (c->files.v[i].kind == 'A' && strcmp(c->files.v[i].now, s->path) == 0) {
			s->found = (struct birth){ arena_str(s->a, c->id), c->time };
			s->parents = c->parents;
			return false;
		}
	return true;
}

static const char *name_before(const git_files *renames, const char *path)
{
	for (size_t i = 0; i < renames->n; i++)
		if (strcmp(renames->v[i].now, path) == 0)
			return renames->v[i].old;
	return NULL;
}

bool birth_of(struct git *git, struct arena *a, const char *path, struct birth *out,
	      struct err *err)
{
	const char *rev = "HEAD";
	*out = (struct birth){ 0 };
	for (int i = 0; path && i < RENAMES; i++) {
		struct search s = { .a = a, .path = path };
		const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
		git_files renames;
		if (!git_walk(git, rev, NULL, &name, 1, each_commit, &s, err))
			return false;
		if (!s.found.id)
			break;
		*out = s.found;
		if (!s.parents)
			break;
		if (!git_renames(git, a, s.found.id, &renames, err))
			return false;
		path = name_before(&renames, path);
		rev = arena_printf(a, "%s^", s.found.id);
	}
	return true;
}
