/* What the words between a path and line numbers say about the two. */
#include <string.h>

#include "base/text.h"
#include "parse/binder.h"

/* A table row, or the whole text where it is no table. */
void row_around(const struct unit *u, size_t at, size_t *from, size_t *to)
{
	const char *above = memrchr(u->s, '\n', at), *end = memchr(u->s + at, '\n', u->n - at);
	*from = above ? (size_t)(above + 1 - u->s) : 0;
	*to = end ? (size_t)(end - u->s) : u->n;
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
	static _Thread_local struct any_word any;
	size_t from = m->at > 28 ? m->at - 28 : 0, end = m->end;
	for (size_t i = m->at; i > from; i--)
		if (u->s[i - 1] == '\n' || u->s[i - 1] == '.' || u->s[i - 1] == ';')
			from = i;
	if (holds_any(&any, u->s + from, m->at - from, before))
		return true;
	while (end < u->n && (u->s[end] == '`' || u->s[end] == '*' || u->s[end] == ' '))
		end++;
	return starts_any(u->s + end, u->n - end, after) > 0;
}

/* Characters beyond ASCII that are dashes, quotes and brackets; and the particles
 * that Chinese puts between a file and its lines. */
static size_t mark_len(const char *s, size_t n)
{
	static const char *const marks[] = { "\xe2\x80", "\xe2\x89\x88", "\xef\xbc\x88", "\xef\xbc\x9a",
					     "\xe7\x9a\x84", "\xe5\x9c\xa8", "\xe7\xba\xa6", "\xe4\xb8\xad",
					     "\xe7\xac\xac", NULL };
	for (int k = 0; marks[k]; k++)
		if (starts_word(s, n, marks[k]))
			return 3;
	return 0;
}

static bool small_word(const char *s, size_t n)
{
	static const char *const words[] = { "at", "around", "near", "on", "about", "see", "currently", "lines",
					     "line", "in", "approximately", "approx", "file", NULL };
	for (int k = 0; words[k]; k++)
		if (same_word(s, n, words[k]))
			return true;
	return false;
}

/* Nothing but marks and small words between a path and its lines. */
bool adjacent(const char *s, size_t from, size_t to)
{
	size_t i = from;
	while (i < to) {
		if ((unsigned char)s[i] >= 0x80) {
			size_t len = mark_len(s + i, to - i);
			if (!len)
				return false;
			i += len;
			continue;
		}
		if (!is_alnum(s[i])) {
			if (s[i] == '.' || s[i] == ';' || s[i] == '|')
				return false;
			i++;
			continue;
		}
		size_t e = i;
		while (e < to && is_alnum(s[e]))
			e++;
		if (!small_word(s + i, e - i))
			return false;
		i = e;
	}
	return true;
}

/* ---- whose lines ---- */

/* The bracket that is open at `at`, or SIZE_MAX. */
static size_t open_bracket(const char *s, size_t from, size_t at)
{
	int depth = 0;
	for (size_t i = at; i > from; i--) {
		bool wide = i > 2 && memcmp(s + i - 3, "\xef\xbc", 2) == 0;
		unsigned char c = (unsigned char)s[i - 1];
		if (c == ')' || (wide && c == 0x89))
			depth++;
		else if ((c == '(' || (wide && c == 0x88)) && depth-- == 0)
			return wide ? i - 3 : i - 1;
	}
	return SIZE_MAX;
}

const struct mention *before_bracket(const struct unit *u, size_t from, size_t at)
{
	size_t open = open_bracket(u->s, from, at);
	if (open == SIZE_MAX)
		return NULL;
	while (open > from && strchr(" `*:", u->s[open - 1]))
		open--;
	for (size_t i = u->mentions.n; i-- > 0;) {
		const struct mention *m = &u->mentions.v[i];
		if (m->type == M_PATH && m->at >= from && m->end <= open)
			return m->end == open ? m : NULL;
	}
	return NULL;
}

bool in_one_bracket(const struct unit *u, size_t from, size_t path, size_t lines)
{
	size_t open = open_bracket(u->s, from, lines);
	return open != SIZE_MAX && path > open;
}

static bool is_possessive(const char *s, size_t n)
{
	size_t i = n && *s == '`';
	return starts_word(s + i, n - i, "'s ") || starts_word(s + i, n - i, "\xe2\x80\x99s ");
}

const struct mention *possessor(const struct unit *u, size_t from, const struct mention *owned)
{
	static const char *const places[] = { " in", " at", " from", " into", " inside", NULL };
	size_t e = owned->at;
	while (e > from && strchr(" `*", u->s[e - 1]))
		e--;
	for (int k = 0; places[k]; k++) {
		size_t len = strlen(places[k]);
		if (e - from >= len && starts_word(u->s + e - len, len, places[k]))
			return NULL;
	}
	for (size_t i = 0; i < u->mentions.n && &u->mentions.v[i] != owned; i++) {
		const struct mention *m = &u->mentions.v[i];
		if (m->type == M_PATH && m->at >= from && is_possessive(u->s + m->end, u->n - m->end) &&
		    !memchr(u->s + m->end, ',', owned->at - m->end) &&
		    !sentence_between(u->s, m->end, owned->at))
			return m;
	}
	return NULL;
}

bool aside_between(const char *s, size_t from, size_t to)
{
	for (size_t i = from; i + 3 < to; i++) {
		bool dash = memcmp(s + i, " -- ", 4) == 0 || memcmp(s + i, " - ", 3) == 0 ||
			    memcmp(s + i, " \xe2\x80", 3) == 0;
		for (size_t k = i; dash && k < to; k++)
			if (is_alpha(s[k]))
				return true;
	}
	return false;
}
