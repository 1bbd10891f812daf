/* Files known by their name without its ending, as code names them. */
#include <string.h>

#include "base/text.h"
#include "parse/binder.h"
#include "parse/paths.h"

enum { LEAST = 4 }; /* a shorter word tells nothing */

static bool word_at(const char *s, size_t n, size_t i, size_t len)
{
	bool left = i == 0 || !(is_alnum(s[i - 1]) || s[i - 1] == '_' || s[i - 1] == '-');
	size_t e = i + len;
	bool right = e >= n || !(is_alnum(s[e]) || s[e] == '_' || (s[e] == '-' && e + 1 < n && is_alnum(s[e + 1])));
	return left && right;
}

/* The length of the word at s[0] that is the stem in any of the spellings of
 * programs (fvp_engine.dart holds FvpEngine), 0 when it is not. A word that
 * could be plain English does not count. */
static size_t same_stem(const char *s, size_t n, const char *stem, size_t len)
{
	size_t i = 0;
	bool telling = false;
	for (size_t k = 0; k < len; k++) {
		bool gap = stem[k] == '_' || stem[k] == '-';
		if (gap && i < n && (s[i] == '_' || s[i] == '-')) {
			telling = true;
			i++;
		} else if (!gap) {
			if (i >= n || to_lower(s[i]) != to_lower(stem[k]))
				return 0;
			telling |= i > 0 && is_upper(s[i]) && is_lower(s[i - 1]);
			i++;
		}
	}
	return telling && i > LEAST ? i : 0;
}

/* Where the name of a file, without its ending, last stands in the text: its
 * offset plus one, 0 when it does not. */
static size_t stem_in(const char *path, const char *s, size_t n)
{
	const char *base = path_base(path);
	size_t len = strcspn(base, "."), at = 0;
	for (size_t k = 0; len && k + LEAST < n; k++) {
		if (to_lower(s[k]) != to_lower(base[0]))
			continue;
		size_t word = same_stem(s + k, n - k, base, len);
		if (word && word_at(s, n, k, word))
			at = k + 1;
	}
	return at;
}

/* The file whose name without ending stands in the text, those of the task
 * first: "ClassRepository::find (line 45)". */
const char *by_stem(const struct binder *b, const char *s, size_t n)
{
	const struct phl_plan *plan = b->u->r->plan;
	const char *best = NULL;
	size_t best_at = 0;
	if (n <= LEAST)
		return NULL;
	if (b->task >= 0) {
		const struct phl_task *t = &plan->tasks.v[b->task];
		for (size_t i = 0; i < t->files.n && i < 100; i++) {
			size_t at = stem_in(t->files.v[i], s, n);
			if (at > best_at)
				best = t->files.v[i], best_at = at;
		}
	}
	bool own = b->task >= 0 && plan->tasks.v[b->task].files.n;
	for (size_t i = 0; !own && i < plan->files.n && i < 100; i++) {
		size_t at = stem_in(plan->files.v[i].path, s, n);
		if (at > best_at)
			best = plan->files.v[i].path, best_at = at;
	}
	return best;
}

/* ---- "of the retry test" ---- */

static bool telling_word(const char *s, size_t n)
{
	bool lower = false, telling = false;
	for (size_t i = 0; i < n; i++) {
		telling |= i > 0 && i + 1 < n && (s[i] == '-' || s[i] == '_');
		telling |= is_upper(s[i]) && lower;
		lower |= is_lower(s[i]);
	}
	return telling && n > 4;
}

/* The word stands in the name of the file between its separators. */
static bool is_part(const char *path, const char *s, size_t n)
{
	const char *base = path_base(path);
	size_t len = strlen(base);
	for (size_t i = 0; i + n <= len; i++) {
		bool start = i == 0 || strchr("-_.", base[i - 1]);
		bool end = i + n == len || strchr("-_.", base[i + n]);
		size_t k = 0;
		while (start && end && k < n && to_lower(base[i + k]) == to_lower(s[k]))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

static const char *only_known(const struct units *u, const char *s, size_t n)
{
	const char *only = NULL;
	for (int b = 0; b < KNOWN_BUCKETS; b++)
		for (const struct known *k = u->known[b]; k; k = k->next) {
			if (!is_part(k->path, s, n))
				continue;
			if (only && strcmp(only, k->path) != 0)
				return NULL;
			only = k->path;
		}
	return only;
}

const char *by_part(const struct binder *b, const char *s, size_t n)
{
	static const char *const joins[] = { " of ", " in ", " from ", NULL };
	static const char *const articles[] = { "the ", "existing ", "current ", "`", NULL };
	size_t i = 0, e;
	for (int k = 0; joins[k] && !i; k++)
		if (starts_word(s, n, joins[k]))
			i = strlen(joins[k]);
	if (!i)
		return NULL;
	for (int k = 0; articles[k]; k++)
		if (starts_word(s + i, n - i, articles[k]))
			i += strlen(articles[k]);
	for (e = i; e < n && (is_alnum(s[e]) || s[e] == '-' || s[e] == '_'); e++)
		;
	return telling_word(s + i, e - i) ? only_known(b->u, s + i, e - i) : NULL;
}
