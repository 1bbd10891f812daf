/* holds: what must hold of any plan that was read from any bytes */
#ifndef FUZZ_HOLDS_H
#define FUZZ_HOLDS_H

#include <stdlib.h>
#include <string.h>

#include "phaseline.h"

#define HOLDS(what)                                                            \
	do {                                                                   \
		if (!(what))                                                   \
			abort();                                               \
	} while (0)

/* Reads the string to its end, so that the sanitizer sees every byte of it. */
static inline void holds_text(const char *s)
{
	static volatile size_t seen;

	if (s)
		seen = strlen(s);
	(void)seen;
}

static inline void holds_line(int line, int lines)
{
	HOLDS(line >= 1 && line <= lines);
}

static inline void holds_tasks(const struct phl_plan *p, int lines)
{
	for (size_t i = 0; i < p->tasks.n; i++) {
		const struct phl_task *t = &p->tasks.v[i];

		HOLDS(t->title && t->status >= 0 && t->status < PHL_STATUSES);
		holds_text(t->title);
		holds_text(t->label);
		holds_text(t->type);
		holds_line(t->line, lines);
		HOLDS(t->last >= t->line && t->last <= lines);
		for (size_t k = 0; k < t->steps.n; k++) {
			HOLDS(t->steps.v[k].title);
			holds_text(t->steps.v[k].title);
			holds_line(t->steps.v[k].line, lines);
		}
		for (size_t k = 0; k < t->files.n; k++)
			HOLDS(t->files.v[k]);
	}
}

static inline void holds_refs(const struct phl_plan *p, int lines)
{
	for (size_t i = 0; i < p->refs.n; i++) {
		const struct phl_ref *r = &p->refs.v[i];

		holds_text(r->path);
		holds_text(r->expected);
		holds_text(r->wanted);
		holds_line(r->line, lines);
		HOLDS(r->first >= 1 && r->last >= r->first);
		HOLDS(r->task >= -1 && r->task < (int)p->tasks.n);
	}
}

static inline void holds_rest(const struct phl_plan *p, int lines)
{
	for (size_t i = 0; i < p->files.n; i++) {
		HOLDS(p->files.v[i].path);
		holds_text(p->files.v[i].path);
		holds_text(p->files.v[i].notes);
		holds_line(p->files.v[i].line, lines);
	}
	for (size_t i = 0; i < p->criteria.n; i++)
		holds_line(p->criteria.v[i].line, lines);
	for (size_t i = 0; i < p->verification.n; i++)
		holds_line(p->verification.v[i].line, lines);
	for (size_t i = 0; i < p->rollback.n; i++)
		holds_line(p->rollback.v[i].line, lines);
	for (size_t i = 0; i < p->commits.n; i++)
		holds_line(p->commits.v[i].line, lines);
	for (size_t i = 0; i < p->notes.n; i++)
		holds_line(p->notes.v[i].line, lines);
	for (size_t i = 0; i < p->findings.n; i++) {
		HOLDS(p->findings.v[i].rule && p->findings.v[i].message);
		holds_line(p->findings.v[i].line, lines);
		HOLDS(p->findings.v[i].col >= 1);
	}
}

/* Strings are closed, brackets balanced, no control byte stands raw. */
static inline void holds_json(const char *s)
{
	char open[64];
	size_t depth = 0;

	for (bool in_string = false; *s || in_string; s++) {
		HOLDS((unsigned char)*s >= 0x20);
		if (*s == '"') {
			in_string = !in_string;
		} else if (in_string) {
			if (*s == '\\')
				HOLDS(*++s);
		} else if (*s == '{' || *s == '[') {
			HOLDS(depth < sizeof open);
			open[depth++] = *s == '{' ? '}' : ']';
		} else if (*s == '}' || *s == ']') {
			HOLDS(depth && open[--depth] == *s);
		}
	}
	HOLDS(depth == 0);
}

/* Reads the bytes as a plan at `path` and checks all of the above. */
static inline void holds_plan(const char *bytes, size_t n, const char *path)
{
	struct phl_plan *plan = phl_plan_parse(bytes, n, path);
	char *json = phl_plan_json(plan);
	int lines = 1;

	for (size_t i = 0; i + 1 < n; i++)
		lines += bytes[i] == '\n';
	HOLDS(plan->id && plan->title && plan->family && plan->path);
	HOLDS(strcmp(plan->path, path) == 0);
	holds_tasks(plan, lines);
	holds_refs(plan, lines);
	holds_rest(plan, lines);
	holds_json(json);
	free(json);
	phl_plan_free(plan);
}

#endif
