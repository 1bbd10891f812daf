#include "project/documents.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "project/sync.h"

/* ---- which ones ---- */

static int by_rule(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	size_t dir;
	const struct document_rule *r = family_document(x, &dir), *q = family_document(y, &dir);

	return r != q ? (r < q ? -1 : 1) : strcmp(x, y);
}

void documents_sort(path_list *paths)
{
	if (paths->n > 1)
		qsort(paths->v, paths->n, sizeof *paths->v, by_rule);
}

static bool is_of(struct arena *a, const char *document, const char *plan_path)
{
	const char *plan = family_documented(a, document);

	return plan && strcmp(plan, plan_path) == 0;
}

/* Those of the tree, which lie together below the directory of the plan. */
static void find_all(struct sync *s, const char *plan_path, path_list *out)
{
	const char *slash = strrchr(plan_path, '/');
	size_t n = slash ? (size_t)(slash - plan_path) + 1 : 0;

	if (!n || !family_of(plan_path)->documents)
		return;
	for (size_t i = sync_lower(s, arena_dup(&s->plan, plan_path, n)); i < s->ntree; i++) {
		const struct tree_file *t = &s->tree[i];

		if (strncmp(t->path, plan_path, n) != 0)
			break;
		if (t->kind == FILE_CONTEXT && is_of(&s->plan, t->path, plan_path))
			*vec_push(&s->plan, out) = t->path;
	}
	documents_sort(out);
}

/* ---- what they say ---- */

static bool knows(const struct phl_plan *plan, const char *path)
{
	for (size_t i = 0; i < plan->files.n; i++)
		if (strcmp(plan->files.v[i].path, path) == 0)
			return true;
	return false;
}

static bool is_declared(const struct phl_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->declared.n; i++)
		if (strcmp(plan->declared.v[i].id, id) == 0)
			return true;
	return false;
}

/* A title that only repeats the name of the directory says nothing. */
void documents_apply(struct arena *a, struct phl_plan *plan, const struct document *doc,
		     struct evidence *e)
{
	if (!plan->goal)
		plan->goal = doc->goal;
	if (!e->document_title && doc->title && strcmp(doc->title, plan->id) != 0)
		e->document_title = doc->title;
	for (size_t i = 0; i < doc->files.n; i++)
		if (!knows(plan, doc->files.v[i]))
			*vec_push(a, &plan->files) = (struct phl_file){ .path = doc->files.v[i] };
	for (size_t i = 0; i < doc->declared.n && plan->declared.n < LIMIT_DECLARED; i++)
		if (!is_declared(plan, doc->declared.v[i].id))
			*vec_push(a, &plan->declared) = doc->declared.v[i];
}

bool companion_documents(struct sync *s, struct phl_plan *plan, struct evidence *e,
			 struct err *err)
{
	path_list paths = { 0 };
	const char *text;

	find_all(s, plan->path, &paths);
	for (size_t i = 0; i < paths.n; i++) {
		if (!companion_read_first(s, paths.v[i], &text, err))
			return false;
		if (text)
			documents_apply(&s->plan, plan,
					facts_read_document(&s->plan, text, paths.v[i]), e);
	}
	return true;
}
