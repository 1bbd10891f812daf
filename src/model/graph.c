#include "model/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define NAME_MAX_LEN 64

/* A node is a plan, or a gate: "all of this phase", so that n plans that need
 * a phase of m plans make n + m edges and not n * m. */

struct gate {
	bool made;
	size_t node;            /* 0 when all of the run is finished */
	const char *waits_for;  /* the first that is not */
};

/* Nothing here recurses and qsort takes no context, so the order is sorted as
 * an array of these and then flattened. */
struct key {
	const char *word, *path;
	size_t at;
};

struct graph {
	struct graph_plan *v;
	size_t n;      /* plans; nodes from n on are gates */
	size_t nodes;
	size_t *by_id;    /* plans ordered by id, then path */
	size_t *by_phase; /* plans ordered by phase, then path */
	struct key *alike;  /* plans by their folded id, made when first asked for */
	struct gate *gates; /* of the run that starts at this place of by_phase */
	PHL_LIST(struct graph_edge) edges;
	struct arena *a;
};

static int key_cmp(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int c = strcmp(x->word, y->word);

	if (c == 0)
		c = strcmp(x->path, y->path);
	return c ? c : (x->at > y->at) - (x->at < y->at);
}

static const char *word_of(const struct graph_plan *p, bool phase)
{
	const char *w = phase ? p->phase : p->id;

	return w ? w : "";
}

static size_t *order(struct graph *g, bool phase)
{
	struct key *keys = arena_alloc(g->a, (g->n + 1) * sizeof *keys);
	size_t *out = arena_alloc(g->a, (g->n + 1) * sizeof *out);

	for (size_t i = 0; i < g->n; i++)
		keys[i] = (struct key){ word_of(&g->v[i], phase), g->v[i].path, i };
	qsort(keys, g->n, sizeof *keys, key_cmp);
	for (size_t i = 0; i < g->n; i++)
		out[i] = keys[i].at;
	return out;
}

static size_t common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

/* Place in `sorted` of the plan with this word whose path shares the longest
 * beginning with `path`: it is next to where `path` itself would stand.
 * g->n when no plan has the word. */
static size_t nearest(const struct graph *g, const size_t *sorted, bool phase,
		      const char *word, const char *path)
{
	size_t low = 0, high = g->n;
	bool left, right;

	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct graph_plan *p = &g->v[sorted[mid]];
		int c = strcmp(word_of(p, phase), word);

		if (c < 0 || (c == 0 && strcmp(p->path, path) < 0))
			low = mid + 1;
		else
			high = mid;
	}
	right = low < g->n && strcmp(word_of(&g->v[sorted[low]], phase), word) == 0;
	left = low > 0 && strcmp(word_of(&g->v[sorted[low - 1]], phase), word) == 0;
	if (!left && !right)
		return g->n;
	if (!right || (left && common(g->v[sorted[low - 1]].path, path) >
				       common(g->v[sorted[low]].path, path)))
		return low - 1;
	return low;
}

/* In lower case, and numbers without their leading zeros. */
static const char *fold(struct arena *a, const char *s)
{
	char *out = arena_str(a, s), *to = out;

	for (bool digit = false; *s; s++) {
		if (*s == '0' && !digit && is_digit(s[1]))
			continue;
		digit = is_digit(*s);
		*to++ = to_lower(*s);
	}
	*to = '\0';
	return out;
}

/* The plan whose id is this name but for case and leading zeros, the nearest by path;
 * g->n for none. */
static size_t find_alike(struct graph *g, const char *name, const char *path)
{
	const char *word = fold(g->a, name);
	size_t low = 0, high = g->n, best = g->n, most = 0;

	if (!g->alike) {
		g->alike = arena_alloc(g->a, (g->n + 1) * sizeof *g->alike);
		for (size_t i = 0; i < g->n; i++)
			g->alike[i] = (struct key){ fold(g->a, g->v[i].id), g->v[i].path, i };
		qsort(g->alike, g->n, sizeof *g->alike, key_cmp);
	}
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (strcmp(g->alike[mid].word, word) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < g->n && strcmp(g->alike[low].word, word) == 0; low++) {
		size_t near = common(g->alike[low].path, path);

		if (best == g->n || near > most) {
			best = g->alike[low].at;
			most = near;
		}
	}
	return best;
}

static size_t dir_len(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) : 0;
}

static bool same_dir(const struct graph_plan *a, const struct graph_plan *b)
{
	size_t n = dir_len(a->path);

	return n == dir_len(b->path) && memcmp(a->path, b->path, n) == 0;
}

static bool is_open(const struct graph_plan *p)
{
	return p->status == PHL_PENDING || p->status == PHL_IN_PROGRESS ||
	       p->status == PHL_BLOCKED;
}

static void add_edge(struct graph *g, size_t from, size_t to)
{
	struct graph_edge *e = vec_push(g->a, &g->edges);

	*e = (struct graph_edge){ from, to };
}

static void need_plan(struct graph *g, size_t who, size_t what)
{
	struct graph_plan *p = &g->v[who];

	if (!is_open(&g->v[what]))
		return;
	if (!p->waits_for)
		p->waits_for = g->v[what].id;
	add_edge(g, what, who);
}

static bool in_run(const struct graph *g, size_t a, size_t b)
{
	const struct graph_plan *p = &g->v[g->by_phase[a]], *q = &g->v[g->by_phase[b]];

	return strcmp(word_of(p, true), word_of(q, true)) == 0 && same_dir(p, q);
}

static struct gate make_gate(struct graph *g, size_t start)
{
	struct gate gate = { .made = true };

	for (size_t i = start; i < g->n && in_run(g, start, i); i++) {
		const struct graph_plan *p = &g->v[g->by_phase[i]];

		if (!is_open(p))
			continue;
		if (!gate.node) {
			gate.node = g->nodes++;
			gate.waits_for = p->id;
		}
		add_edge(g, g->by_phase[i], gate.node);
	}
	return gate;
}

/* `start` is where the run of by_phase that is needed starts. */
static void need_phase(struct graph *g, size_t who, size_t start)
{
	struct gate *gate = &g->gates[start];

	if (!gate->made)
		*gate = make_gate(g, start);
	if (!gate->node)
		return;
	add_edge(g, gate->node, who);
	if (!g->v[who].waits_for)
		g->v[who].waits_for = gate->waits_for;
}

/* Reads "3", "02.1", "004" with at least two digits before the point. */
static size_t read_number(const char *s, char *out, size_t *len)
{
	size_t i = 0, digits, n = *len;

	while (is_digit(s[i]))
		i++;
	digits = i;
	if (digits == 0)
		return 0;
	while (s[i] == '.' && is_digit(s[i + 1]))
		for (i++; is_digit(s[i]);)
			i++;
	if (n + i + 2 >= NAME_MAX_LEN)
		return 0;
	if (digits == 1)
		out[n++] = '0';
	memcpy(out + n, s, i);
	*len = n + i;
	out[*len] = '\0';
	return i;
}

/* Splits what a plan depends on into a canonical phase and, unless it names a
 * phase only, a canonical id.  False for prose. */
static bool read_need(const char *s, char phase[NAME_MAX_LEN], char id[NAME_MAX_LEN])
{
	size_t len = 0, used;

	id[0] = '\0';
	while (is_alpha(*s) || is_space(*s)) /* "Phase 3", "Plan 03-01" */
		s++;
	used = read_number(s, phase, &len);
	if (!used)
		return false;
	s += used;
	if (*s != '-' || !is_digit(s[1]))
		return true;
	memcpy(id, phase, len);
	id[len++] = '-';
	used = read_number(s + 1, id, &len);
	if (!used) {
		id[0] = '\0';
		return true;
	}
	s += 1 + used;
	if (is_lower(*s) && !is_alnum(s[1]) && len + 1 < NAME_MAX_LEN) {
		id[len++] = *s;
		id[len] = '\0';
	}
	return true;
}

/* "01" alone is a plan of the same phase, where there is one. */
static bool is_number(const char *s)
{
	return *s && s[strspn(s, "0123456789.")] == '\0';
}

static void need(struct graph *g, size_t who, const char *what, const size_t *starts)
{
	const struct graph_plan *p = &g->v[who];
	char phase[NAME_MAX_LEN], id[NAME_MAX_LEN], sibling[2 * NAME_MAX_LEN];
	size_t at = nearest(g, g->by_id, false, what, p->path);

	if (at == g->n && is_alpha(*what)) {
		size_t alike = find_alike(g, what, p->path);

		if (alike < g->n) {
			need_plan(g, who, alike);
			return;
		}
	}
	if (at == g->n && !read_need(what, phase, id))
		return;
	if (at == g->n && id[0])
		at = nearest(g, g->by_id, false, id, p->path);
	else if (at == g->n && is_number(what) && p->phase &&
		 strlen(p->phase) < NAME_MAX_LEN) {
		stpcpy(stpcpy(stpcpy(sibling, p->phase), "-"), phase);
		at = nearest(g, g->by_id, false, sibling, p->path);
		if (at < g->n && !same_dir(&g->v[g->by_id[at]], p))
			at = g->n;
	}
	if (at < g->n) {
		need_plan(g, who, g->by_id[at]);
		return;
	}
	at = nearest(g, g->by_phase, true, phase, p->path);
	if (id[0] || at == g->n || !*word_of(&g->v[g->by_phase[at]], true))
		return;
	if (p->phase && strcmp(p->phase, phase) == 0)
		return; /* a phase cannot come before its own plans */
	need_phase(g, who, starts[at]);
}

/* For each place of by_phase, where its run of one phase and directory starts. */
static size_t *find_runs(const struct graph *g)
{
	size_t *starts = arena_alloc(g->a, (g->n + 1) * sizeof *starts);

	for (size_t i = 1; i < g->n; i++)
		starts[i] = in_run(g, i - 1, i) ? starts[i - 1] : i;
	return starts;
}

static void count_in(const struct graph *g, size_t *in, size_t *first)
{
	for (size_t i = 0; i < g->edges.n; i++) {
		in[g->edges.v[i].to]++;
		first[g->edges.v[i].from + 1]++;
	}
	for (size_t i = 0; i < g->nodes; i++)
		first[i + 1] += first[i];
}

static size_t *targets(const struct graph *g, const size_t *first)
{
	size_t *out = arena_alloc(g->a, (g->edges.n + 1) * sizeof *out);
	size_t *fill = arena_alloc(g->a, (g->nodes + 1) * sizeof *fill);

	for (size_t i = 0; i < g->edges.n; i++) {
		size_t from = g->edges.v[i].from;

		out[first[from] + fill[from]++] = g->edges.v[i].to;
	}
	return out;
}

/* Takes nodes away that nothing (left) comes before; gives their levels.  What
 * is left has in[] > 0: cycles and what waits for them. */
static void peel(struct graph *g, size_t *in)
{
	size_t *first = arena_alloc(g->a, (g->nodes + 1) * sizeof *first);
	size_t *queue = arena_alloc(g->a, (g->nodes + 1) * sizeof *queue);
	int *level = arena_alloc(g->a, (g->nodes + 1) * sizeof *level);
	size_t *to, head = 0, tail = 0;

	count_in(g, in, first);
	to = targets(g, first);
	for (size_t i = 0; i < g->nodes; i++)
		if (in[i] == 0)
			queue[tail++] = i;
	while (head < tail) {
		size_t node = queue[head++];
		int next = level[node] + (node < g->n);

		for (size_t k = first[node]; k < first[node + 1]; k++) {
			if (level[to[k]] < next)
				level[to[k]] = next;
			if (--in[to[k]] == 0)
				queue[tail++] = to[k];
		}
	}
	for (size_t i = 0; i < g->n; i++)
		g->v[i].level = is_open(&g->v[i]) ? level[i] + 1 : 0;
}

/* Of the nodes that peel() left, those that only wait for a cycle go the same
 * way from the other end; the rest are the cycles. */
static void mark_cycles(struct graph *g, const size_t *in)
{
	struct graph back = { .v = g->v, .n = 0, .nodes = g->nodes, .a = g->a };
	size_t *out = arena_alloc(g->a, (g->nodes + 1) * sizeof *out);

	for (size_t i = 0; i < g->edges.n; i++) {
		const struct graph_edge *e = &g->edges.v[i];

		if (in[e->from] > 0 && in[e->to] > 0)
			add_edge(&back, e->to, e->from);
	}
	if (back.edges.n == 0)
		return;
	peel(&back, out);
	for (size_t i = 0; i < g->n; i++)
		g->v[i].cycle = out[i] > 0;
}

struct wave {
	const struct graph_plan *p;
	size_t at;
};

static int wave_cmp(const void *a, const void *b)
{
	const struct graph_plan *x = ((const struct wave *)a)->p;
	const struct graph_plan *y = ((const struct wave *)b)->p;
	size_t n = dir_len(x->path), m = dir_len(y->path);
	int c = memcmp(x->path, y->path, n < m ? n : m);

	if (c == 0)
		c = (n > m) - (n < m);
	if (c == 0)
		c = (x->wave > y->wave) - (x->wave < y->wave);
	return c ? c : strcmp(x->path, y->path);
}

/* Open plans that say their wave, by directory and wave. */
static struct wave *waves(const struct graph *g, size_t *n)
{
	struct wave *w = arena_alloc(g->a, (g->n + 1) * sizeof *w);

	*n = 0;
	for (size_t i = 0; i < g->n; i++)
		if (g->v[i].wave > 0 && is_open(&g->v[i]))
			w[(*n)++] = (struct wave){ &g->v[i], i };
	qsort(w, *n, sizeof *w, wave_cmp);
	return w;
}

static void wait_for_waves(struct graph *g)
{
	const struct graph_plan *lowest = NULL;
	size_t n;
	struct wave *w = waves(g, &n);

	for (size_t i = 0; i < n; i++) {
		struct graph_plan *p = &g->v[w[i].at];

		if (!lowest || !same_dir(lowest, p))
			lowest = p;
		if (p->nneeds > 0 || p->wave == lowest->wave)
			continue;
		p->waits_for = lowest->id;
		p->level = lowest->level + (p->wave - lowest->wave);
	}
}

/* Before each wave but the first of a directory a gate, which waits for the gate
 * and the plans of the wave before. */
static void add_wave_edges(struct graph *g)
{
	size_t n, before = 0, gate = 0;
	struct wave *w = waves(g, &n);

	for (size_t i = 0; i < n; i++) {
		if (!i || !same_dir(w[i - 1].p, w[i].p)) {
			before = i;
			gate = 0;
		} else if (w[i - 1].p->wave != w[i].p->wave) {
			size_t made = g->nodes++;

			for (size_t k = before; k < i; k++)
				add_edge(g, w[k].at, made);
			if (gate)
				add_edge(g, gate, made);
			before = i;
			gate = made;
		}
		if (gate && !w[i].p->nneeds)
			add_edge(g, gate, w[i].at);
	}
}

void graph_solve(struct graph_plan *v, size_t n, struct arena *a)
{
	graph_solve_edges(v, n, a, NULL);
}

void graph_solve_edges(struct graph_plan *v, size_t n, struct arena *a,
		       struct graph_edges *out)
{
	struct graph g = { .v = v, .n = n, .nodes = n, .a = a };
	size_t *starts, *in;

	g.by_id = order(&g, false);
	g.by_phase = order(&g, true);
	g.gates = arena_alloc(a, (n + 1) * sizeof *g.gates);
	starts = find_runs(&g);
	for (size_t i = 0; i < n; i++) {
		v[i].waits_for = NULL;
		v[i].cycle = false;
		for (size_t k = 0; is_open(&v[i]) && k < v[i].nneeds; k++)
			need(&g, i, v[i].needs[k], starts);
	}
	in = arena_alloc(a, (g.nodes + 1) * sizeof *in);
	peel(&g, in);
	mark_cycles(&g, in);
	wait_for_waves(&g);
	for (size_t i = 0; i < n; i++)
		v[i].ready = !v[i].waits_for &&
			     ((v[i].status == PHL_PENDING && !v[i].draft) ||
			      v[i].status == PHL_IN_PROGRESS);
	if (!out)
		return;
	add_wave_edges(&g);
	*out = (struct graph_edges){ g.edges.v, g.edges.n, g.nodes };
}
