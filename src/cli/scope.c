#include "cli/scope.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/kin.h"
#include "cli/look.h"
#include "model/rollup.h"
#include "report/labels.h"

enum { NAMED = 3 }; /* plans that a title names one by one */

/* ---- names ---- */

typedef PHL_LIST(const char *) names;

static names split(struct arena *a, const char *list)
{
	names out = { 0 };

	while (list) {
		size_t n = strcspn(list, ",");
		const char *s = list;

		list = list[n] ? list + n + 1 : NULL;
		while (n && is_space(*s)) {
			s++;
			n--;
		}
		while (n && is_space(s[n - 1]))
			n--;
		*vec_push(a, &out) = arena_dup(a, s, n);
	}
	return out;
}

static bool find_phases(struct cli *c, const char *list, phase_rows *out, struct err *err)
{
	names words = split(&c->arena, list);

	return !words.n || look_phases(c, words.v, words.n, out, err);
}

static bool find_plans(struct cli *c, const char *list, plan_rows *out, struct err *err)
{
	names words = split(&c->arena, list);

	for (size_t i = 0; i < words.n; i++) {
		struct target t;

		if (!project_target(c->project, &c->arena, words.v[i], &t, err))
			return false;
		if (t.task)
			return err_set(err, ERR_USAGE, "--plan takes plans; \"%s\" is a task",
				       words.v[i]);
		*vec_push(&c->arena, out) = t.plan;
	}
	return true;
}

/* ---- what they mean ---- */

static bool has_phase(const phase_rows *phases, int64_t row)
{
	for (size_t i = 0; i < phases->n; i++)
		if (phases->v[i].row == row)
			return true;
	return false;
}

static bool has_plan(const plan_rows *plans, int64_t row)
{
	for (size_t i = 0; i < plans->n; i++)
		if (plans->v[i].row == row)
			return true;
	return false;
}

static struct phase_row *find_phase(const phase_rows *phases, int64_t row)
{
	for (size_t i = 0; i < phases->n; i++)
		if (phases->v[i].row == row)
			return &phases->v[i];
	return NULL;
}

/* The phase's name with the sums of these plans only. */
static void sum_phases(struct arena *a, const phase_rows *all, struct scope *s)
{
	for (size_t i = 0; i < s->plans.n; i++) {
		int64_t row = s->plans.v[i].phase_row;
		struct phase_row *sum = find_phase(&s->phases, row), *of;

		if (!sum) {
			sum = vec_push(a, &s->phases);
			of = find_phase(all, row);
			if (of)
				*sum = (struct phase_row){ .row = of->row, .dir = of->dir,
							   .milestone = of->milestone,
							   .number = of->number,
							   .name = of->name };
		}
		rollup_add_plan(sum, &s->plans.v[i]);
	}
}

static const char *name_of(struct arena *a, const struct scope *s, const phase_rows *phases)
{
	struct buf b = { 0 };
	const char *name;

	if (phases->n == 1 && s->phases.n == 1)
		return label_phase(a, &s->phases.v[0]);
	if (s->plans.n > NAMED)
		return label_count(a, (long)s->plans.n, "plan");
	for (size_t i = 0; i < s->plans.n; i++)
		buf_printf(&b, "%s%s", i ? ", " : "",
			   label_id(a, s->plans.v[i].id, s->plans.v[i].path));
	name = arena_dup(a, b.n ? b.s : "", b.n);
	buf_free(&b);
	return name;
}

static int by_path(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void index_paths(struct arena *a, struct scope *s)
{
	s->paths = arena_alloc(a, (s->plans.n + 1) * sizeof *s->paths);
	for (size_t i = 0; i < s->plans.n; i++)
		s->paths[i] = s->plans.v[i].path;
	qsort(s->paths, s->plans.n, sizeof *s->paths, by_path);
}

bool scope_load(struct cli *c, const char *phases, const char *plans, const char *family,
		struct scope *out, struct err *err)
{
	struct store *store = c->project->store;
	phase_rows all_phases = { 0 }, wanted = { 0 }, none = { 0 };
	plan_rows all = { 0 }, named = { 0 };

	*out = (struct scope){ .whole = !phases && !plans && !family };
	bool every = !phases && !plans;
	if (!store_phases(store, &c->arena, &all_phases, err) ||
	    !store_plans(store, &c->arena, 0, &all, err) ||
	    !find_phases(c, phases, &wanted, err) || !find_plans(c, plans, &named, err))
		return false;
	if (out->whole) {
		out->phases = all_phases;
		out->plans = all;
		return true;
	}
	for (size_t i = 0; i < all.n; i++)
		if ((every || has_phase(&wanted, all.v[i].phase_row) ||
		     has_plan(&named, all.v[i].row)) &&
		    kin_has(family, all.v[i].path))
			*vec_push(&c->arena, &out->plans) = all.v[i];
	sum_phases(&c->arena, &all_phases, out);
	out->name = every ? family_named(family)->label :
			    name_of(&c->arena, out, named.n ? &none : &wanted);
	index_paths(&c->arena, out);
	return true;
}

bool scope_has(const struct scope *s, const char *path)
{
	return s->whole || bsearch(&path, s->paths, s->plans.n, sizeof *s->paths, by_path);
}
