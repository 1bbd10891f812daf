/* query: phases and plans */
#include "store/columns.h"

#include <string.h>

#include "base/text.h"
#include "store/order.h"
#include "store/phases.h"

/* ---- phases ---- */

bool store_any_plan(struct store *s, bool *any, struct err *err)
{
	static const char sql[] = "SELECT EXISTS (SELECT 1 FROM phase)";
	int64_t found;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st || !db_number(s, st, 0, &found, err))
		return false;
	*any = found != 0;
	return true;
}

static struct ref_counts take_refs(sqlite3_stmt *st, int *c)
{
	struct ref_counts r;
	r.total = db_get_small(st, (*c)++);
	r.bound = db_get_small(st, (*c)++);
	r.checked = db_get_small(st, (*c)++);
	r.cleared = db_get_small(st, (*c)++);
	r.contradicted = db_get_small(st, (*c)++);
	r.finished = db_get_small(st, (*c)++);
	return r;
}

static void take_phase(struct arena *a, sqlite3_stmt *st, struct phase_row *p)
{
	int c = 5;
	p->row = db_get_int(st, 0);
	p->dir = db_need_text(st, 1, a);
	p->number = db_need_text(st, 2, a);
	if (p->number && !*p->number)
		p->number = NULL;
	p->milestone = db_get_text(st, 3, a);
	p->name = db_get_text(st, 4, a);
	for (int i = 0; i < PHL_STATUSES; i++)
		p->plans += p->plans_by_status[i] = db_get_small(st, c++);
	for (int i = 0; i < PHL_STATUSES; i++)
		p->tasks.total += p->tasks.by_status[i] = db_get_small(st, c++);
	p->estimate_low = db_get_int(st, c++);
	p->estimate_high = db_get_int(st, c++);
	p->left_low = db_get_int(st, c++);
	p->left_high = db_get_int(st, c++);
	p->actual = db_get_int(st, c++);
	p->estimated = db_get_small(st, c++);
	p->timed = db_get_small(st, c++);
	p->refs = take_refs(st, &c);
	for (int i = 0; i < PHL_SEVERITIES; i++)
		p->findings[i] = db_get_small(st, c++);
}

bool store_phases(struct store *s, struct arena *a, phase_rows *out, struct err *err)
{
	static const char sql[] =
	    "SELECT row, dir, number, milestone, name, plans_pending,"
	    " plans_in_progress, plans_blocked, plans_done, plans_skipped,"
	    " plans_rolled_back, tasks_pending, tasks_in_progress, tasks_blocked,"
	    " tasks_done, tasks_skipped, tasks_rolled_back, estimate_low,"
	    " estimate_high, left_low, left_high, actual, estimated, timed, refs,"
	    " refs_bound, refs_checked, refs_cleared, refs_contradicted, works_finished,"
	    " notes, warnings, errors FROM"
	    " phase ORDER BY sort";
	*out = (phase_rows){ 0 };
	if (!phases_flush(s, err)) /* sums of a transaction under way */
		return false;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (db_row(st))
		take_phase(a, st, vec_push(a, out));
	return db_end(s, st, err);
}

/* ---- plans ---- */

#define PLAN_COLUMNS                                                                     \
	"row, phase_row, path, id, phase, plan, family, title, owner, status,"    \
	" status_from, tasks_pending, tasks_in_progress, tasks_blocked, tasks_done,"     \
	" tasks_skipped, tasks_rolled_back, estimate_low, estimate_high,"                \
	" estimate_text, actual_low, actual_high, actual_text, refs, refs_bound,"        \
	" refs_checked, refs_cleared, refs_contradicted, works_finished, wave, notes,"   \
	" warnings, errors, created, started, completed"
#define SORT_COLUMN 36 /* behind these */
#define ALL_PLANS "SELECT " PLAN_COLUMNS " FROM plan"
#define PLANS ALL_PLANS " WHERE removed IS NULL"

static struct phl_estimate take_estimate(struct arena *a, sqlite3_stmt *st, int *c)
{
	struct phl_estimate e;
	e.low = db_get_small(st, (*c)++);
	e.high = db_get_small(st, (*c)++);
	e.text = db_get_text(st, (*c)++, a);
	return e;
}

static void take_plan(struct arena *a, sqlite3_stmt *st, struct plan_row *p)
{
	int c = 11;
	p->row = db_get_int(st, 0);
	p->phase_row = db_get_int(st, 1);
	p->path = db_need_text(st, 2, a);
	p->id = db_need_text(st, 3, a);
	p->phase = db_get_text(st, 4, a);
	p->plan = db_get_text(st, 5, a);
	p->family = db_get_text(st, 6, a);
	p->title = db_get_text(st, 7, a);
	p->owner = db_get_text(st, 8, a);
	p->status = (enum phl_status)db_get_small(st, 9);
	p->status_from = (enum phl_status_from)db_get_small(st, 10);
	for (int i = 0; i < PHL_STATUSES; i++)
		p->tasks.total += p->tasks.by_status[i] = db_get_small(st, c++);
	p->estimate = take_estimate(a, st, &c);
	p->actual = take_estimate(a, st, &c);
	p->refs = take_refs(st, &c);
	p->wave = db_get_small(st, c++);
	for (int i = 0; i < PHL_SEVERITIES; i++)
		p->findings[i] = db_get_small(st, c++);
	p->created = db_get_text(st, c++, a);
	p->started = db_get_text(st, c++, a);
	p->completed = db_get_text(st, c, a);
}

static bool take_plans(struct store *s, struct arena *a, sqlite3_stmt *st, plan_rows *out,
		       struct err *err)
{
	*out = (plan_rows){ 0 };
	while (db_row(st))
		take_plan(a, st, vec_push(a, out));
	return db_end(s, st, err);
}

static bool all_plans(struct store *s, struct arena *a, plan_rows *out, struct err *err)
{
	static const char sql[] = "SELECT " PLAN_COLUMNS ", sort FROM plan WHERE removed IS NULL";
	order_keys keys = { 0 };
	*out = (plan_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	arena_reset(&s->scratch);
	while (db_row(st)) {
		*vec_push(&s->scratch, &keys) = (struct order_key){
			.sort = db_need_text(st, SORT_COLUMN, &s->scratch), .at = out->n
		};
		take_plan(a, st, vec_push(a, out));
	}
	if (!db_end(s, st, err))
		return false;
	out->v = order_rows(a, &keys, out->v, sizeof *out->v);
	out->cap = out->n;
	return true;
}

bool store_plans(struct store *s, struct arena *a, int64_t phase_row, plan_rows *out,
		 struct err *err)
{
	static const char of_phase[] = PLANS " AND phase_row = ?1 ORDER BY sort";
	if (!phase_row)
		return all_plans(s, a, out, err);
	sqlite3_stmt *st = db_prepare(s, of_phase, err);
	if (!st)
		return false;
	db_int(st, 1, phase_row);
	return take_plans(s, a, st, out, err);
}

bool store_plan_row(struct store *s, struct arena *a, int64_t row, struct plan_row *out,
		    struct err *err)
{
	static const char sql[] = PLANS " AND row = ?1";
	plan_rows rows;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, row);
	if (!take_plans(s, a, st, &rows, err))
		return false;
	if (!rows.n)
		return err_set(err, ERR_USAGE, "%s: there is no plan %lld", s->path,
			       (long long)row);
	*out = rows.v[0];
	return true;
}

bool store_open_plans(struct store *s, struct arena *a, int limit, plan_rows *out,
		      struct err *err)
{
	/* the words of index plan_open, so that it serves */
	static const char sql[] =
	    PLANS " AND status NOT IN (3, 4) ORDER BY sort LIMIT ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, limit > 0 ? limit : -1);
	return take_plans(s, a, st, out, err);
}

bool store_under_way(struct store *s, struct arena *a, int limit, plan_rows *out,
		     struct err *err)
{
	/* the words of index plan_under_way */
	static const char sql[] = PLANS " AND status = 1 ORDER BY sort LIMIT ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, limit);
	return take_plans(s, a, st, out, err);
}

bool store_claimed_plans(struct store *s, struct arena *a, int limit, plan_rows *out,
			 struct err *err)
{
	/* the words of index plan_claims; the worse first */
	static const char sql[] =
	    ALL_PLANS " INDEXED BY plan_claims WHERE removed IS NULL"
		      " AND (refs_contradicted > 0 OR works_finished > 0)"
		  " ORDER BY refs_contradicted = 0, sort LIMIT ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, limit > 0 ? limit : -1);
	return take_plans(s, a, st, out, err);
}

bool store_names(struct store *s, struct arena *a, plan_rows *out, struct err *err)
{
	static const char sql[] =
	    "SELECT row, id, path, title, status FROM plan WHERE removed IS NULL"
	    " ORDER BY sort";
	*out = (plan_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (db_row(st)) {
		struct plan_row *p = vec_push(a, out);
		p->row = db_get_int(st, 0);
		p->id = db_need_text(st, 1, a);
		p->path = db_need_text(st, 2, a);
		p->title = db_get_text(st, 3, a);
		p->status = (enum phl_status)db_get_small(st, 4);
	}
	return db_end(s, st, err);
}

/* ---- plans by name ---- */

static bool match_path(struct store *s, struct arena *a, const char *path, plan_rows *out,
		       struct err *err)
{
	static const char sql[] = PLANS " AND path = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, path);
	return take_plans(s, a, st, out, err);
}

/* "3-1" as it is stored: "03-01". */
static const char *padded(struct arena *a, const char *id)
{
	struct buf b = { 0 };
	bool start = true;
	for (; *id; id++) {
		if (start && is_digit(*id) && !is_digit(id[1]))
			buf_char(&b, '0');
		buf_char(&b, *id);
		start = *id == '-';
	}
	const char *out = arena_dup(a, b.n ? b.s : "", b.n);
	buf_free(&b);
	return out;
}

/* "task-7" for TASK-7, where there is no plan of that very name. */
static bool match_id_folded(struct store *s, struct arena *a, const char *id, plan_rows *out,
			    struct err *err)
{
	static const char sql[] = PLANS " AND id = ?1 COLLATE NOCASE ORDER BY sort";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, id);
	return take_plans(s, a, st, out, err);
}

static bool match_id(struct store *s, struct arena *a, const char *id, plan_rows *out,
		     struct err *err)
{
	static const char sql[] = PLANS " AND id IN (?1, ?2) ORDER BY sort";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, id);
	db_text(st, 2, padded(a, id));
	return take_plans(s, a, st, out, err) && (out->n || match_id_folded(s, a, id, out, err));
}

/* Does dir[0..n), or the name at its end behind a hyphen, end in `below`? */
static bool dir_ends(const char *dir, size_t n, const char *below, size_t below_n)
{
	if (below_n > n || memcmp(dir + n - below_n, below, below_n) != 0)
		return false;
	return n == below_n || dir[n - below_n - 1] == '/' || dir[n - below_n - 1] == '-';
}

static bool match_below(struct store *s, struct arena *a, const char *name,
			plan_rows *out, struct err *err)
{
	const char *id = strrchr(name, '/');
	plan_rows all;
	*out = (plan_rows){ 0 };
	if (!id || !id[1])
		return true;
	if (!match_id(s, a, id + 1, &all, err))
		return false;
	for (size_t i = 0; i < all.n; i++) {
		const char *slash = strrchr(all.v[i].path, '/');
		if (slash && dir_ends(all.v[i].path, (size_t)(slash - all.v[i].path),
				      name, (size_t)(id - name)))
			*vec_push(a, out) = all.v[i];
	}
	return true;
}

static bool match_suffix(struct store *s, struct arena *a, const char *name,
			 plan_rows *out, struct err *err)
{
	static const char sql[] =
	    PLANS " AND (substr(path, -length(?1)) = ?1 OR substr(path, -length(?2)) = ?2"
		  " OR substr(path, -length(?3)) = ?3) ORDER BY sort";
	*out = (plan_rows){ 0 };
	if (!*name)
		return true;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, arena_printf(a, "/%s", name));
	db_text(st, 2, arena_printf(a, "/%s.md", name));
	db_text(st, 3, arena_printf(a, "/%s-PLAN.md", name));
	return take_plans(s, a, st, out, err);
}

bool store_find_plans(struct store *s, struct arena *a, const char *name, plan_rows *out,
		      struct err *err)
{
	static const char by_path[] = "SELECT row, path, id, title, status FROM plan"
				      " WHERE removed IS NULL AND path = ?1";
	static const char by_id[] = "SELECT row, path, id, title, status FROM plan"
				    " WHERE removed IS NULL AND id IN (?1, ?2)";
	bool is_path = strstr(name, ".md") != NULL;
	*out = (plan_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, is_path ? by_path : by_id, err);
	if (!st)
		return false;
	db_text(st, 1, name);
	if (!is_path)
		db_text(st, 2, padded(a, name));
	while (db_row(st)) {
		struct plan_row *p = vec_push(a, out);
		p->row = db_get_int(st, 0);
		p->path = db_need_text(st, 1, a);
		p->id = db_need_text(st, 2, a);
		p->title = db_get_text(st, 3, a);
		p->status = (enum phl_status)db_get_small(st, 4);
	}
	return db_end(s, st, err);
}

bool store_match_plans(struct store *s, struct arena *a, const char *name, plan_rows *out,
		       struct err *err)
{
	return match_path(s, a, name, out, err) &&
	       (out->n || match_id(s, a, name, out, err)) &&
	       (out->n || match_below(s, a, name, out, err)) &&
	       (out->n || match_suffix(s, a, name, out, err));
}
