#include "project/moved.h"

#include <stdlib.h>
#include <string.h>

#include "project/plan_files.h"
#include "project/publish.h"

static int compare(const void *path, const void *stamp)
{
	return strcmp(path, ((const struct stamp *)stamp)->path);
}

static bool is_known(const stamp_list *stamps, const char *path)
{
	return stamps->n && bsearch(path, stamps->v, stamps->n, sizeof *stamps->v, compare);
}

static bool same(const uint64_t a[2], const uint64_t b[2])
{
	return a[0] == b[0] && a[1] == b[1];
}

const char *moved_to(struct project *p, struct arena *a, const uint64_t before[2],
		     const uint64_t after[2])
{
	struct plan_files pf;
	stamp_list stamps;
	const char *found = NULL;
	int fits = 0;
	if (!store_stamps(p->store, a, &stamps, NULL))
		return NULL;
	plan_files_prepare(&pf, &p->config, NULL);
	if (!tree_walk(&pf.walk, a, p->root_fd, NULL))
		return NULL;
	for (size_t i = 0; i < pf.walk.files.n; i++) {
		const struct tree_file *f = &pf.walk.files.v[i];
		uint64_t now[2];
		if (f->kind != FILE_PLAN || is_known(&stamps, f->path) ||
		    !publish_hash(p->root_fd, f->path, now) ||
		    (!same(now, before) && !same(now, after)))
			continue;
		found = f->path;
		fits++;
	}
	return fits == 1 ? found : NULL;
}
