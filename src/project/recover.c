#include "project/recover.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/hash.h"
#include "edit/edit.h"
#include "project/publish.h"
#include "project/stable.h"

enum { TRIES = 50 }; /* against an editor that saves all the time */

/* Copies of other people's versions that fit nowhere; beside the store. */
static const char *rescue_dir(struct project *p, struct arena *a)
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

static void settle(struct recovery *r, const struct intent *intent)
{
	*vec_push(r->a, &r->settled) = intent->plan;
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
				     "theirs stands, 'phaseline log' has both",
			       intent->path));
	if (!store_begin(p->store, err))
		return false;
	if (store_add_event(p->store, &e, day_now(), err))
		return store_commit(p->store, err);
	store_abort(p->store);
	return false;
}

/* Prepares a text with the edits made in what is there now.  *open: there was
 * something to make. */
static bool prepare_again(struct project *p, struct recovery *r, struct intent *intent,
			  const struct buf *bytes, const struct stat *st, bool *open,
			  struct err *err)
{
	struct draft d;
	struct buf text = { 0 };
	splice_list splices;
	edit_list edits;
	edit_rows rows;
	struct tree_file stat;
	int conflicts = 0, lost;
	draft_read(&d, r->a, bytes->s ? bytes->s : "", bytes->n, intent->path);
	bool ok = store_edits(p->store, r->a, intent->operation, &rows, err) &&
		  edits_of_rows(p, intent->plan, &d, &rows, &edits, &lost, err);
	if (ok) {
		edits_apply(&d, &edits, &text, &splices, &conflicts);
		*open = splices.n > 0;
		ok = note_conflicts(p, r, intent, conflicts + lost, err);
	}
	if (ok && *open) {
		hash_bytes(bytes->s ? bytes->s : "", bytes->n, intent->from);
		hash_bytes(text.s ? text.s : "", text.n, intent->to);
		intent->temp = publish_temp_name(r->a, intent->path);
		ok = store_note(p->store, intent->temp, err) &&
		     publish_prepare(p->root_fd, intent->temp, st, text.s, text.n, &stat, err);
	}
	buf_free(&text);
	draft_free(&d);
	return ok;
}

/* What is to be published next has to be known before it is, so that what comes out
 * can be told from what somebody saved. */
static bool put_again(struct project *p, const struct intent *intent, struct err *err)
{
	if (!store_begin(p->store, err))
		return false;
	if (store_put_intent(p->store, intent, err))
		return store_commit(p->store, err);
	store_abort(p->store);
	return false;
}

static bool publish_one(struct project *p, struct recovery *r, struct intent *intent,
			bool *moved, struct err *err)
{
	const char *rescued;
	enum published done = publish(p->root_fd, intent->path, intent->temp, intent->from,
				      intent->to, rescue_dir(p, r->a), r->a, &rescued, err);
	tell_rescued(r, intent, rescued);
	*moved = done == PUBLISH_MOVED;
	return done != PUBLISH_FAILED;
}

static bool merge(struct project *p, struct recovery *r, struct intent *intent, struct err *err)
{
	struct buf bytes = { 0 };
	struct stat st;
	bool moved = true, ok = true;
	for (int i = 0; ok && moved && i < TRIES; i++) {
		bool open = false;
		if (!stable_read(p->root_fd, intent->path, -1, 1, &bytes, &st)) {
			ok = errno == ENOENT ||
			     err_errno(err, ERR_IO, "recorded, but %s cannot be read",
				       intent->path);
			break; /* gone: the plan is, too */
		}
		ok = prepare_again(p, r, intent, &bytes, &st, &open, err);
		moved = ok && open;
		if (moved)
			ok = put_again(p, intent, err) &&
			     publish_one(p, r, intent, &moved, err);
	}
	buf_free(&bytes);
	if (ok && moved)
		return err_set(err, ERR_IO,
			       "recorded, but %s is being saved all the time; the next "
			       "phaseline command writes it",
			       intent->path);
	return ok;
}

/* ---- one intent ---- */

/* The note in the lock file goes when all files are written, the temp with its own:
 * without both, whatever the file says now was said afterwards. */
static bool is_over(struct project *p, const struct intent *intent, const char *note)
{
	return !note && faccessat(p->root_fd, intent->temp, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
}

static bool is(const uint64_t a[2], const uint64_t b[2])
{
	return a[0] == b[0] && a[1] == b[1];
}

bool recover_publish(struct project *p, struct recovery *r, struct intent *intent,
		     struct err *err)
{
	bool moved;
	return publish_one(p, r, intent, &moved, err) &&
	       (!moved || merge(p, r, intent, err));
}

static bool recover_intent(struct project *p, struct recovery *r, struct intent *intent,
		    struct err *err)
{
	uint64_t now[2], temp[2];
	const char *rescued = NULL;
	bool there = publish_hash(p->root_fd, intent->path, now), moved = true;
	bool ready = there && is(now, intent->from) &&
		     publish_hash(p->root_fd, intent->temp, temp) && is(temp, intent->to);
	if (ready && !publish_one(p, r, intent, &moved, err))
		return false;
	if (!ready) {
		if (!publish_clean(p->root_fd, intent->temp, intent->from, intent->to,
				   rescue_dir(p, r->a), r->a, &rescued, err))
			return false;
		tell_rescued(r, intent, rescued);
		moved = there && !is(now, intent->to);
	}
	if (moved && !merge(p, r, intent, err))
		return false;
	settle(r, intent);
	return true;
}

/* ---- all ---- */

static void sweep(struct project *p, struct arena *a, const char *note)
{
	char *names = arena_str(a, note);
	for (char *name = names, *next; name && *name; name = next) {
		next = strchr(name, '\n');
		if (next)
			*next++ = '\0';
		if (publish_is_temp(name))
			unlinkat(p->root_fd, name, 0);
	}
}

bool recover_all(struct project *p, struct recovery *r, struct err *err)
{
	intent_list intents;
	const char *note;
	if (p->in_memory)
		return true;
	if (!store_intents(p->store, r->a, &intents, err) ||
	    !store_read_note(p->store, r->a, &note, err))
		return false;
	for (size_t i = 0; i < intents.n; i++) {
		if (is_over(p, &intents.v[i], note))
			settle(r, &intents.v[i]);
		else if (!recover_intent(p, r, &intents.v[i], err))
			return false;
	}
	if (!note)
		return true;
	sweep(p, r->a, note);
	return store_note(p->store, NULL, err);
}

bool recover_forget(struct project *p, struct recovery *r, struct err *err)
{
	for (size_t i = 0; i < r->settled.n; i++)
		if (!store_drop_intent(p->store, r->settled.v[i], err))
			return false;
	r->settled.n = 0;
	return true;
}
