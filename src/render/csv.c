/* One table as CSV (RFC 4180), for spreadsheets: numbers are numbers, and no text
 * is taken for a formula. */
#include <string.h>

#include "base/text.h"
#include "render/doc.h"

#define LINE_END "\r\n"

/* ---- fields ---- */

/* What makes spreadsheets reckon; those of full width in some of them, too. */
static bool starts_formula(const char *s)
{
	static const int32_t signs[] = { '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20 };
	int32_t cp;

	if (*s == '\t' || *s == '\r')
		return true;
	s += strspn(s, " \t\r\n");
	if (!*s)
		return false;
	text_decode(s, strlen(s), &cp);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (cp == signs[i])
			return true;
	return false;
}

static void add_text(struct buf *out, const char *text)
{
	struct buf flat = { 0 }, safe = { 0 };
	bool quoted;

	buf_str(&flat, text);
	for (size_t i = 0; i < flat.n; i++)
		if (flat.s[i] == '\n' || flat.s[i] == '\r')
			flat.s[i] = ' ';
	buf_str(&safe, starts_formula(text) ? "'" : "");
	text_safe(&safe, flat.s);
	quoted = strpbrk(safe.s, ",;\"") || *safe.s == ' ' || (safe.n && safe.s[safe.n - 1] == ' ');
	buf_str(out, quoted ? "\"" : "");
	for (const char *s = safe.s; *s; s++) {
		if (*s == '"')
			buf_char(out, '"');
		buf_char(out, *s);
	}
	buf_str(out, quoted ? "\"" : "");
	buf_free(&flat);
	buf_free(&safe);
}

/* ---- columns ---- */

/* The two names that a column becomes, or none. */
static const char *const *halves(enum cell_kind kind)
{
	static const char *const progress[] = { "done", "total" }, *const range[] = { "low", "high" };

	if (kind == CELL_BAR || kind == CELL_RATIO)
		return progress;
	return kind == CELL_MINUTES ? range : NULL;
}

static bool has_groups(const struct block *t)
{
	for (size_t i = 0; i < t->nrows; i++)
		if (t->rows[i].group)
			return true;
	return false;
}

static void add_head(struct buf *out, const struct doc *doc, const struct block *t,
		     const enum cell_kind *kinds)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		const char *key = column_key(doc->arena, &t->columns[i]);
		const char *const *parts = halves(kinds[i]);

		buf_str(out, i ? "," : "");
		if (parts)
			buf_printf(out, "%s_%s,%s_%s", key, parts[0], key, parts[1]);
		else
			add_text(out, key);
	}
	buf_str(out, has_groups(t) ? ",group" LINE_END : LINE_END);
}

static void add_pair(struct buf *out, const struct cell *c)
{
	switch (c->kind) {
	case CELL_BAR:
	case CELL_RATIO:
	case CELL_MINUTES:
		buf_printf(out, "%ld,%ld", c->a, c->b);
		break;
	case CELL_COUNT: /* of that many nobody knows how many are done */
		buf_printf(out, ",%ld", c->a);
		break;
	default:
		buf_char(out, ',');
	}
}

static void add_single(struct buf *out, const struct cell *c)
{
	switch (c->kind) {
	case CELL_TEXT:
	case CELL_DAY:
		add_text(out, c->text);
		break;
	case CELL_COUNT:
		buf_printf(out, "%ld", c->a);
		break;
	case CELL_FACTOR:
		buf_printf(out, "%ld.%02ld", c->a / 100, c->a % 100);
		break;
	default:
		break;
	}
}

static void add_row(struct buf *out, const struct block *t, const enum cell_kind *kinds,
		    const struct row *row)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		buf_str(out, i ? "," : "");
		if (halves(kinds[i]))
			add_pair(out, &row->cells[i]);
		else
			add_single(out, &row->cells[i]);
	}
}

void csv_emit(struct buf *out, const struct doc *doc, const struct style *style)
{
	const struct block *t = doc_find_table(doc, style->table ? style->table : "plans");
	const char *group = "";
	enum cell_kind *kinds;

	if (!t)
		return;
	kinds = table_kinds(doc->arena, t);
	add_head(out, doc, t, kinds);
	for (size_t r = 0; r < t->nrows; r++) {
		const struct row *row = &t->rows[r];

		if (row->group)
			group = row->cells[0].text;
		if (row->group || row->total)
			continue;
		add_row(out, t, kinds, row);
		if (has_groups(t)) {
			buf_char(out, ',');
			add_text(out, group);
		}
		buf_str(out, LINE_END);
	}
}
