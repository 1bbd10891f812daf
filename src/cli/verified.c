#include "cli/verified.h"

#include <string.h>

#include "base/day.h"
#include "cli/out.h"
#include "cli/sandbox.h"
#include "report/labels.h"

static bool is_digest(const char *s, size_t n)
{
	return n == SHA256_HEX && strspn(s, "0123456789abcdef") >= n;
}

/* *holds: is the digest one of them? */
static bool look_up(const char *approved, const char *digest, bool *holds, struct err *err)
{
	for (const char *s = approved ? approved : ""; *s;) {
		size_t n = strcspn(s, ",");

		if (!is_digest(s, n))
			return err_set(err, ERR_USAGE,
				       "\"%.*s\" is no digest; phaseline verify --list shows them",
				       (int)(n < 80 ? n : 80), s);
		*holds |= memcmp(s, digest, n) == 0;
		s += n + (s[n] == ',');
	}
	return true;
}

static bool any_command(const struct script *s, int task)
{
	for (size_t i = 0; i < s->commands.n; i++)
		if (script_of_task(&s->commands.v[i], task))
			return true;
	return false;
}

static bool find_yes(struct cli *c, struct verified *out, struct err *err)
{
	const struct approval *yes;
	approval_list list;

	out->ran = arena_alloc(&c->arena, out->script.commands.n * sizeof *out->ran);
	if (out->trusted)
		return true;
	if (!trust_read(&c->arena, &list, err))
		return false;
	yes = trust_find(&list, &out->place, out->script.digest);
	out->trusted = yes != NULL;
	out->trusted_at = yes ? yes->at : 0;
	return true;
}

bool verified_load(struct cli *c, const char *word, const char *approved,
		   struct verified *out, struct err *err)
{
	struct target *t = &out->target;
	struct phl_plan *plan;

	*out = (struct verified){ 0 };
	if (!project_target(c->project, &c->arena, word, t, err) ||
	    !store_plan(c->project->store, &c->arena, t->plan.row, &plan, err))
		return false;
	script_make(&c->arena, plan, &out->script);
	if (!any_command(&out->script, t->task))
		return err_set(err, ERR_USAGE, "%s has no commands that verify it",
			       verified_name(c, out));
	if (!look_up(approved, out->script.digest, &out->trusted, err) ||
	    !trust_place(&out->place, arena_str(&c->arena, c->project->root), plan->path, err))
		return false;
	return find_yes(c, out, err);
}

bool verified_load_undoing(struct cli *c, const char *word, struct verified *out,
			   struct err *err)
{
	struct target *t = &out->target;
	struct phl_plan *plan;

	*out = (struct verified){ .undoing = true };
	if (!project_target(c->project, &c->arena, word, t, err) ||
	    !store_plan(c->project->store, &c->arena, t->plan.row, &plan, err))
		return false;
	t->task = 0;
	script_make_undoing(&c->arena, plan, &out->script);
	if (!out->script.commands.n)
		return err_set(err, ERR_USAGE, "%s has no commands in its rollback steps",
			       verified_name(c, out));
	return trust_place(&out->place, arena_str(&c->arena, c->project->root),
			   trust_undoing(&c->arena, plan->path), err) &&
	       find_yes(c, out, err);
}

const char *verified_name(struct cli *c, const struct verified *v)
{
	const char *id = label_id(&c->arena, v->target.plan.id, v->target.plan.path);

	return v->target.task ? arena_printf(&c->arena, "%s/%d", id, v->target.task) : id;
}

void verified_show(struct cli *c, const struct verified *v)
{
	script_reveal(&c->out, &v->script, v->target.task);
	buf_printf(&c->out, "\n%s digest %s\n", v->trusted ? "trusted," : "not trusted,",
		   v->script.digest);
}

/* ---- JSON ---- */

static void ran_json(struct json *j, const struct ran *r)
{
	if (!r->done) {
		static const char *const keys[] = { "verdict", "why", "status", "milliseconds", "bytes",
						    "output", "errors", NULL };

		for (const char *const *key = keys; *key; key++)
			json_key_null(j, *key);
		return;
	}
	json_key_text(j, "verdict", verdict_word(r->verdict));
	json_key_text(j, "why", r->why);
	json_key_int(j, "status", r->outcome.status);
	json_key_int(j, "milliseconds", r->milliseconds);
	json_key_int(j, "bytes", r->bytes);
	json_key_text(j, "output", r->outcome.out);
	json_key_text(j, "errors", r->errors);
}

static void command_json(struct json *j, const struct script_command *c, const struct ran *r)
{
	json_object(j);
	json_key_int(j, "line", c->said->line);
	if (c->said->task >= 0)
		json_key_int(j, "task", c->said->task + 1);
	else
		json_key_null(j, "task");
	json_key_text(j, "shell", c->said->shell);
	json_key_text(j, "command", c->said->command);
	json_key_text(j, "script", c->text);
	json_key_text(j, "expect", c->said->expect);
	ran_json(j, r);
	json_end(j);
}

static void sandbox_json(struct json *j, const struct verified *v)
{
	static const enum sandbox_part parts[] = { SANDBOX_FILES, SANDBOX_NETWORK };

	if (!v->run) {
		json_key_null(j, "sandbox");
		return;
	}
	json_key(j, "sandbox");
	json_array(j);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (v->sandbox & parts[i])
			json_text(j, sandbox_names(parts[i]));
	json_end(j);
}

static void plan_of_json(struct cli *c, struct json *j, const struct verified *v)
{
	json_object(j);
	json_key_text(j, "plan", v->target.plan.id);
	json_key_text(j, "path", v->target.plan.path);
	json_key_text(j, "digest", v->script.digest);
	json_key_bool(j, "trusted", v->trusted);
	if (v->trusted_at) {
		char at[21];

		day_format(v->trusted_at, at);
		json_key_text(j, "since", arena_dup(&c->arena, at, 10));
	} else {
		json_key_null(j, "since");
	}
	json_key_text(j, "verdict", v->run ? verdict_word(v->verdict) : NULL);
	json_key_text(j, "commit", v->commit);
	sandbox_json(j, v);
	json_key(j, "commands");
	json_array(j);
	for (size_t i = 0; i < v->script.commands.n; i++)
		if (script_of_task(&v->script.commands.v[i], v->target.task))
			command_json(j, &v->script.commands.v[i], &v->ran[i]);
	json_end(j);
	json_end(j);
}

void verified_json(struct cli *c, const struct verified *v, size_t n)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < n; i++)
		plan_of_json(c, &j, &v[i]);
	out_json_end(c, &j);
}
