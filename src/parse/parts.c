#include "parse/parts.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/commits.h"
#include "parse/sections.h"

/* ---- goal ---- */

/* Comments around a paragraph are for tools; without them, the length of it. */
static size_t skip_comments(const char **s, size_t n)
{
	const char *end;
	n = trim(s, n);
	while (n > 4 && memcmp(*s, "<!--", 4) == 0 && (end = find_bytes(*s, n, "-->"))) {
		n -= (size_t)(end + 3 - *s);
		*s = end + 3;
		n = trim(s, n);
	}
	end = find_bytes(*s, n, "<!--");
	return end ? trim(s, (size_t)(end - *s)) : n;
}

static void read_goal(struct parts *p)
{
	struct phl_plan *plan = p->r->plan;
	for (size_t i = 0; i < p->body->blocks.n; i++) {
		const struct block *b = &p->body->blocks.v[i];
		if (b->type != B_PARA || !block_in_section(p->r, p->body, (int)i, SEC_GOAL) ||
		    p->task_of[i] >= 0)
			continue;
		size_t n;
		const char *s = body_text(p->r, p->body, (int)i, &n);
		n = skip_comments(&s, n);
		if (n) {
			plan->goal = copy_title(p->r->a, s, n);
			return;
		}
	}
}

/* ---- rollback and notes ---- */

/* "2026-01-13: text": what happened, not what is planned. */
static bool take_note(struct parts *p, struct block *b, const char *kind, const char *s, size_t n)
{
	if (n <= 12 || !day_is_date(s))
		return false;
	struct phl_note *note = vec_push(p->r->a, &p->r->plan->notes);
	*note = (struct phl_note){ .kind = kind, .date = arena_dup(p->r->a, s, 10), .line = b->line };
	s += 10;
	n -= 10;
	while (n && (strchr(":*- ", *s) || ((unsigned char)*s & 0x80)))
		s++, n--;
	note->text = copy_element_text(p->r->a, s, n);
	b->note = true;
	return true;
}

static void add_rollback_step(struct parts *p, const char *s, size_t n, int line)
{
	struct phl_plan *plan = p->r->plan;
	struct phl_rollback *step = vec_push(p->r->a, &plan->rollback);
	*step = (struct phl_rollback){ (int)plan->rollback.n, copy_text(p->r->a, s, n), line };
}

static void take_rollback(struct parts *p, struct block *b, const char *s, size_t n)
{
	if (take_note(p, b, "rollback", s, n))
		return;
	if (b->type == B_ITEM && n)
		add_rollback_step(p, s, n, b->line);
	else if (b->type == B_PARA && n && s[n - 1] != ':' && p->r->plan->rollback.n == 0 &&
		 b->parent < 0 && region_within(p->body->cut, b->region, TAG_ROLLBACK) >= 0)
		add_rollback_step(p, s, n, b->line);
}

static void read_rollback_and_notes(struct parts *p)
{
	for (size_t i = 0; i < p->body->blocks.n; i++) {
		struct block *b = &p->body->blocks.v[i];
		if ((b->type != B_ITEM && b->type != B_PARA) || (b->type == B_ITEM && b->level))
			continue;
		bool rollback = block_in_section(p->r, p->body, (int)i, SEC_ROLLBACK);
		if (!rollback && !block_in_section(p->r, p->body, (int)i, SEC_NOTES))
			continue;
		size_t n;
		const char *s = body_text(p->r, p->body, (int)i, &n);
		while (n && (*s == '*' || *s == '_'))
			s++, n--;
		if (rollback)
			take_rollback(p, b, s, n);
		else
			take_note(p, b, "note", s, n);
	}
}

/* ---- commits and dates ---- */

static void read_commits(struct parts *p)
{
	for (size_t i = 0; i < p->body->blocks.n; i++) {
		const struct block *b = &p->body->blocks.v[i];
		if (b->note)
			continue;
		if (b->type == B_FENCE) {
			const struct fence *f = &p->body->cut->fences.v[b->fence];
			size_t n;
			const char *s = fence_text(p->r, f, &n);
			commits_planned(p->r, s, n, f->first + 1, &p->r->plan->commits);
			continue;
		}
		size_t n;
		const char *s = body_text(p->r, p->body, (int)i, &n);
		commits_recorded(p->r, s, n, b->line, &p->r->plan->commits);
	}
}

/* "*Created: 2026-01-13*" at the end of a plan. */
static void read_footer(struct parts *p)
{
	static const struct {
		const char *word;
		size_t offset;
	} dates[] = {
		{ "created:", offsetof(struct phl_plan, created) },
		{ "started:", offsetof(struct phl_plan, started) },
		{ "completed:", offsetof(struct phl_plan, completed) },
	};
	for (int line = p->r->src.n; line > 0 && line > p->r->src.n - 8; line--) {
		const char *s = line_text(&p->r->src, line);
		size_t n = trim(&s, line_len(&p->r->src, line));
		while (n && (*s == '*' || *s == '_'))
			s++, n--;
		for (size_t k = 0; k < sizeof dates / sizeof *dates; k++) {
			const char **field = (const char **)(void *)((char *)p->r->plan + dates[k].offset);
			size_t len = strlen(dates[k].word);
			if (*field || !starts_word(s, n, dates[k].word))
				continue;
			const char *d = s + len;
			size_t rest = trim(&d, n - len);
			while (rest && (*d == '*' || is_space(*d)))
				d++, rest--;
			if (rest >= 10 && day_is_date(copy_text(p->r->scratch, d, rest)))
				*field = arena_dup(p->r->a, d, 10);
		}
	}
}

void parts_read(struct reader *r, struct body *body, const int *task_of)
{
	struct parts p = { r, body, task_of };
	read_goal(&p);
	verification_read(&p);
	read_rollback_and_notes(&p);
	read_commits(&p);
	read_footer(&p);
}
