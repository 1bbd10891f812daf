/* The terminal format: aligned, within a width, coloured by meaning. */
#include "render/term.h"

#include <string.h>

#include "base/text.h"

enum {
	NAME_MOST = 30,  /* columns that the name of a fact or item may take */
	TITLE_MOST = 80, /* columns that title and aside are spread over */
};

static const char *const codes[TONES] = {
	[TONE_GOOD] = "\033[32m",
	[TONE_ACTIVE] = "\033[33m",
	[TONE_BAD] = "\033[31m",
	[TONE_DIM] = "\033[2m",
	[TONE_STRONG] = "\033[1m",
};

static const struct {
	const char *utf8, *ascii;
	enum tone tone;
} marks[MARKS] = {
	[MARK_NONE] = { "", "", TONE_PLAIN },
	[MARK_OPEN] = { "·", ".", TONE_DIM },
	[MARK_ACTIVE] = { "▸", ">", TONE_ACTIVE },
	[MARK_ALERT] = { "!", "!", TONE_BAD },
	[MARK_DONE] = { "✓", "+", TONE_GOOD },
	[MARK_OFF] = { "–", "-", TONE_DIM },
	[MARK_BACK] = { "↩", "<", TONE_BAD },
	[MARK_ASK] = { "?", "?", TONE_ACTIVE },
};

void term_tone(struct buf *out, const struct style *style, enum tone tone, const char *safe)
{
	term_bytes(out, style, tone, safe, strlen(safe));
}

void term_bytes(struct buf *out, const struct style *style, enum tone tone, const char *safe,
		size_t n)
{
	bool coded = style->color && codes[tone] && n;

	if (coded)
		buf_str(out, codes[tone]);
	buf_add(out, safe, n);
	if (coded)
		buf_str(out, "\033[0m");
}

void term_text(struct buf *out, const struct style *style, enum tone tone, const char *raw)
{
	bool coded = style->color && codes[tone] && *raw;

	if (coded)
		buf_str(out, codes[tone]);
	text_safe(out, raw);
	if (coded)
		buf_str(out, "\033[0m");
}

const char *term_mark(enum mark mark, bool utf8)
{
	return utf8 ? marks[mark].utf8 : marks[mark].ascii;
}

void term_add_mark(struct buf *out, const struct style *style, enum mark mark,
		   enum tone tone)
{
	term_tone(out, style, tone ? tone : marks[mark].tone, term_mark(mark, style->utf8));
}

/* Appends s made safe, in a tone; returns its width. */
static int add_safe(struct buf *out, const struct style *style, enum tone tone,
		    const char *s)
{
	term_text(out, style, tone, s);
	return text_width(s);
}

static bool closes(int32_t cp)
{
	static const int32_t marks_of_end[] = { 0x3001, 0x3002, 0x300d, 0x300f, 0x3011, 0xff01,
						0xff09, 0xff0c, 0xff1a, 0xff1b, 0xff1f };

	for (size_t i = 0; i < sizeof marks_of_end / sizeof *marks_of_end; i++)
		if (marks_of_end[i] == cp)
			return true;
	return false;
}

/* The length up to where a line may end: white space, or beside a wide letter,
 * because scripts that have them do without blanks. */
static size_t unbroken(const char *s)
{
	size_t n = strcspn(s, " \n\t\r"), i = 0, used;
	bool wide = false;
	int32_t cp;

	for (; i < n; i += used) {
		int width;

		used = text_decode(s + i, n - i, &cp);
		width = cp < 0 ? 1 : text_cp_width(cp);
		if (i && width && (wide || width == 2) && !closes(cp))
			break;
		wide = width ? width == 2 : wide;
	}
	return i;
}

/* Appends text from column `at` on, wrapped at words within the style's width,
 * further lines indented by `hang`, and a newline. */
static void add_wrapped(struct buf *out, const struct style *style, enum tone tone,
			const char *text, int at, int hang)
{
	struct buf word = { 0 };
	bool first = true;

	for (const char *s = text;;) {
		size_t blanks = strspn(s, " \n\t\r"), n = unbroken(s + blanks);
		int gap = blanks && !first, width;

		if (!n)
			break;
		buf_clear(&word);
		buf_add(&word, s + blanks, n);
		s += blanks + n;
		width = text_width(word.s);
		if (!first && style->width && at + gap + width > style->width) {
			buf_char(out, '\n');
			buf_fill(out, ' ', (size_t)hang);
			at = hang;
			gap = 0;
		}
		buf_fill(out, ' ', (size_t)gap);
		at += gap + width;
		first = false;
		add_safe(out, style, tone, word.s);
	}
	buf_char(out, '\n');
	buf_free(&word);
}

static void add_title(struct buf *out, const struct doc *doc, const struct style *style)
{
	int width = style->width && style->width < TITLE_MOST ? style->width : TITLE_MOST;
	int used = text_width(doc->title);
	int gap = width - used - (doc->aside ? text_width(doc->aside) : 0);
	bool own_line = style->width && gap < 2;

	if (own_line)
		add_wrapped(out, style, TONE_STRONG, doc->title, 0, TERM_MARGIN);
	else
		add_safe(out, style, TONE_STRONG, doc->title);
	if (doc->aside && own_line)
		add_wrapped(out, style, TONE_DIM, doc->aside, 0, 0);
	if (own_line)
		return;
	if (doc->aside) {
		buf_fill(out, ' ', (size_t)(gap < 2 ? 2 : gap));
		add_safe(out, style, TONE_DIM, doc->aside);
	}
	buf_char(out, '\n');
}

/* A name that is too long is cut where space is short. */
static int add_name(struct buf *out, const struct style *style, enum tone tone,
		    const char *name)
{
	struct buf cut = { 0 };
	int used;

	if (!style->width || text_width(name) <= NAME_MOST)
		return add_safe(out, style, tone, name);
	buf_str(&cut, "");
	used = text_fit(&cut, name, NAME_MOST, style->utf8);
	term_tone(out, style, tone, cut.s);
	buf_free(&cut);
	return used;
}

/* The width of the widest name, so that texts stand in a column. */
static int name_width(const struct block *b)
{
	int most = 0;

	for (size_t i = 0; i < b->nitems; i++) {
		int width = b->items[i].name ? text_width(b->items[i].name) : 0;

		if (width > most && width <= NAME_MOST)
			most = width;
	}
	return most;
}

static void add_facts(struct buf *out, const struct block *b, int margin,
		      const struct style *style)
{
	int names = name_width(b);

	for (size_t i = 0; i < b->nitems; i++) {
		const struct item *item = &b->items[i];
		int used;

		buf_fill(out, ' ', (size_t)margin);
		used = add_name(out, style, TONE_DIM, item->name);
		buf_fill(out, ' ', (size_t)(used < names ? names - used + 2 : 2));
		add_wrapped(out, style, item->tone, item->text, margin + names + 2,
			    margin + names + 2);
	}
}

static void add_cut(struct buf *out, const struct style *style, enum tone tone,
		    const char *text, int at)
{
	struct buf cut = { 0 };

	buf_str(&cut, "");
	text_fit(&cut, text, style->width > at ? style->width - at : 1, style->utf8);
	term_tone(out, style, tone, cut.s);
	buf_char(out, '\n');
	buf_free(&cut);
}

static void add_item(struct buf *out, const struct item *item, int at, int names,
		     bool one_line, const struct style *style)
{
	enum tone tone = item->tone;

	if (item->name) {
		int used = add_name(out, style, tone, item->name);

		tone = TONE_PLAIN;
		buf_fill(out, ' ', (size_t)(used < names ? names - used + 2 : 2));
		at += (used < names ? names : used) + 2;
	} else if (names) {
		buf_fill(out, ' ', (size_t)names + 2);
		at += names + 2;
	}
	if (one_line && style->width)
		add_cut(out, style, tone, item->text, at);
	else
		add_wrapped(out, style, tone, item->text, at, at);
}

static void add_list(struct buf *out, const struct block *b, int margin,
		     const struct style *style)
{
	int names = name_width(b), digits = b->nitems > 9 ? 2 : 1;

	for (size_t i = 0; i < b->nitems; i++) {
		const struct item *item = &b->items[i];
		int at = margin + 2;

		buf_fill(out, ' ', (size_t)margin);
		if (b->numbered) {
			buf_printf(out, "%*zu. ", digits, i + 1);
			at += digits;
		} else {
			if (item->mark)
				term_add_mark(out, style, item->mark, item->tone);
			else
				buf_char(out, '-');
			buf_char(out, ' ');
		}
		add_item(out, item, at, names, b->one_line, style);
	}
}

static void add_code(struct buf *out, const struct block *b, int margin)
{
	struct buf line = { 0 };

	for (const char *s = b->text; *s;) {
		size_t n = strcspn(s, "\n");

		buf_clear(&line);
		buf_add(&line, s, n && s[n - 1] == '\r' ? n - 1 : n);
		buf_fill(out, ' ', (size_t)margin + 2);
		if (line.n)
			text_safe(out, line.s);
		buf_char(out, '\n');
		s += n + (s[n] == '\n');
	}
	buf_free(&line);
}

static void add_block(struct buf *out, const struct doc *doc, const struct block *b,
		      int margin, const struct style *style)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		buf_fill(out, ' ', (size_t)margin);
		add_safe(out, style, TONE_STRONG, b->text);
		buf_char(out, '\n');
		break;
	case BLOCK_PROSE:
		buf_fill(out, ' ', (size_t)margin);
		add_wrapped(out, style, b->tone, b->text, margin, margin);
		break;
	case BLOCK_FACTS:
		add_facts(out, b, margin, style);
		break;
	case BLOCK_LIST:
		add_list(out, b, margin, style);
		break;
	case BLOCK_CODE:
	case BLOCK_MARKDOWN:
		add_code(out, b, margin);
		break;
	case BLOCK_TABLE:
		term_table(out, doc, b, margin, style);
		break;
	case BLOCK_CHART:
		plot_emit(out, doc->arena, b->chart, margin, style);
		break;
	}
}

static bool is_drawn(const struct block *b)
{
	return block_shown(b) && (b->kind != BLOCK_CHART || plot_draws(b->chart));
}

void term_emit(struct buf *out, const struct doc *doc, const struct style *style)
{
	int margin = doc->title ? TERM_MARGIN : 0;
	const struct block *before = NULL;

	if (doc->title)
		add_title(out, doc, style);
	for (const struct block *b = doc->first; b; before = b, b = b->next) {
		bool after_heading = before && before->kind == BLOCK_HEADING;

		if (!is_drawn(b))
			continue;
		if ((before || doc->title) && !after_heading && !b->close)
			buf_char(out, '\n');
		add_block(out, doc, b, margin, style);
	}
}
