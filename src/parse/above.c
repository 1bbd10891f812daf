/* Which file a text is about, by what stands above it: leads, headings, the
 * task, what was named last. */
#include <string.h>

#include "base/text.h"
#include "parse/binder.h"
#include "parse/files.h"
#include "parse/paths.h"

bool of_task(const struct binder *b, const char *path)
{
	if (b->task < 0)
		return file_named(b->u->r->plan, path) != NULL;
	const struct phl_task *t = &b->u->r->plan->tasks.v[b->task];
	for (size_t i = 0; i < t->files.n; i++)
		if (path_has_suffix(t->files.v[i], path))
			return true;
	return false;
}

/* The first path of a block that leads to what follows it. `skip` is not wanted. */
static const char *path_of(const struct binder *b, int block, bool last, const char *skip)
{
	int index = b->u->of_block[block];
	const char *found = NULL;
	if (index < 0)
		return NULL;
	const struct unit *u = &b->u->all.v[index];
	for (size_t i = 0; i < u->mentions.n; i++) {
		const struct mention *m = &u->mentions.v[i];
		if (!usable(m) || (skip && path_has_suffix(skip, m->text)))
			continue;
		bool vague = !m->code && m->at > 3 && !of_task(b, m->text) &&
			     !strchr(units_full_path(b->u, m->text, b->task), '/');
		if (vague)
			continue;
		if (found && !last)
			break;
		found = m->text;
	}
	return found;
}

/* A paragraph that announces what follows: "In `a.ts`:", "**a.ts**". */
static bool is_lead(const struct binder *b, int block)
{
	const struct block *k = &b->u->body->blocks.v[block];
	if (k->type != B_PARA || !k->len)
		return false;
	const char *s = k->text;
	size_t n = k->len;
	while (n && (s[n - 1] == '*' || is_space(s[n - 1])))
		n--;
	if (n && (s[n - 1] == ':' || (n > 2 && memcmp(s + n - 3, "\xef\xbc\x9a", 3) == 0)))
		return true;
	return s[0] == '*' && n > 1 && s[1] == '*';
}

/* An item that names a file and little else: "- **File**: `a.ts`". */
static bool names_file(const struct binder *b, int block)
{
	int index = b->u->of_block[block];
	if (index < 0)
		return false;
	const struct unit *u = &b->u->all.v[index];
	const char *s = u->s;
	size_t n = u->n;
	while (n && (*s == '*' || *s == '_'))
		s++, n--;
	if (starts_word(s, n, "file") || starts_word(s, n, "fichier") || starts_word(s, n, "path") ||
	    starts_word(s, n, "location"))
		return true;
	for (size_t i = 0; i < u->mentions.n; i++)
		if (usable(&u->mentions.v[i]))
			return u->mentions.v[i].at < 4 && u->n - (u->mentions.v[i].end - u->mentions.v[i].at) < 24;
	return false;
}

static const char *by_sibling(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	const struct block *own = &all[b->unit->block];
	if (own->type != B_ITEM || b->lines->at > 16)
		return NULL;
	for (int i = b->unit->block - 1, left = 8; i >= 0 && left > 0; i--) {
		if (all[i].type != B_ITEM || all[i].list != own->list)
			continue;
		left--;
		const char *path = names_file(b, i) ? path_of(b, i, false, skip) : NULL;
		if (path)
			return path;
	}
	return NULL;
}

/* The paragraph or item above that announces this block. */
static const char *by_lead(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	int own = b->unit->block, block = own, floor = all[own].section, region = all[own].region;
	for (int up = all[block].parent; up >= 0; up = all[up].parent) {
		const char *path = path_of(b, up, false, skip);
		if (!path)
			path = by_stem(b, all[up].text ? all[up].text : "", all[up].len);
		if (path && !(skip && strcmp(path, skip) == 0))
			return path;
		block = up;
	}
	int level = all[block].type == B_ITEM ? all[block].list : -1;
	for (int i = block - 1, left = 12; i > floor && left > 0; i--) {
		if (all[i].region != region)
			break;
		if (all[i].parent >= 0 || (all[i].type == B_ITEM && all[i].list == level))
			continue;
		left--;
		bool lead = is_lead(b, i);
		const char *path = path_of(b, i, !lead, skip);
		/* what led into another step is over */
		if (all[i].box.mark && all[own].type != B_ITEM)
			return path && of_task(b, path) ? path : NULL;
		if (!lead && (all[i].type != B_PARA || !path || !of_task(b, path)))
			continue;
		if (!path)
			path = by_stem(b, all[i].text, all[i].len);
		if (path && !(skip && strcmp(path, skip) == 0))
			return path;
	}
	return NULL;
}

/* "### File: a.ts" and, level with it, "### Change 1": the file goes on. */
static const char *by_file_heading(const struct binder *b, int heading, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	for (int i = heading - 1, left = 200; i > all[heading].section && left > 0; i--, left--) {
		if (all[i].type != B_HEADING || all[i].level != all[heading].level)
			continue;
		const char *s = all[i].text;
		const char *path = path_of(b, i, false, skip);
		if (path)
			return s && starts_word(s, all[i].len, "file") ? path : NULL;
	}
	return NULL;
}

static const char *by_heading(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	int region = all[b->unit->block].region;
	for (int h = all[b->unit->block].section; h >= 0; h = all[h].section) {
		if (all[h].region != region && b->task >= 0)
			break;
		const char *path = path_of(b, h, false, skip);
		if (!path && all[h].len)
			path = by_stem(b, all[h].text, all[h].len);
		if (!path)
			path = by_file_heading(b, h, skip);
		if (path)
			return path;
	}
	return NULL;
}

const char *by_task(const struct binder *b, const char *skip)
{
	if (b->task < 0)
		return NULL;
	const struct phl_task *t = &b->u->r->plan->tasks.v[b->task];
	const char *only = NULL;
	for (size_t i = 0; i < t->files.n; i++) {
		if (skip && strcmp(t->files.v[i], skip) == 0)
			continue;
		if (only)
			return NULL;
		only = t->files.v[i];
	}
	if (!only)
		only = by_stem(b, t->title, strlen(t->title));
	return only;
}

/* Files that a task makes have no lines yet, and its tests are seldom meant. */
static bool is_listed_aside(const struct binder *b, const struct unit *u, const struct mention *m)
{
	static const char *const words[] = { "create", "test", "new", "add", "delete", NULL };
	if (b->u->body->blocks.v[u->block].type != B_ITEM)
		return false;
	size_t i = 0;
	while (i < m->at && !is_alpha(u->s[i]))
		i++;
	for (int k = 0; words[k]; k++)
		if (starts_word(u->s + i, m->at - i, words[k]))
			return memchr(u->s + i, ':', m->at - i) != NULL;
	return false;
}

/* Lists of files say nothing about which is meant. */
static bool is_listing(const struct binder *b, const struct unit *u)
{
	const struct body *body = b->u->body;
	enum tag tag = body->cut->regions.v[body->blocks.v[u->block].region].tag;
	return tag == TAG_FILES || tag == TAG_READ_FIRST || tag == TAG_CONTEXT;
}

/* What by_distance met on its way up. */
struct met {
	const char *step;           /* of the plan, named in the same step */
	const char *first, *second; /* of the plan, named in steps before */
	const char *other, *aside;
};

static void meet(struct met *met, const struct binder *b, const struct unit *u,
		 const struct mention *m, bool same_step)
{
	const char *full = units_full_path(b->u, m->text, b->task);
	if (is_listed_aside(b, u, m)) {
		if (!met->aside)
			met->aside = full;
		if (met->first && strcmp(met->first, full) == 0) {
			met->first = met->second;
			met->second = NULL;
		}
	} else if (b->task >= 0 && !of_task(b, m->text) &&
		   !(m->code && file_named(b->u->r->plan, m->text))) {
		if (!met->other)
			met->other = full;
	} else if (same_step) {
		met->step = full;
	} else if (!met->first) {
		met->first = full;
	} else if (!met->second && strcmp(met->first, full) != 0) {
		met->second = full;
	}
}

/* The nearest path before this text: in the section, then in the task. Files of
 * the task win over others that are only mentioned. */
static const char *by_distance(const struct binder *b, const char *skip)
{
	const struct block *all = b->u->body->blocks.v;
	int index = (int)(b->unit - b->u->all.v), own = b->unit->block;
	bool same_step = true;
	struct met met = { 0 };
	for (int i = index - 1; i >= 0 && index - i <= 60 && !met.step; i--) {
		const struct unit *u = &b->u->all.v[i];
		bool near = all[u->block].section == all[own].section || u->block == all[own].section;
		if (b->task >= 0 ? b->u->task_of[u->block] != b->task : !near)
			break;
		for (size_t k = is_listing(b, u) ? 0 : u->mentions.n; k-- > 0 && !met.step;) {
			const struct mention *m = &u->mentions.v[k];
			if (usable(m) && !(skip && path_has_suffix(skip, m->text)))
				meet(&met, b, u, m, same_step);
		}
		same_step &= !all[u->block].box.mark;
	}
	return met.step ? met.step : met.first ? met.first : met.other ? met.other : met.aside;
}

/* The last weak mention (a file in a command) before the lines. */
const char *by_command(const struct binder *b)
{
	const char *path = NULL;
	for (size_t i = 0; i < b->unit->mentions.n; i++)
		if (b->unit->mentions.v[i].type == M_PATH && b->unit->mentions.v[i].at < b->lines->at)
			path = b->unit->mentions.v[i].text;
	return path;
}

const char *by_plan(const struct binder *b, const char *skip)
{
	const struct phl_plan *plan = b->u->r->plan;
	if (b->task >= 0 && plan->tasks.v[b->task].files.n) {
		const char *first = plan->tasks.v[b->task].files.v[0];
		if (!skip || strcmp(first, skip) != 0)
			return first;
	}
	if (plan->files.n == 1 && !(skip && strcmp(plan->files.v[0].path, skip) == 0))
		return plan->files.v[0].path;
	return NULL;
}

const char *by_context(struct binder *b, const char *skip)
{
	const char *path = by_sibling(b, skip);
	if (path)
		b->how = BOUND_CLOSE;
	if (!path)
		path = by_lead(b, skip);
	if (!path)
		path = by_heading(b, skip);
	if (!path)
		path = by_task(b, skip);
	if (path)
		return path;
	b->how = BOUND_FAR;
	if (b->task < 0)
		path = by_plan(b, skip);
	if (!path)
		path = by_distance(b, skip);
	if (!path && b->task >= 0)
		path = by_plan(b, skip);
	return path;
}
