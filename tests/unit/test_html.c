#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "render/html.h"

static void assert_text(const char *text, const char *html)
{
	struct buf b = { 0 };

	buf_str(&b, "");
	html_text(&b, text);
	assert_string_equal(b.s, html);
	buf_free(&b);
}

static void text_is_escaped(void **state)
{
	(void)state;
	assert_text("", "");
	assert_text("plain", "plain");
	assert_text("<b a=\"1\" c='2'>&amp;", "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
	assert_text("]]> <!-- -->", "]]&gt; &lt;!-- --&gt;");
	assert_text("grün → 日本", "grün → 日本");
}

static void what_cannot_be_seen_is_shown(void **state)
{
	(void)state;
	assert_text("a\x1b[31m\x07", "a\\x1b[31m\\x07");
	assert_text("a\x7f", "a\\x7f");
	assert_text("a\nb\r\nc\td", "a b  c d");
	assert_text("gpj\xe2\x80\xae.exe", "gpj&lt;U+202E&gt;.exe");
	assert_text("\xff<", "\\xff&lt;");
}

static void dates_are_marked_up(void **state)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ "2026-01-13", "<time datetime=\"2026-01-13\">2026-01-13</time>" },
		{ "main f2, 2026-01-13.", "main f2, <time datetime=\"2026-01-13\">2026-01-13</time>." },
		{ "(2026-01-13)", "(<time datetime=\"2026-01-13\">2026-01-13</time>)" },
		{ "2026-02-30", "2026-02-30" },
		{ "logs/2026-01-13.txt", "logs/2026-01-13.txt" },
		{ "12026-01-13", "12026-01-13" },
		{ "2026-01-13T10:00", "2026-01-13T10:00" },
		{ "<2026-01-13>", "&lt;2026-01-13&gt;" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };

		buf_str(&b, "");
		html_prose(&b, cases[i].text);
		assert_string_equal(b.s, cases[i].html);
		buf_free(&b);
	}
}

static void addresses_lead_to_pages_and_letters_only(void **state)
{
	static const struct {
		const char *url, *html; /* NULL: leads nowhere */
	} cases[] = {
		{ "https://example.com/a?b=c&d#e", " href=\"https://example.com/a?b=c&amp;d#e\"" },
		{ "HTTP://example.com", " href=\"HTTP://example.com\"" },
		{ "mailto:ann@example.com", " href=\"mailto:ann@example.com\"" },
		{ "docs/a.md#part", " href=\"docs/a.md#part\"" },
		{ "../x:y", " href=\"../x:y\"" },
		{ "a\"b'<>", " href=\"a%22b%27%3C%3E\"" },
		{ "\xc3\xa9", " href=\"%C3%A9\"" },
		{ "javascript:alert(1)", NULL },
		{ "JaVaScRiPt:alert(1)", NULL },
		{ " javascript:alert(1)", NULL },
		{ "java\tscript:alert(1)", NULL },
		{ "java\nscript:alert(1)", NULL },
		{ "\x01javascript:alert(1)", NULL },
		{ "data:text/html,x", NULL },
		{ "vbscript:x", NULL },
		{ "file:///etc/passwd", NULL },
		{ "httpx://a", NULL },
		{ "htt:a", NULL },
		{ ":x", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };

		buf_str(&b, "");
		assert_int_equal(html_href(&b, cases[i].url), cases[i].html != NULL);
		assert_string_equal(b.s, cases[i].html ? cases[i].html : "");
		buf_free(&b);
	}
}

static void markdown_keeps_its_shape_and_loses_its_teeth(void **state)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ "a *b* **c** `d<`\ne", "<p>a <em>b</em> <strong>c</strong> <code>d&lt;</code>\ne</p>\n" },
		{ "## Top\n\n##### Deep\n\n### Less", "<h3>Top</h3>\n<h4>Deep</h4>\n<h4>Less</h4>\n" },
		{ "###### a\n# b\n## c\n### d\n#### e\n##### f",
		  "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n<h6>e</h6>\n<h6>f</h6>\n" },
		{ "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
		{ "3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n" },
		{ "> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n" },
		{ "```sh\na <b\n```", "<pre><code>a &lt;b\n</code></pre>\n" },
		{ "a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n" },
		{ "<script>\nx\n</script>", "<pre><code>&lt;script&gt;\nx\n&lt;/script&gt;\n</code></pre>\n" },
		{ "[a](http://x \"t\")", "<p><a href=\"http://x\" rel=\"noopener noreferrer\">a</a></p>\n" },
		{ "[a](javascript:b)", "<p>a</p>\n" },
		{ "[a](&#106;avascript:b)", "<p>a</p>\n" },
		{ "![a](http://x/y.png)", "<p>[image: a]</p>\n" },
		{ "a&#27;[1m &#x202e;b", "<p>a\\x1b[1m &lt;U+202E&gt;b</p>\n" },
		{ "a&#10;b", "<p>a b</p>\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };

		html_markdown(&b, cases[i].text, 2);
		assert_string_equal(b.s, cases[i].html);
		buf_free(&b);
	}
}

/* Each of these takes cmark 0.30 many seconds, or all the memory there is. */
static void markdown_that_would_take_too_long_stays_text(void **state)
{
	struct buf cases[3] = { 0 }, b = { 0 };

	(void)state;
	for (int i = 0; i < 20000; i++) {
		buf_str(&cases[0], "+ ");
		buf_str(&cases[1], "![[]()");
		buf_str(&cases[2], i == 0 ? "[a]: /" : "x");
	}
	buf_fill(&cases[0], '\n', 20000);
	buf_str(&cases[2], "\n\n");
	for (int i = 0; i < 20000; i++)
		buf_str(&cases[2], "[a] ");
	for (int i = 0; i < 3; i++) {
		buf_clear(&b);
		html_markdown(&b, cases[i].s, 2);
		assert_memory_equal(b.s, "<pre>", 5);
		assert_true(b.n < 3 * cases[i].n);
		buf_free(&cases[i]);
	}
	buf_free(&b);
}

static void a_document_of_nothing_is_a_page(void **state)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct doc d;

	(void)state;
	doc_start(&d, &a, NULL);
	doc_heading(&d, 2, "");
	doc_heading(&d, 2, "!!!");
	doc_list(&d);
	doc_facts(&d);
	doc_table(&d, (struct column[]){ { .title = "A" } }, 1);
	html_emit(&b, &d, NULL);
	assert_non_null(strstr(b.s, "<title>phaseline</title>"));
	assert_non_null(strstr(b.s, "id=\"section\""));
	assert_non_null(strstr(b.s, "id=\"section-2\""));
	assert_null(strstr(b.s, "<table"));
	assert_null(strstr(b.s, "<nav"));
	buf_free(&b);
	arena_free(&a);
}

/* A page with one table of one row. */
static char *table_page(const struct column *columns, size_t n, const struct cell *cells)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct doc d;
	struct block *t;

	doc_start(&d, &a, "T");
	t = doc_table(&d, columns, n);
	memcpy(doc_row(&d, t), cells, n * sizeof *cells);
	html_emit(&b, &d, NULL);
	arena_free(&a);
	return buf_take(&b);
}

static void cells_say_what_other_formats_say(void **state)
{
	static const struct column columns[] = {
		{ .title = "Id", .code = true }, { .title = "Bar" },
		{ .title = "Min", .right = true }, { .title = "Day" },
		{ .title = "Factor" }, { .title = "Unused" },
	};
	const struct cell cells[] = {
		{ .kind = CELL_TEXT, .text = "<1>", .tone = TONE_BAD, .mark = MARK_ALERT },
		{ .kind = CELL_BAR, .a = 1, .b = 3 },
		{ .kind = CELL_MINUTES, .a = 45, .b = 60 },
		{ .kind = CELL_DAY, .text = "2026-01-13" },
		{ .kind = CELL_FACTOR, .a = 130 },
		{ .kind = CELL_EMPTY },
	};
	char *s = table_page(columns, 6, cells);

	(void)state;
	assert_non_null(strstr(s, "<th scope=\"row\" class=\"bad\"><span class=\"mark bad\" "
				  "aria-hidden=\"true\">!</span> <code>&lt;1&gt;</code></th>"));
	assert_non_null(strstr(s, "d=\"M0 4h20\""));
	assert_non_null(strstr(s, ">1/3</span>"));
	assert_non_null(strstr(s, "<td class=\"right\">45m–1h</td>"));
	assert_non_null(strstr(s, "<td><time datetime=\"2026-01-13\">2026-01-13</time></td>"));
	assert_non_null(strstr(s, "<td>1.30</td>"));
	assert_null(strstr(s, "Unused"));
	free(s);
}

static void long_paths_may_break_behind_a_slash(void **state)
{
	static const struct column column = { .title = "Path", .code = true };
	char *s = table_page(&column, 1, &(struct cell){ .kind = CELL_TEXT,
							 .text = "a/<b>/c-d/eeeeeeeeeeeeeeeeeee/" });

	(void)state;
	assert_non_null(strstr(s, "class=\"path\"><code>a/<wbr>&lt;b&gt;/<wbr>c-d/<wbr>eeee"));
	free(s);
	s = table_page(&column, 1, &(struct cell){ .kind = CELL_TEXT, .text = "02-03/4" });
	assert_non_null(strstr(s, "<th scope=\"row\"><code>02-03/4</code></th>"));
	free(s);
}

static void bars_of_anything_stay_within_their_track(void **state)
{
	static const struct {
		long a, b;
		const char *path; /* NULL: none but the track */
	} cases[] = {
		{ 0, 0, NULL }, { 0, 5, NULL }, { 1, 1000000, "d=\"M0 4h1\"" },
		{ 5, 5, "class=\"full\" d=\"M0 4h60\"" }, { 9, 5, "class=\"full\" d=\"M0 4h60\"" },
		{ 999999, 1000000, "<path d=\"M0 4h59\"" },
		{ 4611686018427387904, 9223372036854775807, "d=\"M0 4h30\"" },
		{ -3, 5, NULL },
	};
	static const struct column column = { .title = "Bar" };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *s = table_page(&column, 1,
				     &(struct cell){ .kind = CELL_BAR, .a = cases[i].a, .b = cases[i].b });
		char *track = strstr(s, "<path class=\"track\"");

		assert_non_null(track);
		if (cases[i].path)
			assert_non_null(strstr(track + 1, cases[i].path));
		else
			assert_null(strstr(track + 1, "<path"));
		free(s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(what_cannot_be_seen_is_shown),
		cmocka_unit_test(dates_are_marked_up),
		cmocka_unit_test(addresses_lead_to_pages_and_letters_only),
		cmocka_unit_test(markdown_keeps_its_shape_and_loses_its_teeth),
		cmocka_unit_test(markdown_that_would_take_too_long_stays_text),
		cmocka_unit_test(a_document_of_nothing_is_a_page),
		cmocka_unit_test(cells_say_what_other_formats_say),
		cmocka_unit_test(long_paths_may_break_behind_a_slash),
		cmocka_unit_test(bars_of_anything_stay_within_their_track),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
