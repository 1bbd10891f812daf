/* What the words between a path and line numbers say about the two. */
#include <string.h>

#include "base/text.h"
#include "parse/binder.h"

/* A table row, or the whole text where it is no table. */
void row_around(const struct unit *u, size_t at, size_t *from, size_t *to)
{
	*from = at;
	*to = at;
	while (*from && u->s[*from - 1] != '\n')
		--*from;
	while (*to < u->n && u->s[*to] != '\n')
		++*to;
	size_t i = *from;
	while (i < *to && is_space(u->s[i]))
		i++;
	if (i >= *to || u->s[i] != '|') {
		*from = 0;
		*to = u->n;
	}
}

/* True when a sentence ends between two places of a text. */
bool sentence_between(const char *s, size_t from, size_t to)
{
	for (size_t i = from; i + 1 < to; i++) {
		if (s[i] == ';' || (s[i] == '\n' && s[i + 1] == '\n'))
			return true;
		bool stop = s[i] == '.' || s[i] == '!' || s[i] == '?';
		if (stop && is_space(s[i + 1]) && i > 0 && !is_digit(s[i - 1]))
			return true;
		if ((unsigned char)s[i] == 0xe3 && i + 2 < to && memcmp(s + i, "\xe3\x80\x82", 3) == 0)
			return true;
	}
	return false;
}

/* "line 45 of `a.ts`", "lines 3-5 in the file a.ts", "line 9 (a.ts)". */
bool leads_to(const char *s, size_t from, size_t to)
{
	static const char *const joins[] = { "of ", "in ", "from ", "at ", "inside ", "within ", "on ",
					     "de ", "du ", "dans ", "en ", "em ", "do ", "von ", "der ", NULL };
	static const char *const articles[] = { "the ", "existing ", "current ", "file ", "la ", "le ",
						"original ", "old ", "both ", "frontend ", "backend ", "main ", NULL };
	size_t i = from;
	while (i < to && (s[i] == '*' || s[i] == ')' || s[i] == '`' || s[i] == '\n'))
		i++;
	if (to - i > 40)
		return false;
	while (i < to && is_space(s[i]))
		i++;
	size_t start = i;
	for (int k = 0; joins[k] && i == start; k++)
		if (starts_word(s + i, to - i, joins[k]))
			i += strlen(joins[k]);
	bool joined = i > start;
	for (bool more = true; more && joined;) {
		more = false;
		for (int k = 0; articles[k]; k++)
			if (starts_word(s + i, to - i, articles[k]))
				i += strlen(articles[k]), more = true;
	}
	while (i < to && (strchr("`(\"'[*@", s[i]) || is_space(s[i])))
		i++;
	return i == to && (joined || memchr(s + from, '(', to - from));
}

/* Words before a path, or remarks behind it, that make it a file to be made. */
bool is_new(const struct unit *u, const struct mention *m)
{
	static const char *const before[] = { "create", "new file", "into", "\xe2\x86\x92", "->", "extract to",
					      "move to", "moved to", "extracted to", "new", NULL };
	static const char *const after[] = { "(new", "- new", "\xe2\x80\x94 new", "(to create", "(create",
					     "(extracted", NULL };
	size_t from = m->at > 28 ? m->at - 28 : 0, end = m->end;
	for (size_t i = m->at; i > from; i--)
		if (u->s[i - 1] == '\n' || u->s[i - 1] == '.' || u->s[i - 1] == ';')
			from = i;
	for (int k = 0; before[k]; k++)
		if (find_word(u->s + from, m->at - from, before[k]))
			return true;
	while (end < u->n && (u->s[end] == '`' || u->s[end] == '*' || u->s[end] == ' '))
		end++;
	for (int k = 0; after[k]; k++)
		if (starts_word(u->s + end, u->n - end, after[k]))
			return true;
	return false;
}

/* Nothing but marks and small words between a path and its lines. */
bool adjacent(const char *s, size_t from, size_t to)
{
	static const char *const words[] = { "at", "around", "near", "on", "about", "see", "currently", "lines",
					     "line", "in", "approximately", "approx", "file", NULL };
	size_t i = from;
	while (i < to) {
		if (!is_alnum(s[i])) {
			if (s[i] == '.' || s[i] == ';' || s[i] == '|')
				return false;
			i++;
			continue;
		}
		size_t e = i;
		while (e < to && is_alnum(s[e]))
			e++;
		bool known = false;
		for (int k = 0; words[k] && !known; k++)
			known = same_word(s + i, e - i, words[k]);
		if (!known)
			return false;
		i = e;
	}
	return true;
}
