#include "parse/places.h"

#include <string.h>

#include "base/text.h"
#include "parse/header.h"
#include "parse/sections.h"

const char *const *places_key_names(enum plan_key key)
{
	return header_key_names[key];
}

const struct front_key *places_key(const struct places *p, enum plan_key key)
{
	return front_find(&p->front, header_key_names[key]);
}

/* ---- tasks ---- */

static void take_attr(const struct places *p, const struct region *g, const char *name,
		      size_t *at, size_t *len)
{
	for (size_t i = 0; i < g->attrs.n; i++) {
		const struct attr *attr = &g->attrs.v[i];
		if (strcmp(attr->name, name) != 0)
			continue;
		*at = (size_t)(attr->raw - p->src.bytes);
		*len = attr->raw_len;
		return;
	}
}

/* Behind the last attribute: before ">" or "/>" and the blanks in front of it. */
static size_t attrs_end(const struct source *src, const struct region *g)
{
	size_t end = g->tag_end - 1;
	if (end && src->bytes[end - 1] == '/')
		end--;
	while (end && is_space(src->bytes[end - 1]))
		end--;
	return end;
}

/* A value starts with a quote that it does not end with. */
static bool is_torn(const struct region *g)
{
	for (size_t i = 0; i < g->attrs.n; i++) {
		const struct attr *attr = &g->attrs.v[i];
		char quote = attr->raw[-1];
		if ((quote == '"' || quote == '\'') && attr->raw[attr->raw_len] != quote)
			return true;
	}
	return false;
}

static int next_task_region(const struct cut *cut, int from, int line)
{
	for (size_t i = (size_t)from; i < cut->regions.n; i++)
		if (cut->regions.v[i].tag == TAG_TASK && cut->regions.v[i].first == line)
			return (int)i;
	return -1;
}

static int title_last(const struct body *body, int line)
{
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->line == line && b->blast >= b->bfirst &&
		    (b->type == B_ITEM || b->type == B_HEADING))
			return body->lines.v[b->blast].line;
	}
	return line;
}

static void fill_tasks(struct reader *r, struct body *body, struct places *out)
{
	const struct phl_plan *plan = r->plan;
	int region = 0;
	for (size_t i = 0; i < plan->tasks.n; i++) {
		struct task_place *t = vec_push(r->scratch, &out->tasks);
		int line = plan->tasks.v[i].line;
		int found = next_task_region(body->cut, region, line);
		*t = (struct task_place){ .title_last = line };
		if (found < 0) {
			t->title_last = title_last(body, line);
			continue;
		}
		const struct region *g = &body->cut->regions.v[found];
		region = found + 1;
		t->element = true;
		t->tag_end = attrs_end(&out->src, g);
		t->torn = is_torn(g);
		take_attr(out, g, "status", &t->status, &t->status_len);
		take_attr(out, g, "estimate", &t->estimate, &t->estimate_len);
	}
}

static void fill_boxes(struct reader *r, struct body *body, struct places *out)
{
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (!b->box.mark || !b->box.col)
			continue;
		size_t line_start = out->src.lines[b->line - 1].off;
		*vec_push(r->scratch, &out->boxes) = (struct box_place){
			.line = b->line,
			.mark = line_start + (size_t)b->box.col - 1,
		};
	}
}

/* ---- sections ---- */

static bool is_blank(const struct source *src, int line)
{
	const char *s = line_text(src, line);
	return trim(&s, line_len(src, line)) == 0;
}

static int find_heading(struct reader *r, struct body *body, enum section kind)
{
	for (size_t i = 0; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		size_t n;
		if (b->type != B_HEADING || b->region != 0)
			continue;
		const char *s = body_text(r, body, (int)i, &n);
		if (section_named(s, n) == kind)
			return (int)i;
	}
	return -1;
}

/* What follows a heading, up to the next one of its level. */
static void below_heading(const struct body *body, int heading, struct section_place *out)
{
	const struct block *h = &body->blocks.v[heading];
	*out = (struct section_place){ .heading = h->line, .last = h->last };
	for (size_t i = (size_t)heading + 1; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->region != 0 || (b->type == B_HEADING && b->level <= h->level) ||
		    b->type == B_RULE)
			break;
		if (b->last < out->last)
			continue;
		out->last = b->last;
		out->ends_item = b->type == B_ITEM || b->parent >= 0;
	}
}

static void inside_element(const struct cut *cut, struct section_place *out)
{
	for (size_t i = 1; i < cut->regions.n; i++) {
		const struct region *g = &cut->regions.v[i];
		if (g->tag != TAG_ROLLBACK || g->parent != 0 || g->last <= g->first)
			continue;
		*out = (struct section_place){ .heading = g->first, .last = g->last - 1 };
		return;
	}
}

static void find_section(struct reader *r, struct body *body, enum section kind,
			 struct section_place *out)
{
	int heading = find_heading(r, body, kind);
	if (heading >= 0)
		below_heading(body, heading, out);
	else if (kind == SEC_ROLLBACK)
		inside_element(body->cut, out);
	while (out->last > out->heading && is_blank(&r->src, out->last))
		out->last--;
}

void places_fill(struct reader *r, struct body *body, int title, struct places *out)
{
	out->src = r->src;
	out->title = title >= 0 ? body->blocks.v[title].line : 0;
	fill_tasks(r, body, out);
	fill_boxes(r, body, out);
	find_section(r, body, SEC_ROLLBACK, &out->rollback);
	find_section(r, body, SEC_NOTES, &out->notes);
}
