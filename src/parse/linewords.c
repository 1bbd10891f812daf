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
		if (!starts_word(s + i, n - i, words[k]))
			continue;
		size_t end = i + strlen(words[k]);
		if (end == n || !is_alnum(s[end]))
			return true;
	}
	return false;
}

/* Coverage thresholds give lines as a percentage without the sign. */
static bool in_coverage(const char *s, size_t n, size_t at)
{
	static const char *const words[] = { "branches:", "statements:", "functions:", "threshold", NULL };
	static _Thread_local struct any_word any;
	const char *above = memrchr(s, '\n', at), *end = memchr(s + at, '\n', n - at);
	const char *line = above ? above + 1 : s;
	return holds_any(&any, line, (size_t)((end ? end : s + n) - line), words);
}

/* "address line 2" is a field of a form. */
static bool is_field(const char *s, size_t at)
{
	return at > 8 && s[at - 1] == ' ' && starts_word(s + at - 8, 7, "address");
}

struct keyword {
	size_t len;
	bool plural, colon;
	bool phrase; /* "Lines to modify": a range follows it, or else a count */
};

static struct keyword keyword_at(const char *s, size_t n)
{
	struct keyword w = { 0 };
	w.len = starts_any(s, n, keywords);
	if (!w.len)
		return w;
	w.plural = to_lower(s[w.len - 1]) == 's' || to_lower(s[w.len - 1]) == 'n';
	if (starts_word(s + w.len, n - w.len, "(s)")) {
		w.len += 3;
		w.plural = true;
	}
	return w;
}

/* "number", "range", "to modify" between the keyword and its numbers. */
static void read_phrase(struct keyword *w, const char *s, size_t n)
{
	static const char *const names[] = { " number(s)", " numbers", " number", " nos.", " no.",
					     " ranges",	   " range",   NULL };
	static const char *const phrases[] = { " to modify",  " to change", " to edit", " to update",
					       " to replace", " to remove", " to delete", " to review",
					       " to read",    " to touch",  " to fix",	  " affected",
					       " of interest", NULL };
	if (n < w->len + 2 || s[w->len] != ' ' || !is_alpha(s[w->len + 1]))
		return;
	size_t name = starts_any(s + w->len, n - w->len, names);
	if (name) {
		w->len += name;
		return;
	}
	for (int k = 0; phrases[k]; k++) {
		size_t len = strlen(phrases[k]);
		if (!starts_word(s + w->len, n - w->len, phrases[k]) || w->len + len >= n ||
		    !strchr(":*", s[w->len + len]))
			continue;
		w->len += len;
		w->phrase = true;
		return;
	}
}

/* Marks, blanks, one colon, "#" and a backtick before the numbers. */
static void read_marks(struct keyword *w, const char *s, size_t n)
{
	bool number_sign = false;
	for (size_t i = w->len, start = n; i != start;) {
		start = i;
		i += marks(s + i, n - i);
		i += blanks(s + i, n - i);
		if (i < n && s[i] == ':' && !w->colon)
			w->colon = true, i++;
		if (starts_word(s + i, n - i, "\xef\xbc\x9a") && !w->colon) /* full-width colon */
			w->colon = true, i += 3;
		if (i < n && s[i] == '#' && !number_sign)
			number_sign = true, i++;
		if (i + 1 < n && s[i] == '`' && (is_digit(s[i + 1]) || s[i + 1] == '~'))
			i++;
		w->len = i;
	}
}

static bool is_count(const struct words *c, size_t at, const struct keyword *w, size_t end,
		     const range_list *found)
{
	bool one = found->n == 1 && found->v[0].first == found->v[0].last;
	if (w->colon && counts_before(c->s, at))
		return true;
	if ((w->colon || one) && counts_after(c->s + end, c->n - end))
		return true;
	if (w->plural && one && ((w->colon && found->v[0].approximate) || w->phrase))
		return true;
	return in_coverage(c->s, c->n, at);
}

/* "Line 102", "**Lines:** 12, 14", "line(s) 3-5", "lines ~1593-1975". */
static size_t words_at(struct words *c, size_t at, range_list *out)
{
	const char *s = c->s + at;
	size_t n = c->n - at;
	struct keyword w = keyword_at(s, n);
	size_t name = w.len;
	if (!name)
		return 0;
	read_phrase(&w, s, n);
	read_marks(&w, s, n);
	if (w.len == name || is_field(c->s, at))
		return 0;
	size_t len = numbers_list(c->r, c->s, c->n, at + w.len, out);
	if (!len || is_count(c, at, &w, at + w.len + len, out))
		return 0;
	return w.len + len;
}

/* 第 12-30 行, 行 397, 行号：12 */
static size_t cjk_at(struct words *c, size_t at, range_list *out)
{
	const char *s = c->s + at;
	size_t n = c->n - at, i = 0, len;
	if (starts_word(s, n, "\xe7\xac\xac")) { /* 第 */
		i = 3 + blanks(s + 3, n - 3);
		struct span_range range;
		size_t start = at + i;
		len = numbers_range(s + i, n - i, &range);
		/* range_at stops a number at letters only; 行 is none to it */
		if (!len)
			return 0;
		i += len;
		size_t gap = blanks(s + i, n - i);
		if (!starts_word(s + i + gap, n - i - gap, "\xe8\xa1\x8c"))
			return 0;
		range.at += start;
		range.last_at += range.last_at ? start : 0;
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
