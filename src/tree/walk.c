#include "tree/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/memory.h"
#include "tree/ignore.h"

enum { DENTS_SIZE = 32 * 1024 };

/* A name of one directory that may matter. */
struct entry {
	uint64_t head; /* the first letters, to compare at once */
	uint32_t name; /* where it starts in `names` */
	bool is_dir;
};

/* A directory that is being walked; those above it wait on a stack, as do their
 * entries and names. */
struct level {
	int fd;
	size_t dir_len; /* of its path, slash included */
	size_t first, next; /* of its entries */
	size_t names;       /* where its names start */
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
	size_t suffix_len, other_len;
	PHL_LIST(struct entry) entries;
	struct buf names;
	struct level levels[LIMIT_TREE_DEPTH + 1];
	int depth;
	char path[LIMIT_PATH];
	char *dents;           /* what the kernel has to say, DENTS_SIZE */
};

static void problem(struct walker *w, const char *path, const char *what)
{
	const char **slot = vec_push(w->arena, &w->out->problems);

	*slot = arena_printf(w->arena, "%s: %s", *path ? path : ".", what);
	*(const char **)vec_push(w->arena, &w->out->unread) = arena_str(w->arena, path);
}

bool walk_skips(const char *name)
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

static bool ends(const char *name, size_t n, const char *suffix, size_t len)
{
	return n >= len && memcmp(name + n - len, suffix, len) == 0;
}

static bool has_suffix(const struct walker *w, const char *name, size_t n)
{
	return ends(name, n, w->out->suffix, w->suffix_len) ||
	       (w->other_len && ends(name, n, w->out->other, w->other_len));
}

/* As the whole paths compare, the slash that follows a directory counts. */
static uint64_t head_of(const char *name, bool is_dir)
{
	uint64_t head = 0;
	int i = 0;

	for (; i < 8 && name[i]; i++)
		head = head << 8 | (unsigned char)name[i];
	if (i < 8 && is_dir) {
		head = head << 8 | '/';
		i++;
	}
	return i ? head << (8 * (8 - i)) : 0;
}

/* Keeps a name when the walk may want it; most files are dropped here. */
static void consider(struct walker *w, struct level *l, const struct dirent64 *d)
{
	const char *name = d->d_name;
	size_t n = strlen(name);
	unsigned char type;

	note_special(l, name);
	if (name[n - 1] == '~' || (name[0] == '.' && (n == 1 || (n == 2 && name[1] == '.'))))
		return;
	type = type_of(l, d);
	if (type == DT_DIR ? walk_skips(name)
			   : type != DT_REG || (w->suffix_len && !has_suffix(w, name, n)))
		return;
	*vec_push(w->scratch, &w->entries) =
	    (struct entry){ head_of(name, type == DT_DIR), (uint32_t)w->names.n,
			    type == DT_DIR };
	buf_add(&w->names, name, n + 1);
}

static bool read_names(struct walker *w, struct level *l)
{
	for (;;) {
		ssize_t n = getdents64(l->fd, w->dents, DENTS_SIZE);

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

static int entry_cmp(const void *a, const void *b, void *walker)
{
	const struct walker *w = walker;
	const struct entry *x = a, *y = b;
	const unsigned char *p = (const void *)(w->names.s + x->name);
	const unsigned char *q = (const void *)(w->names.s + y->name);
	int c, d;

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	while (*p && *p == *q) {
		p++;
		q++;
	}
	c = *p ? *p : x->is_dir ? '/' : 0;
	d = *q ? *q : y->is_dir ? '/' : 0;
	return c - d;
}

/* Most directories are small, and qsort_r is made for others. */
static void sort_entries(struct walker *w, struct entry *v, size_t n)
{
	if (n > 64) {
		qsort_r(v, n, sizeof *v, entry_cmp, w);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct entry e = v[i];
		size_t at = i;

		for (; at > 0 && entry_cmp(&v[at - 1], &e, w) > 0; at--)
			v[at] = v[at - 1];
		v[at] = e;
	}
}

static void read_ignore(struct walker *w, struct level *l, const char *name)
{
	struct err err = { 0 };

	buf_clear(&w->text);
	if (!file_read(l->fd, name, LIMIT_IGNORE, &w->text, NULL, &err))
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

static void leave(struct walker *w, struct level *l)
{
	close(l->fd);
	w->entries.n = l->first;
	w->names.n = l->names;
}

/* Reads the directory of `start` into a level on top of the stack; leaves it
 * out when it is a project of its own. */
static void enter(struct walker *w, const struct level *start)
{
	struct level *l = &w->levels[w->depth];

	*l = *start;
	l->first = l->next = w->entries.n;
	l->names = w->names.n;
	if (!read_names(w, l)) {
		const char *what = strerror(errno);

		w->path[l->dir_len ? l->dir_len - 1 : 0] = '\0';
		problem(w, w->path, what);
	}
	if (w->depth > 0 && (l->has_git || l->has_config)) {
		leave(w, l);
		return;
	}
	read_ignores(w, l, w->depth == 0);
	sort_entries(w, w->entries.v + l->first, w->entries.n - l->first);
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

	if (w->depth > LIMIT_TREE_DEPTH) {
		problem(w, w->path, "lies too deep and was not read (limit 64 directories)");
		return -1;
	}
	fd = openat(l->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	/* One that vanished or became a link meanwhile is simply not there. */
	if (fd < 0 && errno != ENOENT && errno != ELOOP && errno != ENOTDIR)
		problem(w, w->path, strerror(errno));
	return fd;
}

static void walk_dir(struct walker *w, const struct level *l, const char *name)
{
	bool ignored = !l->kept && ignore_fits(l->ignore, w->path, true);
	bool plans = is_kept(w, name);
	size_t n = l->dir_len + strlen(name);
	struct level below = {
		.dir_len = n + 1,
		.ignore = l->ignore,
		.plans = plans,
		.kept = l->kept || ignored,
	};

	if (ignored && !plans)
		return;
	below.fd = open_dir(w, l, name);
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

static void take_file(struct walker *w, const struct level *l, const char *name)
{
	int kind = w->out->wanted(w->path, w->out->ctx);
	struct tree_file *f;
	struct stat st = { 0 };

	if (!kind || (!l->kept && ignore_fits(l->ignore, w->path, false)))
		return;
	if (!w->out->names && (fstatat(l->fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
			       !S_ISREG(st.st_mode)))
		return;
	f = vec_push(w->arena, &w->out->files);
	f->path = arena_dup(w->arena, w->path, l->dir_len + strlen(name));
	f->kind = kind;
	tree_stat(&st, f);
}

static void give_up(struct walker *w)
{
	problem(w, "", "has too many files; the rest was not read (limit 2000000 entries)");
	while (w->depth > 0)
		leave(w, &w->levels[--w->depth]);
}

static void walk_all(struct walker *w)
{
	while (w->depth > 0) {
		struct level *l = &w->levels[w->depth - 1];
		const struct entry *e;
		const char *name;

		if (l->next == w->entries.n) {
			leave(w, l);
			w->depth--;
			continue;
		}
		if (w->out->entries > LIMIT_TREE_ENTRIES) {
			give_up(w);
			return;
		}
		e = &w->entries.v[l->next++];
		name = w->names.s + e->name;
		if (!set_path(w, l, name))
			continue;
		if (e->is_dir)
			walk_dir(w, l, w->path + l->dir_len);
		else
			take_file(w, l, w->path + l->dir_len);
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
	w->dents = malloc(DENTS_SIZE);
	if (!w->dents)
		out_of_memory();
	w->suffix_len = out->suffix ? strlen(out->suffix) : 0;
	w->other_len = out->other ? strlen(out->other) : 0;
	enter(w, &(struct level){ .fd = fd });
	walk_all(w);
	buf_free(&w->text);
	buf_free(&w->names);
	free(w->dents);
	arena_free(&scratch);
	return true;
}
