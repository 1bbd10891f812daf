/* doc: a document as headings, prose, facts and tables, before any format
 *
 * A report builds a document; a format is one function from document to bytes.
 * Text in a document is raw: each format escapes for itself. */
#ifndef RENDER_DOC_H
#define RENDER_DOC_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "render/chart.h"

/* Tables may have many cells. */
#define SMALL __attribute__((packed))

/* What a piece of text means; a format decides how it looks. */
enum SMALL tone { TONE_PLAIN, TONE_GOOD, TONE_ACTIVE, TONE_BAD, TONE_DIM, TONE_STRONG, TONES };

/* A sign before a text; a format has a glyph for each. */
enum SMALL mark {
	MARK_NONE,
	MARK_OPEN,   /* not begun */
	MARK_ACTIVE, /* under way */
	MARK_ALERT,  /* wrong, blocked */
	MARK_DONE,
	MARK_OFF,    /* left out */
	MARK_BACK,   /* undone */
	MARK_ASK,    /* worth a look */
	MARKS
};

enum SMALL cell_kind {
	CELL_EMPTY,
	CELL_TEXT,    /* text */
	CELL_COUNT,   /* a: a whole number */
	CELL_MINUTES, /* a to b minutes */
	CELL_RATIO,   /* a of b */
	CELL_BAR,     /* a of b, drawn, with the ratio as text */
	CELL_DAY,     /* text: an ISO date */
	CELL_FACTOR,  /* a hundredths: 130 is 1.3 times */
};

struct cell {
	enum cell_kind kind;
	enum tone tone;
	enum mark mark;
	int indent; /* columns before the text, for a second level */
	union {
		const char *text;
		long a;
	};
	long b;
};

struct column {
	const char *title;
	const char *key; /* for machines: "tasks"; NULL: made from the title */
	enum cell_kind kind; /* for machines: of its cells; CELL_EMPTY: as they are */
	bool right;   /* right aligned */
	bool stretch; /* is cut first when the width does not suffice */
	bool code;    /* paths, ids, commands: typeset as code where that exists */
	bool dash;    /* an empty cell shows a dash */
};

enum block_kind {
	BLOCK_HEADING, /* level, text */
	BLOCK_PROSE,   /* text: one paragraph */
	BLOCK_FACTS,   /* items: name and text */
	BLOCK_TABLE,
	BLOCK_LIST,    /* items */
	BLOCK_CODE,    /* text, lines kept */
	BLOCK_MARKDOWN, /* text: markdown that people wrote, not to be trusted */
	BLOCK_CHART,
};

struct item {
	enum tone tone;
	enum mark mark;   /* MARK_NONE: the format's own bullet */
	const char *name; /* what it is about, aligned as a column; may be NULL */
	const char *text;
	const char *key;   /* for machines, of a fact: "plans"; may be NULL */
	struct cell value; /* of that fact, as data; CELL_EMPTY: the text is all */
};

struct row {
	struct cell *cells; /* one a column */
	bool group;         /* a heading inside the table: its first cell only */
	bool total;         /* adds up the others: is none of them to a program */
};

struct block {
	enum block_kind kind;
	int level;
	enum tone tone;
	bool close; /* no blank line before it, where a format has the choice */
	bool numbered;
	bool one_line; /* items are cut rather than wrapped */
	bool machine;  /* repeats what prose says, for formats that programs read */
	const char *name; /* for machines, of a heading, table or facts: "phases"; or NULL */
	const char *text;
	const struct chart *chart;
	struct column *columns;
	size_t ncolumns;
	struct row *rows;
	size_t nrows, rows_cap;
	struct item *items;
	size_t nitems, items_cap;
	struct block *next;
};

struct doc {
	struct arena *arena;
	const char *title;
	const char *aside; /* shown beside the title: where and when; may be NULL */
	struct block *first, *last;
};

/* Building: each returns what it added, for details to be filled in.  Text is
 * kept as given (not copied) except where it is formatted. */
void doc_start(struct doc *d, struct arena *a, const char *title);
struct block *doc_heading(struct doc *d, int level, const char *text);
struct block *doc_prose(struct doc *d, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
struct block *doc_code(struct doc *d, const char *text);
struct block *doc_facts(struct doc *d);
struct block *doc_list(struct doc *d);
struct block *doc_markdown(struct doc *d, const char *text);
struct block *doc_chart(struct doc *d, const struct chart *chart);
struct block *doc_table(struct doc *d, const struct column *columns, size_t n);
struct item *doc_item(struct doc *d, struct block *b, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* A row of empty cells, one a column; valid until the next row is added. */
struct cell *doc_row(struct doc *d, struct block *table);
struct cell *doc_total(struct doc *d, struct block *table);
void doc_group(struct doc *d, struct block *table, const char *text);

/* Fills a cell; TEXT that is NULL or "" leaves it empty. */
void cell_text(struct cell *c, const char *text);
void cell_count(struct cell *c, long n);
void cell_minutes(struct cell *c, long low, long high);
void cell_ratio(struct cell *c, long part, long whole);
void cell_bar(struct cell *c, long part, long whole);
void cell_day(struct cell *c, const char *day);
void cell_factor(struct cell *c, long hundredths);

/* "2/4" of a ratio or a bar. */
void cell_write_ratio(struct buf *out, const struct cell *c);

/* For each column, whether some row has something in it; formats leave out others. */
bool *columns_used(const struct block *table, struct arena *a);

/* The kind of each column; where it has none, that of its cells. */
enum cell_kind *table_kinds(struct arena *a, const struct block *table);

/* Its key, or one made from its title: "plans_done" of "Plans done". */
const char *column_key(struct arena *a, const struct column *column);

/* The table of that name, or NULL. */
const struct block *doc_find_table(const struct doc *d, const char *name);

/* Is it for people?  What only repeats prose as data is not, nor a list of nothing. */
bool block_shown(const struct block *b);

/* ---- formats ---- */

struct style {
	int width;  /* columns to fill; 0: no limit, nothing is cut or wrapped */
	bool color;
	bool utf8;  /* else ASCII only: bars of #, "..." */
	const char *table; /* the one that CSV holds; NULL: "plans" */
	bool mermaid; /* markdown may hold charts that GitHub draws */
	int below;  /* level of the heading that the document stands below; 0: none */
	/* Called between lines, may take what is there; NULL: it stays. */
	void (*drain)(struct buf *out, void *ctx);
	void *ctx;
};

struct format {
	const char *name; /* "text", "markdown" */
	const char *media_type;
	const char *suffix; /* of files: ".md" */
	void (*emit)(struct buf *out, const struct doc *doc, const struct style *style);
};

extern const struct format formats[];
extern const size_t formats_count;

/* NULL when there is none of that name. */
const struct format *format_find(const char *name);

/* What a file of that name is expected to hold, or NULL. */
const struct format *format_of_file(const char *path);

void term_emit(struct buf *out, const struct doc *doc, const struct style *style);
void markdown_emit(struct buf *out, const struct doc *doc, const struct style *style);
void html_emit(struct buf *out, const struct doc *doc, const struct style *style);
void csv_emit(struct buf *out, const struct doc *doc, const struct style *style);
void doc_json_emit(struct buf *out, const struct doc *doc, const struct style *style);

/* Appends text escaped for a markdown line: read again, it is that text and no
 * markup; line ends become spaces. */
void markdown_text(struct buf *out, const char *text);

/* Appends text between colour codes, if the style has colour.  The text must
 * be safe already. */
void term_tone(struct buf *out, const struct style *style, enum tone tone, const char *safe);
void term_bytes(struct buf *out, const struct style *style, enum tone tone, const char *safe,
		size_t n);

/* Same for a text that is made safe on the way. */
void term_text(struct buf *out, const struct style *style, enum tone tone, const char *raw);

#endif
