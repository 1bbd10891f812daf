#include "report/progress_parts.h"

#include <stdlib.h>
#include <string.h>

#include "report/attention.h"
#include "report/labels.h"

enum {
	ESTIMATES_SHOWN = 20, /* rows of the estimates table */
	FINDINGS_SHOWN = 30,  /* findings that are told one by one */
};

/* ---- estimates ---- */

static bool is_timed(const struct plan_row *p)
{
	return p->status == PHL_DONE && p->estimate.text && p->estimate.high > 0 &&
	       p->actual.text && p->actual.high >= 0;
}

static int middle(const struct phl_estimate *e)
{
	return (e->low + e->high) / 2;
}

static int off_by(const struct plan_row *p)
{
	return abs(middle(&p->actual) - middle(&p->estimate));
}

static int by_surprise(const void *a, const void *b)
{
	const struct plan_row *x = *(const struct plan_row *const *)a;
	const struct plan_row *y = *(const struct plan_row *const *)b;

	if (off_by(x) != off_by(y))
		return off_by(x) < off_by(y) ? 1 : -1;
	return x < y ? -1 : x > y;
}

static int by_place(const void *a, const void *b)
{
	const struct plan_row *x = *(const struct plan_row *const *)a;
	const struct plan_row *y = *(const struct plan_row *const *)b;

	return x < y ? -1 : x > y;
}

static void add_sentence(struct doc *d, const struct plan_row **v, size_t n)
{
	int64_t spent = 0, low = 0, high = 0;
	double ratio;

	for (size_t i = 0; i < n; i++) {
		spent += middle(&v[i]->actual);
		low += v[i]->estimate.low;
		high += v[i]->estimate.high;
	}
	ratio = (double)spent * 2 / (double)(low + high);
	doc_prose(d, "%s with an estimate took %s where %s was estimated: %.1f times as long.",
		  label_count(d->arena, (long)n, "finished plan"),
		  label_range(d->arena, spent, spent), label_range(d->arena, low, high), ratio);
}

static void add_rows(struct doc *d, const struct plan_row **v, size_t n)
{
	static const struct column columns[] = {
		{ .title = "Plan", .key = "plan", .code = true },
		{ .title = "Title", .key = "title", .stretch = true },
		{ .title = "Estimate", .key = "estimate", .right = true },
		{ .title = "Spent", .key = "actual", .right = true },
	};
	struct block *t = doc_table(d, columns, 4);

	t->name = "estimates";
	for (size_t i = 0; i < n; i++) {
		struct cell *row = doc_row(d, t);

		cell_text(&row[0], label_id(d->arena, v[i]->id, v[i]->path));
		cell_text(&row[1], v[i]->title);
		cell_estimate(&row[2], &v[i]->estimate);
		cell_estimate(&row[3], &v[i]->actual);
	}
}

void progress_estimates(struct doc *d, const plan_rows *plans)
{
	const struct plan_row **v = arena_alloc(d->arena, (plans->n + 1) * sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < plans->n; i++)
		if (is_timed(&plans->v[i]))
			v[n++] = &plans->v[i];
	if (!n)
		return;
	doc_heading(d, 2, "Estimates and time spent")->name = "estimates";
	add_sentence(d, v, n);
	if (n > ESTIMATES_SHOWN) {
		qsort(v, n, sizeof *v, by_surprise);
		qsort(v, ESTIMATES_SHOWN, sizeof *v, by_place);
		doc_prose(d, "The %d that were furthest off:", ESTIMATES_SHOWN);
		n = ESTIMATES_SHOWN;
	}
	add_rows(d, v, n);
}

/* ---- findings ---- */

static bool is_told(const struct phl_finding *f)
{
	return f->severity == PHL_ERROR || attention_is_contradiction(f);
}

static void tell(struct doc *d, const finding_rows *findings, size_t *left)
{
	static const struct column columns[] = {
		{ .title = "Where", .key = "where", .code = true },
		{ .title = "What", .key = "message", .stretch = true },
		{ .title = "Rule", .key = "rule", .code = true },
	};
	struct block *t = NULL;
	size_t shown = 0;

	*left = 0;
	for (size_t i = 0; i < findings->n; i++) {
		const struct finding_row *row = &findings->v[i];
		struct cell *cells;

		if (!is_told(&row->finding) || shown == FINDINGS_SHOWN) {
			++*left;
			continue;
		}
		if (!t) {
			t = doc_table(d, columns, 3);
			t->name = "findings";
		}
		shown++;
		cells = doc_row(d, t);
		cell_text(&cells[0], arena_printf(d->arena, "%s:%d", row->path, row->finding.line));
		cell_text(&cells[1], row->finding.message);
		cell_text(&cells[2], row->finding.rule);
	}
}

void progress_findings(struct doc *d, const finding_rows *findings)
{
	size_t left;

	if (!findings->n)
		return;
	doc_heading(d, 2, "Findings")->name = "findings";
	tell(d, findings, &left);
	if (left)
		doc_prose(d, "%s%s; see phaseline lint.",
			  label_count(d->arena, (long)left,
				      left == findings->n ? "finding" : "more finding"),
			  left != findings->n ? ""
			  : left == 1	      ? ", no error"
					      : ", none of them an error");
}
