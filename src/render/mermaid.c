/* Mermaid reads its labels in many ways, so that what could mean anything to it is
 * written as a character code. */
#include "render/mermaid.h"

#include <math.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"

enum {
	NODES_MOST = 80, /* more is no picture; GitHub draws 50,000 bytes and 500 edges */
	EDGES_MOST = 200,
	BARS_MOST = 100,
	LABEL_MOST = 60, /* columns */
	DAY_SECONDS = 24 * 60 * 60,
};

/* ---- labels ---- */

/* Letters, digits and what separates them; the rest by number. */
static void add_code_point(struct buf *out, int32_t cp)
{
	if (cp < 0x80 && !is_alnum((char)cp) && !strchr(" -_.,/!?", (char)cp))
		buf_printf(out, "#%d;", (int)cp);
	else
		text_encode(out, cp);
}

/* Words that begin a statement, where a label stands bare; or a date, or a list. */
static bool is_keyword(const char *s)
{
	static const char *const words[] = {
		"title",      "section",      "dateformat", "axisformat", "tickinterval",
		"excludes",   "includes",     "todaymarker", "weekday",	  "weekend",
		"inclusiveenddates", "topaxis", "click",     "acctitle",  "accdescr",
		"gantt",      "end",
	};
	size_t digits;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);

		if (strncasecmp(s, words[i], n) == 0 && !is_alnum(s[n]))
			return true;
	}
	digits = strspn(s, "0123456789");
	return *s == '-' || (digits == 4 && s[4] == '-') || (digits && s[digits] == '.');
}

static void add_label(struct buf *out, const char *text)
{
	struct buf safe = { 0 };
	size_t i = 0;
	int32_t cp;

	buf_str(&safe, "");
	text_fit(&safe, text, LABEL_MOST, true);
	while (i < safe.n && safe.s[i] == ' ')
		i++;
	if (!safe.s[i])
		buf_char(out, '?');
	if (is_keyword(safe.s + i))
		buf_printf(out, "#%d;", safe.s[i++]);
	while (i < safe.n) {
		i += text_decode(safe.s + i, safe.n - i, &cp);
		add_code_point(out, cp);
	}
	buf_free(&safe);
}

/* "✓ 02-03 Nightly jobs" */
static void add_name(struct buf *out, struct arena *a, const char *id, const char *title)
{
	add_label(out, title && *title ? arena_printf(a, "%s %s", id, title) : id);
}

/* ---- graphs ---- */

/* How a mark looks: by the colour of its border, which is read on light and dark. */
static const struct {
	const char *name, *style;
} looks[MARKS] = {
	[MARK_ACTIVE] = { "active", "stroke:#bf8700,stroke-width:2px" },
	[MARK_ALERT] = { "alert", "stroke:#cf222e,stroke-width:2px" },
	[MARK_DONE] = { "done", "stroke:#2da44e" },
	[MARK_OFF] = { "off", "stroke-dasharray:4" },
	[MARK_BACK] = { "back", "stroke:#cf222e,stroke-dasharray:4" },
};
static const char critical_style[] = "stroke-width:4px";

static bool *pick_nodes(struct arena *a, const struct chart *c, size_t *left_out)
{
	bool *picked = arena_alloc(a, c->nnodes + 1);
	size_t n = 0;

	for (int finished = 0; finished < 2; finished++)
		for (size_t i = 0; i < c->nnodes && n < NODES_MOST; i++)
			if ((c->nodes[i].level == 0) == finished) {
				picked[i] = true;
				n++;
			}
	*left_out = c->nnodes - n;
	return picked;
}

static void add_class(struct buf *out, const struct chart *c, const bool *picked,
		      const char *name, const char *style, int mark)
{
	bool any = false;

	for (size_t i = 0; i < c->nnodes; i++) {
		const struct chart_node *n = &c->nodes[i];

		if (!picked[i] || (mark < 0 ? !n->critical : n->mark != mark))
			continue;
		if (!any)
			buf_printf(out, "    classDef %s %s\n    class ", name, style);
		buf_printf(out, "%sn%zu", any ? "," : "", i);
		any = true;
	}
	if (any)
		buf_printf(out, " %s\n", name);
}

static size_t add_graph(struct buf *out, struct arena *a, const struct chart *c)
{
	size_t left_out, edges = 0;
	bool *picked = pick_nodes(a, c, &left_out);

	buf_str(out, "flowchart LR\n");
	for (size_t i = 0; i < c->nnodes; i++) {
		if (!picked[i])
			continue;
		buf_printf(out, "    n%zu[\"", i);
		add_name(out, a, c->nodes[i].id, c->nodes[i].title);
		buf_str(out, "\"]\n");
	}
	for (size_t i = 0; i < c->nedges && edges < EDGES_MOST; i++) {
		const struct chart_edge *e = &c->edges[i];

		if (!picked[e->from] || !picked[e->to])
			continue;
		buf_printf(out, "    n%zu --> n%zu\n", e->from, e->to);
		edges++;
	}
	for (int mark = 0; mark < MARKS; mark++)
		if (looks[mark].name)
			add_class(out, c, picked, looks[mark].name, looks[mark].style, mark);
	add_class(out, c, picked, "critical", critical_style, -1);
	return left_out;
}

/* ---- bars ---- */

static void add_day(struct buf *out, double day)
{
	char time[21];

	day_format((int64_t)floor(day) * DAY_SECONDS, time);
	buf_printf(out, "%.10s", time);
}

static bool is_settled(const struct chart_bar *b)
{
	return b->mark == MARK_DONE || b->mark == MARK_OFF;
}

static void add_bar(struct buf *out, struct arena *a, const struct chart_bar *b, size_t i)
{
	double end = ceil(b->to);

	buf_str(out, "    ");
	add_name(out, a, b->id, b->title);
	buf_printf(out, " :%s%sb%zu, ", b->critical ? "crit, " : "",
		   is_settled(b)	    ? "done, " :
		   b->mark == MARK_ACTIVE ? "active, " :
					    "",
		   i);
	add_day(out, b->from);
	buf_str(out, ", ");
	add_day(out, end > floor(b->from) ? end : floor(b->from) + 1);
	buf_char(out, '\n');
}

static size_t add_bars(struct buf *out, struct arena *a, const struct chart *c)
{
	bool *picked = arena_alloc(a, c->nbars + 1);
	const char *group = NULL;
	size_t n = 0;

	for (int settled = 0; settled < 2; settled++)
		for (size_t i = 0; i < c->nbars && n < BARS_MOST; i++)
			if (is_settled(&c->bars[i]) == settled) {
				picked[i] = true;
				n++;
			}
	buf_str(out, "gantt\n    dateFormat YYYY-MM-DD\n");
	for (size_t i = 0; i < c->nbars; i++) {
		const struct chart_bar *b = &c->bars[i];

		if (!picked[i])
			continue;
		if (b->group && (!group || strcmp(group, b->group) != 0)) {
			buf_str(out, "    section ");
			add_label(out, b->group);
			buf_char(out, '\n');
		}
		group = b->group;
		add_bar(out, a, b, i);
	}
	return c->nbars - n;
}

/* ---- either ---- */

bool mermaid_draws(const struct chart *c)
{
	return (c->kind == CHART_GRAPH && c->nnodes) || (c->kind == CHART_BARS && c->nbars);
}

size_t mermaid_emit(struct buf *out, struct arena *a, const struct chart *c)
{
	size_t left_out;

	buf_str(out, "```mermaid\n");
	left_out = c->kind == CHART_GRAPH ? add_graph(out, a, c) : add_bars(out, a, c);
	buf_str(out, "```\n");
	return left_out;
}
