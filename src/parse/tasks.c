#include "parse/tasks.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/estimates.h"
#include "parse/file_lists.h"
#include "parse/parse.h"
#include "parse/requirements.h"
#include "parse/scan.h"
#include "parse/sections.h"
#include "parse/task_label.h"
#include "parse/task_parts.h"

/* ---- adding ---- */

enum phl_status task_mark_status(const struct family *family, char mark)
{
	if (family->started && mark == *family->started)
		return PHL_IN_PROGRESS;
	switch (mark) {
	case 'x':
	case 'X':
		return PHL_DONE;
	case '/':
	case '~':
		return PHL_IN_PROGRESS;
	case '-':
		return PHL_SKIPPED;
	case '!':
		return PHL_BLOCKED;
	case ' ':
		return PHL_PENDING;
	default:
		return PHL_NO_STATUS;
	}
}

void tasks_add_path(struct tasks *t, struct phl_task *task, const char *path)
{
	for (size_t i = 0; i < task->files.n; i++)
		if (strcmp(task->files.v[i], path) == 0)
			return;
	*(const char **)vec_push(t->r->a, &task->files) = arena_str(t->r->a, path);
}

/* Paths in backticks that the title or step in a block names. */
static void add_paths_in(struct tasks *t, struct phl_task *task, int block)
{
	size_t n;
	const char *s = body_text(t->r, t->body, block, &n);
	bool bare = t->r->family->bare_paths;
	if (!memchr(s, bare ? '.' : '`', n))
		return;
	const mention_list *found = scan_block(t->r, t->body, block);
	for (size_t i = 0; i < found->n; i++) {
		const struct mention *m = &found->v[i];
		if (m->type == M_PATH && !m->weak && (m->code || (bare && strchr(m->text, '/'))))
			tasks_add_path(t, task, m->text);
	}
}

/* Blank lines at its end are no part of a task. */
static int last_written(const struct source *src, int first, int last)
{
	for (; last > first; last--) {
		const char *s = line_text(src, last);
		if (trim(&s, line_len(src, last)))
			break;
	}
	return last;
}

struct phl_task *tasks_add(struct tasks *t, const char *s, size_t n, int line, int last)
{
	struct phl_plan *plan = t->r->plan;
	struct phl_task *task = vec_push(t->r->a, &plan->tasks);
	*task = (struct phl_task){ .line = line,
				   .last = last_written(&t->r->src, line, last),
				   .estimate = { -1, -1, NULL } };
	estimate_in_title(t->r->a, s, &n, &task->estimate);
	task->title = task_label(t->r->a, s, n, &task->number, &task->label);
	return task;
}

bool tasks_full(struct tasks *t, int line)
{
	return is_full(t->r, t->r->plan->tasks.n, LIMIT_TASKS, line, "tasks");
}

static void add_step(struct tasks *t, struct phl_task *task, int block, int depth)
{
	size_t n;
	const char *s = body_text(t->r, t->body, block, &n);
	const struct block *b = &t->body->blocks.v[block];
	if (!n && !b->box.mark)
		return;
	/* a line that says what a task is for is no step of it */
	if (t->r->family->task_list && requirements_line(t->r->a, s, n, &task->requirements))
		return;
	struct phl_step *step = vec_push(t->r->a, &task->steps);
	*step = (struct phl_step){ .title = copy_title(t->r->a, s, n),
				   .status = task_mark_status(t->r->family, b->box.mark),
				   .line = b->line,
				   .depth = depth };
	add_paths_in(t, task, block);
}

/* Takes "#2 " off the front of a text. */
static int take_number(const char **s, size_t *n)
{
	size_t i = 1;
	int number = 0;
	while (*n && **s == '#' && i < *n && is_digit((*s)[i]) && number < 100000)
		number = number * 10 + ((*s)[i++] - '0');
	if (i == 1 || i >= *n || !is_space((*s)[i]))
		return 0;
	*s += i;
	*n -= i;
	*n = trim(s, *n);
	return number;
}

void tasks_add_criterion(struct tasks *t, int block)
{
	size_t n;
	const char *s = body_text(t->r, t->body, block, &n);
	const struct block *b = &t->body->blocks.v[block];
	int number = t->r->family->counts_conditions ? take_number(&s, &n) : 0;
	struct phl_criterion *c = vec_push(t->r->a, &t->r->plan->criteria);
	*c = (struct phl_criterion){ .number = number,
				     .title = copy_title(t->r->a, s, n),
				     .status = task_mark_status(t->r->family, b->box.mark),
				     .line = b->line };
}

/* ---- headings and boxes ---- */

/* A heading "Task 3: …" whose section holds the task. */
static bool is_task_heading(struct tasks *t, int block)
{
	const struct block *b = &t->body->blocks.v[block];
	size_t n;
	if (b->type != B_HEADING || b->level < 2 || t->task_of[block] >= 0)
		return false;
	const char *s = body_text(t->r, t->body, block, &n);
	size_t i = task_label_at(s, n), len = task_label_len(s + i, n - i);
	if (!len || section_of_block(t->r, t->body, block) == SEC_DEVIATIONS)
		return false;
	/* "Tasks 1-3" and "Task 2 review" are prose */
	char next = i + len < n ? s[i + len] : ':';
	return !is_alpha(next);
}

static int section_end(const struct body *body, int heading)
{
	const struct block *h = &body->blocks.v[heading];
	int last = h->last;
	for (size_t i = (size_t)heading + 1; i < body->blocks.n; i++) {
		const struct block *b = &body->blocks.v[i];
		if (b->region == h->region && b->type == B_HEADING && b->level <= h->level)
			break;
		if (b->region != h->region && body->cut->regions.v[b->region].first < h->line)
			break;
		last = b->last > last ? b->last : last;
	}
	return last;
}

static enum phl_status roll_up(const struct phl_task *task)
{
	int boxes = 0, closed = 0, started = 0;
	for (size_t i = 0; i < task->steps.n; i++) {
		enum phl_status s = task->steps.v[i].status;
		if (s == PHL_NO_STATUS || task->steps.v[i].depth > 0)
			continue;
		boxes++;
		closed += s == PHL_DONE || s == PHL_SKIPPED;
		started += s != PHL_PENDING;
	}
	return boxes && closed == boxes ? PHL_DONE : started ? PHL_IN_PROGRESS : PHL_PENDING;
}

static void take_heading(struct tasks *t, int block)
{
	struct body *body = t->body;
	const struct block *h = &body->blocks.v[block];
	size_t n;
	const char *s = body_text(t->r, body, block, &n);
	size_t skip = task_label_at(s, n);
	struct phl_task *task = tasks_add(t, s + skip, n - skip, h->line, section_end(body, block));
	add_paths_in(t, task, block);
	int index = (int)t->r->plan->tasks.n - 1, last = task->last;
	t->task_of[block] = index;
	bool boxes = false;
	for (size_t i = (size_t)block + 1; i < body->blocks.n && body->blocks.v[i].line <= last; i++) {
		struct block *b = &body->blocks.v[i];
		if (t->task_of[i] >= 0)
			continue;
		if (is_task_heading(t, (int)i)) {
			/* one below another: each has its own lines */
			task->last = last_written(&t->r->src, h->line, b->line - 1);
			break;
		}
		t->task_of[i] = index;
		if (b->type != B_ITEM)
			continue;
		enum section in = section_of_block(t->r, body, (int)i);
		bool condition = b->section != block && (in == SEC_CRITERIA || in == SEC_VERIFICATION);
		if (b->box.mark && condition) {
			tasks_add_criterion(t, (int)i);
		} else if (!b->box.mark && file_lists_have(t->r, body, (int)i)) {
			add_paths_in(t, task, (int)i);
		} else if ((b->box.mark || b->level < 2) && !condition) {
			add_step(t, task, (int)i, b->level);
			boxes |= b->box.mark != 0;
		}
	}
	if (boxes) {
		task->status = roll_up(task);
		task->status_from = PHL_FROM_BOX;
	}
}

/* An item that is a task by its label. */
static bool is_labelled(struct tasks *t, int block)
{
	size_t n;
	const char *s = body_text(t->r, t->body, block, &n);
	return task_is_labelled(s, n);
}

bool tasks_is_numbered(struct tasks *t, int block)
{
	size_t n, digits = 0;
	const char *s = body_text(t->r, t->body, block, &n);
	while (digits < n && is_digit(s[digits]))
		digits++;
	return task_is_labelled(s, n) || (digits && digits < n && s[digits] == '.');
}

static int last_line_below(const struct body *body, int item)
{
	int last = body->blocks.v[item].last;
	for (size_t i = (size_t)item + 1; i < body->blocks.n && block_below(body, (int)i, item); i++)
		if (body->blocks.v[i].last > last)
			last = body->blocks.v[i].last;
	return last;
}

/* In a list of tasks what has a number is a task of its own, with all below it. */
static bool is_part(struct tasks *t, int item, int of)
{
	if (!t->r->family->task_list)
		return false;
	for (int i = item; i >= 0 && i != of; i = t->body->blocks.v[i].parent)
		if (t->body->blocks.v[i].box.mark && tasks_is_numbered(t, i))
			return true;
	return false;
}

void tasks_take_box(struct tasks *t, int block)
{
	struct body *body = t->body;
	const struct block *b = &body->blocks.v[block];
	size_t n;
	const char *s = body_text(t->r, body, block, &n);
	struct phl_task *task = tasks_add(t, s, n, b->line, last_line_below(body, block));
	int index = (int)t->r->plan->tasks.n - 1, level = b->level;
	task->status = task_mark_status(t->r->family, b->box.mark);
	if (task->status == PHL_NO_STATUS)
		task->status = PHL_PENDING;
	else
		task->status_from = PHL_FROM_BOX;
	task->box_col = b->box.col;
	task->optional = b->box.optional;
	t->task_of[block] = index;
	add_paths_in(t, task, block);
	for (size_t i = (size_t)block + 1; i < body->blocks.n && block_below(body, (int)i, block); i++) {
		t->task_of[i] = index;
		if (body->blocks.v[i].type == B_ITEM && !is_part(t, (int)i, block))
			add_step(t, task, (int)i, body->blocks.v[i].level - level - 1);
	}
}

/* Boxes of a task element: steps, or conditions where its part states them;
 * numbered and bulleted items of its action are steps as well. */
static void take_inner(struct tasks *t, int block)
{
	const struct block *b = &t->body->blocks.v[block];
	struct phl_task *task = &t->r->plan->tasks.v[t->task_of[block]];
	enum section in = section_of_block(t->r, t->body, block);
	enum tag tag = t->body->cut->regions.v[b->region].tag;
	if (b->box.mark && (in == SEC_CRITERIA || in == SEC_VERIFICATION))
		tasks_add_criterion(t, block);
	else if (b->box.mark || (tag == TAG_ACTION && b->level == 0))
		add_step(t, task, block, b->level);
}

bool tasks_states_conditions(struct tasks *t, int block)
{
	enum section in = section_of_block(t->r, t->body, block);
	return in == SEC_CRITERIA || in == SEC_VERIFICATION || in == SEC_CONTEXT;
}

static void take_labelled(struct tasks *t)
{
	for (size_t i = 0; i < t->body->blocks.n; i++) {
		const struct block *b = &t->body->blocks.v[i];
		if (t->task_of[i] >= 0)
			continue;
		bool heading = is_task_heading(t, (int)i);
		if (!heading && (b->type != B_ITEM || !b->box.mark || !is_labelled(t, (int)i) ||
				 tasks_states_conditions(t, (int)i)))
			continue;
		if (tasks_full(t, b->line))
			return;
		if (heading)
			take_heading(t, (int)i);
		else
			tasks_take_box(t, (int)i);
	}
}

static bool under_box(const struct body *body, int block)
{
	for (int i = body->blocks.v[block].parent; i >= 0; i = body->blocks.v[i].parent)
		if (body->blocks.v[i].box.mark)
			return true;
	return false;
}

/* Boxes that no other form of task has taken. */
static void take_rest(struct tasks *t, bool are_tasks)
{
	for (size_t i = 0; i < t->body->blocks.n; i++) {
		const struct block *b = &t->body->blocks.v[i];
		if (b->type != B_ITEM || !b->box.mark || t->task_of[i] >= 0)
			continue;
		if (!are_tasks || tasks_states_conditions(t, (int)i))
			tasks_add_criterion(t, (int)i);
		else if (!under_box(t->body, (int)i) && !tasks_full(t, b->line))
			tasks_take_box(t, (int)i);
	}
}

/* "1. **T1 — Colors** — `abc1234`" under a heading that promises tasks. */
static void take_numbered(struct tasks *t)
{
	for (size_t i = 0; i < t->body->blocks.n; i++) {
		const struct block *b = &t->body->blocks.v[i];
		size_t n;
		if (b->type != B_ITEM || b->level || t->task_of[i] >= 0 ||
		    t->r->plan->tasks.n >= LIMIT_TASKS)
			continue;
		const char *s = body_text(t->r, t->body, (int)i, &n);
		size_t skip = task_label_at(s, n);
		bool bold = n > 2 && s[0] == '*' && s[1] == '*';
		if (bold && task_label_len(s + skip, n - skip) &&
		    block_in_section(t->r, t->body, (int)i, SEC_TASKS))
			tasks_take_box(t, (int)i);
	}
}

static int by_line(const void *a, const void *b)
{
	const struct phl_criterion *x = a, *y = b;
	return x->line - y->line;
}

/* Tasks in the order of the document; task_of follows. */
static void sort_tasks(struct tasks *t)
{
	struct phl_plan *plan = t->r->plan;
	size_t n = plan->tasks.n;
	int *order = arena_alloc(t->r->scratch, (n + 1) * sizeof *order);
	int *place = arena_alloc(t->r->scratch, (n + 1) * sizeof *place);
	bool sorted = true;
	for (size_t i = 0; i < n; i++) {
		size_t j = i;
		for (; j && plan->tasks.v[order[j - 1]].line > plan->tasks.v[i].line; j--)
			order[j] = order[j - 1], sorted = false;
		order[j] = (int)i;
	}
	if (sorted)
		return;
	struct phl_task *copy = arena_alloc(t->r->scratch, n * sizeof *copy);
	memcpy(copy, plan->tasks.v, n * sizeof *copy);
	for (size_t i = 0; i < n; i++) {
		plan->tasks.v[i] = copy[order[i]];
		place[order[i]] = (int)i;
	}
	for (size_t i = 0; i < t->body->blocks.n; i++)
		if (t->task_of[i] >= 0)
			t->task_of[i] = place[t->task_of[i]];
}

static void find_tasks(struct tasks *t)
{
	tasks_add_elements(t);
	for (size_t i = 0; i < t->body->blocks.n; i++)
		if (t->body->blocks.v[i].type == B_ITEM && t->task_of[i] >= 0)
			take_inner(t, (int)i);
	take_labelled(t);
	if (t->r->plan->tasks.n == 0)
		take_numbered(t);
	take_rest(t, t->r->plan->tasks.n == 0);
}

void tasks_read(struct reader *r, struct body *body, int **task_of)
{
	struct tasks t = { .r = r, .body = body };
	t.task_of = arena_alloc(r->scratch, (body->blocks.n + 1) * sizeof *t.task_of);
	t.of_region = arena_alloc(r->scratch, body->cut->regions.n * sizeof *t.of_region);
	for (size_t i = 0; i < body->blocks.n; i++)
		t.task_of[i] = -1;
	for (size_t i = 0; i < body->cut->regions.n; i++)
		t.of_region[i] = -1;
	if (r->family->task_list)
		tasks_add_listed(&t);
	else
		find_tasks(&t);
	if (r->plan->criteria.n)
		qsort(r->plan->criteria.v, r->plan->criteria.n, sizeof *r->plan->criteria.v, by_line);
	sort_tasks(&t);
	*task_of = t.task_of;
}
