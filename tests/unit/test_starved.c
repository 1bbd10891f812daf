/* The library when memory runs out: each allocation of its fails once, and for good. */
#include <glob.h>
#include <stdio.h>

#include "phaseline.h"
#include "unit.h"
#include "starve.h"

static const char odd[] =
	"---\r\nphase: 03\r\nplan: 01\r\nassignee: @ann\r\nfiles: [a.c, b.c]\r\nx: [1, {y: \"2\"}]\r\n---\r\n"
	"# Plan 03-01: Tom &amp; Jerry \0 move\r\n\r\n<objective>\r\nTwo\r\nlines &lt;here&gt;.\r\n</objective>\r\n"
	"<task type=\"auto\">\r\n<name>Task 1: a</name>\r\n<files>a.c</files>\r\n<action>In a.c, line 3: "
	"`x &amp; y` + `z`\r\n```diff\r\n-old\r\n+new\r\n```\r\n</action>\r\n</task>\r\n\r\n"
	"## Tasks\r\n\r\n- [ ] **Task 2**: b\r\n";

static struct plan_text {
	const char *name;
	char *bytes;
	size_t n;
} text;

static void slurp(const char *name)
{
	static char bytes[1 << 20];
	FILE *f = fopen(name, "rb");

	assert_non_null(f);
	text = (struct plan_text){ name, bytes, fread(bytes, 1, sizeof bytes, f) };
	fclose(f);
}

/* Reads the text and writes it as JSON, which may be NULL. */
static char *answer(void)
{
	struct phl_plan *plan = phl_plan_parse(text.bytes, text.n, text.name);
	char *json = plan ? phl_plan_json(plan) : NULL;

	phl_plan_free(plan);
	return json;
}

/* NULL or the whole answer, where something else could be had; and nothing is left. */
static int fail_each(bool after)
{
	long live = starve.live, failed = 0, n;
	char *whole = answer();

	assert_non_null(whole);
	for (long at = 1;; at++) {
		starve.at = at;
		starve.after = after;
		starve.count = 0;
		char *json = answer();
		n = starve.count;
		starve.at = 0;
		if (json)
			assert_string_equal(json, whole);
		failed += !json;
		free(json);
		assert_int_equal(starve.live, live + 1);
		assert_int_equal(starve.mapped, 0);
		if (n < at)
			break;
	}
	free(whole);
	return (int)failed;
}

static void fail_both_ways(void)
{
	assert_true(fail_each(false) > 2);
	assert_true(fail_each(true) > 2);
}

static void no_plan_is_half_read(void **state)
{
	glob_t found;

	(void)state;
	assert_int_equal(glob("tests/golden/*.md", 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		slurp(found.gl_pathv[i]);
		fail_both_ways();
	}
	globfree(&found);
}

static void nor_one_with_odd_bytes(void **state)
{
	(void)state;
	text = (struct plan_text){ ".planning/phases/03-x/03-01-PLAN.md", (char *)odd, sizeof odd - 1 };
	fail_both_ways();
}

/* Enough for blocks of pages that are asked for from the kernel. */
static void nor_a_large_one(void **state)
{
	static char large[140 << 10];
	size_t n = 0;

	(void)state;
	for (int i = 1; n < sizeof large - 200; i++)
		n += (size_t)snprintf(large + n, sizeof large - n,
				      "- [ ] **Task %d**: in `src/a%d.c`, line %d: `call_%d();`\n", i, i, i, i);
	text = (struct plan_text){ "plans/03-01-PLAN.md", large, n };
	assert_true(fail_each(false) > 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_plan_is_half_read),
		cmocka_unit_test(nor_one_with_odd_bytes),
		cmocka_unit_test(nor_a_large_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
