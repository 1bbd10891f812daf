#include "project/rewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/limits.h"
#include "project/publish.h"
#include "project/recover.h"
#include "project/stable.h"
#include "project/temp.h"

enum { TRIES = 10 }; /* as often somebody may save before we give up */

/* The file, in the directory where it really is. */
struct target_file {
	const char *shown; /* as the person called it */
	const char *name;
	int dir;
};

static bool open_target(struct target_file *f, struct arena *a, const char *path,
			struct err *err)
{
	char real[PATH_MAX];
	const char *name, *dir;

	*f = (struct target_file){ .shown = path, .dir = -1 };
	if (!realpath(path, real))
		return err_errno(err, ERR_IO, "cannot read %s", path);
	name = temp_base(real);
	f->name = arena_str(a, name);
	dir = arena_dup(a, real, name - real > 1 ? (size_t)(name - real) - 1 : 1);
	f->dir = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return f->dir >= 0 || err_errno(err, ERR_IO, "cannot read %s", path);
}

static bool read_target(const struct target_file *f, struct buf *old, struct stat *st,
			struct err *err)
{
	if (!stable_read(f->dir, f->name, -1, 1, old, st))
		return err_errno(err, ERR_IO, "cannot read %s", f->shown);
	return old->n < (size_t)LIMIT_STABLE ||
	       err_set(err, ERR_IO, "%s is too large (limit %zu bytes)", f->shown, (size_t)LIMIT_STABLE);
}

/* One attempt: PUBLISH_MOVED when somebody saved meanwhile. */
static enum published put(const struct target_file *f, struct publication *pub,
			  const struct buf *old, const struct buf *new, const struct stat *st,
			  struct err *err)
{
	struct tree_file written;
	struct err why = { 0 };
	enum published done;

	hash_bytes(old->s ? old->s : "", old->n, pub->from);
	hash_bytes(new->s ? new->s : "", new->n, pub->to);
	pub->root = f->dir;
	pub->path = f->name;
	pub->temp = temp_beside(pub->a, f->name);
	pub->fd = -1;
	if (temp_may_replace(f->dir, f->name))
		pub->fd = temp_write(f->dir, pub->temp, f->name, st, new->s, new->n, &written);
	if (pub->fd < 0) {
		err_errno(err, ERR_IO, "cannot write %s", f->shown);
		return PUBLISH_FAILED;
	}
	done = publish(pub, &why);
	if (done == PUBLISH_FAILED) {
		temp_drop(f->dir, pub->temp);
		err_set(err, ERR_IO, "cannot write %s", f->shown);
	}
	close(pub->fd);
	return done;
}

static enum rewritten try(const struct target_file *f, struct publication *pub,
			  rewriter *change, void *context, struct err *err)
{
	struct buf old = { 0 }, new = { 0 };
	enum rewritten result = REWRITE_FAILED;
	enum published done = PUBLISH_MOVED;
	struct stat st;

	for (int i = 0; i < TRIES && done == PUBLISH_MOVED; i++) {
		buf_clear(&new);
		if (!read_target(f, &old, &st, err) ||
		    !change(context, old.s ? old.s : "", old.n, &new, err))
			break;
		result = REWRITE_DONE;
		if (new.n == old.n && (!new.n || (old.s && memcmp(new.s, old.s, new.n) == 0))) {
			result = REWRITE_SAME;
			break;
		}
		done = put(f, pub, &old, &new, &st, err);
		if (done != PUBLISHED)
			result = REWRITE_FAILED;
		if (done == PUBLISH_MOVED)
			err_set(err, ERR_BUSY, "%s is being saved by others all the time; "
					       "nothing was written", f->shown);
	}
	buf_free(&old);
	buf_free(&new);
	return result;
}

enum rewritten rewrite(struct project *p, struct arena *a, const char *path,
		       rewriter *change, void *context, const char **rescued,
		       struct err *err)
{
	struct publication pub = { .a = a, .rescue = recover_rescue_dir(p, a) };
	enum rewritten result = REWRITE_FAILED;
	struct target_file f;

	*rescued = NULL;
	if (open_target(&f, a, path, err)) {
		result = try(&f, &pub, change, context, err);
		*rescued = pub.rescued;
		close(f.dir);
	}
	return result;
}
