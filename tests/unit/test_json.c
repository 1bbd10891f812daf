#include "unit.h"

#include "base/json.h"

static void commas_stand_between_members(void **state)
{
	struct buf b = { 0 };
	struct json j = { .out = &b };

	(void)state;
	json_object(&j);
	json_key_int(&j, "n", INT64_MIN);
	json_key(&j, "list");
	json_array(&j);
	json_int(&j, 1);
	json_bool(&j, true);
	json_null(&j);
	json_object(&j);
	json_end(&j);
	json_array(&j);
	json_end(&j);
	json_end(&j);
	json_key_text(&j, "none", NULL);
	json_key(&j, "raw");
	json_raw(&j, "[2]");
	json_key_bool(&j, "b", false);
	json_key_null(&j, "z");
	json_end(&j);
	assert_string_equal(b.s, "{\"n\":-9223372036854775808,\"list\":[1,true,null,{},[]],"
				 "\"none\":null,\"raw\":[2],\"b\":false,\"z\":null}");
	buf_free(&b);
}

static void indented_json_has_a_member_a_line(void **state)
{
	struct buf b = { 0 };
	struct json j = { .out = &b, .indent = true };

	(void)state;
	json_object(&j);
	json_key(&j, "a");
	json_array(&j);
	json_int(&j, 1);
	json_int(&j, 2);
	json_end(&j);
	json_key(&j, "b");
	json_object(&j);
	json_end(&j);
	json_end(&j);
	assert_string_equal(b.s, "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
	buf_free(&b);
}

static void text_is_escaped(void **state)
{
	static const struct {
		const char *s, *json;
	} cases[] = {
		{ "", "\"\"" },
		{ "plain é 中 😀", "\"plain é 中 😀\"" },
		{ "\"\\/", "\"\\\"\\\\/\"" },
		{ "\n\t\r\x01\x1b", "\"\\n\\t\\r\\u0001\\u001b\"" },
		{ "\x7f\xc2\x9b", "\"\\u007f\\u009b\"" },
		{ "\xe2\x80\xae\xe2\x80\xa9", "\"\\u202e\\u2029\"" },
		{ "\xf3\xa0\x81\x81", "\"\\udb40\\udc41\"" },
		{ "a\xff" "b\xc3", "\"a\xef\xbf\xbd" "b\xef\xbf\xbd\"" },
		{ NULL, "null" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf b = { 0 };
		struct json j = { .out = &b };

		json_text(&j, cases[i].s);
		assert_string_equal(b.s, cases[i].json);
		buf_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_stand_between_members),
		cmocka_unit_test(indented_json_has_a_member_a_line),
		cmocka_unit_test(text_is_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
