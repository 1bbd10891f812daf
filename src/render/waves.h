/* waves: where the boxes of a graph stand, and which are left out
 *
 * A column for each level; in it the critical path is on top, and the others stand
 * near what they wait for, so that fewer lines cross. */
#ifndef RENDER_WAVES_H
#define RENDER_WAVES_H

#include "base/arena.h"
#include "render/chart.h"

enum {
	WAVES_COLUMNS = 7, WAVES_ROWS = 16, /* what can be read on a page across */
};

#define WAVES_NONE ((size_t)-1)

/* A node that may be shown. */
struct spot {
	size_t node;
	int level;
	bool critical;
	size_t leads;  /* to so many that are open */
	size_t column; /* from 0 */
	int row;       /* -1 when it is left out */
	double pull;   /* where what it waits for stands */
};

struct wave {
	size_t first, n; /* of the spots */
	size_t shown;	 /* of those, the first so many */
	int level;
};

struct waves {
	const struct chart *chart;
	struct spot *spots; /* wave by wave */
	size_t n;
	size_t *spot_of;  /* by node; WAVES_NONE when it is left out */
	size_t *sources;  /* what nodes wait for: of node k those from sources_of[k] */
	size_t *sources_of; /* up to sources_of[k + 1] */
	struct wave waves[WAVES_COLUMNS];
	size_t nwaves;
	size_t later; /* nodes of waves beyond those */
	size_t over;  /* nodes that are done and nobody open waited for */
};

void waves_fit(struct waves *w, struct arena *a, const struct chart *chart);

/* The node before this one on the critical path, or WAVES_NONE. */
size_t waves_before(const struct waves *w, size_t node);

#endif
