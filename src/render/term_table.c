/* Tables on a terminal: columns by display width, bars, and what to cut when
 * the width does not suffice. */
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "render/term.h"

enum {
	BAR = 6,       /* columns of a bar */
	NARROWEST = 12, /* what cutting leaves of a column */
	RAGGED = 100    /* without a width, longer texts do not push others away */
};

/* What a cell takes. */
struct shown {
	int width;  /* columns, with indent and mark */
	uint32_t n; /* bytes, when they can be shown as they are; else 0 */
};

struct layout {
	const struct block *table;
	const struct style *style;
	int margin;
	bool *used;
	int *width;
	int ratio_width; /* of the ratios beside bars */
	struct shown *shown; /* of each cell */
	int owed;   /* blanks before what comes next in the line, if anything does */
	struct buf plain, cut;
};

static struct shown *shown_at(const struct layout *l, size_t row, size_t column)
{
	return &l->shown[row * l->table->ncolumns + column];
}

static void add_minutes(struct buf *b, const struct cell *c, bool utf8)
{
	day_minutes(b, c->a);
	if (c->b == c->a)
		return;
	buf_str(b, utf8 ? "–" : "-");
	day_minutes(b, c->b);
}

static void add_bar(struct buf *b, const struct cell *c, const struct layout *l)
{
	long full = c->b > 0 ? c->a * BAR / c->b : 0;
	struct buf ratio = { 0 };

	if (!full && c->a > 0)
		full = 1;
	for (long i = 0; i < BAR; i++)
		buf_str(b, i < full ? (l->style->utf8 ? "█" : "#")
				    : (l->style->utf8 ? "░" : "-"));
	cell_write_ratio(&ratio, c);
	buf_fill(b, ' ', 1 + (size_t)l->ratio_width - ratio.n);
	buf_str(b, ratio.s);
	buf_free(&ratio);
}

static const char *cell_written(struct layout *l, const struct cell *c,
				const struct column *column)
{
	struct buf *b = &l->plain;

	buf_clear(b);
	switch (c->kind) {
	case CELL_EMPTY:
		return !column->dash ? "" : l->style->utf8 ? "–" : "-";
	case CELL_TEXT:
	case CELL_DAY:
		return c->text;
	case CELL_COUNT:
		buf_int(b, c->a);
		break;
	case CELL_FACTOR:
		buf_printf(b, "%ld.%02ld", c->a / 100, c->a % 100);
		break;
	case CELL_MINUTES:
		add_minutes(b, c, l->style->utf8);
		break;
	case CELL_RATIO:
		cell_write_ratio(b, c);
		break;
	case CELL_BAR:
		add_bar(b, c, l);
		break;
	}
	return b->s;
}

/* What stands in the cell, but for cutting and padding; valid until the next one. */
static inline const char *cell_plain(struct layout *l, const struct cell *c,
				     const struct column *column)
{
	return c->kind == CELL_TEXT ? c->text : cell_written(l, c, column);
}

/* Columns before the text of a cell. */
static int lead(const struct cell *c)
{
	return c->indent + (c->mark ? 2 : 0);
}

/* Too long to align the others by, where nothing has to fit. */
static bool is_ragged(const struct layout *l, size_t column, int width)
{
	return !l->style->width && l->table->columns[column].stretch && width > RAGGED;
}

static struct shown measured(const char *text)
{
	size_t n = strlen(text);

	if (text_plain_run(text, n) == n && n <= INT32_MAX)
		return (struct shown){ (int)n, (uint32_t)n };
	return (struct shown){ text_width(text), 0 };
}

static void measure_row(struct layout *l, size_t r)
{
	const struct row *row = &l->table->rows[r];

	for (size_t i = 0; i < l->table->ncolumns && !row->group; i++) {
		const struct cell *c = &row->cells[i];

		if (!l->used[i])
			continue;
		struct shown shown = measured(cell_plain(l, c, &l->table->columns[i]));
		shown.width += lead(c);
		*shown_at(l, r, i) = shown;
		if (shown.width > l->width[i] && !is_ragged(l, i, shown.width))
			l->width[i] = shown.width;
	}
}

static void measure_ratios(struct layout *l)
{
	struct buf b = { 0 };

	for (size_t r = 0; r < l->table->nrows; r++)
		for (size_t i = 0; i < l->table->ncolumns; i++) {
			const struct cell *c = &l->table->rows[r].cells[i];

			if (c->kind != CELL_BAR)
				continue;
			buf_clear(&b);
			cell_write_ratio(&b, c);
			if ((int)b.n > l->ratio_width)
				l->ratio_width = (int)b.n;
		}
	buf_free(&b);
}

static int total_width(const struct layout *l)
{
	int total = l->margin - TERM_GAP;

	for (size_t i = 0; i < l->table->ncolumns; i++)
		if (l->used[i])
			total += l->width[i] + TERM_GAP;
	return total;
}

/* The widest column that may still be cut, or NULL. */
static int *widest_stretch(const struct layout *l)
{
	int *widest = NULL;

	for (size_t i = 0; i < l->table->ncolumns; i++)
		if (l->used[i] && l->table->columns[i].stretch && l->width[i] > NARROWEST &&
		    (!widest || l->width[i] > *widest))
			widest = &l->width[i];
	return widest;
}

/* Cuts stretching columns, widest first; then leaves out columns from the
 * right: a line that wraps is worse than a column less. */
static void squeeze(struct layout *l)
{
	int *widest;

	if (!l->style->width)
		return;
	while (total_width(l) > l->style->width && (widest = widest_stretch(l)))
		--*widest;
	for (size_t i = l->table->ncolumns; i-- > 1;)
		if (total_width(l) > l->style->width && !l->table->columns[i].stretch)
			l->used[i] = false;
}

static void measure(struct layout *l, struct arena *a)
{
	const struct block *t = l->table;

	l->used = columns_used(t, a);
	l->width = arena_alloc(a, t->ncolumns * sizeof *l->width);
	l->shown = arena_raw(a, (t->nrows * t->ncolumns + 1) * sizeof *l->shown);
	for (size_t i = 0; i < t->ncolumns; i++)
		l->width[i] = t->columns[i].title ? text_width(t->columns[i].title) : 0;
	measure_ratios(l);
	for (size_t r = 0; r < t->nrows; r++)
		measure_row(l, r);
	squeeze(l);
}

static void pay(struct buf *out, struct layout *l)
{
	buf_fill(out, ' ', (size_t)l->owed);
	l->owed = 0;
}

/* Appends a text in its place, cut to it. */
static void place(struct buf *out, struct layout *l, size_t i, const struct cell *c,
		  const char *text, struct shown shown, enum tone tone)
{
	bool right = l->table->columns[i].right;
	int room = l->width[i] - lead(c), used = shown.width - lead(c), pad;
	bool cut = l->style->width && used > (room < 1 ? 1 : room);

	if (cut) {
		buf_clear(&l->cut);
		used = text_fit(&l->cut, text, room < 1 ? 1 : room, l->style->utf8);
	}
	pad = room > used ? room - used : 0;
	l->owed += c->indent + (right ? pad : 0);
	if (c->mark || *text)
		pay(out, l);
	if (c->mark) {
		term_add_mark(out, l->style, c->mark, tone);
		buf_char(out, ' ');
	}
	if (cut)
		term_tone(out, l->style, tone, l->cut.s);
	else if (shown.n)
		term_bytes(out, l->style, tone, text, shown.n);
	else if (*text)
		term_text(out, l->style, tone, text);
	l->owed += right ? 0 : pad;
}

static void start_line(struct layout *l)
{
	l->owed = l->margin - TERM_GAP; /* as one goes before each cell */
}

/* Drops the blanks that a text left at the end of a line. */
static void end_line(struct buf *out)
{
	while (out->n && out->s[out->n - 1] == ' ')
		out->n--;
	buf_char(out, '\n');
}

static void add_titles(struct buf *out, struct layout *l)
{
	static const struct cell none;
	bool any = false;

	for (size_t i = 0; i < l->table->ncolumns; i++)
		any |= l->used[i] && l->table->columns[i].title;
	if (!any)
		return;
	start_line(l);
	for (size_t i = 0; i < l->table->ncolumns; i++) {
		const char *title = l->table->columns[i].title;

		if (!l->used[i])
			continue;
		l->owed += TERM_GAP;
		title = title ? title : "";
		place(out, l, i, &none, title, measured(title), TONE_DIM);
	}
	end_line(out);
}

static void add_group(struct buf *out, struct layout *l, const char *text)
{
	int room = l->style->width ? l->style->width - l->margin : 0;

	buf_fill(out, ' ', (size_t)l->margin);
	buf_clear(&l->cut);
	if (room > 0)
		text_fit(&l->cut, text, room, l->style->utf8);
	else
		text_safe(&l->cut, text);
	term_tone(out, l->style, TONE_STRONG, l->cut.s);
	end_line(out);
}

static void add_row(struct buf *out, struct layout *l, size_t r)
{
	const struct row *row = &l->table->rows[r];

	start_line(l);
	for (size_t i = 0; i < l->table->ncolumns; i++) {
		const struct cell *c = &row->cells[i];

		if (!l->used[i])
			continue;
		l->owed += TERM_GAP;
		place(out, l, i, c, cell_plain(l, c, &l->table->columns[i]), *shown_at(l, r, i),
		      c->kind == CELL_EMPTY ? TONE_DIM : c->tone);
	}
	end_line(out);
}

void term_table(struct buf *out, const struct doc *doc, const struct block *table,
		int margin, const struct style *style)
{
	struct layout l = { .table = table, .style = style, .margin = margin };

	buf_str(&l.plain, "");
	buf_str(&l.cut, "");
	measure(&l, doc->arena);
	add_titles(out, &l);
	for (size_t r = 0; r < table->nrows; r++) {
		const struct row *row = &table->rows[r];

		if (row->group)
			add_group(out, &l, cell_plain(&l, &row->cells[0], table->columns));
		else
			add_row(out, &l, r);
		if (style->drain)
			style->drain(out, style->ctx);
	}
	buf_free(&l.plain);
	buf_free(&l.cut);
}
