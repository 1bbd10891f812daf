#include "parse/scan.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/numbers.h"
#include "parse/paths.h"

struct scanner {
	struct reader *r;
	const char *s;
	size_t n;
	mention_list *out;
	/* What the first `known` mentions say about a path whose lines go on. */
	size_t known;
	const char *path, *lined;
	bool any_lined;
};

static size_t list_at(struct scanner *c, size_t at, struct mention *m)
{
	return numbers_list(c->r, c->s, c->n, at, &m->ranges);
}

/* ---- line numbers on a path ---- */

/* ":12", ":12-20, 30", ":12:4", "#L10-L20", ":L5" right behind a path. */
static size_t attached_at(struct scanner *c, size_t at, struct mention *m)
{
	const char *s = c->s + at;
	size_t n = c->n - at, i = 0;
	if (n > 2 && s[0] == '#' && (s[1] == 'L' || s[1] == 'l') && is_digit(s[2]))
		i = 1;
	else if (n > 1 && s[0] == ':' && (is_digit(s[1]) || s[1] == '~' || s[1] == 'L' || numbers_approx(s + 1, n - 1)))
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
		if (more && number_ends(s + i + 1 + more, n - i - 1 - more)) {
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

/* ---- line numbers without their path ---- */

/* The path whose lines go on: of the last one that has any, else the last. */
static const char *path_so_far(struct scanner *c, bool *lined)
{
	for (; c->known < c->out->n; c->known++) {
		const struct mention *m = &c->out->v[c->known];
		if (m->type == M_PATH)
			c->path = m->text;
		else if (m->type == M_LINES && m->attached)
			c->lined = c->path, c->any_lined = true;
	}
	*lined = c->any_lined;
	return c->lined ? c->lined : c->path;
}

/* ":8080" is a port where the words around it talk of one. */
static bool is_port(const char *s, size_t at, size_t end, size_t n)
{
	static const char *const before[] = { "on", "port", "ports", "to", "from", "listen", "listens",
					      "listening", "bind", "addr", "proxies", NULL };
	static const char *const after[] = { "port", "listen", NULL };
	size_t e = at;
	while (e && strchr(" `(", s[e - 1]))
		e--;
	for (int k = 0; before[k]; k++) {
		size_t len = strlen(before[k]);
		if (e > len && same_word(s + e - len, len, before[k]) && !is_alnum(s[e - len - 1]))
			return true;
	}
	while (end < n && strchr(" `)", s[end]))
		end++;
	for (int k = 0; after[k]; k++)
		if (starts_word(s + end, n - end, after[k]))
			return true;
	return false;
}

/* ":69-71" alone in a span or parentheses, behind "store.js:55": more lines of
 * the same file. */
static size_t elided_at(struct scanner *c, size_t i, bool code)
{
	const char *s = c->s;
	if (i + 1 >= c->n || !(is_digit(s[i + 1]) || s[i + 1] == '~') || (i && !strchr(" (`,", s[i - 1])))
		return 0;
	bool lined = false;
	struct mention m = { .type = M_LINES, .at = i, .code = code, .attached = true };
	m.text = path_so_far(c, &lined);
	size_t len = m.text ? list_at(c, i + 1, &m) : 0;
	if (!len)
		return 0;
	m.end = i + 1 + len;
	const struct span_range *only = &m.ranges.v[0];
	bool one = m.ranges.n == 1 && only->first == only->last;
	if (one && (!lined || is_port(s, i, m.end, c->n)))
		return 0;
	*(struct mention *)vec_push(c->r->scratch, c->out) = m;
	return m.end;
}

/* "L836-837", "~L110", "(L45)" away from a path. Levels and labels ("L2", "risk
 * L15") have fewer digits. */
static size_t letter_at(struct scanner *c, size_t i)
{
	const char *s = c->s;
	if (s[i] != 'L' || i + 2 >= c->n || !is_digit(s[i + 1]))
		return 0;
	bool rough = i && (s[i - 1] == '~' || (i > 2 && memcmp(s + i - 3, "\xe2\x89\x88", 3) == 0));
	struct mention m = { .type = M_LINES, .at = i };
	size_t len = list_at(c, i, &m);
	if (!len)
		return 0;
	const struct span_range *first = &m.ranges.v[0];
	bool range = first->last > first->first && first->last > 9;
	if (!(rough || (i && s[i - 1] == '(') || range || first->first > 99) || first->last < 10)
		return 0;
	for (size_t k = 0; k < m.ranges.n; k++)
		m.ranges.v[k].approximate |= rough;
	m.end = i + len;
	*(struct mention *)vec_push(c->r->scratch, c->out) = m;
	return m.end;
}

/* ---- the scan ---- */

/* A span never goes on over an empty line or a new row. */
static bool leaves_block(const char *s, size_t n)
{
	const char *end = s + n;
	while ((s = memchr(s, '\n', (size_t)(end - s)))) {
		s++;
		if (s < end && (*s == '\n' || *s == '|'))
			return true;
	}
	return false;
}

size_t scan_span(const char *s, size_t n, size_t i, const char **text, size_t *len)
{
	size_t count = 0;
	while (i + count < n && s[i + count] == '`')
		count++;
	size_t limit = n - i < LIMIT_LINE ? n : i + LIMIT_LINE;
	for (size_t j = i + count; j < limit;) {
		const char *mark = memchr(s + j, '`', limit - j);
		if (!mark || leaves_block(s + j, (size_t)(mark - s) - j))
			return 0;
		size_t end = j = (size_t)(mark - s);
		while (end < n && s[end] == '`')
			end++;
		if (end - j == count) {
			*text = s + i + count;
			*len = trim(text, j - i - count);
			return end - i;
		}
		j = end;
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
	if (((unsigned char)c->s[i] & 0xc0) == 0x80)
		return false; /* inside a character */
	return !is_word(c->s[i - 1]) && c->s[i - 1] != '.';
}

static size_t skip_url(const char *s, size_t n)
{
	static const char *const schemes[] = { "http://", "https://", "file://", "ws://", "wss://",
					       "postgres://", "postgresql://", "redis://", "mailto:", NULL };
	size_t i = 0;
	if (!starts_any(s, n, schemes))
		return 0;
	while (i < n && !is_space(s[i]) && !strchr("`\"'<>|", s[i]))
		i++;
	return i;
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

/* Adds the path of that length at s[i], and the lines that go with it. */
static size_t add_path(struct scanner *c, size_t i, size_t len, size_t limit, bool code, bool weak, size_t tick)
{
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

static size_t take_path(struct scanner *c, size_t i, size_t limit, bool code, bool weak, size_t tick)
{
	size_t len = path_read(c->s + i, limit - i, code);
	return len ? add_path(c, i, len, limit, code, weak, tick) : 0;
}

/* "~L110", "around line 12" */
static bool is_rough(const struct scanner *c, size_t i)
{
	static const char *const words[] = { "around", "about", "approximately", "near", "approx.",
					     "circa", "roughly", "environ", "vers", NULL };
	if (i > 0 && (c->s[i - 1] == '~' || (i > 2 && memcmp(c->s + i - 3, "\xe2\x89\x88", 3) == 0)))
		return true;
	while (i && c->s[i - 1] == ' ')
		i--;
	if (!i || !(is_alpha(c->s[i - 1]) || c->s[i - 1] == '.'))
		return false;
	for (int k = 0; words[k]; k++) {
		size_t w = strlen(words[k]);
		if (i >= w && same_word(c->s + i - w, w, words[k]))
			return true;
	}
	return false;
}

static size_t take_words(struct scanner *c, size_t i, bool code)
{
	if (!numbers_may_start(c->s + i, c->n - i))
		return 0;
	struct mention m = { .type = M_LINES, .at = i, .code = code };
	size_t len = numbers_in_words(c->r, c->s, c->n, i, &m.ranges);
	if (!len)
		return 0;
	m.end = i + len;
	bool rough = is_rough(c, i);
	for (size_t k = 0; rough && k < m.ranges.n; k++)
		m.ranges.v[k].approximate = true;
	*(struct mention *)vec_push(c->r->scratch, c->out) = m;
	return m.end;
}

/* Behind these a path may start inside a span. */
static const bool parts_words[256] = {
	[' '] = true, ['\t' ... '\r'] = true, ['='] = true, ['"'] = true, ['\''] = true, ['('] = true,
	[','] = true, ['<'] = true, ['>'] = true, ['|'] = true, [':'] = true, ['\0'] = true,
};

/* Inside a code span: a path that is all of it, else whatever it holds. */
static size_t take_span(struct scanner *c, size_t i)
{
	const char *text;
	size_t len, total = scan_span(c->s, c->n, i, &text, &len);
	if (!total)
		return 0;
	size_t from = (size_t)(text - c->s), to = from + len, tick = i + total;
	if (*text == ':' && len && elided_at(c, from, true) == to)
		return tick;
	bool blank = memchr(text, ' ', len) != NULL, colon = memchr(text, ':', len) != NULL;
	size_t first = c->out->n;
	struct mention *m = add(c, M_SPAN, i, tick);
	m->text = copy_text(c->r->scratch, text, len);
	size_t end = tick;
	for (size_t k = from; k < to;) {
		size_t url = colon ? skip_url(c->s + k, to - k) : 0;
		if (url) {
			k += url;
			continue;
		}
		size_t e = 0;
		if (k == from || parts_words[(unsigned char)c->s[k - 1]])
			e = take_path(c, k, to, true, blank, tick);
		if (!e && numbers_may_start(c->s + k, c->n - k) && boundary(c, k))
			e = take_words(c, k, true);
		k = e > k ? e : k + 1;
		/* but for URLs nothing starts inside a word */
		while (!colon && k < to && is_word(c->s[k]) && is_word(c->s[k - 1]))
			k++;
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

/* Bytes that a path, a line number, a URL or a span can start with. */
static const bool starts[256] = {
	['0' ... '9'] = true, ['A' ... 'Z'] = true, ['a' ... 'z'] = true, [0xc0 ... 0xff] = true,
	['.'] = true, ['/'] = true, ['@'] = true, ['~'] = true, ['_'] = true, ['['] = true, ['('] = true,
	['`'] = true, [':'] = true,
};

/* Bytes behind which a word is no part of a path. */
static const bool ends[256] = {
	[' '] = true, ['\t' ... '\r'] = true, [','] = true, [';'] = true, [':'] = true, [')'] = true, ['`'] = true,
	['*'] = true, ['"'] = true, ['\''] = true, ['|'] = true, ['?'] = true, ['\0'] = true,
};

/* A word that ends at `stop` can only be a path when it goes on with something
 * that paths hold, or is one of the names known without an ending. */
static size_t take_word(struct scanner *c, size_t i, size_t stop)
{
	const char *s = c->s;
	bool whole = stop == c->n || ends[(unsigned char)s[stop]];
	bool path = !whole || (stop - i > 6 && (is_upper(s[i]) || s[i] == 'j'));
	size_t url = stop < c->n && s[stop] == ':' ? skip_url(s + i, c->n - i) : 0;
	if (url)
		return i + url;
	size_t end = path ? take_path(c, i, c->n, false, false, 0) : 0;
	if (!end && numbers_may_start(s + i, c->n - i))
		end = take_words(c, i, false);
	return end ? end : letter_at(c, i);
}

static size_t take_sign(struct scanner *c, size_t i)
{
	size_t end = take_path(c, i, c->n, false, false, 0);
	return end || !numbers_may_start(c->s + i, c->n - i) ? end : take_words(c, i, false);
}

/* Takes what starts at s[i]; returns the offset to go on from. */
static size_t take(struct scanner *c, size_t i)
{
	size_t after = i + 1, end = 0;
	if (c->s[i] == '`') {
		end = take_span(c, i);
	} else if (c->s[i] == ':') {
		end = elided_at(c, i, false);
	} else if (is_alnum(c->s[i])) {
		/* nothing starts inside a word */
		while (after < c->n && is_word(c->s[after]))
			after++;
		end = boundary(c, i) ? take_word(c, i, after) : 0;
	} else if (boundary(c, i)) {
		end = take_sign(c, i);
		/* nor inside what is too long for a path */
		if (!end && path_is_endless(c->s + i, c->n - i))
			end = i + LIMIT_WORD;
	}
	return end > i ? end : after;
}

size_t scan_text(struct reader *r, const char *s, size_t n, mention_list *out)
{
	struct scanner c = { .r = r, .s = s, .n = n, .out = out };
	size_t i = 0;
	while (i < n && out->n < LIMIT_MENTIONS)
		i = starts[(unsigned char)s[i]] ? take(&c, i) : i + 1;
	return i;
}

static void say_left_out(struct reader *r, struct body *body, int block, size_t at)
{
	int line, col;
	body_where(r, body, block, at, &line, &col);
	plan_finding(r->plan, r->a, "limit", PHL_ERROR, line, col,
		     "one text names more than %d paths, line numbers and quotes; what it names from here on is left out",
		     LIMIT_MENTIONS);
}

const mention_list *scan_block(struct reader *r, struct body *body, int block)
{
	size_t n;
	const char *s = body_text(r, body, block, &n);
	struct block *b = &body->blocks.v[block];
	if (!b->mentions) {
		mention_list *found = arena_alloc(r->scratch, sizeof *found);
		size_t end = scan_text(r, s, n, found);
		b->mentions = found;
		if (end < n)
			say_left_out(r, body, block, end);
	}
	return b->mentions;
}

/* Length of the comment mark that the trimmed text starts with, and the blanks
 * behind it. */
static size_t comment_mark(const char *s, size_t n)
{
	static const char *const marks_[] = { "#", "//", "--", "/*", "*", "<!--", ";", NULL };
	size_t i = 0;
	if (!n || !strchr("#/-*<;", *s))
		return 0;
	for (int k = 0; marks_[k] && !i; k++)
		if (starts_word(s, n, marks_[k]))
			i = strlen(marks_[k]);
	if (!i)
		return 0;
	while (i < n && (s[i] == '#' || s[i] == '/' || s[i] == '*'))
		i++;
	return i + blanks(s + i, n - i);
}

bool scan_is_comment_ref(const char *s, size_t n)
{
	n = trim(&s, n);
	size_t i = comment_mark(s, n);
	size_t word = starts_word(s + i, n - i, "lines") ? 5 : starts_word(s + i, n - i, "line") ? 4 : 0;
	i += word;
	if (!word || word == i || i >= n || s[i] != ' ')
		return false;
	i += blanks(s + i, n - i);
	i += numbers_approx(s + i, n - i);
	return i < n && is_digit(s[i]);
}

bool scan_is_comment(const char *s, size_t n)
{
	n = trim(&s, n);
	return comment_mark(s, n) > 0;
}
