#include "project/footprint.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/day.h"
#include "base/hash.h"
#include "model/touch.h"
#include "project/sources.h"
#include "tree/beneath.h"

enum { SECOND = 1000000000, RACY = 2 }; /* seconds in which a file may change unseen */

static int64_t mtime_of(const struct stat *st)
{
	return (int64_t)st->st_mtim.tv_sec * SECOND + st->st_mtim.tv_nsec;
}

/* What does not need its content.  A directory, a pipe or a link is no file. */
static void look(int root, struct proof_file *f)
{
	int fd = beneath_open(root, f->path, O_PATH);
	struct stat st;
	f->size = -1;
	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		f->size = st.st_size;
		f->mtime_ns = mtime_of(&st);
	}
	close(fd);
}

/* What cannot be read is known by its size alone. */
static void digest(int root, struct proof_file *f, struct buf *bytes)
{
	const char *reason;
	bool cut;
	if (f->size >= 0 && code_read(root, f->path, bytes, &cut, &reason) == CODE_READ)
		hash_bytes(bytes->n ? bytes->s : "", bytes->n, f->hash);
}

bool footprint_take(struct project *p, struct arena *a, const struct phl_plan *plan,
		    proof_files *out, struct err *err)
{
	int64_t sure = (day_now() - RACY) * SECOND;
	struct sources sources;
	touch_list touches = { 0 };
	struct buf bytes = { 0 };
	*out = (proof_files){ 0 };
	if (!sources_open(&sources, p, a, NULL, err))
		return false;
	plan_touches(plan, a, &touches);
	for (size_t i = 0; i < touches.n; i++) {
		const char *named = touches.v[i].path;
		struct source_file at = sources_find(&sources, named);
		struct proof_file *f = vec_push(a, out);
		*f = (struct proof_file){ .path = at.path ? at.path : named };
		look(p->root_fd, f);
		digest(p->root_fd, f, &bytes);
		if (f->mtime_ns >= sure)
			f->mtime_ns = 0;
	}
	sources_close(&sources);
	buf_free(&bytes);
	return true;
}

static bool is_as_before(struct project *p, const struct proof_file *was, struct buf *bytes)
{
	struct proof_file now = { .path = was->path };
	look(p->root_fd, &now);
	if (now.size != was->size)
		return false;
	if (now.size < 0 || (was->mtime_ns && now.mtime_ns == was->mtime_ns))
		return true;
	digest(p->root_fd, &now, bytes);
	return now.hash[0] == was->hash[0] && now.hash[1] == was->hash[1];
}

const char *footprint_changed(struct project *p, const proof_files *files)
{
	struct buf bytes = { 0 };
	const char *changed = NULL;
	for (size_t i = 0; i < files->n && !changed; i++)
		if (!is_as_before(p, &files->v[i], &bytes))
			changed = files->v[i].path;
	buf_free(&bytes);
	return changed;
}
