/* plan: pure functions over the plan model of phaseline.h */
#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "base/arena.h"
#include "base/json.h"
#include "phaseline.h"

/* Words for the enums, as in JSON and the store; indexed by the enum. */
extern const char *const phl_status_words[PHL_STATUSES];
extern const char *const phl_status_from_words[PHL_STATUS_FROMS];
extern const char *const phl_title_from_words[PHL_TITLE_FROMS];
extern const char *const phl_severity_words[PHL_SEVERITIES];

struct wordlist; /* model/wordlist.h */

/* What is known about a plan from outside its own text. */
struct evidence {
	bool summarised;             /* its SUMMARY exists */
	const char *summary_status;  /* a status word in it, or NULL */
	bool in_roadmap, ticked;     /* its line in the ROADMAP, and its box */
	const char *roadmap_title;   /* the title on that line, or NULL */
	const char *document_title;  /* that a document beside it has, or NULL */
	bool summary_completes;      /* the family's rule: a SUMMARY means done */
	bool boxes_count;            /* the family's rule: task boxes are evidence */
	enum phl_status put_away;    /* what lying there means: done, skipped; else pending */
	const struct wordlist *statuses; /* the words that its team lists, or NULL */
	bool is_draft;               /* it lies with what is not to be begun yet */
};

/* Counts over the tasks of a plan. */
struct task_counts {
	int total;
	int by_status[PHL_STATUSES];
};
struct task_counts plan_count_tasks(const struct phl_plan *plan);

/* "Task 0" has a number as well. */
bool task_is_zeroth(int number, const char *label);

/* What a task is called behind the slash of "03-03/4": its number, the numbers of its
 * label ("2.1"), or its place; in `a`. */
const char *task_name(struct arena *a, int number, const char *label, int position);

/* The index of the task to go on with, or -1: what is under way, then what is pending
 * (parts of what is under way first), then what is optional; of a task with open parts,
 * one of these. */
long task_next(const struct phl_task *const *tasks, size_t n);

/* The numbers of a label such as "2.1" or "2.1."? */
bool task_label_counts(const char *label);

/* Decides status, status_from, title, title_from of a plan and the status of
 * its tasks from its own text and the evidence, and adds findings (allocated
 * in `a`) where the two contradict each other: rules status-contradicted,
 * summary-contradicted, roadmap-stale.  Works on a plan as the parser left it. */
void plan_decide(struct phl_plan *plan, const struct evidence *e, struct arena *a);

/* Writes the plan's object of phaseline-json(5), with what the code said about its
 * references and what git knows of it; both may be NULL. */
struct told;
struct work;
struct proof;
void plan_json_known(struct json *j, const struct phl_plan *plan, const struct told *told,
		     const struct work *work, const struct proof *proof);
void plan_json(struct json *j, const struct phl_plan *plan);

/* Writes the members of a task's object there, into an object that is open. */
void plan_json_task(struct json *j, const struct phl_task *task);

/* Writes the members of a reference's object; `state` is an enum ref_state. */
void plan_json_ref(struct json *j, const struct phl_ref *r, int task, const char *resolved,
		   int state);

/* Writes its members rollback, commits and notes into an object that is open. */
void plan_json_undoing(struct json *j, const struct phl_plan *plan);

/* One estimate as {"low","high","text"} or null. */
void plan_json_estimate(struct json *j, const struct phl_estimate *e);

/* The names that findings can have, as in phaseline-plan(5); ends with NULL. */
extern const char *const finding_rules[];

/* A finding, added at the end of the plan's list. */
void plan_finding(struct phl_plan *plan, struct arena *a, const char *rule,
		  enum phl_severity severity, int line, int col, const char *fmt, ...)
    __attribute__((format(printf, 7, 8)));

#endif
