#include "parse/source.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/plan.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

void source_split(struct source *src, struct arena *a, const char *bytes, size_t len)
{
	size_t at = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	*src = (struct source){ .bytes = bytes, .len = len };
	size_t cap = len / 32 + 16;
	src->lines = arena_raw(a, cap * sizeof *src->lines);
	while (at < len) {
		const char *nl = memchr(bytes + at, '\n', len - at);
		size_t end = nl ? (size_t)(nl - bytes) : len;
		size_t text = end;
		if (text > at && bytes[text - 1] == '\r')
			text--;
		src->lines = vec_room(a, src->lines, (size_t)src->n, &cap, sizeof *src->lines);
		src->lines[src->n++] = (struct line){ (uint32_t)at, (uint32_t)(text - at) };
		at = end + 1;
	}
}

int source_col(const struct source *src, int line, uint32_t off)
{
	return (int)(off - src->lines[line - 1].off) + 1;
}

int source_line_at(const struct source *src, size_t off)
{
	int lo = 1, hi = src->n;
	while (lo < hi) {
		int mid = (lo + hi + 1) / 2;
		if (src->lines[mid - 1].off <= off)
			lo = mid;
		else
			hi = mid - 1;
	}
	return lo;
}

size_t trim(const char **s, size_t n)
{
	while (n && is_space(**s))
		(*s)++, n--;
	while (n && is_space((*s)[n - 1]))
		n--;
	return n;
}

static void add_plain(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\0')
			buf_str(b, replacement);
		else if (s[i] != '\r' || (i + 1 < n && s[i + 1] != '\n'))
			buf_char(b, s[i]);
	}
}

const char *copy_text(struct arena *a, const char *s, size_t n)
{
	n = trim(&s, n);
	if (!memchr(s, '\0', n) && !memchr(s, '\r', n))
		return arena_dup(a, s, n);
	struct buf b = { .arena = a };
	buf_room(&b, n);
	add_plain(&b, s, n);
	return buf_take(&b);
}

/* Emphasis marks that open or close around words; underscores inside names and
 * asterisks between spaces are text. */
static bool is_mark(const char *s, size_t n, size_t i)
{
	if (s[i] == '*')
		return !(i > 0 && i + 1 < n && is_space(s[i - 1]) && is_space(s[i + 1]));
	return false;
}

/* Bytes of a title that may have to change; the rest is copied in runs. */
static const bool special[256] = {
	[' '] = true, ['\t' ... '\r'] = true, ['`'] = true, ['*'] = true, ['\\'] = true, ['\0'] = true,
};

/* Length of what s[0..n) starts with and stays as it is: plain bytes, and single
 * blanks between them. */
static size_t plain_len(const char *s, size_t n)
{
	size_t i = 0;
	for (;;) {
		while (i < n && !special[(unsigned char)s[i]])
			i++;
		if (i + 1 >= n || s[i] != ' ' || special[(unsigned char)s[i + 1]])
			return i;
		i += 2;
	}
}

const char *copy_title(struct arena *a, const char *s, size_t n)
{
	n = trim(&s, n);
	char *out = arena_raw(a, (memchr(s, '\0', n) ? n * 3 : n) + 1), *to = out;
	bool code = false, gap = false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '`') {
			code = !code;
			continue;
		}
		if (!code && is_mark(s, n, i))
			continue;
		if (is_space(s[i])) {
			gap = to > out;
			continue;
		}
		if (!code && s[i] == '\\' && i + 1 < n && strchr("\\`*_{}[]()#+-.!|<>~", s[i + 1]))
			i++;
		if (gap)
			*to++ = ' ';
		gap = false;
		if (!s[i]) {
			to = stpcpy(to, replacement);
			continue;
		}
		size_t len = 1 + plain_len(s + i + 1, n - i - 1);
		to = mempcpy(to, s + i, len);
		i += len - 1;
	}
	*to = '\0';
	return out;
}

static const struct {
	const char *name;
	int32_t cp;
} entities[] = {
	{ "amp;", '&' },  { "lt;", '<' },    { "gt;", '>' },
	{ "quot;", '"' }, { "apos;", '\'' }, { "nbsp;", 0xa0 },
};

/* Decodes the entity at s[0] == '&'; returns its length, 0 when it is none. */
static size_t entity(const char *s, size_t n, int32_t *cp)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		size_t len = strlen(entities[i].name);
		if (n > len && memcmp(s + 1, entities[i].name, len) == 0) {
			*cp = entities[i].cp;
			return len + 1;
		}
	}
	if (n < 4 || s[1] != '#')
		return 0;
	bool hex = s[2] == 'x' || s[2] == 'X';
	size_t i = hex ? 3 : 2;
	int32_t v = 0;
	size_t digits = i;
	for (; i < n && i < digits + 7; i++) {
		int d = is_digit(s[i])                                ? s[i] - '0'
			: hex && to_lower(s[i]) >= 'a' && to_lower(s[i]) <= 'f' ? to_lower(s[i]) - 'a' + 10
									: -1;
		if (d < 0)
			break;
		v = v * (hex ? 16 : 10) + d;
	}
	if (i == digits || i >= n || s[i] != ';')
		return 0;
	*cp = v;
	return i + 1;
}

const char *copy_element_text(struct arena *a, const char *s, size_t n)
{
	n = trim(&s, n);
	if (n >= 12 && memcmp(s, "<![CDATA[", 9) == 0 && memcmp(s + n - 3, "]]>", 3) == 0)
		return copy_text(a, s + 9, n - 12);
	if (!memchr(s, '&', n))
		return copy_text(a, s, n);
	struct buf b = { .arena = a };
	buf_room(&b, n);
	for (size_t i = 0; i < n;) {
		int32_t cp;
		size_t len = s[i] == '&' ? entity(s + i, n - i, &cp) : 0;
		if (len) {
			text_encode(&b, cp ? cp : 0xfffd);
			i += len;
		} else {
			add_plain(&b, s + i, 1);
			i++;
		}
	}
	return copy_text(a, b.s, b.n);
}

static inline bool has_prefix(const char *s, size_t n, const char *prefix)
{
	size_t i = 0;
	for (; prefix[i]; i++)
		if (i >= n || to_lower(s[i]) != to_lower(prefix[i]))
			return false;
	return true;
}

bool goes_on_as(const char *s, size_t n, const char *prefix)
{
	return has_prefix(s, n, prefix);
}

const char *find_word(const char *s, size_t n, const char *word)
{
	size_t len = strlen(word);
	char low = to_lower(word[0]), up = is_lower(low) ? (char)(low - 32) : low;
	for (size_t i = 0; i + len <= n; i++) {
		const char *p = low == up ? memchr(s + i, low, n - i) : s + i;
		if (!p)
			return NULL;
		i = (size_t)(p - s);
		if ((*p == low || *p == up) && has_prefix(p, n - i, word))
			return p;
	}
	return NULL;
}

size_t starts_any(const char *s, size_t n, const char *const *words)
{
	char first = n ? to_lower(*s) : '\0';
	for (; n && *words; words++)
		if (**words == first && has_prefix(s + 1, n - 1, *words + 1))
			return strlen(*words);
	return 0;
}

static void allow(bool set[256], char c)
{
	set[(unsigned char)c] = true;
	if (is_lower(c))
		set[(unsigned char)(c - 32)] = true;
}

bool holds_any(struct any_word *any, const char *s, size_t n, const char *const *words)
{
	for (int k = 0; !any->known && words[k]; k++) {
		allow(any->first, words[k][0]);
		allow(any->second, words[k][1]);
	}
	any->known = true;
	for (size_t i = 0; i + 1 < n; i++)
		if (any->first[(unsigned char)s[i]] && any->second[(unsigned char)s[i + 1]] &&
		    starts_any(s + i, n - i, words))
			return true;
	return false;
}

const char *find_bytes(const char *s, size_t n, const char *bytes)
{
	size_t len = strlen(bytes);
	const char *end = s + n;
	for (; (s = memchr(s, *bytes, (size_t)(end - s))); s++)
		if ((size_t)(end - s) >= len && memcmp(s, bytes, len) == 0)
			return s;
	return NULL;
}

bool is_full(struct reader *r, size_t n, int limit, int line, const char *what)
{
	if (n < (size_t)limit)
		return false;
	int i = 0;
	while (r->full[i] && strcmp(r->full[i], what) != 0)
		i++;
	if (r->full[i])
		return true;
	r->full[i] = what;
	plan_finding(r->plan, r->a, "limit", PHL_ERROR, line, 1,
		     "more than %d %s; the rest is left out", limit, what);
	return true;
}
