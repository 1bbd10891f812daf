/* Markdown that people wrote, in HTML: prose, lists and code; no tags of its
 * own, nothing that loads, no way off the page but to a plain address. */
#include <cmark.h>
#include <string.h>

#include "base/text.h"
#include "render/html.h"

enum {
	TEXT_MOST = 256 << 10,
	MARKERS_MOST = 32, /* of lists and quotes before the text of a line */
	MARKER_COLUMN = 64,
	IMAGES_MOST = 512,
	COPIES_MOST = 16 << 20, /* bytes: each use of a definition copies it */
	HEADING_LAST = 6,
};

/* ---- what cmark 0.30 would take too long for stays text ---- */

/* Not quite what cmark takes for a marker, but never less; a rule is none. */
static bool nests_too_deeply(const char *line, size_t n)
{
	size_t i = 0, markers = 0, alike = 0;
	char first = '\0';

	for (; i < n && strchr(" \t>-*+.)0123456789", line[i]); i++) {
		if (!strchr(">-*+.)", line[i]))
			continue;
		first = first ? first : line[i];
		alike += line[i] == first;
		markers++;
	}
	if (i == n && alike == markers && (first == '-' || first == '*'))
		return false;
	return markers > MARKERS_MOST || (markers && i > MARKER_COLUMN);
}

static bool defines_link(const char *line, size_t n)
{
	size_t i = strspn(line, " ");

	return i < n && line[i] == '[' && memmem(line + i, n - i, "]:", 2);
}

static size_t count(const char *text, const char *what)
{
	size_t n = 0;

	for (const char *s = text; (s = strstr(s, what)); s++)
		n++;
	return n;
}

static bool is_tame(const char *text)
{
	size_t length = strlen(text);
	bool defines = false;

	if (length > TEXT_MOST || count(text, "![") > IMAGES_MOST)
		return false;
	for (const char *s = text; *s; s += *s != '\0') {
		size_t n = strcspn(s, "\r\n");

		if (nests_too_deeply(s, n))
			return false;
		defines |= defines_link(s, n);
		s += n;
	}
	return !defines || length * count(text, "[") <= COPIES_MOST;
}

/* ---- from cmark's tree ---- */

struct writer {
	struct buf *out;
	int level;
	int open[HEADING_LAST]; /* the levels of headings that we are under, as written */
	int nopen;
};

static void tag(struct writer *w, bool enter, const char *name, const char *after)
{
	buf_printf(w->out, "<%s%s>%s", enter ? "" : "/", name, enter ? "" : after);
}

static void write_list(struct writer *w, cmark_node *node, bool enter)
{
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	int start = cmark_node_get_list_start(node);

	if (enter && ordered && start != 1)
		buf_printf(w->out, "<ol start=\"%d\">\n", start);
	else
		buf_printf(w->out, "<%s%s>\n", enter ? "" : "/", ordered ? "ol" : "ul");
}

static void write_paragraph(struct writer *w, cmark_node *node, bool enter)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(node));

	if (!list || cmark_node_get_type(list) != CMARK_NODE_LIST ||
	    !cmark_node_get_list_tight(list))
		tag(w, enter, "p", "\n");
	else if (!enter && cmark_node_next(node))
		buf_char(w->out, '\n');
}

/* A heading is one level below what it stands under, whatever people wrote. */
static void write_heading(struct writer *w, cmark_node *node, bool enter)
{
	int written = cmark_node_get_heading_level(node), level;

	if (enter) {
		while (w->nopen && w->open[w->nopen - 1] >= written)
			w->nopen--;
		w->open[w->nopen++] = written;
	}
	level = w->level + w->nopen;
	buf_printf(w->out, "<%sh%d>%s", enter ? "" : "/",
		   level > HEADING_LAST ? HEADING_LAST : level, enter ? "" : "\n");
}

static bool has_address(cmark_node *link)
{
	struct buf address = { 0 };
	bool has = html_href(&address, cmark_node_get_url(link));

	buf_free(&address);
	return has;
}

static void write_link(struct writer *w, cmark_node *node, bool enter)
{
	if (!has_address(node))
		return;
	if (!enter) {
		buf_str(w->out, "</a>");
		return;
	}
	buf_str(w->out, "<a");
	html_href(w->out, cmark_node_get_url(node));
	buf_str(w->out, " rel=\"noopener noreferrer\">");
}

static void write_code_block(struct writer *w, cmark_node *node)
{
	buf_str(w->out, "<pre><code>");
	html_lines(w->out, cmark_node_get_literal(node));
	buf_str(w->out, "</code></pre>\n");
}

static void write_block(struct writer *w, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		buf_str(w->out, enter ? "<blockquote>\n" : "</blockquote>\n");
		break;
	case CMARK_NODE_LIST:
		write_list(w, node, enter);
		break;
	case CMARK_NODE_ITEM:
		tag(w, enter, "li", "\n");
		break;
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(w, node, enter);
		break;
	case CMARK_NODE_HEADING:
		write_heading(w, node, enter);
		break;
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
		write_code_block(w, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		buf_str(w->out, "<hr>\n");
		break;
	default:
		break;
	}
}

static void write_inline(struct writer *w, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		html_text(w->out, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_CODE:
		buf_str(w->out, "<code>");
		html_text(w->out, cmark_node_get_literal(node));
		buf_str(w->out, "</code>");
		break;
	case CMARK_NODE_SOFTBREAK:
		buf_char(w->out, '\n');
		break;
	case CMARK_NODE_LINEBREAK:
		buf_str(w->out, "<br>\n");
		break;
	case CMARK_NODE_EMPH:
		tag(w, enter, "em", "");
		break;
	case CMARK_NODE_STRONG:
		tag(w, enter, "strong", "");
		break;
	case CMARK_NODE_LINK:
		write_link(w, node, enter);
		break;
	case CMARK_NODE_IMAGE:
		buf_str(w->out, enter ? "[image: " : "]");
		break;
	default:
		break;
	}
}

void html_markdown(struct buf *out, const char *text, int level)
{
	struct writer w = { .out = out, .level = level };
	cmark_event_type event;
	cmark_iter *iter;
	cmark_node *root;

	if (!is_tame(text)) {
		buf_str(out, "<pre>");
		html_lines(out, text);
		buf_str(out, "</pre>\n");
		return;
	}
	root = cmark_parse_document(text, strlen(text), CMARK_OPT_SAFE);
	iter = cmark_iter_new(root);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK)
			write_block(&w, node, event == CMARK_EVENT_ENTER);
		else
			write_inline(&w, node, event == CMARK_EVENT_ENTER);
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}
