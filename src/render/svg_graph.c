/* What waits for what: boxes in columns, read from left to right. */
#include "base/day.h"
#include "base/text.h"
#include "render/html.h"
#include "render/svg.h"
#include "render/waves.h"

enum {
	EDGES_MOST = 600,
	BOX = 160, BOX_HEIGHT = 38, /* a box, */
	COLUMN = 204, ROW = 48,	    /* and how far it is to the next */
	HEAD = 24, FOOT = 20,
	TITLE_MOST = 23, ID_MOST = 12, /* columns of text */
	PAD = 8,
	LONG = 4, /* more waves need a page across */
};

struct at {
	double x, y;
};

/* The upper left corner of a box. */
static struct at corner(const struct spot *s)
{
	return (struct at){ (double)s->column * COLUMN + 1, HEAD + s->row * ROW };
}

static void add_point(struct buf *out, char command, double x, double y)
{
	buf_char(out, command);
	svg_number(out, x);
	buf_char(out, ' ');
	svg_number(out, y);
}

static void add_edge(struct buf *out, const struct spot *from, const struct spot *to,
		     bool critical)
{
	struct at a = corner(from), b = corner(to);
	double bend = (COLUMN - BOX) * 0.6;

	a.x += BOX;
	a.y += BOX_HEIGHT / 2.0;
	b.y += BOX_HEIGHT / 2.0;
	buf_printf(out, "<path class=\"edge%s\" d=\"", critical ? " critical" : "");
	add_point(out, 'M', a.x, a.y);
	add_point(out, 'C', a.x + bend, a.y);
	add_point(out, ' ', b.x - bend, b.y);
	add_point(out, ' ', b.x, b.y);
	buf_str(out, "\"/>\n");
}

/* Those of the critical path lie above the others.  Returns how many there
 * would be. */
static size_t add_edges(struct buf *out, const struct waves *w, bool critical)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++) {
		const struct spot *to = &w->spots[i];
		size_t before = waves_before(w, to->node);

		if (to->row < 0)
			continue;
		for (size_t e = w->sources_of[to->node]; e < w->sources_of[to->node + 1]; e++) {
			size_t from = w->spot_of[w->sources[e]];

			if (from == WAVES_NONE || (w->sources[e] == before) != critical)
				continue;
			if (n++ < EDGES_MOST)
				add_edge(out, &w->spots[from], to, critical);
		}
	}
	return n;
}

/* All of it, for a text that is shown on demand. */
static void add_details(struct buf *out, const struct chart_node *node)
{
	struct buf b = { 0 };

	buf_printf(&b, "%s", node->id ? node->id : "");
	if (node->title)
		buf_printf(&b, " %s", node->title);
	if (node->low >= 0) {
		buf_str(&b, ", ");
		day_range(&b, node->low, node->high);
	}
	buf_str(out, "<title>");
	html_text(out, b.s);
	buf_str(out, "</title>\n");
	buf_free(&b);
}

static void add_mark(struct buf *out, const struct chart_node *node, double x, double y)
{
	enum mark mark = (enum mark)node->mark;
	struct buf class = { 0 };

	if (mark == MARK_NONE)
		return;
	buf_printf(&class, "mark %s", html_tone(html_mark_tone(mark)));
	svg_text(out, class.s, x, y, html_glyph(mark), 0);
	buf_free(&class);
}

static void add_box(struct buf *out, const struct chart_node *node, const struct spot *s)
{
	struct at at = corner(s);
	struct buf time = { 0 };

	buf_printf(out, "<g class=\"node%s%s\">\n", node->critical ? " critical" : "",
		   node->level <= 0 ? " settled" : "");
	add_details(out, node);
	buf_str(out, "<rect");
	svg_attribute(out, "x", at.x);
	svg_attribute(out, "y", at.y);
	buf_printf(out, " width=\"%d\" height=\"%d\" rx=\"2\"/>\n", BOX, BOX_HEIGHT);
	add_mark(out, node, at.x + PAD, at.y + 15);
	svg_text(out, "name", at.x + PAD + (node->mark ? 12 : 0), at.y + 15,
		 node->id ? node->id : "", ID_MOST);
	if (node->low >= 0) {
		day_minutes(&time, node->high > node->low ? node->high : node->low);
		svg_text(out, "end", at.x + BOX - PAD, at.y + 15, time.s, 0);
	}
	if (node->title)
		svg_text(out, NULL, at.x + PAD, at.y + 30, node->title, TITLE_MOST);
	buf_str(out, "</g>\n");
	buf_free(&time);
}

static void add_wave(struct buf *out, const struct waves *w, size_t i)
{
	const struct wave *wave = &w->waves[i];
	double x = (double)i * COLUMN + 1;
	struct buf b = { 0 };

	if (wave->level > 0)
		buf_printf(&b, "wave %d", wave->level);
	else
		buf_str(&b, "done");
	svg_text(out, "axis", x, 12, b.s, 0);
	for (size_t k = 0; k < wave->shown; k++)
		add_box(out, &w->chart->nodes[w->spots[wave->first + k].node],
			&w->spots[wave->first + k]);
	if (wave->n > wave->shown) {
		buf_clear(&b);
		buf_printf(&b, "and %zu more", wave->n - wave->shown);
		svg_text(out, "axis", x, HEAD + (double)wave->shown * ROW + 8, b.s, 0);
	}
	buf_free(&b);
}

/* What the picture leaves out. */
static void add_rest(struct buf *out, const struct waves *w, size_t edges)
{
	size_t lines = edges > EDGES_MOST ? edges - EDGES_MOST : 0;

	if (!w->later && !w->over && !lines)
		return;
	buf_str(out, "<p class=\"dim\">Not drawn:");
	if (w->over)
		buf_printf(out, " %zu done that nothing open waited for%s", w->over,
			   w->later || lines ? ";" : "");
	if (w->later)
		buf_printf(out, " %zu in later waves%s", w->later, lines ? ";" : "");
	if (lines)
		buf_printf(out, " %zu of %zu lines", lines, edges);
	buf_str(out, ".</p>\n");
}

bool svg_graph(struct buf *out, struct arena *a, const struct chart *chart)
{
	struct waves w;
	size_t rows = 0, edges;
	bool more = false;

	waves_fit(&w, a, chart);
	if (!w.n)
		return false;
	for (size_t i = 0; i < w.nwaves; i++) {
		rows = w.waves[i].shown > rows ? w.waves[i].shown : rows;
		more |= w.waves[i].n > w.waves[i].shown;
	}
	buf_str(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
	html_text(out, chart->title ? chart->title : "Chart");
	buf_str(out, "\">\n");
	svg_begin(out, chart, w.nwaves > LONG ? "graph long" : "graph",
		  (int)(w.nwaves - 1) * COLUMN + BOX + 2,
		  HEAD + (int)rows * ROW - (ROW - BOX_HEIGHT) + 1 + (more ? FOOT : 0));
	edges = add_edges(out, &w, false);
	edges += add_edges(out, &w, true);
	for (size_t i = 0; i < w.nwaves; i++)
		add_wave(out, &w, i);
	svg_end(out);
	buf_str(out, "</div>\n");
	add_rest(out, &w, edges);
	return true;
}
