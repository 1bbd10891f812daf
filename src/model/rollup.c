#include "model/rollup.h"

int rollup_settled(const int by_status[PHL_STATUSES])
{
	return by_status[PHL_DONE] + by_status[PHL_SKIPPED];
}

bool rollup_finished(const struct phase_row *phase)
{
	return rollup_settled(phase->plans_by_status) == phase->plans;
}

bool rollup_started(const struct phase_row *phase)
{
	return phase->plans_by_status[PHL_PENDING] < phase->plans && !rollup_finished(phase);
}

static int64_t minutes(int n)
{
	return n > 0 ? n : 0;
}

static void add_minutes(struct phase_row *sum, const struct plan_row *plan)
{
	const struct phl_estimate *e = &plan->estimate, *actual = &plan->actual;
	bool left = plan->status != PHL_DONE && plan->status != PHL_SKIPPED;

	if (e->text) {
		sum->estimate_low += minutes(e->low);
		sum->estimate_high += minutes(e->high);
		sum->left_low += left ? minutes(e->low) : 0;
		sum->left_high += left ? minutes(e->high) : 0;
		sum->estimated += e->low >= 0;
	}
	if (actual->text) {
		sum->actual += minutes(actual->high);
		sum->timed += actual->low >= 0;
	}
}

void rollup_add_plan(struct phase_row *sum, const struct plan_row *plan)
{
	sum->plans++;
	sum->plans_by_status[plan->status]++;
	sum->tasks.total += plan->tasks.total;
	for (int i = 0; i < PHL_STATUSES; i++)
		sum->tasks.by_status[i] += plan->tasks.by_status[i];
	add_minutes(sum, plan);
	sum->refs.total += plan->refs.total;
	sum->refs.bound += plan->refs.bound;
	sum->refs.checked += plan->refs.checked;
	sum->refs.cleared += plan->refs.cleared;
	for (int i = 0; i < PHL_SEVERITIES; i++)
		sum->findings[i] += plan->findings[i];
}

void rollup_add(struct phase_row *sum, const struct phase_row *phase)
{
	sum->plans += phase->plans;
	sum->tasks.total += phase->tasks.total;
	for (int i = 0; i < PHL_STATUSES; i++) {
		sum->plans_by_status[i] += phase->plans_by_status[i];
		sum->tasks.by_status[i] += phase->tasks.by_status[i];
	}
	sum->estimate_low += phase->estimate_low;
	sum->estimate_high += phase->estimate_high;
	sum->left_low += phase->left_low;
	sum->left_high += phase->left_high;
	sum->actual += phase->actual;
	sum->estimated += phase->estimated;
	sum->timed += phase->timed;
	sum->refs.total += phase->refs.total;
	sum->refs.bound += phase->refs.bound;
	sum->refs.checked += phase->refs.checked;
	sum->refs.cleared += phase->refs.cleared;
	sum->refs.contradicted += phase->refs.contradicted;
	sum->refs.finished += phase->refs.finished;
	for (int i = 0; i < PHL_SEVERITIES; i++)
		sum->findings[i] += phase->findings[i];
}

struct phase_row rollup_total(const phase_rows *phases)
{
	struct phase_row sum = { 0 };

	for (size_t i = 0; i < phases->n; i++)
		rollup_add(&sum, &phases->v[i]);
	return sum;
}
