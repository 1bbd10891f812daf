#include "store/columns.h"

#include <string.h>

#include "model/plan.h"
#include "store/pack.h"

#define TASK_GIVEN                                                                       \
	" SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15,"  \
	" c16, c17, c18, c19, c20 FROM given"
#define FINDING_GIVEN " SELECT c0, c1, c2, c3, c4, c5 FROM given"

const struct child_table task_table = {
	.columns = TASK_COLUMNS,
	.select = "SELECT * FROM task WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
	.insert = "INSERT OR FAIL INTO task" TASK_GIVEN,
	.replace = "INSERT OR REPLACE INTO task" TASK_GIVEN,
	.remove = "DELETE FROM task WHERE id BETWEEN ?1 AND ?2",
};

const struct child_table finding_table = {
	.columns = FINDING_COLUMNS,
	.select = "SELECT * FROM finding WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
	.insert = "INSERT OR FAIL INTO finding" FINDING_GIVEN,
	.replace = "INSERT OR REPLACE INTO finding" FINDING_GIVEN,
	.remove = "DELETE FROM finding WHERE id BETWEEN ?1 AND ?2",
};

/* A copy of what was packed; the buffer is only on loan. */
static struct value packed_value(struct arena *a, struct buf *b)
{
	struct value v = { .type = SQLITE_NULL };
	if (b->n)
		v = value_blob(arena_dup(a, b->s, b->n), b->n);
	buf_clear(b);
	return v;
}

static struct value names_value(struct arena *a, const char *const *names, size_t n)
{
	struct buf b = { 0 };
	pack_names(&b, names, n);
	struct value v = packed_value(a, &b);
	buf_free(&b);
	return v;
}

#define NAMES_OF(value, a, list)                                                         \
	((list)->v = unpack_names((a), (value)->s, (size_t)(value)->n, &(list)->n),      \
	 (list)->cap = (list)->n)

static void estimate_values(struct value *v, const struct phl_estimate *e)
{
	v[0] = value_int(e->low);
	v[1] = value_int(e->high);
	v[2] = value_text(e->text);
}

static struct phl_estimate estimate_of(const struct value *v)
{
	return (struct phl_estimate){ .low = (int)v[0].n,
				      .high = (int)v[1].n,
				      .text = v[2].s };
}

static void count_values(struct value *v, const struct phl_plan *plan)
{
	struct task_counts tasks = plan_count_tasks(plan);
	for (int i = 0; i < PHL_STATUSES; i++)
		v[PLAN_TASKS + i] = value_int(tasks.by_status[i]);
	int64_t bound = 0;
	for (size_t i = 0; i < plan->refs.n; i++)
		bound += plan->refs.v[i].path != NULL;
	v[PLAN_REFS] = value_int((int64_t)plan->refs.n);
	v[PLAN_REFS + 1] = value_int(bound);
	for (int i = PLAN_EVIDENCE; i < PLAN_FINDINGS; i++)
		v[i] = value_int(0);
	int64_t findings[PHL_SEVERITIES] = { 0 };
	for (size_t i = 0; i < plan->findings.n; i++)
		findings[plan->findings.v[i].severity]++;
	for (int i = 0; i < PHL_SEVERITIES; i++)
		v[PLAN_FINDINGS + i] = value_int(findings[i]);
	v[PLAN_REMARKS] = value_int((int64_t)plan->notes.n);
}

void plan_values(struct value *v, const struct phl_plan *plan, const char *summary_path,
		 struct arena *a)
{
	v[PLAN_PATH] = value_text(plan->path);
	v[PLAN_ID] = value_text(plan->id);
	v[PLAN_PHASE] = value_text(plan->phase);
	v[PLAN_PLAN] = value_text(plan->plan);
	v[PLAN_PHASE_NAME] = value_text(plan->phase_name);
	v[PLAN_FAMILY] = value_text(plan->family);
	v[PLAN_TITLE] = value_text(plan->title);
	v[PLAN_TITLE_FROM] = value_int(plan->title_from);
	v[PLAN_STATUS] = value_int(plan->status);
	v[PLAN_STATUS_FROM] = value_int(plan->status_from);
	v[PLAN_STATUS_TEXT] = value_text(plan->status_text);
	estimate_values(v + PLAN_ESTIMATE, &plan->estimate);
	estimate_values(v + PLAN_ACTUAL, &plan->actual);
	v[PLAN_CREATED] = value_text(plan->created);
	v[PLAN_STARTED] = value_text(plan->started);
	v[PLAN_COMPLETED] = value_text(plan->completed);
	v[PLAN_WAVE] = value_int(plan->wave);
	v[PLAN_OWNER] = value_text(plan->owner);
	v[PLAN_PRIORITY] = value_text(plan->priority);
	v[PLAN_TYPE] = value_text(plan->type);
	v[PLAN_SUMMARISED] = value_int(plan->summarised);
	v[PLAN_SUMMARY_PATH] = value_text(summary_path);
	count_values(v, plan);
	v[PLAN_DEPENDS_ON] = names_value(a, plan->depends_on.v, plan->depends_on.n);
}

void plan_of_values(const struct value *v, struct arena *a, struct phl_plan *plan)
{
	plan->path = v[PLAN_PATH].s;
	plan->id = v[PLAN_ID].s;
	plan->phase = v[PLAN_PHASE].s;
	plan->plan = v[PLAN_PLAN].s;
	plan->phase_name = v[PLAN_PHASE_NAME].s;
	plan->family = v[PLAN_FAMILY].s;
	plan->title = v[PLAN_TITLE].s;
	plan->title_from = (enum phl_title_from)v[PLAN_TITLE_FROM].n;
	plan->status = (enum phl_status)v[PLAN_STATUS].n;
	plan->status_from = (enum phl_status_from)v[PLAN_STATUS_FROM].n;
	plan->status_text = v[PLAN_STATUS_TEXT].s;
	plan->estimate = estimate_of(v + PLAN_ESTIMATE);
	plan->actual = estimate_of(v + PLAN_ACTUAL);
	plan->created = v[PLAN_CREATED].s;
	plan->started = v[PLAN_STARTED].s;
	plan->completed = v[PLAN_COMPLETED].s;
	plan->wave = (int)v[PLAN_WAVE].n;
	plan->owner = v[PLAN_OWNER].s;
	plan->priority = v[PLAN_PRIORITY].s;
	plan->type = v[PLAN_TYPE].s;
	plan->summarised = v[PLAN_SUMMARISED].n != 0;
	NAMES_OF(&v[PLAN_DEPENDS_ON], a, &plan->depends_on);
}

void task_values(struct value *v, int64_t id, int position, const struct phl_task *task,
		 struct arena *a)
{
	v[TASK_ID] = value_int(id);
	v[TASK_POSITION] = value_int(position);
	v[TASK_NUMBER] = value_int(task->number);
	v[TASK_LABEL] = value_text(task->label);
	v[TASK_TITLE] = value_text(task->title);
	v[TASK_TYPE] = value_text(task->type);
	v[TASK_STATUS] = value_int(task->status);
	v[TASK_STATUS_FROM] = value_int(task->status_from);
	v[TASK_LINE] = value_int(task->line);
	v[TASK_LAST] = value_int(task->last);
	v[TASK_BOX_COL] = value_int(task->box_col);
	v[TASK_OPTIONAL] = value_int(task->optional);
	estimate_values(v + TASK_ESTIMATE, &task->estimate);
	struct buf b = { 0 };
	pack_steps(&b, task);
	v[TASK_STEPS] = packed_value(a, &b);
	buf_free(&b);
	v[TASK_FILES] = names_value(a, task->files.v, task->files.n);
	v[TASK_PARALLEL] = value_int(task->parallel);
	v[TASK_PARENT] = value_text(task->parent);
	v[TASK_SECTION] = value_text(task->section);
	v[TASK_REQUIREMENTS] = names_value(a, task->requirements.v, task->requirements.n);
}

bool task_of_values(const struct value *v, struct arena *a, struct phl_task *task)
{
	*task = (struct phl_task){
		.number = (int)v[TASK_NUMBER].n,
		.label = v[TASK_LABEL].s,
		.title = v[TASK_TITLE].s,
		.type = v[TASK_TYPE].s,
		.status = (enum phl_status)v[TASK_STATUS].n,
		.status_from = (enum phl_status_from)v[TASK_STATUS_FROM].n,
		.line = (int)v[TASK_LINE].n,
		.last = (int)v[TASK_LAST].n,
		.box_col = (int)v[TASK_BOX_COL].n,
		.optional = v[TASK_OPTIONAL].n != 0,
		.estimate = estimate_of(v + TASK_ESTIMATE),
		.parallel = v[TASK_PARALLEL].n != 0,
		.parent = v[TASK_PARENT].s,
		.section = v[TASK_SECTION].s,
	};
	NAMES_OF(&v[TASK_FILES], a, &task->files);
	NAMES_OF(&v[TASK_REQUIREMENTS], a, &task->requirements);
	return unpack_steps(a, v[TASK_STEPS].s, (size_t)v[TASK_STEPS].n, task);
}

void finding_values(struct value *v, int64_t id, const struct phl_finding *finding)
{
	v[FINDING_ID] = value_int(id);
	v[FINDING_RULE] = value_text(finding->rule);
	v[FINDING_SEVERITY] = value_int(finding->severity);
	v[FINDING_LINE] = value_int(finding->line);
	v[FINDING_COL] = value_int(finding->col);
	v[FINDING_MESSAGE] = value_text(finding->message);
}

void finding_of_values(const struct value *v, struct phl_finding *finding)
{
	*finding = (struct phl_finding){
		.rule = v[FINDING_RULE].s,
		.severity = (enum phl_severity)v[FINDING_SEVERITY].n,
		.line = (int)v[FINDING_LINE].n,
		.col = (int)v[FINDING_COL].n,
		.message = v[FINDING_MESSAGE].s,
	};
}
