/* Tables in HTML: a heading for each column and each row, a body a group. */
#include <string.h>

#include "base/day.h"
#include "render/html.h"

enum {
	BAR = 60,       /* width of a bar */
	PATH_LEAST = 24 /* letters: what is shorter, such as 02-03/4, stays in one piece */
};

struct layout {
	struct buf *out;
	const struct block *table;
	const bool *used;
	size_t first, count; /* of the columns in use */
};

static void add_minutes(struct buf *out, const struct cell *c)
{
	day_minutes(out, c->a);
	if (c->b == c->a)
		return;
	buf_str(out, "–");
	day_minutes(out, c->b);
}

/* Drawn rather than a background: those are not printed. */
static void add_bar(struct buf *out, const struct cell *c)
{
	double part = c->b > 0 ? (double)c->a / (double)c->b : 0;
	long full = part >= 1 ? BAR : part > 0 ? (long)(part * BAR) : 0;

	if (!full && c->a > 0)
		full = 1;
	buf_printf(out, "<svg class=\"bar\" aria-hidden=\"true\"><path class=\"track\" d=\"M0 4h%d\"/>",
		   BAR);
	if (full)
		buf_printf(out, "<path%s d=\"M0 4h%ld\"/>", full == BAR ? " class=\"full\"" : "",
			   full);
	buf_str(out, "</svg> <span class=\"ratio\">");
	cell_write_ratio(out, c);
	buf_str(out, "</span>");
}

static bool is_path(const struct cell *c, const struct column *column)
{
	return column->code && c->kind == CELL_TEXT && strchr(c->text, '/') &&
	       strlen(c->text) >= PATH_LEAST;
}

/* A path may be broken behind each slash. */
static void add_path(struct buf *out, const char *text)
{
	struct buf escaped = { 0 };

	buf_str(&escaped, "");
	html_text(&escaped, text);
	for (const char *s = escaped.s; *s;) {
		size_t n = strcspn(s, "/");

		n += s[n] == '/';
		buf_add(out, s, n);
		s += n;
		if (*s && s[-1] == '/')
			buf_str(out, "<wbr>");
	}
	buf_free(&escaped);
}

static void add_content(struct buf *out, const struct cell *c, const struct column *column)
{
	switch (c->kind) {
	case CELL_EMPTY:
		buf_str(out, column->dash ? "–" : "");
		break;
	case CELL_TEXT:
		buf_str(out, column->code ? "<code>" : "");
		if (is_path(c, column))
			add_path(out, c->text);
		else
			html_text(out, c->text);
		buf_str(out, column->code ? "</code>" : "");
		break;
	case CELL_DAY:
		html_prose(out, c->text);
		break;
	case CELL_COUNT:
		buf_int(out, c->a);
		break;
	case CELL_FACTOR:
		buf_printf(out, "%ld.%02ld", c->a / 100, c->a % 100);
		break;
	case CELL_MINUTES:
		add_minutes(out, c);
		break;
	case CELL_RATIO:
		cell_write_ratio(out, c);
		break;
	case CELL_BAR:
		add_bar(out, c);
		break;
	}
}

static void add_class(struct buf *out, bool *any, const char *name)
{
	if (!name)
		return;
	buf_str(out, *any ? " " : " class=\"");
	buf_str(out, name);
	*any = true;
}

/* What the style sheet goes by. */
static void add_classes(struct buf *out, const struct cell *c, const struct column *column)
{
	enum tone tone = c->kind == CELL_EMPTY ? (column->dash ? TONE_DIM : TONE_PLAIN) : c->tone;
	bool any = false;

	add_class(out, &any, column->right ? "right" : NULL);
	add_class(out, &any, column->stretch ? "wide" : NULL);
	add_class(out, &any, is_path(c, column) ? "path" : NULL);
	add_class(out, &any, c->indent ? "inner" : NULL);
	add_class(out, &any, html_tone(tone));
	buf_str(out, any ? "\"" : "");
}

static void add_head(const struct layout *l)
{
	static const struct cell none;

	buf_str(l->out, "<thead>\n<tr>");
	for (size_t i = 0; i < l->table->ncolumns; i++) {
		const struct column *column = &l->table->columns[i];

		if (!l->used[i])
			continue;
		buf_str(l->out, column->title ? "<th scope=\"col\"" : "<td");
		add_classes(l->out, &none, column);
		buf_char(l->out, '>');
		if (column->title)
			html_text(l->out, column->title);
		buf_str(l->out, column->title ? "</th>" : "</td>");
	}
	buf_str(l->out, "</tr>\n</thead>\n");
}

static void add_group(const struct layout *l, const struct row *row)
{
	buf_printf(l->out, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%zu\">", l->count);
	html_text(l->out, row->cells[0].kind == CELL_TEXT ? row->cells[0].text : "");
	buf_str(l->out, "</th></tr>\n");
}

static void add_row(const struct layout *l, const struct row *row)
{
	bool total = row->total;

	buf_str(l->out, total ? "<tr class=\"total\">" : "<tr>");
	for (size_t i = l->first; i < l->table->ncolumns; i++) {
		const struct cell *c = &row->cells[i];

		if (!l->used[i])
			continue;
		buf_str(l->out, i == l->first ? "<th scope=\"row\"" : "<td");
		add_classes(l->out, c, &l->table->columns[i]);
		buf_char(l->out, '>');
		html_mark(l->out, c->mark, c->tone);
		add_content(l->out, c, &l->table->columns[i]);
		buf_str(l->out, i == l->first ? "</th>" : "</td>");
	}
	buf_str(l->out, "</tr>\n");
}

static void add_bodies(const struct layout *l)
{
	buf_str(l->out, "<tbody>\n");
	for (size_t r = 0; r < l->table->nrows; r++) {
		const struct row *row = &l->table->rows[r];

		if (row->group && r > 0)
			buf_str(l->out, "</tbody>\n<tbody>\n");
		if (row->group)
			add_group(l, row);
		else
			add_row(l, row);
	}
	buf_str(l->out, "</tbody>\n");
}

/* Ratios beside bars align, as wide as the widest. */
static int ratio_width(const struct block *t)
{
	struct buf b = { 0 };
	size_t most = 0;

	for (size_t r = 0; r < t->nrows; r++)
		for (size_t i = 0; i < t->ncolumns; i++) {
			const struct cell *c = &t->rows[r].cells[i];

			if (c->kind != CELL_BAR)
				continue;
			buf_clear(&b);
			cell_write_ratio(&b, c);
			most = b.n > most ? b.n : most;
		}
	buf_free(&b);
	return (int)most;
}

void html_table(struct buf *out, const struct doc *doc, const struct block *table,
		const char *label)
{
	struct layout l = { .out = out, .table = table };
	int ratio = ratio_width(table);
	bool titles = false;

	l.used = columns_used(table, doc->arena);
	for (size_t i = table->ncolumns; i-- > 0;) {
		l.count += l.used[i];
		l.first = l.used[i] ? i : l.first;
		titles |= l.used[i] && table->columns[i].title;
	}
	if (!l.count)
		return;
	buf_str(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
	buf_printf(out, label ? " aria-labelledby=\"%s\">\n" : " aria-label=\"table\">\n", label);
	buf_str(out, "<table");
	if (ratio)
		buf_printf(out, " style=\"--ratio: %dch\"", ratio);
	buf_str(out, ">\n");
	if (titles)
		add_head(&l);
	add_bodies(&l);
	buf_str(out, "</table>\n</div>\n");
}
