#include "model/proof.h"

#include <stddef.h>

#include "base/day.h"

/* The first of the plan, or of a later one. */
static size_t first_of(const proof_list *all, int64_t plan)
{
	size_t low = 0, high = all->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (all->v[middle].plan < plan)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct proof *proof_of_plan(const proof_list *all, int64_t plan)
{
	const struct proof *whole = NULL, *failed = NULL;
	for (size_t i = first_of(all, plan); i < all->n && all->v[i].plan == plan; i++) {
		const struct proof *p = &all->v[i];
		if (!p->task)
			whole = p;
		else if (p->verdict == VERDICT_FAILED && (!failed || p->at > failed->at))
			failed = p;
	}
	if (failed && (!whole || whole->verdict != VERDICT_FAILED))
		return failed;
	return whole;
}

const struct proof *proof_of_task(const proof_list *all, int64_t plan, int seq)
{
	for (size_t i = first_of(all, plan); i < all->n && all->v[i].plan == plan; i++)
		if (seq && all->v[i].task == seq)
			return &all->v[i];
	return NULL;
}

const char *proof_word(const struct proof *p)
{
	if (p->stale)
		return p->verdict == VERDICT_FAILED ? "failed, stale" : "stale";
	return p->verdict == VERDICT_PASSED ? "verified" : verdict_word(p->verdict);
}

void proof_json(struct json *j, const struct proof *p)
{
	char at[21];
	if (!p) {
		json_null(j);
		return;
	}
	day_format(p->at, at);
	json_object(j);
	json_key_text(j, "verdict", verdict_word(p->verdict));
	json_key_bool(j, "stale", p->stale);
	json_key_text(j, "at", at);
	json_key_text(j, "commit", p->commit);
	json_key_text(j, "changed", p->changed);
	json_end(j);
}
