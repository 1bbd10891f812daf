/* Fences by line: real plans indent them under tags and lists in ways that
 * CommonMark does not take for fences, so the marks alone decide here. */
#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "parse/fences.h"

struct mark {
	char c;
	size_t count;
	int indent;
	uint32_t off;     /* of the first mark character */
	const char *info; /* after the mark, trimmed */
	size_t info_len;
};

/* Skips what may stand before a fence: blanks, quotes, one list marker each. */
static size_t skip_prefix(const char *s, size_t n)
{
	size_t i = 0;
	for (;;) {
		while (i < n && (s[i] == ' ' || s[i] == '\t' || s[i] == '>'))
			i++;
		size_t d = i;
		while (d < n && is_digit(s[d]))
			d++;
		bool bullet = i + 1 < n && s[i + 1] == ' ' && (s[i] == '-' || s[i] == '*' || s[i] == '+');
		bool ordered = d > i && d + 1 < n && (s[d] == '.' || s[d] == ')') &&
			       s[d + 1] == ' ';
		if (!bullet && !ordered)
			return i;
		i = bullet ? i + 2 : d + 2;
	}
}

static bool find_mark(const struct source *src, int line, struct mark *m)
{
	const char *s = line_text(src, line);
	size_t n = line_len(src, line), i = skip_prefix(s, n), start = i;
	if (i >= n || (s[i] != '`' && s[i] != '~'))
		return false;
	while (i < n && s[i] == s[start])
		i++;
	if (i - start < 3)
		return false;
	*m = (struct mark){ .c = s[start],
			    .count = i - start,
			    .indent = (int)start,
			    .off = src->lines[line - 1].off + (uint32_t)start,
			    .info = s + i };
	m->info_len = trim(&m->info, n - i);
	return m->c == '~' || !memchr(m->info, '`', m->info_len);
}

/* A fence that quotes markdown and opens fences inside it can only mean them
 * nested: their closing marks are counted, unless they do not add up. */
static int find_close(const struct source *src, int first, const struct mark *open, bool nested)
{
	int depth = 0;
	for (int line = first + 1; line <= src->n; line++) {
		struct mark m;
		if (!find_mark(src, line, &m) || m.c != open->c || m.count < open->count)
			continue;
		if (m.info_len) {
			depth += nested;
			continue;
		}
		if (depth == 0)
			return line;
		depth--;
	}
	return 0;
}

/* Where a fence that is never closed must end: before the line that closes an
 * element, as `</action>` alone on its line does. */
static int find_end(const struct source *src, int first)
{
	for (int line = first + 1; line <= src->n; line++) {
		const char *s = line_text(src, line);
		size_t n = trim(&s, line_len(src, line));
		if (n > 3 && s[0] == '<' && s[1] == '/' && s[n - 1] == '>' &&
		    !memchr(s, ' ', n) && !is_upper(s[2]))
			return line - 1;
	}
	return src->n;
}

static bool quotes_markdown(const struct mark *m)
{
	return same_word(m->info, m->info_len, "markdown") ||
	       same_word(m->info, m->info_len, "md");
}

void fences_find(struct reader *r, int front_last, fence_list *out)
{
	const struct source *src = &r->src;
	for (int line = front_last + 1; line <= src->n; line++) {
		struct mark m;
		if (!find_mark(src, line, &m))
			continue;
		int close = 0;
		if (quotes_markdown(&m))
			close = find_close(src, line, &m, true);
		if (!close)
			close = find_close(src, line, &m, false);
		struct fence *f = vec_push(r->scratch, out);
		*f = (struct fence){ .first = line,
				     .last = close ? close : find_end(src, line),
				     .closed = close > 0,
				     .indent = m.indent,
				     .info = copy_text(r->scratch, m.info, m.info_len),
				     .off = m.off };
		if (!close)
			plan_finding(r->plan, r->a, "unclosed-fence", PHL_WARNING, line,
				     m.indent + 1, "this fence is never closed; close it with %.*s",
				     (int)(m.count < 8 ? m.count : 8), "````````");
		line = f->last;
	}
}
