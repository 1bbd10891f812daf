#include "model/coverage.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

const char *const coverage_words[COVERAGE_STATES] = {
	[COVERAGE_COVERED] = "covered",
	[COVERAGE_UNCOVERED] = "uncovered",
	[COVERAGE_UNDECLARED] = "undeclared",
	[COVERAGE_UNTRACED] = "untraced",
};

/* A requirement that a plan or a task names. */
struct named {
	const char *id;
	struct coverer by;
	bool known; /* it means one that is declared */
};

struct naming {
	struct arena *a;
	covered_list *out;
	PHL_LIST(struct named) names;
};

/* ---- names ---- */

static bool is_part(const char *id, const char *of)
{
	size_t n = strlen(of);

	return strncasecmp(id, of, n) == 0 && id[n] == '.';
}

bool coverage_means(const char *named, const char *id)
{
	return strcasecmp(named, id) == 0 || is_part(named, id) || is_part(id, named);
}

/* How many letters stand in front of its number: 2 of "FR-003", 0 of "1.2"; -1 for
 * words. */
static int kind_len(const char *id)
{
	int letters = 0;
	const char *number;

	while (is_alpha(id[letters]))
		letters++;
	number = id + letters + (letters && id[letters] == '-');
	return is_digit(*number) ? letters : -1;
}

static bool same_kind(const char *a, const char *b)
{
	int n = kind_len(a);

	return n == kind_len(b) && (n <= 0 || strncasecmp(a, b, (size_t)n) == 0);
}

static void take_names(struct naming *n, const phl_name_list *names, struct coverer by)
{
	for (size_t i = 0; i < names->n; i++)
		*vec_push(n->a, &n->names) = (struct named){ names->v[i], by, false };
}

static void take_plan(struct naming *n, const struct phl_plan *plan)
{
	take_names(n, &plan->requirements, (struct coverer){ plan, -1 });
	for (size_t i = 0; i < plan->tasks.n; i++)
		take_names(n, &plan->tasks.v[i].requirements, (struct coverer){ plan, (long)i });
}

/* ---- what there is ---- */

static int depth(const char *id)
{
	int dots = 0;

	for (const char *p = id; is_digit(*id) && *p; p++)
		dots += *p == '.';
	return dots;
}

static void add(struct naming *n, const char *id, const struct phl_requirement *declared)
{
	*vec_push(n->a, n->out) =
	    (struct covered){ .id = id, .declared = declared, .depth = declared ? depth(id) : 0 };
}

static void add_declared(struct naming *n, const struct phl_plan *plan)
{
	for (size_t i = 0; i < plan->declared.n; i++)
		if (plan->declared.v[i].id)
			add(n, plan->declared.v[i].id, &plan->declared.v[i]);
}

static int by_id(const void *a, const void *b)
{
	return text_natural_cmp(((const struct covered *)a)->id, ((const struct covered *)b)->id);
}

static void add_named(struct naming *n)
{
	size_t declared = n->out->n;

	for (size_t i = 0; i < n->names.n; i++) {
		bool had = n->names.v[i].known;

		for (size_t k = declared; k < n->out->n && !had; k++)
			had = strcasecmp(n->out->v[k].id, n->names.v[i].id) == 0;
		if (!had)
			add(n, n->names.v[i].id, NULL);
	}
	if (n->out->n > declared)
		qsort(n->out->v + declared, n->out->n - declared, sizeof *n->out->v, by_id);
}

/* ---- what is for it ---- */

static void add_coverers(struct naming *n, struct covered *c)
{
	for (size_t i = 0; i < n->names.n; i++) {
		struct named *named = &n->names.v[i];
		const struct coverer *last = c->by.n ? &c->by.v[c->by.n - 1] : NULL;

		if (!coverage_means(named->id, c->id))
			continue;
		named->known |= c->declared != NULL;
		if (!last || last->plan != named->by.plan || last->task != named->by.task)
			*vec_push(n->a, &c->by) = named->by;
	}
}

static void count(struct covered *c, bool optional)
{
	for (size_t i = 0; i < c->by.n; i++) {
		const struct coverer *by = &c->by.v[i];
		const struct phl_task *task = by->task < 0 ? NULL : &by->plan->tasks.v[by->task];
		enum phl_status status = task ? task->status : by->plan->status;

		if (task && task->optional != optional)
			continue;
		c->total++;
		c->done += status == PHL_DONE || status == PHL_SKIPPED;
	}
}

static bool names_kind(const struct naming *n, const char *id)
{
	for (size_t i = 0; i < n->names.n; i++)
		if (same_kind(n->names.v[i].id, id))
			return true;
	return false;
}

static enum coverage_state state_of(const struct naming *n, const struct covered *c, bool traced)
{
	if (c->by.n)
		return c->declared || !traced ? COVERAGE_COVERED : COVERAGE_UNDECLARED;
	return c->declared->traced || names_kind(n, c->id) ? COVERAGE_UNCOVERED :
							     COVERAGE_UNTRACED;
}

/* Parts stand behind what they are parts of. */
static void find_partly(covered_list *out)
{
	for (size_t i = 0; i < out->n; i++)
		for (size_t k = i + 1; !out->v[i].depth && k < out->n && out->v[k].depth; k++)
			out->v[i].partly |= out->v[k].state == COVERAGE_UNCOVERED &&
					    is_part(out->v[k].id, out->v[i].id);
}

void coverage_of(struct arena *a, const plan_list *plans, covered_list *out)
{
	struct naming n = { .a = a, .out = out };
	bool traced = false;
	size_t declared;

	*out = (covered_list){ 0 };
	for (size_t i = 0; i < plans->n; i++) {
		take_plan(&n, plans->v[i]);
		add_declared(&n, plans->v[i]);
	}
	declared = out->n;
	for (size_t i = 0; i < declared; i++) {
		add_coverers(&n, &out->v[i]);
		traced |= out->v[i].declared->traced;
	}
	add_named(&n);
	for (size_t i = 0; i < out->n; i++) {
		struct covered *c = &out->v[i];

		if (i >= declared)
			add_coverers(&n, c);
		count(c, false);
		if (!c->total)
			count(c, true);
		c->state = state_of(&n, c, traced);
	}
	find_partly(out);
}

/* ---- asking ---- */

bool coverage_is_done(const struct covered *c)
{
	return c->total && c->done == c->total && !c->partly;
}

bool coverage_is_gap(const struct covered *c)
{
	return c->state == COVERAGE_UNCOVERED || c->state == COVERAGE_UNDECLARED;
}

const char *coverage_text(const struct covered *c)
{
	if (!c->declared)
		return NULL;
	return c->declared->title ? c->declared->title : c->declared->text;
}

bool coverage_concerns(const struct phl_plan *plan)
{
	if (plan->requirements.n || plan->declared.n)
		return true;
	for (size_t i = 0; i < plan->tasks.n; i++)
		if (plan->tasks.v[i].requirements.n)
			return true;
	return false;
}

const struct phl_requirement *coverage_find(const struct phl_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->declared.n; i++)
		if (strcasecmp(plan->declared.v[i].id, id) == 0)
			return &plan->declared.v[i];
	return NULL;
}
