#include "store_fixture.h"

#include <stdio.h>

#include "store/db.h"

enum { FILES = 1000 };

/* What the store should know: by number, which is also the order of paths. */
struct known {
	bool there;
	struct stamp stamp;
};

static const char *path_of(int i)
{
	return arena_printf(&memory, "plans/%s/%05d-PLAN.md", i < FILES / 2 ? "a" : "b", i);
}

static struct stamp stamp_of(int i, int version)
{
	return (struct stamp){ path_of(i), 1 + i % 3, 1768300000123456789 + i, 7000 + version,
			       1000000 - i, { (uint64_t)i << 40, (uint64_t)version }, 0,
			       i % 7 == 0 };
}

static void put(struct store *s, struct known *known, int i, int version)
{
	known[i] = (struct known){ true, stamp_of(i, version) };
	ok(store_put_stamp(s, &known[i].stamp, &error));
}

static void drop(struct store *s, struct known *known, int i)
{
	known[i].there = false;
	ok(store_drop_stamp(s, path_of(i), &error));
}

static void same_stamp(const struct stamp *a, const struct stamp *b)
{
	assert_string_equal(a->path, b->path);
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->mtime_ns, b->mtime_ns);
	assert_int_equal(a->size, b->size);
	assert_int_equal(a->inode, b->inode);
	assert_memory_equal(a->hash, b->hash, sizeof a->hash);
	assert_int_equal(a->plan, b->plan);
	assert_int_equal(a->racy, b->racy);
}

static void knows(struct store *s, const struct known *known)
{
	stamp_list all;
	size_t n = 0;

	ok(store_stamps(s, &memory, &all, &error));
	for (int i = 0; i < FILES; i++) {
		if (!known[i].there)
			continue;
		assert_true(n < all.n);
		same_stamp(&all.v[n++], &known[i].stamp);
	}
	assert_int_equal(n, all.n);
}

static void files_in_any_order_are_known_in_order_of_path(void **state)
{
	(void)state;
	struct store *s = store_in_memory();
	struct known known[FILES] = { 0 };

	ok(store_begin(s, &error));
	for (int i = 0; i < FILES; i++)
		put(s, known, i * 387 % FILES, 1);
	knows(s, known);
	ok(store_commit(s, &error));
	knows(s, known);
	end_test(s);
}

static void files_are_changed_and_dropped_where_they_stand(void **state)
{
	(void)state;
	struct store *s = store_in_memory();
	struct known known[FILES] = { 0 };

	ok(store_begin(s, &error));
	for (int i = 0; i < FILES; i += 2)
		put(s, known, i, 1);
	ok(store_commit(s, &error));
	ok(store_begin(s, &error));
	for (int i = 0; i < FILES; i += 3)
		put(s, known, i * 387 % FILES, 2);
	for (int i = 0; i < FILES / 2; i++)
		drop(s, known, i);
	drop(s, known, FILES - 1);
	ok(store_commit(s, &error));
	knows(s, known);
	for (int i = 0; i < FILES; i += 100)
		put(s, known, i, 3);
	knows(s, known);
	end_test(s);
}

static void what_is_aborted_is_forgotten(void **state)
{
	(void)state;
	struct store *s = store_in_memory();
	struct known known[FILES] = { 0 }, lost[FILES] = { 0 };

	put(s, known, 5, 1);
	ok(store_begin(s, &error));
	for (int i = 0; i < FILES; i++)
		put(s, lost, i, 2);
	store_abort(s);
	knows(s, known);
	put(s, known, 6, 1);
	knows(s, known);
	end_test(s);
}

static void a_plan_that_goes_keeps_the_hash_of_its_file(void **state)
{
	(void)state;
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan(path_of(1), "01-01", "A plan");
	struct stamp stamp = stamp_of(1, 1);
	int64_t row = 0, found;

	ok(store_begin(s, &error));
	ok(store_save_plan(s, p, NULL, &by_hand, &row, &error));
	stamp.plan = row;
	ok(store_put_stamp(s, &stamp, &error));
	ok(store_remove_plan(s, row, WHEN, &error));
	ok(store_drop_stamp(s, p->path, &error));
	ok(store_commit(s, &error));
	ok(store_find_removed(s, stamp.hash, NULL, NULL, "elsewhere.md", &found, &error));
	assert_int_equal(found, row);
	end_test(s);
}

static const struct check *stamps_check(struct store *s)
{
	check_list checks;

	ok(store_checks(s, &memory, &checks, &error));
	for (size_t i = 0; i < checks.n; i++)
		if (strcmp(checks.v[i].name, "stamps") == 0)
			return &checks.v[i];
	fail_msg("no check of stamps");
	return NULL;
}

static void damage_is_told(void **state)
{
	(void)state;
	struct store *s = store_in_memory();
	struct known known[FILES] = { 0 };
	stamp_list all;

	for (int i = 0; i < 10; i++)
		put(s, known, i, 1);
	assert_true(stamps_check(s)->ok);
	ok(db_exec(s, "UPDATE stamp SET files = substr(files, 1, length(files) - 3)",
		   &error));
	assert_false(stamps_check(s)->ok);
	assert_false(store_stamps(s, &memory, &all, &error));
	assert_true(strstr(error.text, "damaged") != NULL);
	end_test(s);
}

static void a_stamp_without_its_plan_is_told(void **state)
{
	(void)state;
	struct store *s = store_in_memory();
	struct stamp stamp = stamp_of(1, 1);

	stamp.plan = 77;
	ok(store_put_stamp(s, &stamp, &error));
	assert_false(stamps_check(s)->ok);
	end_test(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_in_any_order_are_known_in_order_of_path),
		cmocka_unit_test(files_are_changed_and_dropped_where_they_stand),
		cmocka_unit_test(what_is_aborted_is_forgotten),
		cmocka_unit_test(a_plan_that_goes_keeps_the_hash_of_its_file),
		cmocka_unit_test(damage_is_told),
		cmocka_unit_test(a_stamp_without_its_plan_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
