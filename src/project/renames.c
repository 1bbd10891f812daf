/* renames: a file that is gone may live on at another path */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "project/plan_files.h"
#include "project/sync.h"

struct lost {
	struct sync_file *file;
	const char *id, *title; /* once somebody asked for a title */
};

struct gone {
	struct lost *v; /* ordered by hash */
	size_t n;
	struct lost **by_title; /* ordered by id and title */
};

static int hash_cmp(const void *a, const void *b)
{
	const struct sync_file *x = ((const struct lost *)a)->file;
	const struct sync_file *y = ((const struct lost *)b)->file;
	int c = memcmp(x->had->hash, y->had->hash, sizeof x->had->hash);

	return c ? c : strcmp(x->path, y->path);
}

static struct gone *collect(struct sync *s)
{
	struct gone *g = s->gone;

	if (g)
		return g;
	g = s->gone = arena_alloc(s->arena, sizeof *g);
	g->v = arena_alloc(s->arena, (s->lost.n + 1) * sizeof *g->v);
	for (size_t i = 0; i < s->lost.n; i++)
		if (s->lost.v[i]->row)
			g->v[g->n++].file = s->lost.v[i];
	qsort(g->v, g->n, sizeof *g->v, hash_cmp);
	return g;
}

static int64_t claim(struct lost *l)
{
	l->file->claimed = true;
	return l->file->row;
}

int64_t gone_claim_hash(struct sync *s, const uint64_t hash[2])
{
	struct gone *g = collect(s);
	size_t low = 0, high = g->n, size = 2 * sizeof hash[0];

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (memcmp(g->v[mid].file->had->hash, hash, size) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < g->n && memcmp(g->v[low].file->had->hash, hash, size) == 0; low++)
		if (!g->v[low].file->claimed)
			return claim(&g->v[low]);
	return 0;
}

static int text_cmp(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int title_cmp(const void *a, const void *b)
{
	const struct lost *x = *(struct lost *const *)a, *y = *(struct lost *const *)b;
	int c = text_cmp(x->id, y->id);

	return c ? c : text_cmp(x->title, y->title);
}

static bool load_titles(struct sync *s, struct gone *g, struct err *err)
{
	struct arena a = { 0 };

	g->by_title = arena_alloc(s->arena, (g->n + 1) * sizeof *g->by_title);
	for (size_t i = 0; i < g->n; i++) {
		struct phl_plan *plan;

		if (!store_plan(s->store, &a, g->v[i].file->row, &plan, err)) {
			arena_free(&a);
			return false;
		}
		g->v[i].id = arena_str(s->arena, plan->id);
		g->v[i].title = arena_str(s->arena, plan->title);
		g->by_title[i] = &g->v[i];
		arena_reset(&a);
	}
	arena_free(&a);
	qsort(g->by_title, g->n, sizeof *g->by_title, title_cmp);
	return true;
}

bool gone_claim_title(struct sync *s, const struct phl_plan *plan, int64_t *row,
		      struct err *err)
{
	struct gone *g = collect(s);
	struct lost wanted = { .id = plan->id, .title = plan->title }, *key = &wanted;
	size_t low = 0, high = g->n;

	*row = 0;
	if (!g->n || !plan->title || (!g->by_title && !load_titles(s, g, err)))
		return g->n == 0 || !plan->title;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (title_cmp(&g->by_title[mid], &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < g->n && title_cmp(&g->by_title[low], &key) == 0; low++) {
		if (!g->by_title[low]->file->claimed) {
			*row = claim(g->by_title[low]);
			break;
		}
	}
	return true;
}

static bool is_older(const struct stat *st, const struct timespec *than)
{
	return st->st_ctim.tv_sec < than->tv_sec ||
	       (st->st_ctim.tv_sec == than->tv_sec && st->st_ctim.tv_nsec < than->tv_nsec);
}

/* Some editors delete a file before they write it anew: one that went a moment ago may
 * come back in the next. */
static bool comes_back(const struct sync *s, const struct sync_file *f, int *looks)
{
	const char *path = f->path, *slash = strrchr(path, '/');
	const char *dir = slash ? arena_dup(s->arena, path, (size_t)(slash - path)) : ".";
	struct timespec pause = { .tv_nsec = 5000000 };
	struct stat st;

	if (fstatat(s->p->root_fd, dir, &st, 0) != 0 || s->looked.tv_sec - st.st_mtim.tv_sec > 1)
		return false;
	while (fstatat(s->p->root_fd, path, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		if (--*looks < 0)
			return false;
		nanosleep(&pause, NULL);
	}
	/* else it was there, but is not wanted */
	return plan_files_kind(&s->p->config, path) == f->kind && !is_older(&st, &s->looked);
}

bool gone_remove(struct sync *s, struct err *err)
{
	int looks = 20; /* for all of them */

	for (size_t i = 0; i < s->lost.n; i++) {
		struct sync_file *f = s->lost.v[i];

		if (f->kind != FILE_PLAN ||
		    (!f->claimed && sync_find(s, f->path) < 0 && comes_back(s, f, &looks)))
			continue;
		if (f->row && !f->claimed) {
			s->stats->removed++;
			if (!store_remove_plan(s->store, f->row, s->when, err))
				return false;
		}
		/* no longer a plan, but still there: its stamp is a new one */
		if (sync_find(s, f->path) < 0 &&
		    !store_drop_stamp(s->store, f->path, err))
			return false;
	}
	return true;
}
