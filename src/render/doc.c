#include "render/doc.h"

#include <string.h>

#include "base/text.h"

void doc_start(struct doc *d, struct arena *a, const char *title)
{
	*d = (struct doc){ .arena = a, .title = title };
}

static struct block *add(struct doc *d, enum block_kind kind)
{
	struct block *b = arena_alloc(d->arena, sizeof *b);

	b->kind = kind;
	if (d->last)
		d->last->next = b;
	else
		d->first = b;
	return d->last = b;
}

struct block *doc_heading(struct doc *d, int level, const char *text)
{
	struct block *b = add(d, BLOCK_HEADING);

	b->level = level;
	b->text = text;
	return b;
}

struct block *doc_prose(struct doc *d, const char *fmt, ...)
{
	struct block *b = add(d, BLOCK_PROSE);
	va_list ap;

	va_start(ap, fmt);
	b->text = arena_vprintf(d->arena, fmt, ap);
	va_end(ap);
	return b;
}

struct block *doc_code(struct doc *d, const char *text)
{
	struct block *b = add(d, BLOCK_CODE);

	b->text = text;
	return b;
}

struct block *doc_markdown(struct doc *d, const char *text)
{
	struct block *b = add(d, BLOCK_MARKDOWN);

	b->text = text;
	return b;
}

struct block *doc_chart(struct doc *d, const struct chart *chart)
{
	struct block *b = add(d, BLOCK_CHART);

	b->chart = chart;
	return b;
}

struct block *doc_facts(struct doc *d)
{
	return add(d, BLOCK_FACTS);
}

struct block *doc_list(struct doc *d)
{
	return add(d, BLOCK_LIST);
}

struct block *doc_table(struct doc *d, const struct column *columns, size_t n)
{
	struct block *b = add(d, BLOCK_TABLE);

	b->columns = arena_alloc(d->arena, n * sizeof *columns);
	memcpy(b->columns, columns, n * sizeof *columns);
	b->ncolumns = n;
	return b;
}

struct item *doc_item(struct doc *d, struct block *b, const char *name, const char *fmt, ...)
{
	struct item *item;
	va_list ap;

	b->items = vec_room(d->arena, b->items, b->nitems, &b->items_cap, sizeof *b->items);
	item = &b->items[b->nitems++];
	*item = (struct item){ .name = name };
	va_start(ap, fmt);
	item->text = arena_vprintf(d->arena, fmt, ap);
	va_end(ap);
	return item;
}

static struct row *add_row(struct doc *d, struct block *table)
{
	struct row *row;

	table->rows = vec_room(d->arena, table->rows, table->nrows, &table->rows_cap,
			       sizeof *table->rows);
	row = &table->rows[table->nrows++];
	*row = (struct row){ 0 };
	row->cells = arena_alloc(d->arena, table->ncolumns * sizeof *row->cells);
	return row;
}

struct cell *doc_row(struct doc *d, struct block *table)
{
	return add_row(d, table)->cells;
}

struct cell *doc_total(struct doc *d, struct block *table)
{
	struct row *row = add_row(d, table);

	row->total = true;
	return row->cells;
}

void doc_group(struct doc *d, struct block *table, const char *text)
{
	struct row *row = add_row(d, table);

	row->group = true;
	cell_text(&row->cells[0], text);
}

void cell_text(struct cell *c, const char *text)
{
	if (!text || !*text)
		return;
	c->kind = CELL_TEXT;
	c->text = text;
}

void cell_count(struct cell *c, long n)
{
	c->kind = CELL_COUNT;
	c->a = n;
}

void cell_minutes(struct cell *c, long low, long high)
{
	c->kind = CELL_MINUTES;
	c->a = low;
	c->b = high;
}

void cell_ratio(struct cell *c, long part, long whole)
{
	c->kind = CELL_RATIO;
	c->a = part;
	c->b = whole;
}

void cell_bar(struct cell *c, long part, long whole)
{
	c->kind = CELL_BAR;
	c->a = part;
	c->b = whole;
}

void cell_day(struct cell *c, const char *day)
{
	cell_text(c, day);
	if (c->kind == CELL_TEXT)
		c->kind = CELL_DAY;
}

void cell_factor(struct cell *c, long hundredths)
{
	c->kind = CELL_FACTOR;
	c->a = hundredths;
}

void cell_write_ratio(struct buf *out, const struct cell *c)
{
	buf_int(out, c->a);
	buf_char(out, '/');
	buf_int(out, c->b);
}

static bool column_used(const struct block *table, size_t column)
{
	for (size_t i = 0; i < table->nrows; i++) {
		const struct row *row = &table->rows[i];

		if (!row->group && row->cells[column].kind != CELL_EMPTY)
			return true;
	}
	return false;
}

bool *columns_used(const struct block *table, struct arena *a)
{
	bool *used = arena_alloc(a, table->ncolumns + 1);

	for (size_t i = 0; i < table->ncolumns; i++)
		used[i] = column_used(table, i);
	return used;
}

static enum cell_kind column_kind(const struct block *table, size_t column)
{
	enum cell_kind first = CELL_EMPTY;

	if (table->columns[column].kind)
		return table->columns[column].kind;
	for (size_t i = 0; i < table->nrows; i++) {
		enum cell_kind kind = table->rows[i].cells[column].kind;

		if (table->rows[i].group)
			continue;
		if (kind == CELL_MINUTES || kind == CELL_RATIO || kind == CELL_BAR)
			return kind;
		if (!first)
			first = kind;
	}
	return first;
}

enum cell_kind *table_kinds(struct arena *a, const struct block *table)
{
	enum cell_kind *kinds = arena_alloc(a, (table->ncolumns + 1) * sizeof *kinds);

	for (size_t i = 0; i < table->ncolumns; i++)
		kinds[i] = column_kind(table, i);
	return kinds;
}

const struct block *doc_find_table(const struct doc *d, const char *name)
{
	for (const struct block *b = d->first; b; b = b->next)
		if (b->kind == BLOCK_TABLE && b->name && strcmp(b->name, name) == 0)
			return b;
	return NULL;
}

const char *column_key(struct arena *a, const struct column *column)
{
	char *key, *to;

	if (column->key)
		return column->key;
	key = to = arena_str(a, column->title ? column->title : "");
	for (const char *s = key; *s; s++)
		if (is_alnum(*s))
			*to++ = to_lower(*s);
		else if (to > key && to[-1] != '_')
			*to++ = '_';
	while (to > key && to[-1] == '_')
		to--;
	*to = '\0';
	return key;
}

bool block_shown(const struct block *b)
{
	bool empty = (b->kind == BLOCK_LIST || b->kind == BLOCK_FACTS) && !b->nitems;

	return !b->machine && !empty;
}
