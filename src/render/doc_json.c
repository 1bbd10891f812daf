/* The document as JSON, as in phaseline-json(5): sections by name, tables as
 * lists of objects, charts as data. */
#include <string.h>

#include "base/json.h"
#include "render/chart_json.h"
#include "render/doc.h"

/* ---- values ---- */

static void add_pair(struct json *j, const char *first, long a, const char *second, long b)
{
	json_object(j);
	json_key_int(j, first, a);
	json_key_int(j, second, b);
	json_end(j);
}

static void add_cell(struct json *j, const struct cell *c)
{
	switch (c->kind) {
	case CELL_EMPTY:
		json_null(j);
		break;
	case CELL_TEXT:
	case CELL_DAY:
		json_text(j, c->text);
		break;
	case CELL_COUNT:
		json_int(j, c->a);
		break;
	case CELL_FACTOR:
		json_number(j, (double)c->a / 100);
		break;
	case CELL_MINUTES:
		add_pair(j, "low", c->a, "high", c->b);
		break;
	case CELL_RATIO:
	case CELL_BAR:
		add_pair(j, "done", c->a, "total", c->b);
		break;
	}
}

/* ---- tables ---- */

static bool has_groups(const struct block *t)
{
	for (size_t i = 0; i < t->nrows; i++)
		if (t->rows[i].group)
			return true;
	return false;
}

/* What every row needs to know of its columns. */
struct heads {
	const char **keys;
	const enum cell_kind *kinds;
};

static struct heads heads_of(const struct doc *doc, const struct block *t)
{
	const char **keys = arena_alloc(doc->arena, (t->ncolumns + 1) * sizeof *keys);

	for (size_t i = 0; i < t->ncolumns; i++)
		keys[i] = column_key(doc->arena, &t->columns[i]);
	return (struct heads){ keys, table_kinds(doc->arena, t) };
}

/* A column has one kind of value: what does not fit into it has no parts. */
static void add_cell_of(struct json *j, enum cell_kind kind, const struct cell *c)
{
	if (kind == CELL_MINUTES && c->kind == CELL_TEXT) {
		json_object(j);
		json_key_null(j, "low");
		json_key_null(j, "high");
		json_end(j);
	} else if ((kind == CELL_RATIO || kind == CELL_BAR) && c->kind == CELL_COUNT) {
		json_object(j);
		json_key_null(j, "done");
		json_key_int(j, "total", c->a);
		json_end(j);
	} else {
		add_cell(j, c);
	}
}

static void add_cells(struct json *j, const struct block *t, struct heads heads,
		      const struct row *row)
{
	for (size_t i = 0; i < t->ncolumns; i++) {
		json_key(j, heads.keys[i]);
		add_cell_of(j, heads.kinds[i], &row->cells[i]);
	}
}

static void add_rows(struct json *j, const struct doc *doc, const struct block *t)
{
	struct heads heads = heads_of(doc, t);
	const char *group = NULL;
	bool grouped = has_groups(t);

	json_array(j);
	for (size_t r = 0; r < t->nrows; r++) {
		const struct row *row = &t->rows[r];

		if (row->group)
			group = row->cells[0].text;
		if (row->group || row->total)
			continue;
		json_object(j);
		if (grouped)
			json_key_text(j, "group", group);
		add_cells(j, t, heads, row);
		json_end(j);
	}
	json_end(j);
}

static void add_totals(struct json *j, const struct doc *doc, const struct block *t)
{
	const struct row *total = NULL;

	for (size_t r = 0; r < t->nrows; r++)
		if (t->rows[r].total)
			total = &t->rows[r];
	if (!total) {
		json_null(j);
		return;
	}
	json_object(j);
	add_cells(j, t, heads_of(doc, t), total);
	json_end(j);
}

/* ---- sections ---- */

/* What stands below a heading, up to the next one of its level or above. */
struct section {
	const struct doc *doc;
	const char *name; /* NULL for the document and for sections without one */
	const struct block *first, *end;
};

static bool ends(const struct block *b, int level)
{
	return b->kind == BLOCK_HEADING && b->level <= level;
}

static const struct block *end_of(const struct block *heading, const struct block *end)
{
	const struct block *b = heading->next;

	while (b != end && !ends(b, heading->level))
		b = b->next;
	return b;
}

/* Of its own blocks the one from `b` on, none behind its first heading. */
static const struct block *own(const struct section *s, const struct block *b)
{
	return b != s->end && b->kind != BLOCK_HEADING ? b : NULL;
}

static bool is_text(const struct block *b)
{
	return b->kind == BLOCK_PROSE || b->kind == BLOCK_CODE || b->kind == BLOCK_MARKDOWN;
}

/* The first table that has no name of its own. */
static const struct block *table_of(const struct section *s)
{
	const struct block *b = s->first;

	while ((b = own(s, b))) {
		bool named = b->name && (!s->name || strcmp(b->name, s->name) != 0);

		if (b->kind == BLOCK_TABLE && !named)
			return b;
		b = b->next;
	}
	return NULL;
}

static void add_texts(struct json *j, const struct section *s)
{
	json_key(j, "text");
	json_array(j);
	for (const struct block *b = s->first; (b = own(s, b)); b = b->next)
		if (is_text(b))
			json_text(j, b->text);
	json_end(j);
}

static void add_facts(struct json *j, const struct section *s)
{
	json_key(j, "facts");
	json_object(j);
	for (const struct block *b = s->first; (b = own(s, b)); b = b->next)
		for (size_t i = 0; b->kind == BLOCK_FACTS && i < b->nitems; i++) {
			const struct item *item = &b->items[i];

			if (!item->key)
				continue;
			json_key(j, item->key);
			if (item->value.kind)
				add_cell(j, &item->value);
			else
				json_text(j, item->text);
		}
	json_end(j);
}

static void add_items(struct json *j, const struct section *s)
{
	json_key(j, "items");
	json_array(j);
	for (const struct block *b = s->first; (b = own(s, b)); b = b->next)
		for (size_t i = 0; i < b->nitems; i++) {
			const struct item *item = &b->items[i];

			if (b->kind == BLOCK_FACTS && item->key)
				continue;
			json_object(j);
			json_key_text(j, "name", item->name);
			json_key_text(j, "text", item->text);
			json_end(j);
		}
	json_end(j);
}

static void add_table(struct json *j, const struct section *s)
{
	static const struct block none;
	const struct block *t = table_of(s);

	json_key(j, "rows");
	add_rows(j, s->doc, t ? t : &none);
	json_key(j, "totals");
	add_totals(j, s->doc, t ? t : &none);
}

static void add_chart(struct json *j, const struct chart *chart)
{
	json_key(j, chart->name ? chart->name : "chart");
	chart_json(j, chart);
}

static void add_charts(struct json *j, const struct section *s)
{
	json_key(j, "charts");
	json_object(j);
	for (const struct block *b = s->first; (b = own(s, b)); b = b->next)
		if (b->kind == BLOCK_CHART)
			add_chart(j, b->chart);
	json_end(j);
}

static void add_section(struct json *j, const struct section *s, const char *title);

/* Other tables of a section are sections themselves. */
static void add_apart(struct json *j, const struct section *s, bool named)
{
	const struct block *table = table_of(s);

	for (const struct block *b = s->first; (b = own(s, b)); b = b->next) {
		struct section part = { s->doc, b->name, b, b->next };

		if (b->kind != BLOCK_TABLE || b == table || !b->name == named)
			continue;
		if (named)
			json_key(j, b->name);
		json_object(j);
		add_section(j, &part, NULL);
		json_end(j);
	}
}

static void add_below(struct json *j, const struct section *s, bool named)
{
	const struct block *b = s->first, *next;

	add_apart(j, s, named);
	for (; b != s->end; b = next) {
		struct section part = { s->doc, b->name, b->next, b->next };

		next = b->next;
		if (b->kind != BLOCK_HEADING)
			continue;
		part.end = next = end_of(b, s->end);
		if (!b->name == named)
			continue;
		if (named)
			json_key(j, b->name);
		json_object(j);
		add_section(j, &part, b->text);
		json_end(j);
	}
}

/* The members of a section.  It recurses as deep as headings go. */
static void add_section(struct json *j, const struct section *s, const char *title)
{
	json_key_text(j, "title", title);
	add_texts(j, s);
	add_facts(j, s);
	add_table(j, s);
	add_items(j, s);
	add_charts(j, s);
	json_key(j, "sections");
	json_object(j);
	add_below(j, s, true);
	json_end(j);
	json_key(j, "parts");
	json_array(j);
	add_below(j, s, false);
	json_end(j);
}

void doc_json_emit(struct buf *out, const struct doc *doc, const struct style *style)
{
	struct json j = { .out = out };
	struct section all = { .doc = doc, .first = doc->first };

	(void)style;
	json_object(&j);
	json_key_text(&j, "when", doc->aside);
	add_section(&j, &all, doc->title);
	json_end(&j);
	buf_char(out, '\n');
}
