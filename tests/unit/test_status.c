/* Status words: every spelling of phaseline-plan(5), and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/plan.h"

static void knows(const char *word, enum phl_status want)
{
	enum phl_status got = PHL_STATUSES;

	if (!phl_status_parse(word, &got))
		fail_msg("\"%s\" is unknown", word);
	if (got != want)
		fail_msg("\"%s\" is %s", word, phl_status_word(got));
}

static void ignores(const char *word)
{
	enum phl_status got = PHL_DONE;

	if (phl_status_parse(word, &got))
		fail_msg("\"%s\" is known", word ? word : "NULL");
	assert_int_equal(got, PHL_PENDING);
}

static void every_spelling_is_known(void **state)
{
	static const struct {
		const char *words;
		enum phl_status status;
	} rows[] = {
		{ "pending planned planning todo draft ready ready-for-execution approved",
		  PHL_PENDING },
		{ "active in-progress in_progress started executing wip",
		  PHL_IN_PROGRESS },
		{ "blocked on-hold paused checkpoint", PHL_BLOCKED },
		{ "completed complete done shipped verified", PHL_DONE },
		{ "skipped cancelled canceled superseded deferred won't-do", PHL_SKIPPED },
		{ "rolled-back reverted", PHL_ROLLED_BACK },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char words[128], *save = NULL;

		strcpy(words, rows[i].words);
		for (char *w = strtok_r(words, " ", &save); w;
		     w = strtok_r(NULL, " ", &save))
			knows(w, rows[i].status);
	}
}

static void case_spaces_hyphens_and_emoji_do_not_count(void **state)
{
	(void)state;
	knows("Done", PHL_DONE);
	knows("  DONE\r\n", PHL_DONE);
	knows("✅ Complete", PHL_DONE);
	knows("Complete ✅", PHL_DONE);
	knows("✔️ done", PHL_DONE);
	knows("**Completed**", PHL_DONE);
	knows("`done`.", PHL_DONE);
	knows("On Hold", PHL_BLOCKED);
	knows("🔴 BLOCKED", PHL_BLOCKED);
	knows("In Progress", PHL_IN_PROGRESS);
	knows("IN–PROGRESS", PHL_IN_PROGRESS);
	knows("🚧 in_progress 🚧", PHL_IN_PROGRESS);
	knows("won’t do", PHL_SKIPPED);
	knows("Rolled Back", PHL_ROLLED_BACK);
	knows("Ready for Execution", PHL_PENDING);
}

static void other_words_are_pending_and_unknown(void **state)
{
	(void)state;
	ignores(NULL);
	ignores("");
	ignores("✅");
	ignores("---");
	ignores("completed (partial)");
	ignores("done, mostly");
	ignores("not done");
	ignores("human_needed");
	ignores("terminé");
	ignores("完成");
	ignores("done\xff");
	ignores("ready for execution of a plan that is very long indeed");
}

static void every_status_reads_back_from_its_own_word(void **state)
{
	(void)state;
	for (int s = 0; s < PHL_STATUSES; s++)
		knows(phl_status_word((enum phl_status)s), (enum phl_status)s);
}

static void what_is_no_status_still_has_a_word(void **state)
{
	(void)state;
	assert_string_equal(phl_status_word(PHL_NO_STATUS), "none");
	assert_string_equal(phl_status_word(PHL_STATUSES), "none");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_is_known),
		cmocka_unit_test(case_spaces_hyphens_and_emoji_do_not_count),
		cmocka_unit_test(other_words_are_pending_and_unknown),
		cmocka_unit_test(every_status_reads_back_from_its_own_word),
		cmocka_unit_test(what_is_no_status_still_has_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
