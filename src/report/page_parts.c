#include "report/page_parts.h"

#include <stdint.h>
#include <string.h>

#include "base/day.h"
#include "base/digits.h"
#include "base/text.h"
#include "report/journal.h"
#include "report/labels.h"

void part_fact(struct doc *d, struct block *facts, const char *name, const char *text)
{
	if (text && *text)
		doc_item(d, facts, name, "%s", text);
}

const char *part_lines(struct arena *a, const struct phl_ref *r)
{
	char s[2 * DIGITS_MOST + 2];
	size_t n = 0;

	if (r->approximate)
		s[n++] = '~';
	n += digits_write(s + n, r->first);
	if (r->last == INT32_MAX) {
		s[n++] = '+';
	} else if (r->last > r->first) {
		s[n++] = '-';
		n += digits_write(s + n, r->last);
	}
	return arena_dup(a, s, n);
}

/* ---- files ---- */

/* "services/x.py" and "backend/services/x.py" are one file to a reader. */
static bool same_file(const char *a, const char *b)
{
	return text_path_ends(a, b) || text_path_ends(b, a);
}

/* The references of a plan to a file. */
static struct ref_counts refs_of(const struct phl_plan *p, const struct told *told,
				 const char *path)
{
	struct ref_counts counts = { 0 };

	for (size_t i = 0; i < p->refs.n; i++) {
		if (!p->refs.v[i].path || !same_file(p->refs.v[i].path, path))
			continue;
		counts.total++;
		if (i >= told->refs.n || !ref_is_checked(told->refs.v[i].state))
			continue;
		counts.checked++;
		counts.cleared += ref_is_cleared(told->refs.v[i].state);
	}
	return counts;
}

const char *part_cleared(struct arena *a, const struct told *told)
{
	int checked = 0, cleared = 0, left = 0;

	for (size_t i = 0; i < told->refs.n; i++) {
		const struct told_ref *r = &told->refs.v[i];

		left += r->left;
		checked += !r->left && ref_is_checked(r->state);
		cleared += !r->left && ref_is_cleared(r->state);
	}
	if (!checked && !left)
		return NULL;
	return arena_printf(a, "%d of %d cleared%s", cleared, checked,
			    left ? arena_printf(a, ", %d left as %s", left,
						left == 1 ? "it is" : "they are") : "");
}

enum { NUMBER, PATH, REFS, REMARK, FILE_COLUMNS };

static void add_file(struct doc *d, struct block *t, const struct phl_plan *p,
		     const struct told *told, const struct phl_file *f)
{
	static const char left[] = "stays as it is";
	struct cell *row = doc_row(d, t);
	struct ref_counts refs = refs_of(p, told, f->path);

	if (f->number > 0)
		cell_count(&row[NUMBER], f->number);
	cell_text(&row[PATH], f->path);
	cell_refs(&row[REFS], &refs);
	if (f->left && f->remark)
		cell_text(&row[REMARK], arena_printf(d->arena, "%s; %s", left, f->remark));
	else
		cell_text(&row[REMARK], f->left ? left : f->remark);
	for (int i = 0; i < FILE_COLUMNS; i++)
		row[i].tone = f->left || i == REMARK ? TONE_DIM : TONE_PLAIN;
}

void part_files(struct doc *d, const struct phl_plan *p, const struct told *told)
{
	static const struct column columns[FILE_COLUMNS] = {
		[NUMBER] = { .right = true },
		[PATH] = { .title = "File", .stretch = true, .code = true },
		[REFS] = { .title = "References", .right = true },
		[REMARK] = { .stretch = true },
	};
	const char *category = NULL;
	struct block *t;

	if (!p->files.n)
		return;
	doc_heading(d, 2, arena_printf(d->arena, "Files: %zu", p->files.n));
	t = doc_table(d, columns, FILE_COLUMNS);
	for (size_t i = 0; i < p->files.n; i++) {
		const struct phl_file *f = &p->files.v[i];

		if (f->category && (!category || strcmp(category, f->category) != 0))
			doc_group(d, t, f->category);
		else if (!f->category && category)
			doc_group(d, t, "Other files");
		category = f->category;
		add_file(d, t, p, told, f);
	}
}

/* ---- references ---- */

void part_refs(struct doc *d, const struct phl_plan *p, const struct told *told, int task)
{
	static const struct column columns[] = {
		{ .title = "File", .code = true, .stretch = true },
		{ .title = "Line", .right = true },
		{ .title = "State" },
		{ .title = "Expected there", .code = true, .stretch = true },
	};
	struct block *t = NULL;

	for (size_t i = 0; i < p->refs.n; i++) {
		const struct phl_ref *r = &p->refs.v[i];
		struct cell *row;

		if (task >= 0 && r->task != task)
			continue;
		if (!t) {
			doc_heading(d, 2, "References");
			t = doc_table(d, columns, 4);
		}
		row = doc_row(d, t);
		cell_text(&row[0], r->path ? r->path : "(no file)");
		cell_text(&row[1], part_lines(d->arena, r));
		if (i < told->refs.n)
			cell_text(&row[2], ref_state_words[told->refs.v[i].state]);
		cell_text(&row[3], r->expected);
		row[3].tone = TONE_DIM;
	}
}

/* ---- verification ---- */

void part_verification(struct doc *d, const struct phl_plan *p, int task)
{
	bool any = false;

	for (size_t i = 0; i < p->verification.n; i++) {
		const struct phl_verification *v = &p->verification.v[i];

		if (task >= 0 && v->task != task)
			continue;
		if (!any)
			doc_heading(d, 2, "Verification");
		doc_code(d, v->expect ? arena_printf(d->arena, "%s\n# %s", v->command, v->expect)
				      : v->command)
		    ->close = any;
		any = true;
	}
}

/* ---- journal ---- */

static const char *event_text(struct doc *d, const struct event *e)
{
	struct buf b = { 0 };
	const char *text;

	buf_str(&b, "");
	if (e->task && e->task_title)
		buf_printf(&b, "%s: ", e->task_title);
	if (strcmp(e->what, "conflict") == 0 && e->from && e->to)
		buf_str(&b, journal_words(d->arena, e, false));
	else if (e->from && e->to)
		buf_printf(&b, "%s to %s", e->from, e->to);
	else if (strcmp(e->what, "seen") == 0)
		buf_printf(&b, "first seen%s%s", e->to ? ", " : "", e->to ? e->to : "");
	else
		buf_printf(&b, "%s%s%s", e->what, e->to ? " " : "", e->to ? e->to : "");
	if (e->minutes) {
		buf_str(&b, ", ");
		day_minutes(&b, e->minutes);
	}
	if (e->undoes)
		buf_printf(&b, ", undo of %s", e->undoes);
	if (e->note)
		buf_printf(&b, ", \"%s\"", e->note);
	if (e->who)
		buf_printf(&b, " (%s)", e->who);
	text = arena_dup(d->arena, b.s, b.n);
	buf_free(&b);
	return text;
}

void part_events(struct doc *d, const event_list *events, int position)
{
	struct block *facts = NULL;

	for (size_t i = 0; i < events->n; i++) {
		const struct event *e = &events->v[i];
		size_t day = strcspn(e->at, "T");

		if (position && !journal_is_about(e, position))
			continue;
		if (!facts) {
			doc_heading(d, 2, "Journal");
			facts = doc_facts(d);
		}
		doc_item(d, facts, arena_dup(d->arena, e->at, day), "%s", event_text(d, e));
	}
}
