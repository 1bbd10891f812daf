/* make: what has to change so that the text says something */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "edit/lines.h"
#include "parse/parse.h"

static void add(struct draft *d, edit_list *out, enum edit_field field, int task,
		const char *key, const char *before, const char *after)
{
	*vec_push(d->a, out) = (struct edit){ field, task, key, before, after };
}

static const char *mark_text(struct draft *d, char mark)
{
	return arena_dup(d->a, &mark, 1);
}

/* ---- boxes ---- */

/* Marks beyond open and done are written only where the plan has some already:
 * no renderer knows them. */
static bool plan_has_mark(const struct draft *d, const char *marks)
{
	for (size_t i = 0; i < d->places.boxes.n; i++)
		if (strchr(marks, d->bytes[d->places.boxes.v[i].mark]))
			return true;
	return false;
}

/* The mark for a status; *carried: it says it all. */
static char mark_for(const struct draft *d, enum phl_status status, bool *carried)
{
	const char *started = family_of(d->path)->started;
	bool more = !started && plan_has_mark(d, "/~!-");
	if (started && status == PHL_IN_PROGRESS) {
		*carried = true;
		return *started;
	}
	*carried = more || status == PHL_DONE || status == PHL_PENDING;
	switch (status) {
	case PHL_DONE:
		return 'x';
	case PHL_IN_PROGRESS:
		return !more ? ' ' : plan_has_mark(d, "~") && !plan_has_mark(d, "/") ? '~' : '/';
	case PHL_BLOCKED:
		return more ? '!' : ' ';
	case PHL_SKIPPED:
		return more ? '-' : ' ';
	default:
		return ' ';
	}
}

static void set_mark(struct draft *d, edit_list *out, enum edit_field field, int task,
		     const char *key, size_t at, char mark)
{
	char now = d->bytes[at];
	if (now != mark && !(now == 'X' && mark == 'x'))
		add(d, out, field, task, key, mark_text(d, now), mark_text(d, mark));
}

static bool make_box(struct draft *d, int task, enum phl_status status, edit_list *out)
{
	const struct phl_task *t = &d->plan->tasks.v[task];
	size_t at = line_start(d, t->line) + (size_t)t->box_col - 1;
	bool carried;
	char mark = mark_for(d, status, &carried);
	set_mark(d, out, EDIT_BOX, task, NULL, at, mark);
	return carried;
}

/* A task under a heading is as far as the boxes below it: done when they all are. */
static bool make_steps(struct draft *d, int task, enum phl_status status, edit_list *out)
{
	const struct phl_task *t = &d->plan->tasks.v[task];
	bool any = false, ticked = false;
	for (size_t i = 0; i < t->steps.n; i++) {
		const struct phl_step *step = &t->steps.v[i];
		size_t at = step->depth == 0 ? step_mark(d, step) : 0;
		if (!at)
			continue;
		any = true;
		ticked |= step->status != PHL_PENDING;
		if (status == PHL_DONE ? step->status == PHL_SKIPPED || step->status == PHL_DONE :
					 status != PHL_PENDING)
			continue;
		set_mark(d, out, EDIT_STEP, task,
			 arena_printf(d->a, "%zu %s", i, step->title), at,
			 status == PHL_DONE ? 'x' : ' ');
	}
	return any && (status == PHL_DONE || status == PHL_PENDING ||
		       (status == PHL_IN_PROGRESS && ticked && t->status == status));
}

/* ---- elements ---- */

/* What is put behind an open quote would be read as part of it. */
static bool has_open_quote(const struct draft *d, const struct task_place *p)
{
	bool open = false;
	for (size_t i = p->tag_end; i > 0 && d->bytes[i - 1] != '<'; i--)
		open ^= d->bytes[i - 1] == '"';
	return open || p->torn;
}

static bool make_attribute(struct draft *d, int task, enum phl_status status, edit_list *out)
{
	const struct task_place *p = &d->places.tasks.v[task];
	if (has_open_quote(d, p) || has_nul(d, p->status, p->status_len))
		return false;
	struct vocabulary v = { 0 };
	const char *now = NULL;
	for (size_t i = 0; i < d->places.tasks.n; i++) {
		const struct task_place *other = &d->places.tasks.v[i];
		if (other->status_len)
			vocabulary_learn(&v, raw_text(d, other->status,
						      other->status + other->status_len));
	}
	if (p->status)
		now = raw_text(d, p->status, p->status + p->status_len);
	const char *word = vocabulary_word(&v, d->a, status, now);
	if (!now || strcmp(now, word) != 0)
		add(d, out, EDIT_ATTRIBUTE, task, "status", now, word);
	return true;
}

bool make_task_status(struct draft *d, int task, enum phl_status status, edit_list *out)
{
	if (d->places.tasks.v[task].element)
		return make_attribute(d, task, status, out);
	if (d->plan->tasks.v[task].box_col)
		return make_box(d, task, status, out);
	return make_steps(d, task, status, out);
}

/* ---- keys ---- */

/* What YAML reads as this very text without quotes. */
static bool is_plain(const char *s)
{
	size_t n = strlen(s);
	if (!n || is_space(s[0]) || is_space(s[n - 1]) || s[n - 1] == ':' ||
	    strstr(s, ": ") || strstr(s, " #") || strcmp(s, "~") == 0 || strcmp(s, "null") == 0)
		return false;
	return !strchr("-?:,[]{}#&*!|>'\"%@`", s[0]);
}

static const char *quoted(struct arena *a, const char *s, char quote)
{
	struct buf b = { 0 };
	buf_char(&b, quote);
	for (; *s; s++) {
		if (quote == '"' ? *s == '"' || *s == '\\' : *s == '\'')
			buf_char(&b, quote == '"' ? '\\' : '\'');
		buf_char(&b, *s);
	}
	buf_char(&b, quote);
	const char *out = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return out;
}

/* A value as it is written where `like` stands: its quotes are kept. */
static const char *raw_value(struct arena *a, const char *value, const char *like)
{
	if (like && (*like == '"' || *like == '\''))
		return quoted(a, value, *like);
	return is_plain(value) ? value : quoted(a, value, '"');
}

static size_t blanks(const char *s)
{
	return strspn(s, " \t");
}

/* How the key is written that a new one is put behind. */
static const char *neighbour(struct draft *d, enum plan_key key)
{
	int anchor = key_anchor(d, key);
	for (size_t i = 0; i < d->places.front.keys.n; i++) {
		const struct front_key *k = &d->places.front.keys.v[i];
		size_t at, len;
		if (k->line == anchor && key_span(d, k, &at, &len)) {
			const char *raw = raw_text(d, at, at + len);
			return raw + blanks(raw);
		}
	}
	return NULL;
}

static void add_frontmatter(struct draft *d, const char *line, edit_list *out)
{
	const char *eol = line_ending(d, 1);
	for (size_t i = 0; i < out->n; i++) {
		struct edit *e = &out->v[i];
		if (e->field != EDIT_FRONTMATTER)
			continue;
		size_t tail = strlen(eol) * 2 + 3; /* "---" and an empty line */
		size_t keep = strlen(e->after) - tail;
		e->after = arena_printf(d->a, "%.*s%s%s%s", (int)keep, e->after, line, eol,
					e->after + keep);
		return;
	}
	add(d, out, EDIT_FRONTMATTER, -1, NULL, NULL,
	    arena_printf(d->a, "---%s%s%s---%s%s", eol, line, eol, eol, eol));
}

static bool change_key(struct draft *d, const struct front_key *k, const char *value,
		       edit_list *out)
{
	size_t at, len;
	if (!key_span(d, k, &at, &len))
		return false;
	const char *before = raw_text(d, at, at + len), *like = before + blanks(before);
	if (!key_is_bold(d, k))
		value = raw_value(d->a, value, like);
	int gap = *like ? (int)(like - before) : 1;
	const char *after = arena_printf(d->a, "%.*s%s", gap, *like ? before : " ", value);
	if (strcmp(before, after) != 0) /* edits live longer than their draft */
		add(d, out, EDIT_KEY, -1, arena_str(d->a, k->name), before, after);
	return true;
}

bool make_key(struct draft *d, enum plan_key key, const char *value, edit_list *out)
{
	const struct front_key *k = places_key(&d->places, key);
	const struct front *f = &d->places.front;
	const char *name = places_key_names(key)[0];
	if (k)
		return change_key(d, k, value, out);
	if (f->last == 0 && d->places.bold == f->keys.n) {
		add_frontmatter(d, arena_printf(d->a, "%s: %s", name,
						raw_value(d->a, value, NULL)), out);
		return true;
	}
	if (!key_anchor(d, key))
		return false;
	if (f->last)
		value = raw_value(d->a, value, neighbour(d, key));
	add(d, out, EDIT_KEY, -1, name, NULL, arena_printf(d->a, " %s", value));
	return true;
}

/* Would this line be put back where it is, as it is? */
static bool is_removable(struct draft *d, enum plan_key key, const struct front_key *k,
			 const char *raw)
{
	int anchor = key_anchor(d, key);
	const char *line = arena_printf(d->a, "%*s%s:%s", d->places.front.keys.v[0].col - 1, "",
					places_key_names(key)[0], raw);
	const char *now = raw_text(d, line_start(d, k->line), line_end(d, k->line));
	return (anchor == k->line - 1 || anchor == k->line) && strcmp(now, line) == 0;
}

void make_no_key(struct draft *d, enum plan_key key, edit_list *out)
{
	const struct front_key *k = places_key(&d->places, key);
	size_t at, len;
	if (!k || key_is_bold(d, k) || !key_span(d, k, &at, &len) || !k->len)
		return;
	const char *before = raw_text(d, at, at + len);
	add(d, out, EDIT_KEY, -1, arena_str(d->a, k->name), before,
	    is_removable(d, key, k, before) ? NULL : "");
}

bool make_plan_status(struct draft *d, const char *word, edit_list *out)
{
	return make_key(d, KEY_STATUS, word, out);
}

/* ---- estimates ---- */

/* "estimated_hours: 3" carries its unit in its name. */
static double unit_of(const char *name)
{
	return strstr(name, "minutes") ? 1 : strstr(name, "hours") ? 60 :
	       strstr(name, "days")    ? day_working_minutes() : 0;
}

bool make_plan_estimate(struct draft *d, const struct phl_estimate *e, edit_list *out)
{
	const struct front_key *k = places_key(&d->places, KEY_ESTIMATE);
	double unit = k ? unit_of(k->name) : 0;
	if (unit <= 0)
		return make_key(d, KEY_ESTIMATE, e->text, out);
	if (e->low == e->high)
		return make_key(d, KEY_ESTIMATE, arena_printf(d->a, "%g", e->low / unit), out);
	return make_key(d, KEY_ESTIMATE,
			arena_printf(d->a, "%g-%g", e->low / unit, e->high / unit), out);
}

bool make_task_estimate(struct draft *d, int task, const char *text, edit_list *out)
{
	const struct task_place *p = &d->places.tasks.v[task];
	if (p->element && (has_open_quote(d, p) || has_nul(d, p->estimate, p->estimate_len)))
		return false;
	if (p->element) {
		const char *now = NULL;
		if (p->estimate)
			now = raw_text(d, p->estimate, p->estimate + p->estimate_len);
		add(d, out, EDIT_ATTRIBUTE, task, "estimate", now, text);
		return true;
	}
	size_t from = line_start(d, p->title_last), to = line_end(d, p->title_last), at, len;
	title_estimate(d->bytes + from, to - from, &at, &len);
	if (has_nul(d, from + at, len))
		return false;
	add(d, out, EDIT_TITLE, task, NULL,
	    len ? raw_text(d, from + at, from + at + len) : NULL,
	    arena_printf(d->a, " (%s)", text));
	return true;
}

/* ---- notes ---- */

/* One line that says nothing but itself: no element, no control characters. */
static const char *one_line(struct arena *a, const char *text)
{
	struct buf b = { 0 };
	size_t n = strlen(text), used;
	int32_t cp;
	for (size_t i = 0; i < n; i += used) {
		used = text_decode(text + i, n - i, &cp);
		if (cp == '<' || cp == '&')
			buf_str(&b, cp == '<' ? "&lt;" : "&amp;");
		else if (cp >= 0 && cp < 0x80 && is_space((char)cp))
			buf_str(&b, b.n && b.s[b.n - 1] != ' ' ? " " : "");
		else if (cp >= 0 && !text_is_hostile(cp))
			buf_add(&b, text + i, used);
	}
	while (b.n && b.s[b.n - 1] == ' ')
		b.n--;
	const char *out = arena_dup(a, b.n ? b.s : "", b.n);
	buf_free(&b);
	return out;
}

void make_note(struct draft *d, const char *kind, const char *date, const char *text,
	       edit_list *out)
{
	size_t at;
	const char *line = arena_printf(d->a, "- %s: %s", date, one_line(d->a, text));
	for (size_t i = 0; i < out->n; i++) {
		struct edit *e = &out->v[i];
		if (e->field != EDIT_NOTE || strcmp(e->key, kind) != 0)
			continue;
		line = arena_printf(d->a, "%s%s%s", note_lines(d->a, e->after),
				    line_ending(d, d->places.src.n), line);
		e->after = note_text(d, kind, line, &at);
		return;
	}
	add(d, out, EDIT_NOTE, -1, kind, NULL, note_text(d, kind, line, &at));
}
