#include "parse/runs.h"

#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "parse/scan.h"

static const char *line_end(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', (size_t)(end - s));
	return nl ? nl : end;
}

/* Behind "Run:" or "**Expected:**"; NULL for another line. */
static const char *behind(const char *s, const char *end, const char *word)
{
	while (s < end && (*s == '*' || is_space(*s)))
		s++;
	if (s == end || to_lower(*s) != *word || !starts_word(s, (size_t)(end - s), word))
		return NULL;
	s += strlen(word);
	const char *colon = s;
	while (s < end && (*s == '*' || *s == ':' || is_space(*s)))
		s++;
	return memchr(colon, ':', (size_t)(s - colon)) ? s : NULL;
}

static bool may_fail(const char *s, const char *end)
{
	static const char *const words[] = { "fail", "error:", "échec", "失败", NULL };
	static _Thread_local struct any_word any;
	const char *stop = s;
	while (stop < end && !strchr(".,;(", *stop) && stop - s < 30)
		stop++;
	return holds_any(&any, s, (size_t)(stop - s), words);
}

/* What the line s says is expected, if that is success. */
static const char *expected(struct reader *r, const char *s, const char *end)
{
	const char *eol = line_end(s, end), *what = behind(s, eol, "expected");
	if (!what)
		what = behind(s, eol, "expect");
	if (!what || what == eol || may_fail(what, eol))
		return NULL;
	return arena_printf(r->a, "Expected: %s",
			    copy_title(r->scratch, what, (size_t)(eol - what)));
}

/* A line that is nothing but one span. */
static bool lone_span(const char *s, const char *end, const char **text, size_t *len)
{
	size_t n = (size_t)(end - s), span = n && *s == '`' ? scan_span(s, n, 0, text, len) : 0;
	const char *rest = s + span;
	return span && trim(&rest, n - span) == 0;
}

static const char *text_of(struct reader *r, struct body *body, int block, const char **end)
{
	size_t n;
	const char *s = body_text(r, body, block, &n);
	*end = s + n;
	return s;
}

/* The next block, if it is a paragraph of the same part. */
static const char *expected_below(struct reader *r, struct body *body, int block)
{
	const struct block *b = &body->blocks.v[block], *next = b + 1;
	const char *end;
	if ((size_t)block + 1 >= body->blocks.n || next->type != B_PARA ||
	    next->section != b->section)
		return NULL;
	const char *s = text_of(r, body, block + 1, &end);
	return expected(r, s, end);
}

static bool read_line(struct reader *r, struct body *body, int block, struct run *out)
{
	const char *end, *s = text_of(r, body, block, &end), *eol;
	int line = body->blocks.v[block].line;
	for (const char *l = s; l < end; l = eol + 1, line++) {
		eol = line_end(l, end);
		const char *what = behind(l, eol, "run");
		if (!what || !lone_span(what, eol, &out->command, &out->len))
			continue;
		out->line = line;
		out->expect = eol < end ? expected(r, eol + 1, end) : NULL;
		if (!out->expect && eol == end)
			out->expect = expected_below(r, body, block);
		return out->expect;
	}
	return false;
}

/* "Run:" alone, and the commands in a fence below it. */
static bool is_run_fence(struct reader *r, struct body *body, int block)
{
	const struct block *before = &body->blocks.v[block] - 1;
	const char *end;
	if (!block || (before->type != B_PARA && before->type != B_ITEM))
		return false;
	const char *s = text_of(r, body, block - 1, &end), *nl = memrchr(s, '\n', (size_t)(end - s));
	return behind(nl ? nl + 1 : s, end, "run") == end;
}

bool run_read(struct reader *r, struct body *body, int block, struct run *out)
{
	const struct block *b = &body->blocks.v[block];
	*out = (struct run){ .fence = -1 };
	if (b->type == B_FENCE) {
		out->fence = block;
		out->expect = is_run_fence(r, body, block) ? expected_below(r, body, block) : NULL;
		return out->expect;
	}
	return (b->type == B_PARA || b->type == B_ITEM) && read_line(r, body, block, out);
}
