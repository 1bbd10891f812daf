#include "store_fixture.h"

#include "store/db.h"

/* What a list of rows says, words with commas between. */
static const char *paths_of(const plan_rows *rows)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < rows->n; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", rows->v[i].path);
	const char *text = arena_dup(&memory, b.n ? b.s : "", b.n);
	buf_free(&b);
	return text;
}

static void put(struct store *s, const char *path, const char *id, enum phl_status status)
{
	struct phl_plan *p = new_plan(path, id, "A title");

	if (id == path)
		p->phase = p->plan = NULL;
	p->status = status;
	add_task(p, NULL, "Work", status);
	save(s, p);
}

/* With those of another directory. */
static void put_grouped(struct store *s, const char *dir, const char *path,
			enum phl_status status)
{
	struct phl_plan *p = new_plan(path, path, "A title");

	p->phase = p->plan = NULL;
	p->group = dir;
	p->status = status;
	save(s, p);
}

static void put_numbered(struct store *s, const char *dir, const char *phase,
			 const char *plan)
{
	const char *id = arena_printf(&memory, "%s-%s", phase, plan);
	struct phl_plan *p =
	    new_plan(arena_printf(&memory, "%s/%s-PLAN.md", dir, id), id, "A title");

	p->phase = phase;
	p->plan = plan;
	save(s, p);
}

static void phases_are_in_the_order_people_expect(void **state)
{
	struct store *s = store_in_memory();
	phase_rows phases;
	struct buf b = { 0 };

	(void)state;
	put_numbered(s, ".planning/phases/3.10-j", "3.10", "01");
	put_numbered(s, ".planning/phases/12-l", "12", "01");
	put_numbered(s, ".planning/phases/03-c", "03", "01");
	put_numbered(s, ".planning/phases/3.9-i", "3.9", "01");
	put_numbered(s, ".planning/milestones/v1.10-phases/01-a", "01", "01");
	put_numbered(s, ".planning/milestones/v1.2-phases/01-a", "01", "01");
	put_grouped(s, ".planning/quick", ".planning/quick/260101-abc/PLAN.md", PHL_DONE);
	put_grouped(s, ".planning/quick", ".planning/quick/260102-def/PLAN.md", PHL_PENDING);
	ok(store_phases(s, &memory, &phases, &error));
	for (size_t i = 0; i < phases.n; i++)
		buf_printf(&b, "%s%s:%s", i ? ", " : "",
			   phases.v[i].milestone ? phases.v[i].milestone : "",
			   phases.v[i].number ? phases.v[i].number : "-");
	assert_string_equal(b.s, "v1.2:01, v1.10:01, :03, :3.9, :3.10, :12, :-");
	assert_string_equal(phases.v[6].dir, ".planning/quick");
	assert_int_equal(phases.v[6].plans, 2);
	assert_int_equal(phases.v[6].plans_by_status[PHL_DONE], 1);
	buf_free(&b);
	end_test(s);
}

static void all_plans_are_in_the_order_people_expect(void **state)
{
	struct store *s = store_in_memory();
	plan_rows plans;
	struct buf b = { 0 };

	(void)state;
	put_numbered(s, ".planning/phases/12-l", "12", "02");
	put_numbered(s, ".planning/phases/3.10-j", "3.10", "01");
	put_numbered(s, ".planning/phases/12-l", "12", "01");
	put_numbered(s, ".planning/phases/03-c", "03", "10");
	put_numbered(s, ".planning/phases/03-c", "03", "9");
	put_numbered(s, ".planning/phases/3.9-i", "3.9", "01");
	ok(store_plans(s, &memory, 0, &plans, &error));
	for (size_t i = 0; i < plans.n; i++)
		buf_printf(&b, "%s%s", i ? ", " : "", plans.v[i].id);
	assert_string_equal(b.s, "03-9, 03-10, 3.9-01, 3.10-01, 12-01, 12-02");
	buf_free(&b);
	end_test(s);
}

static void one_directory_may_hold_several_phases(void **state)
{
	struct store *s = store_in_memory();
	phase_rows phases;
	plan_rows plans;

	(void)state;
	put(s, "plans/02-01-PLAN.md", "02-01", PHL_PENDING);
	put(s, "plans/01-02-PLAN.md", "01-02", PHL_DONE);
	put(s, "plans/01-01-PLAN.md", "01-01", PHL_DONE);
	ok(store_phases(s, &memory, &phases, &error));
	assert_int_equal(phases.n, 2);
	assert_string_equal(phases.v[0].number, "01");
	assert_int_equal(phases.v[0].plans, 2);
	ok(store_plans(s, &memory, phases.v[0].row, &plans, &error));
	assert_string_equal(paths_of(&plans), "plans/01-01-PLAN.md, plans/01-02-PLAN.md");
	assert_int_equal(plans.v[0].phase_row, phases.v[0].row);
	assert_int_equal(plans.v[0].tasks.by_status[PHL_DONE], 1);
	end_test(s);
}

static void open_plans_come_in_order_and_no_more_than_wanted(void **state)
{
	struct store *s = store_in_memory();
	plan_rows plans;

	(void)state;
	put(s, "p/10/10-01-PLAN.md", "10-01", PHL_PENDING);
	put(s, "p/09/09-01-PLAN.md", "09-01", PHL_DONE);
	put(s, "p/09/09-02-PLAN.md", "09-02", PHL_BLOCKED);
	put(s, "p/09/09-03-PLAN.md", "09-03", PHL_SKIPPED);
	put(s, "p/01/01-01-PLAN.md", "01-01", PHL_ROLLED_BACK);
	ok(store_open_plans(s, &memory, 0, &plans, &error));
	assert_string_equal(paths_of(&plans),
			    "p/01/01-01-PLAN.md, p/09/09-02-PLAN.md, p/10/10-01-PLAN.md");
	ok(store_open_plans(s, &memory, 2, &plans, &error));
	assert_int_equal(plans.n, 2);
	ok(store_names(s, &memory, &plans, &error));
	assert_int_equal(plans.n, 5);
	assert_string_equal(plans.v[4].id, "10-01");
	end_test(s);
}

/* ---- what people type ---- */

static const char *matches(struct store *s, const char *name)
{
	plan_rows plans;

	ok(store_match_plans(s, &memory, name, &plans, &error));
	return paths_of(&plans);
}

static void plans_are_found_by_what_people_type(void **state)
{
	struct store *s = store_in_memory();

	(void)state;
#define COLORS "phases/03-colors/03-01-PLAN.md"
#define RETURNS "phases/03-returns/03-01-PLAN.md"
#define NOTES "docs/big notes.md"
	put(s, COLORS, "03-01", PHL_PENDING);
	put(s, RETURNS, "03-01", PHL_PENDING);
	put(s, "phases/04-x/04-01-PLAN.md", "04-01", PHL_PENDING);
	put(s, NOTES, NOTES, PHL_PENDING);
	assert_string_equal(matches(s, "04-01"), "phases/04-x/04-01-PLAN.md");
	assert_string_equal(matches(s, "4-1"), "phases/04-x/04-01-PLAN.md");
	assert_string_equal(matches(s, "03-01"), COLORS ", " RETURNS);
	assert_string_equal(matches(s, COLORS), COLORS);
	assert_string_equal(matches(s, "colors/03-01"), COLORS);
	assert_string_equal(matches(s, "03-returns/3-1"), RETURNS);
	assert_string_equal(matches(s, "phases/03-returns/03-01"), RETURNS);
	assert_string_equal(matches(s, "ors/03-01"), "");
	assert_string_equal(matches(s, "03-returns/03-01-PLAN.md"), RETURNS);
	assert_string_equal(matches(s, "big notes"), NOTES);
	assert_string_equal(matches(s, "notes"), "");
	assert_string_equal(matches(s, ""), "");
	assert_string_equal(matches(s, "/"), "");
	assert_string_equal(matches(s, "%"), "");
	end_test(s);
}

static void tasks_are_found_by_status_phase_file_and_owner(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan("p/03-colors/03-01-PLAN.md", "03-01", "Colors");
	task_rows rows;

	(void)state;
	p->owner = "ann";
	p->phase_name = "colors";
	struct phl_task *task = add_task(p, "Task 1", "One", PHL_DONE);
	*vec_push(&memory, &task->files) = "src/a.py";
	task = add_task(p, NULL, "Two", PHL_PENDING);
	*vec_push(&memory, &task->files) = "src/ba.py";
	save(s, p);
	p = new_plan("p/02/02-01-PLAN.md", "02-01", "Earlier");
	add_task(p, NULL, "Zero", PHL_PENDING);
	save(s, p);

#define count_of(...)                                                                    \
	(store_tasks(s, &memory, &(struct task_filter){ __VA_ARGS__ }, &rows, &error)    \
	     ? (int)rows.n                                                               \
	     : -1)
	assert_int_equal(count_of(.status = -1), 3);
	assert_string_equal(rows.v[0].task.title, "Zero");
	assert_string_equal(rows.v[2].task.title, "Two");
	assert_int_equal(rows.v[2].position, 2);
	assert_string_equal(rows.v[2].plan_id, "03-01");
	assert_int_equal(count_of(.status = PHL_PENDING), 2);
	assert_int_equal(count_of(.status = PHL_DONE), 1);
	assert_int_equal(count_of(.status = -1, .phase = "03"), 2);
	assert_int_equal(count_of(.status = -1, .phase = "3"), 2);
	assert_int_equal(count_of(.status = -1, .phase = "colors"), 2);
	assert_int_equal(count_of(.status = -1, .phase = "p/03-colors"), 2);
	assert_int_equal(count_of(.status = -1, .phase = "03-colors"), 2);
	assert_int_equal(count_of(.status = -1, .phase = "3-colors"), 0);
	assert_int_equal(count_of(.status = -1, .owner = "ann"), 2);
	assert_int_equal(count_of(.status = -1, .file = "a.py"), 1);
	assert_string_equal(rows.v[0].task.title, "One");
	assert_int_equal(count_of(.status = -1, .file = "src/ba.py"), 1);
	assert_int_equal(count_of(.status = PHL_DONE, .file = "ba.py"), 0);
	end_test(s);
}

static void findings_come_by_place_or_by_weight(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *a = new_plan("a.md", "01-01", "A"),
			*b = new_plan("b.md", "01-02", "B");
	finding_rows rows;

	(void)state;
	add_finding(b, "odd", PHL_NOTE, 1);
	add_finding(b, "bad", PHL_ERROR, 9);
	save(s, b);
	add_finding(a, "odd", PHL_WARNING, 7);
	add_finding(a, "odd", PHL_WARNING, 2);
	save(s, a);
	ok(store_findings(s, &memory, NULL, false, 0, &rows, &error));
	assert_int_equal(rows.n, 4);
	assert_string_equal(rows.v[0].path, "a.md");
	assert_int_equal(rows.v[0].finding.line, 2);
	assert_int_equal(rows.v[3].finding.line, 9);
	ok(store_findings(s, &memory, NULL, true, 2, &rows, &error));
	assert_int_equal(rows.n, 2);
	assert_int_equal(rows.v[0].finding.severity, PHL_ERROR);
	assert_int_equal(rows.v[1].finding.severity, PHL_WARNING);
	ok(store_findings(s, &memory, "odd", false, 0, &rows, &error));
	assert_int_equal(rows.n, 3);
	ok(store_findings(s, &memory, "none", true, 0, &rows, &error));
	assert_int_equal(rows.n, 0);
	end_test(s);
}

static void notes_of_a_kind_come_with_their_plans(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan("a.md", "01-01", "A");
	note_rows rows;

	(void)state;
	*vec_push(&memory, &p->notes) =
	    (struct phl_note){ "rollback", "2026-01-14", "Undone", 9 };
	*vec_push(&memory, &p->notes) =
	    (struct phl_note){ "note", NULL, "By the way", 10 };
	save(s, p);
	save(s, new_plan("b.md", "01-02", "B"));
	ok(store_notes(s, &memory, "rollback", &rows, &error));
	assert_int_equal(rows.n, 1);
	assert_string_equal(rows.v[0].plan_id, "01-01");
	assert_string_equal(rows.v[0].note.text, "Undone");
	end_test(s);
}

/* ---- search ---- */

static const char *hits(struct store *s, const char *query)
{
	struct buf b = { 0 };
	hit_list list;

	ok(store_search(s, &memory, query, 10, &list, &error));
	for (size_t i = 0; i < list.n; i++)
		buf_printf(&b, "%s%s:%d %s", i ? ", " : "", list.v[i].path,
			   list.v[i].line, list.v[i].kind);
	const char *text = arena_dup(&memory, b.n ? b.s : "", b.n);
	buf_free(&b);
	return text;
}

static struct phl_plan *searchable(void)
{
	struct phl_plan *p = new_plan("a.md", "01-01", "Migrate the sch\303\251dulers");
	struct phl_task *t =
	    add_task(p, "Task 1", "Replace the search path", PHL_PENDING);

	*vec_push(&memory, &t->steps) =
	    (struct phl_step){ "Keep the session", PHL_NO_STATUS, 12, 0 };
	*vec_push(&memory, &p->files) = (struct phl_file){ .path = "api/ebay/products.py",
							   .line = 30,
							   .notes = "Careful" };
	*vec_push(&memory, &p->notes) =
	    (struct phl_note){ "rollback", NULL, "Undone once", 40 };
	return p;
}

static void words_are_found_where_they_stand(void **state)
{
	struct store *s = store_in_memory();

	(void)state;
	save(s, searchable());
	assert_string_equal(hits(s, "schedulers"), "a.md:1 title");
	assert_string_equal(hits(s, "PATH search"), "a.md:11 task");
	assert_string_equal(hits(s, "\"search path\""), "a.md:11 task");
	assert_string_equal(hits(s, "\"path search\""), "");
	assert_string_equal(hits(s, "sess*"), "a.md:12 step");
	assert_string_equal(hits(s, "sess"), "");
	assert_string_equal(hits(s, "ebay/products.py"), "a.md:30 file");
	assert_string_equal(hits(s, "careful"), "a.md:30 note");
	assert_string_equal(hits(s, "undone"), "a.md:40 note");
	assert_string_equal(hits(s, "path session"), "");
	assert_string_equal(hits(s, "OR NOT ( NEAR"), "");
	assert_string_equal(hits(s, "\"unclosed"), "");
	assert_string_equal(hits(s, "kind:title"), "");
	hit_list list;
	assert_false(store_search(s, &memory, "  ", 10, &list, &error));
	assert_int_equal(error.kind, ERR_USAGE);
	end_test(s);
}

static void the_index_follows_what_is_saved_and_removed(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = searchable();
	int64_t row = save(s, p);

	(void)state;
	assert_string_equal(hits(s, "gadgets"), "");
	p->tasks.v[0].title = "Replace the gadgets";
	save_as(s, p, row);
	assert_string_equal(hits(s, "gadgets"), "a.md:11 task");
	assert_string_equal(hits(s, "search"), "");
	p->path = "b.md";
	p->tasks.n = 0;
	save_as(s, p, row);
	assert_string_equal(hits(s, "gadgets"), "");
	assert_string_equal(hits(s, "careful"), "b.md:30 note");
	save(s, new_plan("c.md", "01-02", "More gadgets"));
	assert_string_equal(hits(s, "gadgets"), "c.md:1 title");
	remove_plan(s, row);
	assert_string_equal(hits(s, "careful"), "");
	save_as(s, p, row);
	assert_string_equal(hits(s, "careful"), "b.md:30 note");
	end_test(s);
}

/* ---- how it is found ---- */

static const char *query_plan(struct store *s, const char *sql)
{
	struct buf b = { 0 };
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_prepare_v2(s->db, sql, -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW)
		buf_printf(&b, "%s; ", (const char *)sqlite3_column_text(st, 3));
	sqlite3_finalize(st);
	const char *text = arena_dup(&memory, b.s, b.n);
	buf_free(&b);
	return text;
}

/* Does a step of it go through a table, row after row? */
static bool scans(const char *how)
{
	for (const char *p = how; (p = strstr(p, "SCAN ")) != NULL; p++) {
		size_t n = strcspn(p, ";");
		const char *index = strstr(p, "INDEX");
		if ((!index || index > p + n) && strncmp(p, "SCAN CONSTANT", 13) != 0)
			return true;
	}
	return false;
}

static void ask_for_status(struct store *s, int64_t plan)
{
	struct task_filter blocked = { .status = PHL_BLOCKED };
	struct task_filter of_plan = { .status = -1, .plan = plan };
	struct phl_plan needs = { 0 };
	plan_rows plans;
	phase_rows phases;
	task_rows tasks;
	finding_rows findings;
	bool any;

	ok(store_any_plan(s, &any, &error));
	assert_true(any);
	ok(store_phases(s, &memory, &phases, &error));
	ok(store_plans(s, &memory, phases.v[0].row, &plans, &error));
	ok(store_open_plans(s, &memory, 5, &plans, &error));
	ok(store_needs(s, &memory, plan, &needs, &error));
	assert_int_equal(needs.depends_on.n, 1);
	assert_string_equal(needs.depends_on.v[0], "01-00");
	ok(store_tasks(s, &memory, &blocked, &tasks, &error));
	assert_int_equal(tasks.n, 1);
	ok(store_tasks(s, &memory, &of_plan, &tasks, &error));
	assert_int_equal(tasks.n, 2);
	ok(store_findings(s, &memory, NULL, true, 5, &findings, &error));
}

/* The statements that `status` waits for: none may read whole tables, or sort
 * more than it shows. */
static void status_does_not_read_all_plans(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan("plans/01-01-PLAN.md", "01-01", "A plan");
	int64_t row = 0;

	(void)state;
	*vec_push(&memory, &p->depends_on) = "01-00";
	add_task(p, "Task 1", "Do it", PHL_BLOCKED);
	add_task(p, "Task 2", "Do more", PHL_PENDING);
	ok(store_begin(s, &error));
	ok(store_save_plan(s, p, NULL, &by_hand, &row, &error));
	ok(store_commit(s, &error));
	size_t before = s->statements_n;
	ask_for_status(s, row);
	assert_int_equal(s->statements_n, before + 8);
	for (size_t i = before; i < s->statements_n; i++) {
		const char *sql = s->statements[i].sql;
		const char *how =
		    query_plan(s, arena_printf(&memory, "EXPLAIN QUERY PLAN %s", sql));
		bool of_all = strstr(sql, "LIMIT") || strstr(sql, "FROM phase");
		if (scans(how) || (of_all && strstr(how, "TEMP B-TREE")))
			fail_msg("%s: %s", sql, how);
	}
	end_test(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(phases_are_in_the_order_people_expect),
		cmocka_unit_test(all_plans_are_in_the_order_people_expect),
		cmocka_unit_test(one_directory_may_hold_several_phases),
		cmocka_unit_test(open_plans_come_in_order_and_no_more_than_wanted),
		cmocka_unit_test(plans_are_found_by_what_people_type),
		cmocka_unit_test(tasks_are_found_by_status_phase_file_and_owner),
		cmocka_unit_test(findings_come_by_place_or_by_weight),
		cmocka_unit_test(notes_of_a_kind_come_with_their_plans),
		cmocka_unit_test(words_are_found_where_they_stand),
		cmocka_unit_test(the_index_follows_what_is_saved_and_removed),
		cmocka_unit_test(status_does_not_read_all_plans),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
