/* store_fixture: plans made by hand, and a store to put them in */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "model/plan.h"
#include "store/store.h"

#define WHEN 1768300000

static struct arena memory;
static struct err error;

static const struct occasion by_hand = { .origin = "file", .when = WHEN };

/* Every call of the store that should succeed. */
#define ok(call)                                                                         \
	do {                                                                             \
		if (!(call))                                                             \
			fail_msg("%s: %s", #call, error.text);                           \
	} while (0)

static inline struct store *store_in_memory(void)
{
	struct store *s;

	ok(store_open(&s, ":memory:", STORE_MEMORY, &error));
	return s;
}

static inline void end_test(struct store *s)
{
	store_close(s);
	arena_free(&memory);
	error = (struct err){ 0 };
}

static inline struct phl_plan *new_plan(const char *path, const char *id,
					const char *title)
{
	struct phl_plan *p = arena_alloc(&memory, sizeof *p);

	p->path = path;
	p->id = id;
	p->family = "phased";
	p->title = title;
	p->estimate.low = p->estimate.high = -1;
	p->actual.low = p->actual.high = -1;
	if (strlen(id) == 5) {
		p->phase = arena_dup(&memory, id, 2);
		p->plan = arena_dup(&memory, id + 3, 2);
	}
	return p;
}

static inline struct phl_task *add_task(struct phl_plan *p, const char *label,
					const char *title, enum phl_status status)
{
	struct phl_task *t = vec_push(&memory, &p->tasks);

	t->label = label;
	t->title = title;
	t->status = status;
	t->status_from = PHL_FROM_BOX;
	t->line = 10 + (int)p->tasks.n;
	t->last = t->line;
	t->estimate.low = t->estimate.high = -1;
	return t;
}

static inline struct phl_ref *add_ref(struct phl_plan *p, const char *path, int line,
				      const char *expected)
{
	struct phl_ref *r = vec_push(&memory, &p->refs);

	r->path = path;
	r->first = r->last = line;
	r->expected = expected;
	r->task = -1;
	r->line = 100 + (int)p->refs.n;
	r->col = 3;
	return r;
}

static inline void add_finding(struct phl_plan *p, const char *rule,
			       enum phl_severity severity, int line)
{
	*vec_push(&memory, &p->findings) =
	    (struct phl_finding){ rule, severity, line, 1, "something is odd" };
}

/* Saves in a transaction of its own. */
static inline int64_t save_as(struct store *s, const struct phl_plan *p, int64_t row)
{
	ok(store_begin(s, &error));
	ok(store_save_plan(s, p, NULL, &by_hand, &row, &error));
	ok(store_commit(s, &error));
	return row;
}

static inline int64_t save(struct store *s, const struct phl_plan *p)
{
	return save_as(s, p, 0);
}

static inline void remove_plan(struct store *s, int64_t row)
{
	ok(store_begin(s, &error));
	ok(store_remove_plan(s, row, WHEN + 1, &error));
	ok(store_commit(s, &error));
}

static inline const char *json_of(const struct phl_plan *p)
{
	struct buf b = { 0 };
	struct json j = { .out = &b };

	plan_json(&j, p);
	const char *text = arena_dup(&memory, b.s, b.n);
	buf_free(&b);
	return text;
}

static inline struct phl_plan *load(struct store *s, int64_t row)
{
	struct phl_plan *p;

	ok(store_plan(s, &memory, row, &p, &error));
	return p;
}

/* The identities of a plan's tasks, in order of position. */
static inline task_rows tasks_of(struct store *s, int64_t row)
{
	struct task_filter filter = { .status = -1, .plan = row };
	task_rows rows;

	ok(store_tasks(s, &memory, &filter, &rows, &error));
	return rows;
}

/* "what from>to" of each event, oldest first, separated by commas. */
static inline const char *story(struct store *s, int64_t row)
{
	struct buf b = { 0 };
	event_list events;

	ok(store_events(s, &memory, row, 0, &events, &error));
	for (size_t i = events.n; i-- > 0;) {
		const struct event *e = &events.v[i];
		if (b.n)
			buf_str(&b, ", ");
		if (e->task)
			buf_printf(&b, "%s: ", e->task_title);
		buf_str(&b, e->what);
		if (e->from || e->to)
			buf_printf(&b, " %s>%s", e->from ? e->from : "",
				   e->to ? e->to : "");
	}
	const char *text = arena_dup(&memory, b.n ? b.s : "", b.n);
	buf_free(&b);
	return text;
}

#endif
