#include "tree/root.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A repository ends a project: a store left in the home directory must not
 * swallow every checkout below it, so all three are equal and the nearest wins. */
static const char *const strong[] = { ".phaseline.yaml", ".phaseline", ".git", NULL };
static const char *const weak[] = { ".planning", "plans", NULL };

static bool holds(struct arena *a, const char *dir, const char *const *names)
{
	struct stat st;

	for (; *names; names++)
		if (lstat(arena_printf(a, "%s/%s", dir, *names), &st) == 0)
			return true;
	return false;
}

/* The nearest directory from `dir` upwards that holds one of them, or NULL. */
static const char *nearest(struct arena *a, const char *dir, const char *const *names)
{
	char *at = arena_str(a, dir);

	for (;;) {
		char *slash = strrchr(at, '/');

		if (holds(a, at, names))
			return *at ? at : "/";
		if (!slash)
			return NULL;
		*slash = '\0';
	}
}

bool root_find(struct arena *a, const char *dir, const char **root, struct err *err)
{
	char *full = realpath(dir ? dir : ".", NULL);
	const char *start;
	struct stat st;

	if (!full)
		return err_errno(err, ERR_USAGE, "cannot work in %s", dir ? dir : ".");
	start = arena_str(a, full);
	free(full);
	if (stat(start, &st) != 0 || !S_ISDIR(st.st_mode))
		return err_set(err, ERR_USAGE, "%s is no directory", dir);
	*root = nearest(a, start, strong);
	if (!*root)
		*root = nearest(a, start, weak);
	if (!*root)
		*root = start;
	return true;
}
