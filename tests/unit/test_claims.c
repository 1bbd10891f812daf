/* What the code says, beside what plans and tasks say. */
#include "model/claims.h"

#include "unit.h"

static struct arena arena;

/* The letters of references: standing, moved, cleared, replaced, file-gone; each is of
 * task 1, 2, … in turn of `tasks`, 0 for none; "!" before it: left as it is. */
static struct told told_of(const char *states, const char *tasks)
{
	struct told e = { .at = 1 };
	bool left = false;

	for (; *states; states++) {
		if (*states == '!') {
			left = true;
			continue;
		}
		*vec_push(&arena, &e.refs) = (struct told_ref){
			.state = *states == 's'	  ? REF_STANDING
				 : *states == 'm' ? REF_MOVED
				 : *states == 'c' ? REF_CLEARED
				 : *states == 'r' ? REF_REPLACED
						  : REF_GONE,
			.task = *tasks++ - '0', .left = left,
		};
		left = false;
	}
	return e;
}

static struct ref_counts counts_of(const struct told *e, enum phl_status plan,
				   const enum phl_status *tasks, size_t n)
{
	struct standing whole = { .at = -1, .status = plan }, v[4] = { { 0 } };
	struct ref_counts counts = { 0 };

	for (size_t i = 0; i < n; i++)
		v[i] = (struct standing){ .seq = (int)i + 1, .at = (int)i, .status = tasks[i] };
	claims_count(e, &whole, v, n, &counts);
	return counts;
}

static void counts_follow_from_states_and_statuses(void **state)
{
	enum { P = PHL_PENDING, I = PHL_IN_PROGRESS, B = PHL_BLOCKED, D = PHL_DONE,
	       S = PHL_SKIPPED, R = PHL_ROLLED_BACK };
	static const struct {
		const char *states, *tasks;
		enum phl_status plan, task[2];
		int checked, cleared, contradicted, finished;
	} rows[] = {
		{ "sscr", "0000", P, { P, P }, 4, 2, 0, 0 },
		{ "smcg", "0000", D, { P, P }, 3, 1, 2, 0 },
		{ "s!sc", "000", D, { P, P }, 2, 1, 1, 0 },	/* what is left is left out */
		{ "!sc", "00", D, { P, P }, 1, 1, 0, 0 },
		{ "ccr", "000", I, { P, P }, 3, 3, 0, 1 },	/* the plan looks finished */
		{ "cc", "12", B, { D, P }, 2, 2, 0, 1 },	/* which says it of its tasks */
		{ "gg", "00", P, { P, P }, 0, 0, 0, 0 },	/* a file that is gone proves nothing */
		{ "ss", "00", S, { P, P }, 2, 0, 0, 0 },
		{ "ss", "11", R, { D, P }, 2, 0, 0, 0 },
		{ "scs", "112", I, { D, P }, 3, 1, 1, 0 },	/* task 1 says done */
		{ "ccs", "112", I, { P, P }, 3, 2, 0, 1 },	/* task 1 looks finished */
		{ "ccs", "112", I, { S, D }, 3, 2, 1, 0 },
		{ "ss", "12", D, { P, D }, 2, 0, 2, 0 },	/* a finished plan: all of it */
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct told e = told_of(rows[i].states, rows[i].tasks);
		struct ref_counts c = counts_of(&e, rows[i].plan, rows[i].task, 2);

		if (c.checked != rows[i].checked || c.cleared != rows[i].cleared ||
		    c.contradicted != rows[i].contradicted || c.finished != rows[i].finished)
			fail_msg("row %zu: %d checked, %d cleared, %d contradicted, %d finished",
				 i, c.checked, c.cleared, c.contradicted, c.finished);
	}
	arena_reset(&arena);
}

static void claims_name_the_first_reference(void **state)
{
	struct phl_ref refs[] = { { .path = "a.c", .first = 3, .last = 3 },
				  { .path = "b.c", .first = 7, .last = 7 },
				  { .path = "c.c", .first = 9, .last = 9 } };
	struct phl_task tasks[] = { { .number = 4, .status = PHL_DONE },
				    { .status = PHL_PENDING } };
	struct phl_plan plan = { .refs = { refs, 3, 3 }, .tasks = { tasks, 2, 2 } };
	struct plan_row row = { .id = "01-01", .path = "01-01-PLAN.md",
				.status = PHL_IN_PROGRESS };
	const int seqs[] = { 2, 1 }; /* tasks do not stand in the order of their seqs */
	struct told e = told_of("sss", "122");
	claim_list claims = { 0 };

	(void)state;
	e.refs.v[1].line = 70;
	e.refs.v[1].resolved = "src/b.c";
	e.refs.v[0].state = REF_CLEARED;
	claims_add(&claims, &arena, &row, &plan, seqs, &e);
	assert_int_equal(claims.n, 2);
	assert_int_equal(claims.v[0].kind, CLAIM_CONTRADICTED);
	assert_string_equal(claims.v[0].name, "4");
	assert_int_equal(claims.v[0].n, 2);
	assert_string_equal(claims.v[0].path, "src/b.c");
	assert_int_equal(claims.v[0].line, 70);
	assert_int_equal(claims.v[1].kind, CLAIM_FINISHED);
	assert_string_equal(claims.v[1].name, "2");
	assert_string_equal(claims.v[1].path, "a.c");

	e.refs.n = 2; /* of another version of the plan */
	claims.n = 0;
	claims_add(&claims, &arena, &row, &plan, seqs, &e);
	assert_int_equal(claims.n, 0);
	arena_reset(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_follow_from_states_and_statuses),
		cmocka_unit_test(claims_name_the_first_reference),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
