/* tasks that are elements: <task>, and what stands in one */
#include "parse/task_parts.h"

#include <string.h>

#include "base/text.h"
#include "model/plan.h"
#include "parse/estimates.h"
#include "base/limits.h"
#include "parse/paths.h"
#include "parse/scan.h"

/* <files> holds commas, lines, bullets, remarks in parentheses, "N/A", prose. */
static void add_files_text(struct tasks *t, struct phl_task *task, const char *s, size_t n)
{
	size_t start = 0, depth = 0;
	for (size_t i = 0; i <= n; i++) {
		if (i < n && (s[i] == '{' || s[i] == '('))
			depth++;
		if (i < n && (s[i] == '}' || s[i] == ')') && depth)
			depth--;
		if (i < n && s[i] != '\n' && !(depth == 0 && (s[i] == ',' || s[i] == ';')))
			continue;
		const char *p = s + start;
		size_t len = trim(&p, i - start);
		start = i + 1;
		depth = i < n && s[i] == '\n' ? 0 : depth;
		while (len > 1 && (*p == '-' || *p == '*' || *p == '+') && is_space(p[1]))
			p++, len--, len = trim(&p, len);
		if (len && *p == '`') {
			const char *text;
			size_t tlen, span = scan_span(p, len, 0, &text, &tlen);
			if (span)
				p = text, len = tlen;
		}
		/* A name may hold blanks when it is all there is: "My App/a.swift". */
		size_t word = path_read(p, len, true);
		if (!word) {
			for (word = 0; word < len && !is_space(p[word]); word++)
				;
			if (!path_whole(p, word))
				word = 0;
		}
		const char *path = word ? path_clean(t->r->scratch, p, word) : NULL;
		if (path && path_base(path)[0])
			tasks_add_path(t, task, path);
	}
}

static const char *region_text(struct tasks *t, int region, size_t *n)
{
	return cut_text(t->r, t->body->cut, region, true, n);
}

/* The first sentence of a part, for tasks that have no name. */
static const char *first_sentence(struct tasks *t, int region, size_t *n)
{
	size_t len;
	const char *s = region_text(t, region, &len);
	len = trim(&s, len);
	size_t i = 0;
	while (i < len && s[i] != '\n' && !((s[i] == '.' || s[i] == ':') && (i + 1 == len || is_space(s[i + 1]))) && i < 200)
		i++;
	*n = i;
	return s;
}

static int heading_in(struct tasks *t, int region)
{
	for (size_t i = 0; i < t->body->blocks.n; i++) {
		const struct block *b = &t->body->blocks.v[i];
		if (b->type == B_HEADING && region_within(t->body->cut, b->region, TAG_TASK) == region)
			return (int)i;
	}
	return -1;
}

static const char *name_of_element(struct tasks *t, int region, size_t *n)
{
	static const enum tag parts[] = { TAG_WHAT_BUILT, TAG_DECISION, TAG_ACTION, TAG_HOW_TO_VERIFY };
	const struct cut *cut = t->body->cut;
	int child = region_child(cut, region, TAG_NAME);
	const char *s;
	if (child >= 0) {
		s = region_text(t, child, n);
		*n = trim(&s, *n);
		if (*n)
			return s;
	}
	s = region_attr(&cut->regions.v[region], "name");
	if (!s)
		s = region_attr(&cut->regions.v[region], "title");
	if (s)
		return *n = strlen(s), s;
	int heading = heading_in(t, region);
	if (heading >= 0)
		return body_text(t->r, t->body, heading, n);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if ((child = region_child(cut, region, parts[i])) >= 0)
			return first_sentence(t, child, n);
	s = region_attr(&cut->regions.v[region], "id");
	return s ? (*n = strlen(s), s) : first_sentence(t, region, n);
}

static void read_status(struct tasks *t, struct phl_task *task, const struct region *g)
{
	const char *word = region_attr(g, "status");
	if (!word)
		word = region_attr(g, "done") ? "done" : NULL;
	if (!word)
		return;
	if (phl_status_parse(word, &task->status))
		task->status_from = PHL_FROM_ATTRIBUTE;
	else
		plan_finding(t->r->plan, t->r->a, "unknown-status", PHL_WARNING, g->first, 1,
			     "\"%s\" is no status; use pending, in-progress, blocked, done or skipped", word);
}

static void add_element(struct tasks *t, int region)
{
	const struct cut *cut = t->body->cut;
	const struct region *g = &cut->regions.v[region];
	size_t n;
	const char *s = name_of_element(t, region, &n);
	s = copy_element_text(t->r->scratch, s, n);
	struct phl_task *task = tasks_add(t, s, strlen(s), g->first, g->last);
	task->type = arena_str(t->r->a, region_attr(g, "type"));
	read_status(t, task, g);
	int part = region_child(cut, region, TAG_ESTIMATE);
	if (part >= 0) {
		s = region_text(t, part, &n);
		estimate_read(t->r->a, s, n, NULL, &task->estimate);
	}
	if ((s = region_attr(g, "estimate")) || (s = region_attr(g, "effort")))
		estimate_read(t->r->a, s, strlen(s), NULL, &task->estimate);
	if ((part = region_child(cut, region, TAG_FILES)) >= 0) {
		s = region_text(t, part, &n);
		s = copy_element_text(t->r->scratch, s, n);
		add_files_text(t, task, s, strlen(s));
	}
	t->of_region[region] = (int)t->r->plan->tasks.n - 1;
}

static void mark_elements(struct tasks *t)
{
	for (size_t i = 0; i < t->body->blocks.n; i++) {
		int g = region_within(t->body->cut, t->body->blocks.v[i].region, TAG_TASK);
		if (g >= 0)
			t->task_of[i] = t->of_region[g];
	}
}

void tasks_add_elements(struct tasks *t)
{
	const struct cut *cut = t->body->cut;
	for (size_t i = 0; i < cut->regions.n; i++)
		if (cut->regions.v[i].tag == TAG_TASK && !tasks_full(t, cut->regions.v[i].first))
			add_element(t, (int)i);
	mark_elements(t);
}
