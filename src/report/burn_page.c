#include "report/burn_page.h"

#include "base/day.h"
#include "report/labels.h"

enum { DATE, COMMIT, STANDING, SUBJECT, COLUMNS };

static const char *day_of(struct arena *a, const struct burn_step *s)
{
	char text[21];

	day_format(s->time, text);
	return arena_dup(a, text, 10);
}

static bool changed(const struct burndown *b, size_t i)
{
	return !i || b->steps.v[i].standing != b->steps.v[i - 1].standing ||
	       b->steps.v[i].total != b->steps.v[i - 1].total;
}

static void add_step(struct doc *d, struct block *t, const struct burn_step *s)
{
	struct cell *row = doc_row(d, t);

	cell_text(&row[DATE], day_of(d->arena, s));
	cell_text(&row[COMMIT], s->id ? arena_dup(d->arena, s->id, 7) : "now");
	cell_bar(&row[STANDING], s->standing, s->total);
	row[STANDING].tone = s->standing ? TONE_ACTIVE : TONE_GOOD;
	cell_text(&row[SUBJECT], s->subject);
	row[DATE].tone = row[SUBJECT].tone = TONE_DIM;
}

static void add_table(struct doc *d, const struct burndown *b)
{
	static const struct column columns[COLUMNS] = {
		[DATE] = { .title = "Date" },
		[COMMIT] = { .title = "Commit", .code = true },
		[STANDING] = { .title = "Standing" },
		[SUBJECT] = { .title = "Subject", .stretch = true },
	};
	struct block *t = doc_table(d, columns, COLUMNS);

	for (size_t i = 0; i < b->steps.n; i++)
		if (changed(b, i))
			add_step(d, t, &b->steps.v[i]);
}

/* ---- as a picture ---- */

/* Over days, unless all happened in one or two: then over commits. */
static double place(const struct burndown *b, size_t i)
{
	int64_t first = b->steps.v[0].time, last = b->steps.v[b->steps.n - 1].time;

	return (last - first) / 86400 < 2 ? (double)i + 1 : (double)b->steps.v[i].time / 86400;
}

static void add_chart(struct doc *d, const struct burndown *b)
{
	size_t n = b->steps.n;
	struct chart_point *standing = arena_alloc(d->arena, (n + 1) * sizeof *standing);
	struct chart_point *total = arena_alloc(d->arena, (n + 1) * sizeof *total);
	struct chart_line *lines = arena_alloc(d->arena, 2 * sizeof *lines);
	struct chart *c = arena_alloc(d->arena, sizeof *c);
	double last = 0;

	for (size_t i = 0; i < n; i++) {
		double x = place(b, i);

		last = x > last ? x : last; /* authors' clocks differ */
		standing[i] = (struct chart_point){ .x = last, .y = b->steps.v[i].standing };
		total[i] = (struct chart_point){ .x = last, .y = b->steps.v[i].total };
	}
	lines[0] = (struct chart_line){ .name = "standing", .tone = TONE_ACTIVE, .points = standing, .n = n };
	lines[1] = (struct chart_line){ .name = "all", .tone = TONE_DIM, .points = total, .n = n };
	*c = (struct chart){
		.kind = CHART_LINES, .name = "burndown_references",
		.title = "References that stand",
		.text = arena_printf(d->arena, "References that stand, after each commit since %s: "
					       "%d of %d now.",
				     day_of(d->arena, &b->steps.v[0]), b->steps.v[n - 1].standing,
				     b->steps.v[n - 1].total),
		.x = last > n ? (struct chart_axis){ "Date", UNIT_DAYS } :
				(struct chart_axis){ "Commit", UNIT_COUNT },
		.y = { "References", UNIT_COUNT }, .lines = lines, .nlines = 2,
	};
	doc_chart(d, c);
}

void burn_page_chart(struct doc *d, const struct burndown *b)
{
	if (b->steps.n > 1 && b->steps.v[b->steps.n - 1].total)
		add_chart(d, b);
}

/* ---- in words ---- */

static void add_summary(struct doc *d, const struct burndown *b)
{
	const struct burn_step *first = &b->steps.v[0], *last = &b->steps.v[b->steps.n - 1];
	long commits = (long)b->steps.n - !last->id, changes = -1;

	for (size_t i = 0; i < b->steps.n; i++)
		changes += changed(b, i);
	doc_prose(d, "%d of %s stood on %s, %d of %d %s; %ld of %s changed that", first->standing,
		  label_count(d->arena, first->total, "reference"), day_of(d->arena, first),
		  last->standing, last->total,
		  last->id ? arena_printf(d->arena, "after %.7s", last->id) : "now", changes,
		  label_count(d->arena, commits, "commit"));
}

void burn_page_doc(struct doc *d, const struct burn_page *page)
{
	const struct burndown *b = page->burndown;

	if (b->steps.n) {
		if (page->plot)
			add_chart(d, b);
		else
			add_table(d, b);
		add_summary(d, b);
	}
	if (b->uncommitted)
		doc_prose(d, "%s in none of these commits, and not counted",
			  b->uncommitted == 1 ? "1 plan is" :
						arena_printf(d->arena, "%d plans are", b->uncommitted));
	else if (!b->steps.n)
		doc_prose(d, "no plan quotes a line of code");
}

/* ---- as JSON ---- */

static void one(struct json *j, const struct burn_step *s)
{
	char at[21];

	day_format(s->time, at);
	json_object(j);
	json_key_text(j, "commit", s->id);
	json_key_text(j, "at", at);
	json_key_text(j, "who", s->author);
	json_key_text(j, "subject", s->subject);
	json_key_int(j, "standing", s->standing);
	json_key_int(j, "total", s->total);
	json_end(j);
}

void burn_page_json(struct json *j, const struct burn_page *page)
{
	const struct burndown *b = page->burndown;

	json_object(j);
	json_key(j, "commits");
	json_array(j);
	for (size_t i = 0; i < b->steps.n; i++)
		one(j, &b->steps.v[i]);
	json_end(j);
	json_key_int(j, "uncommitted", b->uncommitted);
	json_key_int(j, "blobs", b->blobs);
	json_end(j);
}
