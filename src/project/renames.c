/* renames: a file that is gone may live on at another path */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "project/plan_files.h"
#include "project/sync.h"

enum {
	LIKE_MOST = 100,   /* plans that are gone, to be compared with each new one, */
	LATER_MOST = 1000, /* and of those so many */
};

struct lost {
	struct sync_file *file;
	const char *id, *title; /* once somebody asked for a title, */
	PHL_LIST(const char *) tasks; /* and the titles of its tasks, in order */
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

static int name_cmp(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void load_tasks(struct arena *a, const struct phl_plan *plan, struct lost *l)
{
	for (size_t i = 0; i < plan->tasks.n; i++)
		if (plan->tasks.v[i].title)
			*vec_push(a, &l->tasks) = arena_str(a, plan->tasks.v[i].title);
	if (l->tasks.n)
		qsort(l->tasks.v, l->tasks.n, sizeof *l->tasks.v, name_cmp);
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
		load_tasks(s->arena, plan, &g->v[i]);
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

/* ---- edited since ---- */

bool gone_any(struct sync *s)
{
	struct gone *g = collect(s);

	if (g->n > LIKE_MOST || s->later >= LATER_MOST)
		return false;
	for (size_t i = 0; i < g->n; i++)
		if (!g->v[i].file->claimed)
			return true;
	return false;
}

static size_t count_shared(const struct lost *a, const struct lost *b)
{
	size_t n = 0;

	for (size_t i = 0, j = 0; i < a->tasks.n && j < b->tasks.n;) {
		int c = strcmp(a->tasks.v[i], b->tasks.v[j]);

		n += c == 0;
		i += c <= 0;
		j += c >= 0;
	}
	return n;
}

/* One task, or half of them, may be like those of any other plan. */
static bool is_most(size_t shared, const struct lost *a, const struct lost *b)
{
	size_t most = a->tasks.n > b->tasks.n ? a->tasks.n : b->tasks.n;

	return shared > 1 && 2 * shared > most;
}

static struct lost *find_like(struct gone *g, const struct lost *wanted)
{
	struct lost *titled = NULL, *like = NULL;
	size_t titles = 0, best = 0;

	for (size_t i = 0; i < g->n; i++) {
		struct lost *l = &g->v[i];
		size_t shared = count_shared(l, wanted);

		if (l->file->claimed)
			continue;
		if (l->title && strcmp(l->title, wanted->title) == 0) {
			titled = l;
			titles++;
		}
		if (shared > best && is_most(shared, l, wanted)) {
			best = shared;
			like = l;
		}
	}
	return titles == 1 ? titled : like;
}

bool gone_claim_like(struct sync *s, const struct phl_plan *plan, int64_t *row,
		     struct err *err)
{
	struct gone *g = collect(s);
	struct lost wanted = { .title = plan->title ? plan->title : "" }, *found;

	*row = 0;
	if (!g->by_title && !load_titles(s, g, err))
		return false;
	load_tasks(s->arena, plan, &wanted);
	found = find_like(g, &wanted);
	if (found)
		*row = claim(found);
	return true;
}

/* ---- what nobody claimed ---- */

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
