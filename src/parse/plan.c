#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/files.h"
#include "parse/header.h"
#include "parse/ident.h"
#include "base/limits.h"
#include "parse/parse.h"
#include "parse/parts.h"
#include "parse/places.h"
#include "parse/refs.h"
#include "parse/sections.h"
#include "parse/tasks.h"
#include "parse/wording.h"

/* ---- title ---- */

/* The first sentence of the goal, which is at most a line. */
static const char *first_sentence(struct arena *a, const char *s)
{
	size_t n = 0;
	while (s[n] && s[n] != '\n' && n < 200) {
		if (s[n] == '.' && (!s[n + 1] || is_space(s[n + 1])))
			break;
		n++;
	}
	while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
		n--;
	return copy_title(a, s, n);
}

/* What its directory names is often headed like all of its kind. */
static bool is_generic(const struct reader *r, const char *s, size_t n)
{
	static const char *const words[] = { "implementation plan", "implementation tasks", "tasks",
					     "task list", NULL };
	for (int i = 0; r->family->naming == NAMED_BY_DIRECTORY && words[i]; i++)
		if (same_word(s, n, words[i]))
			return true;
	return false;
}

static void set_title(struct reader *r, struct body *body, const struct front *front, int h1)
{
	static const char *const keys[] = { "title", "name", NULL };
	struct phl_plan *p = r->plan;
	const struct front_key *k = front_find(front, keys);
	size_t n = 0;
	const char *s = h1 >= 0 ? body_text(r, body, h1, &n) : NULL;
	bool heading = s && n && !is_generic(r, s, n);
	bool key = k && !k->nested && k->value && *k->value;
	p->title_from = PHL_TITLE_HEADING;
	if (key && (!heading || r->family->naming == NAMED_BY_KEY)) {
		p->title = arena_str(r->a, k->value);
		p->title_from = PHL_TITLE_FRONTMATTER;
	} else if (heading) {
		p->title = ident_strip_heading(r->a, copy_title(r->a, s, n));
	}
	if (p->title && *p->title)
		return;
	p->title_from = PHL_TITLE_OBJECTIVE;
	p->title = p->goal ? first_sentence(r->a, p->goal) : NULL;
	if (p->title && *p->title)
		return;
	p->title_from = PHL_TITLE_SLUG;
	p->title = ident_slug_title(r);
}

/* ---- one status for plan and tasks where the text gives it ---- */

static void check_twins(struct reader *r)
{
	struct phl_plan *p = r->plan;
	for (size_t i = 1; i < p->tasks.n && i < 500; i++)
		for (size_t j = 0; j < i; j++)
			if (p->tasks.v[i].number && p->tasks.v[i].number == p->tasks.v[j].number &&
			    p->tasks.v[i].label && p->tasks.v[j].label &&
			    strcmp(p->tasks.v[i].label, p->tasks.v[j].label) == 0) {
				plan_finding(p, r->a, "repeated-task", PHL_NOTE, p->tasks.v[i].line, 1,
					     "%s is also the name of the task on line %d", p->tasks.v[i].label,
					     p->tasks.v[j].line);
				break;
			}
}

static int by_place(const void *a, const void *b)
{
	const struct phl_finding *x = a, *y = b;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->col < y->col ? -1 : x->col > y->col;
}

/* What is left out counts more than what is only odd. */
static int by_weight(const void *a, const void *b)
{
	const struct phl_finding *x = a, *y = b;
	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return by_place(a, b);
}

static void finish_findings(struct reader *r)
{
	struct phl_plan *p = r->plan;
	size_t n = p->findings.n;
	if (n > LIMIT_FINDINGS) {
		qsort(p->findings.v, n, sizeof *p->findings.v, by_weight);
		p->findings.n = LIMIT_FINDINGS;
	}
	if (p->findings.n > 1)
		qsort(p->findings.v, p->findings.n, sizeof *p->findings.v, by_place);
	if (n <= LIMIT_FINDINGS)
		return;
	plan_finding(p, r->a, "limit", PHL_WARNING, p->findings.v[LIMIT_FINDINGS - 1].line, 1,
		     "%zu more findings in this file", n - LIMIT_FINDINGS);
}

/* What the text says beside statuses and estimates: most of the work. */
static void read_details(struct reader *r, struct body *body, const struct front *front,
			 const int *task_of, int h1, struct places *places)
{
	struct units units;
	files_read(r, body, front);
	parts_read(r, body, task_of);
	units_read(r, body, task_of, &units);
	refs_read(&units, places);
	set_title(r, body, front, h1);
	check_twins(r);
}

static void read_body(struct reader *r, struct front *front, struct places *places)
{
	struct cut cut = { 0 };
	struct body body;
	int *task_of;
	cut_plan(r, front->last, &cut);
	body_read(r, &cut, &body);
	int h1 = header_title(&body), bold_from = 0;
	size_t n = 0, keys = front->keys.n;
	const char *heading = h1 >= 0 ? body_text(r, &body, h1, &n) : NULL;
	if (front->last == 0)
		header_read_bold(r, &body, h1, front);
	if (front->keys.n > keys)
		bold_from = front->keys.v[keys].line;
	if (places)
		places->bold = keys;
	ident_plan_of(r, r->plan->path, front, heading, h1 >= 0 ? body.blocks.v[h1].line : 1);
	header_apply(r, front, bold_from);
	tasks_read(r, &body, &task_of);
	if (!places || !places->only)
		read_details(r, &body, front, task_of, h1, places);
	if (places)
		places_fill(r, &body, h1, places);
}

static struct phl_plan *read_plan(struct arena *a, struct arena *scratch, const char *bytes,
				  size_t len, const char *path, struct places *places)
{
	struct reader r = { .a = a, .scratch = scratch, .family = family_of(path) };
	struct front front = { 0 };
	r.plan = arena_alloc(a, sizeof *r.plan);
	*r.plan = (struct phl_plan){ .path = arena_str(a, path),
				     .family = r.family->name,
				     .estimate = { -1, -1, NULL },
				     .actual = { -1, -1, NULL } };
	if (len > LIMIT_PLAN) {
		plan_finding(r.plan, a, "limit", PHL_ERROR, 1, 1,
			     "the file is over 1 MiB; only its beginning is read");
		len = LIMIT_PLAN;
	}
	source_split(&r.src, scratch, bytes, len);
	if (r.src.n > LIMIT_LINES) {
		plan_finding(r.plan, a, "limit", PHL_ERROR, LIMIT_LINES, 1,
			     "more than 50,000 lines; the rest is not read");
		r.src.n = LIMIT_LINES;
		r.src.len = r.src.lines[LIMIT_LINES].off;
	}
	front_read(&r, &front);
	read_body(&r, &front, places);
	if (places)
		places->front = front;
	if (!places || !places->only)
		wording_check(&r);
	finish_findings(&r);
	return r.plan;
}

struct phl_plan *parse_plan(struct arena *a, struct arena *scratch, const char *bytes, size_t len,
			    const char *path)
{
	return read_plan(a, scratch, bytes, len, path, NULL);
}

struct phl_plan *parse_plan_places(struct arena *a, struct arena *scratch, const char *bytes,
				   size_t len, const char *path, bool only,
				   struct places *out)
{
	*out = (struct places){ .only = only };
	return read_plan(a, scratch, bytes, len, path, out);
}

/* ---- the public door ---- */

/* A plan that owns the memory it lies in. */
struct owned {
	struct arena arena;
	struct phl_plan *plan;
};

struct arenas {
	struct arena own, scratch;
};

static struct phl_plan *parse_owned(struct arena *a, struct arena *scratch, const char *bytes,
				    size_t len, const char *path)
{
	struct owned *owner = arena_alloc(a, sizeof *owner + sizeof(struct phl_plan));
	struct phl_plan *plan = parse_plan(a, scratch, bytes, len, path);
	struct evidence none;
	family_evidence(path, &none);
	plan_decide(plan, &none, a);
	/* the plan stands right behind its owner, so that it can be freed by itself */
	struct phl_plan *out = (struct phl_plan *)(void *)(owner + 1);
	*out = *plan;
	owner->plan = out;
	owner->arena = *a;
	return out;
}

static struct phl_plan *parse_or_null(struct arenas *a, const char *bytes, size_t len,
				      const char *path)
{
	struct escape e;
	if (setjmp(*escape_begin(&e)))
		return NULL;
	struct phl_plan *plan = parse_owned(&a->own, &a->scratch, bytes, len, path);
	escape_end(&e);
	return plan;
}

struct phl_plan *phl_plan_parse(const char *bytes, size_t len, const char *path)
{
	struct arenas a = { 0 };
	struct phl_plan *plan = parse_or_null(&a, bytes, len, path);
	if (!plan)
		arena_free(&a.own);
	arena_free(&a.scratch);
	return plan;
}

void phl_plan_free(struct phl_plan *plan)
{
	if (!plan)
		return;
	struct arena a = ((struct owned *)(void *)plan)[-1].arena;
	arena_free(&a);
}
