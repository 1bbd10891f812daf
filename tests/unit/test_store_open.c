#include "store_fixture.h"
#include "store_v1.h"
#include "temp_tree.h"

#include "store/db.h"

#include <sys/stat.h>
#include <sys/wait.h>

#define STORE ".phaseline/store.db"

static int make_tree(void **state)
{
	(void)state;
	temp_make();
	return 0;
}

static int remove_tree(void **state)
{
	(void)state;
	chmod(temp_path(".phaseline"), 0700);
	temp_remove();
	arena_free(&memory);
	return 0;
}

static struct store *open_store(unsigned flags)
{
	struct store *s;

	ok(store_open(&s, temp_path(STORE), flags, &error));
	return s;
}

static void all_is_well(struct store *s)
{
	check_list checks;

	ok(store_checks(s, &memory, &checks, &error));
	for (size_t i = 0; i < checks.n; i++)
		if (!checks.v[i].ok)
			fail_msg("%s: %s", checks.v[i].name, checks.v[i].detail);
}

static struct phl_plan *some_plan(int number)
{
	const char *path = arena_printf(&memory, "plans/%05d-PLAN.md", number);
	struct phl_plan *p = new_plan(path, path, "A plan");

	add_task(p, "Task 1", "Do it", PHL_PENDING);
	return p;
}

static void refused(const char *path, unsigned flags, const char *because)
{
	struct store *s;
	struct err e = { 0 };

	assert_false(store_open(&s, path, flags, &e));
	assert_null(s);
	assert_int_equal(e.kind, ERR_IO);
	if (!strstr(e.text, because))
		fail_msg("\"%s\" does not say \"%s\"", e.text, because);
}

static struct buf content_of(const char *path)
{
	struct buf b = { 0 };
	char bytes[4096];
	FILE *f = fopen(path, "r");
	size_t n;

	assert_non_null(f);
	while ((n = fread(bytes, 1, sizeof bytes, f)) > 0)
		buf_add(&b, bytes, n);
	fclose(f);
	return b;
}

/* Refused, and not a byte of it changed, nor a file made beside it. */
static void refused_untouched(const char *path, const char *because)
{
	struct buf before = content_of(path);

	refused(path, 0, because);
	refused(path, STORE_READONLY, because);
	struct buf after = content_of(path);
	assert_int_equal(before.n, after.n);
	assert_memory_equal(before.s, after.s, before.n);
	buf_free(&before);
	buf_free(&after);
	assert_int_not_equal(access(arena_printf(&memory, "%s-journal", path), F_OK), 0);
	assert_int_not_equal(access(arena_printf(&memory, "%s-wal", path), F_OK), 0);
}

static void patch(const char *path, long at, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "r+");

	assert_non_null(f);
	fseek(f, at, SEEK_SET);
	fwrite(bytes, 1, n, f);
	fclose(f);
}

static void nothing_becomes_a_store_that_git_does_not_see(void **state)
{
	struct stat st;
	plan_rows plans;

	(void)state;
	struct store *s = open_store(0);
	ok(store_plans(s, &memory, 0, &plans, &error));
	assert_int_equal(plans.n, 0);
	store_close(s);
	assert_int_equal(stat(temp_path(".phaseline"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	struct buf ignore = content_of(temp_path(".phaseline/.gitignore"));
	assert_string_equal(ignore.s, "*\n");
	buf_free(&ignore);
}

static void an_empty_file_becomes_a_store(void **state)
{
	(void)state;
	temp_write(STORE, "");
	struct store *s = open_store(0);
	save(s, some_plan(1));
	store_close(s);
}

static void a_store_is_there_the_next_time(void **state)
{
	(void)state;
	struct store *s = open_store(0);
	struct phl_plan *p = some_plan(1);
	int64_t row = save(s, p);
	const char *value;

	ok(store_set_meta(s, "title", "Migration", &error));
	ok(store_set_meta(s, "title", "Our migration", &error));
	ok(store_put_companion(s, "ROADMAP.md", "{}", &error));
	store_close(s);
	s = open_store(0);
	assert_string_equal(json_of(load(s, row)), json_of(p));
	ok(store_get_meta(s, &memory, "title", &value, &error));
	assert_string_equal(value, "Our migration");
	ok(store_companion(s, &memory, "ROADMAP.md", &value, &error));
	assert_string_equal(value, "{}");
	ok(store_drop_companion(s, "ROADMAP.md", &error));
	ok(store_companion(s, &memory, "ROADMAP.md", &value, &error));
	assert_null(value);
	store_close(s);
}

static void stamps_come_back_in_order_of_path(void **state)
{
	(void)state;
	static const char *const paths[] = { "b.md", "a/z.md", "a.md" };
	struct store *s = open_store(0);
	stamp_list stamps;

	for (int i = 0; i < 3; i++) {
		struct stamp stamp = { paths[i], i,	1768300000123456789,
				       7000 + i, 42,	{ UINT64_MAX, (uint64_t)i },
				       0,	 i == 1 };
		ok(store_put_stamp(s, &stamp, &error));
		stamp.size++;
		ok(store_put_stamp(s, &stamp, &error));
	}
	ok(store_drop_stamp(s, "b.md", &error));
	ok(store_stamps(s, &memory, &stamps, &error));
	assert_int_equal(stamps.n, 2);
	assert_string_equal(stamps.v[0].path, "a.md");
	assert_string_equal(stamps.v[1].path, "a/z.md");
	assert_int_equal(stamps.v[1].size, 7002);
	assert_int_equal(stamps.v[1].mtime_ns, 1768300000123456789);
	assert_true(stamps.v[1].hash[0] == UINT64_MAX && stamps.v[1].hash[1] == 1);
	assert_true(stamps.v[1].racy);
	assert_false(stamps.v[0].racy);
	store_close(s);
}

static void a_store_of_the_future_is_refused(void **state)
{
	(void)state;
	store_close(open_store(0));
	patch(temp_path(STORE), 60, "\1\0\0\7", 4);
	refused_untouched(temp_path(STORE), "was written by a newer phaseline (schema 16777223, "
					    "this is ");
}

static void the_database_of_another_program_is_refused(void **state)
{
	(void)state;
	store_close(open_store(0));
	patch(temp_path(STORE), 68, "abcd", 4);
	refused_untouched(temp_path(STORE), "is the database of another program");
}

static void a_file_that_is_no_database_is_refused(void **state)
{
	(void)state;
	temp_write(STORE, "my notes, which nobody else has\n");
	refused_untouched(temp_path(STORE), "is not a phaseline store");
}

static void a_damaged_store_says_what_is_lost(void **state)
{
	struct store *s = open_store(0);
	struct stat st;
	struct err e = { 0 };
	plan_rows plans;

	(void)state;
	for (int i = 0; i < 200; i++)
		save(s, some_plan(i));
	store_close(s);
	stat(temp_path(STORE), &st);
	for (long at = 8192; at < st.st_size; at += 8192)
		patch(temp_path(STORE), at, "garbage!garbage!garbage!", 24);
	struct buf before = content_of(temp_path(STORE));
	if (store_open(&s, temp_path(STORE), 0, &e)) {
		assert_false(store_plans(s, &memory, 0, &plans, &e));
		store_close(s);
	}
	assert_int_equal(e.kind, ERR_IO);
	assert_non_null(strstr(e.text, "is damaged"));
	assert_non_null(strstr(e.text, "delete it and run `phaseline sync`"));
	struct buf after = content_of(temp_path(STORE));
	assert_int_equal(before.n, after.n);
	assert_memory_equal(before.s, after.s, before.n);
	buf_free(&before);
	buf_free(&after);
}

static void damage(const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(temp_path(STORE), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void a_text_that_damage_took_away_is_empty(void **state)
{
	struct store *s;
	intent_list intents;

	(void)state;
	ok(store_open(&s, temp_path(STORE), 0, &error));
	store_close(s);
	damage("PRAGMA writable_schema = ON; UPDATE sqlite_schema"
	       " SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'intent'");
	damage("INSERT INTO intent (plan, operation) VALUES (1, 1)");
	ok(store_open(&s, temp_path(STORE), 0, &error));
	ok(store_intents(s, &memory, &intents, &error));
	assert_int_equal(intents.n, 1);
	assert_string_equal(intents.v[0].path, "");
	assert_string_equal(intents.v[0].temp, "");
	end_test(s);
}

static void a_link_and_a_directory_are_refused(void **state)
{
	(void)state;
	temp_write("real.db", "");
	temp_dirs(STORE);
	assert_int_equal(symlink(temp_path("real.db"), temp_path(STORE)), 0);
	refused(temp_path(STORE), 0, "is a symbolic link");
	unlink(temp_path(STORE));
	mkdir(temp_path(STORE), 0700);
	refused(temp_path(STORE), 0, "is not a file");
	refused(temp_path("nowhere/x.db"), 0, "cannot open");
}

static void a_store_can_be_read_in_a_directory_that_cannot_be_written(void **state)
{
	(void)state;
	struct store *s = open_store(0);
	struct phl_plan *p = some_plan(1);
	int64_t row = save(s, p);

	store_close(s);
	chmod(temp_path(STORE), 0400);
	chmod(temp_path(".phaseline"), 0500);
	s = open_store(STORE_READONLY);
	assert_string_equal(json_of(load(s, row)), json_of(p));
	assert_false(store_begin(s, &error));
	error = (struct err){ 0 };
	store_close(s);
}

static void read_only_creates_nothing(void **state)
{
	(void)state;
	refused(temp_path(STORE), STORE_READONLY, "cannot open");
	assert_int_not_equal(access(temp_path(".phaseline"), F_OK), 0);
}

static void a_held_lock_is_busy_and_changes_nothing(void **state)
{
	struct store *one = open_store(0), *two = open_store(0);
	struct err e = { 0 };

	(void)state;
	ok(store_lock(one, &error));
	ok(store_lock(one, &error));
	assert_false(store_lock_within(two, 60, &e));
	assert_int_equal(e.kind, ERR_BUSY);
	assert_non_null(strstr(e.text, "nothing changed"));
	store_unlock(one);
	ok(store_lock(two, &error));
	store_close(two);
	ok(store_lock_within(one, 0, &error));
	store_close(one);
	assert_int_equal(access(temp_path(".phaseline/lock"), F_OK), 0);
}

/* Each process saves plans of its own, one transaction each. */
static _Noreturn void writer(int first, int n)
{
	struct store *s;
	struct err e = { 0 };
	bool fine = store_open(&s, temp_path(STORE), 0, &e);

	for (int i = first; fine && i < first + n; i++) {
		int64_t row = 0;
		fine = store_lock(s, &e) && store_begin(s, &e) &&
		       store_save_plan(s, some_plan(i), NULL, &by_hand, &row, &e) &&
		       store_commit(s, &e);
		if (s)
			store_unlock(s);
	}
	if (!fine)
		fprintf(stderr, "%s\n", e.text);
	_exit(!fine);
}

static void processes_write_side_by_side_from_nothing(void **state)
{
	enum { PROCESSES = 4, EACH = 15 };
	phase_rows phases;

	(void)state;
	for (int i = 0; i < PROCESSES; i++)
		if (fork() == 0)
			writer(i * EACH, EACH);
	for (int i = 0; i < PROCESSES; i++) {
		int status;
		wait(&status);
		assert_int_equal(status, 0);
	}
	struct store *s = open_store(0);
	ok(store_phases(s, &memory, &phases, &error));
	assert_int_equal(phases.n, 1);
	assert_int_equal(phases.v[0].plans, PROCESSES * EACH);
	all_is_well(s);
	store_close(s);
}

static void a_writer_that_died_leaves_all_or_nothing(void **state)
{
	struct store *s = open_store(0);
	plan_rows plans;
	int status;

	(void)state;
	save(s, some_plan(0));
	store_close(s);
	if (fork() == 0) {
		s = open_store(0);
		ok(store_begin(s, &error));
		for (int i = 1; i < 3000; i++) {
			int64_t row = 0;
			ok(store_save_plan(s, some_plan(i), NULL, &by_hand, &row,
					   &error));
		}
		raise(SIGKILL);
	}
	wait(&status);
	assert_true(WIFSIGNALED(status));
	s = open_store(0);
	ok(store_plans(s, &memory, 0, &plans, &error));
	assert_int_equal(plans.n, 1);
	store_close(s);
}

static void a_bulk_load_ends_with_every_index(void **state)
{
	struct store *s = open_store(0), *other;
	plan_rows plans;
	check_list checks;

	(void)state;
	ok(store_begin(s, &error));
	ok(store_bulk_begin(s, 500, &error));
	for (int i = 0; i < 500; i++) {
		int64_t row = 0;
		ok(store_save_plan(s, some_plan(i), NULL, &by_hand, &row, &error));
	}
	ok(store_bulk_end(s, &error));
	ok(store_commit(s, &error));
	other = open_store(STORE_READONLY);
	ok(store_match_plans(other, &memory, "plans/00499-PLAN.md", &plans, &error));
	assert_int_equal(plans.n, 1);
	store_close(other);
	/* the index on paths holds again */
	int64_t row = 0;
	struct err e = { 0 };
	ok(store_begin(s, &error));
	assert_false(store_save_plan(s, some_plan(7), NULL, &by_hand, &row, &e));
	store_abort(s);
	ok(store_checks(s, &memory, &checks, &error));
	for (size_t i = 0; i < checks.n; i++)
		assert_true(checks.v[i].ok);
	store_close(s);
}

static int synchronous(struct store *s)
{
	sqlite3_stmt *st;

	sqlite3_prepare_v2(s->db, "PRAGMA synchronous", -1, &st, NULL);
	sqlite3_step(st);
	int level = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return level;
}

static void only_what_can_be_told_again_is_written_without_waiting(void **state)
{
	enum { OFF, NORMAL, FULL, EXTRA };
	struct store *s = open_store(0);

	(void)state;
	int64_t row = save(s, some_plan(1));
	assert_int_equal(synchronous(s), EXTRA);
	ok(store_begin_index(s, 1, &error));
	assert_int_equal(synchronous(s), OFF);
	ok(store_commit(s, &error));
	ok(store_begin_index(s, 100000, &error));
	assert_int_equal(synchronous(s), FULL);
	ok(store_commit(s, &error));
	ok(store_begin(s, &error));
	assert_int_equal(synchronous(s), EXTRA);
	ok(store_save_plan(s, some_plan(1), NULL, &by_hand, &row, &error));
	ok(db_exec(s,
		   "INSERT INTO operation (at, command, first_event) VALUES (1, 'done', 1)",
		   &error));
	ok(store_commit(s, &error));
	ok(store_begin_index(s, 1, &error));
	assert_int_equal(synchronous(s), FULL);
	store_abort(s);
	store_close(s);
}

static void checks_find_what_is_wrong(void **state)
{
	struct store *s = open_store(0);
	check_list checks;
	bool found = false;

	(void)state;
	save(s, some_plan(1));
	save(s, some_plan(2));
	ok(db_exec(s, "UPDATE phase SET tasks_pending = 77", &error));
	ok(store_checks(s, &memory, &checks, &error));
	for (size_t i = 0; i < checks.n; i++)
		if (!checks.v[i].ok) {
			assert_string_equal(checks.v[i].name, "phase-sums");
			found = true;
		}
	assert_true(found);
	store_close(s);
}

#define with_tree(test) cmocka_unit_test_setup_teardown(test, make_tree, remove_tree)

static void write_store_v1(void)
{
	sqlite3 *db;

	assert_int_equal(mkdir(temp_path(".phaseline"), 0700), 0);
	assert_int_equal(sqlite3_open(temp_path(STORE), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, store_v1, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void a_store_of_the_first_version_keeps_its_journal(void **state)
{
	(void)state;
	write_store_v1();
	struct store *s = open_store(0);
	stamp_list stamps;
	event_list events;
	struct phl_plan *p = new_plan("plans/01-01-PLAN.md", "01-01", "A plan");
	const struct occasion later = { .origin = "file", .when = WHEN + 1 };
	int64_t row;

	ok(store_stamps(s, &memory, &stamps, &error));
	assert_int_equal(stamps.n, 1);
	assert_string_equal(stamps.v[0].path, p->path);
	row = stamps.v[0].plan;
	assert_int_equal(row, 7);

	add_task(p, "Task 1", "Do it", PHL_DONE);
	add_task(p, "Task 2", "Test it", PHL_DONE);
	ok(store_begin(s, &error));
	ok(store_save_plan(s, p, NULL, &later, &row, &error));
	ok(store_commit(s, &error));
	assert_int_equal(row, 7);
	ok(store_events(s, &memory, row, 10, &events, &error));
	assert_int_equal(events.n, 2); /* neither "seen" nor "restored" */
	assert_int_equal(events.v[0].task, 2);
	assert_int_equal(events.v[1].id, 3);
	assert_int_equal(events.v[1].task, 1);
	assert_string_equal(events.v[1].who, "ann");

	all_is_well(s);
	store_close(s);
}

static void an_older_store_that_cannot_be_written_is_refused(void **state)
{
	(void)state;
	write_store_v1();
	refused(temp_path(STORE), STORE_READONLY, "schema 1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		with_tree(nothing_becomes_a_store_that_git_does_not_see),
		with_tree(an_empty_file_becomes_a_store),
		with_tree(a_store_is_there_the_next_time),
		with_tree(stamps_come_back_in_order_of_path),
		with_tree(a_store_of_the_future_is_refused),
		with_tree(a_store_of_the_first_version_keeps_its_journal),
		with_tree(an_older_store_that_cannot_be_written_is_refused),
		with_tree(the_database_of_another_program_is_refused),
		with_tree(a_file_that_is_no_database_is_refused),
		with_tree(a_damaged_store_says_what_is_lost),
		with_tree(a_text_that_damage_took_away_is_empty),
		with_tree(a_link_and_a_directory_are_refused),
		with_tree(a_store_can_be_read_in_a_directory_that_cannot_be_written),
		with_tree(read_only_creates_nothing),
		with_tree(a_held_lock_is_busy_and_changes_nothing),
		with_tree(processes_write_side_by_side_from_nothing),
		with_tree(a_writer_that_died_leaves_all_or_nothing),
		with_tree(a_bulk_load_ends_with_every_index),
		with_tree(only_what_can_be_told_again_is_written_without_waiting),
		with_tree(checks_find_what_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
