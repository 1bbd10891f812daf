#include "unit.h"

#include <string.h>

#include "base/sha256.h"

static const char *digest(const void *p, size_t n, size_t step)
{
	static char hex[SHA256_HEX + 1];
	struct sha256 s;

	sha256_start(&s);
	for (size_t i = 0; i < n; i += step)
		sha256_add(&s, (const char *)p + i, n - i < step ? n - i : step);
	sha256_end(&s, hex);
	return hex;
}

static void it_is_that_of_the_standard(void **state)
{
	static char million[1000000];

	(void)state;
	assert_string_equal(digest("", 0, 1), "e3b0c44298fc1c149afbf4c8996fb924"
					      "27ae41e4649b934ca495991b7852b855");
	assert_string_equal(digest("abc", 3, 3), "ba7816bf8f01cfea414140de5dae2223"
						 "b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
				   56),
			    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	memset(million, 'a', sizeof million);
	assert_string_equal(digest(million, sizeof million, 977),
			    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void pieces_do_not_matter(void **state)
{
	char text[200], whole[SHA256_HEX + 1];

	(void)state;
	memset(text, 'x', sizeof text);
	for (size_t n = 0; n <= sizeof text; n++) {
		strcpy(whole, digest(text, n, sizeof text));
		for (size_t step = 1; step < 70; step += 3)
			assert_string_equal(digest(text, n, step), whole);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_that_of_the_standard),
		cmocka_unit_test(pieces_do_not_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
