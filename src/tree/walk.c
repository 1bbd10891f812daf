#include "tree/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "tree/ignore.h"

#define DEPTH_MAX 64
#define ENTRIES_MAX 2000000
#define PATH_LEN_MAX 4096
#define IGNORE_MAX (1024 * 1024)
#define DENTS_SIZE (64 * 1024)

/* A name of one directory that may matter. */
struct entry {
	const char *name;
	bool is_dir;
	int kind; /* of a file, as `wanted` said */
};

/* A directory that is being walked; those above it wait on a stack. */
struct level {
	int fd;
	size_t dir_len; /* of its path, slash included */
	PHL_LIST(struct entry) entries;
	size_t next;
	const struct ignore *ignore;
	bool plans; /* its name is that of a directory of plans */
	bool kept;  /* in an ignored one: nothing in it is ignored */
	bool has_git, has_config, has_ignore;
};

struct walker {
	struct walk *out;
	struct arena *arena;   /* for what is handed out */
	struct arena *scratch;
	struct buf text;       /* of a .gitignore */
	struct level levels[DEPTH_MAX + 1];
	int depth;
	char path[PATH_LEN_MAX];
	char dents[DENTS_SIZE] __attribute__((aligned(16)));
};

static void problem(struct walker *w, const char *path, const char *what)
{
	const char **slot = vec_push(w->arena, &w->out->problems);

	*slot = arena_printf(w->arena, "%s: %s", *path ? path : ".", what);
}

static bool is_skipped_dir(const char *name)
{
	static const char *const names[] = { ".git", "node_modules", ".worktrees",
					     ".phaseline" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return strncmp(name, ".planning.backup", strlen(".planning.backup")) == 0;
}

static void note_special(struct level *l, const char *name)
{
	if (name[0] != '.')
		return;
	l->has_git |= strcmp(name, ".git") == 0;
	l->has_config |= strcmp(name, ".phaseline.yaml") == 0;
	l->has_ignore |= strcmp(name, ".gitignore") == 0;
}

/* Some file systems leave the type to be asked for. */
static unsigned char type_of(const struct level *l, const struct dirent64 *d)
{
	struct stat st;

	if (d->d_type != DT_UNKNOWN)
		return d->d_type;
	if (fstatat(l->fd, d->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return DT_UNKNOWN;
	return S_ISDIR(st.st_mode) ? DT_DIR : S_ISREG(st.st_mode) ? DT_REG : DT_UNKNOWN;
}

/* Puts a name behind the directory's path; false when it is too long. */
static bool set_path(struct walker *w, const struct level *l, const char *name)
{
	size_t n = strlen(name);

	if (l->dir_len + n + 2 > sizeof w->path)
		return false;
	memcpy(w->path + l->dir_len, name, n + 1);
	return true;
}

/* Keeps a name when the walk may want it; most files are dropped here. */
static void consider(struct walker *w, struct level *l, const struct dirent64 *d)
{
	const char *name = d->d_name;
	size_t n = strlen(name);
	unsigned char type;
	struct entry *e;
	int kind = 0;

	note_special(l, name);
	if (name[n - 1] == '~' || (name[0] == '.' && (n == 1 || (n == 2 && name[1] == '.'))))
		return;
	type = type_of(l, d);
	if (type == DT_DIR ? is_skipped_dir(name) : type != DT_REG)
		return;
	if (type == DT_REG && set_path(w, l, name))
		kind = w->out->wanted(w->path, w->out->ctx);
	if (type == DT_REG && !kind)
		return;
	e = vec_push(w->scratch, &l->entries);
	*e = (struct entry){ arena_dup(w->scratch, name, n), type == DT_DIR, kind };
}

static bool read_names(struct walker *w, struct level *l)
{
	for (;;) {
		ssize_t n = getdents64(l->fd, w->dents, sizeof w->dents);

		if (n <= 0)
			return n == 0;
		for (ssize_t at = 0; at < n;) {
			const struct dirent64 *d = (const void *)(w->dents + at);

			consider(w, l, d);
			w->out->entries++;
			at += d->d_reclen;
		}
	}
}

/* As the whole paths compare: the slash that follows a directory counts. */
static int entry_cmp(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	const unsigned char *p = (const void *)x->name, *q = (const void *)y->name;
	int c, d;

	while (*p && *p == *q) {
		p++;
		q++;
	}
	c = *p ? *p : x->is_dir ? '/' : 0;
	d = *q ? *q : y->is_dir ? '/' : 0;
	return c - d;
}

static void read_ignore(struct walker *w, struct level *l, const char *name)
{
	struct err err = { 0 };

	buf_clear(&w->text);
	if (!file_read(l->fd, name, IGNORE_MAX, &w->text, NULL, &err))
		return;
	l->ignore = ignore_read(w->scratch, w->text.s ? w->text.s : "", w->text.n,
				l->dir_len, w->out->keep, l->ignore);
}

/* A directory of plans whose own .gitignore says `*` ignores itself, like one
 * that is named in the .gitignore above. */
static void read_ignores(struct walker *w, struct level *l, bool is_root)
{
	if (is_root && l->has_git)
		read_ignore(w, l, ".git/info/exclude");
	if (!l->has_ignore || l->kept)
		return;
	read_ignore(w, l, ".gitignore");
	if (l->plans && set_path(w, l, "\001") && ignore_fits(l->ignore, w->path, false))
		l->kept = true;
}

/* Reads the directory of `start` into a level on top of the stack; leaves it
 * out when it is a project of its own. */
static void enter(struct walker *w, const struct level *start)
{
	struct level *l = &w->levels[w->depth];

	*l = *start;
	if (!read_names(w, l)) {
		const char *what = strerror(errno);

		w->path[l->dir_len ? l->dir_len - 1 : 0] = '\0';
		problem(w, w->path, what);
	}
	if (w->depth > 0 && (l->has_git || l->has_config)) {
		close(l->fd);
		return;
	}
	read_ignores(w, l, w->depth == 0);
	if (l->entries.n > 1)
		qsort(l->entries.v, l->entries.n, sizeof *l->entries.v, entry_cmp);
	w->depth++;
}

static bool is_kept(const struct walker *w, const char *name)
{
	for (const char *const *k = w->out->keep; k && *k; k++)
		if (strcmp(*k, name) == 0)
			return true;
	return false;
}

static int open_dir(struct walker *w, const struct level *l, const char *name)
{
	int fd = -1;

	if (w->depth > DEPTH_MAX) {
		problem(w, w->path, "lies too deep and was not read (limit 64 directories)");
		return -1;
	}
	fd = openat(l->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	/* One that vanished or became a link meanwhile is simply not there. */
	if (fd < 0 && errno != ENOENT && errno != ELOOP && errno != ENOTDIR)
		problem(w, w->path, strerror(errno));
	return fd;
}

static void walk_dir(struct walker *w, const struct level *l, const struct entry *e)
{
	bool ignored = !l->kept && ignore_fits(l->ignore, w->path, true);
	bool plans = is_kept(w, e->name);
	size_t n = l->dir_len + strlen(e->name);
	struct level below = {
		.dir_len = n + 1,
		.ignore = l->ignore,
		.plans = plans,
		.kept = l->kept || ignored,
	};

	if (ignored && !plans)
		return;
	below.fd = open_dir(w, l, e->name);
	if (below.fd < 0)
		return;
	memcpy(w->path + n, "/", 2);
	enter(w, &below);
}

void tree_stat(const struct stat *st, struct tree_file *out)
{
	out->mtime_ns = st->st_mtim.tv_sec * INT64_C(1000000000) + st->st_mtim.tv_nsec;
	out->size = st->st_size;
	out->inode = (int64_t)st->st_ino;
}

static void take_file(struct walker *w, const struct level *l, const struct entry *e)
{
	struct tree_file *f;
	struct stat st;

	if (!l->kept && ignore_fits(l->ignore, w->path, false))
		return;
	if (fstatat(l->fd, e->name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
	    !S_ISREG(st.st_mode))
		return;
	f = vec_push(w->arena, &w->out->files);
	f->path = arena_str(w->arena, w->path);
	f->kind = e->kind;
	tree_stat(&st, f);
}

static void walk_all(struct walker *w)
{
	while (w->depth > 0) {
		struct level *l = &w->levels[w->depth - 1];
		const struct entry *e;

		if (l->next == l->entries.n) {
			close(l->fd);
			w->depth--;
			continue;
		}
		if (w->out->entries > ENTRIES_MAX) {
			problem(w, "", "has too many files; the rest was not read "
				       "(limit 2000000 entries)");
			while (w->depth > 0)
				close(w->levels[--w->depth].fd);
			return;
		}
		e = &l->entries.v[l->next++];
		if (!set_path(w, l, e->name))
			continue;
		if (e->is_dir)
			walk_dir(w, l, e);
		else
			take_file(w, l, e);
	}
}

bool tree_walk(struct walk *out, struct arena *a, int root, struct err *err)
{
	int fd = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct arena scratch = { 0 };
	struct walker *w;

	if (fd < 0)
		return err_errno(err, ERR_IO, "cannot read the project's directory");
	w = arena_alloc(&scratch, sizeof *w);
	w->scratch = &scratch;
	w->out = out;
	w->arena = a;
	enter(w, &(struct level){ .fd = fd });
	walk_all(w);
	buf_free(&w->text);
	arena_free(&scratch);
	return true;
}
