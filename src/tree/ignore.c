#include "tree/ignore.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "tree/glob.h"

/* A .gitignore is somebody else's file: beyond these, rules do not count. */
#define RULE_LEN_MAX 1024

struct rule {
	char *pattern;
	bool negated;  /* !pattern */
	bool dir_only; /* pattern/ */
	bool anchored; /* has a slash: fits from the directory of its file */
	bool literal;  /* no wildcard in it */
	struct rule *next; /* the one before it in the file */
};

struct ignore {
	size_t dir_len;
	const struct rule *last;
	const struct ignore *above;
};

/* Cuts spaces from the end, but not an escaped one. */
static size_t trim(const char *s, size_t n)
{
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t' || s[n - 1] == '\r')) {
		if (n > 1 && s[n - 2] == '\\')
			break;
		n--;
	}
	return n;
}

static bool is_kept(const char *s, size_t n, const char *const *keep)
{
	for (; keep && *keep; keep++)
		if (n == strlen(*keep) && memcmp(s, *keep, n) == 0)
			return true;
	return false;
}

/* ".planning/ *" and ".planning/ **" (without the space) mean the directory. */
static size_t cut_content(const char *s, size_t n, const char *const *keep)
{
	size_t end = n, start;

	while (end > 0 && s[end - 1] == '*')
		end--;
	if (end == n || end == 0 || s[end - 1] != '/')
		return n;
	for (start = end - 1; start > 0 && s[start - 1] != '/';)
		start--;
	return is_kept(s + start, end - 1 - start, keep) ? end : n;
}

static struct rule *read_rule(struct arena *a, const char *s, size_t n,
			      const char *const *keep)
{
	struct rule r = { 0 };
	struct rule *out;

	n = trim(s, n);
	if (n == 0 || *s == '#')
		return NULL;
	if (*s == '!') {
		r.negated = true;
		s++;
		n--;
	}
	n = cut_content(s, n, keep);
	if (n > 0 && s[n - 1] == '/') {
		r.dir_only = true;
		n--;
	}
	r.anchored = n > 0 && memchr(s, '/', n) != NULL;
	if (n > 0 && *s == '/') {
		s++;
		n--;
	}
	if (n == 0 || n > RULE_LEN_MAX)
		return NULL;
	r.pattern = arena_dup(a, s, n);
	r.literal = strpbrk(r.pattern, "*?[\\") == NULL;
	out = arena_alloc(a, sizeof *out);
	*out = r;
	return out;
}

const struct ignore *ignore_read(struct arena *a, const char *text, size_t n,
				 size_t dir_len, const char *const *keep,
				 const struct ignore *above)
{
	const char *end = text + n;
	struct rule *last = NULL;
	struct ignore *ig;

	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;
	for (int count = 0; text < end && count < LIMIT_IGNORE_RULES; count++) {
		const char *nl = memchr(text, '\n', (size_t)(end - text));
		const char *stop = nl ? nl : end;
		struct rule *r = read_rule(a, text, (size_t)(stop - text), keep);

		if (r) {
			r->next = last;
			last = r;
		}
		text = stop + 1;
	}
	if (!last)
		return above;
	ig = arena_alloc(a, sizeof *ig);
	*ig = (struct ignore){ .dir_len = dir_len, .last = last, .above = above };
	return ig;
}

static bool rule_fits(const struct rule *r, const char *path, const char *name,
		      bool is_dir)
{
	const char *text = r->anchored ? path : name;

	if (r->dir_only && !is_dir)
		return false;
	return r->literal ? strcmp(r->pattern, text) == 0 : glob_match(r->pattern, text);
}

bool ignore_fits(const struct ignore *rules, const char *path, bool is_dir)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;

	for (; rules; rules = rules->above)
		for (const struct rule *r = rules->last; r; r = r->next)
			if (rule_fits(r, path + rules->dir_len, name, is_dir))
				return !r->negated;
	return false;
}
