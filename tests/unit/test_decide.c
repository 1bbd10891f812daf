/* Which source decides a plan's status, and which contradictions are said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/plan.h"

static struct arena arena;
static struct phl_plan plan;
static struct evidence evidence;

static int fresh(void **state)
{
	(void)state;
	arena_reset(&arena);
	memset(&plan, 0, sizeof plan);
	memset(&evidence, 0, sizeof evidence);
	return 0;
}

static int gone(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* As the parser leaves a plan with this word in its frontmatter. */
static void says(const char *word)
{
	plan.status_text = word;
	plan.status_line = 4;
	plan.status_col = 9;
	if (phl_status_parse(word, &plan.status))
		plan.status_from = PHL_FROM_FRONTMATTER;
}

static struct phl_task *task(enum phl_status s, enum phl_status_from from)
{
	struct phl_task *t = vec_push(&arena, &plan.tasks);

	*t = (struct phl_task){ .title = "t", .status = s, .status_from = from };
	return t;
}

static void boxes(const char *marks)
{
	for (; *marks; marks++)
		task(*marks == 'x' ? PHL_DONE :
		     *marks == '/' ? PHL_IN_PROGRESS :
		     *marks == '-' ? PHL_SKIPPED :
				     PHL_PENDING,
		     PHL_FROM_BOX);
}

static void gsd(void)
{
	evidence.summary_completes = true;
}

static void phased(void)
{
	evidence.boxes_count = true;
}

static void decides(enum phl_status status, enum phl_status_from from)
{
	plan_decide(&plan, &evidence, &arena);
	assert_string_equal(phl_status_word(plan.status), phl_status_word(status));
	assert_string_equal(phl_status_from_words[plan.status_from],
			    phl_status_from_words[from]);
}

static void finds(const char *rule, const char *message)
{
	for (size_t i = 0; i < plan.findings.n; i++) {
		if (strcmp(plan.findings.v[i].rule, rule) == 0) {
			assert_string_equal(plan.findings.v[i].message, message);
			return;
		}
	}
	fail_msg("no finding %s", rule);
}

static void finds_nothing(void)
{
	if (plan.findings.n)
		fail_msg("finding: %s", plan.findings.v[0].message);
}

static void nothing_said_is_pending(void **state)
{
	(void)state;
	task(PHL_PENDING, PHL_FROM_DEFAULT);
	decides(PHL_PENDING, PHL_FROM_DEFAULT);
	finds_nothing();
}

static void a_known_word_decides(void **state)
{
	(void)state;
	phased();
	says("WIP");
	boxes("x  ");
	decides(PHL_IN_PROGRESS, PHL_FROM_FRONTMATTER);
	finds_nothing();
}

static void an_unknown_word_is_pending_and_found(void **state)
{
	(void)state;
	phased();
	says("nearly");
	boxes("xx");
	decides(PHL_PENDING, PHL_FROM_DEFAULT);
	assert_int_equal(plan.findings.n, 1);
	assert_int_equal(plan.findings.v[0].line, 4);
	finds("unknown-status",
	      "\"nearly\" is no status that phaseline knows; taken as pending");
}

static void a_summary_means_done(void **state)
{
	(void)state;
	gsd();
	evidence.summarised = true;
	task(PHL_PENDING, PHL_FROM_DEFAULT);
	decides(PHL_DONE, PHL_FROM_SUMMARY);
	assert_true(plan.summarised);
	assert_int_equal(plan.tasks.v[0].status, PHL_DONE);
	assert_int_equal(plan.tasks.v[0].status_from, PHL_FROM_PLAN);
	finds_nothing();
}

static void the_summary_s_own_word_counts(void **state)
{
	(void)state;
	gsd();
	evidence.summarised = true;
	evidence.summary_status = "superseded";
	decides(PHL_SKIPPED, PHL_FROM_SUMMARY);
}

static void a_blocked_summary_blocks(void **state)
{
	(void)state;
	gsd();
	evidence.summarised = true;
	evidence.summary_status = "blocked";
	task(PHL_PENDING, PHL_FROM_DEFAULT);
	decides(PHL_BLOCKED, PHL_FROM_SUMMARY);
	assert_int_equal(plan.tasks.v[0].status, PHL_PENDING);
}

static void a_summary_outweighs_not_yet_in_gsd(void **state)
{
	(void)state;
	gsd();
	says("PLANNED");
	evidence.summarised = true;
	decides(PHL_DONE, PHL_FROM_SUMMARY);
	finds("summary-contradicted", "status says PLANNED, but its SUMMARY exists");
}

static void a_summary_outweighs_an_unknown_word_in_gsd(void **state)
{
	(void)state;
	gsd();
	says("nearly");
	evidence.summarised = true;
	decides(PHL_DONE, PHL_FROM_SUMMARY);
}

static void elsewhere_the_word_outweighs_the_summary(void **state)
{
	(void)state;
	phased();
	says("planned");
	evidence.summarised = true;
	decides(PHL_PENDING, PHL_FROM_FRONTMATTER);
	finds("summary-contradicted", "status says planned, but its SUMMARY exists");
}

static void done_against_a_blocked_summary_is_found(void **state)
{
	(void)state;
	gsd();
	says("complete");
	evidence.summarised = true;
	evidence.summary_status = "blocked";
	decides(PHL_DONE, PHL_FROM_FRONTMATTER);
	finds("summary-contradicted", "status says complete, its SUMMARY says blocked");
}

static void a_summary_that_agrees_is_no_finding(void **state)
{
	(void)state;
	gsd();
	says("superseded");
	evidence.summarised = true;
	decides(PHL_SKIPPED, PHL_FROM_FRONTMATTER);
	finds_nothing();
}

static void a_ticked_roadmap_line_means_done(void **state)
{
	(void)state;
	gsd();
	evidence.in_roadmap = evidence.ticked = true;
	decides(PHL_DONE, PHL_FROM_ROADMAP);
	finds_nothing();
}

static void an_open_roadmap_line_of_a_done_plan_is_stale(void **state)
{
	(void)state;
	gsd();
	evidence.summarised = evidence.in_roadmap = true;
	decides(PHL_DONE, PHL_FROM_SUMMARY);
	finds("roadmap-stale", "done, but its line in the ROADMAP is not ticked");
}

static void a_ticked_roadmap_line_against_the_word_is_found(void **state)
{
	(void)state;
	phased();
	says("blocked");
	evidence.in_roadmap = evidence.ticked = true;
	decides(PHL_BLOCKED, PHL_FROM_FRONTMATTER);
	finds("status-contradicted", "status says blocked, the ROADMAP has it ticked");
}

static void boxes_decide_where_the_family_says_so(void **state)
{
	(void)state;
	phased();
	boxes("x-x");
	decides(PHL_DONE, PHL_FROM_TASKS);
	fresh(NULL);
	phased();
	boxes("x  ");
	decides(PHL_IN_PROGRESS, PHL_FROM_TASKS);
	fresh(NULL);
	phased();
	boxes(" / ");
	decides(PHL_IN_PROGRESS, PHL_FROM_TASKS);
	fresh(NULL);
	boxes("xxx");
	decides(PHL_PENDING, PHL_FROM_DEFAULT);
}

static void status_attributes_always_decide(void **state)
{
	(void)state;
	gsd();
	task(PHL_DONE, PHL_FROM_ATTRIBUTE);
	decides(PHL_DONE, PHL_FROM_TASKS);
	fresh(NULL);
	gsd();
	task(PHL_DONE, PHL_FROM_ATTRIBUTE);
	task(PHL_PENDING, PHL_FROM_DEFAULT);
	decides(PHL_IN_PROGRESS, PHL_FROM_TASKS);
	finds_nothing();
}

static void optional_tasks_hold_nothing_up(void **state)
{
	(void)state;
	phased();
	boxes("x");
	task(PHL_PENDING, PHL_FROM_BOX)->optional = true;
	decides(PHL_DONE, PHL_FROM_TASKS);
	finds_nothing();
}

static void done_with_open_boxes_is_an_error(void **state)
{
	(void)state;
	phased();
	says("Completed");
	boxes("xx     ");
	decides(PHL_DONE, PHL_FROM_FRONTMATTER);
	finds("status-contradicted", "status says Completed, 5 of 7 boxes are open");
	assert_int_equal(plan.findings.v[0].severity, PHL_ERROR);
	assert_int_equal(plan.findings.v[0].line, 4);
	assert_int_equal(plan.findings.v[0].col, 9);
	assert_int_equal(plan.tasks.v[6].status, PHL_PENDING);
}

static void never_ticked_boxes_of_a_finished_gsd_plan_say_nothing(void **state)
{
	(void)state;
	gsd();
	boxes("   ");
	evidence.summarised = true;
	decides(PHL_DONE, PHL_FROM_SUMMARY);
	finds_nothing();
	assert_int_equal(plan.tasks.v[0].status, PHL_DONE);
}

static void half_ticked_boxes_of_a_finished_gsd_plan_are_found(void **state)
{
	(void)state;
	gsd();
	boxes("xx ");
	evidence.summarised = true;
	decides(PHL_DONE, PHL_FROM_SUMMARY);
	finds("status-contradicted", "its SUMMARY says done, but 1 of 3 boxes is open");
	assert_int_equal(plan.tasks.v[2].status, PHL_PENDING);
}

static void pending_with_done_boxes_is_found(void **state)
{
	(void)state;
	phased();
	says("pending");
	boxes("x ");
	decides(PHL_PENDING, PHL_FROM_FRONTMATTER);
	finds("status-contradicted", "status says pending, 1 of 2 boxes is done");
}

static void under_way_with_every_box_done_is_found(void **state)
{
	(void)state;
	phased();
	says("active");
	boxes("xx");
	decides(PHL_IN_PROGRESS, PHL_FROM_FRONTMATTER);
	finds("status-contradicted", "status says active, 2 of 2 boxes are done");
}

static void the_roadmap_names_a_plan_without_a_heading(void **state)
{
	(void)state;
	plan.title = "slug";
	plan.title_from = PHL_TITLE_SLUG;
	evidence.roadmap_title = "Colours";
	plan_decide(&plan, &evidence, &arena);
	assert_string_equal(plan.title, "Colours");
	assert_int_equal(plan.title_from, PHL_TITLE_ROADMAP);
	fresh(NULL);
	plan.title = "Heading";
	evidence.roadmap_title = "Colours";
	plan_decide(&plan, &evidence, &arena);
	assert_string_equal(plan.title, "Heading");
}

static void tasks_are_counted_by_status(void **state)
{
	struct task_counts c;

	(void)state;
	boxes("xx/-  ");
	c = plan_count_tasks(&plan);
	assert_int_equal(c.total, 6);
	assert_int_equal(c.by_status[PHL_DONE], 2);
	assert_int_equal(c.by_status[PHL_IN_PROGRESS], 1);
	assert_int_equal(c.by_status[PHL_SKIPPED], 1);
	assert_int_equal(c.by_status[PHL_PENDING], 2);
}

#define T(f) cmocka_unit_test_setup(f, fresh)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(nothing_said_is_pending),
		T(a_known_word_decides),
		T(an_unknown_word_is_pending_and_found),
		T(a_summary_means_done),
		T(the_summary_s_own_word_counts),
		T(a_blocked_summary_blocks),
		T(a_summary_outweighs_not_yet_in_gsd),
		T(a_summary_outweighs_an_unknown_word_in_gsd),
		T(elsewhere_the_word_outweighs_the_summary),
		T(done_against_a_blocked_summary_is_found),
		T(a_summary_that_agrees_is_no_finding),
		T(a_ticked_roadmap_line_means_done),
		T(an_open_roadmap_line_of_a_done_plan_is_stale),
		T(a_ticked_roadmap_line_against_the_word_is_found),
		T(boxes_decide_where_the_family_says_so),
		T(status_attributes_always_decide),
		T(optional_tasks_hold_nothing_up),
		T(done_with_open_boxes_is_an_error),
		T(never_ticked_boxes_of_a_finished_gsd_plan_say_nothing),
		T(half_ticked_boxes_of_a_finished_gsd_plan_are_found),
		T(pending_with_done_boxes_is_found),
		T(under_way_with_every_box_done_is_found),
		T(the_roadmap_names_a_plan_without_a_heading),
		T(tasks_are_counted_by_status),
	};

	return cmocka_run_group_tests(tests, NULL, gone);
}
