#include "report/requirements_page.h"

#include <string.h>

#include "report/labels.h"

enum { ID, TEXT, DONE, BY, COLUMNS };

/* ---- names ---- */

static const char *coverer_name(struct arena *a, const struct coverer *by, bool whole)
{
	const struct phl_plan *p = by->plan;
	const struct phl_task *t = by->task < 0 ? NULL : &p->tasks.v[by->task];
	const char *id = label_id(a, p->id, p->path), *name;

	if (!t)
		return id;
	name = task_name(a, t->number, t->label, (int)by->task + 1);
	return whole ? arena_printf(a, "%s/%s", id, name) : name;
}

static const char *coverer_names(struct arena *a, const struct covered *c, bool whole)
{
	struct buf b = { 0 };
	const char *s;

	for (size_t i = 0; i < c->by.n; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", coverer_name(a, &c->by.v[i], whole));
	s = arena_dup(a, b.s ? b.s : "", b.n);
	buf_free(&b);
	return s;
}

static const char *group_name(struct arena *a, const struct requirement_group *g)
{
	const struct phl_plan *p = g->plans.n ? g->plans.v[0] : NULL;
	const char *id;

	if (!g->one || !p)
		return g->dir;
	id = label_id(a, p->id, p->path);
	return p->title ? arena_printf(a, "%s  %s", id, p->title) : id;
}

/* ---- counting ---- */

static size_t count_in(const covered_list *all, enum coverage_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].state == state;
	return n;
}

const char *requirements_covered(struct arena *a, const covered_list *all)
{
	size_t covered = count_in(all, COVERAGE_COVERED);
	size_t open = count_in(all, COVERAGE_UNCOVERED);

	if (!(covered + open) || !all->v[0].declared)
		return NULL;
	return arena_printf(a, "%zu of %zu covered", covered, covered + open);
}

static void add_count(struct buf *b, size_t n, const char *what)
{
	if (n)
		buf_printf(b, "%s%zu %s", memchr(b->s, ':', b->n) ? ", " : ": ", n, what);
}

static const char *summary(struct arena *a, const requirement_groups *groups)
{
	size_t total = 0, counts[COVERAGE_STATES] = { 0 }, done = 0, covered;
	struct buf b = { 0 };
	const char *s;

	for (size_t i = 0; i < groups->n; i++) {
		const covered_list *all = &groups->v[i].all;

		total += all->n;
		for (size_t k = 0; k < all->n; k++) {
			counts[all->v[k].state]++;
			done += all->v[k].state == COVERAGE_COVERED && coverage_is_done(&all->v[k]);
		}
	}
	covered = counts[COVERAGE_COVERED];
	buf_str(&b, label_count(a, (long)total, "requirement"));
	add_count(&b, covered, covered ? arena_printf(a, "covered (%zu done)", done) : NULL);
	add_count(&b, counts[COVERAGE_UNCOVERED], "without a task");
	add_count(&b, counts[COVERAGE_UNDECLARED], "declared nowhere");
	add_count(&b, counts[COVERAGE_UNTRACED], "of a kind that no task names");
	s = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return s;
}

/* ---- for people ---- */

static void mark(struct cell *cell, const struct covered *c)
{
	bool all = coverage_is_done(c);

	if (coverage_is_gap(c)) {
		cell->mark = MARK_ALERT;
		cell->tone = TONE_BAD;
		return;
	}
	if (c->state == COVERAGE_UNTRACED) {
		cell->tone = TONE_DIM;
		return;
	}
	cell->mark = all ? MARK_DONE : c->done ? MARK_ACTIVE : MARK_OPEN;
	cell->tone = all ? TONE_GOOD : c->done ? TONE_ACTIVE : TONE_PLAIN;
}

static void add_row(struct doc *d, struct block *t, const struct covered *c, bool whole)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[ID], c->id);
	mark(&row[ID], c);
	row[ID].indent = 2 * c->depth;
	cell_text(&row[TEXT], coverage_text(c));
	if (c->by.n) {
		cell_ratio(&row[DONE], c->done, c->total);
		cell_text(&row[BY], coverer_names(d->arena, c, whole));
	}
	if (c->state == COVERAGE_UNCOVERED) {
		cell_text(&row[BY], "no task");
		row[BY].tone = TONE_BAD;
	} else if (c->state == COVERAGE_UNDECLARED) {
		cell_text(&row[TEXT], "declared nowhere");
		row[TEXT].tone = TONE_BAD;
	}
}

static void add_group(struct doc *d, const struct requirement_group *g)
{
	static const struct column columns[COLUMNS] = {
		[ID] = { .title = "Requirement" },
		[TEXT] = { .title = "Text", .stretch = true },
		[DONE] = { .title = "Done", .right = true },
		[BY] = { .title = "Tasks" },
	};
	const char *name = group_name(d->arena, g);
	struct block *t;

	doc_heading(d, 2, g->covered ? arena_printf(d->arena, "%s: %s", name, g->covered) : name);
	t = doc_table(d, columns, COLUMNS);
	for (size_t i = 0; i < g->all.n; i++)
		add_row(d, t, &g->all.v[i], !g->one);
}

void requirements_doc(struct doc *d, const requirement_groups *groups)
{
	for (size_t i = 0; i < groups->n; i++)
		if (groups->v[i].all.n)
			add_group(d, &groups->v[i]);
	doc_prose(d, "%s", summary(d->arena, groups));
}

/* ---- for programs ---- */

static void place(struct json *j, const struct phl_requirement *r)
{
	json_key(j, "declared");
	if (!r) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key_text(j, "path", r->path);
	json_key_int(j, "line", r->line);
	json_end(j);
}

static void coverers(struct json *j, struct arena *a, const struct covered *c)
{
	json_key(j, "by");
	json_array(j);
	for (size_t i = 0; i < c->by.n; i++) {
		const struct coverer *by = &c->by.v[i];
		const struct phl_task *t = by->task < 0 ? NULL : &by->plan->tasks.v[by->task];

		json_object(j);
		json_key_text(j, "name", coverer_name(a, by, true));
		json_key_text(j, "plan", by->plan->id);
		json_key_text(j, "path", by->plan->path);
		if (t)
			json_key_int(j, "position", by->task + 1);
		else
			json_key_null(j, "position");
		json_key_text(j, "title", t ? t->title : by->plan->title);
		json_key_text(j, "status", phl_status_word(t ? t->status : by->plan->status));
		json_end(j);
	}
	json_end(j);
}

static void one(struct json *j, struct arena *a, const struct requirement_group *g,
		const struct covered *c)
{
	json_object(j);
	json_key_text(j, "id", c->id);
	json_key_text(j, "title", c->declared ? c->declared->title : NULL);
	json_key_text(j, "text", c->declared ? c->declared->text : NULL);
	json_key_text(j, "directory", g->dir);
	place(j, c->declared);
	json_key_text(j, "state", coverage_words[c->state]);
	json_key_int(j, "done", c->done);
	json_key_int(j, "total", c->total);
	coverers(j, a, c);
	json_end(j);
}

void requirements_json(struct json *j, struct arena *a, const requirement_groups *groups)
{
	json_array(j);
	for (size_t i = 0; i < groups->n; i++)
		for (size_t k = 0; k < groups->v[i].all.n; k++)
			one(j, a, &groups->v[i], &groups->v[i].all.v[k]);
	json_end(j);
}
