#include "unit.h"

#include <string.h>

#include "model/expect.h"

#define NO VERDICT_FAILED
#define YES VERDICT_PASSED
#define WHO_KNOWS VERDICT_UNJUDGED

struct example {
	const char *expect, *command, *out;
	int status;
	enum verdict verdict;
};

static void judged(const struct example *e, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct phl_verification v = { .command = e[i].command, .expect = e[i].expect,
					      .fence = 7 };
		struct outcome o = { .out = e[i].out, .status = e[i].status };
		const char *why = NULL;

		if (expect_judge(&v, &o, &why) != e[i].verdict)
			fail_msg("\"%s\", %s gives \"%s\" (%d): %s, because %s", e[i].expect,
				 e[i].command, e[i].out, e[i].status,
				 verdict_word(expect_judge(&v, &o, NULL)), why);
		assert_non_null(why);
	}
}

#define JUDGED(examples) judged(examples, sizeof examples / sizeof *examples)

static void numbers_are_compared(void **state)
{
	static const struct example v[] = {
		{ "Should be 0", "grep x a | wc -l", "0\n", 1, YES },
		{ "Should be 0", "grep x a | wc -l", "      3\n", 0, NO },
		{ "Should return 0", "grep -c x a", "0\n", 1, YES },
		{ "Expect: 0", "rg x | wc -l", "12\n", 0, NO },
		{ "Count the boats - should be 12", "grep -c boat a", "12\n", 0, YES },
		{ "Count the boats - should be 12", "grep -c boat a", "11\n", 0, NO },
		{ "Doit retourner: 3 (une par bateau)", "grep -c x a", "3\n", 0, YES },
		{ "Should be at least 4", "ls | wc -l", "4\n", 0, YES },
		{ "Should be at least 4", "ls | wc -l", "3\n", 0, NO },
		{ "Expected: \xe2\x89\xa4 2", "ls | wc -l", "3\n", 0, NO },
		{ "Should be more than 2", "ls | wc -l", "2\n", 0, NO },
		{ "Should be 5 or more", "ls | wc -l", "9\n", 0, YES },
		{ "Should be 0", "grep x a | wc -l", "0\n", 2, NO },
		{ "Should be 12.5", "bc", "12\n", 0, WHO_KNOWS },
		{ "Expected: >90% coverage", "pytest", "91\n", 0, WHO_KNOWS },
		{ "Should be several MB (not 0 bytes)", "ls -lh a", "3M\n", 0, WHO_KNOWS },
	};
	(void)state;
	JUDGED(v);
}

static void finds_are_counted(void **state)
{
	static const struct example v[] = {
		{ "Should return 0 matches", "grep -r x src", "", 1, YES },
		{ "Should return 0 matches", "grep -r x src", "src/a:x\n", 0, NO },
		{ "Result: No matches found", "grep -r x src", "", 1, YES },
		{ "Result: No matches found", "grep -r x src", "0\n", 0, NO },
		{ "Expect: zero matches", "curl -s u | grep -o x", "x\n", 0, NO },
		{ "Expected: no results", "rg x", "", 1, YES },
		{ "Expected: nothing", "git grep x", "", 1, YES },
		{ "Expect: \xe2\x89\xa5""1 match", "grep -o x a", "x\nx\n", 0, YES },
		{ "Expect: \xe2\x89\xa5""1 match", "grep -o x a", "", 1, NO },
		{ "Expect: 3 matches", "grep -o x a", "x\nx\n", 0, NO },
		{ "Expect: 3 matches", "grep -A2 x a", "x\nx\n1\n", 0, WHO_KNOWS },
		{ "Expect: 3 matches", "grep x a | sort | uniq -c", "3 x\n", 0, WHO_KNOWS },
		{ "Expect: 2 matches", "grep -c x a", "2\n", 0, YES },
		{ "Prices (expect \xe2\x89\xa5""3 hits \xe2\x80\x94 one each)", "grep -o x a", "x\n", 0, NO },
		{ "\xe6\x9c\x9f\xe6\x9c\x9b\xef\xbc\x9a\xe6\x97\xa0\xe8\xbe\x93\xe5\x87\xba", "grep x a", "", 1, YES },
		{ "Expected: no output", "gofmt -l .", "a.go\n", 0, NO },
		{ "Should find no lines", "./count", "found 0 lines\n", 0, WHO_KNOWS },
	};
	(void)state;
	JUDGED(v);
}

/* Nothing found is no proof when the search may not have seen a thing. */
static void nothing_is_not_always_a_pass(void **state)
{
	static const struct example v[] = {
		{ "Expect: zero matches", "curl -s u | grep -o x", "", 1, WHO_KNOWS },
		{ "Should return 0 matches", "grep -r x nowhere", "", 2, NO },
		{ "Should return 0", "grep x a", "", 1, WHO_KNOWS },
		{ "Should return 0", "grep x a", "x\n", 0, WHO_KNOWS },
		{ "Should return 0 matches", "no-such-command x", "", 127, NO },
	};
	struct phl_verification command = { .command = "cat a b | grep x", .fence = 1,
					    .expect = "Should return 0 matches" };
	struct outcome o = { .out = "", .status = 1, .complained = true };

	(void)state;
	JUDGED(v);
	assert_int_equal(expect_judge(&command, &o, NULL), VERDICT_UNJUDGED);
	o.complained = false;
	assert_int_equal(expect_judge(&command, &o, NULL), VERDICT_PASSED);
	o.cut = true;
	assert_int_equal(expect_judge(&command, &o, NULL), VERDICT_UNJUDGED);
}

/* Words that allow for more make a failure unsure, never a pass. */
static void exceptions_are_left_to_people(void **state)
{
	static const struct example v[] = {
		{ "Should be 0 or only documented exceptions", "grep x a | wc -l", "0\n", 1, YES },
		{ "Should be 0 or only documented exceptions", "grep x a | wc -l", "2\n", 0, WHO_KNOWS },
		{ "Should return 0 matches (excluding test files)", "grep -r x", "", 1, YES },
		{ "Should return 0 matches (excluding test files)", "grep -r x", "a:x\n", 0, WHO_KNOWS },
		{ "Should return 0 matches in services", "grep -r x", "a:x\n", 0, WHO_KNOWS },
		{ "Expected: no results (or only the base itself)", "grep -r x", "a:x\n", 0, WHO_KNOWS },
		{ "Expect: 1 match (the badge)", "grep -o x a", "x\nx\n", 0, NO },
		{ "Expected: all pass (or fail for other reasons)", "pytest", "", 1, WHO_KNOWS },
		{ "Should be 0 a week", "grep x a | wc -l", "0\n", 0, WHO_KNOWS },
	};
	(void)state;
	JUDGED(v);
}

static void exit_statuses_are_compared(void **state)
{
	static const struct example v[] = {
		{ "Should succeed", "make", "", 0, YES },
		{ "Should succeed without errors", "make", "", 2, NO },
		{ "Nothing else broke (should still pass)", "make test", "", 0, YES },
		{ "Should exit with 0", "make", "", 1, NO },
		{ "Should exit with status 3", "make", "", 3, YES },
		{ "Should exit 2 (no boat)", "./a", "", 2, YES },
		{ "Should return exit code 0", "./a", "", 0, YES },
		{ "Should fail", "./a", "", 1, YES },
		{ "Should fail", "./a", "", 0, NO },
		{ "Should fail", "./none", "", 127, NO },
		{ "Should fail over to the other boat", "./a", "", 0, WHO_KNOWS },
		{ "Expected: 6/6 pass", "pytest", "=== 6 passed in 1s ===\n", 0, YES },
		{ "Expected: 6/6 pass", "pytest", "=== 5 passed, 1 skipped ===\n", 0, WHO_KNOWS },
		{ "Expected: 6/6 pass", "pytest", "=== 6 passed, 1 failed ===\n", 1, NO },
	};
	(void)state;
	JUDGED(v);
}

static void output_is_compared(void **state)
{
	static const struct example v[] = {
		{ "Should return only: a/env.py, b.py, tests/*", "grep -r x", "x/a/env.py:1:x\nb.py:2:x\ny/tests/z.py:x\n", 0, YES },
		{ "Should return only: a/env.py, b.py", "grep -r x", "a/env.py:1:x\nc.py:2:x\n", 0, NO },
		{ "Should return only: b.py", "grep -r x", "ab.py:1:x\n", 0, NO },
		{ "Should return only: b.py", "grep -r x", "", 1, WHO_KNOWS },
		{ "Should print: All tight", "./a", "...\nAll tight\n", 0, YES },
		{ "Should print \"All tight\"", "./a", "All tight\n", 0, YES },
		{ "Should print: All tight", "./a", "all loose\n", 0, WHO_KNOWS },
		{ "Should print: All tight", "./a", "All tight\n", 1, NO },
		{ "Should show a.c, b_c and D.c", "ls", "a.c b_c\nD.c\n", 0, YES },
		{ "Should show a.c, b_c", "ls", "a.c\n", 0, WHO_KNOWS },
		{ "Should show errors", "./a", "0 errors\n", 0, WHO_KNOWS },
		{ "Expect: Boats: 3", "./a", "Boats: 3\n", 0, YES },
		{ "Expect: Boats: 3", "./a", "Boats: 4\n", 0, WHO_KNOWS },
		{ "Should look nice", "./a", "", 0, WHO_KNOWS },
	};
	(void)state;
	JUDGED(v);
}

static void silence_is_not_consent(void **state)
{
	static const struct example v[] = {
		{ NULL, "make", "", 0, WHO_KNOWS },
		{ NULL, "make", "", 2, NO },
		{ NULL, "grep x a", "", 1, WHO_KNOWS },
		{ NULL, "./none", "", 127, NO },
	};
	struct phl_verification own = { .command = "make 2>&1 | tail -3" };
	struct phl_verification counts = { .command = "grep x a | wc -l" };
	struct phl_verification caught = { .command = "make || echo bad" };
	struct outcome o = { .out = "" };

	(void)state;
	JUDGED(v);
	assert_int_equal(expect_judge(&own, &o, NULL), VERDICT_PASSED);
	assert_int_equal(expect_judge(&counts, &o, NULL), VERDICT_UNJUDGED);
	assert_int_equal(expect_judge(&caught, &o, NULL), VERDICT_UNJUDGED);
}

/* A verdict is shown with its reason. */
static void each_verdict_says_why(void **state)
{
	static const struct {
		struct example e;
		const char *why;
	} v[] = {
		{ { "Expect: 3 matches", "./a", "3\n", 0, WHO_KNOWS }, "the output may be a number or a find" },
		{ { "Expect: 3 matches", "grep -c x a b", "a:1\nb:2\n", 0, WHO_KNOWS }, "there are several counts" },
		{ { "Expect: 3 matches", "grep -A2 x a", "x\n1\n2\n", 0, WHO_KNOWS }, "not every line is a find" },
		{ { "Should be 3", "./a", "three\n", 0, WHO_KNOWS }, "the output is no number" },
		{ { "Should be 3", "./a", "4\n", 0, NO }, "it is another number" },
		{ { "Should be 3", "./a", "3\n", 0, YES }, "it is that number" },
		{ { "Should be 3", "./a", "3\n", 1, NO }, "it ended with an error" },
		{ { "Should be 3", "./a", "3\n", 2, NO }, "it ended with an error" },
		{ { "Should be 0", "./a", "0\n", 1, WHO_KNOWS }, "it ended with status 1" },
		{ { "Should be 3", "./a", "", 137, NO }, "it could not run, or was ended" },
		{ { "Should fail", "./a", "", 0, NO }, "the exit status is another" },
		{ { "Expected: 6/6 pass", "pytest", "5 passed\n", 0, WHO_KNOWS }, "it does not say how many passed" },
		{ { "Should return only: b.py", "ls", "b.py\n", 2, NO }, "it ended with an error" },
		{ { "Should return only: b.py", "ls", "", 0, WHO_KNOWS }, "there is no output" },
		{ { "Should print: All tight", "./a", "loose\n", 0, WHO_KNOWS }, "no line is just that" },
		{ { "Should show a.c, b_c", "ls", "a.c b_c\n", 2, NO }, "it ended with an error" },
		{ { "Should show a.c, b_c", "ls", "a.c\n", 0, WHO_KNOWS }, "not all of that is in the output" },
		{ { "Should look nice", "./a", "", 0, WHO_KNOWS }, "that needs a reader" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
		const struct example *e = &v[i].e;
		struct phl_verification check = { .command = e->command, .expect = e->expect, .fence = 7 };
		struct outcome o = { .out = e->out, .status = e->status };
		const char *why = NULL;

		assert_int_equal(expect_judge(&check, &o, &why), e->verdict);
		assert_string_equal(why, v[i].why);
	}
}

/* Of what is cut off nothing is said. */
static void cut_output_is_not_judged(void **state)
{
	struct phl_verification only = { .command = "ls", .expect = "Should return only: b.py", .fence = 7 };
	struct phl_verification count = { .command = "ls | wc -l", .expect = "Should be 3", .fence = 7 };
	struct outcome o = { .out = "3\n", .cut = true };
	const char *why = NULL;

	(void)state;
	assert_int_equal(expect_judge(&only, &o, &why), VERDICT_UNJUDGED);
	assert_string_equal(why, "there is too much output");
	assert_int_equal(expect_judge(&count, &o, &why), VERDICT_UNJUDGED);
	assert_string_equal(why, "there is too much output to count");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_compared),
		cmocka_unit_test(finds_are_counted),
		cmocka_unit_test(nothing_is_not_always_a_pass),
		cmocka_unit_test(exceptions_are_left_to_people),
		cmocka_unit_test(exit_statuses_are_compared),
		cmocka_unit_test(output_is_compared),
		cmocka_unit_test(silence_is_not_consent),
		cmocka_unit_test(each_verdict_says_why),
		cmocka_unit_test(cut_output_is_not_judged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
