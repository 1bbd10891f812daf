/* chart: what a document shows as a picture, before any format
 *
 * A chart is data with names; a format draws it (SVG, a plot of letters,
 * mermaid), writes it down (JSON), or leaves it out.  What it says must be in
 * words or a table beside it as well.
 *
 * On a terminal only lines are drawn (plot.c), four of a chart at most: a command
 * that plots puts doc_chart() into its document as a report does. */
#ifndef RENDER_CHART_H
#define RENDER_CHART_H

#include <stdbool.h>
#include <stddef.h>

enum chart_kind {
	CHART_LINES,   /* values over time, such as a burndown */
	CHART_SCATTER, /* pairs of values, such as estimate and actual */
	CHART_GRAPH,   /* what waits for what, in columns by level */
	CHART_BARS,    /* from when to when, one below the other */
};

enum chart_unit { UNIT_COUNT, UNIT_MINUTES, UNIT_DAYS /* since 1970-01-01 */ };

struct chart_axis {
	const char *title;
	enum chart_unit unit;
};

struct chart_point {
	double x, y;
	const char *label; /* what it is of; may be NULL */
};

/* Points in order of x; a value holds until the next one. */
struct chart_line {
	const char *name;
	int tone; /* enum tone */
	const struct chart_point *points;
	size_t n;
};

struct chart_node {
	const char *id, *title;
	int mark;  /* enum mark */
	int level; /* its column, from 1; 0: done, stands before all */
	bool critical; /* on the longest way to the end */
	long low, high; /* minutes of work; -1 when unknown */
};

struct chart_edge {
	size_t from, to; /* `to` waits for `from`, nodes by index */
};

/* From one day to another, along x. */
struct chart_bar {
	const char *group; /* that of its neighbours, or another; may be NULL */
	const char *id, *title;
	int mark; /* enum mark */
	bool critical;
	double from, to;
};

struct chart {
	enum chart_kind kind;
	const char *name;  /* for machines: "burndown_tasks" */
	const char *title; /* a caption */
	const char *text;  /* what it shows, in a sentence, for those who cannot see it */
	struct chart_axis x, y;
	const struct chart_line *lines; /* of CHART_SCATTER the first holds the points */
	size_t nlines;
	bool diagonal; /* of CHART_SCATTER: draw x = y */
	const struct chart_node *nodes;
	size_t nnodes;
	const struct chart_edge *edges;
	size_t nedges;
	const struct chart_bar *bars;
	size_t nbars;
};

#endif
