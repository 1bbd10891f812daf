/* timed: finished plans by what was estimated and what they took */
#ifndef REPORT_TIMED_H
#define REPORT_TIMED_H

#include "report/outlook.h"

struct timed {
	const struct plan_row **v; /* in the order of the plans */
	size_t n;
};
struct timed timed_find(const struct progress *p, struct arena *a);

struct timed_sum {
	long plans, low, high, spent; /* minutes */
};
void timed_add(struct timed_sum *s, const struct plan_row *plan);

/* In hundredths: 130 is 1.3 times as long as estimated. */
long timed_factor(const struct timed_sum *s);

/* "4 finished plans with an estimate took 2h 50m where 2h 15m was estimated: …" */
void timed_sentence(struct doc *d, const struct timed *t);

/* A table of what they come to, in groups: by phase, or by what `name` says of each;
 * a group is told once, in the order of its first plan.  Fewer than two groups add
 * nothing. */
void timed_groups(struct doc *d, const struct timed *t, const char *title, const char *key,
		  const char *table, const char *(*name)(const struct plan_row *plan, void *ctx),
		  void *ctx);
void timed_phases(struct doc *d, const struct progress *p, const struct timed *t);

/* One by one, at most `most` of them, the furthest off first. */
void timed_plans(struct doc *d, const struct timed *t, size_t most);

/* Estimate against time spent, as a chart. */
void timed_chart(struct doc *d, const struct timed *t);

/* What that says of the plans that are left, and how that is known. */
void timed_forecast(struct doc *d, const struct outlook *o, size_t timed);

#endif
