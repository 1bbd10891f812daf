/* A change of any bytes keeps the rest, says what it should, and its way back gives
 * the very bytes; the first byte chooses the change. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edit/edit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the change, and which of these the text is. */
static const char *const paths[] = {
	"plans/03-03-PLAN.md",
	"specs/001-lamps/tasks.md",
	".kiro/specs/lamps/tasks.md",
	"openspec/changes/lamps/tasks.md",
	"backlog/tasks/task-7 - Lamps.md",
	"docs/plans/2026-01-13-lamps.md",
	".planning/phases/03-colors/03-01-PLAN.md",
};

static void fail(const char *what)
{
	fprintf(stderr, "%s\n", what);
	abort();
}

/* False when there is nothing to change. */
static bool make(struct draft *d, unsigned choice, edit_list *edits, int *task, enum phl_status *want)
{
	static const enum phl_status statuses[] = { PHL_DONE, PHL_PENDING, PHL_BLOCKED,
						    PHL_IN_PROGRESS };
	struct phl_estimate e;

	*task = -1;
	if (choice >= 224)
		return d->plan->refs.n &&
		       make_lines(d, (int)(choice % d->plan->refs.n), (int)(choice - 200), edits);
	if (choice % 8 < 4) {
		if (!d->plan->tasks.n)
			return false;
		*task = (int)(choice / 8 % d->plan->tasks.n);
		*want = statuses[choice % 4];
		return make_task_status(d, *task, *want, edits);
	}
	switch (choice % 8) {
	case 4:
		*want = PHL_DONE;
		return make_plan_status(d, "done", edits);
	case 5:
		make_note(d, choice / 8 % 2 ? "rollback" : "note", "2026-01-14",
			  "a <note> about src/a.py:12 & more", edits);
		return true;
	case 6:
		return make_key(d, choice / 8 % 2 ? KEY_COMPLETED : KEY_OWNER, "@ann: 1", edits);
	default:
		phl_estimate_parse("90 min", &e);
		if (choice / 8 % 2 || !d->plan->tasks.n)
			return make_plan_estimate(d, &e, edits);
		return make_task_estimate(d, 0, e.text, edits);
	}
}

/* Control characters that no editor writes. */
static bool has_controls(const struct draft *d)
{
	for (size_t i = 0; i < d->n; i++) {
		unsigned char c = (unsigned char)d->bytes[i];
		bool ends = c == '\r' && i + 1 < d->n && d->bytes[i + 1] == '\n';

		if (c < ' ' && c != '\n' && c != '\t' && !ends)
			return true;
	}
	return false;
}

/* A change that has no way back is refused; but that is only for such texts. */
static bool is_broken(const struct draft *d)
{
	for (size_t i = 0; i < d->plan->findings.n; i++)
		if (strstr(d->plan->findings.v[i].rule, "-frontmatter"))
			return true;
	return has_controls(d);
}

static void check(struct draft *d, struct arena *a, edit_list *edits, int task, enum phl_status want)
{
	struct buf out = { 0 };
	splice_list splices;
	struct draft now;
	const char *what;
	int conflicts;

	edits_apply(d, edits, &out, &splices, &conflicts);
	if (conflicts)
		fail("an edit that was just made cannot be applied");
	draft_read(&now, a, out.s ? out.s : "", out.n, d->path);
	if (edits_kept_rest(d, &now, edits, &what)) {
		if (task >= 0 && now.plan->tasks.v[task].status != want)
			fail("the task does not say what was written");
		if (!edits_lead_back(d, &now, edits) && !is_broken(d))
			fail("the way back does not lead there");
	}
	draft_free(&now);
	buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct draft d;
	edit_list edits = { 0 };
	enum phl_status want = PHL_DONE;
	int task;

	if (!size)
		return 0;
	draft_read(&d, &a, (const char *)data + 1, size - 1,
		   paths[data[0] / 37 % (sizeof paths / sizeof *paths)]);
	if (make(&d, data[0], &edits, &task, &want) && edits.n)
		check(&d, &a, &edits, task, want);
	draft_free(&d);
	arena_free(&a);
	return 0;
}
