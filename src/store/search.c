#include "store/search.h"

#include <string.h>

#include "base/text.h"
#include "store/values.h"

/* Entries are keyed like other children of a plan, in an order that the plan
 * alone decides, so that an unchanged text is the same entry again. */
#define ENTRY_COLUMNS 4 /* rowid, kind, line, text */

static const struct child_table entry_table = {
	.columns = ENTRY_COLUMNS,
	.select = "SELECT rowid, kind, line, text FROM search"
		  " WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid",
	.insert = "INSERT INTO search (rowid, kind, line, text)"
		  " SELECT c0, c1, c2, c3 FROM given",
	.replace = "INSERT OR REPLACE INTO search (rowid, kind, line, text)"
		   " SELECT c0, c1, c2, c3 FROM given",
	.remove = "DELETE FROM search WHERE rowid BETWEEN ?1 AND ?2",
};

static bool is_built(struct store *s, bool *built, struct err *err)
{
	if (s->searchable < 0) {
		const char *value;
		if (!store_get_meta(s, &s->scratch, "search", &value, err))
			return false;
		s->searchable = value != NULL;
	}
	*built = s->searchable == 1;
	return true;
}

/* ---- what of a plan can be found ---- */

struct entries {
	struct arena *a;
	int64_t plan;
	struct rows rows;
};

static void add(struct entries *e, const char *kind, int line, const char *text)
{
	if (!text || !*text || e->rows.n == CHILDREN_MAX)
		return;
	struct value *v = rows_add(e->a, &e->rows);
	v[0] = value_int(child_id(e->plan, (int)e->rows.n));
	v[1] = value_text(kind);
	v[2] = value_int(line);
	v[3] = value_text(text);
}

static void add_all(struct entries *e, const struct phl_plan *plan)
{
	add(e, "title", 1, plan->title);
	add(e, "goal", 1, plan->goal);
	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct phl_task *task = &plan->tasks.v[i];
		add(e, "task", task->line, task->title);
		for (size_t j = 0; j < task->steps.n; j++)
			add(e, "step", task->steps.v[j].line, task->steps.v[j].title);
	}
	for (size_t i = 0; i < plan->files.n; i++) {
		add(e, "file", plan->files.v[i].line, plan->files.v[i].path);
		add(e, "note", plan->files.v[i].line, plan->files.v[i].notes);
		add(e, "note", plan->files.v[i].line, plan->files.v[i].decision);
	}
	for (size_t i = 0; i < plan->rollback.n; i++)
		add(e, "rollback", plan->rollback.v[i].line, plan->rollback.v[i].text);
	for (size_t i = 0; i < plan->notes.n; i++)
		add(e, "note", plan->notes.v[i].line, plan->notes.v[i].text);
}

static bool write_entries(struct store *s, int64_t plan_row, const struct phl_plan *plan,
			  struct err *err)
{
	struct entries e = { .a = &s->scratch, .plan = plan_row };
	struct rows had;
	e.rows.columns = ENTRY_COLUMNS;
	add_all(&e, plan);
	return rows_read(s, &s->scratch, &entry_table, plan_row, &had, err) &&
	       rows_change(s, &entry_table, &had, &e.rows, err);
}

bool search_update(struct store *s, int64_t plan_row, const struct phl_plan *plan,
		   struct err *err)
{
	bool built;
	return is_built(s, &built, err) &&
	       (!built || write_entries(s, plan_row, plan, err));
}

bool search_remove(struct store *s, int64_t plan_row, struct err *err)
{
	bool built;
	return is_built(s, &built, err) &&
	       (!built || rows_remove_all(s, entry_table.remove, plan_row, err));
}

/* ---- building it ---- */

static bool index_plans(struct store *s, struct err *err)
{
	static const char sql[] =
	    "SELECT row FROM plan WHERE removed IS NULL ORDER BY row";
	struct arena a = { 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	bool ok = st != NULL;
	while (ok && db_row(st)) {
		int64_t row = db_get_int(st, 0);
		struct phl_plan *plan;
		arena_reset(&a);
		arena_reset(&s->scratch);
		ok = store_plan(s, &a, row, &plan, err) &&
		     write_entries(s, row, plan, err);
	}
	if (st && ok)
		ok = db_end(s, st, err);
	else if (st)
		sqlite3_reset(st);
	arena_free(&a);
	return ok;
}

static bool build(struct store *s, struct err *err)
{
	static const char sql[] =
	    "CREATE VIRTUAL TABLE search USING fts5(kind UNINDEXED, line UNINDEXED, text,"
	    " tokenize = 'unicode61 remove_diacritics 2')";
	bool built;
	if (!store_begin(s, err))
		return false;
	bool ok = is_built(s, &built, err);
	if (ok && !built)
		ok = db_exec(s, sql, err) && index_plans(s, err) &&
		     store_set_meta(s, "search", "1", err);
	if (ok && store_commit(s, err)) {
		s->searchable = 1;
		return true;
	}
	store_abort(s);
	return false;
}

/* Building is writing, so it takes its turn. */
static bool need_index(struct store *s, struct err *err)
{
	bool built = false;
	s->searchable = -1;
	if (!is_built(s, &built, err) || built)
		return built;
	if (s->flags & STORE_READONLY)
		return err_set(
		    err, ERR_IO,
		    "%s has no full-text index yet and is read-only; search once where it"
		    " can be written",
		    s->path);
	bool locked = s->lock_fd >= 0;
	if (!store_lock(s, err))
		return false;
	bool ok = build(s, err);
	if (!locked)
		store_unlock(s);
	return ok;
}

/* ---- asking it ---- */

/* A word or a phrase, as a string of FTS5; `*` behind it asks for a prefix. */
static void add_term(struct buf *out, const char *s, size_t n)
{
	bool prefix = n > 1 && s[n - 1] == '*';
	if (prefix)
		n--;
	if (out->n)
		buf_char(out, ' ');
	buf_char(out, '"');
	for (size_t i = 0; i < n; i++)
		if (s[i] != '"')
			buf_char(out, s[i]);
	buf_str(out, prefix ? "\"*" : "\"");
}

static void make_query(struct buf *out, const char *s)
{
	while (*s) {
		bool quoted = *s == '"';
		const char *start = quoted ? s + 1 : s;
		const char *end = start;
		while (*end && (quoted ? *end != '"' : !is_space(*end)))
			end++;
		if (end > start && !is_space(*start))
			add_term(out, start, (size_t)(end - start));
		s = *end && (quoted || is_space(*end)) ? end + 1 : end;
	}
}

static bool run(struct store *s, struct arena *a, const char *query, int limit,
		hit_list *out, struct err *err)
{
	static const char sql[] =
	    "SELECT p.id, p.path, f.line, f.kind, f.text FROM search f"
	    " JOIN plan p ON p.row = f.rowid >> 16"
	    " WHERE f.search MATCH ?1 ORDER BY f.rank, p.sort, f.rowid LIMIT ?2";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, query);
	db_int(st, 2, limit > 0 ? limit : -1);
	while (db_row(st)) {
		struct hit *hit = vec_push(a, out);
		hit->plan_id = db_need_text(st, 0, a);
		hit->path = db_need_text(st, 1, a);
		hit->line = db_get_small(st, 2);
		hit->kind = db_need_text(st, 3, a);
		hit->text = db_need_text(st, 4, a);
	}
	return db_end(s, st, err);
}

bool store_search(struct store *s, struct arena *a, const char *query, int limit,
		  hit_list *out, struct err *err)
{
	struct buf terms = { 0 };
	*out = (hit_list){ 0 };
	make_query(&terms, query);
	if (!terms.n)
		return err_set(err, ERR_USAGE, "nothing to search for");
	bool ok = need_index(s, err) && run(s, a, terms.s, limit, out, err);
	buf_free(&terms);
	return ok;
}
