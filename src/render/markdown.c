/* The markdown format: GitHub tables, and text that stays text. */
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "render/doc.h"
#include "render/mermaid.h"

enum {
	DEEPEST = 6, /* level of a heading */
	BAR = 6,     /* letters of a bar */
};

/* Characters that may begin markup anywhere in a line. */
static bool is_special(char c)
{
	return c && strchr("\\`*_[]<|#&~$", c);
}

/* An underscore inside a word is no emphasis: snake_case stays readable. */
static bool inside_word(const char *s, const char *at)
{
	return *at == '_' && at > s && is_alnum(at[-1]) && is_alnum(at[1]);
}

/* An ampersand that begins no entity stays what it is. */
static bool is_mere_and(const char *at)
{
	size_t n = 1;

	if (*at != '&')
		return false;
	while (is_alnum(at[n]) || at[n] == '#')
		n++;
	return at[n] != ';';
}

/* A line that begins so would be a list, a quote or a rule. */
static void guard_start(struct buf *out, const char **s)
{
	size_t digits = 0;

	if (strchr("-+>=", **s) && **s) {
		buf_char(out, '\\');
		return;
	}
	while (is_digit((*s)[digits]))
		digits++;
	if (digits && ((*s)[digits] == '.' || (*s)[digits] == ')')) {
		buf_add(out, *s, digits);
		buf_char(out, '\\');
		*s += digits;
	}
}

/* The text made safe, its line ends become spaces. */
static void add_flat(struct buf *out, const char *text)
{
	struct buf flat = { 0 };

	buf_str(&flat, text);
	for (size_t i = 0; i < flat.n; i++)
		if (flat.s[i] == '\n' || flat.s[i] == '\r')
			flat.s[i] = ' ';
	buf_str(out, "");
	text_safe(out, flat.s);
	buf_free(&flat);
}

static void add_escaped(struct buf *out, const char *text, bool at_start)
{
	struct buf safe = { 0 };
	const char *s;

	add_flat(&safe, text);
	s = safe.s;
	if (at_start)
		guard_start(out, &s);
	for (; *s; s++) {
		if (is_special(*s) && !inside_word(safe.s, s) && !is_mere_and(s))
			buf_char(out, '\\');
		buf_char(out, *s);
	}
	buf_free(&safe);
}

void markdown_text(struct buf *out, const char *text)
{
	add_escaped(out, text, true);
}

/* A code span; in a table even there a bar needs its backslash. */
static void add_code_span(struct buf *out, const char *text, bool in_table)
{
	struct buf safe = { 0 };
	size_t run = 0, longest = 0;

	add_flat(&safe, text);
	for (const char *s = safe.s; *s; s++) {
		run = *s == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	buf_fill(out, '`', longest + 1);
	buf_str(out, longest ? " " : "");
	for (const char *s = safe.s; *s; s++) {
		if (*s == '|' && in_table)
			buf_char(out, '\\');
		buf_char(out, *s);
	}
	buf_str(out, longest ? " " : "");
	buf_fill(out, '`', longest + 1);
	buf_free(&safe);
}

static void add_minutes(struct buf *out, long low, long high)
{
	day_minutes(out, low);
	if (high == low)
		return;
	buf_str(out, "–");
	day_minutes(out, high);
}

/* Full only when all is done, and begun as soon as something is. */
static void add_bar(struct buf *out, long part, long whole)
{
	long full = whole > 0 ? part * BAR / whole : 0;

	full = !full && part > 0 ? 1 : full > BAR ? BAR : full;
	for (long i = 0; i < BAR; i++)
		buf_str(out, i < full ? "█" : "░");
}

static void add_cell(struct buf *out, const struct cell *c, const struct column *column)
{
	switch (c->kind) {
	case CELL_EMPTY:
		break;
	case CELL_TEXT:
		if (column->code)
			add_code_span(out, c->text, true);
		else
			add_escaped(out, c->text, false);
		break;
	case CELL_DAY:
		add_escaped(out, c->text, false);
		break;
	case CELL_COUNT:
		buf_int(out, c->a);
		break;
	case CELL_FACTOR:
		buf_printf(out, "%ld.%02ld", c->a / 100, c->a % 100);
		break;
	case CELL_MINUTES:
		add_minutes(out, c->a, c->b);
		break;
	case CELL_BAR:
		add_bar(out, c->a, c->b);
		buf_char(out, ' ');
		cell_write_ratio(out, c);
		break;
	case CELL_RATIO:
		cell_write_ratio(out, c);
		break;
	}
}

static void add_table_head(struct buf *out, const struct block *t, const bool *used)
{
	buf_char(out, '|');
	for (size_t i = 0; i < t->ncolumns; i++) {
		if (!used[i])
			continue;
		buf_char(out, ' ');
		add_escaped(out, t->columns[i].title ? t->columns[i].title : "", false);
		buf_str(out, " |");
	}
	buf_str(out, "\n|");
	for (size_t i = 0; i < t->ncolumns; i++)
		if (used[i])
			buf_str(out, t->columns[i].right ? "---:|" : "---|");
	buf_char(out, '\n');
}

static void add_table(struct buf *out, const struct doc *doc, const struct block *t)
{
	static const struct column prose = { 0 }; /* a heading is no path or id */
	const bool *used = columns_used(t, doc->arena);

	add_table_head(out, t, used);
	for (size_t r = 0; r < t->nrows; r++) {
		const struct row *row = &t->rows[r];

		buf_char(out, '|');
		for (size_t i = 0; i < t->ncolumns; i++) {
			if (!used[i])
				continue;
			buf_str(out, row->group && i == 0 ? " **" : " ");
			add_cell(out, &row->cells[i], row->group ? &prose : &t->columns[i]);
			buf_str(out, row->group && i == 0 ? "** |" : " |");
		}
		buf_char(out, '\n');
	}
}

static void add_items(struct buf *out, const struct block *b)
{
	for (size_t i = 0; i < b->nitems; i++) {
		const struct item *item = &b->items[i];

		if (b->numbered)
			buf_printf(out, "%zu. ", i + 1);
		else
			buf_str(out, "- ");
		if (item->name) {
			buf_str(out, "**");
			add_escaped(out, item->name, false);
			buf_str(out, b->kind == BLOCK_FACTS ? ":** " : "** ");
		}
		add_escaped(out, item->text, !item->name);
		buf_char(out, '\n');
	}
}

/* The fence is longer than any run of backticks inside. */
static void add_code(struct buf *out, const char *text)
{
	size_t run = 0, longest = 2;
	struct buf line = { 0 };

	for (const char *s = text; *s; s++) {
		run = *s == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	buf_fill(out, '`', longest + 1);
	buf_char(out, '\n');
	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");

		buf_clear(&line);
		buf_add(&line, s, n && s[n - 1] == '\r' ? n - 1 : n);
		if (line.n)
			text_safe(out, line.s);
		buf_char(out, '\n');
		s += n + (s[n] == '\n');
	}
	buf_fill(out, '`', longest + 1);
	buf_char(out, '\n');
	buf_free(&line);
}

/* Somebody else's markdown is quoted, and stays text: nothing in it can end the
 * quotation or be taken for the report's own. */
static void add_quote(struct buf *out, const char *text)
{
	struct buf line = { 0 };

	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");

		buf_clear(&line);
		buf_add(&line, s, n && s[n - 1] == '\r' ? n - 1 : n);
		buf_str(out, "> ");
		if (line.n)
			markdown_text(out, line.s);
		buf_char(out, '\n');
		s += n + (s[n] == '\n');
	}
	buf_free(&line);
}

static void add_heading(struct buf *out, int level, const char *text)
{
	buf_fill(out, '#', (size_t)(level < DEEPEST ? level : DEEPEST));
	buf_char(out, ' ');
	add_escaped(out, text, false);
	buf_char(out, '\n');
}

static void add_chart(struct buf *out, const struct doc *doc, const struct chart *c)
{
	size_t left_out;

	if (c->title) {
		markdown_text(out, c->title);
		buf_str(out, ":\n\n");
	}
	left_out = mermaid_emit(out, doc->arena, c);
	if (left_out)
		buf_printf(out, "\n%zu more %s not drawn.\n", left_out,
			   left_out == 1 ? "is" : "are");
}

static void add_block(struct buf *out, const struct doc *doc, const struct block *b,
		      const struct style *style)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		add_heading(out, style->below + b->level, b->text);
		break;
	case BLOCK_PROSE:
		markdown_text(out, b->text);
		buf_char(out, '\n');
		break;
	case BLOCK_FACTS:
	case BLOCK_LIST:
		add_items(out, b);
		break;
	case BLOCK_CODE:
		add_code(out, b->text);
		break;
	case BLOCK_MARKDOWN:
		add_quote(out, b->text);
		break;
	case BLOCK_TABLE:
		add_table(out, doc, b);
		break;
	case BLOCK_CHART:
		add_chart(out, doc, b->chart);
		break;
	}
}

static bool is_drawn(const struct block *b, const struct style *style)
{
	if (b->kind == BLOCK_CHART)
		return style->mermaid && mermaid_draws(b->chart);
	return block_shown(b);
}

void markdown_emit(struct buf *out, const struct doc *doc, const struct style *style)
{
	if (doc->title)
		add_heading(out, style->below + 1, doc->title);
	if (doc->aside) {
		buf_char(out, '\n');
		markdown_text(out, doc->aside);
		buf_char(out, '\n');
	}
	for (const struct block *b = doc->first; b; b = b->next) {
		if (!is_drawn(b, style))
			continue;
		if (out->n)
			buf_char(out, '\n');
		add_block(out, doc, b, style);
	}
}
