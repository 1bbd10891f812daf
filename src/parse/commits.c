#include "parse/commits.h"

#include <string.h>

#include "base/text.h"

static void add(struct reader *r, phl_commit_list *list, const char *hash, const char *message, int line)
{
	for (size_t i = 0; i < list->n; i++)
		if (hash && list->v[i].hash && strcmp(list->v[i].hash, hash) == 0)
			return;
	if (list->n < 1000)
		*(struct phl_commit *)vec_push(r->a, list) = (struct phl_commit){ hash, message, line };
}

/* Length of "feat(03-03)!:" at s, 0 when it is none. */
static size_t type_len(const char *s, size_t n)
{
	static const char *const types[] = { "feat", "fix", "docs", "test", "refactor", "chore", "perf",
					     "style", "build", "ci", "revert", NULL };
	for (int i = 0; types[i]; i++) {
		size_t k = strlen(types[i]);
		if (n <= k || memcmp(s, types[i], k) != 0)
			continue;
		if (s[k] == '(') {
			const char *close = memchr(s + k, ')', n - k);
			if (!close || close - s > 60)
				return 0;
			k = (size_t)(close - s) + 1;
		}
		if (k < n && s[k] == '!')
			k++;
		return k + 1 < n && s[k] == ':' && s[k + 1] == ' ' ? k + 1 : 0;
	}
	return 0;
}

void commits_planned(struct reader *r, const char *s, size_t n, int line, phl_commit_list *list)
{
	const char *end = s + n;
	for (const char *l = s; l < end; line++) {
		const char *nl = memchr(l, '\n', (size_t)(end - l)), *p = l;
		size_t len = trim(&p, (size_t)((nl ? nl : end) - l));
		const char *quote = len ? memchr(p, '"', len) : NULL;
		bool command = starts_word(p, len, "git commit") && quote;
		if (command) {
			len -= (size_t)(quote + 1 - p);
			p = quote + 1;
			const char *close = memchr(p, '"', len);
			if (close)
				len = (size_t)(close - p);
		}
		size_t type = type_len(p, len);
		/* "style: 1," in a fence is code */
		if (type && (command || memchr(p, '(', type)))
			add(r, list, NULL, copy_text(r->a, p, len), line);
		l = nl ? nl + 1 : end;
	}
}

/* Length of a hash at s: 7 to 40 hex digits, letters and digits both. */
static size_t hash_len(const char *s, size_t n)
{
	size_t i = 0;
	bool digit = false, letter = false;
	while (i < n && (is_digit(s[i]) || (s[i] >= 'a' && s[i] <= 'f'))) {
		digit |= is_digit(s[i]);
		letter |= is_alpha(s[i]);
		i++;
	}
	if (i < 7 || i > 40 || (i < n && (is_alnum(s[i]) || s[i] == '-' || s[i] == '_')))
		return 0;
	return digit && letter ? i : 0;
}

/* A message goes to the end of its line or span, or of the parentheses around it. */
static size_t message_end(const char *s, size_t n, size_t i, bool inside)
{
	int depth = 1;
	for (; i < n && s[i] != '\n' && s[i] != '`'; i++) {
		depth += (s[i] == '(') - (s[i] == ')');
		if (inside && depth == 0)
			break;
	}
	return i;
}

void commits_listed(struct reader *r, const char *s, size_t n, int line, phl_commit_list *list)
{
	size_t counted = 0;
	for (size_t i = 0; i < n; i++) {
		bool edge = i == 0 || is_space(s[i - 1]) || strchr("`(,[", s[i - 1]);
		size_t len = edge ? hash_len(s + i, n - i) : 0;
		if (!len)
			continue;
		size_t e = i + len;
		while (e < n && (s[e] == '`' || s[e] == ' ' || s[e] == ')' || s[e] == '-' || s[e] == '(' || ((unsigned char)s[e] & 0x80)))
			e++;
		size_t stop = message_end(s, n, e, e > i && s[e - 1] == '(');
		const char *message = type_len(s + e, stop - e) ? copy_text(r->a, s + e, stop - e) : NULL;
		for (; counted < i; counted++)
			line += s[counted] == '\n';
		add(r, list, copy_text(r->a, s + i, len), message, line);
		i += len;
	}
}

/* Commit, commit. */
static bool speaks_of_commits(const char *s, size_t n)
{
	const char *end = s + n, *m = s;
	while ((m = memchr(m, 'm', (size_t)(end - m)))) {
		if (m > s && end - m >= 4 && memcmp(m - 1, "ommit", 5) == 0)
			return true;
		m++;
	}
	return false;
}

void commits_recorded(struct reader *r, const char *s, size_t n, int line, phl_commit_list *list)
{
	if (speaks_of_commits(s, n))
		commits_listed(r, s, n, line, list);
}
