/* readers: new plans are read and parsed while others are saved
 *
 * Reading them is most of an import and needs nothing but their bytes; only the thread
 * that syncs speaks to the store.  The readers take the next file each, and so does that
 * thread when what it needs is not ready.  Files are saved in their order: how many
 * threads there were cannot be seen in the store. */
#include "project/readers.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "project/stable.h"

enum {
	WORTH = 500,	/* plans: starting threads and sharing costs more below */
	ROOM = 32,	/* files that are read and wait */
	FETCHED = 64,	/* files that the kernel is asked for in advance */
	THREADS = 4,	/* more wait for the one that saves */
	THREADS_MOST = 64,
};

/* A file in work, or ready. */
struct place {
	bool ready;
	struct reading reading;
	struct buf bytes;
	struct arena arena; /* of the plan */
	struct phl_plan *plan;
};

struct readers {
	int root;
	struct sync_file **files; /* in order */
	size_t n;
	pthread_mutex_t lock; /* of all that follows */
	pthread_cond_t changed;
	size_t taken, next; /* files that are saved, and that are somebody's */
	int *fds;	    /* of those that the kernel was asked for, else -1 */
	size_t fetched;
	bool stop;
	struct place places[ROOM];
	pthread_t threads[THREADS_MOST];
	int nthreads;
};

/* ---- one file ---- */

static void fetch(struct readers *r)
{
	for (; r->fetched < r->n && r->fetched < r->next + FETCHED; r->fetched++)
		r->fds[r->fetched] = stable_ahead(r->root, r->files[r->fetched]->path);
}

/* The next file that is nobody's, while there is room for it. */
static bool claim(struct readers *r, size_t *at, int *fd)
{
	if (r->next == r->n || r->next == r->taken + ROOM)
		return false;
	fetch(r);
	*at = r->next++;
	*fd = r->fds[*at];
	r->fds[*at] = -1;
	return true;
}

static void read_one(struct readers *r, size_t at, int fd, struct arena *scratch)
{
	struct place *p = &r->places[at % ROOM];
	const char *path = r->files[at]->path;

	sync_look(r->root, path, fd, 0, &p->bytes, &p->reading);
	p->plan = NULL;
	if (p->reading.error)
		return;
	arena_reset(&p->arena);
	p->plan = parse_plan(&p->arena, scratch, p->bytes.s ? p->bytes.s : "", p->bytes.n, path);
	arena_reset(scratch);
}

/* With the lock, which is open meanwhile. */
static bool do_next(struct readers *r, struct arena *scratch)
{
	size_t at;
	int fd;

	if (!claim(r, &at, &fd))
		return false;
	pthread_mutex_unlock(&r->lock);
	read_one(r, at, fd, scratch);
	pthread_mutex_lock(&r->lock);
	r->places[at % ROOM].ready = true;
	pthread_cond_broadcast(&r->changed);
	return true;
}

static void *work(void *ctx)
{
	struct readers *r = ctx;
	struct arena scratch = { 0 };

	pthread_mutex_lock(&r->lock);
	while (!r->stop && r->taken < r->n)
		if (!do_next(r, &scratch))
			pthread_cond_wait(&r->changed, &r->lock);
	pthread_mutex_unlock(&r->lock);
	arena_free(&scratch);
	return NULL;
}

/* ---- all of them ---- */

static int threads_wanted(int jobs)
{
	cpu_set_t cpus;

	if (jobs)
		return jobs < THREADS_MOST ? jobs : THREADS_MOST;
	if (sched_getaffinity(0, sizeof cpus, &cpus) != 0)
		return 1;
	return CPU_COUNT(&cpus) < THREADS ? CPU_COUNT(&cpus) : THREADS;
}

static bool is_for_readers(const struct sync_file *f)
{
	return f->kind == FILE_PLAN && f->changed && !f->read && !f->had;
}

static size_t list(const struct sync *s, struct sync_file **out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->files.n; i++)
		if (is_for_readers(s->files.v[i])) {
			if (out)
				out[n] = s->files.v[i];
			n++;
		}
	return n;
}

/* Signals are for the thread that was there before. */
static void start_threads(struct readers *r, int n)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (r->nthreads < n && pthread_create(&r->threads[r->nthreads], NULL, work, r) == 0)
		r->nthreads++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void readers_start(struct sync *s)
{
	size_t n = list(s, NULL);
	int threads = n < WORTH ? 1 : threads_wanted(s->p->jobs);
	struct readers *r;

	if (threads < 2)
		return;
	r = arena_alloc(s->arena, sizeof *r);
	r->root = s->p->root_fd;
	r->files = arena_alloc(s->arena, n * sizeof *r->files);
	r->fds = arena_alloc(s->arena, n * sizeof *r->fds);
	r->n = list(s, r->files);
	for (size_t i = 0; i < n; i++)
		r->fds[i] = -1;
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->changed, NULL);
	start_threads(r, threads - 1);
	s->readers = r;
}

/* What was there before is handed back, to be filled again. */
static void hand_over(struct sync *s, struct place *p, struct reading *out)
{
	struct buf bytes = s->bytes;
	struct arena plan = s->plan;

	s->bytes = p->bytes;
	p->bytes = bytes;
	s->plan = p->arena;
	p->arena = plan;
	s->parsed = p->plan;
	*out = p->reading;
}

bool readers_take(struct sync *s, const struct sync_file *f, struct reading *out)
{
	struct readers *r = s->readers;
	struct place *p;

	if (!r || r->taken == r->n || r->files[r->taken] != f)
		return false;
	p = &r->places[r->taken % ROOM];
	pthread_mutex_lock(&r->lock);
	while (!p->ready)
		if (!do_next(r, &s->scratch))
			pthread_cond_wait(&r->changed, &r->lock);
	p->ready = false;
	hand_over(s, p, out);
	r->taken++;
	pthread_cond_broadcast(&r->changed);
	pthread_mutex_unlock(&r->lock);
	return true;
}

void readers_stop(struct sync *s)
{
	struct readers *r = s->readers;

	if (!r)
		return;
	pthread_mutex_lock(&r->lock);
	r->stop = true;
	pthread_cond_broadcast(&r->changed);
	pthread_mutex_unlock(&r->lock);
	for (int i = 0; i < r->nthreads; i++)
		pthread_join(r->threads[i], NULL);
	for (size_t i = 0; i < r->n; i++)
		if (r->fds[i] >= 0)
			close(r->fds[i]);
	for (int i = 0; i < ROOM; i++) {
		buf_free(&r->places[i].bytes);
		arena_free(&r->places[i].arena);
	}
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->changed);
	s->readers = NULL;
}
