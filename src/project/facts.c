#include "project/facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* ---- lines of fields; "\-" is NULL ---- */

static void put(struct buf *b, const char *field)
{
	buf_char(b, '\t');
	if (!field)
		buf_str(b, "\\-");
	for (; field && *field; field++) {
		if (*field == '\t')
			buf_str(b, "\\t");
		else if (*field == '\n')
			buf_str(b, "\\n");
		else if (*field == '\\')
			buf_str(b, "\\\\");
		else
			buf_char(b, *field);
	}
}

static void put_int(struct buf *b, int n)
{
	buf_printf(b, "\t%d", n);
}

/* Takes the next field of a line off *p, decoded in place. */
static char *take(char **p)
{
	char *start = *p, *in = start, *out = start;

	if (!*in)
		return NULL;
	while (*in && *in != '\t') {
		if (*in == '\\' && in[1] == '-') {
			start = NULL;
			in += 2;
		} else if (*in == '\\' && in[1]) {
			in++;
			*out++ = *in == 't' ? '\t' : *in == 'n' ? '\n' : *in;
			in++;
		} else {
			*out++ = *in++;
		}
	}
	*p = *in ? in + 1 : in;
	*out = '\0';
	return start;
}

static int take_int(char **p)
{
	const char *s = take(p);

	return s ? (int)strtol(s, NULL, 10) : 0;
}

/* Takes the next line off *text: its kind, and the fields in *fields. */
static char take_line(char **text, char **fields)
{
	char *line = *text, *end = strchr(line, '\n');

	if (!end)
		return '\0';
	*end = '\0';
	*text = end + 1;
	*fields = line[0] && line[1] ? line + 2 : end;
	return line[0];
}

static const char *finish(struct arena *a, struct buf *b)
{
	const char *out = arena_dup(a, b->s ? b->s : "", b->n);

	buf_free(b);
	return out;
}

/* ---- SUMMARY ---- */

const char *facts_of_summary(struct arena *a, const struct summary *s)
{
	struct buf b = { 0 };

	buf_char(&b, 's');
	put(&b, s->status);
	put(&b, s->completed);
	put_int(&b, s->duration.low);
	put_int(&b, s->duration.high);
	put(&b, s->duration.text);
	buf_char(&b, '\n');
	for (size_t i = 0; i < s->commits.n; i++) {
		buf_char(&b, 'c');
		put(&b, s->commits.v[i].hash);
		put(&b, s->commits.v[i].message);
		buf_char(&b, '\n');
	}
	for (size_t i = 0; i < s->deviations.n; i++) {
		buf_char(&b, 'd');
		put(&b, s->deviations.v[i].kind);
		put(&b, s->deviations.v[i].date);
		put(&b, s->deviations.v[i].text);
		buf_char(&b, '\n');
	}
	return finish(a, &b);
}

struct summary *facts_read_summary(struct arena *a, const char *facts)
{
	struct summary *s = arena_alloc(a, sizeof *s);
	char *text = arena_str(a, facts), *f;
	char kind;

	while ((kind = take_line(&text, &f))) {
		if (kind == 's') {
			s->status = take(&f);
			s->completed = take(&f);
			s->duration.low = take_int(&f);
			s->duration.high = take_int(&f);
			s->duration.text = take(&f);
		} else if (kind == 'c') {
			struct phl_commit *c = vec_push(a, &s->commits);

			c->hash = take(&f);
			c->message = take(&f);
		} else if (kind == 'd') {
			struct phl_note *n = vec_push(a, &s->deviations);

			n->kind = take(&f);
			n->date = take(&f);
			n->text = take(&f);
		}
	}
	return s;
}

/* ---- ROADMAP ---- */

const char *facts_of_roadmap(struct arena *a, const struct roadmap *r)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < r->lines.n; i++) {
		const struct roadmap_line *l = &r->lines.v[i];

		if (l->is_phase || !l->id)
			continue;
		buf_char(&b, 'p');
		put(&b, l->id);
		put_int(&b, l->has_box);
		put_int(&b, l->ticked);
		put(&b, l->title);
		buf_char(&b, '\n');
	}
	return finish(a, &b);
}

static int plan_cmp(const void *a, const void *b)
{
	const struct roadmap_plan *p = a, *q = b;

	return strcmp(p->id, q->id);
}

/* Lines of one id stay in the order of the file, which is that of their text. */
static int line_cmp(const void *a, const void *b)
{
	const struct roadmap_plan *p = a, *q = b;
	int c = strcmp(p->id, q->id);

	return c ? c : (p->id > q->id) - (p->id < q->id);
}

/* A ROADMAP of several milestones may name an id more than once.  Where the
 * boxes differ nobody can tell which is meant: then none counts.  Returns
 * where the next id starts. */
static size_t merge(struct roadmap_plan *into, const struct roadmap_plan *v, size_t i,
		    size_t n)
{
	bool ticked = false, open = false;
	const char *id = v[i].id;

	*into = v[i];
	for (; i < n && strcmp(v[i].id, id) == 0; i++) {
		if (!into->title)
			into->title = v[i].title;
		ticked |= v[i].has_box && v[i].ticked;
		open |= v[i].has_box && !v[i].ticked;
	}
	into->has_box = ticked != open;
	into->ticked = ticked && !open;
	return i;
}

struct roadmap_facts *facts_read_roadmap(struct arena *a, const char *facts)
{
	struct roadmap_facts *r = arena_alloc(a, sizeof *r);
	char *text = arena_str(a, facts), *f;
	size_t n = 0;
	char kind;

	while ((kind = take_line(&text, &f))) {
		struct roadmap_plan p = { 0 };

		p.id = take(&f);
		p.has_box = take_int(&f) != 0;
		p.ticked = take_int(&f) != 0;
		p.title = take(&f);
		if (kind == 'p' && p.id)
			*vec_push(a, &r->plans) = p;
	}
	if (r->plans.n > 1)
		qsort(r->plans.v, r->plans.n, sizeof *r->plans.v, line_cmp);
	for (size_t i = 0; i < r->plans.n; n++)
		i = merge(&r->plans.v[n], r->plans.v, i, r->plans.n);
	r->plans.n = n;
	return r;
}

const struct roadmap_plan *facts_find_plan(const struct roadmap_facts *r, const char *id)
{
	struct roadmap_plan key = { .id = id };

	if (!r || !id || !r->plans.n)
		return NULL;
	return bsearch(&key, r->plans.v, r->plans.n, sizeof key, plan_cmp);
}

bool facts_same_plan(const struct roadmap_plan *a, const struct roadmap_plan *b)
{
	const char *s = a && a->title ? a->title : "", *t = b && b->title ? b->title : "";

	return strcmp(s, t) == 0 && (a && a->has_box) == (b && b->has_box) &&
	       (a && a->ticked) == (b && b->ticked);
}

/* ---- documents ---- */

static void put_text(struct buf *b, char kind, const char *text)
{
	if (!text)
		return;
	buf_char(b, kind);
	put(b, text);
	buf_char(b, '\n');
}

const char *facts_of_document(struct arena *a, const struct document *d)
{
	struct buf b = { 0 };

	put_text(&b, 't', d->title);
	put_text(&b, 'g', d->goal);
	for (size_t i = 0; i < d->files.n; i++)
		put_text(&b, 'f', d->files.v[i]);
	for (size_t i = 0; i < d->declared.n; i++) {
		const struct phl_requirement *r = &d->declared.v[i];

		buf_char(&b, 'r');
		put(&b, r->id);
		put(&b, r->title);
		put(&b, r->text);
		put_int(&b, r->line);
		put_int(&b, r->traced);
		buf_char(&b, '\n');
	}
	return finish(a, &b);
}

static struct phl_requirement take_requirement(char *f, const char *path)
{
	struct phl_requirement r = { .path = path };

	r.id = take(&f);
	r.title = take(&f);
	r.text = take(&f);
	r.line = take_int(&f);
	r.traced = take_int(&f) != 0;
	return r;
}

struct document *facts_read_document(struct arena *a, const char *facts, const char *path)
{
	struct document *d = arena_alloc(a, sizeof *d);
	char *text = arena_str(a, facts), *f;
	char kind;

	*d = (struct document){ 0 };
	while ((kind = take_line(&text, &f))) {
		if (kind == 't')
			d->title = take(&f);
		else if (kind == 'g')
			d->goal = take(&f);
		else if (kind == 'f')
			*vec_push(a, &d->files) = take(&f);
		else if (kind == 'r')
			*vec_push(a, &d->declared) = take_requirement(f, path);
	}
	return d;
}

/* ---- statuses ---- */

const char *facts_of_statuses(struct arena *a, const struct wordlist *w)
{
	struct buf b = { 0 };

	for (size_t i = 0; w && i < w->n; i++) {
		buf_char(&b, 'w');
		put(&b, w->v[i]);
		buf_char(&b, '\n');
	}
	if (w && w->first) {
		buf_char(&b, 'f');
		put(&b, w->first);
		buf_char(&b, '\n');
	}
	return finish(a, &b);
}

const struct wordlist *facts_read_statuses(struct arena *a, const char *facts)
{
	struct wordlist *w = arena_alloc(a, sizeof *w);
	char *text = arena_str(a, facts), *f;
	PHL_LIST(const char *) words = { 0 };
	char kind;

	while ((kind = take_line(&text, &f))) {
		const char *word = take(&f);

		if (kind == 'f')
			w->first = word;
		else if (word)
			*vec_push(a, &words) = word;
	}
	w->v = words.v;
	w->n = words.n;
	return words.n ? w : NULL;
}
