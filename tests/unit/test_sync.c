/* How the store follows the tree. */
#include "project_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

/* Opens, syncs and closes, as a command does; `then` asks in between. */
static void sync_then(void (*then)(void))
{
	open_project();
	if (stats.problems.n)
		stats.problems.v[0] = arena_str(&arena, stats.problems.v[0]);
	if (then)
		then();
	project_close(project);
}

static void sync_all(void)
{
	sync_then(NULL);
}

static struct plan_row *row(const char *path)
{
	struct err err = { 0 };
	plan_rows rows;

	if (!store_plans(project->store, &arena, 0, &rows, &err))
		fail_msg("%s", err.text);
	for (size_t i = 0; i < rows.n; i++)
		if (strcmp(rows.v[i].path, path) == 0)
			return &rows.v[i];
	return NULL;
}

static enum phl_status status;
static const char *title, *asked;
static int64_t number;
static size_t plans, events, findings;
static const char *finding;

static void ask(void)
{
	struct plan_row *r = row(asked);
	struct err err = { 0 };
	plan_rows rows;
	event_list list;
	finding_rows found;

	assert_non_null(r);
	status = r->status;
	title = arena_str(&arena, r->title);
	number = r->row;
	store_plans(project->store, &arena, 0, &rows, &err);
	plans = rows.n;
	store_events(project->store, &arena, r->row, 100, &list, &err);
	events = list.n;
	store_findings(project->store, &arena, NULL, false, 0, &found, &err);
	findings = 0;
	finding = "";
	for (size_t i = 0; i < found.n; i++) {
		if (strcmp(found.v[i].path, asked) != 0)
			continue;
		findings++;
		finding = arena_str(&arena, found.v[i].finding.message);
	}
}

static void look(const char *path)
{
	asked = path;
	sync_then(ask);
}

/* So that a file's time proves that it did not change. */
static void age_all(const char *path, int seconds)
{
	struct timespec now, t[2];

	clock_gettime(CLOCK_REALTIME, &now);
	now.tv_sec -= seconds;
	t[0] = t[1] = now;
	assert_int_equal(utimensat(AT_FDCWD, temp_path(path), t, 0), 0);
}

#define A ".planning/phases/01-base/01-01-PLAN.md"
#define A_SUMMARY ".planning/phases/01-base/01-01-SUMMARY.md"
#define B ".planning/phases/01-base/01-02-PLAN.md"
#define C "plans/03-01-PLAN.md"
#define ROADMAP ".planning/ROADMAP.md"

static void three_plans(void)
{
	temp_write(A, "# Plan 01-01: Alpha\n\n<task><name>One</name></task>\n");
	temp_write(B, "<task><name>Two</name></task>\n");
	temp_write(C, "---\nstatus: pending\n---\n# Gamma\n\n- [ ] **Task 1**: x\n");
}

static void the_first_sync_reads_everything(void **state)
{
	(void)state;
	three_plans();
	temp_write(A_SUMMARY, "# Summary\n");
	sync_all();
	assert_int_equal(stats.files, 4);
	assert_int_equal(stats.read, 4);
	assert_int_equal(stats.added, 3);
	assert_int_equal(stats.problems.n, 0);
}

static void the_second_reads_nothing(void **state)
{
	(void)state;
	three_plans();
	sync_all();
	sync_all();
	assert_int_equal(stats.files, 3);
	assert_int_equal(stats.read, 0);
}

static void a_changed_file_alone_is_read(void **state)
{
	(void)state;
	three_plans();
	sync_all();
	temp_write(C, "---\nstatus: done\n---\n# Gamma\n");
	look(C);
	assert_int_equal(stats.read, 1);
	assert_int_equal(stats.changed, 1);
	assert_int_equal(status, PHL_DONE);
	assert_int_equal(events, 2);
}

static void a_touched_file_is_read_but_not_changed(void **state)
{
	(void)state;
	three_plans();
	sync_all();
	age_all(C, 100);
	sync_all();
	assert_int_equal(stats.read, 1);
	assert_int_equal(stats.changed, 0);
	sync_all();
	assert_int_equal(stats.read, 0);
}

static void a_renamed_file_keeps_its_plan(void **state)
{
	int64_t was;

	(void)state;
	three_plans();
	look(C);
	was = number;
	assert_int_equal(rename(temp_path(C), temp_path("plans/04-01-PLAN.md")), 0);
	look("plans/04-01-PLAN.md");
	assert_int_equal(number, was);
	assert_int_equal(stats.moved, 1);
	assert_int_equal(stats.added + stats.removed, 0);
	assert_int_equal(plans, 3);
	sync_all();
	assert_int_equal(stats.read, 0);
}

static void a_file_moved_and_edited_keeps_its_plan_by_id_and_title(void **state)
{
	int64_t was;

	(void)state;
	three_plans();
	look(A);
	was = number;
	assert_int_equal(remove(temp_path(A)), 0);
	temp_write(".planning/archive/01-base/01-01-PLAN.md",
		   "# Plan 01-01: Alpha\n\nedited\n\n<task><name>One</name></task>\n");
	look(".planning/archive/01-base/01-01-PLAN.md");
	assert_int_equal(number, was);
	assert_int_equal(stats.moved, 1);
}

static void a_deleted_file_leaves_and_comes_back(void **state)
{
	int64_t was;

	(void)state;
	three_plans();
	look(C);
	was = number;
	assert_int_equal(remove(temp_path(C)), 0);
	look(A);
	assert_int_equal(plans, 2);
	assert_int_equal(stats.removed, 1);
	three_plans();
	look(C);
	assert_int_equal(number, was);
	assert_int_equal(plans, 3);
	assert_true(events >= 3);
}

static void a_summary_that_appears_makes_it_done(void **state)
{
	(void)state;
	three_plans();
	look(A);
	assert_int_equal(status, PHL_PENDING);
	temp_write(A_SUMMARY, "# Summary\n");
	look(A);
	assert_int_equal(status, PHL_DONE);
	assert_int_equal(stats.read, 2);
	temp_write(A_SUMMARY, "---\nstatus: blocked\n---\n# Summary\n");
	look(A);
	assert_int_equal(status, PHL_BLOCKED);
	assert_int_equal(remove(temp_path(A_SUMMARY)), 0);
	look(A);
	assert_int_equal(status, PHL_PENDING);
	assert_int_equal(stats.read, 1);
}

static void a_roadmap_decides_and_names(void **state)
{
	(void)state;
	three_plans();
	temp_write(ROADMAP, "# Roadmap\n\n- [x] 01-01: First\n- [ ] 01-02: Second\n");
	look(B);
	assert_int_equal(status, PHL_PENDING);
	assert_string_equal(title, "Second");
	look(A);
	assert_int_equal(status, PHL_DONE);
	assert_string_equal(title, "Alpha");
}

static void a_changed_roadmap_line_decides_that_plan_alone(void **state)
{
	(void)state;
	three_plans();
	temp_write(ROADMAP, "- [ ] 01-01: First\n- [ ] 01-02: Second\n");
	sync_all();
	temp_write(ROADMAP, "- [ ] 01-01: First\n- [x] 01-02: Second\n");
	look(B);
	assert_int_equal(status, PHL_DONE);
	assert_int_equal(stats.read, 2);
	assert_int_equal(remove(temp_path(ROADMAP)), 0);
	look(B);
	assert_int_equal(status, PHL_PENDING);
}

static void a_document_names_its_plan_alone(void **state)
{
	static const char lamps[] = "openspec/changes/lamps/tasks.md";
	static const char why[] = "openspec/changes/lamps/proposal.md";
	static const char rail[] = "openspec/changes/lamps/specs/rail/spec.md";

	(void)state;
	temp_write(lamps, "- [ ] 1.1 Hang\n");
	temp_write("openspec/changes/boats/tasks.md", "- [ ] 1.1 Tar\n");
	temp_write(why, "# Change: Lamps at night\n");
	look(lamps);
	assert_string_equal(title, "Lamps at night");
	age_all(".", 60);
	sync_all();
	look(lamps);
	assert_int_equal(stats.read, 0);
	temp_write(why, "# Change: Lamps at dusk\n");
	look(lamps);
	assert_int_equal(stats.read, 2);
	assert_string_equal(title, "Lamps at dusk");
	temp_write(rail, "## ADDED Requirements\n\n### Requirement: Light\n");
	look(lamps);
	assert_int_equal(stats.read, 2);
	assert_int_equal(remove(temp_path(why)), 0);
	look(lamps);
	assert_string_equal(title, "Lamps");
}

static void a_milestone_has_its_own_roadmap(void **state)
{
	static const char old[] = ".planning/milestones/v1.0-phases/01-old/01-01-PLAN.md";
	static const char bare[] = ".planning/milestones/v2.0-phases/01-old/01-01-PLAN.md";

	(void)state;
	temp_write(old, "# Old\n");
	temp_write(bare, "# Bare\n");
	temp_write(".planning/milestones/v1.0-ROADMAP.md", "- [x] 01-01: First\n");
	temp_write(ROADMAP, "- [x] 01-01: Other\n");
	look(old);
	assert_int_equal(status, PHL_DONE);
	look(bare);
	assert_int_equal(status, PHL_PENDING);
}

static void identical_copies_are_one_plan(void **state)
{
	static const char copy[] = "plans/copy/03-01-PLAN.md";

	(void)state;
	three_plans();
	temp_write(copy, "---\nstatus: pending\n---\n# Gamma\n\n- [ ] **Task 1**: x\n");
	look(C);
	assert_int_equal(plans, 3);
	assert_int_equal(findings, 1);
	assert_string_equal(finding, "the same text is also in plans/copy/03-01-PLAN.md; "
				     "it counts once");
	sync_all();
	assert_int_equal(stats.read, 0);
	temp_write(copy, "# Delta\n");
	look(C);
	assert_int_equal(plans, 4);
	assert_int_equal(findings, 0);
}

static void a_copy_takes_over_when_the_first_goes(void **state)
{
	static const char copy[] = "plans/copy/03-01-PLAN.md";
	int64_t was;

	(void)state;
	three_plans();
	look(C);
	was = number;
	temp_write(copy, "---\nstatus: pending\n---\n# Gamma\n\n- [ ] **Task 1**: x\n");
	look(C);
	assert_int_equal(number, was);
	assert_int_equal(events, 1);
	assert_int_equal(remove(temp_path(C)), 0);
	look(copy);
	assert_int_equal(number, was);
	assert_int_equal(plans, 3);
	assert_int_equal(findings, 0);
}

static void a_repeated_id_in_one_directory_is_found(void **state)
{
	static const char other[] = ".planning/phases/01-base/01-01-again-PLAN.md";

	(void)state;
	three_plans();
	temp_write(".planning/phases/x/01-01-PLAN.md", "# Elsewhere\n");
	temp_write(".planning/phases/01-base/01-01-FIX-PLAN.md", "# Mended\n");
	look(A);
	assert_int_equal(findings, 0);
	temp_write(other, "# Again\n");
	look(A);
	assert_int_equal(findings, 1);
	assert_string_equal(finding, ".planning/phases/01-base/01-01-again-PLAN.md has the "
				     "id 01-01 too");
	look(other);
	assert_int_equal(findings, 1);
	assert_int_equal(remove(temp_path(other)), 0);
	look(A);
	assert_int_equal(findings, 0);
}

static void an_unreadable_file_stops_nothing(void **state)
{
	(void)state;
	if (geteuid() == 0)
		skip();
	three_plans();
	chmod(temp_path(B), 0);
	look(A);
	assert_int_equal(plans, 2);
	assert_int_equal(stats.unreadable, 1);
	assert_string_equal(stats.problems.v[0], B ": cannot be read: Permission denied");
	chmod(temp_path(B), 0644);
	look(A);
	assert_int_equal(plans, 3);
}

static void set_time(const char *path, time_t when)
{
	struct timespec t[2] = { { .tv_sec = when }, { .tv_sec = when } };

	assert_int_equal(utimensat(AT_FDCWD, temp_path(path), t, 0), 0);
}

static void overwrite(const char *path, const char *text)
{
	int fd = open(temp_path(path), O_WRONLY);

	assert_true(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
}

static void a_file_too_young_for_its_stamp_is_read_again(void **state)
{
	time_t now = time(NULL);

	(void)state;
	temp_write(C, "# Alpha\n");
	set_time(C, now);
	sync_all();
	overwrite(C, "# Omega\n");
	set_time(C, now);
	look(C);
	assert_string_equal(title, "Omega");
}

static void an_old_file_is_trusted(void **state)
{
	time_t then = time(NULL) - 100;

	(void)state;
	temp_write(C, "# Alpha\n");
	set_time(C, then);
	sync_all();
	overwrite(C, "# Omega\n");
	set_time(C, then);
	look(C);
	assert_string_equal(title, "Alpha");
}

static void globs_override_the_families(void **state)
{
	(void)state;
	three_plans();
	temp_write("notes/move.md", "# Move\n");
	temp_write(".phaseline.yaml", "plans:\n  - notes/*.md\n");
	look("notes/move.md");
	assert_int_equal(plans, 1);
}

static void globs_that_change_decide_anew(void **state)
{
	(void)state;
	three_plans();
	temp_write("notes/move.md", "# Move\n");
	sync_all();
	assert_int_equal(stats.added, 3);
	temp_write(".phaseline.yaml", "plans:\n  - notes/*.md\n");
	look("notes/move.md");
	assert_int_equal(plans, 1);
	assert_int_equal(stats.removed, 3);
	temp_write(".phaseline.yaml", "title: Moving\n");
	look(C);
	assert_int_equal(plans, 3);
	assert_int_equal(stats.removed, 1);
}

static void a_broken_configuration_is_told_with_its_place(void **state)
{
	struct project_options o = { .dir = temp_root };
	struct err err = { 0 };

	(void)state;
	temp_write(".phaseline.yaml", "title: x\nplanz: y\n");
	assert_false(project_open(&project, &o, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	if (strncmp(err.text, ".phaseline.yaml:2:1: ", 21) != 0)
		fail_msg("%s", err.text);
}

static void a_tree_without_plans_gets_no_store(void **state)
{
	(void)state;
	temp_write("src/a.c", "");
	sync_all();
	assert_int_equal(stats.files, 0);
	assert_int_equal(access(temp_path(".phaseline"), F_OK), -1);
}

static void a_store_elsewhere_leaves_the_tree_alone(void **state)
{
	struct project_options o = { 0 };
	struct err err = { 0 };

	(void)state;
	temp_write("tree/.git/HEAD", "");
	temp_write("tree/" C, "# Alpha\n");
	o.dir = temp_path("tree");
	setenv("PHASELINE_STORE", temp_path("elsewhere.db"), 1);
	if (!project_open(&project, &o, &err)) fail_msg("%s", err.text);
	assert_true(project_sync(project, &o, &stats, &err));
	project_close(project);
	unsetenv("PHASELINE_STORE");
	assert_int_equal(access(temp_path("tree/.phaseline"), F_OK), -1);
	assert_int_equal(access(temp_path("elsewhere.db"), F_OK), 0);
}

static void many_plans_go_in_and_move_at_once(void **state)
{
	char path[64], text[64];

	(void)state;
	for (int i = 0; i < 300; i++) {
		snprintf(path, sizeof path, "plans/a/%02d-%02d-PLAN.md", i / 20, i % 20);
		snprintf(text, sizeof text, "# Number %d\n", i);
		temp_write(path, text);
	}
	sync_all();
	assert_int_equal(stats.added, 300);
	assert_int_equal(rename(temp_path("plans/a"), temp_path("plans/b")), 0);
	sync_all();
	assert_int_equal(stats.moved, 300);
	assert_int_equal(stats.added + stats.removed, 0);
	sync_all();
	assert_int_equal(stats.read, 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_first_sync_reads_everything),
		T(the_second_reads_nothing),
		T(a_changed_file_alone_is_read),
		T(a_touched_file_is_read_but_not_changed),
		T(a_renamed_file_keeps_its_plan),
		T(a_file_moved_and_edited_keeps_its_plan_by_id_and_title),
		T(a_deleted_file_leaves_and_comes_back),
		T(a_summary_that_appears_makes_it_done),
		T(a_roadmap_decides_and_names),
		T(a_changed_roadmap_line_decides_that_plan_alone),
		T(a_document_names_its_plan_alone),
		T(a_milestone_has_its_own_roadmap),
		T(identical_copies_are_one_plan),
		T(a_copy_takes_over_when_the_first_goes),
		T(a_repeated_id_in_one_directory_is_found),
		T(an_unreadable_file_stops_nothing),
		T(a_file_too_young_for_its_stamp_is_read_again),
		T(an_old_file_is_trusted),
		T(globs_override_the_families),
		T(globs_that_change_decide_anew),
		T(a_broken_configuration_is_told_with_its_place),
		T(a_tree_without_plans_gets_no_store),
		T(a_store_elsewhere_leaves_the_tree_alone),
		T(many_plans_go_in_and_move_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
