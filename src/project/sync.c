#include "project/sync.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/day.h"
#include "project/plan_files.h"
#include "project/readers.h"
#include "project/stable.h"

#define AHEAD 64          /* files to have the kernel fetch at a time */
#define SAY_AFTER 500     /* ms */
#define ROOM 64           /* for files that were not there before */

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000) + t.tv_nsec / 1000000;
}

/* ---- what is different ---- */

static bool same(const struct tree_file *t, const struct stamp *had)
{
	return t->kind == had->kind && t->mtime_ns == had->mtime_ns &&
	       t->size == had->size && t->inode == had->inode && !had->racy;
}

/* What lies below a directory that could not be read may be there as before. */
static bool may_be_there(const struct walk *w, const char *path)
{
	for (size_t i = 0; i < w->unread.n; i++) {
		size_t n = strlen(w->unread.v[i]);

		if (n == 0 || (strncmp(path, w->unread.v[i], n) == 0 && path[n] == '/'))
			return true;
	}
	return false;
}

static void compare(struct sync *s, const struct walk *w)
{
	size_t i = 0, j = 0;

	s->differences.n = 0;
	while (i < s->ntree || j < s->nstamps) {
		int c = i == s->ntree	? 1 :
			j == s->nstamps ? -1 :
					  strcmp(s->tree[i].path, s->stamps[j].path);

		if (c > 0 ? !may_be_there(w, s->stamps[j].path)
			  : c < 0 || s->force || !same(&s->tree[i], &s->stamps[j]))
			*vec_push(s->arena, &s->differences) = (struct difference){
				c <= 0 ? (long)i : -1, c >= 0 ? (long)j : -1
			};
		i += c <= 0;
		j += c >= 0;
	}
}

static void note_gone(struct sync *s, const struct stamp *had)
{
	struct sync_file *f = arena_alloc(s->arena, sizeof *f);

	*f = (struct sync_file){
		.path = had->path,
		.kind = (enum file_kind)had->kind,
		.had = had,
		.row = had->plan,
		.fd = -1,
	};
	*vec_push(s->arena, &s->lost) = f;
}

/* A file that is of another kind now is a new one, and the old one is gone. */
static void note(struct sync *s, const struct difference *d)
{
	const struct stamp *had = d->stamp >= 0 ? &s->stamps[d->stamp] : NULL;
	struct sync_file *f = NULL;

	if (had && s->recovery && recover_stuck(s->recovery, had->plan))
		return; /* the journal is ahead of it */
	if (d->at >= 0) {
		f = sync_touch_had(s, (size_t)d->at, had);
		f->changed = true;
		s->todo += f->kind == FILE_PLAN;
	}
	if (had && !(f && f->had))
		note_gone(s, had);
}

static void note_siblings(struct sync *s)
{
	size_t n = s->files.n;

	for (size_t i = 0; i < s->lost.n; i++)
		planning_mark_siblings(s, s->lost.v[i]->path);
	for (size_t i = 0; s->nstamps && i < n; i++)
		if (!s->files.v[i]->had)
			planning_mark_siblings(s, s->files.v[i]->path);
}

/* ---- work ---- */

static bool is_due(const struct sync_file *f)
{
	return !f->read && (f->changed || (f->redo && f->kind == FILE_PLAN));
}

/* Opens the next files, so that the kernel fetches them while we parse. */
static void look_ahead(struct sync *s)
{
	while (!s->readers && s->todo > AHEAD && s->ahead < s->files.n && s->opened < AHEAD) {
		struct sync_file *f = s->files.v[s->ahead++];

		if (!is_due(f) || f->fd >= 0)
			continue;
		f->fd = stable_ahead(s->p->root_fd, f->path);
		s->opened += f->fd >= 0;
	}
}

static void close_ahead(struct sync *s)
{
	for (size_t i = 0; s->opened > 0 && i < s->ahead; i++) {
		struct sync_file *f = s->files.v[i];

		if (f->fd < 0)
			continue;
		close(f->fd);
		f->fd = -1;
		s->opened--;
	}
}

static void say_progress(struct sync *s, bool wanted, bool last)
{
	int64_t now = wanted ? now_ms() : 0;

	if (!wanted || now - s->started < SAY_AFTER)
		return;
	if (last) {
		if (s->said)
			fputs("\r\033[K", stderr);
	} else if (now - s->said > 100) {
		fprintf(stderr, "\rreading plans: %zu of %zu", s->done, s->todo);
		s->said = now;
	}
	fflush(stderr);
}

static bool is_same_text(const struct sync *s, const struct sync_file *f)
{
	return f->had && !f->redo && !s->force &&
	       memcmp(f->had->hash, f->hash, sizeof f->hash) == 0;
}

static bool update_plan(struct sync *s, struct sync_file *f, struct err *err)
{
	struct sync_file *twin = NULL;

	if (!sync_read(s, f))
		return true;
	if (!is_same_text(s, f)) {
		bool again = f->later;

		twin = twins_find(s, f->hash);
		if (!twin && !planning_save(s, f, NULL, 0, err))
			return false;
		if (f->later && !again)
			return true;
	}
	twins_add(s, f);
	if (!twin)
		return sync_stamp(s, f, err);
	f->regroup = twin->regroup = true; /* twins_regroup() does the rest */
	return true;
}

static int file_cmp(const void *a, const void *b)
{
	const struct sync_file *x = *(struct sync_file *const *)a;
	const struct sync_file *y = *(struct sync_file *const *)b;

	return (x->at > y->at) - (x->at < y->at);
}

/* What is looked at meanwhile comes behind, and is not to be read. */
static bool update_all(struct sync *s, bool progress, struct err *err)
{
	if (s->files.n)
		qsort(s->files.v, s->files.n, sizeof *s->files.v, file_cmp);
	readers_start(s);
	for (size_t i = 0; i < s->files.n; i++) {
		struct sync_file *f = s->files.v[i];
		bool ok = true;

		if (!is_due(f))
			continue;
		look_ahead(s);
		if (f->kind == FILE_PLAN) {
			ok = update_plan(s, f, err);
			s->done++;
			say_progress(s, progress && s->done % 64 == 0, false);
		} else {
			ok = companion_update(s, f, err);
		}
		if (!ok)
			return false;
	}
	return true;
}

static bool update_later(struct sync *s, struct err *err)
{
	for (size_t i = 0; i < s->files.n; i++)
		if (s->files.v[i]->later && !update_plan(s, s->files.v[i], err))
			return false;
	return true;
}

/* ---- one sync ---- */

static size_t new_plans(const struct sync *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->files.n; i++)
		n += !s->files.v[i]->had && s->files.v[i]->kind == FILE_PLAN;
	return n;
}

/* Companions come first, because they say which plans are to be decided again;
 * on a first sync that is all of them, and each is read when its plan is. */
static bool bring_up_to_date(struct sync *s, bool progress, struct err *err)
{
	sync_start(s);
	s->roadmap_at = -1;
	if (!s->nstamps && !store_is_empty(s->store, &s->virgin, err))
		return false;
	for (size_t i = 0; i < s->differences.n; i++)
		note(s, &s->differences.v[i]);
	note_siblings(s);
	return (!s->nstamps || companions_update(s, err)) &&
	       store_bulk_begin(s->store, new_plans(s), err) &&
	       update_all(s, progress, err) && update_later(s, err) && twins_regroup(s, err) &&
	       gone_remove(s, err) && sync_settle_racy(s, err) &&
	       store_bulk_end(s->store, err);
}

/* Counts syncs, so that one that waited for another knows; and tells by which
 * version, and which globs, the plans were read. */
#define TURN_KEY "sync"
#define READER_KEY "reader"

static bool read_turn(struct sync *s, const char **turn, struct err *err)
{
	const char *reader;

	if (!store_get_meta(s->store, s->arena, TURN_KEY, turn, err) ||
	    !store_get_meta(s->store, s->arena, READER_KEY, &reader, err))
		return false;
	s->force = reader && strcmp(reader, plan_files_rules(s->arena, &s->p->config)) != 0;
	return true;
}

bool project_was_read(struct project *p, struct arena *a, bool *was, struct err *err)
{
	const char *reader;

	if (!store_get_meta(p->store, a, READER_KEY, &reader, err))
		return false;
	*was = reader != NULL;
	return true;
}

bool project_forget_copies(struct project *p, struct err *err)
{
	return store_set_meta(p->store, READER_KEY, "", err);
}

static bool write_turn(struct sync *s, const char *turn, struct err *err)
{
	long n = turn ? strtol(turn, NULL, 10) : 0;

	return store_set_meta(s->store, TURN_KEY, arena_printf(s->arena, "%ld", n + 1),
			      err) &&
	       (!(s->force || !turn) ||
		store_set_meta(s->store, READER_KEY,
			       plan_files_rules(s->arena, &s->p->config), err));
}

static bool look(struct sync *s, const char **turn, struct err *err)
{
	struct plan_files pf;
	struct walk *w = &pf.walk;
	stamp_list stamps = { 0 };
	bool ok;

	ok = store_snapshot(s->store, err) && read_turn(s, turn, err) &&
	     store_stamps(s->store, s->arena, &stamps, err);
	store_release(s->store);
	if (!ok)
		return false;
	clock_gettime(CLOCK_REALTIME_COARSE, &s->looked);
	plan_files_prepare(&pf, &s->p->config, s->force ? NULL : &stamps);
	w->files.cap = stamps.n + ROOM;
	w->files.v = arena_alloc(s->arena, w->files.cap * sizeof *w->files.v);
	if (!tree_walk(w, s->arena, s->p->root_fd, err))
		return false;
	s->tree = w->files.v;
	s->ntree = w->files.n;
	s->stamps = stamps.v;
	s->nstamps = stamps.n;
	s->stats->files = (int)w->files.n;
	s->stats->problems.n = 0;
	for (size_t i = 0; i < w->problems.n; i++)
		sync_problem(s, NULL, w->problems.v[i]);
	compare(s, w);
	return true;
}

/* Holding the lock.  If another sync was faster, the first look is worthless. */
static bool work(struct sync *s, const char *turn, bool progress, struct err *err)
{
	const char *now;

	if (!store_begin_again(s->store, err))
		return false;
	if (!read_turn(s, &now, err))
		goto fail;
	if (strcmp(turn ? turn : "", now ? now : "") != 0 && !look(s, &now, err))
		goto fail;
	if (!s->differences.n) {
		store_abort(s->store);
		return true;
	}
	bool ok = bring_up_to_date(s, progress, err) && write_turn(s, now, err);
	readers_stop(s);
	close_ahead(s);
	if (ok)
		return store_commit(s->store, err);
fail:
	store_abort(s->store);
	return false;
}

/* A command that died may have recorded what its plan file does not say yet. */
static bool make_good(struct sync *s, struct recovery *r, struct err *err)
{
	struct arena *a = &s->p->arena; /* remarks outlive the sync */
	bool ok;

	r->a = a;
	ok = recover_all(s->p, r, err);
	for (size_t i = 0; i < r->remarks.n; i++)
		*vec_push(a, &s->stats->remarks) = r->remarks.v[i];
	s->stats->conflicts += r->conflicts;
	s->recovery = r;
	return ok;
}

static bool run(struct sync *s, bool progress, struct err *err)
{
	struct recovery recovery = { 0 };
	const char *turn;
	bool ok, left;

	if (!look(s, &turn, err))
		return false;
	left = store_is_left(s->store);
	if (!left && s->differences.n && !recover_is_due(s->p, s->arena, &left, err))
		return false;
	if (!left && !s->differences.n)
		return true;
	if (!store_lock(s->store, err))
		return false;
	ok = !left || (make_good(s, &recovery, err) && look(s, &turn, err));
	ok = ok && work(s, turn, progress, err);
	s->recovery = NULL;
	store_unlock(s->store);
	say_progress(s, progress, true);
	return ok;
}

bool project_sync(struct project *p, const struct project_options *o,
		  struct sync_stats *stats, struct err *err)
{
	struct arena arena = { 0 };
	struct sync s = {
		.p = p,
		.store = p->store,
		.stats = stats,
		.arena = &arena,
		.when = day_now(),
		.started = now_ms(),
	};
	bool ok;

	*stats = (struct sync_stats){ 0 };
	if (o && o->no_sync)
		return true;
	ok = run(&s, o && o->progress, err);
	arena_free(&arena);
	arena_free(&s.plan);
	arena_free(&s.scratch);
	buf_free(&s.bytes);
	return ok;
}
