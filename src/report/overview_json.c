/* The overview as JSON: what stands in the store, nothing folded. */
#include "base/day.h"
#include "model/rollup.h"
#include "report/overview.h"
#include "report/rows_json.h"

static void phase(struct json *j, const struct phase_row *p, const plan_rows *plans)
{
	json_object(j);
	json_key_text(j, "number", p->number && *p->number ? p->number : NULL);
	json_key_text(j, "name", p->name);
	json_key_text(j, "milestone", p->milestone);
	json_key_text(j, "dir", p->dir);
	rows_json_sums(j, p);
	json_key(j, "plans");
	json_array(j);
	for (size_t i = 0; i < plans->n; i++)
		rows_json_plan(j, &plans->v[i]);
	json_end(j);
	json_end(j);
}

void overview_json(struct json *j, const char *root, const struct overview *o)
{
	struct phase_row sum = rollup_total(o->phases);
	char at[21];

	json_object(j);
	json_key_text(j, "root", root);
	json_key_text(j, "title", o->title);
	if (o->refs_at)
		day_format(o->refs_at, at);
	json_key_text(j, "refs_checked", o->refs_at ? at : NULL);
	json_key(j, "phases");
	json_array(j);
	for (size_t i = 0; i < o->phases->n; i++)
		phase(j, &o->phases->v[i], &o->plans[i]);
	json_end(j);
	json_key(j, "totals");
	json_object(j);
	rows_json_statuses(j, "plans", sum.plans, sum.plans_by_status);
	rows_json_sums(j, &sum);
	json_end(j);
	json_key(j, "collisions");
	json_array(j);
	for (size_t i = 0; i < o->collisions->n; i++) {
		json_object(j);
		collision_json(j, &o->collisions->v[i]);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}
