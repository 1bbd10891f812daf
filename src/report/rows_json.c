#include "report/rows_json.h"

#include "model/plan.h"
#include "model/proof.h"

void rows_json_statuses(struct json *j, const char *key, int total,
			const int by_status[PHL_STATUSES])
{
	json_key(j, key);
	json_object(j);
	json_key_int(j, "total", total);
	for (int i = 0; i < PHL_STATUSES; i++)
		json_key_int(j, phl_status_word(i), by_status[i]);
	json_end(j);
}

static void refs(struct json *j, const struct ref_counts *r)
{
	json_key(j, "refs");
	json_object(j);
	json_key_int(j, "total", r->total);
	json_key_int(j, "bound", r->bound);
	json_key_int(j, "checked", r->checked);
	json_key_int(j, "cleared", r->cleared);
	json_key_int(j, "contradicted", r->contradicted);
	json_key_int(j, "finished", r->finished);
	json_end(j);
}

static void findings(struct json *j, const int by_severity[PHL_SEVERITIES])
{
	json_key(j, "findings");
	json_object(j);
	for (int i = PHL_SEVERITIES; i-- > 0;)
		json_key_int(j, phl_severity_words[i], by_severity[i]);
	json_end(j);
}

static void minutes(struct json *j, const char *key, int64_t low, int64_t high, bool known)
{
	json_key(j, key);
	if (!known) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key_int(j, "low", low);
	json_key_int(j, "high", high);
	json_end(j);
}

void rows_json_sums(struct json *j, const struct phase_row *p)
{
	rows_json_statuses(j, "tasks", p->tasks.total, p->tasks.by_status);
	minutes(j, "estimate", p->estimate_low, p->estimate_high, p->estimated > 0);
	minutes(j, "left", p->left_low, p->left_high, p->estimated > 0);
	minutes(j, "actual", p->actual, p->actual, p->timed > 0);
	refs(j, &p->refs);
	findings(j, p->findings);
}

void rows_json_plan(struct json *j, const struct plan_row *p)
{
	json_object(j);
	json_key_text(j, "id", p->id);
	json_key_text(j, "path", p->path);
	json_key_text(j, "phase", p->phase);
	json_key_text(j, "plan", p->plan);
	json_key_text(j, "family", p->family);
	json_key_text(j, "title", p->title);
	json_key_text(j, "status", phl_status_word(p->status));
	json_key_text(j, "status_from", phl_status_from_words[p->status_from]);
	json_key_text(j, "owner", p->owner);
	if (p->wave > 0)
		json_key_int(j, "wave", p->wave);
	else
		json_key_null(j, "wave");
	rows_json_statuses(j, "tasks", p->tasks.total, p->tasks.by_status);
	json_key(j, "estimate");
	plan_json_estimate(j, &p->estimate);
	json_key(j, "actual");
	plan_json_estimate(j, &p->actual);
	json_key_text(j, "completed", p->completed);
	json_key(j, "verified");
	proof_json(j, p->proof);
	refs(j, &p->refs);
	findings(j, p->findings);
	json_end(j);
}

static void task_refs(struct json *j, const struct ref_counts *r)
{
	json_key(j, "refs");
	if (!r->checked) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key_int(j, "checked", r->checked);
	json_key_int(j, "cleared", r->cleared);
	json_key_int(j, "contradicted", r->contradicted);
	json_end(j);
}

static void task_members(struct json *j, const struct task_row *t)
{
	struct phl_task task = t->task;

	json_key_text(j, "plan", t->plan_id);
	json_key_text(j, "path", t->plan_path);
	json_key_int(j, "position", t->position);
	task.owner = t->owner;
	plan_json_task(j, &task);
}

void rows_json_task(struct json *j, const struct task_row *t)
{
	json_object(j);
	task_members(j, t);
	json_end(j);
}

void rows_json_task_refs(struct json *j, const struct task_row *t)
{
	json_object(j);
	task_members(j, t);
	task_refs(j, &t->refs);
	json_key(j, "verified");
	proof_json(j, t->proof);
	json_end(j);
}

void rows_json_finding(struct json *j, const struct finding_row *row)
{
	const struct phl_finding *f = &row->finding;

	json_object(j);
	json_key_text(j, "path", row->path);
	json_key_text(j, "plan", row->plan_id);
	json_key_int(j, "line", f->line);
	json_key_int(j, "column", f->col);
	json_key_text(j, "severity", phl_severity_words[f->severity]);
	json_key_text(j, "rule", f->rule);
	json_key_text(j, "message", f->message);
	json_end(j);
}

void rows_json_hit(struct json *j, const struct hit *h)
{
	json_object(j);
	json_key_text(j, "plan", h->plan_id);
	json_key_text(j, "path", h->path);
	json_key_int(j, "line", h->line);
	json_key_text(j, "kind", h->kind);
	json_key_text(j, "text", h->text);
	json_end(j);
}
