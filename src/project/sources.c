#include "project/sources.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "project/revision.h"
#include "tree/beneath.h"
#include "tree/walk.h"

static int every_file(const char *path, void *ctx)
{
	(void)path;
	(void)ctx;
	return 1;
}

static bool list_files(struct sources *s, size_t root, struct err *err)
{
	struct walk w = { .wanted = every_file, .names = true };
	const char *prefix = s->roots.v[root].prefix;
	if (!tree_walk(&w, s->arena, s->roots.v[root].fd, err))
		return false;
	for (size_t i = 0; i < w.files.n; i++) {
		const char *path = w.files.v[i].path;
		*vec_push(s->arena, &s->paths) =
		    *prefix ? arena_printf(s->arena, "%s%s", prefix, path) : path;
		*vec_push(s->arena, &s->root_of) = (int)root;
	}
	return true;
}

/* The first root is the project's own where others are configured: only whole paths
 * are looked for in it. */
bool sources_list(struct sources *s, struct err *err)
{
	if (s->resolver)
		return true;
	for (size_t i = s->roots.n > 1 ? 1 : 0; i < s->roots.n; i++)
		if (!list_files(s, i, err))
			return false;
	s->resolver = resolver_make(s->arena, s->paths.v, s->paths.n);
	return true;
}

static void add_root(struct sources *s, int fd, const char *prefix)
{
	*vec_push(s->arena, &s->roots) = (struct source_root){ fd, prefix };
}

static const char *with_slash(struct arena *a, const char *dir)
{
	size_t n = strlen(dir);
	while (n > 1 && dir[n - 1] == '/')
		n--;
	return n == 1 && *dir == '/' ? "/" : arena_printf(a, "%.*s/", (int)n, dir);
}

/* A directory that somebody named on the command line may be anywhere. */
static bool open_named(struct sources *s, const char *dir, struct err *err)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return err_errno(err, ERR_USAGE, "--source: cannot read %s", dir);
	add_root(s, fd, with_slash(s->arena, dir));
	return true;
}

/* One that the repository names has to be in it: *clean is "" for all of it. */
static bool clean_configured(struct sources *s, const char *dir, const char **clean,
			     struct err *err)
{
	bool whole = strspn(dir, "./") == strlen(dir) && !strstr(dir, "..");
	*clean = whole ? "" : resolve_clean(s->arena, dir);
	if (*clean && (whole || *dir != '/'))
		return true;
	return err_set(err, ERR_USAGE,
		       ".phaseline.yaml: source: \"%s\" is not below the project's root; "
		       "use --source", dir);
}

static bool open_configured(struct sources *s, const char *dir, struct err *err)
{
	const char *clean;
	if (!clean_configured(s, dir, &clean, err))
		return false;
	int fd = *clean ? beneath_open(s->p->root_fd, clean, O_RDONLY | O_DIRECTORY) :
			  openat(s->p->root_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return err_errno(err, ERR_USAGE, ".phaseline.yaml: source: cannot read \"%s\"", dir);
	add_root(s, fd, *clean ? with_slash(s->arena, clean) : "");
	return true;
}

static bool open_all(struct sources *s, const char *dir, struct err *err)
{
	if (dir)
		return open_named(s, dir, err);
	add_root(s, openat(s->p->root_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), "");
	for (size_t i = 0; i < s->p->config.source.n; i++)
		if (s->p->config.source.v[i] &&
		    !open_configured(s, s->p->config.source.v[i], err))
			return false;
	return true;
}

bool sources_open(struct sources *s, struct project *p, struct arena *a, const char *dir,
		  struct err *err)
{
	*s = (struct sources){ .arena = a, .p = p };
	if (open_all(s, dir, err))
		return true;
	sources_close(s);
	return false;
}

/* At a revision there may be what is not there now. */
static bool name_roots(struct sources *s, const char *dir, struct err *err)
{
	const char *clean;
	add_root(s, -1, dir ? with_slash(s->arena, dir) : "");
	for (size_t i = 0; !dir && i < s->p->config.source.n; i++) {
		const char *source = s->p->config.source.v[i];
		if (!source)
			continue;
		if (!clean_configured(s, source, &clean, err))
			return false;
		add_root(s, -1, *clean ? with_slash(s->arena, clean) : "");
	}
	return true;
}

bool sources_open_at(struct sources *s, struct project *p, struct arena *a, const char *dir,
		     struct git *git, const char *rev, struct err *err)
{
	*s = (struct sources){ .arena = a, .p = p };
	if (!name_roots(s, dir, err) || !revision_open(s, git, rev, dir != NULL, err))
		return false;
	s->resolver = resolver_make(a, s->paths.v, s->paths.n);
	return true;
}

static void leave_dir(struct sources *s)
{
	if (s->dir.path && s->dir.fd >= 0)
		close(s->dir.fd);
	s->dir.path = NULL;
}

void sources_close(struct sources *s)
{
	leave_dir(s);
	for (size_t i = 0; i < s->roots.n; i++)
		if (s->roots.v[i].fd >= 0)
			close(s->roots.v[i].fd);
	s->roots.n = 0;
}

/* ---- finding ---- */

static struct source_file found(struct sources *s, int root, const char *path)
{
	return (struct source_file){ .path = path, .root = root,
				     .below = path + strlen(s->roots.v[root].prefix),
				     .blob = s->revision ? revision_blob(s, path) : NULL };
}

static struct source_file found_at(struct sources *s, size_t file)
{
	struct source_file f = found(s, s->root_of.v[file], s->paths.v[file]);
	f.at = file;
	return f;
}

/* A file that .gitignore hides is there all the same when its whole path is given. */
static bool is_there(struct sources *s, int root, const char *path, const char **reason)
{
	const char *clean = path + strlen(s->roots.v[root].prefix);
	struct stat st;
	if (s->revision)
		return revision_has(s, path, reason);
	int fd = beneath_open(s->roots.v[root].fd, clean, O_PATH);
	if (fd < 0) {
		if (errno == ELOOP)
			*reason = "is a link, or lies behind one";
		return false;
	}
	bool there = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
	if (fstat(fd, &st) == 0 && S_ISLNK(st.st_mode))
		*reason = "is a link, or lies behind one";
	close(fd);
	return there;
}

static bool find_exact(struct sources *s, const char *clean, struct source_file *out)
{
	size_t file;
	for (size_t i = 0; i < s->roots.n; i++) {
		const char *prefix = s->roots.v[i].prefix;
		const char *path = *prefix ? arena_printf(s->arena, "%s%s", prefix, clean) : clean;
		if (s->resolver && resolve_exact(s->resolver, path, &file)) {
			*out = found_at(s, file);
			return true;
		}
		if (is_there(s, (int)i, path, &out->reason)) {
			*out = found(s, (int)i, path);
			return true;
		}
	}
	return false;
}

struct source_file sources_find(struct sources *s, const char *path)
{
	struct source_file out = { 0 };
	const char *clean = resolve_clean(s->arena, path);
	size_t file, count;
	if (!clean) {
		out.reason = "leads out of the tree";
		return out;
	}
	if (find_exact(s, clean, &out) || !sources_list(s, NULL))
		return out;
	switch (resolve(s->resolver, clean, &file, &count)) {
	case RESOLVE_FOUND:
		return found_at(s, file);
	case RESOLVE_AMBIGUOUS:
		out.ambiguous = true;
		out.reason = arena_printf(s->arena, "fits %zu files", count);
		break;
	case RESOLVE_GONE:
		break;
	}
	return out;
}

/* The directory that a file is in, -1 when it cannot be opened. */
static int enter_dir(struct sources *s, int root, const char *below, size_t n)
{
	const char *path = s->dir.path;
	if (path && s->dir.root == root && strlen(path) == n && !memcmp(path, below, n))
		return s->dir.fd;
	leave_dir(s);
	s->dir.root = root;
	s->dir.path = arena_dup(s->arena, below, n);
	s->dir.fd = beneath_open(s->roots.v[root].fd, s->dir.path, O_PATH | O_DIRECTORY);
	return s->dir.fd;
}

enum code_read sources_read(struct sources *s, const struct source_file *f, struct buf *out,
			    bool *cut, const char **reason)
{
	if (s->revision)
		return revision_read(s, f->blob, out, cut, reason);
	const char *slash = strrchr(f->below, '/');
	int dir = slash ? enter_dir(s, f->root, f->below, (size_t)(slash - f->below)) : -1;
	if (dir >= 0)
		return code_read(dir, slash + 1, out, cut, reason);
	return code_read(s->roots.v[f->root].fd, f->below, out, cut, reason);
}
