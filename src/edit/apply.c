/* apply: find the place of each edit, and change the bytes there */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "edit/lines.h"

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* What `now` says about an edit; what shall be put at `at` comes from the caller. */
static enum edit_state judge(const struct edit *e, const char *now)
{
	if (same(now, e->before))
		return EDIT_OPEN;
	return same(now, e->after) ? EDIT_MADE : EDIT_CONFLICT;
}

static void replace(struct splice *out, size_t at, size_t len, const char *text)
{
	*out = (struct splice){ .at = at, .len = len, .text = text, .n = strlen(text) };
}

/* ---- marks ---- */

static enum edit_state locate_mark(struct draft *d, struct edit *e, size_t at,
				   struct splice *out)
{
	char now[2] = { d->bytes[at], '\0' };
	if (now[0] == 'X' && strcmp(e->after, "x") == 0 && strcmp(e->before, "X") != 0)
		return EDIT_MADE;
	replace(out, at, 1, e->after);
	return judge(e, now);
}

static enum edit_state locate_box(struct draft *d, struct edit *e, struct splice *out)
{
	const struct phl_task *t = &d->plan->tasks.v[e->task];
	if (!t->box_col)
		return EDIT_CONFLICT;
	return locate_mark(d, e, line_start(d, t->line) + (size_t)t->box_col - 1, out);
}

/* By its place among the steps, or, when that has moved, by its title. */
static const struct phl_step *find_step(const struct phl_task *t, const char *key)
{
	char *title;
	size_t at = strtoul(key, &title, 10);
	const struct phl_step *found = NULL;
	title += *title == ' ';
	if (at < t->steps.n && strcmp(t->steps.v[at].title, title) == 0)
		return &t->steps.v[at];
	for (size_t i = 0; i < t->steps.n; i++) {
		if (strcmp(t->steps.v[i].title, title) != 0)
			continue;
		if (found)
			return NULL;
		found = &t->steps.v[i];
	}
	return found;
}

static enum edit_state locate_step(struct draft *d, struct edit *e, struct splice *out)
{
	const struct phl_step *step = find_step(&d->plan->tasks.v[e->task], e->key);
	size_t at = step ? step_mark(d, step) : 0;
	return at ? locate_mark(d, e, at, out) : EDIT_CONFLICT;
}

/* ---- elements ---- */

/* From the blank before the name of an attribute to behind its closing quote. */
static void whole_attribute(const struct draft *d, size_t value, size_t len, size_t *at,
			    size_t *end)
{
	size_t i = value;
	*end = value + len;
	if (d->bytes[i - 1] == '"' || d->bytes[i - 1] == '\'') {
		i--;
		++*end;
	}
	while (!is_space(d->bytes[i - 1]))
		i--;
	*at = i - 1;
}

static enum edit_state locate_attribute(struct draft *d, struct edit *e, struct splice *out)
{
	const struct task_place *p = &d->places.tasks.v[e->task];
	bool status = strcmp(e->key, "status") == 0;
	size_t value = status ? p->status : p->estimate;
	size_t len = status ? p->status_len : p->estimate_len, at, end;
	if (!p->element)
		return EDIT_CONFLICT;
	enum edit_state state = judge(e, value ? raw_text(d, value, value + len) : NULL);
	if (state != EDIT_OPEN)
		return state;
	if (!value) {
		replace(out, p->tag_end, 0,
			arena_printf(d->a, " %s=\"%s\"", e->key, e->after));
	} else if (e->after) {
		replace(out, value, len, e->after);
	} else {
		whole_attribute(d, value, len, &at, &end);
		replace(out, at, end - at, "");
	}
	return state;
}

/* ---- keys ---- */

static const struct front_key *find_key(const struct draft *d, const char *name)
{
	const char *const names[] = { name, NULL };
	return front_find(&d->places.front, names);
}

static enum plan_key key_named(const char *name)
{
	for (int key = 0; key < PLAN_KEYS; key++)
		for (const char *const *n = places_key_names((enum plan_key)key); *n; n++)
			if (strcmp(*n, name) == 0)
				return (enum plan_key)key;
	return PLAN_KEYS;
}

/* A bold line in the form of the one above it: "- **Wave:** 1  ". */
static const char *bold_line(struct draft *d, int anchor, const char *name, const char *value)
{
	size_t from = line_start(d, anchor), to = line_end(d, anchor);
	const char *like = raw_text(d, from, to), *stars = strstr(like, "**");
	const char *close = stars ? strstr(stars + 2, "**") : NULL;
	bool inside = close && close[-1] == ':';
	size_t n = strlen(like), tail = n;
	while (tail && (is_space(like[tail - 1]) || like[tail - 1] == '\\'))
		tail--;
	char *title = arena_str(d->a, name);
	if (is_lower(*title))
		*title = (char)(*title - 32);
	return arena_printf(d->a, "%.*s**%s%s**%s%s%s", stars ? (int)(stars - like) : 0, like,
			    title, inside ? ":" : "", inside ? "" : ":", value, like + tail);
}

static const char *yaml_line(struct draft *d, const char *name, const char *value)
{
	int indent = d->places.front.keys.n ? d->places.front.keys.v[0].col - 1 : 0;
	return arena_printf(d->a, "%*s%s:%s", indent, "", name, value);
}

static enum edit_state insert_key(struct draft *d, const struct edit *e, struct splice *out)
{
	enum plan_key key = key_named(e->key);
	int anchor = key == PLAN_KEYS ? 0 : key_anchor(d, key);
	if (!anchor)
		return EDIT_CONFLICT;
	bool yaml = d->places.front.last > 0;
	const char *eol = line_ending(d, anchor);
	const char *line = yaml ? yaml_line(d, e->key, e->after) :
				  bold_line(d, anchor, e->key, e->after);
	size_t at = line_start(d, anchor + 1);
	if (at == d->n && !ends_in_newline(d))
		replace(out, at, 0, arena_printf(d->a, "%s%s", eol, line));
	else
		replace(out, at, 0, arena_printf(d->a, "%s%s", line, eol));
	return EDIT_OPEN;
}

static enum edit_state locate_key(struct draft *d, struct edit *e, struct splice *out)
{
	const struct front_key *k = find_key(d, e->key);
	size_t at, len;
	if (!k)
		return !e->before ? insert_key(d, e, out) :
		       !e->after  ? EDIT_MADE :
				    EDIT_CONFLICT;
	if (!key_span(d, k, &at, &len))
		return EDIT_CONFLICT;
	enum edit_state state = judge(e, raw_text(d, at, at + len));
	if (state != EDIT_OPEN)
		return state;
	if (e->after) {
		replace(out, at, len, e->after);
		return state;
	}
	/* the whole line goes, as it came */
	size_t from = line_start(d, k->line), to = line_start(d, k->line + 1);
	if (to == d->n && !ends_in_newline(d) && from)
		from = line_end(d, k->line - 1);
	replace(out, from, to - from, "");
	return state;
}

static enum edit_state locate_frontmatter(struct draft *d, struct edit *e,
					  struct splice *out)
{
	size_t at = d->places.src.n ? line_start(d, 1) : d->n;
	const char *text = e->before ? e->before : e->after;
	bool there = d->n - at >= strlen(text) && !memcmp(d->bytes + at, text, strlen(text));
	if (!e->before && d->places.front.last)
		return there ? EDIT_MADE : EDIT_CONFLICT;
	if (e->before && !there)
		return d->places.front.last ? EDIT_CONFLICT : EDIT_MADE;
	replace(out, at, e->before ? strlen(text) : 0, e->before ? "" : text);
	return EDIT_OPEN;
}

/* ---- titles and notes ---- */

static enum edit_state locate_title(struct draft *d, struct edit *e, struct splice *out)
{
	int line = d->places.tasks.v[e->task].title_last;
	size_t from = line_start(d, line), at, len;
	title_estimate(d->bytes + from, line_end(d, line) - from, &at, &len);
	replace(out, from + at, len, e->after ? e->after : "");
	return judge(e, len ? raw_text(d, from + at, from + at + len) : NULL);
}

/* Where the text occurs as it is, `end` being where the notes of its section end: of
 * several places the one that ends there, for notes are added at the end; NULL for
 * none.  *sure: it can only be that one. */
static const char *find_text(const struct draft *d, const char *text, size_t end, bool *sure)
{
	size_t n = strlen(text), times = 0;
	const char *found = NULL, *at = d->bytes, *stop = d->bytes + d->n;
	*sure = true;
	if (n <= end && end <= d->n && memcmp(d->bytes + end - n, text, n) == 0)
		return d->bytes + end - n;
	while ((at = memmem(at, (size_t)(stop - at), text, n))) {
		found = at++;
		times++;
	}
	*sure = times <= 1;
	return found;
}

static size_t notes_end(struct draft *d, const char *kind)
{
	const struct section_place *p = section_of(d, kind);
	return p->heading ? line_start(d, p->last + 1) : d->n;
}

static enum edit_state locate_note(struct draft *d, struct edit *e, struct splice *out)
{
	const char *lines = note_lines(d->a, e->before ? e->before : e->after);
	bool sure;
	if (e->before) {
		const char *found = find_text(d, e->before, notes_end(d, e->key), &sure);
		if (!found)
			return find_text(d, lines, d->n, &sure) ? EDIT_CONFLICT : EDIT_MADE;
		if (!sure)
			return EDIT_CONFLICT;
		replace(out, (size_t)(found - d->bytes), strlen(e->before), "");
		return EDIT_OPEN;
	}
	size_t at;
	e->after = note_text(d, e->key, lines, &at);
	replace(out, at, 0, e->after);
	return EDIT_OPEN;
}

/* ---- all of them ---- */

enum edit_state edit_locate(struct draft *d, struct edit *e, struct splice *out)
{
	bool of_task = e->field == EDIT_BOX || e->field == EDIT_STEP ||
		       e->field == EDIT_ATTRIBUTE || e->field == EDIT_TITLE;
	if (of_task && (e->task < 0 || (size_t)e->task >= d->plan->tasks.n))
		return EDIT_CONFLICT;
	switch (e->field) {
	case EDIT_BOX:
		return locate_box(d, e, out);
	case EDIT_STEP:
		return locate_step(d, e, out);
	case EDIT_ATTRIBUTE:
		return locate_attribute(d, e, out);
	case EDIT_KEY:
		return locate_key(d, e, out);
	case EDIT_FRONTMATTER:
		return locate_frontmatter(d, e, out);
	case EDIT_TITLE:
		return locate_title(d, e, out);
	case EDIT_NOTE:
		return locate_note(d, e, out);
	case EDIT_LINES:
		return locate_lines(d, e, out);
	default:
		return EDIT_CONFLICT;
	}
}

static int by_place(const void *a, const void *b)
{
	const struct splice *x = a, *y = b;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

void edits_apply(struct draft *d, edit_list *edits, struct buf *out, splice_list *splices,
		 int *conflicts)
{
	size_t at = 0;
	*splices = (splice_list){ 0 };
	*conflicts = 0;
	for (size_t i = 0; i < edits->n; i++) {
		struct splice s;
		enum edit_state state = edit_locate(d, &edits->v[i], &s);
		*conflicts += state == EDIT_CONFLICT;
		if (state != EDIT_OPEN)
			continue;
		s.order = i;
		*vec_push(d->a, splices) = s;
	}
	if (splices->n)
		qsort(splices->v, splices->n, sizeof *splices->v, by_place);
	for (size_t i = 0; i < splices->n; i++) {
		const struct splice *s = &splices->v[i];
		buf_add(out, d->bytes + at, s->at - at);
		buf_add(out, s->text, s->n);
		at = s->at + s->len;
	}
	buf_add(out, d->bytes + at, d->n - at);
}

bool edits_only_tick(const edit_list *edits)
{
	for (size_t i = 0; i < edits->n; i++)
		if (edits->v[i].field != EDIT_BOX)
			return false;
	return true;
}

void edits_invert(struct arena *a, const edit_list *edits, edit_list *out)
{
	for (size_t i = edits->n; i-- > 0;) {
		const struct edit *e = &edits->v[i];
		*vec_push(a, out) =
		    (struct edit){ e->field, e->task, e->key, e->after, e->before };
	}
}
