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
