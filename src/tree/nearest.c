/* The closest pair of all is a seeker and a line with nothing in between.  So both
 * stand in one list by line number, neighbours of different kinds wait in a heap, and
 * a pair that is taken out makes new neighbours of those around it. */
#include "tree/nearest.h"

#include <stdbool.h>
#include <stdlib.h>

struct node {
	int line;
	struct seeker *seeker; /* NULL for a line that holds the text */
	bool gone;
	size_t before, after; /* in the list; 0 is the end on both sides */
};

struct pair {
	int distance;
	size_t left, right;
};

struct matching {
	struct arena *arena;
	struct { struct node *v; size_t n, cap; } nodes;
	struct { struct pair *v; size_t n, cap; } heap;
};

static size_t lower(const int *lines, size_t n, int line)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (lines[middle] < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int compare_ints(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y) - (x < y);
}

/* The lines that seekers have, in order. */
static size_t taken_lines(struct seeker **v, size_t n, int *taken)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		if (v[i]->line)
			taken[count++] = v[i]->line;
	if (count)
		qsort(taken, count, sizeof *taken, compare_ints);
	return count;
}

static bool is_taken(const int *taken, size_t n, int line)
{
	size_t at = lower(taken, n, line);
	return at < n && taken[at] == line;
}

static void assign_in_range(struct seeker **v, size_t n, const int *lines, size_t nlines,
			    const int *taken, size_t ntaken)
{
	size_t free = 0;
	for (size_t i = 0; i < n; i++) {
		if (v[i]->line)
			continue;
		size_t at = lower(lines, nlines, v[i]->lo);
		at = at < free ? free : at;
		while (at < nlines && lines[at] <= v[i]->hi && is_taken(taken, ntaken, lines[at]))
			at++;
		if (at < nlines && lines[at] <= v[i]->hi) {
			v[i]->line = lines[at];
			free = at + 1;
		}
	}
}

/* ---- the list ---- */

static void add_node(struct matching *m, int line, struct seeker *seeker)
{
	*vec_push(m->arena, &m->nodes) = (struct node){ .line = line, .seeker = seeker };
}

/* Of the lines only those that a seeker may come to: others are nearer to it. */
static void add_nodes(struct matching *m, struct seeker **v, size_t n, const int *lines,
		      size_t nlines, const int *taken, size_t ntaken)
{
	size_t next = 0; /* of the lines */
	add_node(m, 0, NULL);
	for (size_t i = 0; i < n; i++) {
		if (v[i]->line)
			continue;
		size_t at = lower(lines, nlines, v[i]->at);
		size_t from = at > n + ntaken ? at - n - ntaken : 0;
		size_t to = at + n + ntaken < nlines ? at + n + ntaken : nlines;
		for (next = next < from ? from : next; next < at; next++)
			if (!is_taken(taken, ntaken, lines[next]))
				add_node(m, lines[next], NULL);
		add_node(m, v[i]->at, v[i]);
		for (; next < to && (i + 1 == n || lines[next] < v[i + 1]->at); next++)
			if (!is_taken(taken, ntaken, lines[next]))
				add_node(m, lines[next], NULL);
	}
	for (size_t i = 1; i < m->nodes.n; i++) {
		m->nodes.v[i].before = i - 1;
		m->nodes.v[i].after = i + 1 < m->nodes.n ? i + 1 : 0;
	}
}

/* ---- the heap ---- */

static void swap(struct pair *a, struct pair *b)
{
	struct pair c = *a;
	*a = *b;
	*b = c;
}

static void push(struct matching *m, size_t left, size_t right)
{
	const struct node *x = &m->nodes.v[left], *y = &m->nodes.v[right];
	if (!left || !right || !x->seeker == !y->seeker)
		return;
	*vec_push(m->arena, &m->heap) = (struct pair){ y->line - x->line, left, right };
	struct pair *v = m->heap.v;
	for (size_t i = m->heap.n - 1; i && v[i].distance < v[(i - 1) / 2].distance;
	     i = (i - 1) / 2)
		swap(&v[i], &v[(i - 1) / 2]);
}

static struct pair pop(struct matching *m)
{
	struct pair *v = m->heap.v, top = v[0];
	size_t n = --m->heap.n;
	v[0] = v[n];
	for (size_t i = 0, child; (child = 2 * i + 1) < n; i = child) {
		child += child + 1 < n && v[child + 1].distance < v[child].distance;
		if (v[i].distance <= v[child].distance)
			break;
		swap(&v[i], &v[child]);
	}
	return top;
}

static void take_out(struct matching *m, const struct pair *p)
{
	struct node *v = m->nodes.v;
	size_t before = v[p->left].before, after = v[p->right].after;
	struct node *seeking = v[p->left].seeker ? &v[p->left] : &v[p->right];
	const struct node *holding = v[p->left].seeker ? &v[p->right] : &v[p->left];
	seeking->seeker->line = holding->line;
	v[p->left].gone = v[p->right].gone = true;
	if (before)
		v[before].after = after;
	if (after)
		v[after].before = before;
	push(m, before, after);
}

/* As most are: with nobody to contend with.  Of two lines equally near the first. */
static void assign_alone(struct seeker *s, const int *lines, size_t nlines)
{
	assign_in_range(&s, 1, lines, nlines, NULL, 0);
	if (s->line)
		return;
	size_t at = lower(lines, nlines, s->at);
	if (at == nlines || (at && s->at - lines[at - 1] <= lines[at] - s->at))
		at--;
	s->line = lines[at];
}

void nearest_assign(struct seeker **v, size_t n, const int *lines, size_t nlines,
		    struct arena *a)
{
	struct matching m = { .arena = a };
	if (!nlines)
		return;
	if (n == 1) {
		if (!v[0]->line)
			assign_alone(v[0], lines, nlines);
		return;
	}
	int *taken = arena_alloc(a, (n + 1) * sizeof *taken);
	size_t ntaken = taken_lines(v, n, taken);
	assign_in_range(v, n, lines, nlines, taken, ntaken);
	ntaken = taken_lines(v, n, taken);
	if (ntaken == n)
		return;
	add_nodes(&m, v, n, lines, nlines, taken, ntaken);
	for (size_t i = 1; i + 1 < m.nodes.n; i++)
		push(&m, i, i + 1);
	while (m.heap.n) {
		struct pair p = pop(&m);
		if (!m.nodes.v[p.left].gone && !m.nodes.v[p.right].gone)
			take_out(&m, &p);
	}
}
