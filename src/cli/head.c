#include "cli/head.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/text.h"

enum {
	SMALL = 4096,           /* HEAD, a loose ref, a .git file */
	PACKED = 64 << 20,      /* packed-refs of a large repository */
	SHORT = 7,              /* digits of a hash that people read */
	HASH = 40,
};

/* The content of dir/name without its final line end, or NULL. */
static const char *read_line(struct arena *a, const char *dir, const char *name)
{
	struct buf b = { 0 };
	struct err err;
	const char *s = NULL;

	if (file_read(AT_FDCWD, arena_printf(a, "%s/%s", dir, name), SMALL, &b, NULL, &err)) {
		while (b.n && is_space(b.s[b.n - 1]))
			b.n--;
		s = arena_dup(a, b.s ? b.s : "", b.n);
	}
	buf_free(&b);
	return s;
}

static const char *joined(struct arena *a, const char *dir, const char *path)
{
	return path[0] == '/' ? path : arena_printf(a, "%s/%s", dir, path);
}

/* The git directory of the work tree that `dir` is in: .git itself, or what a
 * .git file (a linked work tree, a submodule) names. */
static const char *find_git(struct arena *a, const char *dir)
{
	char *at = arena_str(a, dir);
	struct stat st;

	for (;;) {
		const char *git = arena_printf(a, "%s/.git", at);
		char *slash;

		if (stat(git, &st) == 0 && S_ISDIR(st.st_mode))
			return git;
		if (stat(git, &st) == 0 && S_ISREG(st.st_mode)) {
			const char *line = read_line(a, at, ".git");

			if (line && strncmp(line, "gitdir: ", 8) == 0)
				return joined(a, at, line + 8);
		}
		slash = strrchr(at, '/');
		if (!slash || slash == at)
			return NULL;
		*slash = '\0';
	}
}

static bool is_hash(const char *s)
{
	return strspn(s, "0123456789abcdef") >= HASH;
}

/* A ref's line in packed-refs is "HASH NAME". */
static const char *packed(struct arena *a, const char *dir, const char *ref)
{
	struct buf b = { 0 };
	struct err err;
	const char *hash = NULL, *at;
	size_t n = strlen(ref);

	if (file_read(AT_FDCWD, arena_printf(a, "%s/packed-refs", dir), PACKED, &b, NULL,
		      &err) && b.n) {
		for (at = b.s; !hash && (at = strstr(at, ref)); at += n)
			if (at - b.s > HASH && at[-1] == ' ' && (at[n] == '\n' || !at[n]))
				hash = arena_dup(a, at - HASH - 1, HASH);
	}
	buf_free(&b);
	return hash;
}

const char *head_git_dir(struct arena *a, const char *dir)
{
	const char *git = find_git(a, dir), *common;

	if (!git)
		return NULL;
	common = read_line(a, git, "commondir");
	return common ? joined(a, git, common) : git;
}

struct head head_read(struct arena *a, const char *dir)
{
	const char *git = find_git(a, dir), *common, *line, *hash;
	struct head head = { 0 };

	line = git ? read_line(a, git, "HEAD") : NULL;
	if (!line)
		return head;
	hash = line;
	if (strncmp(line, "ref: ", 5) == 0) {
		const char *ref = line + 5;

		head.branch = strncmp(ref, "refs/heads/", 11) == 0 ? ref + 11 : ref;
		common = read_line(a, git, "commondir");
		common = common ? joined(a, git, common) : git;
		hash = strstr(ref, "..") ? NULL : read_line(a, common, ref);
		if (!hash)
			hash = packed(a, common, ref);
	}
	if (hash && is_hash(hash))
		head.commit = arena_dup(a, hash, SHORT);
	return head;
}
