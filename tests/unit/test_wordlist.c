/* Words that a team lists: what they mean, and which to write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/wordlist.h"

static const char *words[8];
static struct wordlist list;

static void lists(const char *first, const char *a, const char *b, const char *c,
		  const char *d)
{
	const char *const all[] = { a, b, c, d, NULL };

	list = (struct wordlist){ .v = words, .first = first };
	for (; all[list.n]; list.n++)
		words[list.n] = all[list.n];
}

static enum phl_status means(const char *word)
{
	enum phl_status status;

	return wordlist_status(&list, word, &status) ? status : PHL_NO_STATUS;
}

static void a_word_in_between_is_under_way(void **state)
{
	(void)state;
	lists(NULL, "To Do", "In Progress", "Review", "Done");
	assert_int_equal(means("review"), PHL_IN_PROGRESS);
	assert_int_equal(means("To Do"), PHL_PENDING);
	assert_int_equal(means("Reviewed"), PHL_NO_STATUS);
	assert_string_equal(wordlist_word(&list, PHL_IN_PROGRESS), "In Progress");
	lists(NULL, "Idea", "Review", "Shipped out", NULL);
	assert_int_equal(means("Idea"), PHL_PENDING);
	assert_int_equal(means("Shipped out"), PHL_DONE);
	assert_string_equal(wordlist_word(&list, PHL_IN_PROGRESS), "Review");
}

static void a_word_between_words_of_one_kind_is_of_that_kind(void **state)
{
	(void)state;
	lists(NULL, "Idea", "Looked at", "To Do", "Done");
	assert_int_equal(means("Looked at"), PHL_PENDING);
	lists(NULL, "To Do", "Done", "Looked at", "Out");
	assert_int_equal(means("Looked at"), PHL_DONE);
}

static void the_last_word_that_means_done_is_written(void **state)
{
	(void)state;
	lists(NULL, "To Do", "Done", "Out", NULL);
	assert_string_equal(wordlist_word(&list, PHL_DONE), "Out");
	lists(NULL, "To Do", "Done", "Cancelled", NULL);
	assert_string_equal(wordlist_word(&list, PHL_DONE), "Done");
	assert_string_equal(wordlist_word(&list, PHL_SKIPPED), "Cancelled");
	lists(NULL, "To Do", "Done", "Blocked", NULL);
	assert_string_equal(wordlist_word(&list, PHL_BLOCKED), "Blocked");
	lists(NULL, "Open", "Doing", "Approved", NULL);
	assert_string_equal(wordlist_word(&list, PHL_DONE), "Approved");
}

static void new_plans_say_the_default_word(void **state)
{
	(void)state;
	lists("to do", "Idea", "To Do", "Done", NULL);
	assert_string_equal(wordlist_word(&list, PHL_PENDING), "To Do");
	lists("Done", "Idea", "To Do", "Done", NULL);
	assert_string_equal(wordlist_word(&list, PHL_PENDING), "Idea");
	lists(NULL, "Idea", "To Do", "Done", NULL);
	assert_string_equal(wordlist_word(&list, PHL_PENDING), "Idea");
}

static void what_has_no_word_is_not_written(void **state)
{
	(void)state;
	lists(NULL, "To Do", "Done", NULL, NULL);
	assert_null(wordlist_word(&list, PHL_IN_PROGRESS));
	assert_null(wordlist_word(&list, PHL_BLOCKED));
	lists(NULL, "Idea", NULL, NULL, NULL);
	assert_int_equal(means("Idea"), PHL_PENDING);
	assert_null(wordlist_word(&list, PHL_DONE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_in_between_is_under_way),
		cmocka_unit_test(a_word_between_words_of_one_kind_is_of_that_kind),
		cmocka_unit_test(the_last_word_that_means_done_is_written),
		cmocka_unit_test(new_plans_say_the_default_word),
		cmocka_unit_test(what_has_no_word_is_not_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
