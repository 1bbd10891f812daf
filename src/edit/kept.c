/* kept: what a change must not have touched */
#include <string.h>

#include "base/text.h"
#include "edit/edit.h"

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Where line numbers change, titles that hold them do, too. */
static bool same_but_numbers(const char *a, const char *b)
{
	while (*a && *b) {
		bool digits = is_digit(*a);
		if (digits != is_digit(*b) || (!digits && *a != *b))
			return false;
		do
			a++;
		while (digits && is_digit(*a));
		do
			b++;
		while (digits && is_digit(*b));
	}
	return *a == *b;
}

static bool same_title(const char *a, const char *b, const edit_list *edits)
{
	bool numbers = false;
	for (size_t i = 0; a && b && i < edits->n && !numbers; i++)
		numbers = edits->v[i].field == EDIT_LINES;
	return same(a, b) || (numbers && same_but_numbers(a, b));
}

static bool about_task(const edit_list *edits, size_t task)
{
	for (size_t i = 0; i < edits->n; i++)
		if (edits->v[i].task == (int)task)
			return true;
	return false;
}

static bool same_task(const struct phl_task *a, const struct phl_task *b, bool meant,
		      const edit_list *edits)
{
	if (!same_title(a->title, b->title, edits) || !same(a->label, b->label) ||
	    a->steps.n != b->steps.n || a->files.n != b->files.n)
		return false;
	if (meant)
		return true;
	for (size_t i = 0; i < a->steps.n; i++)
		if (a->steps.v[i].status != b->steps.v[i].status)
			return false;
	return a->status == b->status && a->status_from == b->status_from &&
	       same(a->estimate.text, b->estimate.text);
}

static bool same_refs(struct draft *was, const struct phl_plan *b, const edit_list *edits)
{
	const struct phl_plan *a = was->plan;
	if (a->refs.n != b->refs.n)
		return false;
	const struct line_range *lines = lines_after(was, edits);
	for (size_t i = 0; i < a->refs.n; i++) {
		const struct phl_ref *x = &a->refs.v[i], *y = &b->refs.v[i];
		if (!same(x->path, y->path) || lines[i].first != y->first ||
		    lines[i].last != y->last || x->task != y->task ||
		    !same(x->expected, y->expected) || !same(x->wanted, y->wanted))
			return false;
	}
	return true;
}

static bool same_criteria(const struct phl_plan *a, const struct phl_plan *b,
			  const edit_list *edits)
{
	if (a->criteria.n != b->criteria.n)
		return false;
	for (size_t i = 0; i < a->criteria.n; i++)
		if (a->criteria.v[i].status != b->criteria.v[i].status ||
		    !same_title(a->criteria.v[i].title, b->criteria.v[i].title, edits))
			return false;
	return true;
}

/* Each note is an item of its own. */
static size_t count_notes(const char *text)
{
	size_t n = 0;
	for (const char *at = text; at && *at; at = strchr(at, '\n')) {
		at += *at == '\n';
		n += at[0] == '-' && at[1] == ' ';
	}
	return n;
}

static size_t notes_added(const edit_list *edits)
{
	size_t n = 0;
	for (size_t i = 0; i < edits->n; i++)
		if (edits->v[i].field == EDIT_NOTE)
			n += count_notes(edits->v[i].after) - count_notes(edits->v[i].before);
	return n;
}

static const char *first_difference(struct draft *was, const struct phl_plan *b,
				    const edit_list *edits)
{
	const struct phl_plan *a = was->plan;
	if (!same(a->id, b->id) || !same_title(a->title, b->title, edits))
		return "the title";
	if (a->tasks.n != b->tasks.n)
		return "the number of tasks";
	for (size_t i = 0; i < a->tasks.n; i++)
		if (!same_task(&a->tasks.v[i], &b->tasks.v[i], about_task(edits, i),
			       edits))
			return a->tasks.v[i].title;
	if (a->files.n != b->files.n)
		return "its files";
	if (!same_refs(was, b, edits))
		return "its references";
	if (!same_criteria(a, b, edits))
		return "its criteria";
	if (a->rollback.n != b->rollback.n || a->verification.n != b->verification.n ||
	    a->commits.n != b->commits.n)
		return "its rollback or verification";
	if (a->notes.n + notes_added(edits) != b->notes.n)
		return "its notes";
	if (a->depends_on.n != b->depends_on.n || a->keys.n != b->keys.n)
		return "its frontmatter";
	return NULL;
}

bool edits_lead_back(struct draft *was, struct draft *now, const edit_list *edits)
{
	edit_list inverse = { 0 };
	splice_list splices;
	struct buf back = { 0 };
	int conflicts;
	edits_invert(now->a, edits, &inverse);
	edits_apply(now, &inverse, &back, &splices, &conflicts);
	bool same = !conflicts && back.n == was->n && (!back.n || !memcmp(back.s, was->bytes, back.n));
	buf_free(&back);
	return same;
}

bool edits_kept_rest(struct draft *was, const struct draft *now, const edit_list *edits,
		     const char **what)
{
	*what = first_difference(was, now->plan, edits);
	return !*what;
}
