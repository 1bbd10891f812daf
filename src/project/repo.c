#include "project/repo.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct git *repo_get(struct repo *r, struct err *err)
{
	if (!r->git)
		git_start(&r->git, r->dir, err);
	return r->git;
}

/* To start a program that finds nothing costs more than to look. */
static bool is_there(const char *dir)
{
	struct arena a = { 0 };
	struct stat st;
	char *at = realpath(dir, NULL), *slash;
	bool found = false;
	while (at && !(found = stat(arena_printf(&a, "%s/.git", at), &st) == 0) &&
	       (slash = strrchr(at, '/')))
		*slash = '\0';
	free(at);
	arena_free(&a);
	return found;
}

struct git *repo_find(struct repo *r)
{
	struct err err = { 0 };
	if (!r->git && !r->tried && is_there(r->dir))
		repo_get(r, &err);
	r->tried = true;
	return r->git;
}

void repo_close(struct repo *r)
{
	git_stop(r->git);
	r->git = NULL;
}
