#include "project/witness.h"

#include <string.h>

#include "base/day.h"

#define WAIT 1000 /* milliseconds; another process keeps the same, or something newer */

struct told witness_of(const struct refcheck *check, size_t plan, struct arena *a)
{
	const struct checked_plan *cp = &check->plans.v[plan];
	struct told e = { .at = day_now() };
	if (cp->n != cp->plan->refs.n)
		return e;
	e.refs.v = arena_raw(a, (cp->n + 1) * sizeof *e.refs.v);
	e.refs.n = e.refs.cap = cp->n;
	for (size_t i = 0; i < cp->n; i++) {
		const struct checked_ref *r = &check->refs.v[cp->first + i];
		const char *file = check->files.v[r->file].resolved;
		bool as_written = !file || strcmp(file, r->ref->path) == 0;
		e.refs.v[i] = (struct told_ref){
			.state = r->state, .left = r->left,
			.task = r->task >= 0 ? cp->task_seqs[r->task] : 0,
			.line = r->nfound ? r->found[0] : 0,
			.resolved = as_written ? NULL : file,
		};
	}
	return e;
}

/* Those of which something else is known, or nothing. */
static bool find_news(struct project *p, const struct refcheck *check, bool *news,
		      struct err *err)
{
	struct arena a = { 0 };
	bool ok = true, known;
	for (size_t i = 0; ok && i < check->plans.n; i++) {
		struct told e = witness_of(check, i, &a);
		ok = !e.refs.n || store_evidence_is_known(p->store, check->plans.v[i].row.row,
							  &e, &known, err);
		news[i] = ok && e.refs.n && !known;
		arena_reset(&a);
	}
	arena_free(&a);
	return ok;
}

static bool put(struct project *p, const struct refcheck *check, const bool *news, bool all,
		struct err *err)
{
	struct arena a = { 0 };
	bool ok = true;
	for (size_t i = 0; ok && i < check->plans.n; i++) {
		const struct checked_plan *cp = &check->plans.v[i];
		if (!news[i])
			continue;
		struct told e = witness_of(check, i, &a);
		ok = store_put_evidence(p->store, cp->row.row, cp->plan, &e, err);
		arena_reset(&a);
	}
	arena_free(&a);
	return ok && (!all || store_evidence_held(p->store, day_now(), err));
}

static bool write_all(struct project *p, const struct refcheck *check, const bool *news,
		      bool all, struct err *err)
{
	if (!store_begin_index(p->store, 0, err))
		return false;
	if (put(p, check, news, all, err))
		return store_commit(p->store, err);
	store_abort(p->store);
	return false;
}

bool witness_keep(struct project *p, const struct refcheck *check,
		  const struct refcheck_options *o, struct err *err)
{
	struct arena a = { 0 };
	bool *news = arena_alloc(&a, check->plans.n + 1), all = !o->ntargets && !o->unasked;
	bool ok = find_news(p, check, news, err);
	if (ok && (all || memchr(news, 1, check->plans.n))) {
		store_release(p->store);
		ok = store_lock_within(p->store, WAIT, err);
		ok = ok && write_all(p, check, news, all, err);
		store_unlock(p->store);
		ok = store_snapshot(p->store, ok ? err : NULL) && ok;
	}
	arena_free(&a);
	return ok;
}
