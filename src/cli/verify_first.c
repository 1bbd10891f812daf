#include "cli/verify_first.h"

#include <string.h>

#include "cli/verify.h"
#include "report/labels.h"

typedef PHL_LIST(const char *) name_list;

/* "03-03/2-4" is three of them. */
static bool add_names(struct cli *c, const char *word, name_list *out, struct err *err)
{
	struct selection s;

	if (!project_select(c->project, &c->arena, word, &s, err))
		return false;
	if (s.first == s.last) {
		*vec_push(&c->arena, out) = word;
		return true;
	}
	int plan = (int)(strrchr(word, '/') - word);

	for (int task = s.first; task <= s.last; task++)
		*vec_push(&c->arena, out) = arena_printf(&c->arena, "%.*s/%s%d", plan, word,
							s.prefix ? s.prefix : "", task);
	return true;
}

static bool load(struct cli *c, const struct update_options *o, const struct words *words,
		 struct verified **out, size_t *n, struct err *err)
{
	struct project_options po = { .dir = c->globals.dir, .store = c->globals.store };
	name_list names = { 0 };

	if (!c->globals.no_sync && !project_sync(c->project, &po, &c->sync, err))
		return false;
	for (size_t i = 0; i < words->n; i++)
		if (!add_names(c, words->v[i], &names, err))
			return false;
	*out = arena_alloc(&c->arena, (names.n + 1) * sizeof **out);
	*n = names.n;
	for (size_t i = 0; i < names.n; i++)
		if (!verified_load(c, names.v[i], o->approve, &(*out)[i], err))
			return false;
	return true;
}

static bool has_passed(struct cli *c, const struct verified *v, struct err *err)
{
	size_t failed = verify_count(v, 0, VERDICT_FAILED);
	size_t unjudged = verify_count(v, 0, VERDICT_UNJUDGED);
	const char *name = verified_name(c, v);

	if (failed)
		return err_set(err, ERR_ANSWER_NO, "%s did not pass, and nothing is changed: %s failed",
			       name, label_count(&c->arena, (long)failed, "command"));
	if (unjudged)
		return err_set(err, ERR_ANSWER_NO,
			       "%s did not pass, and nothing is changed: %s could not be judged; "
			       "phaseline done %s leaves that to you",
			       name, label_count(&c->arena, (long)unjudged, "command"), name);
	return true;
}

/* What ran may have changed what is to be done. */
static bool is_same(struct cli *c, const struct verified *v, struct err *err)
{
	struct plan_row row;
	struct phl_plan *plan;
	struct script now;

	if (!verify_find_plan(c, v, &row, err) ||
	    !store_plan(c->project->store, &c->arena, row.row, &plan, err))
		return false;
	script_make(&c->arena, plan, &now);
	return strcmp(now.digest, v->script.digest) == 0 ||
	       err_set(err, ERR_CONFLICT,
		       "the commands of %s changed while they ran, and nothing else is changed",
		       verified_name(c, v));
}

bool verify_first(struct cli *c, const struct update_options *o, const struct words *words,
		  struct err *err)
{
	struct verify_how how = { .silent = o->json };
	struct verified *v;
	size_t n;

	if (o->dry_run)
		return err_set(err, ERR_USAGE, "--verify runs commands and records what they give; "
					       "leave out --dry-run");
	if (!limits_read(&o->limits, &how.limits, err) ||
	    !load(c, o, words, &v, &n, err) || !verify_run(c, v, n, &how, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!has_passed(c, &v[i], err))
			return false;
	for (size_t i = 0; i < n; i++)
		if (!is_same(c, &v[i], err))
			return false;
	return true;
}
