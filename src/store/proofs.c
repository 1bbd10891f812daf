/* proofs: the last results of the commands that verify plans */
#include <string.h>

#include "store/columns.h"
#include "store/pack.h"

static void pack(struct buf *b, const proof_files *files)
{
	for (size_t i = 0; i < files->n; i++) {
		const struct proof_file *f = &files->v[i];
		pack_text(b, f->path);
		pack_int(b, f->size);
		pack_int(b, f->mtime_ns);
		pack_int(b, (int64_t)f->hash[0]);
		pack_int(b, (int64_t)f->hash[1]);
	}
}

static bool unpack(struct arena *a, const void *bytes, size_t n, proof_files *out)
{
	struct packed in = { .p = bytes, .end = (const unsigned char *)bytes + n };
	while (!in.bad && in.p < in.end) {
		struct proof_file *f = vec_push(a, out);
		*f = (struct proof_file){ .path = unpack_text(&in) };
		f->size = unpack_int(&in);
		f->mtime_ns = unpack_int(&in);
		f->hash[0] = (uint64_t)unpack_int(&in);
		f->hash[1] = (uint64_t)unpack_int(&in);
		in.bad |= !f->path;
	}
	return !in.bad;
}

static bool take(struct store *s, struct arena *a, sqlite3_stmt *st, struct proof *p,
		 struct err *err)
{
	int64_t id = db_get_int(st, 0);
	size_t n = (size_t)sqlite3_column_bytes(st, 5);
	const char *files = arena_dup(a, sqlite3_column_blob(st, 5), n);
	*p = (struct proof){ .plan = id >> 16,
			     .task = child_seq(id),
			     .verdict = (enum verdict)db_get_small(st, 1),
			     .at = db_get_int(st, 2),
			     .commit = db_get_text(st, 3, a) };
	if (sqlite3_column_bytes(st, 4) == sizeof p->commands)
		memcpy(p->commands, sqlite3_column_blob(st, 4), sizeof p->commands);
	return unpack(a, files, n, &p->files) || plan_damaged(s, p->plan, err);
}

bool store_proofs(struct store *s, struct arena *a, proof_list *out, struct err *err)
{
	/* those of tasks that are gone prove nothing any more */
	static const char sql[] =
	    "SELECT p.id, p.verdict, p.at, p.revision, p.commands, p.files FROM proof p"
	    " JOIN plan ON plan.row = p.id >> 16 LEFT JOIN task t ON t.id = p.id"
	    " WHERE plan.removed IS NULL AND (p.id & 65535 = 0 OR t.position > 0)"
	    " ORDER BY p.id";
	sqlite3_stmt *st = db_prepare(s, sql, err);
	bool ok = true;
	*out = (proof_list){ 0 };
	if (!st)
		return false;
	while (ok && db_row(st))
		ok = take(s, a, st, vec_push(a, out), err);
	return db_end(s, st, ok ? err : NULL) && ok;
}

bool store_put_proof(struct store *s, const struct proof *p, struct err *err)
{
	static const char sql[] =
	    "INSERT OR REPLACE INTO proof (id, verdict, at, revision, commands, files)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
	struct buf files = { 0 };
	sqlite3_stmt *st = db_prepare(s, sql, err);
	if (!st)
		return false;
	pack(&files, &p->files);
	db_int(st, 1, child_id(p->plan, p->task));
	db_int(st, 2, p->verdict);
	db_int(st, 3, p->at);
	db_text(st, 4, p->commit);
	db_blob(st, 5, p->commands, sizeof p->commands);
	db_blob(st, 6, files.n ? files.s : "", files.n);
	bool ok = db_run(s, st, err);
	buf_free(&files);
	return ok;
}

bool store_drop_proofs(struct store *s, int64_t plan_row, struct err *err)
{
	return rows_remove_all(s, "DELETE FROM proof WHERE id BETWEEN ?1 AND ?2", plan_row, err);
}
