/* The families of plans: which files are theirs, what completes them. */
#include <string.h>

#include "base/text.h"
#include "parse/parse.h"

/* Family after family; the first that takes a file has it. */
struct descriptor {
	struct family family;
	const char *dir;                     /* a directory it must lie below */
	bool (*is_plan)(const char *base, size_t n);
};

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

static const struct descriptor families[] = {
	{ { "gsd", true, false }, ".planning", is_gsd_plan },
	{ { "phased", false, true }, ".planning", is_phased_plan },
	{ { "phased", false, true }, "plans", is_phased_plan },
};
enum { FAMILIES = sizeof families / sizeof *families, PHASED = 1 };

/* True when one of the directories of the path is `dir`. */
static bool below(const char *path, const char *dir)
{
	size_t len = strlen(dir);
	for (const char *p = path, *slash; (slash = strchr(p, '/')); p = slash + 1)
		if ((size_t)(slash - p) == len && memcmp(p, dir, len) == 0)
			return true;
	return false;
}

/* Copies that tools keep aside are not plans of this tree. */
static bool is_copy(const char *path)
{
	return below(path, ".worktrees") || strstr(path, ".planning.backup");
}

static const struct descriptor *find_family(const char *path, const char *base, size_t n)
{
	for (int i = 0; i < FAMILIES; i++)
		if (families[i].is_plan(base, n) && below(path, families[i].dir))
			return &families[i];
	return NULL;
}

static bool in_family_dir(const char *path)
{
	for (int i = 0; i < FAMILIES; i++)
		if (below(path, families[i].dir))
			return true;
	return false;
}

enum file_kind family_classify(const char *path)
{
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
	size_t n = strlen(base);
	if (n < 4 || memcmp(base + n - 3, ".md", 3) != 0 || is_copy(path))
		return FILE_OTHER;
	n -= 3;
	if (find_family(path, base, n))
		return FILE_PLAN;
	if (ends(base, n, "SUMMARY") && in_family_dir(path))
		return FILE_SUMMARY;
	if (ends(base, n, "ROADMAP") && in_family_dir(path))
		return FILE_ROADMAP;
	return FILE_OTHER;
}

/* A seed plan below .planning has the form of both; what tells them apart is
 * whether completion is a matter of SUMMARY files, so .planning is gsd's. */
const struct family *family_of(const char *path)
{
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
	size_t n = strlen(base);
	const struct descriptor *d = NULL;
	if (n > 3 && memcmp(base + n - 3, ".md", 3) == 0)
		d = find_family(path, base, n - 3);
	return &(d ? d : &families[PHASED])->family;
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
