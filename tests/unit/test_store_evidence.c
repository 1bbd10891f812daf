/* What the code said about references stays with them, and no longer. */
#include "store_fixture.h"

static struct phl_plan *plan_with_refs(void)
{
	struct phl_plan *p = new_plan("plans/01-01-PLAN.md", "01-01", "Rates");

	add_task(p, "Task 1", "Round them", PHL_DONE);
	add_task(p, "Task 2", "Store them", PHL_PENDING);
	p->status = PHL_IN_PROGRESS;
	add_ref(p, "src/rates.c", 12, "round(x)")->task = 0;
	add_ref(p, "src/rates.c", 30, "store(x)")->task = 1;
	add_ref(p, "src/left.c", 4, NULL);
	return p;
}

/* The first still stands, the second is cleared, the third is left. */
static struct told told_of(struct store *s, int64_t row)
{
	struct told e = { .at = WHEN + 60 };
	int *seqs;

	ok(store_task_seqs(s, &memory, row, 2, &seqs, &error));
	*vec_push(&memory, &e.refs) = (struct told_ref){
		.state = REF_MOVED, .task = seqs[0], .line = 14, .resolved = "lib/src/rates.c" };
	*vec_push(&memory, &e.refs) = (struct told_ref){
		.state = REF_CLEARED, .task = seqs[1], .resolved = "lib/src/rates.c" };
	*vec_push(&memory, &e.refs) = (struct told_ref){ .state = REF_STANDING, .left = true };
	return e;
}

static void put(struct store *s, int64_t row, const struct phl_plan *read, const struct told *e)
{
	ok(store_begin(s, &error));
	ok(store_put_evidence(s, row, read, e, &error));
	ok(store_commit(s, &error));
}

static void assert_counts(struct store *s, int64_t row, int checked, int cleared,
			  int contradicted, int finished)
{
	const int want[] = { checked, cleared, contradicted, finished };
	struct plan_row plan;
	phase_rows phases;

	ok(store_plan_row(s, &memory, row, &plan, &error));
	ok(store_phases(s, &memory, &phases, &error));
	for (int i = 0; i < 2; i++) {
		const struct ref_counts *c = i ? &phases.v[0].refs : &plan.refs;
		const int have[] = { c->checked, c->cleared, c->contradicted, c->finished };

		assert_memory_equal(have, want, sizeof want);
	}
}

static size_t refs_known(struct store *s, int64_t row)
{
	struct told e;

	ok(store_evidence(s, &memory, row, &e, &error));
	return e.refs.n;
}

static void what_was_put_comes_back(void **state)
{
	struct store *s = store_in_memory();
	const struct phl_plan *p = plan_with_refs();
	int64_t row = save(s, p);
	struct told e = told_of(s, row), back;
	bool known;

	(void)state;
	ok(store_evidence_is_known(s, row, &e, &known, &error));
	assert_false(known);
	put(s, row, p, &e);
	ok(store_evidence_is_known(s, row, &e, &known, &error));
	assert_true(known);
	ok(store_evidence(s, &memory, row, &back, &error));
	assert_int_equal(back.at, WHEN + 60);
	assert_int_equal(back.refs.n, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(back.refs.v[i].state, e.refs.v[i].state);
		assert_int_equal(back.refs.v[i].left, e.refs.v[i].left);
		assert_int_equal(back.refs.v[i].task, e.refs.v[i].task);
		assert_int_equal(back.refs.v[i].line, e.refs.v[i].line);
	}
	assert_string_equal(back.refs.v[1].resolved, "lib/src/rates.c");
	assert_null(back.refs.v[2].resolved);
	assert_counts(s, row, 2, 1, 1, 1);
	end_test(s);
}

static void counts_follow_statuses(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = plan_with_refs();
	int64_t row = save(s, p);
	struct told e = told_of(s, row);

	(void)state;
	put(s, row, p, &e);
	p->tasks.v[0].status = PHL_IN_PROGRESS;
	save_as(s, p, row);
	assert_counts(s, row, 2, 1, 0, 1);
	p->status = PHL_DONE;
	save_as(s, p, row);
	assert_counts(s, row, 2, 1, 1, 0);
	end_test(s);
}

static void evidence_outlives_edits_that_do_not_touch_references(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = plan_with_refs();
	int64_t row = save(s, p);
	struct told e = told_of(s, row);

	(void)state;
	put(s, row, p, &e);
	p->title = "Other rates";
	for (size_t i = 0; i < p->refs.n; i++)
		p->refs.v[i].line += 5; /* something was written above them */
	save_as(s, p, row);
	assert_counts(s, row, 2, 1, 1, 1);
	assert_int_equal(refs_known(s, row), 3);
	end_test(s);
}

static void evidence_goes_with_the_references_it_is_about(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = plan_with_refs();
	int64_t row = save(s, p);
	struct told e = told_of(s, row);

	(void)state;
	put(s, row, p, &e);
	p->refs.v[0].first = p->refs.v[0].last = 13;
	save_as(s, p, row);
	assert_counts(s, row, 0, 0, 0, 0);
	assert_int_equal(refs_known(s, row), 0);

	put(s, row, plan_with_refs(), &e); /* of the version before */
	assert_int_equal(refs_known(s, row), 0);

	put(s, row, p, &e);
	remove_plan(s, row);
	save_as(s, p, row);
	assert_counts(s, row, 0, 0, 0, 0);
	end_test(s);
}

static void its_age_is_that_of_the_oldest(void **state)
{
	struct store *s = store_in_memory();
	const struct phl_plan *p = plan_with_refs();
	int64_t row = save(s, p), at;
	struct told e = told_of(s, row);

	(void)state;
	ok(store_evidence_time(s, &at, &error));
	assert_int_equal(at, 0);
	put(s, row, p, &e);
	ok(store_evidence_time(s, &at, &error));
	assert_int_equal(at, WHEN + 60);
	ok(store_evidence_held(s, WHEN + 600, &error));
	ok(store_evidence_time(s, &at, &error));
	assert_int_equal(at, WHEN + 600);
	ok(store_evidence(s, &memory, row, &e, &error));
	assert_int_equal(e.at, WHEN + 600);
	end_test(s);
}

static void claimed_plans_are_found_worst_first(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = plan_with_refs(), *q = plan_with_refs(), *r = plan_with_refs();
	struct told e;
	plan_rows found;

	(void)state;
	q->path = "plans/01-02-PLAN.md";
	q->id = "01-02";
	r->path = "plans/01-03-PLAN.md";
	r->id = "01-03";
	p->tasks.v[0].status = PHL_PENDING; /* only task 2 looks finished */
	int64_t a = save(s, p), b = save(s, q);
	save(s, r);
	e = told_of(s, a);
	put(s, a, p, &e);
	e = told_of(s, b);
	put(s, b, q, &e);
	ok(store_claimed_plans(s, &memory, 0, &found, &error));
	assert_int_equal(found.n, 2);
	assert_string_equal(found.v[0].id, "01-02");
	assert_string_equal(found.v[1].id, "01-01");
	end_test(s);
}

static void tasks_get_their_share(void **state)
{
	struct store *s = store_in_memory();
	const struct phl_plan *p = plan_with_refs();
	int64_t row = save(s, p);
	struct told e = told_of(s, row);

	(void)state;
	put(s, row, p, &e);
	task_rows tasks = tasks_of(s, row);
	ok(store_task_evidence(s, &tasks, &error));
	assert_int_equal(tasks.v[0].refs.checked, 1);
	assert_int_equal(tasks.v[0].refs.contradicted, 1);
	assert_int_equal(tasks.v[1].refs.checked, 1);
	assert_int_equal(tasks.v[1].refs.cleared, 1);
	end_test(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_put_comes_back),
		cmocka_unit_test(counts_follow_statuses),
		cmocka_unit_test(evidence_outlives_edits_that_do_not_touch_references),
		cmocka_unit_test(evidence_goes_with_the_references_it_is_about),
		cmocka_unit_test(its_age_is_that_of_the_oldest),
		cmocka_unit_test(claimed_plans_are_found_worst_first),
		cmocka_unit_test(tasks_get_their_share),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
