#include "tree/tracked.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"

enum {
	LINK_MOST = 4096,	/* bytes of a .git that is a file */
};

/* What a .git that is a file names: that of a linked work tree, or of a submodule. */
static const char *linked(struct arena *a, const char *dir)
{
	static const char start[] = "gitdir: ";
	struct buf b = { 0 };
	struct err err;
	const char *git = NULL;
	if (file_read(AT_FDCWD, arena_printf(a, "%s/.git", dir), LINK_MOST, &b, NULL, &err) &&
	    b.n && strncmp(b.s, start, sizeof start - 1) == 0) {
		while (is_space(b.s[b.n - 1]))
			b.n--;
		git = arena_dup(a, b.s + sizeof start - 1, b.n - (sizeof start - 1));
		if (*git != '/')
			git = arena_printf(a, "%s/%s", dir, git);
	}
	buf_free(&b);
	return git;
}

/* Its git directory; NULL for what is no work tree, as an empty .git is none to git. */
static const char *git_of(struct arena *a, const char *dir)
{
	const char *git = arena_printf(a, "%s/.git", dir);
	struct stat st;
	if (stat(git, &st) != 0)
		return NULL;
	if (!S_ISDIR(st.st_mode))
		return linked(a, dir);
	return stat(arena_printf(a, "%s/HEAD", git), &st) == 0 ? git : NULL;
}

static bool holds(const struct buf *index, const char *text, size_t n)
{
	return memmem(index->s, index->n, text, n) != NULL;
}

/* Paths stand in an index as they are, but for version 4; "link" and "sdir" tell of
 * entries that are elsewhere, or stand for a directory. */
static bool may_name(const struct buf *index, const char *prefix)
{
	static const char two[] = "DIRC\0\0\0\2", three[] = "DIRC\0\0\0\3";
	if (index->n < 12 || (memcmp(index->s, two, 8) != 0 && memcmp(index->s, three, 8) != 0))
		return true;
	return holds(index, prefix, strlen(prefix)) || holds(index, "link", 4) ||
	       holds(index, "sdir", 4);
}

static bool index_may_name(struct arena *a, const char *git, const char *prefix)
{
	struct buf index = { 0 };
	struct err err;
	bool may = !file_read(AT_FDCWD, arena_printf(a, "%s/index", git), LIMIT_INDEX, &index, NULL,
			      &err) ||
		   may_name(&index, prefix);
	buf_free(&index);
	return may;
}

bool tracked_maybe(struct arena *a, const char *dir)
{
	char *full = realpath(dir, NULL), *at = arena_str(a, full), *slash;
	const char *git = NULL;
	while (at && !(git = git_of(a, at)) && (slash = strrchr(at, '/')))
		*slash = '\0';
	bool may = git != NULL;
	if (may && full[strlen(at)] == '/' && full[strlen(at) + 1])
		may = index_may_name(a, git, arena_printf(a, "%s/", full + strlen(at) + 1));
	free(full);
	return may;
}
