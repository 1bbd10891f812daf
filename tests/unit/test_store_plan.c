#include "store_fixture.h"

/* ---- a plan comes back as it was ---- */

static void set_lists(struct phl_plan *p)
{
	*vec_push(&memory, &p->depends_on) = "03-01";
	*vec_push(&memory, &p->depends_on) = "";
	*vec_push(&memory, &p->requirements) = "REQ-1";
	*vec_push(&memory, &p->declared) =
	    (struct phl_requirement){ "1.1", "Count", NULL, "specs/a/spec.md", 12, true };
	*vec_push(&memory, &p->tags) = "sql";
	*vec_push(&memory, &p->keys) = (struct phl_key){ "autonomous", "true", 7 };
	*vec_push(&memory, &p->keys) = (struct phl_key){ "empty", NULL, 8 };
	*vec_push(&memory, &p->criteria) =
	    (struct phl_criterion){ 2, "No match", PHL_DONE, 200 };
	*vec_push(&memory, &p->verification) =
	    (struct phl_verification){ "grep -rn x\n| wc -l", "0", "bash", 1, 208, 210 };
	*vec_push(&memory, &p->verification) =
	    (struct phl_verification){ "true", NULL, "sh", -1, 0, 211 };
	*vec_push(&memory, &p->rollback) =
	    (struct phl_rollback){ 1, "Revert \xff it", 220 };
	*vec_push(&memory, &p->commits) = (struct phl_commit){ "917c8bc", NULL, 230 };
	*vec_push(&memory, &p->commits) = (struct phl_commit){ NULL, "feat: x", 231 };
	*vec_push(&memory, &p->notes) =
	    (struct phl_note){ "rollback", "2026-01-14", "Undone", 240 };
	*vec_push(&memory, &p->findings) =
	    (struct phl_finding){ "mojibake", PHL_WARNING, 25, 36, "odd bytes" };
	*vec_push(&memory, &p->findings) =
	    (struct phl_finding){ "status-contradicted", PHL_ERROR, 4, 1, "says done" };
}

static struct phl_plan *full_plan(void)
{
	struct phl_plan *p =
	    new_plan("plans/03-cool/03-03-PLAN.md", "03-03", "Migrate all");

	p->phase_name = "cool";
	p->title_from = PHL_TITLE_OBJECTIVE;
	p->goal = "So that\nit works";
	p->status = PHL_ROLLED_BACK;
	p->status_from = PHL_FROM_FRONTMATTER;
	p->status_text = "Reverted!";
	p->status_line = 4;
	p->status_col = 9;
	p->estimate = (struct phl_estimate){ 25, 50, "25-50 min" };
	p->actual = (struct phl_estimate){ 30, 30, "30 min" };
	p->created = "2026-01-13";
	p->started = "2026-01-14";
	p->completed = "2026-01-15";
	p->wave = 2;
	p->owner = "ann";
	p->priority = "high";
	p->type = "execute";
	p->summarised = true;
	struct phl_task *t = add_task(p, "Task 1", "First", PHL_DONE);
	*t = (struct phl_task){ .number = 1,
				.label = "Task 1",
				.title = "First",
				.type = "auto",
				.status = PHL_DONE,
				.status_from = PHL_FROM_ATTRIBUTE,
				.line = 40,
				.last = 55,
				.box_col = 4,
				.optional = true,
				.estimate = { 60, 120, "1-2h" } };
	*vec_push(&memory, &t->steps) =
	    (struct phl_step){ "a step", PHL_NO_STATUS, 41, 0 };
	*vec_push(&memory, &t->steps) = (struct phl_step){ "deeper", PHL_DONE, 42, 3 };
	*vec_push(&memory, &t->files) = "src/a b.py";
	*vec_push(&memory, &t->files) = "new\nline";
	add_task(p, NULL, "Second", PHL_BLOCKED);
	*vec_push(&memory, &p->files) =
	    (struct phl_file){ "src/a.py",    5,    "Category", "MAJOR", "Leave as is",
			       "Notes\nhere", true, 60 };
	*vec_push(&memory, &p->files) = (struct phl_file){ .path = "b.py", .line = 61 };
	*vec_push(&memory, &p->refs) =
	    (struct phl_ref){ "src/a.py", 95,	   INT32_MAX, 4,  true,
			      "x = 1",	  "x = 2", 1,	      61, 5 };
	add_ref(p, NULL, 102, NULL);
	set_lists(p);
	return p;
}

static void what_was_saved_comes_back_whole(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = full_plan();
	int64_t row = save(s, p);
	struct phl_plan *q = load(s, row);

	(void)state;
	assert_string_equal(json_of(p), json_of(q));
	/* what JSON does not tell */
	assert_string_equal(q->rollback.v[0].text, "Revert \xff it");
	assert_string_equal(q->phase_name, "cool");
	assert_true(q->summarised);
	assert_int_equal(q->tasks.v[0].last, 55);
	assert_int_equal(q->tasks.v[0].box_col, 4);
	assert_int_equal(q->tasks.v[0].status_from, PHL_FROM_ATTRIBUTE);
	assert_true(q->tasks.v[0].optional);
	assert_int_equal(q->tasks.v[0].steps.v[1].depth, 3);
	assert_string_equal(q->tasks.v[0].files.v[1], "new\nline");
	assert_int_equal(q->refs.v[0].task, 1);
	assert_int_equal(q->refs.v[1].task, -1);
	assert_int_equal(q->refs.v[0].last, INT32_MAX);
	assert_int_equal(q->refs.v[0].col, 5);
	assert_null(q->keys.v[1].value);
	assert_int_equal(q->verification.v[0].task, 1);
	assert_string_equal(q->files.v[0].decision, "Leave as is");
	end_test(s);
}

static void an_empty_plan_comes_back_empty(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan("PLAN.md", "PLAN.md", NULL);

	(void)state;
	assert_string_equal(json_of(p), json_of(load(s, save(s, p))));
	end_test(s);
}

static void saving_the_same_again_changes_nothing(void **state)
{
	struct store *s = store_in_memory();
	int64_t row = save(s, full_plan());

	(void)state;
	assert_int_equal(save_as(s, full_plan(), row), row);
	assert_string_equal(json_of(load(s, row)), json_of(full_plan()));
	assert_string_equal(story(s, row), "seen >rolled-back");
	end_test(s);
}

static void too_many_children_are_refused_and_nothing_is_written(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan("a.md", "01-01", "A");
	int64_t row = 0;
	plan_rows all;

	(void)state;
	for (int i = 0; i < 65536; i++)
		add_ref(p, "x", i + 1, NULL);
	ok(store_begin(s, &error));
	assert_false(store_save_plan(s, p, NULL, &by_hand, &row, &error));
	assert_int_equal(error.kind, ERR_USAGE);
	p->refs.n--;
	ok(store_save_plan(s, p, NULL, &by_hand, &row, &error));
	ok(store_commit(s, &error));
	ok(store_plans(s, &memory, 0, &all, &error));
	assert_int_equal(all.n, 1);
	assert_int_equal(load(s, row)->refs.n, 65535);
	end_test(s);
}

/* ---- who is who after an edit ---- */

static struct phl_plan *abc(void)
{
	struct phl_plan *p = new_plan("plans/01-01-PLAN.md", "01-01", "Alphabet");

	add_task(p, "Task 1", "Analyse the scheduler", PHL_PENDING);
	add_task(p, "Task 2", "Write the migration", PHL_PENDING);
	add_task(p, "Task 3", "Remove old columns", PHL_PENDING);
	return p;
}

static void tasks_keep_their_identity_when_moved(void **state)
{
	struct store *s = store_in_memory();
	int64_t row = save(s, abc());
	task_rows before = tasks_of(s, row);
	struct phl_plan *p = abc();
	struct phl_task first = p->tasks.v[0];

	(void)state;
	p->tasks.v[0] = p->tasks.v[2];
	p->tasks.v[2] = first;
	save_as(s, p, row);
	task_rows after = tasks_of(s, row);
	assert_int_equal(after.v[0].row, before.v[2].row);
	assert_int_equal(after.v[1].row, before.v[1].row);
	assert_int_equal(after.v[2].row, before.v[0].row);
	assert_int_equal(after.v[2].position, 3);
	assert_string_equal(json_of(load(s, row)), json_of(p));
	end_test(s);
}

static void tasks_keep_their_identity_when_renumbered(void **state)
{
	struct store *s = store_in_memory();
	int64_t row = save(s, abc());
	task_rows before = tasks_of(s, row);
	struct phl_plan *p = new_plan("plans/01-01-PLAN.md", "01-01", "Alphabet");

	(void)state;
	add_task(p, "Task 1", "A new beginning", PHL_PENDING);
	add_task(p, "Task 2", "Analyse the scheduler", PHL_PENDING);
	add_task(p, "Task 3", "Write the migration", PHL_PENDING);
	add_task(p, "Task 4", "Remove old columns", PHL_PENDING);
	save_as(s, p, row);
	task_rows after = tasks_of(s, row);
	for (int i = 0; i < 3; i++)
		assert_int_equal(after.v[i + 1].row, before.v[i].row);
	assert_true(after.v[0].row > before.v[2].row);
	end_test(s);
}

static void a_reworded_task_is_still_the_same(void **state)
{
	struct store *s = store_in_memory();
	int64_t row = save(s, abc());
	task_rows before = tasks_of(s, row);
	struct phl_plan *p = new_plan("plans/01-01-PLAN.md", "01-01", "Alphabet");

	(void)state;
	add_task(p, NULL, "Something that was not there", PHL_PENDING);
	add_task(p, NULL, "Remove the old columns and views", PHL_PENDING);
	add_task(p, NULL, "Analyze and change the scheduler", PHL_PENDING);
	save_as(s, p, row);
	task_rows after = tasks_of(s, row);
	assert_int_equal(after.v[1].row, before.v[2].row);
	assert_int_equal(after.v[2].row, before.v[0].row);
	assert_true(after.v[0].row > before.v[2].row);
	end_test(s);
}

static void a_rewritten_task_between_the_same_neighbours_is_still_the_same(void **state)
{
	struct store *s = store_in_memory();
	int64_t row = save(s, abc());
	task_rows before = tasks_of(s, row);
	struct phl_plan *p = abc();

	(void)state;
	p->tasks.v[1].title = "Zzz";
	p->tasks.v[1].label = NULL;
	save_as(s, p, row);
	assert_int_equal(tasks_of(s, row).v[1].row, before.v[1].row);
	end_test(s);
}

static void equal_titles_match_in_order(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = new_plan("a.md", "01-01", "A");

	(void)state;
	for (int i = 0; i < 3; i++)
		add_task(p, NULL, "Run the tests", i == 1 ? PHL_DONE : PHL_PENDING);
	int64_t row = save(s, p);
	task_rows before = tasks_of(s, row);
	add_task(p, NULL, "Run the tests", PHL_PENDING);
	save_as(s, p, row);
	task_rows after = tasks_of(s, row);
	for (int i = 0; i < 3; i++)
		assert_int_equal(after.v[i].row, before.v[i].row);
	assert_string_equal(story(s, row), "seen >pending");
	end_test(s);
}

static void references_follow_their_tasks(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();

	(void)state;
	add_ref(p, "a.py", 10, "x")->task = 0;
	add_ref(p, "a.py", 20, "y")->task = 2;
	add_ref(p, "b.py", 30, NULL);
	int64_t row = save(s, p);
	struct phl_task first = p->tasks.v[0];
	p->tasks.v[0] = p->tasks.v[2];
	p->tasks.v[2] = first;
	p->refs.v[0] = (struct phl_ref){ "a.py", 22, 22, 0, false, "y", NULL, 0, 101, 3 };
	p->refs.v[1].task = -1;
	save_as(s, p, row);
	assert_string_equal(json_of(load(s, row)), json_of(p));
	assert_int_equal(load(s, row)->refs.v[0].task, 0);
	end_test(s);
}

/* ---- what happened ---- */

static void a_box_ticked_by_hand_is_an_event(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();
	int64_t row = save(s, p);
	event_list events;

	(void)state;
	p->tasks.v[1].status = PHL_DONE;
	p->status = PHL_IN_PROGRESS;
	save_as(s, p, row);
	assert_string_equal(story(s, row), "seen >pending, status pending>in-progress, "
					   "Write the migration: status pending>done");
	ok(store_events(s, &memory, row, 1, &events, &error));
	assert_int_equal(events.n, 1);
	assert_int_equal(events.v[0].task, 2);
	assert_string_equal(events.v[0].origin, "file");
	assert_string_equal(events.v[0].at, "2026-01-13T10:26:40Z");
	assert_string_equal(events.v[0].plan_id, "01-01");
	end_test(s);
}

static void tasks_that_follow_their_plan_make_no_events(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();
	int64_t row = save(s, p);

	(void)state;
	p->status = PHL_DONE;
	for (size_t i = 0; i < p->tasks.n; i++) {
		p->tasks.v[i].status = PHL_DONE;
		p->tasks.v[i].status_from = PHL_FROM_PLAN;
	}
	save_as(s, p, row);
	assert_string_equal(story(s, row), "seen >pending, status pending>done");
	end_test(s);
}

static void a_task_with_a_history_gets_it_back(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();
	int64_t row = save(s, p);
	task_rows before = tasks_of(s, row);

	(void)state;
	p->tasks.v[2].status = PHL_BLOCKED;
	save_as(s, p, row);
	p->tasks.n = 2;
	save_as(s, p, row);
	assert_int_equal(tasks_of(s, row).n, 2);
	assert_int_equal(load(s, row)->tasks.n, 2);
	p->tasks.n = 3;
	save_as(s, p, row);
	assert_int_equal(tasks_of(s, row).v[2].row, before.v[2].row);
	assert_string_equal(story(s, row), "seen >pending, "
					   "Remove old columns: status pending>blocked, "
					   "Remove old columns: removed, "
					   "Remove old columns: restored");
	end_test(s);
}

static void a_removed_plan_keeps_its_history_and_gets_it_back(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();
	int64_t row = save(s, p), found;
	uint64_t hash[2] = { 7, 9 };
	struct stamp stamp = {
		.path = p->path, .kind = 1, .hash = { 7, 9 }, .plan = row
	};
	phase_rows phases;
	plan_rows plans;

	(void)state;
	p->tasks.v[0].status = PHL_DONE;
	add_finding(p, "odd", PHL_ERROR, 3);
	save_as(s, p, row);
	task_rows before = tasks_of(s, row);
	ok(store_begin(s, &error));
	ok(store_put_stamp(s, &stamp, &error));
	ok(store_drop_stamp(s, p->path, &error));
	ok(store_remove_plan(s, row, WHEN, &error));
	ok(store_commit(s, &error));

	ok(store_phases(s, &memory, &phases, &error));
	assert_int_equal(phases.n, 0);
	ok(store_plans(s, &memory, 0, &plans, &error));
	assert_int_equal(plans.n, 0);
	assert_int_equal(tasks_of(s, row).n, 0);

	ok(store_find_removed(s, NULL, NULL, NULL, "elsewhere.md", &found, &error));
	assert_int_equal(found, 0);
	ok(store_find_removed(s, hash, NULL, NULL, "elsewhere.md", &found, &error));
	assert_int_equal(found, row);
	ok(store_find_removed(s, NULL, "01-01", "Alphabet", "elsewhere.md", &found,
			      &error));
	assert_int_equal(found, row);
	ok(store_find_removed(s, NULL, NULL, NULL, p->path, &found, &error));
	assert_int_equal(found, row);

	p->path = "plans/elsewhere/01-01-PLAN.md";
	save_as(s, p, row);
	assert_int_equal(tasks_of(s, row).v[0].row, before.v[0].row);
	assert_string_equal(json_of(load(s, row)), json_of(p));
	assert_string_equal(story(s, row),
			    "seen >pending, Analyse the scheduler: status pending>done, "
			    "removed pending>, restored, moved plans/01-01-PLAN.md>"
			    "plans/elsewhere/01-01-PLAN.md");
	ok(store_find_removed(s, hash, NULL, NULL, "x", &found, &error));
	assert_int_equal(found, 0);
	end_test(s);
}

/* ---- texts ---- */

static void save_text(struct store *s, const struct phl_plan *p, int64_t row, uint64_t text)
{
	uint64_t hash[2] = { text, 0 };
	struct occasion o = { .origin = "file", .when = WHEN, .text = hash };

	ok(store_begin(s, &error));
	ok(store_save_plan(s, p, NULL, &o, &row, &error));
	ok(store_commit(s, &error));
}

static int64_t moment_of(struct store *s, int64_t row, uint64_t text)
{
	uint64_t hash[2] = { text, 0 };
	int64_t event, at;

	ok(store_moment(s, row, hash, &event, &at, &error));
	assert_int_equal(at, event ? WHEN : 0);
	return event;
}

static void a_text_is_known_by_the_last_event_that_it_went_with(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();
	int64_t row = save(s, p);

	(void)state;
	save_text(s, p, row, 1); /* no event */
	p->tasks.v[1].status = PHL_DONE;
	save_text(s, p, row, 2);
	p->tasks.v[2].status = PHL_DONE;
	save_text(s, p, row, 3);
	assert_int_equal(moment_of(s, row, 1), 1);
	assert_int_equal(moment_of(s, row, 2), 2);
	assert_int_equal(moment_of(s, row, 3), 3);
	assert_int_equal(moment_of(s, row, 4), 0);
	assert_int_equal(moment_of(s, row + 1, 2), 0);
	save_text(s, p, row, 1);
	assert_int_equal(moment_of(s, row, 1), 3);
	end_test(s);
}

static void texts_of_long_ago_are_forgotten(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc(), *other = abc();
	int64_t row = save(s, p), other_row;

	(void)state;
	other->path = "plans/01-02-PLAN.md";
	other_row = save(s, other);
	save_text(s, other, other_row, 1);
	for (uint64_t i = 1; i <= 60; i++)
		save_text(s, p, row, i);
	assert_int_equal(moment_of(s, row, 10), 0);
	assert_true(moment_of(s, row, 11) > 0);
	assert_true(moment_of(s, row, 60) > 0);
	assert_true(moment_of(s, other_row, 1) > 0);
	end_test(s);
}

static void what_was_aborted_never_happened(void **state)
{
	struct store *s = store_in_memory();
	struct phl_plan *p = abc();
	int64_t row = 0;
	phase_rows phases;

	(void)state;
	ok(store_begin(s, &error));
	ok(store_save_plan(s, p, NULL, &by_hand, &row, &error));
	store_abort(s);
	save(s, p);
	ok(store_phases(s, &memory, &phases, &error));
	assert_int_equal(phases.n, 1);
	assert_int_equal(phases.v[0].plans, 1);
	assert_int_equal(phases.v[0].tasks.total, 3);
	end_test(s);
}

/* ---- counters ---- */

static unsigned seed;

static unsigned dice(unsigned n)
{
	seed = seed * 1103515245 + 12345;
	return (seed >> 16) % n;
}

static const char *const words[] = {
	"alpha", "beta", "gamma", "delta", "epsilon", "zeta"
};

static struct phl_plan *random_plan(int number)
{
	const char *path =
	    arena_printf(&memory, "plans/%02u-x/%02d-PLAN.md", dice(4), number);
	const char *id = arena_printf(&memory, "%02u-%02d", dice(3), number % 100);
	struct phl_plan *p = new_plan(path, id, words[dice(6)]);

	p->status = (enum phl_status)dice(PHL_STATUSES);
	if (dice(2))
		p->estimate =
		    (struct phl_estimate){ (int)dice(60), 60 + (int)dice(60), "x" };
	if (dice(3) == 0)
		p->actual.low = p->actual.high = (int)dice(100);
	for (unsigned n = dice(6); n-- > 0;)
		add_task(p, dice(2) ? words[dice(6)] : NULL,
			 arena_printf(&memory, "%s %s", words[dice(6)], words[dice(6)]),
			 (enum phl_status)dice(PHL_STATUSES));
	for (unsigned n = dice(6); n-- > 0;) {
		struct phl_ref *r =
		    add_ref(p, dice(4) ? words[dice(6)] : NULL, (int)dice(50),
			    dice(2) ? words[dice(6)] : NULL);
		r->task = p->tasks.n ? (int)dice((unsigned)p->tasks.n + 1) - 1 : -1;
	}
	for (unsigned n = dice(4); n-- > 0;)
		add_finding(p, words[dice(6)], (enum phl_severity)dice(3), (int)n);
	return p;
}

/* The sums of all phases, from the plans themselves. */
static void compare_with_recount(struct store *s, struct phl_plan *const *plans, int n)
{
	struct phase_row want = { 0 }, have = { 0 };
	phase_rows phases;

	for (int i = 0; i < n; i++) {
		const struct phl_plan *p = plans[i];
		if (!p)
			continue;
		struct task_counts tasks = plan_count_tasks(p);
		bool open = p->status != PHL_DONE && p->status != PHL_SKIPPED;
		want.plans++;
		want.plans_by_status[p->status]++;
		want.tasks.total += tasks.total;
		for (int k = 0; k < PHL_STATUSES; k++)
			want.tasks.by_status[k] += tasks.by_status[k];
		if (p->estimate.low >= 0) {
			want.estimated++;
			want.estimate_low += p->estimate.low;
			want.estimate_high += p->estimate.high;
			want.left_low += open ? p->estimate.low : 0;
			want.left_high += open ? p->estimate.high : 0;
		}
		if (p->actual.low >= 0) {
			want.timed++;
			want.actual += p->actual.high;
		}
		want.refs.total += (int)p->refs.n;
		for (size_t k = 0; k < p->refs.n; k++)
			want.refs.bound += p->refs.v[k].path != NULL;
		for (size_t k = 0; k < p->findings.n; k++)
			want.findings[p->findings.v[k].severity]++;
	}
	ok(store_phases(s, &memory, &phases, &error));
	for (size_t i = 0; i < phases.n; i++) {
		const struct phase_row *h = &phases.v[i];
		assert_true(h->plans > 0);
		have.plans += h->plans;
		have.tasks.total += h->tasks.total;
		for (int k = 0; k < PHL_STATUSES; k++) {
			have.plans_by_status[k] += h->plans_by_status[k];
			have.tasks.by_status[k] += h->tasks.by_status[k];
		}
		have.estimated += h->estimated;
		have.estimate_low += h->estimate_low;
		have.estimate_high += h->estimate_high;
		have.left_low += h->left_low;
		have.left_high += h->left_high;
		have.timed += h->timed;
		have.actual += h->actual;
		have.refs.total += h->refs.total;
		have.refs.bound += h->refs.bound;
		for (int k = 0; k < PHL_SEVERITIES; k++)
			have.findings[k] += h->findings[k];
	}
	assert_memory_equal(&want, &have, sizeof want);
}

static void checks_are_all_good(struct store *s)
{
	check_list checks;

	ok(store_checks(s, &memory, &checks, &error));
	assert_true(checks.n >= 6);
	for (size_t i = 0; i < checks.n; i++)
		if (!checks.v[i].ok)
			fail_msg("%s: %s", checks.v[i].name, checks.v[i].detail);
}

static void counters_are_those_of_a_recount_after_any_edits(void **state)
{
	enum { PLANS = 12 };
	struct store *s = store_in_memory();
	struct phl_plan *plans[PLANS] = { 0 };
	int64_t rows[PLANS] = { 0 };

	(void)state;
	seed = 4711;
	for (int round = 0; round < 400; round++) {
		int i = (int)dice(PLANS);
		if (plans[i] && dice(5) == 0) {
			remove_plan(s, rows[i]);
			plans[i] = NULL;
		} else {
			plans[i] = random_plan(i);
			rows[i] = save_as(s, plans[i], rows[i]);
			assert_string_equal(json_of(load(s, rows[i])), json_of(plans[i]));
		}
		if (round % 10 == 0)
			compare_with_recount(s, plans, PLANS);
		if (round % 100 == 99)
			checks_are_all_good(s);
	}
	compare_with_recount(s, plans, PLANS);
	for (int i = 0; i < PLANS; i++)
		if (plans[i])
			assert_string_equal(json_of(load(s, rows[i])), json_of(plans[i]));
	end_test(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_saved_comes_back_whole),
		cmocka_unit_test(an_empty_plan_comes_back_empty),
		cmocka_unit_test(saving_the_same_again_changes_nothing),
		cmocka_unit_test(too_many_children_are_refused_and_nothing_is_written),
		cmocka_unit_test(tasks_keep_their_identity_when_moved),
		cmocka_unit_test(tasks_keep_their_identity_when_renumbered),
		cmocka_unit_test(a_reworded_task_is_still_the_same),
		cmocka_unit_test(
		    a_rewritten_task_between_the_same_neighbours_is_still_the_same),
		cmocka_unit_test(equal_titles_match_in_order),
		cmocka_unit_test(references_follow_their_tasks),
		cmocka_unit_test(a_box_ticked_by_hand_is_an_event),
		cmocka_unit_test(tasks_that_follow_their_plan_make_no_events),
		cmocka_unit_test(a_task_with_a_history_gets_it_back),
		cmocka_unit_test(a_removed_plan_keeps_its_history_and_gets_it_back),
		cmocka_unit_test(a_text_is_known_by_the_last_event_that_it_went_with),
		cmocka_unit_test(texts_of_long_ago_are_forgotten),
		cmocka_unit_test(what_was_aborted_never_happened),
		cmocka_unit_test(counters_are_those_of_a_recount_after_any_edits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
