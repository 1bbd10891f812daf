/* Charts as data. */
#include "render/chart_json.h"

#include <math.h>
#include <stdio.h>

#include "base/day.h"
#include "render/doc.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

void json_number(struct json *j, double value)
{
	char text[64];
	int n;

	if (!isfinite(value) || fabs(value) >= 1e15) {
		json_null(j);
		return;
	}
	n = snprintf(text, sizeof text, "%.4f", value);
	while (text[n - 1] == '0')
		text[--n] = '\0';
	if (text[n - 1] == '.')
		text[--n] = '\0';
	json_raw(j, text[0] == '-' && text[1] == '0' && !text[2] ? "0" : text);
}

static void add_pair(struct json *j, const char *first, long a, const char *second, long b)
{
	json_object(j);
	json_key_int(j, first, a);
	json_key_int(j, second, b);
	json_end(j);
}

static const char *const kinds[] = {
	[CHART_LINES] = "lines",
	[CHART_SCATTER] = "scatter",
	[CHART_GRAPH] = "graph",
	[CHART_BARS] = "bars",
};

static const char *const units[] = {
	[UNIT_COUNT] = "count",
	[UNIT_MINUTES] = "minutes",
	[UNIT_DAYS] = "days",
};

static const char *const marks[MARKS] = {
	[MARK_OPEN] = "open",	[MARK_ACTIVE] = "active", [MARK_ALERT] = "alert",
	[MARK_DONE] = "done",	[MARK_OFF] = "off",	  [MARK_BACK] = "back",
	[MARK_ASK] = "ask",
};

static void add_axis(struct json *j, const char *key, const struct chart_axis *axis)
{
	json_key(j, key);
	json_object(j);
	json_key_text(j, "title", axis->title);
	json_key_text(j, "unit", units[axis->unit]);
	json_end(j);
}

/* A day as a date; within the day, as a time. */
static void add_coordinate(struct json *j, const char *key, const struct chart_axis *axis,
			   double value)
{
	char time[21];

	json_key(j, key);
	if (axis->unit != UNIT_DAYS || !isfinite(value) || fabs(value) > 1e6) {
		json_number(j, value);
		return;
	}
	day_format((int64_t)floor(value * DAY_SECONDS + 0.5), time);
	if (value == floor(value))
		time[10] = '\0';
	json_text(j, time);
}

static void add_line(struct json *j, const struct chart *c, const struct chart_line *line)
{
	json_object(j);
	json_key_text(j, "name", line->name);
	json_key(j, "points");
	json_array(j);
	for (size_t i = 0; i < line->n; i++) {
		const struct chart_point *p = &line->points[i];

		json_object(j);
		add_coordinate(j, "x", &c->x, p->x);
		add_coordinate(j, "y", &c->y, p->y);
		json_key_text(j, "label", p->label);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void add_node(struct json *j, const struct chart_node *n)
{
	json_object(j);
	json_key_text(j, "id", n->id);
	json_key_text(j, "title", n->title);
	json_key_text(j, "mark", marks[n->mark]);
	json_key_int(j, "level", n->level);
	json_key_bool(j, "critical", n->critical);
	json_key(j, "estimate");
	if (n->low < 0)
		json_null(j);
	else
		add_pair(j, "low", n->low, "high", n->high);
	json_end(j);
}

static void add_graph(struct json *j, const struct chart *c)
{
	json_key(j, "nodes");
	json_array(j);
	for (size_t i = 0; i < c->nnodes; i++)
		add_node(j, &c->nodes[i]);
	json_end(j);
	json_key(j, "edges");
	json_array(j);
	for (size_t i = 0; i < c->nedges; i++)
		add_pair(j, "from", (long)c->edges[i].from, "to", (long)c->edges[i].to);
	json_end(j);
}

static void add_bars(struct json *j, const struct chart *c)
{
	json_key(j, "bars");
	json_array(j);
	for (size_t i = 0; i < c->nbars; i++) {
		const struct chart_bar *b = &c->bars[i];

		json_object(j);
		json_key_text(j, "group", b->group);
		json_key_text(j, "id", b->id);
		json_key_text(j, "title", b->title);
		json_key_text(j, "mark", marks[b->mark]);
		json_key_bool(j, "critical", b->critical);
		add_coordinate(j, "from", &c->x, b->from);
		add_coordinate(j, "to", &c->x, b->to);
		json_end(j);
	}
	json_end(j);
}

static void add_lines(struct json *j, const struct chart *c)
{
	add_axis(j, "x", &c->x);
	add_axis(j, "y", &c->y);
	json_key(j, "lines");
	json_array(j);
	for (size_t i = 0; i < c->nlines; i++)
		add_line(j, c, &c->lines[i]);
	json_end(j);
}

void chart_json(struct json *j, const struct chart *c)
{
	json_object(j);
	json_key_text(j, "kind", kinds[c->kind]);
	json_key_text(j, "title", c->title);
	json_key_text(j, "text", c->text);
	if (c->kind == CHART_GRAPH)
		add_graph(j, c);
	else if (c->kind == CHART_BARS)
		add_bars(j, c);
	else
		add_lines(j, c);
	json_end(j);
}
