/* coverage: which requirements there are, and what is done for each of them */
#ifndef MODEL_COVERAGE_H
#define MODEL_COVERAGE_H

#include "model/plan.h"

enum coverage_state {
	COVERAGE_COVERED,
	COVERAGE_UNCOVERED,  /* declared, and nothing is for it */
	COVERAGE_UNDECLARED, /* named, where others are declared */
	COVERAGE_UNTRACED,   /* declared, and nothing names any of its kind */
	COVERAGE_STATES
};
extern const char *const coverage_words[COVERAGE_STATES];

/* What is for a requirement: a task, or (-1) a plan as a whole. */
struct coverer {
	const struct phl_plan *plan;
	long task;
};

struct covered {
	const char *id;
	const struct phl_requirement *declared; /* or NULL */
	int depth;                              /* 1 for "2.1", which is a part of "2" */
	PHL_LIST(struct coverer) by;
	bool partly;     /* nothing is for one of its parts */
	int total, done; /* of these; optional tasks count where there are no others */
	enum coverage_state state;
};
typedef PHL_LIST(struct covered) covered_list;

typedef PHL_LIST(const struct phl_plan *) plan_list;

/* The requirements of plans that mean the same ones by the same names: those that are
 * declared in their order, then those that are only named. */
void coverage_of(struct arena *a, const plan_list *plans, covered_list *out);

/* Is a requirement named `named` for `id`: the same, a part of it, or what it is a part
 * of? */
bool coverage_means(const char *named, const char *id);

/* Declared and not covered, or the other way round. */
bool coverage_is_gap(const struct covered *c);

/* All that is for it is done, and something is for each of its parts. */
bool coverage_is_done(const struct covered *c);

/* "Count the boats", what it says where it has no title, or NULL. */
const char *coverage_text(const struct covered *c);

/* Does the plan, or one of its tasks, name any, or a document declare any? */
bool coverage_concerns(const struct phl_plan *plan);

/* The declared requirement of that name, or NULL. */
const struct phl_requirement *coverage_find(const struct phl_plan *plan, const char *id);

#endif
