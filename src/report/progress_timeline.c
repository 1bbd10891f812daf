/* when each plan was worked on, and when it could be */
#include "report/progress_parts.h"

#include "base/day.h"
#include "report/labels.h"

enum { DAY = 24 * 60 * 60 };

static double working_days(long minutes)
{
	return (double)minutes / day_working_minutes();
}

/* From when it says it was begun; else as many days as it took before its end. */
static bool past_bar(const struct progress *p, const struct plan_row *plan,
		     struct chart_bar *bar)
{
	long end = outlook_day(p, plan), began = outlook_day_of(plan->started), took;

	if (end < 0)
		return false;
	took = plan->actual.text && plan->actual.high > 0
		       ? (plan->actual.high - 1) / day_working_minutes()
		       : 0;
	bar->from = (double)(began >= 0 && began <= end ? began : end - took);
	bar->to = (double)(end + 1);
	return true;
}

/* From when it began, or can begin once what it waits for is done. */
static bool open_bar(const struct progress *p, const struct plan_row *plan,
		     const struct schedule_job *job, struct chart_bar *bar)
{
	double today = (double)(p->now / DAY);
	long began = outlook_day_of(plan->started);

	if (job->start < 0) /* waits for itself */
		return false;
	if (began < 0 && plan->status == PHL_IN_PROGRESS)
		began = outlook_day_of(plan->since);
	bar->from = began >= 0 && (double)began <= today ? (double)began
							  : today + working_days(job->start);
	bar->to = today + working_days(job->end);
	if (bar->to < bar->from)
		bar->to = bar->from;
	return true;
}

static const struct phase_row *phase_of(const struct progress *p, const struct plan_row *plan)
{
	for (size_t i = 0; i < p->phases->n; i++)
		if (p->phases->v[i].row == plan->phase_row)
			return &p->phases->v[i];
	return NULL;
}

/* Plans come phase by phase. */
static const char *group_of(const struct progress *p, size_t i, const struct chart_bar *before,
			    struct arena *a)
{
	const struct plan_row *plan = &p->plans->v[i];
	const struct phase_row *phase;

	if (before && i && plan[-1].phase_row == plan->phase_row)
		return before->group;
	phase = phase_of(p, plan);
	return phase ? label_phase(a, phase) : NULL;
}

void progress_timeline(struct doc *d, const struct progress *p)
{
	struct chart_bar *bars = arena_alloc(d->arena, (p->plans->n + 1) * sizeof *bars);
	struct chart *c = arena_alloc(d->arena, sizeof *c);
	const struct schedule_job *jobs = progress_jobs(p, d->arena, NULL);
	size_t before = SIZE_MAX, n = 0;

	for (size_t i = 0; i < p->plans->n; i++) {
		const struct plan_row *plan = &p->plans->v[i];
		struct chart_bar bar = { .id = label_id(d->arena, plan->id, plan->path),
					 .title = plan->title,
					 .mark = (int)label_mark(plan->status),
					 .critical = jobs[i].critical };

		if (outlook_is_settled(plan) ? !past_bar(p, plan, &bar)
					     : !open_bar(p, plan, &jobs[i], &bar))
			continue;
		bar.group = group_of(p, i, before + 1 == i ? &bars[n - 1] : NULL, d->arena);
		before = i;
		bars[n++] = bar;
	}
	*c = (struct chart){ .kind = CHART_BARS, .name = "timeline", .title = "When",
			     .text = "Plans from the day on which they were begun, or can be, to "
				     "the day on which they were finished, or can be with hands "
				     "enough.",
			     .x = { "Day", UNIT_DAYS }, .bars = bars, .nbars = n };
	if (n)
		doc_chart(d, c);
}
