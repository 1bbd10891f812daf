#include "model/touch.h"

#include <stdlib.h>
#include <string.h>

static const char *clean(const char *path)
{
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return path;
}

/* Plans keep their own books there, all of them. */
static bool is_code(const char *path)
{
	return *path && strncmp(path, ".planning/", 10) != 0 && !strpbrk(path, "*?{}<>");
}

static void add(struct arena *a, touch_list *out, const char *path, int line, int col)
{
	path = clean(path);
	if (is_code(path))
		*vec_push(a, out) = (struct touch){ .path = path, .line = line, .col = col };
}

static int by_path(const void *a, const void *b)
{
	const struct touch *x = a, *y = b;
	int order = strcmp(x->path, y->path);
	if (order)
		return order;
	return x->line != y->line ? (x->line > y->line) - (x->line < y->line) : x->col - y->col;
}

/* One of each path, the first. */
static void sort(touch_list *list)
{
	size_t kept = 0;
	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, by_path);
	for (size_t i = 0; i < list->n; i++)
		if (!kept || strcmp(list->v[kept - 1].path, list->v[i].path) != 0)
			list->v[kept++] = list->v[i];
	list->n = kept;
}

static struct touch *find(const touch_list *list, const char *path)
{
	size_t low = 0, high = list->n;
	path = clean(path);
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(list->v[middle].path, path);
		if (!order)
			return &list->v[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static void drop_left(const struct phl_plan *plan, touch_list *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < plan->files.n; i++) {
		struct touch *t = plan->files.v[i].left ? find(list, plan->files.v[i].path) : NULL;
		if (t)
			t->line = 0;
	}
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].line)
			list->v[kept++] = list->v[i];
	list->n = kept;
}

static int by_first(const void *a, const void *b)
{
	const struct touched_lines *x = a, *y = b;
	return x->first != y->first ? (x->first > y->first) - (x->first < y->first) :
				      (x->last > y->last) - (x->last < y->last);
}

void plan_touches(const struct phl_plan *plan, struct arena *a, touch_list *out)
{
	*out = (touch_list){ 0 };
	for (size_t i = 0; i < plan->files.n; i++)
		add(a, out, plan->files.v[i].path, plan->files.v[i].line, 1);
	for (size_t i = 0; i < plan->tasks.n; i++)
		for (size_t k = 0; k < plan->tasks.v[i].files.n; k++)
			add(a, out, plan->tasks.v[i].files.v[k], plan->tasks.v[i].line, 1);
	for (size_t i = 0; i < plan->refs.n; i++)
		if (plan->refs.v[i].path && plan->refs.v[i].expected)
			add(a, out, plan->refs.v[i].path, plan->refs.v[i].line,
			    plan->refs.v[i].col);
	sort(out);
	drop_left(plan, out);
	for (size_t i = 0; i < plan->refs.n; i++) {
		const struct phl_ref *r = &plan->refs.v[i];
		struct touch *t = r->path ? find(out, r->path) : NULL;
		if (t)
			*vec_push(a, &t->lines) =
			    (struct touched_lines){ r->first, r->last, r->line, r->col };
	}
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].lines.n)
			qsort(out->v[i].lines.v, out->v[i].lines.n, sizeof *out->v[i].lines.v,
			      by_first);
}
