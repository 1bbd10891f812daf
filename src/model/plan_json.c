/* plan_json: a plan as the object of phaseline-json(5) */
#include <stdint.h>

#include "model/plan.h"
#include "base/day.h"
#include "base/memory.h"
#include "model/claims.h"
#include "model/refstate.h"
#include "model/proof.h"
#include "model/work.h"

static void number_or_null(struct json *j, const char *key, int n)
{
	if (n > 0)
		json_key_int(j, key, n);
	else
		json_key_null(j, key);
}

static void index_or_null(struct json *j, const char *key, int i)
{
	if (i >= 0)
		json_key_int(j, key, i);
	else
		json_key_null(j, key);
}

static void minutes_or_null(struct json *j, const char *key, int n)
{
	index_or_null(j, key, n);
}

static void status_or_null(struct json *j, enum phl_status s)
{
	json_key_text(j, "status", s == PHL_NO_STATUS ? NULL : phl_status_word(s));
}

static void texts(struct json *j, const char *key, const char *const *v, size_t n)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < n; i++)
		json_text(j, v[i]);
	json_end(j);
}

void plan_json_estimate(struct json *j, const struct phl_estimate *e)
{
	if (!e->text) {
		json_null(j);
		return;
	}
	json_object(j);
	minutes_or_null(j, "low", e->low);
	minutes_or_null(j, "high", e->high);
	json_key_text(j, "text", e->text);
	json_end(j);
}

static void estimate(struct json *j, const char *key, const struct phl_estimate *e)
{
	json_key(j, key);
	plan_json_estimate(j, e);
}

static void steps(struct json *j, const struct phl_task *t)
{
	json_key(j, "steps");
	json_array(j);
	for (size_t i = 0; i < t->steps.n; i++) {
		const struct phl_step *s = &t->steps.v[i];

		json_object(j);
		json_key_text(j, "title", s->title);
		status_or_null(j, s->status);
		json_key_int(j, "line", s->line);
		json_key_int(j, "depth", s->depth);
		json_end(j);
	}
	json_end(j);
}

void plan_json_task(struct json *j, const struct phl_task *t)
{
	number_or_null(j, "number", t->number);
	json_key_text(j, "label", t->label);
	json_key_text(j, "title", t->title);
	status_or_null(j, t->status);
	json_key_text(j, "status_from", phl_status_from_words[t->status_from]);
	json_key_int(j, "line", t->line);
	json_key_int(j, "last", t->last);
	number_or_null(j, "box_col", t->box_col);
	json_key_text(j, "type", t->type);
	json_key_bool(j, "optional", t->optional);
	json_key_bool(j, "parallel", t->parallel);
	json_key_text(j, "parent", t->parent);
	json_key_text(j, "section", t->section);
	json_key_text(j, "owner", t->owner);
	json_key_text(j, "started", t->started);
	steps(j, t);
	texts(j, "files", t->files.v, t->files.n);
	texts(j, "requirements", t->requirements.v, t->requirements.n);
	estimate(j, "estimate", &t->estimate);
	estimate(j, "actual", &t->actual);
}

static void tasks(struct json *j, const struct phl_plan *p)
{
	json_key(j, "tasks");
	json_array(j);
	for (size_t i = 0; i < p->tasks.n; i++) {
		json_object(j);
		plan_json_task(j, &p->tasks.v[i]);
		json_end(j);
	}
	json_end(j);
}

static void files(struct json *j, const struct phl_plan *p)
{
	json_key(j, "files");
	json_array(j);
	for (size_t i = 0; i < p->files.n; i++) {
		const struct phl_file *f = &p->files.v[i];

		json_object(j);
		json_key_text(j, "path", f->path);
		json_key_null(j, "resolved");
		number_or_null(j, "number", f->number);
		json_key_text(j, "category", f->category);
		json_key_text(j, "remark", f->remark);
		json_key_text(j, "decision", f->decision);
		json_key_text(j, "notes", f->notes);
		json_key_bool(j, "left", f->left);
		number_or_null(j, "line", f->line);
		json_end(j);
	}
	json_end(j);
}

/* An open end ("967+") has no last line. */
static void ref_lines(struct json *j, const struct phl_ref *r)
{
	bool open = r->last == INT32_MAX;

	json_key_int(j, "first", r->first);
	if (open)
		json_key_null(j, "last");
	else
		json_key_int(j, "last", r->last);
	json_key_bool(j, "open", open);
	number_or_null(j, "column", r->column);
	json_key_bool(j, "approximate", r->approximate);
}

void plan_json_ref(struct json *j, const struct phl_ref *r, int task, const char *resolved,
		   int state)
{
	json_key_text(j, "path", r->path);
	json_key_text(j, "resolved", resolved);
	ref_lines(j, r);
	json_key_text(j, "expected", r->expected);
	json_key_text(j, "wanted", r->wanted);
	index_or_null(j, "task", task);
	json_key_int(j, "line", r->line);
	json_key_int(j, "col", r->col);
	json_key_text(j, "state", state < 0 ? NULL : ref_state_words[state]);
}

static void one_ref(struct json *j, const struct phl_ref *r, const struct told_ref *told)
{
	bool found = told && told->state != REF_GONE && told->state != REF_AMBIGUOUS;
	const char *file = !found ? NULL : told->resolved ? told->resolved : r->path;

	json_object(j);
	plan_json_ref(j, r, r->task, file, told ? told->state : REF_UNKNOWN);
	json_end(j);
}

static void refs(struct json *j, const struct phl_plan *p, const struct told *told)
{
	char at[21] = "";
	bool known = told && told->refs.n && told->refs.n == p->refs.n;

	if (known)
		day_format(told->at, at);
	json_key_text(j, "refs_checked", known ? at : NULL);
	json_key(j, "refs");
	json_array(j);
	for (size_t i = 0; i < p->refs.n; i++)
		one_ref(j, &p->refs.v[i], known ? &told->refs.v[i] : NULL);
	json_end(j);
}

static void criteria(struct json *j, const struct phl_plan *p)
{
	json_key(j, "criteria");
	json_array(j);
	for (size_t i = 0; i < p->criteria.n; i++) {
		json_object(j);
		if (p->criteria.v[i].number)
			json_key_int(j, "number", p->criteria.v[i].number);
		else
			json_key_null(j, "number");
		json_key_text(j, "title", p->criteria.v[i].title);
		status_or_null(j, p->criteria.v[i].status);
		json_key_int(j, "line", p->criteria.v[i].line);
		json_end(j);
	}
	json_end(j);
}

static void verification(struct json *j, const struct phl_plan *p)
{
	json_key(j, "verification");
	json_array(j);
	for (size_t i = 0; i < p->verification.n; i++) {
		const struct phl_verification *v = &p->verification.v[i];

		json_object(j);
		json_key_text(j, "command", v->command);
		json_key_text(j, "expect", v->expect);
		json_key_text(j, "shell", v->shell);
		index_or_null(j, "task", v->task);
		json_key_int(j, "line", v->line);
		json_end(j);
	}
	json_end(j);
}

static void rollback(struct json *j, const struct phl_plan *p)
{
	json_key(j, "rollback");
	json_array(j);
	for (size_t i = 0; i < p->rollback.n; i++) {
		json_object(j);
		json_key_int(j, "number", p->rollback.v[i].number);
		json_key_text(j, "text", p->rollback.v[i].text);
		json_key_int(j, "line", p->rollback.v[i].line);
		json_end(j);
	}
	json_end(j);
}

static void commits(struct json *j, const struct phl_plan *p)
{
	json_key(j, "commits");
	json_array(j);
	for (size_t i = 0; i < p->commits.n; i++) {
		json_object(j);
		json_key_text(j, "hash", p->commits.v[i].hash);
		json_key_text(j, "message", p->commits.v[i].message);
		number_or_null(j, "line", p->commits.v[i].line);
		json_end(j);
	}
	json_end(j);
}

static void notes(struct json *j, const struct phl_plan *p)
{
	json_key(j, "notes");
	json_array(j);
	for (size_t i = 0; i < p->notes.n; i++) {
		const struct phl_note *n = &p->notes.v[i];

		json_object(j);
		json_key_text(j, "kind", n->kind);
		json_key_text(j, "date", n->date);
		json_key_text(j, "text", n->text);
		number_or_null(j, "line", n->line);
		json_end(j);
	}
	json_end(j);
}

void plan_json_undoing(struct json *j, const struct phl_plan *plan)
{
	rollback(j, plan);
	commits(j, plan);
	notes(j, plan);
}

static void findings(struct json *j, const struct phl_plan *p)
{
	json_key(j, "findings");
	json_array(j);
	for (size_t i = 0; i < p->findings.n; i++) {
		const struct phl_finding *f = &p->findings.v[i];

		json_object(j);
		json_key_text(j, "rule", f->rule);
		json_key_text(j, "severity", phl_severity_words[f->severity]);
		json_key_int(j, "line", f->line);
		json_key_int(j, "column", f->col);
		json_key_text(j, "message", f->message);
		json_end(j);
	}
	json_end(j);
}

static void declared(struct json *j, const struct phl_plan *p)
{
	json_key(j, "declared");
	json_array(j);
	for (size_t i = 0; i < p->declared.n; i++) {
		const struct phl_requirement *r = &p->declared.v[i];

		json_object(j);
		json_key_text(j, "id", r->id);
		json_key_text(j, "title", r->title);
		json_key_text(j, "text", r->text);
		json_key_text(j, "path", r->path);
		json_key_int(j, "line", r->line);
		json_end(j);
	}
	json_end(j);
}

static void keys(struct json *j, const struct phl_plan *p)
{
	json_key(j, "keys");
	json_array(j);
	for (size_t i = 0; i < p->keys.n; i++) {
		json_object(j);
		json_key_text(j, "name", p->keys.v[i].name);
		json_key_text(j, "value", p->keys.v[i].value);
		json_key_int(j, "line", p->keys.v[i].line);
		json_end(j);
	}
	json_end(j);
}

static void identity(struct json *j, const struct phl_plan *p)
{
	json_key_text(j, "id", p->id);
	json_key_text(j, "path", p->path);
	json_key_text(j, "phase", p->phase);
	json_key_text(j, "plan", p->plan);
	json_key_text(j, "phase_name", p->phase_name);
	json_key_text(j, "family", p->family);
	json_key_text(j, "title", p->title);
	json_key_text(j, "title_from", phl_title_from_words[p->title_from]);
	json_key_text(j, "goal", p->goal);
}

static void progress(struct json *j, const struct phl_plan *p)
{
	json_key_text(j, "status", phl_status_word(p->status));
	json_key_text(j, "status_text", p->status_text);
	json_key_text(j, "status_from", phl_status_from_words[p->status_from]);
	number_or_null(j, "status_line", p->status_line);
	json_key_bool(j, "summarised", p->summarised);
	estimate(j, "estimate", &p->estimate);
	estimate(j, "actual", &p->actual);
	json_key_text(j, "created", p->created);
	json_key_text(j, "started", p->started);
	json_key_text(j, "completed", p->completed);
	number_or_null(j, "wave", p->wave);
	json_key_text(j, "owner", p->owner);
	json_key_text(j, "priority", p->priority);
	json_key_text(j, "type", p->type);
}

void plan_json_known(struct json *j, const struct phl_plan *p, const struct told *told,
		     const struct work *work, const struct proof *proof)
{
	json_object(j);
	identity(j, p);
	progress(j, p);
	texts(j, "depends_on", p->depends_on.v, p->depends_on.n);
	texts(j, "requirements", p->requirements.v, p->requirements.n);
	declared(j, p);
	texts(j, "tags", p->tags.v, p->tags.n);
	keys(j, p);
	tasks(j, p);
	files(j, p);
	refs(j, p, told);
	criteria(j, p);
	verification(j, p);
	rollback(j, p);
	commits(j, p);
	notes(j, p);
	findings(j, p);
	json_key(j, "work");
	work_json(j, work);
	json_key(j, "verified");
	proof_json(j, proof);
	json_end(j);
}

void plan_json(struct json *j, const struct phl_plan *p)
{
	plan_json_known(j, p, NULL, NULL, NULL);
}

static char *json_or_null(struct buf *out, const struct phl_plan *plan)
{
	struct escape e;

	if (setjmp(*escape_begin(&e)))
		return NULL;
	plan_json(&(struct json){ .out = out }, plan);
	char *s = buf_take(out);
	escape_end(&e);
	return s;
}

char *phl_plan_json(const struct phl_plan *plan)
{
	struct buf out = { 0 };
	char *s = json_or_null(&out, plan);

	buf_free(&out);
	return s;
}
