/* Line numbers in words: the grammar of "line 12" in the languages seen. */
#include <string.h>

#include "base/text.h"
#include "parse/numbers.h"

struct words {
	struct reader *r;
	const char *s;
	size_t n;
};

static const char *const keywords[] = {
	"lines", "line", "lignes", "ligne", "l\xc3\xadneas", "l\xc3\xadnea", "linhas", "linha",
	"zeilen", "zeile", "righe", "riga", NULL,
};

static size_t marks(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == '*' || s[i] == '_'))
		i++;
	return i;
}

/* Before "lines" these words make what follows a count. */
static bool counts_before(const char *s, size_t at)
{
	static const char *const words[] = { "max", "min", "maximum", "minimum", "total", "min.",
					     "max.", "estimated", "command", "base", NULL };
	size_t e = at;
	while (e && (s[e - 1] == ' ' || s[e - 1] == '*'))
		e--;
	for (int i = 0; words[i]; i++) {
		size_t len = strlen(words[i]);
		if (e >= len && starts_word(s + e - len, len, words[i]) &&
		    (e == len || !is_alnum(s[e - len - 1])))
			return true;
	}
	return false;
}

/* Behind a number these make it a count: "Lines: ~50 new", "10-20 lines". */
static bool counts_after(const char *s, size_t n)
{
	static const char *const words[] = { "new", "total", "added", "removed", "lines", "line",
					     "loc", "or less", "or fewer", "max", "minimum", "chars",
					     "characters", "net", "changed", "deleted", NULL };
	size_t i = blanks(s, n);
	if (starts_word(s + i, n - i, "("))
		i++;
	if (i == 0 && n && *s == '-')
		i = 1;
	for (int k = 0; words[k]; k++) {
		size_t len = strlen(words[k]);
		if (starts_word(s + i, n - i, words[k]) && (i + len >= n || !is_alnum(s[i + len])))
			return true;
	}
	return false;
}

/* Coverage thresholds give lines as a percentage without the sign. */
static bool in_coverage(const char *s, size_t n, size_t at)
{
	size_t from = at, to = at;
	while (from && s[from - 1] != '\n')
		from--;
	while (to < n && s[to] != '\n')
		to++;
	const char *l = s + from;
	size_t len = to - from;
	return find_word(l, len, "branches:") || find_word(l, len, "statements:") ||
	       find_word(l, len, "functions:") || find_word(l, len, "threshold");
}

/* "Line 102", "**Lines:** 12, 14", "line(s) 3-5", "lines ~1593-1975". */
static size_t words_at(struct words *c, size_t at, range_list *out)
{
	const char *s = c->s + at;
	size_t n = c->n - at, i = 0;
	if (!strchr("lLzZrR", *s))
		return 0;
	for (int k = 0; keywords[k] && !i; k++)
		if (starts_word(s, n, keywords[k]))
			i = strlen(keywords[k]);
	if (!i)
		return 0;
	bool plural = to_lower(s[i - 1]) == 's' || to_lower(s[i - 1]) == 'n';
	if (starts_word(s + i, n - i, "(s)"))
		i += 3, plural = true;
	size_t before = i;
	bool colon = false, number_sign = false;
	for (bool more = true; more;) {
		size_t start = i;
		i += marks(s + i, n - i);
		i += blanks(s + i, n - i);
		if (i < n && s[i] == ':' && !colon)
			colon = true, i++;
		if (starts_word(s + i, n - i, "\xef\xbc\x9a") && !colon) /* full-width colon */
			colon = true, i += 3;
		if (i < n && s[i] == '#' && !number_sign)
			number_sign = true, i++;
		if (i < n && s[i] == '`' && (i + 1 < n && (is_digit(s[i + 1]) || s[i + 1] == '~')))
			i++;
		more = i > start;
	}
	static const char *const numbers[] = { "number ", "numbers ", "range ", NULL };
	for (int k = 0; numbers[k]; k++)
		if (i > before && starts_word(s + i, n - i, numbers[k]))
			i += strlen(numbers[k]);
	if (i == before)
		return 0;
	size_t len = numbers_list(c->r, c->s, c->n, at + i, out);
	if (!len)
		return 0;
	size_t end = i + len;
	bool one = out->n == 1 && out->v[0].first == out->v[0].last;
	if (counts_before(c->s, at) && colon)
		return 0;
	if (counts_after(s + end, n - end) && (colon || one))
		return 0;
	if (colon && plural && one && out->v[0].approximate)
		return 0;
	if (in_coverage(c->s, c->n, at))
		return 0;
	return end;
}

/* 第 12-30 行, 行 397, 行号：12 */
static size_t cjk_at(struct words *c, size_t at, range_list *out)
{
	const char *s = c->s + at;
	size_t n = c->n - at, i = 0, len;
	if (starts_word(s, n, "\xe7\xac\xac")) { /* 第 */
		i = 3 + blanks(s + 3, n - 3);
		struct span_range range;
		len = numbers_range(s + i, n - i, &range);
		/* range_at stops a number at letters only; 行 is none to it */
		if (!len)
			return 0;
		i += len;
		size_t gap = blanks(s + i, n - i);
		if (!starts_word(s + i + gap, n - i - gap, "\xe8\xa1\x8c"))
			return 0;
		range.at += at + 3;
		*(struct span_range *)vec_push(c->r->scratch, out) = range;
		return i + gap + 3;
	}
	if (!starts_word(s, n, "\xe8\xa1\x8c")) /* 行 */
		return 0;
	i = 3;
	if (starts_word(s + i, n - i, "\xe5\x8f\xb7")) /* 号 */
		i += 3;
	if (starts_word(s + i, n - i, "\xef\xbc\x9a"))
		i += 3;
	else if (i < n && s[i] == ':')
		i++;
	i += blanks(s + i, n - i);
	len = numbers_list(c->r, c->s, c->n, at + i, out);
	return len ? i + len : 0;
}

size_t numbers_in_words(struct reader *r, const char *s, size_t n, size_t at, range_list *out)
{
	struct words c = { r, s, n };
	size_t len = words_at(&c, at, out);
	if (len)
		return len;
	out->n = 0;
	return cjk_at(&c, at, out);
}
