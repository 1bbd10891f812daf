/* given: a virtual table over rows in memory
 *
 * INSERT … SELECT FROM given writes many rows in one step, for less than half
 * of what one statement a row costs. */
#include "store/values.h"

struct cursor {
	sqlite3_vtab_cursor base;
	size_t at;
};

struct table {
	sqlite3_vtab base;
	struct store *store;
};

static int attach(sqlite3 *db, void *store, int argc, const char *const *argv,
		  sqlite3_vtab **out, char **message)
{
	(void)argc, (void)argv, (void)message;
	static const char columns[] =
	    "CREATE TABLE given(c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,"
	    "c15,c16,c17,c18,c19,c20,c21,c22,c23,c24,c25,c26,c27,c28,c29,c30,c31,"
	    "c32,c33,c34,c35,c36,c37,c38,c39,c40,c41,c42,c43,c44,c45,c46,c47)";
	int rc = sqlite3_declare_vtab(db, columns);
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
	struct table *t = sqlite3_malloc64(sizeof *t);
	if (!t)
		return SQLITE_NOMEM;
	*t = (struct table){ .store = store };
	*out = &t->base;
	return SQLITE_OK;
}

static int detach(sqlite3_vtab *t)
{
	sqlite3_free(t);
	return SQLITE_OK;
}

static int best_index(sqlite3_vtab *t, sqlite3_index_info *info)
{
	(void)t;
	info->estimatedCost = 1000;
	info->estimatedRows = 1000;
	return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *t, sqlite3_vtab_cursor **out)
{
	(void)t;
	struct cursor *c = sqlite3_malloc64(sizeof *c);
	if (!c)
		return SQLITE_NOMEM;
	*c = (struct cursor){ .at = 0 };
	*out = &c->base;
	return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *c)
{
	sqlite3_free(c);
	return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *base, int number, const char *text, int argc,
		  sqlite3_value **argv)
{
	(void)number, (void)text, (void)argc, (void)argv;
	((struct cursor *)base)->at = 0;
	return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base)
{
	((struct cursor *)base)->at++;
	return SQLITE_OK;
}

static const struct rows *rows_of(sqlite3_vtab_cursor *base)
{
	return ((struct table *)base->pVtab)->store->given;
}

static int at_end(sqlite3_vtab_cursor *base)
{
	const struct rows *r = rows_of(base);
	return !r || ((struct cursor *)base)->at >= r->n;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *out, int i)
{
	const struct rows *r = rows_of(base);
	if (i >= r->columns)
		return SQLITE_OK; /* NULL */
	const struct value *v = rows_at(r, ((struct cursor *)base)->at) + i;
	switch (v->type) {
	case SQLITE_INTEGER:
		sqlite3_result_int64(out, v->n);
		break;
	case SQLITE_TEXT:
		sqlite3_result_text64(out, v->s, (sqlite3_uint64)v->n, SQLITE_STATIC,
				      SQLITE_UTF8);
		break;
	case SQLITE_BLOB:
		sqlite3_result_blob64(out, v->s, (sqlite3_uint64)v->n, SQLITE_STATIC);
		break;
	default:
		break;
	}
	return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
	*out = (sqlite3_int64)((struct cursor *)base)->at;
	return SQLITE_OK;
}

bool db_register_given(struct store *s, struct err *err)
{
	static const sqlite3_module module = {
		.xConnect = attach,
		.xBestIndex = best_index,
		.xDisconnect = detach,
		.xOpen = open_cursor,
		.xClose = close_cursor,
		.xFilter = filter,
		.xNext = next,
		.xEof = at_end,
		.xColumn = column,
		.xRowid = rowid,
	};
	if (sqlite3_create_module(s->db, "given", &module, s) != SQLITE_OK)
		return db_failed(s, err);
	return true;
}
