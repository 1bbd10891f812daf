/* The JSON object of a plan, member by member. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/plan.h"

static const char empty[] =
	"{\"id\":\"03-03\",\"path\":\"p.md\",\"phase\":null,\"plan\":null,"
	"\"phase_name\":null,\"family\":\"phased\",\"title\":\"T\","
	"\"title_from\":\"heading\",\"goal\":null,\"status\":\"pending\","
	"\"status_text\":null,\"status_from\":\"default\",\"status_line\":null,"
	"\"summarised\":false,\"estimate\":null,\"actual\":null,\"created\":null,"
	"\"started\":null,\"completed\":null,\"wave\":null,\"owner\":null,"
	"\"priority\":null,\"type\":null,\"depends_on\":[],\"requirements\":[],"
	"\"declared\":[],\"tags\":[],\"keys\":[],\"tasks\":[],\"files\":[],\"refs_checked\":null,\"refs\":[],"
	"\"criteria\":[],\"verification\":[],\"rollback\":[],\"commits\":[],"
	"\"notes\":[],\"findings\":[],\"work\":null,\"verified\":null}";

static void an_empty_plan_has_every_member(void **state)
{
	struct phl_plan p = { .id = "03-03", .path = "p.md", .family = "phased", .title = "T" };
	char *s = phl_plan_json(&p);

	(void)state;
	assert_string_equal(s, empty);
	free(s);
}

static void contains(const struct phl_plan *p, const char *text)
{
	char *s = phl_plan_json(p);

	if (!strstr(s, text))
		fail_msg("no %s in %s", text, s);
	free(s);
}

static void a_task_has_its_steps_and_files(void **state)
{
	struct phl_step step = { "s", PHL_NO_STATUS, 150, 0 };
	const char *file = "a.py";
	struct phl_task task = {
		.number = 1, .label = "Task 1", .title = "t", .status = PHL_DONE,
		.status_from = PHL_FROM_BOX, .line = 149, .last = 152, .box_col = 4,
		.estimate = { 25, 30, "25-30 min" }, .owner = "ann",
		.started = "2026-01-14T12:00:00Z", .actual = { 5, 5, "5m" },
	};
	struct phl_plan p = { .id = "x" };

	(void)state;
	task.steps.v = &step;
	task.steps.n = 1;
	task.files.v = &file;
	task.files.n = 1;
	p.tasks.v = &task;
	p.tasks.n = 1;
	contains(&p, "\"tasks\":[{\"number\":1,\"label\":\"Task 1\",\"title\":\"t\","
		     "\"status\":\"done\",\"status_from\":\"box\",\"line\":149,"
		     "\"last\":152,\"box_col\":4,\"type\":null,\"optional\":false,"
		     "\"parallel\":false,\"parent\":null,\"section\":null,"
		     "\"owner\":\"ann\",\"started\":\"2026-01-14T12:00:00Z\","
		     "\"steps\":[{\"title\":\"s\",\"status\":null,\"line\":150,"
		     "\"depth\":0}],\"files\":[\"a.py\"],\"requirements\":[],"
		     "\"estimate\":{\"low\":25,\"high\":30,\"text\":\"25-30 min\"},"
		     "\"actual\":{\"low\":5,\"high\":5,\"text\":\"5m\"}}]");
}

static void a_size_that_is_no_duration_has_no_minutes(void **state)
{
	struct phl_plan p = { .id = "x", .estimate = { -1, -1, "M" } };

	(void)state;
	contains(&p, "\"estimate\":{\"low\":null,\"high\":null,\"text\":\"M\"}");
}

static void an_open_reference_has_no_last_line(void **state)
{
	struct phl_ref refs[] = {
		{ .path = "a.py", .first = 95, .last = 95, .expected = "e", .task = -1,
		  .line = 61, .col = 3 },
		{ .first = 967, .last = INT32_MAX, .task = 0, .line = 62, .col = 1 },
	};
	struct phl_plan p = { .id = "x" };

	(void)state;
	p.refs.v = refs;
	p.refs.n = 2;
	contains(&p, "\"refs\":[{\"path\":\"a.py\",\"resolved\":null,\"first\":95,"
		     "\"last\":95,\"open\":false,\"column\":null,\"approximate\":false,"
		     "\"expected\":\"e\",\"wanted\":null,\"task\":null,\"line\":61,"
		     "\"col\":3,\"state\":null},");
	contains(&p, "{\"path\":null,\"resolved\":null,\"first\":967,\"last\":null,"
		     "\"open\":true,");
}

static void a_finding_has_its_place(void **state)
{
	struct phl_finding f = { "mojibake", PHL_WARNING, 25, 36, "m" };
	struct phl_plan p = { .id = "x" };

	(void)state;
	p.findings.v = &f;
	p.findings.n = 1;
	contains(&p, "\"findings\":[{\"rule\":\"mojibake\",\"severity\":\"warning\","
		     "\"line\":25,\"column\":36,\"message\":\"m\"}]");
}

static void small_members_are_written(void **state)
{
	struct phl_file file = { .path = "a", .number = 2, .category = "C", .line = 59 };
	struct phl_criterion criterion = { 2, "c", PHL_DONE, 1 };
	struct phl_verification v = { "make", "0", "sh", -1, 205, 207 };
	struct phl_rollback r = { 1, "Revert", 217 };
	struct phl_commit c = { NULL, "m", 5 };
	struct phl_note n = { "rollback", "2026-01-13", "n", 9 };
	struct phl_key k = { "k", "v", 3 };
	struct phl_plan p = { .id = "x" };

	(void)state;
	p.files.v = &file;
	p.criteria.v = &criterion;
	p.verification.v = &v;
	p.rollback.v = &r;
	p.commits.v = &c;
	p.notes.v = &n;
	p.keys.v = &k;
	p.files.n = p.criteria.n = p.verification.n = p.rollback.n = 1;
	p.commits.n = p.notes.n = p.keys.n = 1;
	contains(&p, "\"files\":[{\"path\":\"a\",\"resolved\":null,\"number\":2,"
		     "\"category\":\"C\",\"remark\":null,\"decision\":null,"
		     "\"notes\":null,\"left\":false,\"line\":59}]");
	contains(&p, "\"criteria\":[{\"number\":2,\"title\":\"c\",\"status\":\"done\",\"line\":1}]");
	contains(&p, "\"verification\":[{\"command\":\"make\",\"expect\":\"0\",\"shell\":\"sh\","
		     "\"task\":null,\"line\":207}]");
	contains(&p, "\"rollback\":[{\"number\":1,\"text\":\"Revert\",\"line\":217}]");
	contains(&p, "\"commits\":[{\"hash\":null,\"message\":\"m\",\"line\":5}]");
	contains(&p, "\"notes\":[{\"kind\":\"rollback\",\"date\":\"2026-01-13\","
		     "\"text\":\"n\",\"line\":9}]");
	contains(&p, "\"keys\":[{\"name\":\"k\",\"value\":\"v\",\"line\":3}]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_plan_has_every_member),
		cmocka_unit_test(a_task_has_its_steps_and_files),
		cmocka_unit_test(a_size_that_is_no_duration_has_no_minutes),
		cmocka_unit_test(an_open_reference_has_no_last_line),
		cmocka_unit_test(a_finding_has_its_place),
		cmocka_unit_test(small_members_are_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
