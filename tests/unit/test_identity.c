/* Tasks and plans stay who they are, whatever happens to their lines and files, and
 * with them what the journal alone knows. */
#include "project_fixture.h"

#include <string.h>

#include "base/day.h"
#include "base/file.h"
#include "project/change.h"

#define HOUSE "plans/01-01-PLAN.md"

/* ---- as commands do ---- */

/* Its error, or NULL. */
static const char *change(struct change c, const char *name)
{
	struct project_options o = { .dir = temp_root };
	struct change_result r;
	static struct err err;

	err = (struct err){ 0 };
	c.who = "ann";
	c.actual = -1;
	c.at += day_now();
	open_project();
	bool ok = project_change(project, &o, &c, &name, name ? 1 : 0, &arena, &r, &err);
	project_close(project);
	return ok ? NULL : err.text;
}

static void set_status(const char *name, enum phl_status status, bool no_write, int64_t at)
{
	const char *why = change((struct change){ .kind = CHANGE_STATUS,
						  .command = phl_status_word(status),
						  .status = status,
						  .no_write = no_write,
						  .at = at },
				 name);
	if (why)
		fail_msg("%s: %s", name, why);
}

static void set_owner(const char *name, const char *who)
{
	const char *why = change((struct change){ .kind = CHANGE_OWNER,
						  .command = "assign",
						  .text = who,
						  .at = 1 },
				 name);
	if (why)
		fail_msg("%s: %s", name, why);
}

static const char *undo(void)
{
	return change((struct change){ .kind = CHANGE_UNDO, .command = "undo", .at = 9 },
		      NULL);
}

/* ---- what is known ---- */

static struct task_row *find_task(const char *title)
{
	struct task_filter filter = { .status = -1 };
	struct err err = { 0 };
	static task_rows rows;

	if (!store_tasks(project->store, &arena, &filter, &rows, &err))
		fail_msg("%s", err.text);
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.v[i].task.title, title) == 0)
			return &rows.v[i];
	return NULL;
}

static int compare_ids(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static void tell_events(struct buf *b, int64_t plan, int position)
{
	event_list events;
	struct err err = { 0 };

	if (!store_events(project->store, &arena, plan, 0, &events, &err))
		fail_msg("%s", err.text);
	qsort(events.v, events.n, sizeof *events.v, compare_ids);
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (e->task == position)
			buf_printf(b, "; %s %s>%s", e->what, e->from ? e->from : "",
				   e->to ? e->to : "");
	}
}

/* "status owner minutes [running]; what from>to; ..." */
static const char *known(const char *title)
{
	static char out[1024];
	struct buf b = { 0 };

	open_project();
	struct task_row *t = find_task(title);
	if (t) {
		buf_printf(&b, "%s", phl_status_word(t->task.status));
		if (t->task.owner)
			buf_printf(&b, " %s", t->task.owner);
		if (t->task.actual.text)
			buf_printf(&b, " %s", t->task.actual.text);
		if (t->task.started)
			buf_str(&b, " running");
		tell_events(&b, t->row >> 16, t->position);
	}
	snprintf(out, sizeof out, "%s", b.n ? b.s : "nothing");
	buf_free(&b);
	project_close(project);
	return out;
}

static const char *story_of(const char *path)
{
	static char out[1024];
	struct buf b = { 0 };
	struct err err = { 0 };
	plan_rows rows;

	open_project();
	if (!store_plans(project->store, &arena, 0, &rows, &err))
		fail_msg("%s", err.text);
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.v[i].path, path) == 0)
			tell_events(&b, rows.v[i].row, 0);
	snprintf(out, sizeof out, "%s", b.n ? b.s + 2 : "nothing");
	buf_free(&b);
	project_close(project);
	return out;
}

/* ---- a plan, as it is edited ---- */

static void write_plan(const char *path, const char *id, const char *title, const char *tasks)
{
	char text[1024];

	snprintf(text, sizeof text, "---\nphase: %.2s\nplan: %s\n---\n\n# Plan %s: %s\n\n%s", id,
		 id + 3, id, title, tasks);
	temp_write(path, text);
}

static void house(const char *tasks)
{
	write_plan(HOUSE, "01-01", "Move house", tasks);
}

#define KITCHEN "- [ ] **Task 1**: Pack the kitchen\n"
#define BOOKS "- [ ] **Task 2**: Pack all the books\n"
#define VAN "- [ ] **Task 3**: Hire a van for Friday\n"
#define FLOORS "- [ ] **Task 4**: Clean the floors\n"

/* The van is blocked and bo's, which stands in the journal alone. */
static void a_house(void)
{
	house(KITCHEN BOOKS VAN FLOORS);
	set_owner("01-01/3", "bo");
	set_status("01-01/3", PHL_BLOCKED, true, 2);
}

#define OF_VAN "blocked bo; owner >bo; status pending>blocked"

static bool file_has(const char *path, const char *text)
{
	struct buf b = { 0 };
	struct err err = { 0 };

	if (!file_read(AT_FDCWD, temp_path(path), 1 << 20, &b, NULL, &err))
		fail_msg("%s", err.text);
	bool has = strstr(b.s, text) != NULL;
	buf_free(&b);
	return has;
}

/* ---- tasks ---- */

static void tasks_in_another_order_and_renumbered(void **state)
{
	(void)state;
	a_house();
	house("- [ ] **Task 1**: Hire a van for Friday\n"
	      "- [ ] **Task 2**: Clean the floors\n"
	      "- [ ] **Task 3**: Pack the kitchen\n"
	      "- [ ] **Task 4**: Pack all the books\n");
	assert_string_equal(known("Hire a van for Friday"), OF_VAN);
	assert_string_equal(known("Pack the kitchen"), "pending");
}

static void a_task_that_others_are_put_before(void **state)
{
	(void)state;
	a_house();
	house("- [ ] **Task 1**: Give notice\n"
	      "- [ ] **Task 2**: Throw things away\n"
	      "- [ ] **Task 3**: Pack the kitchen\n"
	      "- [ ] **Task 4**: Pack all the books\n"
	      "- [ ] **Task 5**: Hire a van for Friday\n");
	assert_string_equal(known("Hire a van for Friday"), OF_VAN);
	assert_string_equal(known("Throw things away"), "pending");
}

static void a_task_with_other_words(void **state)
{
	(void)state;
	a_house();
	house(KITCHEN FLOORS "- [ ] **Task 3**: Hire a big van for Saturday\n" BOOKS);
	assert_string_equal(known("Hire a big van for Saturday"), OF_VAN);
}

static void a_task_with_a_new_title_in_its_place(void **state)
{
	(void)state;
	a_house();
	house(KITCHEN BOOKS "- [ ] **Task 3**: Ask Jo about the lorry\n" FLOORS);
	assert_string_equal(known("Ask Jo about the lorry"), OF_VAN);
}

static void a_task_with_a_new_title_elsewhere_by_its_label(void **state)
{
	(void)state;
	a_house();
	house("- [ ] **Task 3**: Ask Jo about the lorry\n" FLOORS BOOKS
	      "- [ ] **Task 5**: Dance\n" KITCHEN);
	assert_string_equal(known("Ask Jo about the lorry"), OF_VAN);
	assert_string_equal(known("Dance"), "pending");
}

static void one_of_several_with_the_same_title(void **state)
{
	(void)state;
	house("- [ ] Test\n- [ ] Build\n- [ ] Test\n");
	set_owner("01-01/3", "bo");
	house("- [ ] Read\n- [ ] Build\n- [ ] Test\n- [ ] Test\n");
	open_project();
	struct task_filter filter = { .status = -1, .owner = "bo" };
	struct err err = { 0 };
	task_rows rows;
	assert_true(store_tasks(project->store, &arena, &filter, &rows, &err));
	assert_int_equal(rows.n, 1);
	assert_int_equal(rows.v[0].position, 4);
	project_close(project);
}

static void a_task_that_was_deleted_and_comes_back(void **state)
{
	(void)state;
	a_house();
	house(KITCHEN BOOKS FLOORS);
	assert_string_equal(known("Hire a van for Friday"), "nothing");
	house(KITCHEN BOOKS FLOORS "- [ ] **Task 9**: Hire a van for Friday\n");
	assert_string_equal(known("Hire a van for Friday"),
			    "blocked bo; owner >bo; status pending>blocked; removed >; restored >");
}

static void a_box_ticked_by_hand_counts_against_the_journal(void **state)
{
	(void)state;
	a_house();
	house(KITCHEN BOOKS FLOORS "- [x] **Task 3**: Hire a van for Friday\n");
	assert_string_equal(known("Hire a van for Friday"),
			    "done bo; owner >bo; status pending>blocked; status blocked>done");
	house(KITCHEN BOOKS FLOORS "- [ ] **Task 3**: Hire a van for Saturday\n");
	assert_string_equal(known("Hire a van for Saturday"),
			    "pending bo; owner >bo; status pending>blocked; status blocked>done; "
			    "status done>pending");
}

static void a_box_opened_by_hand_stops_no_owner_but_the_clock(void **state)
{
	(void)state;
	house("- [/] **Task 1**: Pack the kitchen\n" BOOKS);
	set_owner("01-01/1", "bo");
	set_status("01-01/1", PHL_IN_PROGRESS, false, 600);
	assert_string_equal(known("Pack the kitchen"),
			    "in-progress bo running; owner >bo; status in-progress>in-progress");
	house(KITCHEN BOOKS);
	assert_string_equal(known("Pack the kitchen"),
			    "pending bo; owner >bo; status in-progress>in-progress; "
			    "status in-progress>pending");
	set_status("01-01/1", PHL_DONE, false, 60000);
	assert_string_equal(known("Pack the kitchen"),
			    "done bo; owner >bo; status in-progress>in-progress; "
			    "status in-progress>pending; status pending>done");
}

static void undo_finds_its_task_wherever_it_went(void **state)
{
	(void)state;
	house(KITCHEN BOOKS VAN);
	set_status("01-01/2", PHL_DONE, false, 1);
	house("- [ ] **Task 1**: Hire a van for Friday\n"
	      "- [x] **Task 2**: Pack all the heavy books\n"
	      "- [x] **Task 3**: Pack the kitchen\n");
	assert_null(undo());
	assert_true(file_has(HOUSE, "- [ ] **Task 2**: Pack all the heavy books"));
	assert_true(file_has(HOUSE, "- [x] **Task 3**: Pack the kitchen"));
}

/* ---- plans ---- */

static void rename_plan(const char *to)
{
	temp_dirs(to);
	assert_int_equal(rename(temp_path(HOUSE), temp_path(to)), 0);
}

static void a_plan_with_another_name(void **state)
{
	(void)state;
	a_house();
	rename_plan("plans/02-later/02-07-PLAN.md");
	assert_string_equal(known("Hire a van for Friday"), OF_VAN);
	assert_string_equal(story_of("plans/02-later/02-07-PLAN.md"),
			    "seen >pending; status pending>in-progress; "
			    "moved plans/01-01-PLAN.md>plans/02-later/02-07-PLAN.md");
}

static void a_plan_with_another_name_and_number(void **state)
{
	(void)state;
	a_house();
	assert_int_equal(remove(temp_path(HOUSE)), 0);
	write_plan("plans/01-07-PLAN.md", "01-07", "Move house", KITCHEN VAN);
	assert_string_equal(known("Hire a van for Friday"), OF_VAN);
	assert_int_equal(stats.added + stats.removed, 0);
}

static void a_plan_with_another_name_number_and_title(void **state)
{
	(void)state;
	a_house();
	assert_int_equal(remove(temp_path(HOUSE)), 0);
	write_plan("plans/01-07-PLAN.md", "01-07", "Go to Leeds", KITCHEN BOOKS VAN);
	assert_string_equal(known("Hire a van for Friday"), OF_VAN);
}

static void another_plan_in_the_place_of_a_deleted_one(void **state)
{
	(void)state;
	a_house();
	assert_int_equal(remove(temp_path(HOUSE)), 0);
	write_plan("plans/01-07-PLAN.md", "01-07", "Sell the car",
		   VAN "- [ ] Wash it\n- [ ] Take pictures\n- [ ] Write an advertisement\n");
	assert_string_equal(known("Hire a van for Friday"), "pending");
}

/* The one that was edited comes first in the order of paths. */
static void a_moved_plan_is_not_taken_for_one_that_is_like_it(void **state)
{
	(void)state;
	a_house();
	rename_plan("plans/09-01-PLAN.md");
	write_plan("plans/01-07-PLAN.md", "01-07", "Move house", KITCHEN BOOKS VAN);
	assert_string_equal(story_of("plans/09-01-PLAN.md"),
			    "seen >pending; status pending>in-progress; "
			    "moved plans/01-01-PLAN.md>plans/09-01-PLAN.md");
	assert_string_equal(story_of("plans/01-07-PLAN.md"), "seen >pending");
}

static void a_plan_that_was_deleted_and_comes_back(void **state)
{
	(void)state;
	a_house();
	rename_plan("aside");
	assert_string_equal(known("Hire a van for Friday"), "nothing");
	assert_int_equal(rename(temp_path("aside"), temp_path(HOUSE)), 0);
	assert_string_equal(known("Hire a van for Friday"), OF_VAN);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		T(tasks_in_another_order_and_renumbered),
		T(a_task_that_others_are_put_before),
		T(a_task_with_other_words),
		T(a_task_with_a_new_title_in_its_place),
		T(a_task_with_a_new_title_elsewhere_by_its_label),
		T(one_of_several_with_the_same_title),
		T(a_task_that_was_deleted_and_comes_back),
		T(a_box_ticked_by_hand_counts_against_the_journal),
		T(a_box_opened_by_hand_stops_no_owner_but_the_clock),
		T(undo_finds_its_task_wherever_it_went),
		T(a_plan_with_another_name),
		T(a_plan_with_another_name_and_number),
		T(a_plan_with_another_name_number_and_title),
		T(another_plan_in_the_place_of_a_deleted_one),
		T(a_moved_plan_is_not_taken_for_one_that_is_like_it),
		T(a_plan_that_was_deleted_and_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
