#include "model/collide.h"

#include <stdlib.h>
#include <string.h>

enum {
	COMMON = 6,    /* a file that more plans touch is everybody's */
	COMPARED = 64, /* plans of such a file that each is compared with */
};

struct entry {
	const struct touch *t;
	size_t plan;
	bool busy; /* it is under way */
};

struct collider {
	const plan_rows *plans;
	struct reach *reach;
	struct arena *a;
	collision_list *out;
};

static int by_path(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->t->path, y->t->path);
	if (order)
		return order;
	if (x->busy != y->busy)
		return y->busy - x->busy;
	return x->plan < y->plan ? -1 : x->plan > y->plan;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The first lines that both have; both lists are in order. */
static bool overlap(const struct touch *mine, const struct touch *theirs,
		    struct collision *out)
{
	size_t i = 0, k = 0;
	while (i < mine->lines.n && k < theirs->lines.n) {
		const struct touched_lines *a = &mine->lines.v[i], *b = &theirs->lines.v[k];
		if (a->last < b->first) {
			i++;
		} else if (b->last < a->first) {
			k++;
		} else {
			out->first = a->first > b->first ? a->first : b->first;
			out->last = least(a->last, b->last);
			out->line = a->line;
			out->col = a->col;
			return true;
		}
	}
	return false;
}

/* What v[i] comes across of those before it; those of a common file only by lines. */
static void look_back(struct collider *c, const struct entry *v, size_t i, bool common)
{
	const struct touch *mine = v[i].t;
	struct collision best = { .path = mine->path, .line = mine->line, .col = mine->col,
				  .plan = &c->plans->v[v[i].plan], .more = -1 };
	for (size_t k = 0; k < i && !(common && k == COMPARED); k++) {
		struct collision now = best;
		bool lines = overlap(mine, v[k].t, &now);
		if ((common && !lines) || reach_between(c->reach, v[i].plan, v[k].plan))
			continue;
		if (best.first && !lines)
			continue;
		now.other = &c->plans->v[v[k].plan];
		if (!best.other || (lines && !best.first)) {
			best = now;
			best.more = -1;
		}
		best.more++;
	}
	if (best.other)
		*vec_push(c->a, c->out) = best;
}

/* Once for all of them: what the last one comes across. */
static void tell_common(struct collider *c, const struct entry *v, size_t n)
{
	look_back(c, v, n - 1, false);
}

static int by_merit(const void *a, const void *b)
{
	const struct collision *x = a, *y = b;
	bool x_busy = x->other->status == PHL_IN_PROGRESS;
	bool y_busy = y->other->status == PHL_IN_PROGRESS;
	if (!x->first != !y->first)
		return !x->first - !y->first;
	if (x_busy != y_busy)
		return y_busy - x_busy;
	if (x->plan != y->plan)
		return x->plan < y->plan ? -1 : 1;
	return x->line != y->line ? x->line - y->line : strcmp(x->path, y->path);
}

static struct entry *entries_of(const plan_rows *plans, const touch_list *touches,
				struct arena *a, size_t *n)
{
	size_t all = 0;
	for (size_t i = 0; i < plans->n; i++)
		all += touches[i].n;
	struct entry *v = arena_alloc(a, (all + 1) * sizeof *v);
	*n = 0;
	for (size_t i = 0; i < plans->n; i++)
		for (size_t k = 0; k < touches[i].n; k++)
			v[(*n)++] = (struct entry){ &touches[i].v[k], i,
						    plans->v[i].status == PHL_IN_PROGRESS };
	if (*n)
		qsort(v, *n, sizeof *v, by_path);
	return v;
}

void collide(const plan_rows *plans, const touch_list *touches, struct reach *r,
	     struct arena *a, collision_list *out)
{
	*out = (collision_list){ 0 };
	struct collider c = { plans, r, a, out };
	size_t n, to;
	struct entry *v = entries_of(plans, touches, a, &n);
	for (size_t from = 0; from < n; from = to) {
		size_t before = out->n;
		for (to = from + 1; to < n && strcmp(v[from].t->path, v[to].t->path) == 0;)
			to++;
		bool common = to - from > COMMON;
		for (size_t i = 1; i < to - from; i++)
			look_back(&c, v + from, i, common);
		if (common && out->n == before)
			tell_common(&c, v + from, to - from);
	}
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_merit);
}
