#include "parse/numbers.h"

#include <string.h>

#include "base/text.h"
#include "base/limits.h"

static size_t dash_len(const char *s, size_t n)
{
	if (n && *s == '-')
		return 1;
	if (n > 2 && (unsigned char)s[0] == 0xe2) {
		unsigned char c = (unsigned char)s[2];
		/* U+2010…U+2015 and the minus sign */
		if (((unsigned char)s[1] == 0x80 && c >= 0x90 && c <= 0x95) ||
		    ((unsigned char)s[1] == 0x88 && c == 0x92))
			return 3;
	}
	return 0;
}

/* "~", "≈", "about " before a number. */
size_t numbers_approx(const char *s, size_t n)
{
	static const char *const words[] = { "~", "\xe2\x89\x88", "\xef\xbd\x9e", "around ", "about ",
					     "approximately ", "approx. ", "approx ", "ca. ",
					     "circa ", "environ ", "roughly ", NULL };
	return n && !is_digit(*s) ? starts_any(s, n, words) : 0;
}

/* A line number at s: digits, an "L" allowed in front. */
size_t number_at(const char *s, size_t n, int *value)
{
	size_t i = n && (*s == 'L' || *s == 'l') && n > 1 && is_digit(s[1]) ? 1 : 0, start = i;
	long v = 0;
	while (i < n && is_digit(s[i]) && i - start < 8)
		v = v * 10 + (s[i++] - '0');
	if (i == start || v < 1 || v > LIMIT_REF_LINE || (i < n && is_digit(s[i])))
		return 0;
	*value = (int)v;
	return i;
}

/* What may not follow a line number: more of a word, a decimal, a percentage. */
bool number_ends(const char *s, size_t n)
{
	if (n == 0)
		return true;
	if (*s == '%' || *s == '_' || is_alnum(*s) || (*s == '-' && n > 1 && is_alpha(s[1])))
		return false;
	return !((*s == '.' || *s == ',') && n > 1 && is_digit(s[1]) && *s == '.');
}

/* A dash or a word between the ends of a range, with the blanks around it. */
static size_t range_joint(const char *s, size_t n)
{
	static const char *const words[] = { "to ", "through ", NULL };
	size_t gap = blanks(s, n), dash = dash_len(s + gap, n - gap);
	for (int k = 0; words[k] && !dash && gap; k++)
		if (starts_word(s + gap, n - gap, words[k]))
			dash = strlen(words[k]);
	if (!dash && !gap && starts_word(s, n, ".."))
		dash = n > 2 && s[2] == '.' ? 3 : 2;
	size_t i = gap + dash;
	return dash ? i + blanks(s + i, n - i) : 0;
}

/* "967+", "967-end", "967 onward": what follows the number, 0 when it has an end. */
static size_t open_end(const char *s, size_t n)
{
	static const char *const words[] = { " onwards", " onward", " to the end", NULL };
	int more;
	if (n && *s == '+' && (n == 1 || !is_alnum(s[1]))) {
		size_t k = 1 + blanks(s + 1, n - 1);
		return number_at(s + k, n - k, &more) ? 0 : 1;
	}
	for (int k = 0; words[k]; k++)
		if (starts_word(s, n, words[k]))
			return strlen(words[k]);
	size_t joint = range_joint(s, n), end = joint + 3;
	return joint && starts_word(s + joint, n - joint, "end") && (end == n || !is_alnum(s[end])) ? end : 0;
}

/* "12", "~12-20", "12 – 20", "12+", "12 to 20". */
size_t numbers_range(const char *s, size_t n, struct span_range *out)
{
	size_t i = numbers_approx(s, n), len;
	*out = (struct span_range){ .approximate = i > 0 };
	i += blanks(s + i, n - i);
	out->at = i;
	if (!(len = number_at(s + i, n - i, &out->first)))
		return 0;
	i += len;
	out->last = out->first;
	size_t joint = range_joint(s + i, n - i);
	if (joint) {
		size_t j = i + joint;
		j += numbers_approx(s + j, n - j);
		int last;
		len = number_at(s + j, n - j, &last);
		if (len && last >= out->first && last - out->first <= LIMIT_REF_RANGE &&
		    number_ends(s + j + len, n - j - len)) {
			out->last = last;
			out->last_at = j;
			return j + len;
		}
	}
	if ((len = open_end(s + i, n - i))) {
		out->last = INT32_MAX;
		return i + len;
	}
	return number_ends(s + i, n - i) || (i < n && s[i] == '+') ? i : 0;
}

/* What joins two numbers of a list. */
static size_t joiner_len(const char *s, size_t n)
{
	static const char *const words[] = { "and ", "et ", "und ", "y ", "e ", "or ", "ou ", "&",
					     "/", "+", NULL };
	size_t i = blanks(s, n), gap = i;
	bool comma = i < n && s[i] == ',';
	if (!comma && starts_word(s + i, n - i, "\xe3\x80\x81")) { /* ideographic comma */
		return i + 3;
	}
	if (comma) {
		i++;
		i += blanks(s + i, n - i);
		if (i < n && s[i] == '\n')
			i++;
		i += blanks(s + i, n - i);
	}
	size_t len = starts_any(s + i, n - i, words);
	if (!len || (is_alpha(s[i]) && !comma && !gap))
		return comma ? i : 0;
	i += len;
	return i + blanks(s + i, n - i);
}

/* Reads a list of ranges; "117, 153 and 184". Numbers that go on after a comma
 * must not be counts of something: "12, 3 files". */
size_t numbers_list(struct reader *r, const char *s, size_t n, size_t at, range_list *out)
{
	size_t i = at;
	int previous = 0;
	while (out->n < LIMIT_LIST) {
		struct span_range range;
		size_t join = out->n ? joiner_len(s + i, n - i) : 0;
		if (out->n && !join)
			break;
		size_t start = i + join, len = numbers_range(s + start, n - start, &range);
		if (!len)
			break;
		size_t end = start + len;
		bool word = end + 1 < n && s[end] == ' ' && is_lower(s[end + 1]) &&
			    !starts_word(s + end + 1, n - end - 1, "and ") &&
			    !starts_word(s + end + 1, n - end - 1, "in ") &&
			    !starts_word(s + end + 1, n - end - 1, "of ");
		if (out->n && range.first < previous && word)
			break;
		previous = range.first;
		range.at += start;
		range.last_at += range.last_at ? start : 0;
		*(struct span_range *)vec_push(r->scratch, out) = range;
		i = end;
	}
	/* "~1593, 1610": the sign is of the first only */
	return i - at;
}
