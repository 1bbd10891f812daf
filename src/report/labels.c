#include "report/labels.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/rollup.h"

static const struct {
	enum mark mark;
	enum tone tone;
} looks[PHL_STATUSES] = {
	[PHL_PENDING] = { MARK_OPEN, TONE_PLAIN },
	[PHL_IN_PROGRESS] = { MARK_ACTIVE, TONE_ACTIVE },
	[PHL_BLOCKED] = { MARK_ALERT, TONE_BAD },
	[PHL_DONE] = { MARK_DONE, TONE_GOOD },
	[PHL_SKIPPED] = { MARK_OFF, TONE_DIM },
	[PHL_ROLLED_BACK] = { MARK_BACK, TONE_BAD },
};

enum mark label_mark(enum phl_status status)
{
	return status < 0 ? MARK_NONE : looks[status].mark;
}

enum tone label_tone(enum phl_status status)
{
	return status < 0 ? TONE_PLAIN : looks[status].tone;
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Of "quick/260113-abc/PLAN.md" the part that tells it from its siblings. */
const char *label_id(struct arena *a, const char *id, const char *path)
{
	const char *name, *dir;
	size_t n;

	if (strcmp(id, path) != 0)
		return id;
	name = last_part(path);
	dir = name;
	if (strcmp(name, "PLAN.md") == 0 && name > path)
		for (dir = name - 1; dir > path && dir[-1] != '/';)
			dir--;
	n = dir < name ? (size_t)(name - 1 - dir) : strlen(dir);
	if (dir == name && n > 3 && strcmp(name + n - 3, ".md") == 0)
		n -= 3;
	return arena_dup(a, dir, n);
}

const char *label_plan(struct arena *a, const struct plan_row *plan)
{
	const char *id = label_id(a, plan->id, plan->path);

	if (!plan->title)
		return id;
	return strcmp(plan->id, plan->path) == 0 ? plan->title
						 : arena_printf(a, "%s %s", id, plan->title);
}

/* "tenant-models" as people write it. */
static const char *spoken(struct arena *a, const char *slug)
{
	char *s = arena_str(a, slug), *to = s;

	for (const char *p = s; *p; p++) {
		bool dash = *p == '-' || *p == '_';

		if (!dash)
			*to++ = *p;
		else if (to > s && to[-1] != ' ')
			*to++ = ' ';
	}
	*to = '\0';
	if (is_lower(*s))
		*s = (char)(*s - 32);
	return s;
}

const char *label_phase(struct arena *a, const struct phase_row *phase)
{
	bool numbered = phase->number && *phase->number;

	if (!phase->name || !*phase->name)
		return numbered	       ? phase->number
		       : *phase->dir ? spoken(a, last_part(phase->dir))
				     : "Plans";
	if (!numbered)
		return spoken(a, phase->name);
	return arena_printf(a, "%s %s", phase->number, spoken(a, phase->name));
}

const char *label_task(struct arena *a, const struct task_row *task)
{
	const char *id = label_id(a, task->plan_id, task->plan_path);
	const char *name = task_name(a, task->task.number, task->task.label, task->position);
	size_t n = strlen(id), len = strlen(name);
	char *s = arena_raw(a, n + len + 2);

	memcpy(s, id, n);
	s[n] = '/';
	memcpy(s + n + 1, name, len + 1);
	return s;
}

const char *label_title(const struct phl_task *task)
{
	if (task->title && *task->title)
		return task->title;
	return task->label ? task->label : "(no title)";
}

const char *label_count(struct arena *a, long n, const char *noun)
{
	return arena_printf(a, "%ld %s%s", n, noun, n == 1 ? "" : "s");
}

const char *label_range(struct arena *a, int64_t low, int64_t high)
{
	struct buf b = { 0 };
	const char *s;

	day_range(&b, low, high);
	s = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return s;
}

void cell_status(struct cell *c, enum phl_status status)
{
	cell_text(c, phl_status_word(status));
	c->mark = label_mark(status);
	c->tone = label_tone(status);
}

void cell_tasks(struct cell *c, const struct task_counts *tasks)
{
	if (tasks->total)
		cell_ratio(c, rollup_settled(tasks->by_status), tasks->total);
}

void cell_estimate(struct cell *c, const struct phl_estimate *estimate)
{
	if (!estimate->text)
		return;
	if (estimate->low >= 0)
		cell_minutes(c, estimate->low, estimate->high);
	else
		cell_text(c, estimate->text);
}

void cell_refs(struct cell *c, const struct ref_counts *refs)
{
	if (refs->checked)
		cell_ratio(c, refs->cleared, refs->checked);
	else if (refs->total)
		cell_count(c, refs->total);
	if (refs->contradicted) {
		c->mark = MARK_ALERT;
		c->tone = TONE_BAD;
	}
}

const char *label_claim(struct arena *a, const struct claim *claim)
{
	if (claim->kind == CLAIM_FINISHED)
		return claim->n == 1 ? "its only reference is cleared: looks finished" :
				       arena_printf(a, "all %d references are cleared: looks finished",
						    claim->n);
	return arena_printf(a, "says done, %s still %s", label_count(a, claim->n, "reference"),
			    claim->n == 1 ? "stands" : "stand");
}

const char *label_claim_at(struct arena *a, const struct claim *claim)
{
	if (claim->kind == CLAIM_FINISHED)
		return label_claim(a, claim);
	return arena_printf(a, "%s%s%s:%d", label_claim(a, claim),
			    claim->n == 1 ? ": " : ", first ", claim->path, claim->line);
}

const char *label_claimer(struct arena *a, const struct claim *claim)
{
	const char *id = label_id(a, claim->plan->id, claim->plan->path);

	return claim->task < 0 ? id : arena_printf(a, "%s/%s", id, claim->name);
}

const char *label_ago(struct arena *a, int64_t minutes)
{
	enum { HOUR = 60, DAY = 24 * HOUR };

	if (minutes / DAY >= 2)
		return arena_printf(a, "%d days ago", (int)(minutes / DAY));
	if (minutes / HOUR >= 2)
		return arena_printf(a, "%d hours ago", (int)(minutes / HOUR));
	return arena_printf(a, "%s ago", label_count(a, (long)minutes, "minute"));
}

const char *label_lines(struct arena *a, const char *from, const char *to, bool utf8)
{
	const char *colon = strrchr(to, ':');
	size_t n = colon ? (size_t)(colon - to) + 1 : 0;

	return arena_printf(a, "%s %s %s", from, utf8 ? "\xe2\x86\x92" : "->",
			    strncmp(from, to, n) == 0 ? to + n : to);
}

/* ---- verification ---- */

static enum tone proof_tone(const struct proof *p)
{
	if (p->verdict == VERDICT_FAILED)
		return TONE_BAD;
	return p->stale || p->verdict != VERDICT_PASSED ? TONE_ACTIVE : TONE_GOOD;
}

void cell_proof(struct cell *c, const struct proof *proof)
{
	if (!proof)
		return;
	cell_text(c, proof_word(proof));
	c->tone = proof_tone(proof);
}

static const char *proof_moment(struct arena *a, const struct proof *p)
{
	char at[21];

	day_format(p->at, at);
	return arena_printf(a, "on %.10s%s%s%s%s%s", at, p->commit ? " at " : "",
			    p->commit ? p->commit : "", p->stale ? "; " : "",
			    !p->stale	? "" :
			    p->changed	? p->changed :
					  "its commands",
			    p->stale ? " changed since" : "");
}

const char *label_proof(struct arena *a, const struct proof *p)
{
	const char *word = p->verdict == VERDICT_PASSED ? "verified" : verdict_word(p->verdict);

	return arena_printf(a, "%s %s", word, proof_moment(a, p));
}

const char *label_disproved(struct arena *a, const struct proof *p)
{
	return arena_printf(a, "says done, its verification failed %s", proof_moment(a, p));
}

const char *label_doubt(struct arena *a, const struct plan_row *p)
{
	return arena_printf(a, "waits for %s, which %s", label_id(a, p->id, p->path),
			    label_disproved(a, p->proof));
}
