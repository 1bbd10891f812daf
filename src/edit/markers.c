#include "edit/markers.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* Where the reader is, line by line. */
struct reader {
	const char *s;
	size_t n, at;  /* of the line */
	size_t len;    /* without its end */
	size_t next;   /* of the line below */
	int line;
	char fence;    /* that of the fence it is in, or 0 */
	size_t fence_len;
	int fence_line;
	size_t above;  /* length of a line above that a heading may underline */
	int level;     /* of the last heading */
};

static bool next_line(struct reader *r)
{
	const char *end;

	if (r->next >= r->n)
		return false;
	r->at = r->next;
	end = memchr(r->s + r->at, '\n', r->n - r->at);
	r->len = end ? (size_t)(end - r->s) - r->at : r->n - r->at;
	r->next = r->at + r->len + (end != NULL);
	if (r->len && r->s[r->at + r->len - 1] == '\r')
		r->len--;
	r->line++;
	return true;
}

/* A line without the blanks around it. */
struct text {
	const char *s;
	size_t n;
	size_t indent;
};

static struct text text_of(const struct reader *r)
{
	struct text t = { r->s + r->at, r->len, 0 };

	while (t.n && (*t.s == ' ' || *t.s == '\t')) {
		t.indent += *t.s == '\t' ? 4 : 1;
		t.s++;
		t.n--;
	}
	while (t.n && is_space(t.s[t.n - 1]))
		t.n--;
	return t;
}

static size_t run_of(struct text t, char c)
{
	size_t n = 0;

	while (n < t.n && t.s[n] == c)
		n++;
	return n;
}

/* ---- what a line is ---- */

static bool is_word_line(struct text t, const char *word)
{
	return t.n == strlen(word) && memcmp(t.s, word, t.n) == 0;
}

/* "phaseline:begin" of its comment, however that is spaced. */
static bool is_marker(struct text t, const char *word)
{
	size_t n = strlen(word);

	if (t.indent > 3 || t.n < n + 7 || memcmp(t.s, "<!--", 4) != 0 ||
	    memcmp(t.s + t.n - 3, "-->", 3) != 0)
		return false;
	t.s += 4;
	t.n -= 7;
	while (t.n && is_space(*t.s)) {
		t.s++;
		t.n--;
	}
	while (t.n && is_space(t.s[t.n - 1]))
		t.n--;
	return is_word_line(t, word);
}

/* Begins, goes on, or ends here: then the line is nothing else.  Fences below list
 * items are indented. */
static bool in_fence(struct reader *r, struct text t)
{
	char c = t.n ? *t.s : '\0';
	size_t run = c == '`' || c == '~' ? run_of(t, c) : 0;

	if (r->fence) {
		if (c == r->fence && run >= r->fence_len && run == t.n)
			r->fence = '\0';
		return true;
	}
	if (run < 3 || (c == '`' && memchr(t.s + run, '`', t.n - run)))
		return false;
	r->fence = c;
	r->fence_len = run;
	r->fence_line = r->line;
	return true;
}

/* A line that "---" below it makes a heading of: no list, quote, table, comment. */
static bool is_paragraph(struct text t)
{
	bool list = t.n && strchr("-+*", *t.s) && (t.n == 1 || is_space(t.s[1]));

	return t.n && t.indent < 4 && !list && !strchr(">|<#=", *t.s);
}

static int heading_level(const struct reader *r, struct text t)
{
	size_t run = run_of(t, '#');

	if (t.indent > 3 || !t.n)
		return 0;
	if (run >= 1 && run <= 6 && (run == t.n || t.s[run] == ' ' || t.s[run] == '\t'))
		return (int)run;
	if (r->above && run_of(t, '=') == t.n)
		return 1;
	return r->above && run_of(t, '-') == t.n ? 2 : 0;
}

static void skip_front(struct reader *r)
{
	struct reader ahead = *r;

	if (r->n >= 3 && memcmp(r->s, "\xef\xbb\xbf", 3) == 0)
		r->next = ahead.next = 3;
	if (!next_line(&ahead) || !is_word_line(text_of(&ahead), "---"))
		return;
	while (next_line(&ahead)) {
		struct text t = text_of(&ahead);

		if (is_word_line(t, "---") || is_word_line(t, "...")) {
			*r = ahead;
			return;
		}
	}
}

/* ---- finding ---- */

struct seen {
	int begin, end; /* lines */
	struct marked found;
};

static bool see_begin(const struct reader *r, const char *path, struct seen *seen,
		      struct err *err)
{
	if (seen->begin)
		return err_set(err, ERR_USAGE, "%s:%d: a second " MARKER_BEGIN
				", after the one in line %d", path, r->line, seen->begin);
	seen->begin = r->line;
	seen->found.at = r->next;
	seen->found.level = r->level;
	seen->found.crlf = r->next >= r->at + 2 && r->s[r->next - 2] == '\r';
	return true;
}

static bool see_end(const struct reader *r, const char *path, struct seen *seen,
		    struct err *err)
{
	if (!seen->begin)
		return err_set(err, ERR_USAGE, "%s:%d: " MARKER_END " without " MARKER_BEGIN
				" above it", path, r->line);
	if (seen->end)
		return err_set(err, ERR_USAGE, "%s:%d: a second " MARKER_END
				", after the one in line %d", path, r->line, seen->end);
	seen->end = r->line;
	seen->found.end = r->at;
	return true;
}

static bool see_line(struct reader *r, const char *path, struct seen *seen, struct err *err)
{
	struct text t = text_of(r);
	int level;

	if (in_fence(r, t)) {
		r->above = 0;
		return true;
	}
	level = heading_level(r, t);
	if (level)
		r->level = level;
	r->above = !level && is_paragraph(t) ? t.n : 0;
	if (is_marker(t, "phaseline:begin"))
		return see_begin(r, path, seen, err);
	if (is_marker(t, "phaseline:end"))
		return see_end(r, path, seen, err);
	return true;
}

/* What is missing, and where it may hide. */
static bool missing(const struct reader *r, const char *path, const struct seen *seen,
		    struct err *err)
{
	char fence[64] = "";

	if (r->fence)
		snprintf(fence, sizeof fence, " (a code fence opens in line %d and never ends)",
			 r->fence_line);
	if (seen->begin)
		return err_set(err, ERR_USAGE, "%s:%d: " MARKER_BEGIN " without " MARKER_END
				" below it%s", path, seen->begin, fence);
	return err_set(err, ERR_USAGE, "%s has no place for the report: put " MARKER_BEGIN
			" and " MARKER_END " there, each alone on its line%s", path, fence);
}

bool markers_find(const char *bytes, size_t n, const char *path, struct marked *out,
		  struct err *err)
{
	struct reader r = { .s = bytes, .n = n };
	struct seen seen = { 0 };

	skip_front(&r);
	while (next_line(&r))
		if (!see_line(&r, path, &seen, err))
			return false;
	if (!seen.end)
		return missing(&r, path, &seen, err);
	*out = seen.found;
	return true;
}

void markers_fill(struct buf *out, const char *bytes, size_t n, const struct marked *at,
		  const char *content)
{
	const char *line_end = at->crlf ? "\r\n" : "\n";

	buf_add(out, bytes, at->at);
	buf_str(out, line_end);
	while (*content) {
		size_t len = strcspn(content, "\n");

		buf_add(out, content, len);
		buf_str(out, line_end);
		content += len + (content[len] == '\n');
	}
	buf_str(out, line_end);
	buf_add(out, bytes + at->end, n - at->end);
}
