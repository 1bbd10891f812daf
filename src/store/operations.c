/* operations: commands that change something, and what they changed */
#include "store/db.h"

#include <string.h>

bool store_add_operation(struct store *s, struct operation *op, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO operation (at, who, command, op_id, undoes, first_event) VALUES"
	    " (?1, ?2, ?3, ?4, nullif(?5, 0), coalesce((SELECT max(id) FROM event), 0) + 1)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, op->at);
	db_text(st, 2, op->who);
	db_text(st, 3, op->command);
	db_text(st, 4, op->op_id);
	db_int(st, 5, op->undoes);
	if (!db_run(s, st, err))
		return false;
	op->id = sqlite3_last_insert_rowid(s->db);
	return true;
}

#define OPERATIONS "SELECT id, op_id, at, who, command, undoes FROM operation"

static void take_operation(struct arena *a, sqlite3_stmt *st, struct operation *op)
{
	op->id = db_get_int(st, 0);
	op->op_id = db_get_text(st, 1, a);
	op->at = db_get_int(st, 2);
	op->who = db_get_text(st, 3, a);
	op->command = db_need_text(st, 4, a);
	op->undoes = db_get_int(st, 5);
}

bool store_find_operation(struct store *s, struct arena *a, const char *op_id,
			  struct operation *out, struct err *err)
{
	static const char sql[] = OPERATIONS " WHERE op_id = ?1";
	*out = (struct operation){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_text(st, 1, op_id);
	if (db_row(st))
		take_operation(a, st, out);
	return db_end(s, st, err);
}

bool store_has_operation(struct store *s, int64_t id, bool *has, struct err *err)
{
	static const char sql[] = "SELECT count(*) FROM operation WHERE id = ?1";
	int64_t n;
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, id);
	if (!db_number(s, st, 0, &n, err))
		return false;
	*has = n > 0;
	return true;
}

bool store_undoable(struct store *s, struct arena *a, int limit, operation_list *out,
		    struct err *err)
{
	static const char sql[] =
	    OPERATIONS " WHERE undoes IS NULL AND command <> 'sync' AND id NOT IN"
		       " (SELECT undoes FROM operation WHERE undoes IS NOT NULL)"
		       " ORDER BY id DESC LIMIT ?1";
	*out = (operation_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, limit);
	while (db_row(st))
		take_operation(a, st, vec_push(a, out));
	return db_end(s, st, err);
}

/* ---- edits ---- */

bool store_add_edits(struct store *s, int64_t operation, const edit_rows *edits,
		     struct err *err)
{
	static const char sql[] =
	    "INSERT INTO edit (operation, position, plan, task, field, key, before, after)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
	for (size_t i = 0; i < edits->n; i++) {
		const struct edit_row *e = &edits->v[i];
		sqlite3_stmt *st = db_prepare(s, sql, err);
		if (!st)
			return false;
		db_int(st, 1, operation);
		db_int(st, 2, (int64_t)i + 1);
		db_int(st, 3, e->plan);
		db_int(st, 4, e->task);
		db_text(st, 5, e->field);
		db_text(st, 6, e->key);
		db_text(st, 7, e->before);
		db_text(st, 8, e->after);
		if (!db_run(s, st, err))
			return false;
	}
	return true;
}

bool store_edits(struct store *s, struct arena *a, int64_t operation, edit_rows *out,
		 struct err *err)
{
	static const char sql[] = "SELECT plan, task, field, key, before, after FROM edit"
				  " WHERE operation = ?1 ORDER BY position";
	*out = (edit_rows){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, operation);
	while (db_row(st)) {
		struct edit_row *e = vec_push(a, out);
		e->plan = db_get_int(st, 0);
		e->task = db_get_small(st, 1);
		e->field = db_need_text(st, 2, a);
		e->key = db_get_text(st, 3, a);
		e->before = db_get_text(st, 4, a);
		e->after = db_get_text(st, 5, a);
	}
	return db_end(s, st, err);
}

/* ---- intents ---- */

bool store_put_intent(struct store *s, const struct intent *intent, struct err *err)
{
	static const char sql[] =
	    "INSERT OR REPLACE INTO intent (plan, operation, path, \"from\", \"to\", temp)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, intent->plan);
	db_int(st, 2, intent->operation);
	db_text(st, 3, intent->path);
	db_blob(st, 4, intent->from, sizeof intent->from);
	db_blob(st, 5, intent->to, sizeof intent->to);
	db_text(st, 6, intent->temp);
	return db_run(s, st, err);
}

bool store_drop_intent(struct store *s, int64_t plan_row, struct err *err)
{
	static const char sql[] = "DELETE FROM intent WHERE plan = ?1";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	db_int(st, 1, plan_row);
	return db_run(s, st, err);
}

static void take_hash(sqlite3_stmt *st, int column, uint64_t hash[2])
{
	const void *bytes = sqlite3_column_blob(st, column);
	if (bytes && sqlite3_column_bytes(st, column) == 2 * (int)sizeof *hash)
		memcpy(hash, bytes, 2 * sizeof *hash);
}

bool store_intents(struct store *s, struct arena *a, intent_list *out, struct err *err)
{
	static const char sql[] =
	    "SELECT plan, operation, path, \"from\", \"to\", temp FROM intent";
	*out = (intent_list){ 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	while (db_row(st)) {
		struct intent *i = vec_push(a, out);
		i->plan = db_get_int(st, 0);
		i->operation = db_get_int(st, 1);
		i->path = db_need_text(st, 2, a);
		take_hash(st, 3, i->from);
		take_hash(st, 4, i->to);
		i->temp = db_need_text(st, 5, a);
	}
	return db_end(s, st, err);
}
