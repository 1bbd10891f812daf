#include "project/plan_files.h"

#include <string.h>

#include "tree/glob.h"

/* Directories that hold plans, and that people like to hide from git. */
static const char *const plan_dirs[] = { ".backlog", ".planning", "plans",	 ".kiro", "specs",
					 "openspec",  "backlog", NULL };

static bool ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), len = strlen(suffix);

	return n >= len && strcmp(s + n - len, suffix) == 0;
}

/* As in .gitignore: a pattern without a slash is one for names. */
static bool fits(const char *pattern, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (strncmp(pattern, "./", 2) == 0)
		pattern += 2;
	if (*pattern == '/')
		return glob_match(pattern + 1, path);
	if (!strchr(pattern, '/') && slash)
		return glob_match(pattern, slash + 1);
	return glob_match(pattern, path);
}

enum file_kind plan_files_kind(const struct config *config, const char *path)
{
	enum file_kind kind = family_classify(path);

	if (config->plans.n == 0)
		return kind;
	if (ends(path, "SUMMARY.md"))
		return FILE_SUMMARY;
	if (ends(path, "ROADMAP.md"))
		return FILE_ROADMAP;
	for (size_t i = 0; i < config->plans.n; i++)
		if (config->plans.v[i] && fits(config->plans.v[i], path))
			return FILE_PLAN;
	return kind == FILE_PLAN ? FILE_OTHER : kind;
}

static int wanted(const char *path, void *ctx)
{
	struct plan_files *pf = ctx;

	for (; pf->known && pf->next < pf->known->n; pf->next++) {
		const struct stamp *known = &pf->known->v[pf->next];
		int c = strcmp(known->path, path);

		if (c == 0)
			return known->kind;
		if (c > 0)
			break;
	}
	return (int)plan_files_kind(pf->config, path);
}

static bool only_markdown(const struct config *config)
{
	for (size_t i = 0; i < config->plans.n; i++)
		if (config->plans.v[i] && !ends(config->plans.v[i], ".md"))
			return false;
	return true;
}

void plan_files_prepare(struct plan_files *pf, const struct config *config,
			const stamp_list *known)
{
	*pf = (struct plan_files){
		.walk = { .wanted = wanted, .ctx = pf, .keep = plan_dirs },
		.config = config,
		.known = known,
	};
	if (only_markdown(config))
		pf->walk.suffix = ".md", pf->walk.other = ".yml";
}

const char *plan_files_rules(struct arena *a, const struct config *config)
{
	const char *rules = arena_printf(a, "%s %dh %dd", PHL_VERSION, config->hours_per_day,
					 config->days_per_week);

	for (size_t i = 0; i < config->plans.n; i++)
		rules = arena_printf(a, "%s\n%s", rules,
				     config->plans.v[i] ? config->plans.v[i] : "");
	return rules;
}
