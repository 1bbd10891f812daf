#include "report/journal.h"

#include <string.h>

#include "base/day.h"
#include "report/labels.h"

bool journal_is_about(const struct event *e, int task)
{
	return e->task == task || (!e->task && strcmp(e->what, "restored") == 0);
}

const char *journal_words(struct arena *a, const struct event *e, bool utf8)
{
	const char *arrow = utf8 ? "\xe2\x86\x92" : "->";

	if (strcmp(e->what, "status") == 0 && e->from && e->to &&
	    strcmp(e->from, e->to) == 0)
		return e->to;
	if (strcmp(e->what, "conflict") == 0 && e->from && e->to)
		return arena_printf(a, "conflict: %s, the file says %s", e->to, e->from);
	if (strcmp(e->what, "status") == 0 && e->from && e->to)
		return arena_printf(a, "%s %s %s", e->from, arrow, e->to);
	if (strcmp(e->what, "seen") == 0 || strcmp(e->what, "created") == 0)
		return arena_printf(a, "%s%s%s", *e->what == 's' ? "first seen" : e->what,
				    e->to ? ", " : "", e->to ? e->to : "");
	if (strcmp(e->what, "lines") == 0 && e->from && e->to)
		return label_lines(a, e->from, e->to, utf8);
	if ((strcmp(e->what, "verification") == 0 || strcmp(e->what, "rehearsal") == 0) && e->to)
		return arena_printf(a, "%s %s", e->what, e->to);
	if (strcmp(e->what, "note") == 0 || (!e->from && !e->to))
		return e->what;
	return arena_printf(a, "%s %s %s %s", e->what, e->from ? e->from : "none", arrow,
			    e->to ? e->to : "none");
}

/* "2026-01-14 12:00" */
static const char *when(struct arena *a, const char *at)
{
	char *text = arena_str(a, at);

	if (strlen(text) < 16)
		return text;
	text[10] = ' ';
	text[16] = '\0';
	return text;
}

static const char *name(struct arena *a, const struct event *e)
{
	const char *plan = label_id(a, e->plan_id, e->plan_path);

	if (e->task > 0)
		return arena_printf(a, "%s/%s", plan,
				    task_name(a, e->number, e->label, e->task));
	return e->task ? arena_printf(a, "%s/-", plan) : plan;
}

static void add_part(struct buf *b, const char *text)
{
	if (text && *text)
		buf_printf(b, "%s%s", b->n ? "; " : "", text);
}

static const char *why(struct arena *a, const struct event *e)
{
	struct buf b = { 0 }, time = { 0 };
	const char *text;

	if (e->undoes)
		buf_printf(&b, "undo of %s", e->undoes);
	if (e->minutes)
		day_minutes(&time, e->minutes);
	add_part(&b, time.s);
	add_part(&b, e->note);
	text = arena_dup(a, b.n ? b.s : "", b.n);
	buf_free(&b);
	buf_free(&time);
	return text;
}

enum { WHEN, WHO, NAME, WHAT, WHY, COLUMNS };

void journal_doc(struct doc *d, const event_list *events, bool utf8)
{
	static const struct column columns[COLUMNS] = {
		[WHEN] = { .title = "When", .key = "when" },
		[WHO] = { .title = "Who", .key = "who" },
		[NAME] = { .title = "Plan", .key = "plan", .code = true },
		[WHAT] = { .title = "What", .key = "what" },
		[WHY] = { .title = "Note", .key = "note", .stretch = true },
	};
	struct block *t = doc_table(d, columns, COLUMNS);

	for (size_t i = 0; i < events->n; i++) {
		const struct event *e = &events->v[i];
		struct cell *row = doc_row(d, t);
		bool by_command = strcmp(e->origin, "command") == 0;

		cell_text(&row[WHEN], when(d->arena, e->at));
		row[WHEN].tone = TONE_DIM;
		cell_text(&row[WHO], e->who    ? e->who :
				     by_command ? "?" :
						  arena_printf(d->arena, "(%s)", e->origin));
		cell_text(&row[NAME], name(d->arena, e));
		cell_text(&row[WHAT], journal_words(d->arena, e, utf8));
		cell_text(&row[WHY], why(d->arena, e));
		row[WHY].tone = TONE_DIM;
	}
}

void journal_json(struct json *j, const event_list *events)
{
	json_array(j);
	for (size_t i = 0; i < events->n; i++) {
		const struct event *e = &events->v[i];

		json_object(j);
		json_key_int(j, "id", e->id);
		json_key_text(j, "at", e->at);
		json_key_text(j, "who", e->who);
		json_key_text(j, "origin", e->origin);
		json_key_text(j, "plan", e->plan_id);
		json_key_text(j, "path", e->plan_path);
		json_key_int(j, "position", e->task > 0 ? e->task : 0);
		json_key_int(j, "number", e->number);
		json_key_text(j, "title", e->task_title);
		json_key_text(j, "what", e->what);
		json_key_text(j, "from", e->from);
		json_key_text(j, "to", e->to);
		json_key_text(j, "note", e->note);
		json_key_int(j, "minutes", e->minutes);
		json_key_int(j, "operation", e->operation);
		json_key_text(j, "undoes", e->undoes);
		json_end(j);
	}
	json_end(j);
}
