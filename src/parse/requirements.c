#include "parse/requirements.h"

#include <string.h>

#include "base/text.h"
#include "parse/source.h"

enum { RANGE_MOST = 50 };

/* The word that a line of them starts with; prose may follow the first kind only. */
static const struct {
	const char *word;
	bool prose;
} words[] = {
	{ "requirements", true }, { "requirement", true },	{ "需求", true },
	{ "要求", true },	  { "anforderungen", true },	{ "exigences", true },
	{ "requisitos", true },	  { "requerimientos", true },	{ "validates", false },
	{ "covers", false },	  { "implements", false },	{ "验证需求", true },
	{ "验证", false },	  { "検証", false },		{ "valide", false },
};

/* ---- one ---- */

/* Length of "1.2", "US2", "FR-003" at s. */
static size_t id_len(const char *s, size_t n)
{
	size_t i = 0, letters = 0;
	while (i < n && is_alpha(s[i]) && i < 8)
		i++;
	letters = i;
	if (i < n && i && s[i] == '-')
		i++;
	size_t digits = i;
	while (i < n && (is_digit(s[i]) || (s[i] == '.' && i > digits && i + 1 < n && is_digit(s[i + 1]))))
		i++;
	return i == digits || (letters && letters == i) ? 0 : i;
}

static void add(struct arena *a, const char *s, size_t n, phl_name_list *out)
{
	for (size_t i = 0; i < out->n; i++)
		if (strlen(out->v[i]) == n && memcmp(out->v[i], s, n) == 0)
			return;
	*vec_push(a, out) = arena_dup(a, s, n);
}

static size_t last_number(const char *s, size_t n, int *value)
{
	size_t i = n;
	while (i && is_digit(s[i - 1]))
		i--;
	*value = 0;
	for (size_t k = i; k < n && *value < 100000; k++)
		*value = *value * 10 + (s[k] - '0');
	return i;
}

/* "2.3-2.5", "2.3-5": each of them.  False where the ends have nothing in common. */
static bool add_range(struct arena *a, const char *s, size_t n, const char *end, size_t m,
		      phl_name_list *out)
{
	int first, last;
	size_t prefix = last_number(s, n, &first), other = last_number(end, m, &last);
	if ((other && (other != prefix || memcmp(s, end, prefix) != 0)) || last < first ||
	    last - first > RANGE_MOST)
		return false;
	for (int i = first; i <= last; i++) {
		const char *id = arena_printf(a, "%.*s%d", (int)prefix, s, i);
		add(a, id, strlen(id), out);
	}
	return true;
}

static size_t dash_len(const char *s, size_t n)
{
	if (n && (*s == '-' || *s == '~'))
		return 1;
	return n > 3 && memcmp(s, "\xe2\x80\x93", 3) == 0 ? 3 : 0;
}

/* What stands between two commas. */
static bool add_item(struct arena *a, const char *s, size_t n, phl_name_list *out)
{
	n = trim(&s, n);
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (starts_word(s, n, words[k].word)) {
			s += strlen(words[k].word);
			n -= strlen(words[k].word);
			n = trim(&s, n);
			break;
		}
	size_t len = id_len(s, n), dash = dash_len(s + len, n - len), at = len + dash;
	size_t end = dash ? id_len(s + at, n - at) : 0;
	if (!len || (end ? at + end : len) != n)
		return false;
	if (!end || !add_range(a, s, len, s + at, end, out))
		add(a, s, n, out);
	return true;
}

/* ---- a line of them ---- */

/* Length of what parts two: ASCII and full-width commas and the like. */
static size_t comma_len(const char *s, size_t n)
{
	static const char *const wide[] = { "\xef\xbc\x8c", "\xe3\x80\x81", "\xef\xbc\x9b" };
	if (*s == ',' || *s == ';')
		return 1;
	for (int i = 0; i < 3; i++)
		if (n >= 3 && memcmp(s, wide[i], 3) == 0)
			return 3;
	return 0;
}

static bool add_items(struct arena *a, const char *s, size_t n, phl_name_list *out)
{
	bool all = n > 0;
	for (size_t i = 0, from = 0; i <= n && all; i++) {
		size_t comma = i < n ? comma_len(s + i, n - i) : 1;
		if (!comma)
			continue;
		all = add_item(a, s + from, i - from, out);
		from = i + comma;
		i += comma - 1;
	}
	return all;
}

/* Without the marks of emphasis around it: the line is nothing else. */
static size_t bare(const char **s, size_t n)
{
	n = trim(s, n);
	while (n && (**s == '_' || **s == '*')) {
		++*s;
		n--;
	}
	while (n && ((*s)[n - 1] == '_' || (*s)[n - 1] == '*'))
		n--;
	return trim(s, n);
}

static size_t colon_len(const char *s, size_t n)
{
	if (n && *s == ':')
		return 1;
	return n >= 3 && memcmp(s, "\xef\xbc\x9a", 3) == 0 ? 3 : 0;
}

bool requirements_line(struct arena *a, const char *s, size_t n, phl_name_list *out)
{
	const char *text = s;
	size_t len = bare(&text, n), before = out->n;
	if (memchr(s, '\n', n))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t word = strlen(words[k].word);
		size_t colon = starts_word(text, len, words[k].word) ?
				       colon_len(text + word, len - word) : 0;
		if (!colon)
			continue;
		const char *rest = text + word + colon;
		size_t left = bare(&rest, len - word - colon);
		if (add_items(a, rest, left, out))
			return true;
		out->n = before;
		if (!words[k].prose || !left)
			return false;
		add(a, rest, left, out);
		return true;
	}
	return false;
}

size_t requirements_marks(struct arena *a, const char *s, phl_name_list *out, bool *parallel)
{
	size_t i = 0;
	while (s[i] == '[') {
		size_t n = strcspn(s + i, "]");
		const char *name = s + i + 1;
		if (!s[i + n])
			break;
		if (n == 2 && *name == 'P')
			*parallel = true;
		else if (n > 2 && id_len(name, n - 1) == n - 1 && is_alpha(*name))
			add(a, name, n - 1, out);
		else
			break;
		i += n + 1;
		while (is_space(s[i]))
			i++;
	}
	return i;
}
