#include "project/known.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "project/documents.h"
#include "project/sync.h"

struct asking {
	struct project *p;
	struct arena *a;
	struct err *err;
	bool failed;
	bool behind; /* a companion is not as the store knows it */
};

static bool is_as_known(int root_fd, const char *path, const struct stamp *known)
{
	struct stat st;
	struct tree_file now;

	if (fstatat(root_fd, path, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
		return !known;
	tree_stat(&st, &now);
	return known && now.mtime_ns == known->mtime_ns && now.size == known->size &&
	       now.inode == known->inode;
}

static bool is_stamped(const char *path, enum file_kind kind, void *ctx)
{
	struct asking *ask = ctx;
	struct stamp stamp;
	bool found;

	if (ask->failed)
		return false;
	if (!store_stamp(ask->p->store, ask->a, path, &stamp, &found, ask->err)) {
		ask->failed = true;
		return false;
	}
	ask->behind |= !is_as_known(ask->p->root_fd, path, found ? &stamp : NULL);
	return found && stamp.kind == (int)kind;
}

static bool is_summary(const char *path, void *ctx)
{
	return is_stamped(path, FILE_SUMMARY, ctx);
}

static bool find_summary(struct asking *ask, const char *plan_path, const char **path,
			 struct summary **out)
{
	const char *text;

	*out = NULL;
	*path = family_summary(ask->a, plan_path, is_summary, ask);
	if (!*path || ask->failed)
		return !ask->failed;
	if (!store_companion(ask->p->store, ask->a, *path, &text, ask->err))
		return false;
	*out = facts_read_summary(ask->a, text ? text : "");
	return true;
}

static bool find_line(struct asking *ask, const struct phl_plan *plan,
		      const struct roadmap_plan **out)
{
	struct companion_finder finder = { is_stamped, ask };
	const char *path = companion_find_roadmap(ask->a, plan->path, &finder), *text;

	*out = NULL;
	if (!path || ask->failed)
		return !ask->failed;
	if (!store_companion(ask->p->store, ask->a, path, &text, ask->err))
		return false;
	if (text)
		*out = facts_find_plan(facts_read_roadmap(ask->a, text), plan->id);
	return true;
}

/* One that came since is seen by the next sync, which then reads the plan again. */
static bool find_documents(struct asking *ask, struct phl_plan *plan, struct evidence *e)
{
	const char *slash = strrchr(plan->path, '/'), *text;
	path_list paths = { 0 };

	if (!slash || !family_of(plan->path)->documents)
		return true;
	if (!store_companions_below(ask->p->store, ask->a,
				    arena_dup(ask->a, plan->path, (size_t)(slash - plan->path)),
				    &paths, ask->err))
		return false;
	documents_sort(&paths);
	for (size_t i = 0; i < paths.n; i++) {
		const char *of = family_documented(ask->a, paths.v[i]);

		if (!of || strcmp(of, plan->path) != 0 || !is_stamped(paths.v[i], FILE_CONTEXT, ask))
			continue;
		if (!store_companion(ask->p->store, ask->a, paths.v[i], &text, ask->err))
			return false;
		if (text)
			documents_apply(ask->a, plan,
					facts_read_document(ask->a, text, paths.v[i]), e);
	}
	return !ask->failed;
}

static bool is_config(const char *path, void *ctx)
{
	return is_stamped(path, FILE_STATUSES, ctx);
}

static bool find_statuses(struct asking *ask, const char *plan_path,
			  const struct wordlist **out)
{
	const char *path = family_config(ask->a, plan_path, is_config, ask), *text;

	*out = NULL;
	if (!path || ask->failed)
		return !ask->failed;
	if (!store_companion(ask->p->store, ask->a, path, &text, ask->err))
		return false;
	*out = facts_read_statuses(ask->a, text ? text : "");
	return true;
}

bool known_statuses(struct project *p, struct arena *a, const char *plan_path,
		    const struct wordlist **out, struct err *err)
{
	struct asking ask = { p, a, err, false, false };

	return find_statuses(&ask, plan_path, out);
}

bool known_decide(struct project *p, int64_t row, struct phl_plan *plan, struct arena *a,
		  const char **summary, struct around *around, struct err *err)
{
	struct asking ask = { p, a, err, false, false };
	const struct roadmap_plan *line;
	const struct wordlist *statuses;
	struct summary *sum;
	struct evidence e;

	if (!find_summary(&ask, plan->path, summary, &sum) || !find_line(&ask, plan, &line) ||
	    !find_statuses(&ask, plan->path, &statuses))
		return false;
	planning_evidence(a, plan, sum, line, statuses, &e);
	if (!find_documents(&ask, plan, &e))
		return false;
	around->statuses = e.statuses;
	around->behind = ask.behind;
	return store_carry_findings(p->store, row, plan, a, &around->copied, err) &&
	       planning_decide(p->store, row, plan, &e, a, err);
}
