/* What stands beside a plan: the SUMMARY of what was done, the ROADMAP. */
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/commits.h"
#include "parse/companion_parts.h"
#include "parse/estimates.h"
#include "parse/ident.h"
#include "base/limits.h"
#include "parse/parse.h"
#include "parse/sections.h"

void companion_open(struct companion *c, struct arena *a, struct arena *scratch,
		    const char *bytes, size_t len)
{
	*c = (struct companion){ .r = { .a = a, .scratch = scratch } };
	c->r.plan = &c->plan;
	source_split(&c->r.src, scratch, bytes, len > LIMIT_PLAN ? LIMIT_PLAN : len);
	if (c->r.src.n > LIMIT_LINES)
		c->r.src.n = LIMIT_LINES;
	front_read(&c->r, &c->front);
	cut_plan(&c->r, c->front.last, &c->cut);
	body_read(&c->r, &c->cut, &c->body);
	header_read_bold(&c->r, &c->body, header_title(&c->body), &c->front);
}

/* ---- SUMMARY ---- */

static const char *value_of(const struct front *f, const char *const *names)
{
	const struct front_key *k = front_find(f, names);
	return k && !k->nested && !k->null ? k->value : NULL;
}

static void read_bold_anywhere(struct companion *c)
{
	for (size_t i = 0; i < c->body.blocks.n; i++)
		if (c->body.blocks.v[i].type == B_HEADING)
			header_read_bold(&c->r, &c->body, (int)i, &c->front);
}

/* "**1. [Rule 1 - Bug] Wrong blue**", or the same as a heading. */
static bool is_deviation_title(const struct block *b, const char *s, size_t n)
{
	if (b->type != B_HEADING && b->type != B_PARA)
		return false;
	if (b->type == B_PARA && (n < 4 || s[0] != '*' || s[1] != '*'))
		return false;
	size_t i = b->type == B_PARA ? 2 : 0, digits = 0;
	while (i + digits < n && is_digit(s[i + digits]))
		digits++;
	return digits && i + digits < n && (s[i + digits] == '.' || s[i + digits] == ')');
}

/* Without its number: "[Rule 1 - Bug] Wrong blue". */
static const char *deviation_text(struct arena *a, const struct block *b, const char *s, size_t n)
{
	const char *nl = memchr(s, '\n', n);
	if (b->type == B_ITEM)
		return copy_title(a, s, n);
	n = nl ? (size_t)(nl - s) : n;
	size_t skip = strspn(s, "*0123456789.) ");
	skip = skip < n ? skip : n;
	return copy_title(a, s + skip, n - skip);
}

/* Where deviations have titles, the items below are their details. */
static void read_deviations(struct companion *c, struct summary *s)
{
	bool titled = false;
	for (size_t i = 0; i < c->body.blocks.n && s->deviations.n < 200; i++) {
		const struct block *b = &c->body.blocks.v[i];
		if (!block_in_section(&c->r, &c->body, (int)i, SEC_DEVIATIONS))
			continue;
		size_t n;
		const char *text = body_text(&c->r, &c->body, (int)i, &n);
		bool title = is_deviation_title(b, text, n);
		if (title && !titled)
			s->deviations.n = 0;
		titled |= title;
		if (!title && (titled || b->type != B_ITEM || b->level))
			continue;
		struct phl_note *note = vec_push(c->r.a, &s->deviations);
		*note = (struct phl_note){ "deviation", NULL, deviation_text(c->r.a, b, text, n), b->line };
	}
}

/* Under a heading about commits a hash needs no word before it. */
static void read_commits(struct companion *c, struct summary *s)
{
	for (size_t i = 0; i < c->body.blocks.n; i++) {
		size_t n;
		const char *text = body_text(&c->r, &c->body, (int)i, &n);
		int line = c->body.blocks.v[i].line;
		if (block_in_section(&c->r, &c->body, (int)i, SEC_COMMIT))
			commits_listed(&c->r, text, n, line, &s->commits);
		else
			commits_recorded(&c->r, text, n, line, &s->commits);
	}
}

struct summary *parse_summary(struct arena *a, struct arena *scratch, const char *bytes, size_t len)
{
	static const char *const status_keys[] = { "status", NULL };
	static const char *const duration_keys[] = { "duration", "actual", "time", NULL };
	static const char *const completed_keys[] = { "completed", "completed_at", "date", NULL };
	struct companion c;
	struct summary *s = arena_alloc(a, sizeof *s);
	enum phl_status status;
	companion_open(&c, a, scratch, bytes, len);
	read_bold_anywhere(&c);
	s->duration = (struct phl_estimate){ -1, -1, NULL };
	const char *word = value_of(&c.front, status_keys);
	if (word && phl_status_parse(word, &status))
		s->status = arena_str(a, word);
	const char *text = value_of(&c.front, duration_keys);
	if (text)
		estimate_read(a, text, strlen(text), NULL, &s->duration);
	text = value_of(&c.front, completed_keys);
	if (text && strlen(text) >= 10 && day_is_date(text))
		s->completed = arena_dup(a, text, 10);
	read_commits(&c, s);
	read_deviations(&c, s);
	return s;
}

/* ---- ROADMAP ---- */

static size_t skip_marks(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (strchr("*_`[~ ", s[i]) || ((unsigned char)s[i] >= 0xe2 && i + 2 < n)))
		i += (unsigned char)s[i] >= 0xf0 ? 4 : (unsigned char)s[i] >= 0x80 ? 3 : 1;
	return i < n ? i : n;
}

/* "**Wave 2 (depends on 04-01).** What it does": the rest is the title. */
static void skip_wave(const char **s, size_t *n)
{
	const char *p = *s, *end = p + *n;
	while (p < end && (*p == '*' || *p == '_'))
		p++;
	if (end - p < 7 || !starts_word(p, (size_t)(end - p), "wave ") || !is_digit(p[5]))
		return;
	for (p += 5; p < end && is_digit(*p);)
		p++;
	while (p < end && strchr("*_ ", *p))
		p++;
	const char *close = p < end && *p == '(' ? memchr(p, ')', (size_t)(end - p)) : NULL;
	p = close ? close + 1 : p;
	size_t parts = 0;
	for (; p < end && strchr(".:-*_ ", *p); p++)
		parts += *p == '.' || *p == ':' || *p == '-';
	if (!parts || p == end)
		return;
	*n = (size_t)(end - p);
	*s = p;
}

enum { TITLE_MOST = 120 }; /* what is longer describes; its first clause is the title */

static size_t title_len(const char *s, size_t n)
{
	if (n <= TITLE_MOST)
		return n;
	for (size_t i = 10; i + 1 < n; i++)
		if ((s[i] == '.' || s[i] == ';' || s[i] == ':') && s[i + 1] == ' ')
			return i;
	return n;
}

/* What stands behind an id, without remarks in parentheses at the end. */
static const char *line_title(struct arena *a, const char *s, size_t n)
{
	static const char *const endings[] = { "-PLAN.md", "-PLAN", "-TRD.md", ".md", NULL };
	for (int i = 0; endings[i]; i++)
		if (starts_word(s, n, endings[i])) {
			s += strlen(endings[i]);
			n -= strlen(endings[i]);
			break;
		}
	size_t skip = strspn(s, "*_`]):-. ");
	s += skip < n ? skip : n;
	n -= skip < n ? skip : n;
	while (n > 3 && memcmp(s, "\xe2\x80", 2) == 0) {
		s += 3;
		n -= 3;
		while (n && *s == ' ')
			s++, n--;
	}
	const char *nl = memchr(s, '\n', n);
	if (nl)
		n = (size_t)(nl - s);
	n = trim(&s, n);
	skip_wave(&s, &n);
	while (n && s[n - 1] == ')') {
		size_t open = n - 1;
		while (open && s[open] != '(')
			open--;
		if (!open)
			break;
		n = open;
		n = trim(&s, n);
	}
	return n ? copy_title(a, s, title_len(s, n)) : NULL;
}

static void take_line(struct companion *c, struct roadmap *map, int block)
{
	const struct block *b = &c->body.blocks.v[block];
	size_t n;
	const char *s = body_text(&c->r, &c->body, block, &n);
	size_t i = skip_marks(s, n), len = 0;
	struct roadmap_line line = { .line = b->line,
				     .has_box = b->box.mark != 0,
				     .ticked = b->box.mark == 'x' || b->box.mark == 'X' };
	if (starts_word(s + i, n - i, "plan "))
		i += 5;
	if (starts_word(s + i, n - i, "phase ")) {
		i += 6;
		while (i + len < n && (is_digit(s[i + len]) || (s[i + len] == '.' && len && i + len + 1 < n && is_digit(s[i + len + 1]))))
			len++;
		line.id = len ? ident_phase(c->r.a, s + i, len) : NULL;
		line.is_phase = true;
	} else {
		struct ident id = { 0 };
		len = is_digit(s[i]) && !day_is_date(s + i) ? ident_read(c->r.a, s + i, n - i, &id) : 0;
		if (len)
			line.id = arena_printf(c->r.a, "%s-%s", id.phase, id.plan);
	}
	if (!line.id)
		return;
	line.title = line_title(c->r.a, s + i + len, n - i - len);
	*vec_push(c->r.a, &map->lines) = line;
}

struct roadmap *parse_roadmap(struct arena *a, struct arena *scratch, const char *bytes, size_t len)
{
	struct companion c;
	struct roadmap *map = arena_alloc(a, sizeof *map);
	companion_open(&c, a, scratch, bytes, len);
	int h1 = header_title(&c.body);
	if (h1 >= 0) {
		size_t n;
		const char *s = body_text(&c.r, &c.body, h1, &n);
		static const char *const leads[] = { "roadmap:", "roadmap \xe2\x80\x94", "roadmap -", NULL };
		for (int i = 0; leads[i]; i++)
			if (starts_word(s, n, leads[i])) {
				n -= strlen(leads[i]);
				s += strlen(leads[i]);
			}
		map->title = copy_title(a, s, n);
	}
	for (size_t i = 0; i < c.body.blocks.n && map->lines.n < LIMIT_TASKS; i++)
		if (c.body.blocks.v[i].type == B_ITEM || c.body.blocks.v[i].type == B_HEADING)
			take_line(&c, map, (int)i);
	return map;
}
