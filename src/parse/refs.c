#include "parse/refs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "model/plan.h"
#include "base/limits.h"

struct bound {
	size_t unit, mention;
	const char *path;
	enum binding how;
};

/* A range and the file that has it; `several`: more than one does. */
struct place {
	int first, last;
	const char *path;
	bool several;
};

struct ranges {
	struct place *v;
	size_t size; /* a power of two */
};

struct collector {
	struct units *u;
	PHL_LIST(struct bound) bound;
	PHL_LIST(struct ref_origin) origins;
	int *table; /* hash of path and range -> index into refs, -1 */
	size_t size; /* a power of two */
};

static const struct mention *mention_of(const struct collector *c, const struct bound *b)
{
	return &c->u->all.v[b->unit].mentions.v[b->mention];
}

static size_t hash_of(const struct phl_ref *ref)
{
	size_t h = (size_t)ref->first * 31 + (size_t)ref->last;
	for (const char *p = ref->path; p && *p; p++)
		h = h * 33 + (unsigned char)*p;
	return h;
}

static bool same(const struct phl_ref *a, const struct phl_ref *b)
{
	if (a->first != b->first || a->last != b->last || !a->path != !b->path)
		return false;
	return !a->path || strcmp(a->path, b->path) == 0;
}

static void rehash(struct collector *c)
{
	const struct phl_plan *plan = c->u->r->plan;
	c->size = c->size ? c->size * 4 : 256;
	c->table = arena_alloc(c->u->r->scratch, c->size * sizeof *c->table);
	for (size_t i = 0; i < c->size; i++)
		c->table[i] = -1;
	for (size_t i = 0; i < plan->refs.n; i++) {
		size_t h = hash_of(&plan->refs.v[i]) & (c->size - 1);
		while (c->table[h] >= 0)
			h = (h + 1) & (c->size - 1);
		c->table[h] = (int)i;
	}
}

/* A reference repeated in a plan is one; where it is named first, it stands. Its
 * index, or that of the new one. */
static size_t add_ref(struct collector *c, const struct phl_ref *ref)
{
	struct phl_plan *plan = c->u->r->plan;
	if (plan->refs.n * 2 >= c->size)
		rehash(c);
	size_t h = hash_of(ref) & (c->size - 1);
	for (; c->table[h] >= 0; h = (h + 1) & (c->size - 1)) {
		struct phl_ref *old = &plan->refs.v[c->table[h]];
		if (same(old, ref)) {
			if (old->task < 0)
				old->task = ref->task;
			return (size_t)c->table[h];
		}
	}
	c->table[h] = (int)plan->refs.n;
	*(struct phl_ref *)vec_push(c->u->r->a, &plan->refs) = *ref;
	return plan->refs.n - 1;
}

static void add_origin(struct collector *c, size_t ref, struct ref_origin origin)
{
	if (ref == c->origins.n) {
		*(struct ref_origin *)vec_push(c->u->r->scratch, &c->origins) = origin;
		return;
	}
	struct ref_origin *first = &c->origins.v[ref];
	struct ref_origin *again = arena_alloc(c->u->r->scratch, sizeof *again);
	*again = origin;
	*(first->again ? &first->last->again : &first->again) = again;
	first->last = again;
}

static void take(struct collector *c, const struct bound *bound)
{
	struct reader *r = c->u->r;
	const struct unit *u = &c->u->all.v[bound->unit];
	const struct mention *m = &u->mentions.v[bound->mention];
	for (size_t i = 0; i < m->ranges.n; i++) {
		struct phl_ref ref = { .first = m->ranges.v[i].first,
				       .last = m->ranges.v[i].last,
				       .column = m->ranges.v[i].column,
				       .approximate = m->ranges.v[i].approximate,
				       .task = c->u->task_of[u->block] };
		unit_where(c->u, u, m->ranges.v[i].at, &ref.line, &ref.col);
		if (r->plan->refs.n == LIMIT_REFS) {
			plan_finding(r->plan, r->a, "limit", PHL_ERROR, ref.line, 1,
				     "more than %d references; the rest is left out", LIMIT_REFS);
			return;
		}
		ref.path = arena_str(r->a, bound->path);
		add_origin(c, add_ref(c, &ref), (struct ref_origin){ bound->unit, bound->mention, i, NULL, NULL });
	}
}

static void bind_all(struct collector *c)
{
	for (size_t i = 0; i < c->u->all.n; i++)
		for (size_t k = 0; k < c->u->all.v[i].mentions.n; k++) {
			if (c->u->all.v[i].mentions.v[k].type != M_LINES || c->bound.n > LIMIT_REFS)
				continue;
			struct bound *b = vec_push(c->u->r->scratch, &c->bound);
			*b = (struct bound){ .unit = i, .mention = k };
			b->path = bind_lines(c->u, i, k, &b->how);
		}
}

/* ---- the same lines elsewhere in the plan ---- */

static struct place *place_of(struct ranges *p, const struct span_range *range)
{
	size_t h = ((size_t)range->first * 31 + (size_t)range->last) & (p->size - 1);
	while (p->v[h].path && (p->v[h].first != range->first || p->v[h].last != range->last))
		h = (h + 1) & (p->size - 1);
	return &p->v[h];
}

/* Which file's lines each range is, where the words leave no doubt. */
static struct ranges places_of(struct collector *c)
{
	struct ranges p = { .size = 64 };
	size_t ranges = 0;
	for (size_t i = 0; i < c->bound.n; i++)
		ranges += mention_of(c, &c->bound.v[i])->ranges.n;
	while (p.size < ranges * 2)
		p.size *= 2;
	p.v = arena_alloc(c->u->r->scratch, p.size * sizeof *p.v);
	for (size_t i = 0; i < c->bound.n; i++) {
		const struct bound *b = &c->bound.v[i];
		const range_list *list = &mention_of(c, b)->ranges;
		for (size_t k = 0; b->how == BOUND_CLOSE && b->path && k < list->n; k++) {
			struct place *place = place_of(&p, &list->v[k]);
			bool taken = place->path && strcmp(place->path, b->path) != 0;
			*place = (struct place){ list->v[k].first, list->v[k].last, b->path,
						 taken || place->several };
		}
	}
	return p;
}

/* The one file that has a range around this one, where the words leave no doubt. */
static const char *around(const struct ranges *p, const struct span_range *range)
{
	const char *path = NULL;
	for (size_t i = 0; i < p->size; i++) {
		const struct place *place = &p->v[i];
		if (!place->path || place->first > range->first || place->last < range->last ||
		    place->last - place->first > 1000)
			continue;
		if (place->several || (path && strcmp(path, place->path) != 0))
			return NULL;
		path = place->path;
	}
	return range->first > 20 ? path : NULL;
}

/* Lines bound by what stands around only are those of the file that the plan gives
 * the very same lines elsewhere. A single number is less of a sign than a range. */
static void rebind(struct collector *c)
{
	struct ranges p = places_of(c);
	int looked = 0;
	for (size_t i = 0; i < c->bound.n; i++) {
		struct bound *b = &c->bound.v[i];
		const range_list *list = &mention_of(c, b)->ranges;
		for (size_t k = 0; b->how != BOUND_CLOSE && k < list->n; k++) {
			const struct span_range *range = &list->v[k];
			const struct place *place = place_of(&p, range);
			bool sign = range->first > 1 && range->last > range->first;
			if (b->how == BOUND_FAR && range->first > 20)
				sign = true;
			if (!place->path || place->several || (b->path && !sign))
				continue;
			b->path = place->path;
			break;
		}
		if (!b->path && looked++ < 500)
			b->path = around(&p, &list->v[0]);
	}
}

/* Lines that nothing near binds are those of the one file that the plan names
 * with the same lines elsewhere: a summary of what stands in a task. */
static size_t repeated_by(const struct phl_plan *plan, size_t index)
{
	const struct phl_ref *ref = &plan->refs.v[index];
	const char *path = NULL;
	size_t found = index;
	for (size_t i = 0; i < plan->refs.n; i++) {
		const struct phl_ref *other = &plan->refs.v[i];
		if (!other->path || other->first != ref->first || other->last != ref->last)
			continue;
		if (path && strcmp(path, other->path) != 0)
			return index;
		path = other->path;
		found = i;
	}
	return found;
}

/* is[i] becomes what reference i is from now on: itself, or what it repeats. */
static void drop_repeated(struct collector *c, size_t *is)
{
	struct phl_plan *plan = c->u->r->plan;
	size_t kept = 0, looked = 0, n = plan->refs.n;
	size_t *at = arena_alloc(c->u->r->scratch, (n + 1) * sizeof *at);
	for (size_t i = 0; i < n; i++) {
		is[i] = i;
		if (!plan->refs.v[i].path && looked++ < 500)
			is[i] = repeated_by(plan, i);
	}
	for (size_t i = 0; i < n; i++) {
		if (is[i] != i)
			continue;
		at[i] = kept;
		plan->refs.v[kept] = plan->refs.v[i];
		c->origins.v[kept++] = c->origins.v[i];
	}
	for (size_t i = 0; i < n; i++)
		is[i] = at[is[i]];
	plan->refs.n = kept;
}

void refs_read(struct units *u, struct places *places)
{
	struct collector c = { .u = u };
	bind_all(&c);
	rebind(&c);
	for (size_t i = 0; i < c.bound.n; i++)
		take(&c, &c.bound.v[i]);
	size_t n = u->r->plan->refs.n, *is = arena_alloc(u->r->scratch, (n + 1) * sizeof *is);
	assert(!n || c.origins.v); /* each reference has one */
	struct ref_origin *first = c.origins.v;
	if (places && n) { /* those of what is dropped are wanted, too */
		first = arena_alloc(u->r->scratch, n * sizeof *first);
		memcpy(first, c.origins.v, n * sizeof *first);
	}
	drop_repeated(&c, is);
	if (places)
		lines_fill(u, first, is, n, places);
	quotes_read(u, c.origins.v);
}
