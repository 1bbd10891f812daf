/* look: questions that several commands put to a project */
#ifndef CLI_LOOK_H
#define CLI_LOOK_H

#include "cli/cli.h"
#include "model/collide.h"
#include "project/refcheck.h"

/* Compares the references of a plan (NULL: of all) with the code, and keeps what the
 * code says, unless nobody wants the tree looked at. */
bool look_refs(struct cli *c, const struct target *plan, struct refcheck *out,
	       struct err *err);

/* Keeps what a check found, where that may be. */
void look_keep(struct cli *c, const struct refcheck *check,
	       const struct refcheck_options *how);

/* Whether commands that show evidence look at the code first. */
enum look_when {
	LOOK_CHEAP, /* where that costs next to nothing */
	LOOK_NOW,
	LOOK_NEVER,
};

/* Does so for all plans; *at is since when the evidence is as it is, 0 where there is
 * none. */
bool look_evidence(struct cli *c, enum look_when when, int64_t *at, struct err *err);

/* Claims of these plans that the code, as it is known, speaks against. */
bool look_claims(struct cli *c, const plan_rows *plans, claim_list *out, struct err *err);

/* What the project is called: as configured, as its ROADMAP says, or as its
 * directory. */
const char *look_title(struct cli *c);

/* "2026-01-13", "main f24b649, 2026-01-13" */
const char *look_day(struct cli *c);
const char *look_aside(struct cli *c);

/* A plan that could be worked on now. */
struct startable {
	struct plan_row plan;
	struct task_row *task; /* its first open task, or NULL */
};
typedef PHL_LIST(struct startable) startables;

/* Of `plans` (all that may matter, finished ones too) those that can start or
 * have started, best first, at most `most`; *waiting counts the others. */
bool look_startable(struct cli *c, const plan_rows *plans, size_t most, startables *out,
		    size_t *waiting, struct err *err);

/* The plans as a graph that is still to be solved, each in its place. */
bool look_graph(struct cli *c, const plan_rows *plans, struct graph_plan **out,
		struct err *err);

/* look_startable() where the graph is solved already. */
bool look_ready(struct cli *c, const plan_rows *plans, const struct graph_plan *graph,
		size_t most, startables *out, size_t *waiting, struct err *err);

/* Where plans of these, open ones, are in each other's way. */
bool look_collisions(struct cli *c, const plan_rows *plans, collision_list *out,
		     struct err *err);

/* The plans that could not start as long as those `finished` were not. */
bool look_freed(struct cli *c, const int64_t *finished, size_t n, plan_rows *out,
		struct err *err);

/* The phases that the words name, by number, name or directory; all when there
 * are none. */
bool look_phases(struct cli *c, const char *const *words, size_t n, phase_rows *out,
		 struct err *err);

#endif
