/* Which commits are about a plan, by their message. */
#include <limits.h>
#include <stdlib.h>

#include "model/work.h"
#include "unit.h"

static const struct {
	const char *message, *id;
	int task; /* -1: it is not about it */
} cases[] = {
	{ "feat(03-03): move the schedulers", "03-03", 0 },
	{ "feat(03-03)!: move the schedulers", "03-03", 0 },
	{ "fix(phase-03-03): and back", "03-03", 0 },
	{ "docs(phase-3-3): with fewer zeros", "03-03", 0 },
	{ "feat(3-03): the same", "03-03", 0 },
	{ "03-03/4 the fourth task", "03-03", 4 },
	{ "feat(03-03): task 12 of it", "03-03", 12 },
	{ "feat(03-03): task 4294967298", "03-03", INT_MAX },
	{ "feat(03-03): Task-2", "03-03", 2 },
	{ "feat(03-03): a multitask 7", "03-03", 7 },
	{ "[03-03] in brackets", "03-03", 0 },
	{ "Finish 03-03.", "03-03", 0 },
	{ "feat(03-02,03-03): two at once", "03-03", 0 },
	{ "feat(02.1-03): a decimal", "02.1-03", 0 },
	{ "feat(10-04A): a letter", "10-04a", 0 },
	{ "feat(03-03-FIX): the fix", "03-03-FIX", 0 },
	{ "Move it\n\nPlan: 03-03", "03-03", 0 },
	{ "Move it\n\nTask: 03-03/2\n", "03-03", 2 },

	{ "feat(03-04): another", "03-03", -1 },
	{ "feat(13-03): another", "03-03", -1 },
	{ "feat(03-033): another", "03-03", -1 },
	{ "feat(03-03.1): another", "03-03", -1 },
	{ "feat(03-03-FIX): another", "03-03", -1 },
	{ "feat(1.03-03): another", "03-03", -1 },
	{ "feat(03-03a): another", "03-03", -1 },
	{ "Release of 2026-03-03", "03-03", -1 },
	{ "Release of 03-03-2026", "03-03", -1 },
	{ "Read lines 3-3 again", "03-03", -1 },
	{ "Move it\n\nThis needs what 03-03 brings.", "03-03", -1 },
	{ "", "03-03", -1 },
	{ "03-0", "03-03", -1 },
};

static void test_messages(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int task;
		bool is = work_mentions(cases[i].message, cases[i].id, &task);
		if (is != (cases[i].task >= 0) || (is && task != cases[i].task))
			fail_msg("%s: %s: %s, task %d", cases[i].id, cases[i].message,
				 is ? "is" : "is not", task);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_messages) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
