/* write-back over real plans: those of this repository and, where they are at
 * hand, many more ($PHASELINE_SHARED, else ../shared): change, read back, undo */
#include "unit.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "edit/edit.h"
#include "parse/parse.h"

static struct {
	const char *root;
	long plans, changes, refused, uncarried, refs, unwritable, moved_refused;
} count;

static struct buf bytes;
static const char *path;

static int lines_of(const char *s, size_t n)
{
	int lines = 0;

	for (size_t i = 0; i < n; i++)
		lines += s[i] == '\n';
	return lines;
}

/* Lines that differ, as a diff would count them: from the first to the last one
 * that does, for one edit. */
static int lines_changed(const char *a, size_t an, const char *b, size_t bn)
{
	size_t head = 0, tail = 0;

	while (head < an && head < bn && a[head] == b[head])
		head++;
	while (tail < an - head && tail < bn - head && a[an - tail - 1] == b[bn - tail - 1])
		tail++;
	return lines_of(b + head, bn - head - tail) + 1;
}

/* Makes the edits, checks what is read back, takes them back. */
static void there_and_back(struct draft *d, edit_list *edits, int most_lines)
{
	struct buf out = { 0 }, back = { 0 };
	struct arena a = { 0 };
	splice_list splices;
	int conflicts;
	edit_list inverse = { 0 };
	struct draft now;
	const char *what;

	edits_apply(d, edits, &out, &splices, &conflicts);
	if (conflicts)
		fail_msg("%s: %d edits cannot be made", path, conflicts);
	draft_read(&now, &a, out.s ? out.s : "", out.n, path);
	if (!edits_kept_rest(d, &now, edits, &what)) {
		count.refused++;
		if (getenv("VERBOSE"))
			fprintf(stderr, "%s: %s changes too (%s %d)\n", path, what,
				edits->n ? edit_field_words[edits->v[0].field] : "", edits->n ? edits->v[0].task : 0);
	} else {
		edits_invert(&a, edits, &inverse);
		edits_apply(&now, &inverse, &back, &splices, &conflicts);
		if (conflicts || back.n != d->n || (d->n && memcmp(back.s, d->bytes, d->n) != 0))
			fail_msg("%s: undo does not restore %s %d", path,
				 edit_field_words[edits->v[0].field], edits->v[0].task);
		if (most_lines && edits->n &&
		    lines_changed(d->bytes, d->n, out.s, out.n) > most_lines)
			fail_msg("%s: more than %d lines differ", path, most_lines);
	}
	count.changes++;
	draft_free(&now);
	arena_free(&a);
	buf_free(&out);
	buf_free(&back);
}

static void every_task(struct draft *d)
{
	static const enum phl_status statuses[] = { PHL_DONE, PHL_PENDING, PHL_BLOCKED };

	for (size_t t = 0; t < d->plan->tasks.n; t++) {
		edit_list estimate = { 0 };

		for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
			edit_list edits = { 0 };
			bool carried = make_task_status(d, (int)t, statuses[i], &edits);

			count.uncarried += !carried;
			there_and_back(d, &edits, edits.n == 1 ? 1 : 0);
		}
		if (make_task_estimate(d, (int)t, "25 min", &estimate))
			there_and_back(d, &estimate, 1);
	}
}

static void every_key(struct draft *d)
{
	static const struct {
		enum plan_key key;
		const char *value;
	} keys[] = { { KEY_STATUS, "done" },	       { KEY_ACTUAL, "29 min" },
		     { KEY_COMPLETED, "2026-01-14" },  { KEY_STARTED, "2026-01-13" },
		     { KEY_OWNER, "@ann: \"x\"" } };
	edit_list all = { 0 };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		edit_list edits = { 0 };

		if (!make_key(d, keys[i].key, keys[i].value, &edits)) {
			count.refused++;
			continue;
		}
		there_and_back(d, &edits, edits.n && edits.v[0].field == EDIT_KEY ? 2 : 0);
		make_key(d, keys[i].key, keys[i].value, &all);
	}
	there_and_back(d, &all, 0);
}

static void every_note(struct draft *d)
{
	static const char *const kinds[] = { "rollback", "note" };

	for (size_t i = 0; i < 2; i++) {
		edit_list edits = { 0 };

		make_note(d, kinds[i], "2026-01-14",
			  "**Task 1**: see `src/a.py:12` <task> [x] & line 30\n- [ ] more", &edits);
		there_and_back(d, &edits, 0);
	}
}

/* Every reference by itself, and all at once, each file by a shift of its own. */
static void every_reference(struct draft *d)
{
	edit_list all = { 0 };
	long refused = count.refused;

	for (size_t i = 0; i < d->plan->refs.n; i++) {
		const struct phl_ref *r = &d->plan->refs.v[i];
		edit_list edits = { 0 };

		count.refs++;
		if (!make_lines(d, (int)i, 7, &edits)) {
			count.unwritable++;
			if (getenv("VERBOSE"))
				fprintf(stderr, "%s:%d: %s:%d-%d cannot be written\n", path,
					r->line, r->path ? r->path : "?", r->first, r->last);
			continue;
		}
		there_and_back(d, &edits, 0);
		make_lines(d, (int)i, r->path ? (int)strlen(r->path) * 10 : 10, &all);
	}
	there_and_back(d, &all, 0);
	count.moved_refused += count.refused - refused;
	count.refused = refused;
}

static int take_file(const char *full, const struct stat *st, int type, struct FTW *ftw)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct draft d;

	(void)st;
	(void)ftw;
	path = full + strlen(count.root) + 1;
	if (type != FTW_F || family_classify(path) != FILE_PLAN)
		return 0;
	buf_clear(&bytes);
	if (!file_read(AT_FDCWD, full, 1 << 20, &bytes, NULL, &err))
		return 0;
	count.plans++;
	draft_read(&d, &a, bytes.s ? bytes.s : "", bytes.n, path);
	every_task(&d);
	every_key(&d);
	every_note(&d);
	every_reference(&d);
	draft_free(&d);
	arena_free(&a);
	return 0;
}

static void walk(const char *root, const char *dir)
{
	count.root = root;
	nftw(dir, take_file, 32, FTW_PHYS);
}

static void plans_of_this_repository_come_back_byte_for_byte(void **state)
{
	(void)state;
	walk(".", "./plans");
	assert_true(count.plans >= 20);
	assert_int_equal(count.refused, 0);
	assert_true(count.refs > 30);
	assert_int_equal(count.unwritable, 0);
}

static void real_plans_come_back_byte_for_byte(void **state)
{
	const char *shared = getenv("PHASELINE_SHARED");
	char root[512];

	(void)state;
	snprintf(root, sizeof root, "%s/corpus", shared ? shared : "../shared");
	if (access(root, R_OK) != 0)
		skip();
	memset(&count, 0, sizeof count);
	walk(root, root);
	print_message("# %ld plans, %ld changes, %ld refused, %ld for the journal alone\n",
		      count.plans, count.changes, count.refused, count.uncarried);
	print_message("# %ld references, %ld written otherwise, %ld renumbered no further\n",
		      count.refs, count.unwritable, count.moved_refused);
	assert_true(count.plans > 300);
	assert_true(count.refused * 200 < count.changes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plans_of_this_repository_come_back_byte_for_byte),
		cmocka_unit_test(real_plans_come_back_byte_for_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
