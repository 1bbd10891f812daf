#include "store/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "store/columns.h"
#include "store/pack.h"
#include "store/phases.h"

#define ALL_KEY "refs" /* of meta: when all plans were looked at */

/* ---- packed ---- */

enum { STATE = 15, LEFT = 16, FILE_FOLLOWS = 32, SAME_FILE = 64 };

static void pack(struct buf *b, const struct told *e)
{
	const char *before = NULL;
	for (size_t i = 0; i < e->refs.n; i++) {
		const struct told_ref *r = &e->refs.v[i];
		bool same = r->resolved && before && strcmp(r->resolved, before) == 0;
		pack_int(b, (int)r->state | (r->left ? LEFT : 0) |
				(same		 ? SAME_FILE :
				 r->resolved ? FILE_FOLLOWS :
					       0));
		pack_int(b, r->task);
		pack_int(b, r->line);
		if (r->resolved && !same)
			pack_text(b, r->resolved);
		before = r->resolved ? r->resolved : before;
	}
}

static bool unpack(struct arena *a, const void *bytes, size_t n, struct told *e)
{
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	const char *before = NULL;
	while (!in.bad && in.p < in.end) {
		int flags = unpack_small(&in);
		struct told_ref *r = vec_push(a, &e->refs);
		*r = (struct told_ref){ .state = (enum ref_state)(flags & STATE),
					.left = flags & LEFT };
		r->task = unpack_small(&in);
		r->line = unpack_small(&in);
		if (flags & FILE_FOLLOWS)
			before = unpack_text(&in);
		if (flags & (FILE_FOLLOWS | SAME_FILE))
			r->resolved = before;
		in.bad |= r->state >= REF_STATES;
	}
	return !in.bad;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_ref(const struct phl_ref *x, const struct phl_ref *y)
{
	return x->first == y->first && x->last == y->last &&
	       x->approximate == y->approximate && same_text(x->path, y->path) &&
	       same_text(x->expected, y->expected) && same_text(x->wanted, y->wanted);
}

bool evidence_same_refs(struct store *s, const struct value *a, const struct value *b)
{
	packed_refs x, y;
	if (!a->n != !b->n)
		return false;
	if (!unpack_refs(&s->scratch, a->s, (size_t)a->n, &x) ||
	    !unpack_refs(&s->scratch, b->s, (size_t)b->n, &y) || x.n != y.n)
		return false;
	for (size_t i = 0; i < x.n; i++)
		if (x.v[i].seq != y.v[i].seq || !same_ref(&x.v[i].ref, &y.v[i].ref))
			return false;
	return true;
}

/* ---- what follows ---- */

/* A plan as far as evidence is about it. */
struct subject {
	int64_t row, phase;
	struct standing whole;
	struct ref_counts had, now;
	PHL_LIST(struct standing) tasks;
};

static bool read_plan(struct store *s, struct subject *p, struct err *err)
{
	static const char sql[] =
	    "SELECT phase_row, status, refs_checked, refs_cleared, refs_contradicted,"
	    " works_finished FROM plan WHERE row = ?1 AND removed IS NULL";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, p->row);
	if (db_row(st)) {
		p->phase = db_get_int(st, 0);
		p->whole.status = (enum phl_status)db_get_small(st, 1);
		p->had.checked = db_get_small(st, 2);
		p->had.cleared = db_get_small(st, 3);
		p->had.contradicted = db_get_small(st, 4);
		p->had.finished = db_get_small(st, 5);
	}
	return db_end(s, st, err);
}

static bool read_tasks(struct store *s, struct subject *p, struct err *err)
{
	static const char sql[] = "SELECT id & 65535, status FROM task"
				  " WHERE id BETWEEN ?1 AND ?2 AND position > 0 ORDER BY id";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, child_id(p->row, 0));
	db_int(st, 2, child_id(p->row, CHILDREN_MAX));
	while (db_row(st))
		*vec_push(&s->scratch, &p->tasks) =
		    (struct standing){ .seq = db_get_small(st, 0),
				   .status = (enum phl_status)db_get_small(st, 1) };
	return db_end(s, st, err);
}

static bool write_counts(struct store *s, const struct subject *p, struct err *err)
{
	static const char sql[] =
	    "UPDATE plan SET refs_checked = ?2, refs_cleared = ?3, refs_contradicted = ?4,"
	    " works_finished = ?5 WHERE row = ?1";
	const struct ref_counts *now = &p->now, *had = &p->had;
	int64_t delta[] = { now->checked - had->checked, now->cleared - had->cleared,
			    now->contradicted - had->contradicted,
			    now->finished - had->finished };
	if (!delta[0] && !delta[1] && !delta[2] && !delta[3])
		return true;
	phases_add_evidence(s, p->phase, delta);
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, p->row);
	db_int(st, 2, now->checked);
	db_int(st, 3, now->cleared);
	db_int(st, 4, now->contradicted);
	db_int(st, 5, now->finished);
	return db_run(s, st, err);
}

static bool count(struct store *s, int64_t row, const struct told *e, struct err *err)
{
	struct subject p = { .row = row };
	if (!read_plan(s, &p, err) || !read_tasks(s, &p, err))
		return false;
	if (p.phase)
		claims_count(e, &p.whole, p.tasks.v, p.tasks.n, &p.now);
	return write_counts(s, &p, err);
}

static bool read_told(struct store *s, struct arena *a, int64_t plan_row, struct told *out,
		      struct err *err)
{
	static const char sql[] = "SELECT at, states FROM evidence WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	bool sound = true;
	*out = (struct told){ 0 };
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	if (db_row(st)) {
		size_t n = (size_t)sqlite3_column_bytes(st, 1);
		out->at = db_get_int(st, 0);
		sound = unpack(a, arena_dup(a, sqlite3_column_blob(st, 1), n), n, out);
	}
	return db_end(s, st, err) && (sound || plan_damaged(s, plan_row, err));
}

bool evidence_drop(struct store *s, int64_t plan_row, struct err *err)
{
	static const char sql[] = "DELETE FROM evidence WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	return db_run(s, st, err);
}

bool evidence_follow(struct store *s, int64_t plan_row, bool changed, struct err *err)
{
	struct told e = { 0 };
	if (changed && !evidence_drop(s, plan_row, err))
		return false;
	if (!changed && !read_told(s, &s->scratch, plan_row, &e, err))
		return false;
	return (!changed && !e.refs.n) || count(s, plan_row, &e, err);
}

/* ---- putting it ---- */

static bool is_of(struct store *s, int64_t plan_row, const struct phl_plan *read, bool *is,
		  struct err *err)
{
	static const char sql[] = "SELECT refs FROM body WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	packed_refs now = { 0 };
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	if (db_row(st) &&
	    !unpack_refs(&s->scratch, sqlite3_column_blob(st, 0),
			 (size_t)sqlite3_column_bytes(st, 0), &now))
		now.n = 0;
	*is = now.n == read->refs.n;
	for (size_t i = 0; *is && i < now.n; i++)
		*is = same_ref(&now.v[i].ref, &read->refs.v[i]);
	return db_end(s, st, err);
}

static bool is_known(struct store *s, int64_t plan_row, const struct buf *states,
		     bool *known, struct err *err)
{
	static const char sql[] = "SELECT states FROM evidence WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	*known = false;
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	if (db_row(st))
		*known = (size_t)sqlite3_column_bytes(st, 0) == states->n &&
			 !memcmp(sqlite3_column_blob(st, 0), states->s, states->n);
	return db_end(s, st, err);
}

static bool put(struct store *s, int64_t plan_row, int64_t at, const struct buf *states,
		struct err *err)
{
	static const char sql[] =
	    "INSERT OR REPLACE INTO evidence (plan, at, states) VALUES (?1, ?2, ?3)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	db_int(st, 2, at);
	db_blob(st, 3, states->s, states->n);
	return db_run(s, st, err);
}

bool store_evidence_is_known(struct store *s, int64_t plan_row, const struct told *e,
			     bool *known, struct err *err)
{
	struct buf *states = &s->packed[0];
	buf_clear(states);
	pack(states, e);
	return is_known(s, plan_row, states, known, err);
}

bool store_put_evidence(struct store *s, int64_t plan_row, const struct phl_plan *read,
			const struct told *e, struct err *err)
{
	struct buf *states = &s->packed[0];
	bool is;
	arena_reset(&s->scratch);
	buf_clear(states);
	pack(states, e);
	if (!is_of(s, plan_row, read, &is, err))
		return false;
	return !is || !e->refs.n || (put(s, plan_row, e->at, states, err) &&
				     count(s, plan_row, e, err));
}

/* ---- how old ---- */

bool store_evidence_held(struct store *s, int64_t at, struct err *err)
{
	char text[24];
	sqlite3_snprintf(sizeof text, text, "%lld", (long long)at);
	return store_set_meta(s, ALL_KEY, text, err);
}

bool store_evidence_time(struct store *s, int64_t *at, struct err *err)
{
	static const char sql[] = "SELECT min(at) FROM evidence";
	const char *all;
	*at = 0;
	if (!store_get_meta(s, &s->scratch, ALL_KEY, &all, err))
		return false;
	if (all) {
		*at = strtoll(all, NULL, 10);
		return true;
	}
	sqlite3_stmt *st = db_prepare(s, sql, err);
	return st && db_number(s, st, 0, at, err);
}

bool store_evidence(struct store *s, struct arena *a, int64_t plan_row, struct told *out,
		    struct err *err)
{
	const char *all;
	if (!read_told(s, a, plan_row, out, err))
		return false;
	if (!out->refs.n)
		return true;
	if (!store_get_meta(s, a, ALL_KEY, &all, err))
		return false;
	int64_t held = all ? strtoll(all, NULL, 10) : 0;
	out->at = held > out->at ? held : out->at;
	return true;
}

bool store_count_refs(struct store *s, int *n, struct err *err)
{
	static const char sql[] = "SELECT coalesce(sum(refs_bound), 0) FROM phase";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	int64_t count;
	if (!st || !db_number(s, st, 0, &count, err))
		return false;
	*n = count < INT32_MAX ? (int)count : INT32_MAX;
	return true;
}

/* ---- tasks ---- */

static int by_row(const void *a, const void *b)
{
	const struct task_row *x = *(struct task_row *const *)a, *y = *(struct task_row *const *)b;
	return (x->row > y->row) - (x->row < y->row);
}

static struct task_row *find_task(struct task_row **v, size_t n, int64_t id)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (v[middle]->row < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && v[low]->row == id ? v[low] : NULL;
}

static void add_to_tasks(struct task_row **v, size_t n, int64_t plan, const struct told *e)
{
	for (size_t i = 0; i < e->refs.n; i++) {
		const struct told_ref *r = &e->refs.v[i];
		struct task_row *t;
		if (!r->task || r->left || !ref_is_checked(r->state) ||
		    !(t = find_task(v, n, child_id(plan, r->task))))
			continue;
		t->refs.checked++;
		t->refs.cleared += ref_is_cleared(r->state);
		t->refs.contradicted += t->task.status == PHL_DONE && ref_is_there(r->state);
	}
}

bool store_task_evidence(struct store *s, task_rows *tasks, struct err *err)
{
	static const char sql[] = "SELECT plan, states FROM evidence";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	struct arena a = { 0 };
	bool sound = true;
	if (!st)
		return false;
	arena_reset(&s->scratch);
	struct task_row **v = arena_alloc(&s->scratch, (tasks->n + 1) * sizeof *v);
	for (size_t i = 0; i < tasks->n; i++)
		v[i] = &tasks->v[i];
	if (tasks->n)
		qsort(v, tasks->n, sizeof *v, by_row);
	while (sound && db_row(st)) {
		struct told e = { 0 };
		sound = unpack(&a, sqlite3_column_blob(st, 1),
			       (size_t)sqlite3_column_bytes(st, 1), &e);
		add_to_tasks(v, tasks->n, db_get_int(st, 0), &e);
		arena_reset(&a);
	}
	arena_free(&a);
	return db_end(s, st, err) && (sound || plan_damaged(s, 0, err));
}
