#include "project/recover.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/day.h"
#include "base/hash.h"
#include "base/limits.h"
#include "edit/edit.h"
#include "project/moved.h"
#include "project/publish.h"
#include "project/stable.h"
#include "project/temp.h"

enum {
	TRIES = 100, /* against an editor that saves all the time */
};

const char *recover_rescue_dir(struct project *p, struct arena *a)
{
	const char *slash = strrchr(p->store_path, '/');
	return slash ? arena_printf(a, "%.*s/rescue", (int)(slash - p->store_path),
				    p->store_path) :
		       "rescue";
}

static void remark(struct recovery *r, const char *text)
{
	*vec_push(r->a, &r->remarks) = text;
}

static void tell_rescued(struct recovery *r, const struct intent *intent, const char *rescued)
{
	if (rescued)
		remark(r, arena_printf(r->a, "%s was saved by two programs at once; the other "
					     "version is in %s",
				       intent->path, rescued));
}

/* ---- edits of an operation, in a text ---- */

static bool field_of(const char *word, enum edit_field *out)
{
	for (int i = 0; i < EDIT_FIELDS; i++)
		if (strcmp(edit_field_words[i], word) == 0) {
			*out = (enum edit_field)i;
			return true;
		}
	return false;
}

bool edits_of_rows(struct project *p, int64_t plan_row, struct draft *d,
		   const edit_rows *rows, edit_list *out, int *lost, struct err *err)
{
	int *seqs;
	if (!store_identify_tasks(p->store, d->a, plan_row, d->plan, &seqs, err))
		return false;
	*out = (edit_list){ 0 };
	*lost = 0;
	for (size_t i = 0; i < rows->n; i++) {
		const struct edit_row *row = &rows->v[i];
		struct edit e = { .task = -1, .key = row->key, .before = row->before,
				  .after = row->after };
		if (row->plan != plan_row || !field_of(row->field, &e.field))
			continue;
		for (size_t t = 0; row->task && t < d->plan->tasks.n && e.task < 0; t++)
			if (seqs[t] == row->task)
				e.task = (int)t;
		if (row->task && e.task < 0)
			++*lost;
		else
			*vec_push(d->a, out) = e;
	}
	return true;
}

/* ---- merging into what somebody saved ---- */

static bool note_conflicts(struct project *p, struct recovery *r, const struct intent *intent,
			   int conflicts, struct err *err)
{
	struct new_event e = { .plan = intent->plan,
			       .origin = "sync",
			       .what = "conflict",
			       .operation = intent->operation };
	if (!conflicts)
		return true;
	r->conflicts += conflicts;
	remark(r, arena_printf(r->a, "%s was changed by somebody else in the same place; "
				     "theirs stands, `phaseline log` has both",
			       intent->path));
	if (!store_begin(p->store, err))
		return false;
	if (store_add_event(p->store, &e, day_now(), err))
		return store_commit(p->store, err);
	store_abort(p->store);
	return false;
}

/* What is known of the new text goes to the lock file before anything happens to it. */
static bool tell(struct project *p, struct recovery *r, const struct intent *intent,
		 enum underway_state state, struct err *err)
{
	struct underway *u = underway_find(&r->underway, intent->temp);
	if (!u)
		u = vec_push(r->a, &r->underway);
	*u = (struct underway){ intent->temp, (char)state,
				{ intent->from[0], intent->from[1] },
				{ intent->to[0], intent->to[1] } };
	return underway_write(p->store, &r->underway, err);
}

/* A version of somebody else may still be where it was, for want of a better place. */
static int write_again(struct project *p, struct recovery *r, struct intent *intent,
		       const struct stat *st, const struct buf *text, struct err *err)
{
	struct tree_file stat;
	for (int i = 0; i < 2; i++) {
		if (!tell(p, r, intent, UNDERWAY_NEW, err))
			return -1;
		int fd = temp_write(p->root_fd, intent->temp, intent->path, st, text->s,
				    text->n, &stat);
		if (fd >= 0)
			return fd;
		if (errno != EEXIST)
			break;
		intent->temp = temp_beside(r->a, intent->path);
	}
	err_errno(err, ERR_IO, "recorded, but %s cannot be written", intent->path);
	return -1;
}

/* The text of the intent's operation in a draft; *open: there is something to do. */
static bool edit_again(struct project *p, struct recovery *r, const struct intent *intent,
		       struct draft *d, struct buf *text, bool *open, int *conflicts,
		       struct err *err)
{
	splice_list splices;
	edit_list edits;
	edit_rows rows;
	int lost;
	if (!store_edits(p->store, r->a, intent->operation, &rows, err) ||
	    !edits_of_rows(p, intent->plan, d, &rows, &edits, &lost, err))
		return false;
	edits_apply(d, &edits, text, &splices, conflicts);
	*conflicts += lost;
	*open = splices.n > 0;
	return true;
}

static bool publish_one(struct project *p, struct recovery *r, const struct intent *intent,
			int fd, bool watch, bool *moved, struct err *err)
{
	struct publication pub = {
		.root = p->root_fd,
		.path = intent->path,
		.temp = intent->temp,
		.from = { intent->from[0], intent->from[1] },
		.to = { intent->to[0], intent->to[1] },
		.fd = fd,
		.watch = watch,
		.rescue = recover_rescue_dir(p, r->a),
		.a = r->a,
	};
	enum published done = publish(&pub, err);
	tell_rescued(r, intent, pub.rescued);
	*moved = done == PUBLISH_MOVED;
	return done != PUBLISH_FAILED;
}

/* Somebody saves faster than a disk can be waited for: between reading their version
 * and taking its place nothing waits. */
static bool merge_into(struct project *p, struct recovery *r, struct intent *intent,
		       const struct buf *bytes, const struct stat *st, bool *moved,
		       int *conflicts, struct err *err)
{
	struct draft d;
	struct buf text = { 0 };
	bool open = false;
	draft_read(&d, r->a, bytes->s ? bytes->s : "", bytes->n, intent->path);
	bool ok = edit_again(p, r, intent, &d, &text, &open, conflicts, err);
	*moved = open;
	if (ok && st->st_size > (off_t)LIMIT_STABLE)
		ok = err_set(err, ERR_IO, "recorded, but %s is too large now", intent->path);
	if (ok && open) {
		hash_bytes(bytes->s ? bytes->s : "", bytes->n, intent->from);
		hash_bytes(text.s ? text.s : "", text.n, intent->to);
		int fd = write_again(p, r, intent, st, &text, err);
		ok = fd >= 0 && tell(p, r, intent, UNDERWAY_READY, err) &&
		     publish_one(p, r, intent, fd, true, moved, err);
		if (fd >= 0)
			close(fd);
	}
	buf_free(&text);
	draft_free(&d);
	return ok;
}

/* A plan that was moved is written where it is now; one that was deleted has nothing
 * to be written. */
static bool follow(struct project *p, struct recovery *r, struct intent *intent,
		   bool *gone, struct err *err)
{
	if (errno != ENOENT && errno != ENOTDIR)
		return err_errno(err, ERR_IO, "recorded, but %s cannot be read",
				 intent->path);
	const char *now = moved_to(p, r->a, intent->from, intent->to);
	*gone = !now;
	if (now) {
		remark(r, arena_printf(r->a, "%s is %s now", intent->path, now));
		intent->path = now;
		return true;
	}
	remark(r, arena_printf(r->a, "%s was deleted while a change of it was written",
			       intent->path));
	r->gone = intent->path;
	return true;
}

static bool merge(struct project *p, struct recovery *r, struct intent *intent, struct err *err)
{
	struct buf bytes = { 0 };
	struct stat st;
	bool moved = true, gone = false, ok = true;
	int conflicts = 0;
	for (int i = 0; ok && moved && !gone && i < TRIES; i++) {
		if (stable_read(p->root_fd, intent->path, -1, 1, &bytes, &st))
			ok = merge_into(p, r, intent, &bytes, &st, &moved, &conflicts, err);
		else
			ok = follow(p, r, intent, &gone, err);
	}
	buf_free(&bytes);
	if (ok && gone)
		return true;
	if (ok && moved)
		return err_set(err, ERR_IO,
			       "recorded, but %s is being saved all the time; the next "
			       "phaseline command writes it",
			       intent->path);
	return ok && note_conflicts(p, r, intent, conflicts, err);
}

bool recover_publish(struct project *p, struct recovery *r, struct intent *intent,
		     bool watch, struct err *err)
{
	bool moved;
	return publish_one(p, r, intent, -1, watch, &moved, err) &&
	       (!moved || merge(p, r, intent, err));
}

/* ---- one intent ---- */

static bool is_there(struct project *p, const char *temp)
{
	return faccessat(p->root_fd, temp, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/* The lock file forgets a new text when the file is written, and then it goes: without
 * both, whatever the file says now was said afterwards. */
bool recover_is_over(struct project *p, const struct recovery *r, const struct intent *intent)
{
	return !underway_find(&r->underway, intent->temp) && !is_there(p, intent->temp);
}

static bool is(const uint64_t a[2], const uint64_t b[2])
{
	return a[0] == b[0] && a[1] == b[1];
}

/* What is at a temp's name: some of what we made or knew, or somebody's version. */
static bool clean(struct project *p, struct recovery *r, const struct intent *intent,
		  const char *temp, struct err *err)
{
	const struct underway *u = underway_find(&r->underway, temp);
	uint64_t known[4][2];
	struct publication pub = { .root = p->root_fd,
				   .path = intent->path,
				   .temp = temp,
				   .fd = -1,
				   .rescue = recover_rescue_dir(p, r->a),
				   .a = r->a };
	if (u && u->state == UNDERWAY_NEW && !is(u->to, intent->to)) {
		temp_drop(p->root_fd, temp);
		return true;
	}
	memcpy(known[0], intent->from, sizeof known[0]);
	memcpy(known[1], intent->to, sizeof known[1]);
	memcpy(known[2], u ? u->from : intent->from, sizeof known[2]);
	memcpy(known[3], u ? u->to : intent->to, sizeof known[3]);
	bool ok = publish_clean(&pub, (const uint64_t(*)[2])known, 4, err);
	tell_rescued(r, intent, pub.rescued);
	return ok;
}

static bool recover_intent(struct project *p, struct recovery *r, struct intent *intent,
			   struct err *err)
{
	uint64_t now[2], temp[2];
	bool there = publish_hash(p->root_fd, intent->path, now), moved = true;
	bool ready = there && is(now, intent->from) &&
		     publish_hash(p->root_fd, intent->temp, temp) && is(temp, intent->to);
	if (ready)
		return recover_publish(p, r, intent, false, err);
	if (!clean(p, r, intent, intent->temp, err))
		return false;
	moved = !publish_hash(p->root_fd, intent->path, now) || !is(now, intent->to);
	return !moved || merge(p, r, intent, err);
}

/* ---- all ---- */

const char *recover_stuck(const struct recovery *r, int64_t plan_row)
{
	for (size_t i = 0; i < r->stuck.n; i++)
		if (r->stuck.v[i].plan == plan_row)
			return r->stuck.v[i].why;
	return NULL;
}

static bool is_stuck(const struct recovery *r, const char *temp)
{
	for (size_t i = 0; i < r->stuck.n; i++)
		if (strcmp(r->stuck.v[i].temp, temp) == 0)
			return true;
	return false;
}

static bool is_intended(const struct recovery *r, const char *temp)
{
	for (size_t i = 0; i < r->intents.n; i++)
		if (strcmp(r->intents.v[i].temp, temp) == 0)
			return true;
	return false;
}

bool recover_end(struct project *p, struct recovery *r, struct err *err)
{
	size_t n = 0;
	for (size_t i = 0; i < r->underway.n; i++)
		if (is_stuck(r, r->underway.v[i].temp) || is_there(p, r->underway.v[i].temp))
			r->underway.v[n++] = r->underway.v[i];
	r->underway.n = n;
	return underway_write(p->store, &r->underway, err);
}

/* New texts that came to nothing; one that was exchanged may be somebody's version. */
static bool sweep(struct project *p, struct recovery *r, struct err *err)
{
	for (size_t i = 0; i < r->underway.n; i++) {
		const struct underway *u = &r->underway.v[i];
		struct intent none = { .path = u->temp,
				       .from = { u->from[0], u->from[1] },
				       .to = { u->to[0], u->to[1] } };
		if (!temp_is(u->temp) || is_intended(r, u->temp))
			continue;
		if (u->state == UNDERWAY_NEW)
			temp_drop(p->root_fd, u->temp);
		else if (!clean(p, r, &none, u->temp, err))
			return false;
	}
	return true;
}

bool recover_forget(struct project *p, struct recovery *r, struct err *err)
{
	for (size_t i = 0; i < r->settled.n; i++)
		if (!store_drop_intent(p->store, r->settled.v[i], err))
			return false;
	r->settled.n = 0;
	return true;
}

/* A transaction that changes something makes SQLite clean up after one that died; one
 * that writes what is there already changes nothing. */
static bool tidy(struct project *p, struct recovery *r, struct err *err)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	const char *now = arena_printf(r->a, "%lld.%09ld", (long long)t.tv_sec, t.tv_nsec);
	if (!store_begin(p->store, err))
		return false;
	if (recover_forget(p, r, err) && store_set_meta(p->store, "recovered", now, err))
		return store_commit(p->store, err);
	store_abort(p->store);
	return false;
}

static void give_up(struct recovery *r, const struct intent *intent, const struct err *why)
{
	struct stuck *s = vec_push(r->a, &r->stuck);
	*s = (struct stuck){ intent->plan, intent->temp,
			     arena_printf(r->a, "an earlier change is %s", why->text) };
	remark(r, s->why);
}

bool recover_is_due(struct project *p, struct arena *a, bool *due, struct err *err)
{
	intent_list intents;
	*due = false;
	if (p->in_memory || !store_intents(p->store, a, &intents, err))
		return p->in_memory;
	for (size_t i = 0; i < intents.n && !*due; i++)
		*due = is_there(p, intents.v[i].temp);
	return true;
}

bool recover_all(struct project *p, struct recovery *r, struct err *err)
{
	if (p->in_memory)
		return true;
	if (!store_intents(p->store, r->a, &r->intents, err) ||
	    !underway_read(p->store, r->a, &r->underway, err))
		return false;
	for (size_t i = 0; i < r->intents.n; i++) {
		struct intent *intent = &r->intents.v[i], was = *intent;
		struct err own = { 0 };
		if (recover_is_over(p, r, intent) || recover_intent(p, r, intent, &own))
			*vec_push(r->a, &r->settled) = intent->plan;
		else
			give_up(r, &was, &own);
	}
	return !store_is_left(p->store) ||
	       (sweep(p, r, err) && tidy(p, r, err) && recover_end(p, r, err));
}

