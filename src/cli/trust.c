#include "cli/trust.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/day.h"
#include "base/file.h"
#include "base/sha256.h"
#include "base/text.h"

enum { FILE_MOST = 4 << 20, DAY = 24 * 60 * 60 };

static const char name[] = "approvals";

/* ---- the directory ---- */

static const char *state_dir(struct arena *a, struct err *err)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && *state == '/')
		return arena_printf(a, "%s/phaseline", state);
	if (home && *home == '/')
		return arena_printf(a, "%s/.local/state/phaseline", home);
	err_set(err, ERR_IO, "no place to remember what is trusted: set HOME or XDG_STATE_HOME");
	return NULL;
}

static bool make_dirs(struct arena *a, const char *dir)
{
	char *path = arena_str(a, dir);

	for (char *s = path + 1; *s; s++) {
		if (*s != '/')
			continue;
		*s = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return false;
		*s = '/';
	}
	return mkdir(path, 0700) == 0 || errno == EEXIST;
}

static bool is_own(const struct stat *st, mode_t others, const char *what, struct err *err)
{
	if (st->st_uid == geteuid() && !(st->st_mode & others))
		return true;
	return err_set(err, ERR_IO,
		       "%s could have been written by somebody else; remove it, or make it your "
		       "own (chmod %s)",
		       what, S_ISDIR(st->st_mode) ? "700" : "600");
}

/* Opens it, locked; -1 where there is none yet (*err stays empty), or in trouble. */
static int open_state(struct arena *a, bool make, const char **dir, struct err *err)
{
	struct stat st;
	int fd;

	if (!(*dir = state_dir(a, err)))
		return -1;
	if (make && !make_dirs(a, *dir)) {
		err_errno(err, ERR_IO, "cannot make %s", *dir);
		return -1;
	}
	fd = open(*dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 && !(errno == ENOENT && !make))
		err_errno(err, ERR_IO, "cannot open %s", *dir);
	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && is_own(&st, 022, *dir, err) &&
	    (flock(fd, make ? LOCK_EX : LOCK_SH) == 0 ||
	     err_errno(err, ERR_IO, "cannot lock %s", *dir)))
		return fd;
	close(fd);
	return -1;
}

/* ---- the file: a line each, "DIGEST SECONDS DEV INO ROOT PATH" ---- */

static void add_word(struct buf *b, const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == '%' || *s == 0x7f)
			buf_printf(b, "%%%02x", (unsigned)(unsigned char)*s);
		else
			buf_char(b, *s);
}

/* Up to the next blank. */
static const char *take_word(struct arena *a, const char **s)
{
	size_t n = strcspn(*s, " \n"), to = 0;
	char *out = arena_dup(a, *s, n);

	for (size_t i = 0; i < n; i++) {
		unsigned c;

		/* NOLINTNEXTLINE(cert-err34-c): two digits are no large number */
		if (out[i] == '%' && i + 2 < n && sscanf(out + i + 1, "%2x", &c) == 1) {
			out[to++] = (char)c;
			i += 2;
		} else {
			out[to++] = out[i];
		}
	}
	out[to] = '\0';
	*s += n + ((*s)[n] == ' ');
	return out;
}

static bool read_approval(struct arena *a, const char *line, struct approval *out)
{
	*out = (struct approval){ .digest = take_word(a, &line) };
	out->at = (int64_t)strtoll(take_word(a, &line), NULL, 10);
	out->place.dev = strtoull(take_word(a, &line), NULL, 10);
	out->place.ino = strtoull(take_word(a, &line), NULL, 10);
	out->place.root = take_word(a, &line);
	out->place.path = take_word(a, &line);
	return strlen(out->digest) == SHA256_HEX && *out->place.root == '/' && *out->place.path;
}

static bool is_over(const struct approval *p)
{
	int64_t age = day_now() - p->at;

	return age > (int64_t)TRUST_DAYS * DAY || age < -DAY;
}

static bool read_file(int dir, const char *where, struct arena *a, approval_list *out,
		      struct err *err)
{
	struct buf b = { 0 };
	struct stat st;
	bool ok;

	*out = (approval_list){ 0 };
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT || err_errno(err, ERR_IO, "cannot read %s/%s", where, name);
	ok = file_read(dir, name, FILE_MOST, &b, &st, err) &&
	     is_own(&st, 077, arena_printf(a, "%s/%s", where, name), err);
	for (const char *line = ok && b.n ? b.s : ""; *line;) {
		struct approval p;
		size_t n = strcspn(line, "\n");

		if (read_approval(a, line, &p) && !is_over(&p))
			*vec_push(a, out) = p;
		line += n + (line[n] == '\n');
	}
	buf_free(&b);
	return ok;
}

static bool write_file(struct arena *a, const char *dir, const approval_list *list,
		       struct err *err)
{
	struct buf b = { 0 };
	mode_t mask = umask(077);

	buf_str(&b, "");
	for (size_t i = 0; i < list->n; i++) {
		const struct approval *p = &list->v[i];

		buf_printf(&b, "%s %" PRId64 " %" PRIu64 " %" PRIu64 " ", p->digest, p->at,
			   p->place.dev, p->place.ino);
		add_word(&b, p->place.root);
		buf_char(&b, ' ');
		add_word(&b, p->place.path);
		buf_char(&b, '\n');
	}
	bool ok = file_replace(arena_printf(a, "%s/%s", dir, name), b.s, b.n, err);
	umask(mask);
	buf_free(&b);
	return ok;
}

/* ---- approvals ---- */

const char *trust_undoing(struct arena *a, const char *path)
{
	return arena_printf(a, "%s#rollback", path);
}

bool trust_place(struct place *out, const char *root, const char *path, struct err *err)
{
	struct stat st;

	if (stat(root, &st) != 0)
		return err_errno(err, ERR_IO, "cannot look at %s", root);
	*out = (struct place){ .root = root, .dev = st.st_dev, .ino = st.st_ino, .path = path };
	return true;
}

static bool same_root(const struct place *a, const struct place *b)
{
	return a->dev == b->dev && a->ino == b->ino && strcmp(a->root, b->root) == 0;
}

bool trust_read(struct arena *a, approval_list *out, struct err *err)
{
	const char *where;
	struct err none = { 0 };
	int dir = open_state(a, false, &where, &none);
	bool ok;

	*out = (approval_list){ 0 };
	if (dir < 0) {
		if (none.kind)
			*err = none;
		return !none.kind;
	}
	ok = read_file(dir, where, a, out, err);
	close(dir);
	return ok;
}

const struct approval *trust_find(const approval_list *list, const struct place *place,
				  const char *digest)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct approval *p = &list->v[i];

		if (strcmp(p->digest, digest) == 0 && same_root(&p->place, place) &&
		    strcmp(p->place.path, place->path) == 0)
			return p;
	}
	return NULL;
}

/* Takes out those of the plan, and puts one in unless digest is NULL. */
static bool change(struct arena *a, const struct place *place, const char *digest,
		   size_t *removed, struct err *err)
{
	const char *where;
	approval_list old, now = { 0 };
	int dir = open_state(a, true, &where, err);
	bool ok = dir >= 0 && read_file(dir, where, a, &old, err);

	for (size_t i = 0; ok && i < old.n; i++) {
		const struct approval *p = &old.v[i];

		if (same_root(&p->place, place) &&
		    (!place->path || strcmp(p->place.path, place->path) == 0))
			++*removed;
		else
			*vec_push(a, &now) = *p;
	}
	if (ok && digest)
		*vec_push(a, &now) = (struct approval){ *place, digest, day_now() };
	ok = ok && write_file(a, where, &now, err);
	if (dir >= 0)
		close(dir);
	return ok;
}

bool trust_add(struct arena *a, const struct place *place, const char *digest, struct err *err)
{
	size_t removed = 0;

	return change(a, place, digest, &removed, err);
}

bool trust_remove(struct arena *a, const struct place *place, size_t *removed, struct err *err)
{
	*removed = 0;
	return change(a, place, NULL, removed, err);
}
