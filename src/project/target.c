/* target: the plan or task that a person named */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "project/project.h"

#define LIST_MAX 5 /* candidates to name in a message */

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* ---- several fit ---- */

static const char *number_word(size_t n)
{
	static const char *const words[] = { "no",   "one", "two",   "three", "four",
					     "five", "six", "seven", "eight", "nine" };

	return n < sizeof words / sizeof *words ? words[n] : NULL;
}

/* "colors/03-01" of …/03-colors/03-01-PLAN.md, NULL where that is no help. */
static const char *short_name(struct arena *a, const struct plan_row *row)
{
	const char *base = base_of(row->path), *dir = base - 1;
	size_t n = 0;

	if (base == row->path || strchr(row->id, '/'))
		return NULL;
	while (dir > row->path && dir[-1] != '/') {
		dir--;
		n++;
	}
	while (n > 0 && (is_digit(*dir) || *dir == '.' || *dir == '-')) {
		dir++;
		n--;
	}
	return n ? arena_printf(a, "%.*s/%s", (int)n, dir, row->id) : NULL;
}

/* A name that means this plan and no other. */
static bool unique_name(struct project *p, struct arena *a, const struct plan_row *row,
			const char **out, struct err *err)
{
	const char *name = short_name(a, row);
	plan_rows rows = { 0 };

	*out = row->path;
	if (name && !store_match_plans(p->store, a, name, &rows, err))
		return false;
	if (rows.n == 1 && rows.v[0].row == row->row)
		*out = name;
	return true;
}

static bool ambiguous(struct project *p, struct arena *a, const char *name,
		      const plan_rows *rows, struct err *err)
{
	struct buf b = { 0 };
	const char *use, *word = number_word(rows->n);

	if (!unique_name(p, a, &rows->v[0], &use, err))
		return false;
	for (size_t i = 0; i < rows->n && i < LIST_MAX; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", rows->v[i].path);
	if (rows->n > LIST_MAX)
		buf_printf(&b, " and %zu more", rows->n - LIST_MAX);
	if (!word)
		word = arena_printf(a, "%zu", rows->n);
	err_set(err, ERR_USAGE, "\"%s\" is %s plans: %s; use a path such as %s", name, word,
		b.s, use);
	buf_free(&b);
	return false;
}

/* ---- none fits ---- */

struct guess {
	const struct plan_row *row;
	int distance;
};

static void compare(struct guess *g, const struct plan_row *row, const char *word,
		    const char *name)
{
	int d = text_distance(word, name, g->distance - 1);

	if (d >= g->distance)
		return;
	g->distance = d;
	g->row = row;
}

/* A name may be off by about a third of its letters. */
static struct guess guess(struct arena *a, const plan_rows *names, const char *name)
{
	size_t len = strlen(name);
	struct guess g = { NULL, len < 3 ? 2 : len < 60 ? (int)len / 3 + 1 : 20 };

	for (size_t i = 0; i < names->n && g.distance > 0; i++) {
		const struct plan_row *row = &names->v[i];
		const char *shorter = short_name(a, row);

		compare(&g, row, row->id, name);
		if (strchr(name, '/') && shorter)
			compare(&g, row, shorter, name);
		if (strchr(name, '/'))
			compare(&g, row, row->path, name);
		else
			compare(&g, row, base_of(row->path), name);
	}
	return g;
}

static bool unknown(struct project *p, struct arena *a, const char *name, struct err *err)
{
	plan_rows names;
	struct guess g;

	if (!store_names(p->store, a, &names, err))
		return false;
	if (!names.n)
		return err_set(err, ERR_USAGE, "no plan \"%s\": there are no plans below %s",
			       name, p->root);
	g = guess(a, &names, name);
	if (!g.row)
		return err_set(err, ERR_USAGE,
			       "no plan \"%s\"; `phaseline status --all` shows them all",
			       name);
	if (strcmp(g.row->id, g.row->path) == 0)
		return err_set(err, ERR_USAGE, "no plan \"%s\"; did you mean %s?", name,
			       g.row->path);
	return err_set(err, ERR_USAGE, "no plan \"%s\"; did you mean %s (%s)?", name,
		       g.row->id, g.row->path);
}

/* ---- one fits ---- */

/* A file of this tree, however the way to it is written. */
static const char *from_root(struct project *p, struct arena *a, const char *name)
{
	char *full = realpath(name, NULL);
	size_t n = strlen(p->root);
	const char *out = NULL;

	if (full && strncmp(full, p->root, n) == 0 && full[n] == '/')
		out = arena_str(a, full + n + 1);
	free(full);
	return out;
}

static bool match(struct project *p, struct arena *a, const char *name, plan_rows *rows,
		  struct err *err)
{
	const char *path;

	if (!store_match_plans(p->store, a, name, rows, err))
		return false;
	if (rows->n == 1 && strcmp(rows->v[0].path, name) == 0)
		return true;
	path = strchr(name, '/') || strstr(name, ".md") ? from_root(p, a, name) : NULL;
	if (!path || strcmp(path, name) == 0)
		return true;
	plan_rows exact;
	if (!store_match_plans(p->store, a, path, &exact, err))
		return false;
	if (exact.n == 1 && strcmp(exact.v[0].path, path) == 0)
		*rows = exact;
	return true;
}

static bool read_number(const char **s, int *out)
{
	int n = 0;

	if (!is_digit(**s))
		return false;
	for (; is_digit(**s); ++*s) {
		if (n > INT_MAX / 10 - 10)
			return false;
		n = n * 10 + (**s - '0');
	}
	*out = n;
	return true;
}

/* "2.1" is the label "2.1" or "2.1." */
static bool has_label(const struct phl_task *task, const char *prefix, int number)
{
	size_t n = strlen(prefix);
	const char *s = task->label;
	int got;

	return s && strncmp(s, prefix, n) == 0 && (s += n, read_number(&s, &got)) &&
	       got == number && (!*s || strcmp(s, ".") == 0);
}

static bool is_called(const struct phl_task *task, const char *prefix, int number)
{
	if (prefix)
		return has_label(task, prefix, number);
	return number ? task->number == number : task_is_zeroth(task->number, task->label);
}

int selection_find(const struct phl_plan *plan, const char *prefix, int number)
{
	for (size_t i = 0; i < plan->tasks.n; i++)
		if (is_called(&plan->tasks.v[i], prefix, number))
			return (int)i;
	return !prefix && number && number <= (int)plan->tasks.n ? number - 1 : -1;
}

static bool find_task(struct project *p, struct arena *a, struct target *t,
		      const struct selection *s, struct err *err)
{
	struct task_filter filter = { .status = -1, .plan = t->plan.row };
	task_rows tasks;

	if (!store_tasks(p->store, a, &filter, &tasks, err))
		return false;
	for (size_t i = 0; i < tasks.n && !t->task; i++)
		if (is_called(&tasks.v[i].task, s->prefix, s->first))
			t->task = tasks.v[i].position;
	for (size_t i = 0; i < tasks.n && !t->task && !s->prefix; i++)
		if (s->first && tasks.v[i].position == s->first)
			t->task = s->first;
	if (t->task)
		return true;
	if (!tasks.n)
		return err_set(err, ERR_USAGE, "%s has no tasks", t->plan.id);
	return err_set(err, ERR_USAGE, "no task %s%d in %s; it has %zu: `phaseline show %s`",
		       s->prefix ? s->prefix : "", s->first, t->plan.id, tasks.n, t->plan.id);
}

/* Length of "2." in "2.1", 0 for "2". */
static size_t prefix_len(const char *s)
{
	size_t n = strspn(s, "0123456789.");

	while (n && s[n - 1] != '.')
		n--;
	return n;
}

/* "03-03/4", "03-03/2-5", "lamps/2.1-2.4": the numbers behind the last slash; false for
 * none. */
static bool task_numbers(struct arena *a, const char *name, size_t *plan_len,
			 struct selection *out)
{
	const char *slash = strrchr(name, '/'), *s = slash ? slash + 1 : name;
	size_t prefix = prefix_len(s);

	if (!slash || slash == name)
		return false;
	out->prefix = prefix ? arena_dup(a, s, prefix) : NULL;
	s += prefix + (*s == 'T' && is_digit(s[1])); /* T014 is number 14 */
	if (!read_number(&s, &out->first))
		return false;
	out->last = out->first;
	if (*s == '-') {
		s++;
		if (prefix && strncmp(s, out->prefix, prefix) == 0)
			s += prefix;
		if (!read_number(&s, &out->last) || out->last < out->first)
			return false;
	}
	out->tasks = true;
	*plan_len = (size_t)(slash - name);
	return !*s;
}

/* Most names are ids or paths, which an index finds; only what is none is looked
 * for at the ends of all paths. */
bool project_select(struct project *p, struct arena *a, const char *name,
		    struct selection *out, struct err *err)
{
	plan_rows rows;
	const char *plan = name;
	size_t len = 0;
	struct selection tasks = { 0 };
	bool numbered = task_numbers(a, name, &len, &tasks);

	*out = (struct selection){ 0 };
	if (!store_find_plans(p->store, a, name, &rows, err))
		return false;
	if (!rows.n && numbered) {
		plan = arena_dup(a, name, len);
		if (!store_find_plans(p->store, a, plan, &rows, err))
			return false;
	}
	if (!rows.n) {
		plan = name;
		if (!match(p, a, plan, &rows, err))
			return false;
	}
	if (!rows.n && numbered) {
		plan = arena_dup(a, name, len);
		if (!match(p, a, plan, &rows, err))
			return false;
	}
	if (!rows.n)
		return unknown(p, a, plan, err);
	if (rows.n > 1)
		return ambiguous(p, a, plan, &rows, err);
	if (plan != name)
		*out = tasks;
	out->plan = rows.v[0];
	return true;
}

bool project_target(struct project *p, struct arena *a, const char *name,
		    struct target *out, struct err *err)
{
	struct selection s;

	*out = (struct target){ 0 };
	if (!project_select(p, a, name, &s, err))
		return false;
	out->plan = s.plan;
	if (s.last > s.first)
		return err_set(err, ERR_USAGE, "\"%s\" is several tasks; name one", name);
	return !s.tasks || find_task(p, a, out, &s, err);
}
