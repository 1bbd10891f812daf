#include "report/refs_page.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/digits.h"
#include "base/text.h"
#include "report/labels.h"
#include "report/page_parts.h"

enum { LINE, NOW, WAS, STATE, WORK, TEXT, COLUMNS };

static const enum tone tones[REF_STATES] = {
	[REF_STANDING] = TONE_ACTIVE, [REF_MOVED] = TONE_ACTIVE, [REF_CLEARED] = TONE_GOOD,
	[REF_REPLACED] = TONE_GOOD,   [REF_GONE] = TONE_BAD,	 [REF_UNQUOTED] = TONE_DIM,
	[REF_AMBIGUOUS] = TONE_BAD,   [REF_UNBOUND] = TONE_DIM,	 [REF_UNREAD] = TONE_BAD,
};

const char *refs_label(struct arena *a, const struct refcheck *c, const struct checked_ref *r)
{
	const struct checked_plan *p = &c->plans.v[r->plan];
	struct task_row task = { .plan_id = p->row.id, .plan_path = p->row.path,
				 .position = r->task + 1 };

	if (r->task < 0)
		return label_id(a, p->row.id, p->row.path);
	task.task = p->plan->tasks.v[r->task];
	return label_task(a, &task);
}

/* ---- one file ---- */

/* Nothing more is to be said of each of these than its line. */
static bool is_folded(const struct refs_page *page, const struct checked_ref *r)
{
	return !page->unfold && (ref_is_cleared(r->state) || r->state == REF_GONE ||
				 r->state == REF_AMBIGUOUS || r->state == REF_UNBOUND);
}

static enum ref_state state_before(const struct refs_page *page, const struct checked_ref *r)
{
	return page->before ? page->before->refs.v[r - page->check->refs.v].state : REF_UNKNOWN;
}

static bool same_row(const struct refs_page *page, const struct checked_ref *a,
		     const struct checked_ref *b)
{
	return a->state == b->state && a->plan == b->plan && a->task == b->task &&
	       state_before(page, a) == state_before(page, b);
}

static const char *lines_found(struct arena *a, const struct checked_ref *r)
{
	static const char more[] = ", ...";
	enum { SHOWN = 4 };
	char s[(size_t)SHOWN * (DIGITS_MOST + 2) + sizeof more];
	size_t n = 0;

	for (int i = 0; i < r->nfound && i < SHOWN; i++) {
		memcpy(s + n, more, i ? 2 : 0);
		n += i ? 2 : 0;
		n += digits_write(s + n, r->found[i]);
	}
	if (r->nfound > SHOWN) {
		memcpy(s + n, more, sizeof more - 1);
		n += sizeof more - 1;
	}
	return arena_dup(a, s, n);
}

static const char *text_of(struct arena *a, const struct checked_ref *r)
{
	if (r->reason)
		return arena_printf(a, "it %s", r->reason);
	if (r->now && *r->now && !ref_is_cleared(r->state))
		return r->now;
	return r->ref->expected;
}

const char *refs_then(const struct checked_ref *r)
{
	return r->then == REF_UNKNOWN  ? NULL :
	       r->then == REF_STANDING ? "unchanged" :
	       r->then == REF_MOVED    ? "moved" :
					 "changed";
}

static void fill_row(struct doc *d, const struct refs_page *page, struct cell *row,
		     const struct checked_ref *r)
{
	enum ref_verdict verdict = ref_judge(page->check, r);

	if (page->before)
		cell_text(&row[WAS], ref_state_words[state_before(page, r)]);
	cell_text(&row[STATE], r->left ? arena_printf(d->arena, "%s, left", ref_state_words[r->state]) :
			       refs_then(r) ? arena_printf(d->arena, "%s, %s",
							   ref_state_words[r->state], refs_then(r)) :
					      ref_state_words[r->state]);
	row[STATE].tone = r->left ? TONE_DIM : tones[r->state];
	if (verdict == REF_CONTRADICTS) {
		row[STATE].tone = TONE_BAD;
		row[STATE].mark = MARK_ALERT;
	}
	if (page->check->plans.n > 1 || r->task >= 0)
		cell_text(&row[WORK], refs_label(d->arena, page->check, r));
	row[WORK].tone = row[TEXT].tone = TONE_DIM;
}

static void add_one(struct doc *d, const struct refs_page *page, struct block *t,
		    const struct checked_ref *r)
{
	struct cell *row = doc_row(d, t);

	fill_row(d, page, row, r);
	cell_text(&row[LINE], part_lines(d->arena, r->ref));
	if (r->state == REF_MOVED || r->state == REF_REPLACED || r->then == REF_MOVED)
		cell_text(&row[NOW], lines_found(d->arena, r));
	cell_text(&row[TEXT], text_of(d->arena, r));
}

/* Of all references of a file that are alike, the lines in a row. */
static void add_folded(struct doc *d, const struct refs_page *page, struct block *t,
		       const struct checked_file *f, size_t from, bool *told)
{
	const struct refcheck *c = page->check;
	const struct checked_ref *first = &c->refs.v[c->order[f->first + from]];
	struct cell *row = doc_row(d, t);
	struct buf b = { 0 };

	fill_row(d, page, row, first);
	for (size_t i = from; i < f->n; i++) {
		const struct checked_ref *r = &c->refs.v[c->order[f->first + i]];

		if (!page->wanted[r - c->refs.v] || !same_row(page, r, first))
			continue;
		told[i] = true;
		buf_str(&b, b.n ? ", " : "");
		buf_str(&b, part_lines(d->arena, r->ref));
	}
	assert(b.s); /* the first is one of them */
	bool many = strchr(b.s, ',') || strchr(b.s, '-');
	if (first->state == REF_GONE && first->reason)
		buf_printf(&b, "; it %s", first->reason);
	cell_text(&row[TEXT], arena_printf(d->arena, "%s %s", many ? "lines" : "line", b.s));
	buf_free(&b);
}

/* There may be thousands: `b` is used again for each. */
static const char *file_title(struct doc *d, const struct refs_page *page,
			      const struct checked_file *f, struct buf *b)
{
	const struct refcheck *c = page->check;
	const char *path = f->path;
	size_t left = 0;
	int there = 0, checked = 0;

	if (!f->path)
		return "bound to no file";
	for (size_t i = 0; i < f->n; i++) {
		const struct checked_ref *r = &c->refs.v[c->order[f->first + i]];

		there += ref_is_there(r->state);
		checked += ref_is_checked(r->state);
		left += r->left;
		if (r->was)
			path = arena_printf(d->arena, "%s, now %s", r->was, f->path);
	}
	if (left == f->n)
		return arena_printf(d->arena, "%s, left on purpose", path);
	if (!checked)
		return path;
	buf_clear(b);
	buf_str(b, path);
	buf_str(b, ", ");
	buf_int(b, there);
	buf_str(b, " of ");
	buf_int(b, checked);
	buf_str(b, " remain");
	return arena_dup(d->arena, b->s, b->n);
}

static void add_file(struct doc *d, const struct refs_page *page, struct block *t,
		     const struct checked_file *f, struct buf *b)
{
	const struct refcheck *c = page->check;
	bool *told = arena_alloc(d->arena, f->n + 1), any = false;

	for (size_t i = 0; i < f->n; i++) {
		const struct checked_ref *r = &c->refs.v[c->order[f->first + i]];

		if (!page->wanted[r - c->refs.v] || told[i])
			continue;
		if (!any)
			doc_group(d, t, file_title(d, page, f, b));
		any = true;
		if (is_folded(page, r))
			add_folded(d, page, t, f, i, told);
		else
			add_one(d, page, t, r);
	}
}

/* ---- all of them ---- */

static int by_path(const void *a, const void *b)
{
	const struct checked_file *x = *(const struct checked_file *const *)a;
	const struct checked_file *y = *(const struct checked_file *const *)b;

	if (!x->path || !y->path)
		return !x->path - !y->path;
	return strcmp(x->path, y->path);
}

/* Of one plan they stay in its order. */
static const struct checked_file **files_in_order(struct arena *a, const struct refcheck *c)
{
	const struct checked_file **v = arena_alloc(a, (c->files.n + 1) * sizeof *v);

	for (size_t i = 0; i < c->files.n; i++)
		v[i] = &c->files.v[i];
	if (c->plans.n > 1 && c->files.n)
		qsort(v, c->files.n, sizeof *v, by_path);
	return v;
}

static void add_files(struct doc *d, const struct refs_page *page)
{
	static const struct column columns[COLUMNS] = {
		[LINE] = { .title = "Line", .right = true },
		[NOW] = { .title = "Now", .right = true },
		[WAS] = { .title = "Was" },
		[STATE] = { .title = "State" },
		[WORK] = { .title = "For" },
		[TEXT] = { .title = "Text", .stretch = true, .code = true },
	};
	const struct checked_file **v = files_in_order(d->arena, page->check);
	struct block *t = doc_table(d, columns, COLUMNS);
	struct buf b = { 0 };

	for (size_t i = 0; i < page->check->files.n; i++)
		add_file(d, page, t, v[i], &b);
	buf_free(&b);
}

/* ---- sums ---- */

static void count_wanted(const struct refs_page *page, int counts[REF_STATES], int *left)
{
	*left = 0;
	memset(counts, 0, REF_STATES * sizeof *counts);
	for (size_t i = 0; i < page->check->refs.n; i++) {
		const struct checked_ref *r = &page->check->refs.v[i];

		if (!page->wanted[i])
			continue;
		counts[r->state]++;
		*left += r->left && ref_is_there(r->state);
	}
}

const char *refs_summary(struct arena *a, const struct refs_page *page)
{
	int counts[REF_STATES], left, total = 0;
	struct buf b = { 0 };

	count_wanted(page, counts, &left);
	for (int i = 0; i < REF_STATES; i++)
		total += counts[i];
	buf_str(&b, label_count(a, total, "reference"));
	for (int i = 0, told = 0; i < REF_STATES; i++)
		if (counts[i])
			buf_printf(&b, "%s %d %s", told++ ? "," : ":", counts[i],
				   ref_state_words[i]);
	if (left)
		buf_printf(&b, "; %d of those still there left on purpose", left);
	const char *s = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return s;
}

enum { WHOSE, CLEARED, THERE, MOVED, REST, SUM_COLUMNS };

static void add_sums(struct cell *row, const int counts[REF_STATES])
{
	int cleared = counts[REF_CLEARED] + counts[REF_REPLACED];
	int there = counts[REF_STANDING] + counts[REF_MOVED], rest = 0;

	for (int i = REF_GONE; i < REF_STATES; i++)
		rest += counts[i];
	if (cleared + there)
		cell_ratio(&row[CLEARED], cleared, cleared + there);
	if (counts[REF_STANDING])
		cell_count(&row[THERE], counts[REF_STANDING]);
	if (counts[REF_MOVED])
		cell_count(&row[MOVED], counts[REF_MOVED]);
	if (rest)
		cell_count(&row[REST], rest);
}

static void add_phase(struct doc *d, struct block *t, const struct refs_page *page,
		      const struct phase_row *phase)
{
	const struct refcheck *c = page->check;
	int sum[REF_STATES] = { 0 };
	struct cell *row = NULL;

	for (size_t i = 0; i < c->plans.n; i++)
		for (int k = 0; k < REF_STATES && c->plans.v[i].row.phase_row == phase->row; k++)
			sum[k] += c->plans.v[i].counts[k];
	for (size_t i = 0; i < c->plans.n; i++) {
		const struct checked_plan *p = &c->plans.v[i];

		if (p->row.phase_row != phase->row || !p->n)
			continue;
		if (!row) {
			row = doc_row(d, t);
			cell_text(&row[WHOSE], label_phase(d->arena, phase));
			row[WHOSE].tone = TONE_STRONG;
			add_sums(row, sum);
		}
		row = doc_row(d, t);
		cell_text(&row[WHOSE], label_plan(d->arena, &p->row));
		row[WHOSE].indent = 3;
		add_sums(row, p->counts);
	}
}

static void add_plans(struct doc *d, const struct refs_page *page)
{
	static const struct column columns[SUM_COLUMNS] = {
		[WHOSE] = { .title = "Phase", .stretch = true },
		[CLEARED] = { .title = "Cleared", .right = true, .dash = true },
		[THERE] = { .title = "Standing", .right = true, .dash = true },
		[MOVED] = { .title = "Moved", .right = true, .dash = true },
		[REST] = { .title = "Not compared", .right = true, .dash = true },
	};
	struct block *t = doc_table(d, columns, SUM_COLUMNS);

	for (size_t i = 0; i < page->phases->n; i++)
		add_phase(d, t, page, &page->phases->v[i]);
}

static bool any_wanted(const struct refs_page *page)
{
	for (size_t i = 0; i < page->check->refs.n; i++)
		if (page->wanted[i])
			return true;
	return false;
}

void refs_page_doc(struct doc *d, const struct refs_page *page)
{
	if (any_wanted(page))
		add_files(d, page);
	if (page->before) {
		refs_since_sums(d, page);
		return;
	}
	if (page->check->plans.n > 1 && page->sums)
		add_plans(d, page);
	doc_prose(d, "%s", refs_summary(d->arena, page));
}

/* ---- complaints ---- */

/* Where the text is now: with the file, where that is another one. */
static const char *place(struct arena *a, const struct refcheck *c, const struct checked_ref *r)
{
	const char *lines = lines_found(a, r);

	return r->was ? arena_printf(a, "%s:%s", c->files.v[r->file].path, lines) : lines;
}

const char *refs_complaint(struct arena *a, const struct refcheck *c,
			   const struct checked_ref *r)
{
	const char *path = r->was ? r->was : c->files.v[r->file].path;
	const char *lines = part_lines(a, r->ref), *work = refs_label(a, c, r);

	if (ref_judge(c, r) == REF_CONTRADICTS && r->state == REF_MOVED)
		return arena_printf(a, "%s is done, but the text of %s:%s is still there, at %s",
				    work, path, lines, place(a, c, r));
	if (ref_judge(c, r) == REF_CONTRADICTS)
		return arena_printf(a, "%s is done, but %s:%s still stands", work, path, lines);
	if (r->state == REF_MOVED)
		return arena_printf(a, "the text of %s:%s is now at %s", path, lines,
				    place(a, c, r));
	if (r->state == REF_GONE)
		return arena_printf(a, "there is no file %s%s%s", path, r->reason ? "; it " : "",
				    r->reason ? r->reason : "");
	path = c->files.v[r->file].path;
	return arena_printf(a, "%s:%s: the %s %s", path, lines,
			    r->state == REF_AMBIGUOUS ? "path" : "file", r->reason);
}
