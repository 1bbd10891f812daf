/* progress_parts: the sections of the progress report, in the order of their place
 *
 * Each adds its heading and what belongs below it, or nothing at all where there
 * is nothing to say. */
#ifndef REPORT_PROGRESS_PARTS_H
#define REPORT_PROGRESS_PARTS_H

#include "model/schedule.h"
#include "report/outlook.h"
#include "report/progress.h"

/* Where we are, in a few sentences, and as facts for programs. */
void progress_head(struct doc *d, const struct progress *p, const struct outlook *o);

void progress_phases(struct doc *d, const struct progress *p);

/* What was left on each day: tasks, minutes as estimated, and references, where those
 * were counted. */
void progress_burndown(struct doc *d, const struct progress *p);

/* When each plan was worked on, or could be. */
void progress_timeline(struct doc *d, const struct progress *p);

/* When the last plan ends. */
struct path_length {
	long work; /* minutes; plans, where none is estimated */
	bool estimated;
	long guessed; /* open plans without an estimate */
};

/* The plans as jobs, solved; *whole may be NULL. */
struct schedule_job *progress_jobs(const struct progress *p, struct arena *a,
				   struct path_length *whole);

void progress_changes(struct doc *d, const struct progress *p);

/* What is blocked, and what has been under way for far longer than estimated. */
void progress_trouble(struct doc *d, const struct progress *p);
size_t progress_late(const struct progress *p);

void progress_contradictions(struct doc *d, const struct progress *p);

/* Finished plans with an estimate and a time spent: how far apart, and what that
 * says about the rest. */
void progress_estimates(struct doc *d, const struct progress *p, const struct outlook *o);

/* References cleared, per phase; only where some were checked. */
void progress_refs(struct doc *d, const struct progress *p);

void progress_rollbacks(struct doc *d, const struct progress *p);

/* What can start, what decides the end, what waits for itself. */
void progress_next(struct doc *d, const struct progress *p);

/* Every plan. */
void progress_plans(struct doc *d, const struct progress *p);

/* Errors in full, the rest as counts by rule; without contradictions. */
void progress_findings(struct doc *d, const finding_rows *findings);

#endif
