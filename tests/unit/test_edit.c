/* write-back: the smallest edit, and its way back */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edit/edit.h"

static struct arena a;

static int setup(void **state)
{
	(void)state;
	a = (struct arena){ 0 };
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(&a);
	return 0;
}

static struct draft read_text(const char *text)
{
	struct draft d;

	draft_read(&d, &a, text, strlen(text), "plans/03-03-PLAN.md");
	return d;
}

/* The text with the edits made; then turned around, it must be as before. */
static const char *apply(struct draft *d, edit_list *edits)
{
	struct buf out = { 0 };
	splice_list splices;
	int conflicts;
	const char *what;

	edits_apply(d, edits, &out, &splices, &conflicts);
	assert_int_equal(conflicts, 0);
	const char *text = arena_dup(&a, out.s, out.n);
	struct draft now = read_text(text);
	if (!edits_kept_rest(d, &now, edits, &what))
		fail_msg("changed %s in:\n%s", what, text);
	assert_true(edits_lead_back(d, &now, edits));
	buf_free(&out);
	draft_free(&now);
	draft_free(d);
	return text;
}

static const char *with_task(const char *text, int task, enum phl_status status, bool carried)
{
	struct draft d = read_text(text);
	edit_list edits = { 0 };

	assert_int_equal(make_task_status(&d, task, status, &edits), carried);
	return apply(&d, &edits);
}

static const char *with_key(const char *text, enum plan_key key, const char *value)
{
	struct draft d = read_text(text);
	edit_list edits = { 0 };

	assert_true(make_key(&d, key, value, &edits));
	return apply(&d, &edits);
}

static const char *with_note(const char *text, const char *kind, const char *note)
{
	struct draft d = read_text(text);
	edit_list edits = { 0 };

	make_note(&d, kind, "2026-01-14", note, &edits);
	return apply(&d, &edits);
}

/* ---- boxes ---- */

static void a_box_changes_by_one_byte(void **state)
{
	(void)state;
	assert_string_equal(
	    with_task("# T\r\n\r\n- [ ] **Task 1**: one\r\n- [ ] **Task 2**: two", 1, PHL_DONE,
		      true),
	    "# T\r\n\r\n- [ ] **Task 1**: one\r\n- [x] **Task 2**: two");
}

static void a_box_that_knows_no_more_stays_open_for_finer_states(void **state)
{
	(void)state;
	assert_string_equal(with_task("# T\n\n- [ ] **Task 1**: one\n", 0, PHL_BLOCKED, false),
			    "# T\n\n- [ ] **Task 1**: one\n");
	assert_string_equal(with_task("# T\n\n- [x] **Task 1**: one\n", 0, PHL_IN_PROGRESS, false),
			    "# T\n\n- [ ] **Task 1**: one\n");
}

static void a_plan_with_more_marks_gets_them(void **state)
{
	(void)state;
	assert_string_equal(
	    with_task("# T\n\n- [~] **Task 1**: one\n- [ ] **Task 2**: two\n", 1,
		      PHL_IN_PROGRESS, true),
	    "# T\n\n- [~] **Task 1**: one\n- [~] **Task 2**: two\n");
	assert_string_equal(
	    with_task("# T\n\n- [!] **Task 1**: one\n- [ ] **Task 2**: two\n", 1, PHL_SKIPPED,
		      true),
	    "# T\n\n- [!] **Task 1**: one\n- [-] **Task 2**: two\n");
}

static void a_task_under_a_heading_is_done_by_its_boxes(void **state)
{
	static const char text[] = "# T\n\n### Task 1: one\n\n- [x] a\n- [ ] b\n  - [ ] c\n\n"
				   "### Task 2: two\n\n- [ ] d\n";

	(void)state;
	assert_string_equal(with_task(text, 0, PHL_DONE, true),
			    "# T\n\n### Task 1: one\n\n- [x] a\n- [x] b\n  - [ ] c\n\n"
			    "### Task 2: two\n\n- [ ] d\n");
	assert_string_equal(with_task(text, 0, PHL_PENDING, true),
			    "# T\n\n### Task 1: one\n\n- [ ] a\n- [ ] b\n  - [ ] c\n\n"
			    "### Task 2: two\n\n- [ ] d\n");
}

/* ---- elements ---- */

static void nothing_is_put_behind_an_attribute_without_its_closing_quote(void **state)
{
	static const char *const tags[] = { "<task a\" type=\"auto>", "<task type='auto>" };

	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		const char *text =
		    arena_printf(&a, "# T\n%s\n<name>one</name>\n</task>\n", tags[i]);

		assert_string_equal(with_task(text, 0, PHL_DONE, false), text);
	}
}

static void an_element_gets_its_status_behind_its_attributes(void **state)
{
	(void)state;
	assert_string_equal(
	    with_task("# T\n<task type=\"auto\" >\n<name>Task 1: one</name>\n</task>\n", 0,
		      PHL_DONE, true),
	    "# T\n<task type=\"auto\" status=\"done\" >\n<name>Task 1: one</name>\n</task>\n");
	assert_string_equal(
	    with_task("# T\n<task>\n<name>one</name>\n</task>\n"
		      "<task status='completed'><name>two</name></task>\n",
		      0, PHL_DONE, true),
	    "# T\n<task status=\"completed\">\n<name>one</name>\n</task>\n"
	    "<task status='completed'><name>two</name></task>\n");
	assert_string_equal(with_task("# T\n<task status='completed'><name>two</name></task>\n",
				      0, PHL_PENDING, true),
			    "# T\n<task status='pending'><name>two</name></task>\n");
}

/* ---- keys ---- */

static void a_value_keeps_its_quotes_and_its_remark(void **state)
{
	(void)state;
	assert_string_equal(with_key("---\nstatus: pending  # so far\n---\n# T\n", KEY_STATUS, "done"),
			    "---\nstatus: done  # so far\n---\n# T\n");
	assert_string_equal(with_key("---\nstatus:   'pending'\n---\n# T\n", KEY_STATUS, "done"),
			    "---\nstatus:   'done'\n---\n# T\n");
	assert_string_equal(with_key("---\nstatus: \"a\"\n---\n", KEY_STATUS, "say \"no\""),
			    "---\nstatus: \"say \\\"no\\\"\"\n---\n");
	assert_string_equal(with_key("---\nowner: ann\n---\n", KEY_OWNER, "@bob: x"),
			    "---\nowner: \"@bob: x\"\n---\n");
}

static void an_empty_value_is_filled_in(void **state)
{
	(void)state;
	assert_string_equal(with_key("---\nactual:\nplan: 3\n---\n", KEY_ACTUAL, "25 min"),
			    "---\nactual: 25 min\nplan: 3\n---\n");
	assert_string_equal(with_key("---\nactual:   # fill in\n---\n", KEY_ACTUAL, "25 min"),
			    "---\nactual: 25 min # fill in\n---\n");
	assert_string_equal(with_key("---\nactual: null\n---\n", KEY_ACTUAL, "25 min"),
			    "---\nactual: 25 min\n---\n");
}

static void a_new_key_follows_what_it_belongs_to(void **state)
{
	(void)state;
	assert_string_equal(
	    with_key("---\r\nestimated: 25 min\r\ncreated: \"2026-01-13\"\r\n---\r\n# T\r\n",
		     KEY_ACTUAL, "29 min"),
	    "---\r\nestimated: 25 min\r\nactual: 29 min\r\ncreated: \"2026-01-13\"\r\n---\r\n# T\r\n");
	assert_string_equal(with_key("---\ncreated: \"2026-01-13\"\nx: 1\n---\n", KEY_COMPLETED,
				     "2026-01-14"),
			    "---\ncreated: \"2026-01-13\"\ncompleted: \"2026-01-14\"\nx: 1\n---\n");
	assert_string_equal(with_key("---\nphase: 1\nfiles_modified:\n  - a.py\n---\n# T\n",
				     KEY_STATUS, "done"),
			    "---\nphase: 1\nfiles_modified:\n  - a.py\nstatus: done\n---\n# T\n");
}

static void a_plan_with_bold_lines_gets_one_more(void **state)
{
	(void)state;
	assert_string_equal(with_key("# T\n\n- **Status:** pending\n- **Wave:** 1\n", KEY_STATUS, "done"),
			    "# T\n\n- **Status:** done\n- **Wave:** 1\n");
	assert_string_equal(with_key("# T\n\n**Wave**: 1  \n\nText\n", KEY_STATUS, "done"),
			    "# T\n\n**Wave**: 1  \n**Status**: done  \n\nText\n");
}

static void a_plan_without_keys_gets_frontmatter(void **state)
{
	struct draft d = read_text("\xef\xbb\xbf# T\r\n\r\nText\r\n");
	edit_list edits = { 0 };

	(void)state;
	assert_true(make_key(&d, KEY_STATUS, "done", &edits));
	assert_true(make_key(&d, KEY_COMPLETED, "2026-01-14", &edits));
	assert_string_equal(apply(&d, &edits),
			    "\xef\xbb\xbf---\r\nstatus: done\r\ncompleted: 2026-01-14\r\n---\r\n\r\n"
			    "# T\r\n\r\nText\r\n");
}

/* ---- estimates ---- */

static const char *with_estimate(const char *text, const char *estimate)
{
	struct draft d = read_text(text);
	edit_list edits = { 0 };

	assert_true(make_task_estimate(&d, 0, estimate, &edits));
	return apply(&d, &edits);
}

static void an_estimate_stands_behind_the_title(void **state)
{
	(void)state;
	assert_string_equal(with_estimate("# T\n\n- [ ] **Task 1**: one\n", "2h"),
			    "# T\n\n- [ ] **Task 1**: one (2h)\n");
	assert_string_equal(with_estimate("# T\n\n### Task 1: one (25 min)\n\n- [ ] a\n", "2h"),
			    "# T\n\n### Task 1: one (2h)\n\n- [ ] a\n");
	assert_string_equal(with_estimate("<task type=\"auto\"><name>one</name></task>\n", "2h"),
			    "<task type=\"auto\" estimate=\"2h\"><name>one</name></task>\n");
}

static void an_estimate_in_a_unit_keeps_it(void **state)
{
	struct draft d = read_text("---\nestimated_hours: 3\n---\n# T\n");
	edit_list edits = { 0 };
	struct phl_estimate e;

	(void)state;
	assert_true(phl_estimate_parse("90 min", &e));
	assert_true(make_plan_estimate(&d, &e, &edits));
	assert_string_equal(apply(&d, &edits), "---\nestimated_hours: 1.5\n---\n# T\n");
}

/* ---- notes ---- */

static void a_note_ends_its_section(void **state)
{
	(void)state;
	assert_string_equal(
	    with_note("# T\n\n## Rollback\n\n1. Revert\n2. Deploy\n\n## Other\n", "rollback",
		      "index\nwas <slow>"),
	    "# T\n\n## Rollback\n\n1. Revert\n2. Deploy\n- 2026-01-14: index was &lt;slow>\n\n## Other\n");
	assert_string_equal(with_note("# T\n\n## Notes\n\nProse.", "note", "x"),
			    "# T\n\n## Notes\n\nProse.\n\n- 2026-01-14: x");
}

static void a_missing_section_is_made_above_the_footer(void **state)
{
	(void)state;
	assert_string_equal(with_note("# T\n\nText\n", "rollback", "x"),
			    "# T\n\nText\n\n## Rollback\n\n- 2026-01-14: x\n");
	assert_string_equal(with_note("# T\r\n\r\nText\r\n\r\n---\r\n*Created: 2026-01-13*\r\n",
				      "rollback", "x"),
			    "# T\r\n\r\nText\r\n\r\n## Rollback\r\n\r\n- 2026-01-14: x\r\n\r\n---\r\n"
			    "*Created: 2026-01-13*\r\n");
}

static void a_rule_may_end_the_file(void **state)
{
	static const char text[] = "# T\n\n----";
	char *exact = malloc(sizeof text - 1); /* nothing behind it may be read */
	struct draft d;
	edit_list edits = { 0 };

	(void)state;
	memcpy(exact, text, sizeof text - 1);
	draft_read(&d, &a, exact, sizeof text - 1, "plans/03-03-PLAN.md");
	make_note(&d, "note", "2026-01-14", "x", &edits);
	assert_int_equal(edits.n, 1);
	draft_free(&d);
	free(exact);
}

static void a_note_about_lines_is_no_reference(void **state)
{
	struct draft d = read_text(with_note("# T\n\n## Notes\n\n- 2026-01-13: x\n", "note",
					     "see src/a.py:12 and commit `917c8bc`"));

	(void)state;
	assert_int_equal(d.plan->refs.n, 0);
	assert_int_equal(d.plan->commits.n, 0);
	assert_int_equal(d.plan->notes.n, 2);
	assert_string_equal(d.plan->notes.v[1].kind, "note");
	assert_string_equal(d.plan->notes.v[1].text, "see src/a.py:12 and commit `917c8bc`");
	draft_free(&d);
}

/* ---- conflicts ---- */

static void what_somebody_else_changed_is_a_conflict(void **state)
{
	struct draft d = read_text("---\nstatus: pending\n---\n"), other = read_text("---\nstatus: blocked\n---\n");
	struct draft same = read_text("---\nstatus: done\n---\n");
	edit_list edits = { 0 };
	struct splice s;

	(void)state;
	assert_true(make_key(&d, KEY_STATUS, "done", &edits));
	assert_int_equal(edit_locate(&other, &edits.v[0], &s), EDIT_CONFLICT);
	assert_int_equal(edit_locate(&same, &edits.v[0], &s), EDIT_MADE);
	assert_int_equal(edit_locate(&d, &edits.v[0], &s), EDIT_OPEN);
	draft_free(&d);
	draft_free(&other);
	draft_free(&same);
}

/* ---- words ---- */

static void words_are_those_of_the_tree(void **state)
{
	struct vocabulary v = { 0 }, none = { 0 };

	(void)state;
	vocabulary_learn(&v, "completed");
	vocabulary_learn(&v, "in_progress");
	vocabulary_learn(&v, "\xe2\x9c\x85 Complete");
	assert_string_equal(vocabulary_word(&v, &a, PHL_DONE, "pending"), "completed");
	assert_string_equal(vocabulary_word(&v, &a, PHL_ROLLED_BACK, NULL), "rolled_back");
	assert_string_equal(vocabulary_word(&none, &a, PHL_DONE, "PENDING"), "DONE");
	assert_string_equal(vocabulary_word(&none, &a, PHL_DONE, "Pending"), "Done");
	assert_string_equal(vocabulary_word(&none, &a, PHL_DONE, NULL), "done");
}

/* ---- diff ---- */

static void a_diff_shows_what_changes(void **state)
{
	struct draft d = read_text("---\nstatus: pending\nestimated: 1h\n---\n# T\n\nText\n\n- [ ] **Task 1**: one\n");
	edit_list edits = { 0 };
	struct buf text = { 0 }, diff = { 0 };
	splice_list splices;
	int conflicts;

	(void)state;
	make_task_status(&d, 0, PHL_DONE, &edits);
	make_key(&d, KEY_ACTUAL, "2h", &edits);
	edits_apply(&d, &edits, &text, &splices, &conflicts);
	diff_unified(&diff, &d, &splices);
	assert_string_equal(diff.s, "--- a/plans/03-03-PLAN.md\n+++ b/plans/03-03-PLAN.md\n"
				    "@@ -1,9 +1,10 @@\n ---\n status: pending\n estimated: 1h\n"
				    "+actual: 2h\n ---\n # T\n \n Text\n \n"
				    "-- [ ] **Task 1**: one\n+- [x] **Task 1**: one\n");
	buf_free(&text);
	buf_free(&diff);
	draft_free(&d);
}

#define with_arena(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		with_arena(a_box_changes_by_one_byte),
		with_arena(a_box_that_knows_no_more_stays_open_for_finer_states),
		with_arena(a_plan_with_more_marks_gets_them),
		with_arena(a_task_under_a_heading_is_done_by_its_boxes),
		with_arena(nothing_is_put_behind_an_attribute_without_its_closing_quote),
		with_arena(an_element_gets_its_status_behind_its_attributes),
		with_arena(a_value_keeps_its_quotes_and_its_remark),
		with_arena(an_empty_value_is_filled_in),
		with_arena(a_new_key_follows_what_it_belongs_to),
		with_arena(a_plan_with_bold_lines_gets_one_more),
		with_arena(a_plan_without_keys_gets_frontmatter),
		with_arena(an_estimate_stands_behind_the_title),
		with_arena(an_estimate_in_a_unit_keeps_it),
		with_arena(a_note_ends_its_section),
		with_arena(a_missing_section_is_made_above_the_footer),
		with_arena(a_rule_may_end_the_file),
		with_arena(a_note_about_lines_is_no_reference),
		with_arena(what_somebody_else_changed_is_a_conflict),
		with_arena(words_are_those_of_the_tree),
		with_arena(a_diff_shows_what_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
