/* decide: which of the sources of a status wins, and where they disagree */
#include <string.h>

#include "model/plan.h"
#include "model/task_parts.h"
#include "model/wordlist.h"

/* What the boxes and status attributes of a plan's tasks say. */
struct tally {
	int total, done, started; /* optional tasks do not count */
	int own, open;            /* that say for themselves; of these, not done */
	bool evidence;            /* the plan's status may rest on them */
	bool used;                /* at least one of them was ever set */
	bool tasks_too;           /* not only boxes */
};

static bool not_yet(enum phl_status s)
{
	return s == PHL_PENDING || s == PHL_IN_PROGRESS || s == PHL_BLOCKED;
}

static bool finished(enum phl_status s)
{
	return s == PHL_DONE || s == PHL_SKIPPED;
}

static bool has_own(const struct phl_task *t)
{
	return t->status_from == PHL_FROM_BOX || t->status_from == PHL_FROM_ATTRIBUTE ||
	       t->status_from == PHL_FROM_JOURNAL;
}

struct task_counts plan_count_tasks(const struct phl_plan *plan)
{
	struct task_counts c = { 0 };

	for (size_t i = 0; i < plan->tasks.n; i++) {
		enum phl_status s = plan->tasks.v[i].status;

		if (s >= 0 && s < PHL_STATUSES)
			c.by_status[s]++;
		c.total++;
	}
	return c;
}

/* A plan that does not say it is done is not done before each of its tasks is;
 * one that says so speaks for the tasks that say nothing. */
static struct tally tally_tasks(const struct phl_plan *plan, const struct evidence *e)
{
	struct tally t = { 0 };
	bool attributes = false, boxes = false;

	for (size_t i = 0; i < plan->tasks.n; i++) {
		const struct phl_task *task = &plan->tasks.v[i];
		bool set = has_own(task) && task->status != PHL_PENDING;

		attributes |= task->status_from == PHL_FROM_ATTRIBUTE ||
			      task->status_from == PHL_FROM_JOURNAL;
		boxes |= task->status_from == PHL_FROM_BOX;
		t.used |= set;
		if (task->status_from != PHL_FROM_BOX)
			t.tasks_too = true;
		if (task->optional)
			continue;
		t.total++;
		t.own += has_own(task);
		t.open += has_own(task) && !finished(task->status);
		t.done += set && finished(task->status);
		t.started += set;
	}
	t.evidence = (e->boxes_count && boxes) || attributes;
	return t;
}

static enum phl_status summary_says(const struct evidence *e)
{
	enum phl_status s;

	return phl_status_parse(e->summary_status, &s) ? s : PHL_DONE;
}

static void settle(struct phl_plan *plan, enum phl_status s, enum phl_status_from from)
{
	plan->status = s;
	plan->status_from = from;
}

/* First that applies: see phaseline-plan(5), "Status of a plan". */
static void choose(struct phl_plan *plan, const struct evidence *e, const struct tally *t)
{
	bool worded = plan->status_text != NULL;

	if (e->summarised &&
	    (!worded || (e->summary_completes && not_yet(plan->status))))
		settle(plan, summary_says(e), PHL_FROM_SUMMARY);
	else if (e->put_away != PHL_PENDING && (!worded || not_yet(plan->status)))
		settle(plan, e->put_away, PHL_FROM_DIRECTORY);
	else if (worded)
		return;
	else if (e->in_roadmap && e->ticked)
		settle(plan, PHL_DONE, PHL_FROM_ROADMAP);
	else if (!t->evidence || !t->used)
		settle(plan, PHL_PENDING, PHL_FROM_DEFAULT);
	else if (t->total > 0 && t->done == t->total)
		settle(plan, PHL_DONE, PHL_FROM_TASKS);
	else
		settle(plan, PHL_IN_PROGRESS, PHL_FROM_TASKS);
}

/* A task that says nothing follows its plan.  Where a family's finished plans
 * never had a box ticked, an open box says nothing. */
static void follow_plan(struct phl_plan *plan, const struct evidence *e,
			const struct tally *t)
{
	bool boxes_mean_nothing = !e->boxes_count && !t->used;

	if (!finished(plan->status))
		return;
	for (size_t i = 0; i < plan->tasks.n; i++) {
		struct phl_task *task = &plan->tasks.v[i];

		if (has_own(task) &&
		    !(boxes_mean_nothing && task->status_from == PHL_FROM_BOX))
			continue;
		task->status = plan->status;
		task->status_from = PHL_FROM_PLAN;
	}
}

static int status_line(const struct phl_plan *plan)
{
	return plan->status_line > 0 ? plan->status_line : 1;
}

static int status_col(const struct phl_plan *plan)
{
	return plan->status_col > 0 ? plan->status_col : 1;
}

#define AT_STATUS(plan) status_line(plan), status_col(plan)

static void check_summary(struct phl_plan *plan, const struct evidence *e,
			  enum phl_status stated, struct arena *a)
{
	enum phl_status word;
	bool explicit = phl_status_parse(e->summary_status, &word);
	enum phl_status says = explicit ? word : PHL_DONE;

	if (!e->summarised || says == stated)
		return;
	if (explicit)
		plan_finding(plan, a, "summary-contradicted", PHL_WARNING,
			     AT_STATUS(plan), "status says %s, its SUMMARY says %s",
			     plan->status_text, e->summary_status);
	else if (not_yet(stated))
		plan_finding(plan, a, "summary-contradicted", PHL_WARNING,
			     AT_STATUS(plan), "status says %s, but its SUMMARY exists",
			     plan->status_text);
}

static const char *noun(const struct tally *t, int n)
{
	return t->tasks_too ? n == 1 ? "task" : "tasks" : n == 1 ? "box" : "boxes";
}

static const char *are(int n)
{
	return n == 1 ? "is" : "are";
}

static void check_place(struct phl_plan *plan, enum phl_status stated, struct arena *a)
{
	if (plan->status_from == PHL_FROM_DIRECTORY && plan->status == PHL_DONE &&
	    not_yet(stated))
		plan_finding(plan, a, "status-contradicted", PHL_WARNING, AT_STATUS(plan),
			     "status says %s, but it lies with what is done",
			     plan->status_text);
}

static void check_tasks(struct phl_plan *plan, const struct tally *t, bool stated,
			struct arena *a)
{
	const char *source = plan->status_from == PHL_FROM_SUMMARY ? "its SUMMARY says done" :
			     plan->status_from == PHL_FROM_DIRECTORY ?
								     "archived" :
								     "the ROADMAP has it ticked";

	if (plan->status == PHL_DONE && t->open > 0 && (t->evidence || t->used)) {
		if (stated)
			plan_finding(plan, a, "status-contradicted", PHL_ERROR,
				     AT_STATUS(plan), "status says %s, %d of %d %s %s open",
				     plan->status_text, t->open, t->own, noun(t, t->own),
				     are(t->open));
		else
			plan_finding(plan, a, "status-contradicted", PHL_WARNING,
				     AT_STATUS(plan), "%s, but %d of %d %s %s open", source,
				     t->open, t->own, noun(t, t->own), are(t->open));
	}
	if (!stated || !t->evidence)
		return;
	if ((plan->status == PHL_PENDING && t->done > 0) ||
	    (plan->status == PHL_IN_PROGRESS && t->total > 0 && t->done == t->total))
		plan_finding(plan, a, "status-contradicted", PHL_WARNING, AT_STATUS(plan),
			     "status says %s, %d of %d %s %s done", plan->status_text,
			     t->done, t->total, noun(t, t->total), are(t->done));
}

static void check_roadmap(struct phl_plan *plan, const struct evidence *e, bool stated,
			  struct arena *a)
{
	if (!e->in_roadmap)
		return;
	if (!e->ticked && plan->status == PHL_DONE)
		plan_finding(plan, a, "roadmap-stale", PHL_NOTE, AT_STATUS(plan),
			     "done, but its line in the ROADMAP is not ticked");
	if (!e->ticked || !not_yet(plan->status))
		return;
	if (stated)
		plan_finding(plan, a, "status-contradicted", PHL_WARNING, AT_STATUS(plan),
			     "status says %s, the ROADMAP has it ticked",
			     plan->status_text);
	else
		plan_finding(plan, a, "roadmap-stale", PHL_WARNING, AT_STATUS(plan),
			     "the ROADMAP has it ticked, its SUMMARY says %s",
			     phl_status_word(plan->status));
}

static void decide_title(struct phl_plan *plan, const struct evidence *e, struct arena *a)
{
	bool in_roadmap = e->roadmap_title && *e->roadmap_title;
	const char *title = in_roadmap ? e->roadmap_title : e->document_title;

	if (!title)
		return;
	if (plan->title && (plan->title_from == PHL_TITLE_HEADING ||
			    plan->title_from == PHL_TITLE_FRONTMATTER))
		return;
	plan->title = arena_str(a, title);
	plan->title_from = in_roadmap ? PHL_TITLE_ROADMAP : PHL_TITLE_DOCUMENT;
}

/* What was found last goes to its place among the others. */
static void sort_findings(struct phl_plan *plan)
{
	struct phl_finding *v = plan->findings.v;

	for (size_t i = 1; i < plan->findings.n; i++) {
		struct phl_finding f = v[i];
		size_t j = i;

		for (; j && (v[j - 1].line > f.line ||
			     (v[j - 1].line == f.line && v[j - 1].col > f.col)); j--)
			v[j] = v[j - 1];
		v[j] = f;
	}
}

/* A word of the team's list means what the list says. */
static void read_word(struct phl_plan *plan, const struct evidence *e)
{
	enum phl_status status;

	if (!e->statuses || !plan->status_text ||
	    !wordlist_status(e->statuses, plan->status_text, &status))
		return;
	plan->status = status;
	if (plan->status_from != PHL_FROM_HEADER)
		plan->status_from = PHL_FROM_FRONTMATTER;
}

void plan_decide(struct phl_plan *plan, const struct evidence *e, struct arena *a)
{
	read_word(plan, e);
	struct tally t = tally_tasks(plan, e);
	bool known = plan->status_from == PHL_FROM_FRONTMATTER ||
		     plan->status_from == PHL_FROM_HEADER;
	enum phl_status stated = plan->status;

	decide_title(plan, e, a);
	plan->summarised = e->summarised;
	if (plan->status_text && !known && e->put_away == PHL_PENDING)
		plan_finding(plan, a, "unknown-status", PHL_WARNING, AT_STATUS(plan),
			     "\"%s\" is no status that phaseline knows; taken as pending",
			     plan->status_text);
	choose(plan, e, &t);
	follow_plan(plan, e, &t);
	if (known)
		check_summary(plan, e, stated, a);
	if (known)
		check_place(plan, stated, a);
	known = known && plan->status_from != PHL_FROM_SUMMARY &&
		plan->status_from != PHL_FROM_DIRECTORY;
	check_tasks(plan, &t, known, a);
	check_roadmap(plan, e, known, a);
	parts_check(plan, a);
	sort_findings(plan);
}
