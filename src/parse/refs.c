#include "parse/refs.h"

#include <stdlib.h>
#include <string.h>

#include "model/plan.h"
#include "parse/limits.h"

struct collector {
	struct units *u;
	PHL_LIST(struct ref_origin) origins;
	int *table; /* hash of path and range -> index into refs, -1 */
	size_t size;
};

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
		size_t h = hash_of(&plan->refs.v[i]) % c->size;
		while (c->table[h] >= 0)
			h = (h + 1) % c->size;
		c->table[h] = (int)i;
	}
}

/* A reference repeated in a plan is one; where it is named first, it stands. */
static bool add_ref(struct collector *c, const struct phl_ref *ref)
{
	struct phl_plan *plan = c->u->r->plan;
	if (plan->refs.n * 2 >= c->size)
		rehash(c);
	size_t h = hash_of(ref) % c->size;
	for (; c->table[h] >= 0; h = (h + 1) % c->size) {
		struct phl_ref *old = &plan->refs.v[c->table[h]];
		if (same(old, ref)) {
			if (old->task < 0)
				old->task = ref->task;
			return false;
		}
	}
	c->table[h] = (int)plan->refs.n;
	*(struct phl_ref *)vec_push(c->u->r->a, &plan->refs) = *ref;
	return true;
}

static void take(struct collector *c, size_t unit, size_t mention)
{
	struct reader *r = c->u->r;
	const struct unit *u = &c->u->all.v[unit];
	const struct mention *m = &u->mentions.v[mention];
	const char *path = bind_lines(c->u, unit, mention);
	for (size_t i = 0; i < m->ranges.n; i++) {
		struct phl_ref ref = { .path = path,
				       .first = m->ranges.v[i].first,
				       .last = m->ranges.v[i].last,
				       .column = m->ranges.v[i].column,
				       .approximate = m->ranges.v[i].approximate,
				       .task = c->u->task_of[u->block] };
		if (r->plan->refs.n == LIMIT_REFS) {
			plan_finding(r->plan, r->a, "limit", PHL_ERROR, ref.line ? ref.line : 1, 1,
				     "more than %d references; the rest is left out", LIMIT_REFS);
			return;
		}
		unit_where(c->u, u, m->ranges.v[i].at, &ref.line, &ref.col);
		ref.path = arena_str(r->a, path);
		if (add_ref(c, &ref))
			*(struct ref_origin *)vec_push(r->scratch, &c->origins) =
			    (struct ref_origin){ unit, mention, i };
	}
}

/* Lines that nothing near binds are those of the one file that the plan names
 * with the same lines elsewhere: a summary of what stands in a task. */
static bool is_repeated(const struct phl_plan *plan, size_t index)
{
	const struct phl_ref *ref = &plan->refs.v[index];
	const char *path = NULL;
	for (size_t i = 0; i < plan->refs.n; i++) {
		const struct phl_ref *other = &plan->refs.v[i];
		if (!other->path || other->first != ref->first || other->last != ref->last)
			continue;
		if (path && strcmp(path, other->path) != 0)
			return false;
		path = other->path;
	}
	return path != NULL;
}

static void drop_repeated(struct collector *c)
{
	struct phl_plan *plan = c->u->r->plan;
	size_t kept = 0, looked = 0;
	for (size_t i = 0; i < plan->refs.n; i++) {
		if (!plan->refs.v[i].path && looked++ < 500 && is_repeated(plan, i))
			continue;
		plan->refs.v[kept] = plan->refs.v[i];
		c->origins.v[kept++] = c->origins.v[i];
	}
	plan->refs.n = kept;
}

void refs_read(struct units *u)
{
	struct collector c = { .u = u };
	for (size_t i = 0; i < u->all.n; i++)
		for (size_t k = 0; k < u->all.v[i].mentions.n; k++)
			if (u->all.v[i].mentions.v[k].type == M_LINES && u->r->plan->refs.n <= LIMIT_REFS)
				take(&c, i, k);
	drop_repeated(&c);
	quotes_read(u, c.origins.v);
}
