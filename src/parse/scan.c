#include "parse/scan.h"

#include <string.h>

#include "base/text.h"
#include "parse/limits.h"
#include "parse/paths.h"

struct scanner {
	struct reader *r;
	const char *s;
	size_t n;
	mention_list *out;
};

/* ---- numbers ---- */

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
static size_t approx_len(const char *s, size_t n)
{
	static const char *const words[] = { "~", "\xe2\x89\x88", "\xef\xbd\x9e", "around ", "about ",
					     "approximately ", "approx. ", "approx ", "ca. ",
					     "circa ", "environ ", "roughly ", NULL };
	for (int i = 0; words[i]; i++)
		if (starts_word(s, n, words[i]))
			return strlen(words[i]);
	return 0;
}

static size_t blanks(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (s[i] == ' ' || s[i] == '\t'))
		i++;
	return i;
}

/* A line number at s: digits, an "L" allowed in front. */
static size_t number_at(const char *s, size_t n, int *value)
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
static bool ends_number(const char *s, size_t n)
{
	if (n == 0)
		return true;
	if (*s == '%' || *s == '_' || is_alnum(*s) || (*s == '-' && n > 1 && is_alpha(s[1])))
		return false;
	return !((*s == '.' || *s == ',') && n > 1 && is_digit(s[1]) && *s == '.');
}

/* "12", "~12-20", "12 – 20", "12+", "12 to 20". */
static size_t range_at(const char *s, size_t n, struct span_range *out)
{
	size_t i = approx_len(s, n), len;
	*out = (struct span_range){ .approximate = i > 0 };
	i += blanks(s + i, n - i);
	out->at = i;
	if (!(len = number_at(s + i, n - i, &out->first)))
		return 0;
	i += len;
	out->last = out->first;
	size_t j = i + blanks(s + i, n - i), dash = dash_len(s + j, n - j);
	if (!dash && starts_word(s + j, n - j, "to ") && j > i)
		dash = 3;
	if (!dash && starts_word(s + j, n - j, "..") && j == i)
		dash = n - j > 2 && s[j + 2] == '.' ? 3 : 2;
	if (!dash && starts_word(s + j, n - j, "through ") && j > i)
		dash = 8;
	if (dash) {
		j += dash;
		j += blanks(s + j, n - j);
		j += approx_len(s + j, n - j);
		int last;
		len = number_at(s + j, n - j, &last);
		if (len && last >= out->first && last - out->first <= LIMIT_REF_RANGE &&
		    ends_number(s + j + len, n - j - len)) {
			out->last = last;
			return j + len;
		}
	}
	if (!ends_number(s + i, n - i) && !(i < n && s[i] == '+'))
		return 0;
	if (i < n && s[i] == '+' && (i + 1 == n || !is_alnum(s[i + 1]))) {
		size_t k = i + 1 + blanks(s + i + 1, n - i - 1);
		int more;
		if (!number_at(s + k, n - k, &more)) {
			out->last = INT32_MAX;
			return i + 1;
		}
	}
	return i;
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
	for (int k = 0; words[k]; k++) {
		bool word = is_alpha(words[k][0]);
		if (!starts_word(s + i, n - i, words[k]) || (word && !comma && !gap))
			continue;
		i += strlen(words[k]);
		return i + blanks(s + i, n - i);
	}
	return comma ? i : 0;
}

/* Reads a list of ranges; "117, 153 and 184". Numbers that go on after a comma
 * must not be counts of something: "12, 3 files". */
static size_t list_at(struct scanner *c, size_t at, struct mention *m)
{
	size_t i = at;
	int previous = 0;
	while (m->ranges.n < LIMIT_LIST) {
		struct span_range range;
		size_t join = m->ranges.n ? joiner_len(c->s + i, c->n - i) : 0;
		if (m->ranges.n && !join)
			break;
		size_t start = i + join, len = range_at(c->s + start, c->n - start, &range);
		if (!len)
			break;
		size_t end = start + len;
		bool word = end + 1 < c->n && c->s[end] == ' ' && is_lower(c->s[end + 1]) &&
			    !starts_word(c->s + end + 1, c->n - end - 1, "and ") &&
			    !starts_word(c->s + end + 1, c->n - end - 1, "in ") &&
			    !starts_word(c->s + end + 1, c->n - end - 1, "of ");
		if (m->ranges.n && range.first < previous && word)
			break;
		previous = range.first;
		range.at += start;
		*(struct span_range *)vec_push(c->r->scratch, &m->ranges) = range;
		i = end;
	}
	/* "~1593, 1610": the sign is of the first only */
	return i - at;
}

/* ---- line numbers in words ---- */

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
static size_t words_at(struct scanner *c, size_t at, struct mention *m)
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
	size_t len = list_at(c, at + i, m);
	if (!len)
		return 0;
	size_t end = i + len;
	bool one = m->ranges.n == 1 && m->ranges.v[0].first == m->ranges.v[0].last;
	if (counts_before(c->s, at) && colon)
		return 0;
	if (counts_after(s + end, n - end) && (colon || one))
		return 0;
	if (colon && plural && one && m->ranges.v[0].approximate)
		return 0;
	if (in_coverage(c->s, c->n, at))
		return 0;
	return end;
}

/* 第 12-30 行, 行 397, 行号：12 */
static size_t cjk_at(struct scanner *c, size_t at, struct mention *m)
{
	const char *s = c->s + at;
	size_t n = c->n - at, i = 0, len;
	if (starts_word(s, n, "\xe7\xac\xac")) { /* 第 */
		i = 3 + blanks(s + 3, n - 3);
		struct span_range range;
		len = range_at(s + i, n - i, &range);
		/* range_at stops a number at letters only; 行 is none to it */
		if (!len)
			return 0;
		i += len;
		size_t gap = blanks(s + i, n - i);
		if (!starts_word(s + i + gap, n - i - gap, "\xe8\xa1\x8c"))
			return 0;
		range.at += at + 3;
		*(struct span_range *)vec_push(c->r->scratch, &m->ranges) = range;
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
	len = list_at(c, at + i, m);
	return len ? i + len : 0;
}

/* ---- line numbers on a path ---- */

/* ":12", ":12-20, 30", ":12:4", "#L10-L20", ":L5" right behind a path. */
static size_t attached_at(struct scanner *c, size_t at, struct mention *m)
{
	const char *s = c->s + at;
	size_t n = c->n - at, i = 0;
	if (n > 2 && s[0] == '#' && (s[1] == 'L' || s[1] == 'l') && is_digit(s[2]))
		i = 1;
	else if (n > 1 && s[0] == ':' && (is_digit(s[1]) || s[1] == '~' || s[1] == 'L' || approx_len(s + 1, n - 1)))
		i = 1;
	else
		return 0;
	/* time of day or a port would have a name without an ending before it */
	size_t len = list_at(c, at + i, m);
	if (!len)
		return 0;
	i += len;
	struct span_range *only = &m->ranges.v[0];
	int column;
	if (m->ranges.n == 1 && only->first == only->last && i + 1 < n && s[i] == ':' &&
	    is_digit(s[i + 1])) {
		size_t more = number_at(s + i + 1, n - i - 1, &column);
		if (more && ends_number(s + i + 1 + more, n - i - 1 - more)) {
			only->column = column;
			i += 1 + more;
		}
	}
	return i;
}

/* "(L45)", "~L110", ", L10-L20" next to a path, and the list that follows. */
static size_t beside_at(struct scanner *c, size_t at, struct mention *m)
{
	size_t i = at;
	while (i < c->n && i - at < 4 && strchr(" ,:(~`[", c->s[i]))
		i++;
	if (i == at || i + 2 >= c->n || c->s[i] != 'L' || !is_digit(c->s[i + 1]) || !is_digit(c->s[i + 2]))
		return 0;
	bool rough = c->s[i - 1] == '~';
	size_t len = list_at(c, i, m);
	if (!len)
		return 0;
	for (size_t k = 0; k < m->ranges.n; k++)
		m->ranges.v[k].approximate |= rough;
	return i + len - at;
}

/* ---- the scan ---- */

size_t scan_span(const char *s, size_t n, size_t i, const char **text, size_t *len)
{
	size_t count = 0;
	while (i + count < n && s[i + count] == '`')
		count++;
	for (size_t j = i + count; j < n && j - i < LIMIT_LINE;) {
		if (s[j] != '`') {
			/* a span never goes on over an empty line or a new item */
			if (s[j] == '\n' && (j + 1 >= n || s[j + 1] == '\n' || s[j + 1] == '|'))
				return 0;
			j++;
			continue;
		}
		size_t run = 0;
		while (j + run < n && s[j + run] == '`')
			run++;
		if (run == count) {
			*text = s + i + count;
			*len = trim(text, j - i - count);
			return j + run - i;
		}
		j += run;
	}
	return 0;
}

static struct mention *add(struct scanner *c, enum mention_type type, size_t at, size_t end)
{
	struct mention *m = vec_push(c->r->scratch, c->out);
	*m = (struct mention){ .type = type, .at = at, .end = end };
	return m;
}

static bool boundary(const struct scanner *c, size_t i)
{
	if (i == 0)
		return true;
	char p = c->s[i - 1];
	if (((unsigned char)c->s[i] & 0xc0) == 0x80)
		return false; /* inside a character */
	return !(is_alnum(p) || p == '_' || p == '-' || p == '.');
}

static size_t skip_url(const char *s, size_t n)
{
	static const char *const schemes[] = { "http://", "https://", "file://", "ws://", "wss://",
					       "postgres://", "postgresql://", "redis://", "mailto:", NULL };
	if (!n || !is_alpha(*s) || !memchr("hfwprm", to_lower(*s), 6))
		return 0;
	for (int k = 0; schemes[k]; k++)
		if (starts_word(s, n, schemes[k])) {
			size_t i = 0;
			while (i < n && !is_space(s[i]) && !strchr("`\"'<>|", s[i]))
				i++;
			return i;
		}
	return 0;
}

/* Adds the lines that stand on or beside the path that ends at `end` (with its
 * closing backtick at `tick`); returns the offset to go on from. */
static size_t add_lines_of(struct scanner *c, size_t end, size_t tick, bool code)
{
	struct mention m = { .type = M_LINES, .at = end, .code = code, .attached = true };
	size_t len = attached_at(c, end, &m);
	if (!len && tick > end) {
		m.at = tick;
		m.ranges.n = 0;
		len = attached_at(c, tick, &m);
	}
	if (!len) {
		m.at = tick > end ? tick : end;
		m.ranges.n = 0;
		len = beside_at(c, m.at, &m);
	}
	if (!len)
		return tick > end ? tick : end;
	m.end = m.at + len;
	*(struct mention *)vec_push(c->r->scratch, c->out) = m;
	return m.end > tick ? m.end : tick;
}

static size_t take_path(struct scanner *c, size_t i, size_t limit, bool code, bool weak, size_t tick)
{
	size_t len = path_read(c->s + i, limit - i, code);
	if (!len)
		return 0;
	const char *path = path_clean(c->r->scratch, c->s + i, len);
	if (!path)
		return 0;
	struct mention *m = add(c, M_PATH, i, i + len);
	m->text = path;
	m->code = code;
	m->weak = weak;
	size_t end = i + len;
	/* file.py:function and file.py::Class::method keep their path */
	size_t k = end;
	while (k + 1 < limit && c->s[k] == ':' && (is_alpha(c->s[k + 1]) || c->s[k + 1] == '_' || c->s[k + 1] == ':') &&
	       !(c->s[k + 1] == 'L' && k + 2 < limit && is_digit(c->s[k + 2]))) {
		k++;
		while (k < limit && (is_alnum(c->s[k]) || strchr("_().:<>", c->s[k])))
			k++;
		if (c->s[k - 1] == ':')
			k--;
		break;
	}
	bool last = code && (k == tick - 1 || end == tick - 1);
	return add_lines_of(c, k > end ? k : end, code && last ? tick : 0, code);
}

static size_t take_words(struct scanner *c, size_t i, bool code)
{
	if (is_alpha(c->s[i]) && !strchr("lLzZrR", c->s[i]))
		return 0;
	struct mention m = { .type = M_LINES, .at = i, .code = code };
	size_t len = words_at(c, i, &m);
	if (!len) {
		m.ranges.n = 0;
		len = cjk_at(c, i, &m);
	}
	if (!len)
		return 0;
	m.end = i + len;
	bool rough = i > 0 && (c->s[i - 1] == '~' || (i > 2 && memcmp(c->s + i - 3, "\xe2\x89\x88", 3) == 0));
	size_t b = i;
	while (b && c->s[b - 1] == ' ')
		b--;
	static const char *const words[] = { "around", "about", "approximately", "near", "approx.", "circa", "roughly", "environ", "vers", NULL };
	for (int k = 0; words[k]; k++) {
		size_t w = strlen(words[k]);
		rough |= b >= w && same_word(c->s + b - w, w, words[k]);
	}
	for (size_t k = 0; rough && k < m.ranges.n; k++)
		m.ranges.v[k].approximate = true;
	*(struct mention *)vec_push(c->r->scratch, c->out) = m;
	return m.end;
}

/* Inside a code span: a path that is all of it, else whatever it holds. */
static size_t take_span(struct scanner *c, size_t i)
{
	const char *text;
	size_t len, total = scan_span(c->s, c->n, i, &text, &len);
	if (!total)
		return 0;
	size_t from = (size_t)(text - c->s), to = from + len, tick = i + total;
	bool blank = memchr(text, ' ', len) != NULL;
	size_t first = c->out->n;
	struct mention *m = add(c, M_SPAN, i, tick);
	m->text = copy_text(c->r->scratch, text, len);
	size_t end = tick;
	for (size_t k = from; k < to;) {
		size_t url = skip_url(c->s + k, to - k);
		if (url) {
			k += url;
			continue;
		}
		size_t e = 0;
		if (k == from || is_space(c->s[k - 1]) || strchr("=\"'(,<>|:", c->s[k - 1]))
			e = take_path(c, k, to, true, blank, tick);
		if (!e && boundary(c, k))
			e = take_words(c, k, true);
		k = e > k ? e : k + 1;
		if (k > end)
			end = k;
	}
	/* a span that is just a path is no quoted text */
	if (!blank && c->out->n > first + 1 && c->out->v[first + 1].type == M_PATH &&
	    c->out->v[first + 1].at == from) {
		memmove(&c->out->v[first], &c->out->v[first + 1],
			(c->out->n - first - 1) * sizeof *c->out->v);
		c->out->n--;
	}
	return end;
}

/* Bytes that a path, a line number in words or a URL can start with. */
static bool can_start(char ch)
{
	return is_alnum(ch) || (unsigned char)ch >= 0xc0 || ch == '.' || ch == '/' || ch == '@' ||
	       ch == '~' || ch == '_' || ch == '[' || ch == '(';
}

/* Length of the plain word at s, which can only be a path when it goes on with
 * something that paths hold, or is one of the names known without an ending. */
static size_t plain_word(const char *s, size_t n, bool *path)
{
	size_t i = 0;
	while (i < n && (is_alnum(s[i]) || s[i] == '_' || s[i] == '-'))
		i++;
	bool ends = i == n || is_space(s[i]) || strchr(",;:)`*\"'|?", s[i]);
	*path = !ends || (i > 6 && (is_upper(*s) || *s == 'j'));
	return i;
}

static size_t take_at(struct scanner *c, size_t i)
{
	size_t end = 0;
	bool path = true;
	if (is_alnum(c->s[i])) {
		size_t after = i + plain_word(c->s + i, c->n - i, &path);
		if (after < c->n && c->s[after] == ':' && (end = skip_url(c->s + i, c->n - i)))
			return i + end;
	}
	if (path)
		end = take_path(c, i, c->n, false, false, 0);
	if (!end && (is_alpha(c->s[i]) || (c->s[i] & 0x80)))
		end = take_words(c, i, false);
	return end;
}

void scan_text(struct reader *r, const char *s, size_t n, mention_list *out)
{
	struct scanner c = { r, s, n, out };
	for (size_t i = 0; i < n;) {
		if (!can_start(s[i]) && s[i] != '`') {
			i++;
			continue;
		}
		size_t end = s[i] == '`' ? take_span(&c, i) : boundary(&c, i) ? take_at(&c, i) : 0;
		if (end > i) {
			i = end;
			continue;
		}
		/* nothing starts inside a word */
		bool word = is_alnum(s[i]);
		for (i++; word && i < n && (is_alnum(s[i]) || s[i] == '_' || s[i] == '-'); i++)
			;
	}
}

const mention_list *scan_block(struct reader *r, struct body *body, int block)
{
	size_t n;
	const char *s = body_text(r, body, block, &n);
	struct block *b = &body->blocks.v[block];
	if (!b->mentions) {
		mention_list *found = arena_alloc(r->scratch, sizeof *found);
		scan_text(r, s, n, found);
		b->mentions = found;
	}
	return b->mentions;
}

bool scan_is_comment_ref(const char *s, size_t n)
{
	static const char *const marks_[] = { "#", "//", "--", "/*", "*", "<!--", ";", NULL };
	n = trim(&s, n);
	size_t i = 0;
	for (int k = 0; marks_[k] && !i; k++)
		if (starts_word(s, n, marks_[k]))
			i = strlen(marks_[k]);
	if (!i)
		return false;
	while (i < n && (s[i] == '#' || s[i] == '/' || s[i] == '*'))
		i++;
	i += blanks(s + i, n - i);
	size_t word = starts_word(s + i, n - i, "lines") ? 5 : starts_word(s + i, n - i, "line") ? 4 : 0;
	i += word;
	if (!word || i >= n || s[i] != ' ')
		return false;
	i += blanks(s + i, n - i);
	i += approx_len(s + i, n - i);
	return i < n && is_digit(s[i]);
}
