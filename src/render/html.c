/* The HTML format: one file that needs no other, runs nothing, loads nothing. */
#include "render/html.h"

#include <string.h>

#include "base/text.h"
#include "render/svg.h"

enum {
	SECTION_LEVEL = 2, /* headings that open a section */
	HEADING_LAST = 6,
	NAV_LEAST = 3,  /* fewer sections need no table of contents */
	NAV_MOST = 100, /* so that names can be told apart one by one */
};

static const char style_sheet[] =
#include "render/style.inc"
    ;

/* What browsers are told to refuse, should anything ever slip through. */
static const char policy[] = "default-src 'none'; style-src 'unsafe-inline'";

struct section {
	const struct block *heading;
	const char *id;
};

struct page {
	struct buf *out;
	const struct doc *doc;
	struct section *sections;
	size_t nsections;
	size_t entered; /* sections so far */
	int level;      /* of the last heading */
	bool led;       /* the paragraph that sums up is written */
};

/* ---- sections ---- */

static bool opens_section(const struct block *b)
{
	return b->kind == BLOCK_HEADING && b->level <= SECTION_LEVEL && block_shown(b);
}

static bool is_taken(const struct page *p, const char *id)
{
	if (strcmp(id, "main") == 0)
		return true;
	for (size_t i = 0; i < p->nsections; i++)
		if (strcmp(p->sections[i].id, id) == 0)
			return true;
	return false;
}

/* "what-is-next": what addresses of the section end in. */
static const char *section_id(const struct page *p, const struct block *heading)
{
	struct buf b = { 0 };
	const char *id;

	for (const char *s = heading->name ? heading->name : heading->text; *s; s++)
		if (is_alnum(*s))
			buf_char(&b, to_lower(*s));
		else if (b.n && b.s[b.n - 1] != '-')
			buf_char(&b, '-');
	while (b.n && b.s[b.n - 1] == '-')
		b.n--;
	id = b.n ? arena_dup(p->doc->arena, b.s, b.n) : "section";
	buf_free(&b);
	if (p->nsections >= NAV_MOST || is_taken(p, id))
		id = arena_printf(p->doc->arena, "%s-%zu", id, p->nsections + 1);
	return id;
}

static void find_sections(struct page *p)
{
	size_t n = 0;

	for (const struct block *b = p->doc->first; b; b = b->next)
		n += opens_section(b);
	p->sections = arena_alloc(p->doc->arena, (n + 1) * sizeof *p->sections);
	for (const struct block *b = p->doc->first; b; b = b->next)
		if (opens_section(b)) {
			const char *id = section_id(p, b);

			p->sections[p->nsections++] = (struct section){ b, id };
		}
}

/* The id of the heading that the page is under, or NULL. */
static const char *label(const struct page *p)
{
	if (!p->entered)
		return NULL;
	return arena_printf(p->doc->arena, "%s-title", p->sections[p->entered - 1].id);
}

static void leave_section(struct page *p)
{
	if (p->entered)
		buf_str(p->out, "</section>\n");
}

static void add_heading(struct page *p, const struct block *b)
{
	int level = b->level > HEADING_LAST ? HEADING_LAST : b->level;

	p->level = level;
	if (opens_section(b)) {
		leave_section(p);
		p->entered++;
		buf_printf(p->out,
			   "\n<section id=\"%s\" aria-labelledby=\"%s\">\n<h%d id=\"%s\">",
			   p->sections[p->entered - 1].id, label(p), level, label(p));
	} else {
		buf_printf(p->out, "<h%d>", level);
	}
	html_text(p->out, b->text);
	buf_printf(p->out, "</h%d>\n", level);
}

/* ---- blocks ---- */

static void open_element(struct page *p, const char *name, const char *class)
{
	if (class)
		buf_printf(p->out, "<%s class=\"%s\">", name, class);
	else
		buf_printf(p->out, "<%s>", name);
}

static void add_prose(struct page *p, const struct block *b)
{
	bool leads = !p->led && !p->entered;

	p->led = true;
	open_element(p, "p", leads ? "lead" : html_tone(b->tone));
	html_prose(p->out, b->text);
	buf_str(p->out, "</p>\n");
}

static void add_facts(struct page *p, const struct block *b)
{
	buf_str(p->out, "<dl>\n");
	for (size_t i = 0; i < b->nitems; i++) {
		const struct item *item = &b->items[i];

		buf_str(p->out, "<dt>");
		html_text(p->out, item->name ? item->name : "");
		buf_str(p->out, "</dt>\n");
		open_element(p, "dd", html_tone(item->tone));
		html_mark(p->out, item->mark, item->tone);
		html_prose(p->out, item->text);
		buf_str(p->out, "</dd>\n");
	}
	buf_str(p->out, "</dl>\n");
}

static void add_item(struct page *p, const struct item *item)
{
	open_element(p, "li", item->mark ? "marked" : NULL);
	html_mark(p->out, item->mark, item->tone);
	if (item->name) {
		open_element(p, "b", html_tone(item->tone));
		html_text(p->out, item->name);
		buf_str(p->out, "</b> ");
		html_prose(p->out, item->text);
	} else if (item->tone) {
		open_element(p, "span", html_tone(item->tone));
		html_prose(p->out, item->text);
		buf_str(p->out, "</span>");
	} else {
		html_prose(p->out, item->text);
	}
	buf_str(p->out, "</li>\n");
}

static void add_list(struct page *p, const struct block *b)
{
	const char *name = b->numbered ? "ol" : "ul";

	if (!b->nitems)
		return;
	buf_printf(p->out, "<%s>\n", name);
	for (size_t i = 0; i < b->nitems; i++)
		add_item(p, &b->items[i]);
	buf_printf(p->out, "</%s>\n", name);
}

static void add_chart(struct page *p, const struct chart *chart)
{
	buf_str(p->out, "<figure>\n");
	if (chart->title) {
		buf_str(p->out, "<figcaption>");
		html_text(p->out, chart->title);
		buf_str(p->out, "</figcaption>\n");
	}
	if (!svg_chart(p->out, p->doc->arena, chart))
		buf_str(p->out, "<p class=\"dim\">Nothing to draw yet.</p>\n");
	buf_str(p->out, "</figure>\n");
}

static void add_block(struct page *p, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		add_heading(p, b);
		break;
	case BLOCK_PROSE:
		add_prose(p, b);
		break;
	case BLOCK_FACTS:
		add_facts(p, b);
		break;
	case BLOCK_LIST:
		add_list(p, b);
		break;
	case BLOCK_CODE:
		buf_str(p->out, "<pre><code>");
		html_lines(p->out, b->text);
		buf_str(p->out, "</code></pre>\n");
		break;
	case BLOCK_MARKDOWN:
		buf_str(p->out, "<div class=\"quoted\">\n");
		html_markdown(p->out, b->text, p->level);
		buf_str(p->out, "</div>\n");
		break;
	case BLOCK_TABLE:
		html_table(p->out, p->doc, b, label(p));
		break;
	case BLOCK_CHART:
		if (b->chart->kind != CHART_BARS) /* the table of plans tells the days */
			add_chart(p, b->chart);
		break;
	}
}

/* ---- the page ---- */

static void add_head(struct page *p)
{
	buf_str(p->out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
	buf_printf(p->out, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy);
	buf_str(p->out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
			"<meta name=\"color-scheme\" content=\"light dark\">\n"
			"<meta name=\"generator\" content=\"phaseline\">\n"
			"<title>");
	html_text(p->out, p->doc->title ? p->doc->title : "phaseline");
	buf_printf(p->out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style_sheet);
	buf_str(p->out, "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
}

static void add_title(struct page *p)
{
	if (!p->doc->title)
		return;
	buf_str(p->out, "<header>\n<h1>");
	html_text(p->out, p->doc->title);
	buf_str(p->out, "</h1>\n");
	if (p->doc->aside) {
		buf_str(p->out, "<p>");
		html_prose(p->out, p->doc->aside);
		buf_str(p->out, "</p>\n");
	}
	buf_str(p->out, "</header>\n");
}

static void add_contents(struct page *p)
{
	if (p->nsections < NAV_LEAST)
		return;
	buf_str(p->out, "<nav aria-label=\"Contents\">\n<ul>\n");
	for (size_t i = 0; i < p->nsections && i < NAV_MOST; i++) {
		buf_printf(p->out, "<li><a href=\"#%s\">", p->sections[i].id);
		html_text(p->out, p->sections[i].heading->text);
		buf_str(p->out, "</a></li>\n");
	}
	buf_str(p->out, "</ul>\n</nav>\n");
}

void html_emit(struct buf *out, const struct doc *doc, const struct style *style)
{
	struct page p = { .out = out, .doc = doc, .level = 1 };

	(void)style;
	find_sections(&p);
	add_head(&p);
	add_title(&p);
	add_contents(&p);
	buf_str(out, "<main id=\"main\">\n");
	for (const struct block *b = doc->first; b; b = b->next)
		if (block_shown(b))
			add_block(&p, b);
	leave_section(&p);
	buf_str(out, "</main>\n<footer>\n<p>Written by phaseline from the plans of the project.</p>\n"
		     "</footer>\n</body>\n</html>\n");
}
