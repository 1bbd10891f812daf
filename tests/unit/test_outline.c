/* The head of a line decides its blocks: what cmark is given has the tree of
 * the whole text. */
#include <stdio.h>
#include <string.h>

#include "../fuzz/same_blocks.h"
#include "unit.h"

static void check(const char *const *texts)
{
	for (; *texts; texts++)
		if (!same_blocks(*texts, strlen(*texts)))
			fail_msg("other blocks: %s", *texts);
}

/* Fails unless the outline of a line is its first `head` bytes, and an x for the rest. */
static void outlines(const char *line, size_t head)
{
	struct arena a = { 0 };
	struct body body;
	size_t n, x = head < strlen(line);
	const char *text = outline_of(&a, line, strlen(line), &body, &n);

	assert_int_equal(n, head + x + 1 + strlen("<!-- -->\n"));
	assert_memory_equal(text, line, head);
	if (x)
		assert_int_equal(text[head], 'x');
	assert_int_equal(text[head + x], '\n');
	arena_free(&a);
}

static void text_ends_a_head(void **state)
{
	(void)state;
	outlines("plain words", 0);
	outlines("12. - [ ] an item", 6);
	outlines("## 3. Title ##", 6);
	outlines("\xc3\xa9t\xc3\xa9", 0);
	outlines("- `a` and ```", 2);
	outlines("> __init__", 2);
	outlines("***a***", 0);
	outlines("a <b> -> c", 0);
}

static void lines_that_must_be_seen_whole_are(void **state)
{
	static const char *const lines[] = { "<a b>", "- <!-- c", "```js `x`", "> ~~~ sh", "- - -",
					     "===", "1. 2. 3", "[a]: b", NULL };

	(void)state;
	for (int i = 0; lines[i]; i++)
		outlines(lines[i], strlen(lines[i]));
}

static void lists_quotes_and_headings_stay(void **state)
{
	static const char *const texts[] = {
		"# One\n\nTwo\n===\nthree\nfour\n---\n",
		"- a\n  b\nlazy\n\n  c\n- d\n1. e\n2) f\n\n       code\n",
		"> quoted text\nlazy on\n> - item\n>   more\n\nend\n",
		"text\n- item\ntext\n10. no list\n1. a list\n",
		"#no heading\n####### none\n# \n#\tx\n",
		"* a\n\n\n* b\n\n    c\n\n        d\n",
		"* * *\n- - x\n_ _ _\n- ***\n",
		"*a*\n**b**\n* *c*\n***\n*** d\n**\n* * * e\n_ _f_\n-**g**\n#**h**\n1.**i**\n",
		"`a`\n- ``b``\n``\n===\n~c~\n~\n---\n`` ` ``\n",
		"| a | b |\n| --- | --- |\n| \"c\" | (d) |\n\\# e\n&amp; f\n! g\n",
		"\tcode\n  \ttext\n-\ta\n\n\tb\n",
		NULL,
	};

	(void)state;
	check(texts);
}

static void html_and_fences_stay(void **state)
{
	static const char *const texts[] = {
		"<!-- open\ntext\n\nstill --> closed\ntext\n",
		"<script>\nvar a;\n\nb </script> c\n# d\n",
		"<pre>\n- a\n\nx</pre>\n- b\n",
		"<?php\na\n\nb ?> c\n- d\n",
		"<![CDATA[\nx\n\ny ]]> z\n- d\n",
		"<!DOCTYPE html\nx\n\ny > z\n- d\n",
		"<div>\n# no heading\n\n# heading\n",
		"text\n<a href='x'>\nmore\n\n<a href='x'>\nmore\n",
		"```js `x`\n# a\n```\n# b\n",
		"```js\n# a\n``` x\n# b\n```\n# c\n",
		"~~~ sh `x`\n# a\n~~~\n# b\n",
		"- ~~~\n  a\n  # b\n  ~~~\n  c\n",
		NULL,
	};

	(void)state;
	check(texts);
}

static void definitions_of_links_stay(void **state)
{
	static const char *const texts[] = {
		"[a]: /url\n",
		"[a]: /url 'title\nmore'\ntext\n",
		"[a\nb]: /url\ntext\n===\n",
		"- [ ]: /url\n- [x]: done\n- [ ] one\n",
		"[a]: /url\n===\ntext\n",
		"> [a]: /url\n- b\n",
		"[a]:\n/url\n# b\n",
		NULL,
	};

	(void)state;
	check(texts);
}

static void odd_bytes_change_nothing(void **state)
{
	static const char *const texts[] = {
		"\xef\xbb\xbf# a\n\xef\xbb\xbf# b\n", "\xc2\xa0 a\n- \xc2\xa0- b\n", "a\rb\n- c\r- d\n",
		"\t\t\xef\xbb\xbf", "\t\xef\xbb\xbf- a\n\xef\xbb\xbf- b\n", "\xff\xfe# a\n", "a\r\n- b\r\n\r\n  c\r\n", "a", "", "\n\n\n", NULL,
	};

	(void)state;
	check(texts);
	assert_true(same_blocks("a\0# b\n- \0\n- c\0```\n", 19));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_ends_a_head),
		cmocka_unit_test(lines_that_must_be_seen_whole_are),
		cmocka_unit_test(lists_quotes_and_headings_stay),
		cmocka_unit_test(html_and_fences_stay),
		cmocka_unit_test(definitions_of_links_stay),
		cmocka_unit_test(odd_bytes_change_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
