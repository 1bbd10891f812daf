/* place: where in the text an edit belongs */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "edit/lines.h"

/* ---- keys ---- */

/* The blanks behind the colon of a key without a value; one of them stays in front
 * of a remark. */
static bool empty_span(const struct draft *d, const struct front_key *k, size_t *at, size_t *len)
{
	size_t i = line_start(d, k->line) + (size_t)k->col - 1, end = line_end(d, k->line);
	while (i < end && d->bytes[i] != ':')
		i++;
	if (i == end)
		return false;
	*at = ++i;
	while (i < end && is_space(d->bytes[i]))
		i++;
	*len = i - *at;
	if (i == end)
		return true;
	*len -= *len > 0;
	return d->bytes[i] == '#';
}

bool key_span(const struct draft *d, const struct front_key *k, size_t *at, size_t *len)
{
	if (k->nested || k->line < 1 || k->line > d->places.src.n)
		return false;
	if (!k->len && !key_is_bold(d, k))
		return empty_span(d, k, at, len);
	size_t start = line_start(d, k->line);
	if (k->off < start || k->off + k->len > line_end(d, k->line))
		return false;
	*at = k->off;
	while (*at > start && is_space(d->bytes[*at - 1]))
		--*at;
	*len = k->off + k->len - *at;
	return !has_nul(d, *at, *len);
}

static int last_bold_line(const struct draft *d)
{
	int line = 0;
	for (size_t i = d->places.bold; i < d->places.front.keys.n; i++)
		if (d->places.front.keys.v[i].line > line)
			line = d->places.front.keys.v[i].line;
	return line;
}

/* Behind what it belongs to: the time spent behind the estimate, the end behind
 * the beginning. */
int key_anchor(const struct draft *d, enum plan_key key)
{
	static const enum plan_key behind[PLAN_KEYS][3] = {
		[KEY_STATUS] = { PLAN_KEYS },
		[KEY_ESTIMATE] = { KEY_STATUS, PLAN_KEYS },
		[KEY_ACTUAL] = { KEY_ESTIMATE, PLAN_KEYS },
		[KEY_CREATED] = { PLAN_KEYS },
		[KEY_STARTED] = { KEY_CREATED, PLAN_KEYS },
		[KEY_COMPLETED] = { KEY_STARTED, KEY_CREATED, PLAN_KEYS },
		[KEY_OWNER] = { KEY_STATUS, PLAN_KEYS },
	};
	const struct front *f = &d->places.front;
	if (!f->last)
		return last_bold_line(d);
	for (int i = 0; behind[key][i] != PLAN_KEYS; i++) {
		const struct front_key *k = places_key(&d->places, behind[key][i]);
		size_t at, len;
		if (k && key_span(d, k, &at, &len))
			return k->line;
	}
	/* before the line that closes it, if there is one */
	const char *s = line_text(&d->places.src, f->last);
	size_t n = trim(&s, line_len(&d->places.src, f->last));
	return n == 3 && memcmp(s, "---", 3) == 0 ? f->last - 1 : 0;
}

/* ---- tasks ---- */

size_t step_mark(const struct draft *d, const struct phl_step *step)
{
	for (size_t i = 0; step->status != PHL_NO_STATUS && i < d->places.boxes.n; i++)
		if (d->places.boxes.v[i].line == step->line)
			return d->places.boxes.v[i].mark;
	return 0;
}

void title_estimate(const char *s, size_t n, size_t *at, size_t *len)
{
	struct phl_estimate e;
	char text[64];
	while (n && is_space(s[n - 1]))
		n--;
	*at = n;
	*len = 0;
	if (!n || s[n - 1] != ')')
		return;
	size_t open = n - 1;
	while (open && s[open] != '(')
		open--;
	if (!open || n - open - 2 >= sizeof text)
		return;
	memcpy(text, s + open + 1, n - open - 2);
	text[n - open - 2] = '\0';
	if (!phl_estimate_parse(text, &e))
		return;
	while (open && is_space(s[open - 1]))
		open--;
	*at = open;
	*len = n - open;
}

/* ---- notes ---- */

static bool is_rule(const char *s, size_t n)
{
	n = trim(&s, n);
	if (n < 3 || !memchr("-*_", *s, 3))
		return false;
	for (size_t i = 1; i < n; i++)
		if (s[i] != *s)
			return false;
	return true;
}

static bool is_footer(const char *s, size_t n)
{
	n = trim(&s, n);
	return n > 2 && (*s == '*' || *s == '_') && s[n - 1] == *s;
}

/* The rule above "*Created: …*" lines that end the file, 0 without them. */
static int footer_rule(const struct draft *d)
{
	const struct source *src = &d->places.src;
	bool footer = false;
	for (int line = src->n; line > 1 && line > src->n - 8; line--) {
		const char *s = line_text(src, line);
		size_t n = line_len(src, line);
		if (is_rule(s, n))
			return footer && line > d->places.front.last ? line : 0;
		if (is_footer(s, n))
			footer = true;
		else if (trim(&s, n))
			return 0;
	}
	return 0;
}

static const char *new_section(struct draft *d, const char *kind, const char *line, size_t *at)
{
	const char *heading = strcmp(kind, "rollback") == 0 ? "## Rollback" : "## Notes";
	const char *eol = line_ending(d, d->places.src.n);
	int rule = footer_rule(d);
	if (rule) {
		*at = line_start(d, rule);
		return arena_printf(d->a, "%s%s%s%s%s%s", heading, eol, eol, line, eol, eol);
	}
	*at = d->n;
	int last = d->places.src.n;
	const char *s = last ? line_text(&d->places.src, last) : "";
	bool blank = !last || (ends_in_newline(d) && trim(&s, line_len(&d->places.src, last)) == 0);
	return arena_printf(d->a, "%s%s%s%s%s%s%s", ends_in_newline(d) ? "" : eol,
			    blank ? "" : eol, heading, eol, eol, line,
			    ends_in_newline(d) ? eol : "");
}

const char *note_text(struct draft *d, const char *kind, const char *line, size_t *at)
{
	const struct section_place *p = section_of(d, kind);
	if (!p->heading)
		return new_section(d, kind, line, at);
	const char *eol = line_ending(d, p->last), *gap = p->ends_item ? "" : eol;
	*at = line_start(d, p->last + 1);
	if (*at == d->n && !ends_in_newline(d))
		return arena_printf(d->a, "%s%s%s", eol, gap, line);
	return arena_printf(d->a, "%s%s%s", gap, line, eol);
}

static bool starts_blank_line(const char *text, const char *at)
{
	while (at > text && (at[-1] == '\r' || at[-1] == ' ' || at[-1] == '\t'))
		at--;
	return at > text && at[-1] == '\n';
}

const char *note_lines(struct arena *a, const char *text)
{
	const char *end = text + strlen(text);
	while (end > text && is_space(end[-1]))
		end--;
	const char *start = end;
	while (start > text && !(start[-1] == '\n' && starts_blank_line(text, start - 1)))
		start--;
	while (start < end && is_space(*start))
		start++;
	return arena_dup(a, start, (size_t)(end - start));
}
