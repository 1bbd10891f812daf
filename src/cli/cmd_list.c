#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/kin.h"
#include "cli/look.h"
#include "cli/proven.h"
#include "cli/table.h"
#include "model/coverage.h"
#include "report/labels.h"
#include "report/rows_json.h"

struct options {
	const char *status, *phase, *family, *file, *owner, *requirement, *sort;
	bool contradicted, json;
};

static const char *const sorts[] = { "plan", "status", "owner", "title", "estimate", NULL };

/* Equal ones stay in the order of the plans. */
static int by_place(const struct task_row *a, const struct task_row *b)
{
	return a < b ? -1 : a > b;
}

static int by_status(const void *a, const void *b)
{
	const struct task_row *x = *(struct task_row *const *)a, *y = *(struct task_row *const *)b;

	return x->task.status != y->task.status ? (int)x->task.status - (int)y->task.status
						: by_place(x, y);
}

/* Those of nobody come last. */
static int by_owner(const void *a, const void *b)
{
	const struct task_row *x = *(struct task_row *const *)a, *y = *(struct task_row *const *)b;
	int order = !x->owner - !y->owner;

	if (!order && x->owner)
		order = strcmp(x->owner, y->owner);
	return order ? order : by_place(x, y);
}

static int by_title(const void *a, const void *b)
{
	const struct task_row *x = *(struct task_row *const *)a, *y = *(struct task_row *const *)b;
	int order = text_natural_cmp(label_title(&x->task), label_title(&y->task));

	return order ? order : by_place(x, y);
}

/* Longest first, those without an estimate last. */
static int by_estimate(const void *a, const void *b)
{
	const struct task_row *x = *(struct task_row *const *)a, *y = *(struct task_row *const *)b;
	int m = x->task.estimate.text ? x->task.estimate.high : -1;
	int n = y->task.estimate.text ? y->task.estimate.high : -1;

	return m != n ? (m < n ? 1 : -1) : by_place(x, y);
}

static int (*sorter(const char *key))(const void *, const void *)
{
	if (!key || strcmp(key, "plan") == 0)
		return NULL;
	if (strcmp(key, "status") == 0)
		return by_status;
	if (strcmp(key, "owner") == 0)
		return by_owner;
	return strcmp(key, "title") == 0 ? by_title : by_estimate;
}

static struct task_row **sorted(struct cli *c, const task_rows *tasks, const char *key)
{
	struct task_row **v = arena_alloc(&c->arena, (tasks->n + 1) * sizeof *v);
	int (*order)(const void *, const void *) = sorter(key);

	for (size_t i = 0; i < tasks->n; i++)
		v[i] = &tasks->v[i];
	if (order)
		qsort(v, tasks->n, sizeof *v, order);
	return v;
}

static void show_json(struct cli *c, struct task_row **v, size_t n)
{
	struct json j = out_json(c);

	json_array(&j);
	for (size_t i = 0; i < n; i++)
		rows_json_task_refs(&j, v[i]);
	out_json_end(c, &j);
}

static void show_list(struct cli *c, struct task_row **v, size_t n)
{
	static const struct column columns[] = {
		{ .code = true }, { 0 }, { .stretch = true }, { .right = true },
		{ .right = true }, { 0 }, { 0 },
	};
	struct block *t;
	struct doc d;

	doc_start(&d, &c->arena, NULL);
	t = doc_table(&d, columns, 7);
	for (size_t i = 0; i < n; i++) {
		const struct phl_task *task = &v[i]->task;
		struct cell *row = doc_row(&d, t);
		bool settled = task->status == PHL_DONE || task->status == PHL_SKIPPED;

		cell_text(&row[0], label_task(&c->arena, v[i]));
		cell_text(&row[1], phl_status_word(task->status));
		row[1].tone = label_tone(task->status);
		cell_text(&row[2], label_title(task));
		row[2].tone = settled ? TONE_DIM : TONE_PLAIN;
		cell_estimate(&row[3], &task->estimate);
		cell_refs(&row[4], &v[i]->refs);
		cell_text(&row[5], v[i]->owner);
		cell_proof(&row[6], v[i]->proof);
	}
	out_doc(c, &d);
}

static bool read_filter(const struct options *o, struct task_filter *f, struct err *err)
{
	enum phl_status status;

	*f = (struct task_filter){ .status = -1, .phase = o->phase, .file = o->file,
				   .owner = o->owner };
	if (!o->status)
		return true;
	if (!phl_status_parse(o->status, &status))
		return err_set(err, ERR_USAGE,
			       "no status \"%s\"; there are pending, in-progress, blocked, "
			       "done, skipped and rolled-back",
			       o->status);
	f->status = (int)status;
	return true;
}

static bool is_for(const struct phl_task *task, const char *requirement)
{
	for (size_t i = 0; i < task->requirements.n; i++)
		if (requirement && coverage_means(task->requirements.v[i], requirement))
			return true;
	return !requirement;
}

static void narrow(const struct options *o, task_rows *tasks)
{
	size_t n = 0;

	for (size_t i = 0; i < tasks->n; i++)
		if ((!o->contradicted || tasks->v[i].refs.contradicted) &&
		    kin_has(o->family, tasks->v[i].plan_path) &&
		    is_for(&tasks->v[i].task, o->requirement))
			tasks->v[n++] = tasks->v[i];
	tasks->n = n;
}

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;
	struct task_filter filter;
	task_rows tasks = { 0 };
	proof_list proofs;
	struct task_row **v;
	int64_t at;

	(void)words;
	if (!read_filter(o, &filter, err) || !look_evidence(c, LOOK_CHEAP, &at, err) ||
	    !store_tasks(c->project->store, &c->arena, &filter, &tasks, err) ||
	    !store_task_evidence(c->project->store, &tasks, err) ||
	    !proven_load(c, &proofs, err))
		return false;
	proven_tasks(&proofs, &tasks);
	narrow(o, &tasks);
	v = sorted(c, &tasks, o->sort);
	if (o->json)
		show_json(c, v, tasks.n);
	else if (tasks.n)
		show_list(c, v, tasks.n);
	else
		out_note(c, "no such tasks");
	return true;
}

static const struct opt options[] = {
	TEXT(struct options, status, 's', "status", "STATUS", "only tasks in this status", NULL),
	TEXT(struct options, phase, 'p', "phase", "PHASE",
	     "only of the phase with this number, name or directory", NULL),
	TEXT(struct options, file, 'f', "file", "FILE", "only tasks that touch this file", NULL),
	TEXT(struct options, owner, 0, "owner", "WHO", "only of this owner", NULL),
	TEXT(struct options, requirement, 0, "requirement", "ID",
	     "only tasks that are for this requirement, or a part of it", NULL),
	FAMILY(struct options, family),
	FLAG(struct options, contradicted, 0, "contradicted",
	     "only what is said to be done while its references still stand"),
	TEXT(struct options, sort, 0, "sort", "KEY", "order by", sorts),
	FLAG(struct options, json, 0, "json", "as JSON"),
	{ .kind = OPT_END },
};

const struct cmd cmd_list = {
	.name = "list",
	.args = "",
	.help = "tasks, one a line",
	.options = options,
	.size = sizeof(struct options),
	.needs = CMD_PLANS,
	.run = run,
};
