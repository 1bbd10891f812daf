/* The families of plans: which files are theirs, and what is different about them. */
#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "parse/document.h"
#include "model/wordlist.h"
#include "parse/parse.h"
#include "parse/source.h"

static bool has(const char *s, size_t n, const char *word)
{
	size_t len = strlen(word);
	for (size_t i = 0; i + len <= n; i++)
		if (memcmp(s + i, word, len) == 0)
			return true;
	return false;
}

static bool ends(const char *s, size_t n, const char *suffix)
{
	size_t len = strlen(suffix);
	return n >= len && memcmp(s + n - len, suffix, len) == 0;
}

/* "-FIX", "-FIX-2", "PLAN-004": the word, then at most a number. */
static bool ends_numbered(const char *s, size_t n, const char *word)
{
	if (ends(s, n, word))
		return true;
	size_t i = n;
	while (i && is_digit(s[i - 1]))
		i--;
	return i < n && i > 0 && s[i - 1] == '-' && ends(s, i - 1, word);
}

/* n is the length without ".md". */
static bool is_gsd_plan(const char *base, size_t n)
{
	if (has(base, n, "SUMMARY") || has(base, n, "REVIEW-FIX") || has(base, n, "VALIDATION"))
		return false;
	return ends(base, n, "PLAN") || ends(base, n, "TRD") || ends(base, n, "JOB") ||
	       ends_numbered(base, n, "-FIX") ||
	       (ends_numbered(base, n, "PLAN") && !ends(base, n, "PLAN"));
}

/* NN-MM-PLAN, NN-MM-slug-PLAN, NN-MM, PLAN. */
static bool is_phased_plan(const char *base, size_t n)
{
	if (n == 4 && memcmp(base, "PLAN", 4) == 0)
		return true;
	bool named = ends(base, n, "-PLAN");
	if (named)
		n -= 5;
	size_t i = 0, dash = 0;
	while (i < n && (is_digit(base[i]) || base[i] == '.' || (base[i] == '-' && !dash && i > 0))) {
		if (base[i] == '-')
			dash = i;
		i++;
	}
	if (i < n && is_lower(base[i]))
		i++;
	bool slug = named && i + 1 < n && base[i] == '-' && is_alpha(base[i + 1]);
	return dash && dash + 1 < i && (i == n || slug) && dash <= 8 && i - dash <= 5;
}

static bool is_task_list(const char *base, size_t n)
{
	return n == 5 && memcmp(base, "tasks", 5) == 0;
}

/* What is built already needs no tasks. */
static bool is_none(const char *base, size_t n)
{
	(void)base, (void)n;
	return false;
}

static bool is_plan_text(const char *base, size_t n)
{
	return !same_word(base, n, "readme");
}

/* Designs lie beside the plans that were made from them. */
static bool is_no_design(const char *base, size_t n)
{
	return !starts_word(base, n, "readme") && !has(base, n, "design");
}

static const struct family gsd = { .name = "gsd", .label = "GSD", .summary_completes = true,
				   .keeps_status = true, .has_conditions = true };
static const struct family phased = { .name = "phased", .label = "Phased plans",
				      .boxes_count = true, .keeps_status = true,
				      .has_conditions = true };
static const struct family speckit = { .name = "speckit", .label = "Spec Kit",
				       .naming = NAMED_BY_DIRECTORY, .boxes_count = true,
				       .task_list = true, .bare_paths = true,
				       .has_conditions = true,
				       .documents = speckit_documents };
static const struct family kiro = { .name = "kiro", .label = "Kiro", .naming = NAMED_BY_DIRECTORY,
				    .boxes_count = true, .task_list = true,
				    .has_conditions = true, .started = "-",
				    .documents = kiro_documents };
static const struct family openspec = { .name = "openspec", .label = "OpenSpec",
					.naming = NAMED_BY_DIRECTORY, .boxes_count = true,
					.task_list = true,
					.documents = openspec_documents };
static const char *const backlog_words[] = { "To Do", "In Progress", "Done" };
static const struct wordlist backlog_statuses = { backlog_words, 3, "To Do" };

static const struct family backlog = { .name = "backlog", .label = "Backlog.md",
				       .naming = NAMED_BY_KEY, .boxes_count = true,
				       .keeps_status = true, .has_conditions = true,
				       .counts_conditions = true,
				       .statuses = &backlog_statuses, .config = "config.yml",
				       .root_config = "backlog.config.yml" };
static const struct family superpowers = { .name = "superpowers", .label = "Superpowers",
					   .naming = NAMED_BY_FILE, .boxes_count = true,
					   .has_conditions = true };

const char *const family_names[] = { "phased",	 "gsd",	    "speckit",	   "kiro",
				     "openspec", "backlog", "superpowers", NULL };

/* What was archived is out of the way, whether done or not. */
#define BACKLOG(top)                                                                        \
	{ &backlog, top "/tasks", is_plan_text, "Backlog", PHL_PENDING, 1, false },          \
	{ &backlog, top "/drafts", is_plan_text, "Backlog drafts", PHL_PENDING, 2, true },   \
	{ &backlog, top "/completed", is_plan_text, "Backlog completed", PHL_DONE, 3, false }, \
	{ &backlog, top "/archive/tasks", is_plan_text, "Backlog archive", PHL_SKIPPED, 4, false }, \
	{ &backlog, top "/archive/drafts", is_plan_text, "Backlog archive", PHL_SKIPPED, 4, false }

/* Place after place; the first that takes a file has it. */
static const struct place {
	const struct family *family;
	const char *dir;   /* directories that it must lie below */
	bool (*is_plan)(const char *base, size_t n);
	const char *group; /* what those there are called, where they have no phase */
	enum phl_status means; /* what lying there says; pending: nothing */
	int rank;          /* of its group among those beside it, 0 for none */
	bool draft;        /* not to be begun yet */
} places[] = {
	{ &gsd, ".planning", is_gsd_plan, NULL, PHL_PENDING, 0, false },
	{ &phased, ".planning", is_phased_plan, NULL, PHL_PENDING, 0, false },
	{ &phased, "plans", is_phased_plan, NULL, PHL_PENDING, 0, false },
	{ &kiro, ".kiro/specs", is_task_list, "Kiro specs", PHL_PENDING, 0, false },
	{ &openspec, "openspec/changes/archive", is_task_list, "OpenSpec archive", PHL_DONE, 0, false },
	{ &openspec, "openspec/changes", is_task_list, "OpenSpec changes", PHL_PENDING, 0, false },
	{ &openspec, "openspec/specs", is_none, NULL, PHL_PENDING, 0, false },
	{ &speckit, "specs", is_task_list, "Spec Kit features", PHL_PENDING, 0, false },
	BACKLOG("backlog"),
	BACKLOG(".backlog"),
	{ &superpowers, "docs/superpowers/plans", is_no_design, "Superpowers plans", PHL_PENDING, 0, false },
	{ &superpowers, "docs/plans", is_no_design, "Plans in docs", PHL_PENDING, 0, false },
};
enum { PLACES = sizeof places / sizeof *places };

/* Where in the path its directories `dir` end, with the slash; 0 for nowhere. */
static size_t below(const char *path, const char *dir)
{
	size_t len = strlen(dir);
	for (const char *p = path, *slash; (slash = strchr(p, '/')); p = slash + 1)
		if (strncmp(p, dir, len) == 0 && p[len] == '/')
			return (size_t)(p - path) + len + 1;
	return 0;
}

/* Copies that tools keep aside are not plans of this tree. */
static bool is_copy(const char *path)
{
	return below(path, ".worktrees") || strstr(path, ".planning.backup");
}

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* The place of a plan, or NULL. */
static const struct place *find_place(const char *path)
{
	const char *base = base_of(path);
	size_t n = strlen(base);
	if (n < 4 || memcmp(base + n - 3, ".md", 3) != 0 || is_copy(path))
		return NULL;
	for (int i = 0; i < PLACES; i++)
		if (places[i].is_plan(base, n - 3) && below(path, places[i].dir))
			return &places[i];
	return NULL;
}

/* Where plans are numbered, SUMMARY and ROADMAP files speak of them. */
static bool may_have_companions(const char *path)
{
	for (int i = 0; i < PLACES; i++)
		if (places[i].family->naming == NAMED_BY_NUMBERS && below(path, places[i].dir))
			return !is_copy(path);
	return false;
}

/* ---- documents beside a plan ---- */

/* Where a path ends in this name, the length of what comes before it, without the slash;
 * else 0. */
static size_t before_name(const char *path, size_t len, const char *name)
{
	const char *p = path + len, *n = name + strlen(name);
	if (len < 5 || p[-4] != n[-4]) /* most have other letters before ".md" */
		return 0;
	while (n > name) {
		const char *end = p;
		if (p > path && *--n == '*')
			while (p > path && p[-1] != '/')
				p--;
		else if (p > path && p[-1] == *n)
			p--;
		if (p == end)
			return 0;
	}
	return p > path && p[-1] == '/' ? (size_t)(p - path) - 1 : 0;
}

/* The place of this directory, the start of a path, where documents have plans. */
static const struct place *place_in(const char *path, size_t dir)
{
	for (int i = 0; i < PLACES; i++) {
		size_t top = places[i].family->documents ? below(path, places[i].dir) : 0;
		if (top && top <= dir + 1)
			return &places[i];
	}
	return NULL;
}

const struct document_rule *family_document(const char *path, size_t *dir)
{
	size_t len = strlen(path);
	for (int i = 0; i < PLACES; i++) {
		const struct document_rule *d = places[i].family->documents;
		for (; d && d->name; d++)
			if ((*dir = before_name(path, len, d->name)) && !is_copy(path) &&
			    place_in(path, *dir) == &places[i])
				return d;
	}
	return NULL;
}

const char *family_documented(struct arena *a, const char *path)
{
	size_t dir;
	return family_document(path, &dir) ? arena_printf(a, "%.*s/tasks.md", (int)dir, path) : NULL;
}

/* backlog/config.yml or backlog.config.yml */
static bool is_config(const char *path, const char *base)
{
	for (int i = 0; i < PLACES; i++) {
		const struct family *f = places[i].family;
		size_t n = strcspn(places[i].dir, "/"), before = (size_t)(base - path);
		if (!f->config)
			continue;
		if (strcmp(base, f->root_config) == 0)
			return true;
		if (strcmp(base, f->config) == 0 && before > n &&
		    memcmp(base - 1 - n, places[i].dir, n) == 0 &&
		    (before == n + 1 || base[-(long)n - 2] == '/'))
			return true;
	}
	return false;
}

enum file_kind family_classify(const char *path)
{
	const char *base = base_of(path);
	size_t n = strlen(base);
	if (n > 4 && memcmp(base + n - 4, ".yml", 4) == 0)
		return is_config(path, base) && !is_copy(path) ? FILE_STATUSES : FILE_OTHER;
	if (n < 4 || memcmp(base + n - 3, ".md", 3) != 0)
		return FILE_OTHER;
	if (find_place(path))
		return FILE_PLAN;
	n -= 3;
	if (ends(base, n, "SUMMARY") && may_have_companions(path))
		return FILE_SUMMARY;
	if (ends(base, n, "ROADMAP") && may_have_companions(path))
		return FILE_ROADMAP;
	size_t dir;
	return family_document(path, &dir) ? FILE_CONTEXT : FILE_OTHER;
}

/* A seed plan below .planning has the form of both; what tells them apart is
 * whether completion is a matter of SUMMARY files, so .planning is gsd's. */
const struct family *family_of(const char *path)
{
	const struct place *p = find_place(path);
	return p ? p->family : &phased;
}

const struct family *family_named(const char *name)
{
	for (int i = 0; i < PLACES; i++)
		if (strcmp(places[i].family->name, name) == 0)
			return places[i].family;
	return NULL;
}

static const char *parent(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_dup(a, path, (size_t)(slash - path)) : ".";
}

/* "backlog/1/tasks": by rank, below the first directory of the place. */
static const char *sort_key(struct arena *a, const struct place *p, const char *dir, size_t top)
{
	size_t first = top - strlen(p->dir) - 1 + strcspn(p->dir, "/");
	return p->rank ? arena_printf(a, "%.*s/%d%s", (int)first, dir, p->rank, dir + first) : NULL;
}

struct family_place family_place_of(struct arena *a, const char *path)
{
	const struct place *p = find_place(path);
	struct family_place out = { .dir = parent(a, path) };
	if (!p)
		return out;
	size_t top = below(path, p->dir);
	out.group = p->group;
	out.key = sort_key(a, p, out.dir, top);
	/* each has a directory of its own, but for one right in that of all */
	if (p->family->naming == NAMED_BY_DIRECTORY && strlen(out.dir) + 1 > top)
		out.dir = parent(a, out.dir);
	if (p->group && strlen(out.dir) + 1 > top)
		out.group = arena_printf(a, "%s: %s", p->group, base_of(out.dir));
	/* a part of the tree may have some of its own */
	size_t before = top - strlen(p->dir) - 1;
	if (p->group && before)
		out.group = arena_printf(a, "%s in %.*s", out.group, (int)before - 1, path);
	return out;
}

void family_evidence(const char *path, struct evidence *e)
{
	const struct place *p = find_place(path);
	const struct family *f = p ? p->family : &phased;
	*e = (struct evidence){ .summary_completes = f->summary_completes,
				.boxes_count = f->boxes_count,
				.put_away = p ? p->means : PHL_PENDING,
				.statuses = f->statuses,
				.is_draft = p && p->draft };
}

const char *family_config(struct arena *a, const char *path,
			  bool (*found)(const char *candidate, void *ctx), void *ctx)
{
	const struct place *p = find_place(path);
	if (!p || !p->family->config)
		return NULL;
	size_t first = strcspn(p->dir, "/"), top = below(path, p->dir) - strlen(p->dir) - 1;
	const char *beside = arena_printf(a, "%.*s%s", (int)top, path, p->family->root_config);
	if (found(beside, ctx))
		return beside;
	const char *inside = arena_printf(a, "%.*s/%s", (int)(top + first), path, p->family->config);
	return found(inside, ctx) ? inside : NULL;
}

const char *family_summary(struct arena *a, const char *path,
			   bool (*found)(const char *candidate, void *ctx), void *ctx)
{
	static const char *const words[] = { "-PLAN", "-TRD", "-JOB", "PLAN", NULL };
	const char *slash = strrchr(path, '/');
	size_t dir = slash ? (size_t)(slash - path) + 1 : 0, n = strlen(path);
	if (n < dir + 3)
		return NULL;
	n -= 3;
	size_t stem = n;
	for (int i = 0; words[i]; i++)
		if (ends(path + dir, n - dir, words[i])) {
			stem = n - strlen(words[i]);
			break;
		}
	const char *dash = stem > dir ? "-" : "";
	const char *full = arena_printf(a, "%.*s%sSUMMARY.md", (int)stem, path, dash);
	if (found(full, ctx))
		return full;
	/* 03-02-add-colors-PLAN.md may be summed up as 03-02-SUMMARY.md */
	size_t i = dir;
	while (i < stem && (is_digit(path[i]) || path[i] == '.'))
		i++;
	size_t number = i;
	if (i < stem && path[i] == '-')
		for (i++; i < stem && is_alnum(path[i]); i++)
			;
	if (i > number + 1 && is_digit(path[number + 1]) && i < stem && path[i] == '-' &&
	    !has(path + i, stem - i, "FIX")) {
		const char *shorter = arena_printf(a, "%.*s-SUMMARY.md", (int)i, path);
		if (found(shorter, ctx))
			return shorter;
	}
	return NULL;
}
