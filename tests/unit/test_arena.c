#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"

static void memory_is_zero_and_aligned(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t n = 1; n < 5000; n += 37) {
		unsigned char *p = arena_alloc(&a, n);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
	}
	arena_reset(&a);
	for (int i = 0; i < 5000; i++)
		assert_int_equal(*(char *)arena_alloc(&a, 1), 0);
	arena_free(&a);
}

static void reset_keeps_the_memory(void **state)
{
	struct arena a = { 0 };
	char *first = arena_alloc(&a, 100);

	(void)state;
	arena_reset(&a);
	assert_ptr_equal(arena_alloc(&a, 100), first);
	arena_free(&a);
}

static void a_piece_larger_than_a_block_fits(void **state)
{
	struct arena a = { 0 };
	size_t n = 3 * 1024 * 1024;
	char *p = arena_alloc(&a, n), *q = arena_alloc(&a, 10);

	(void)state;
	memset(p, 'x', n);
	assert_memory_equal(q, "\0\0\0\0\0\0\0\0\0\0", 10);
	arena_free(&a);
}

static void the_last_piece_grows_in_place(void **state)
{
	struct arena a = { 0 };
	char *p = arena_dup(&a, "abc", 3), *q;

	(void)state;
	q = arena_realloc(&a, p, 4, 300);
	assert_ptr_equal(p, q);
	assert_string_equal(q, "abc");
	arena_alloc(&a, 1);
	p = arena_realloc(&a, q, 300, 600);
	assert_ptr_not_equal(p, q);
	assert_string_equal(p, "abc");
	arena_free(&a);
}

static void a_list_keeps_what_was_pushed(void **state)
{
	struct arena a = { 0 };
	struct {
		int *v;
		size_t n, cap;
	} list = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		*vec_push(&a, &list) = i;
	assert_int_equal(list.n, 100000);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(list.v[i], i);
	arena_free(&a);
}

static void strings_are_copied_whole(void **state)
{
	struct arena a = { 0 };
	char *s = arena_dup(&a, "a\0b", 3);

	(void)state;
	assert_memory_equal(s, "a\0b", 4);
	assert_null(arena_str(&a, NULL));
	assert_string_equal(arena_str(&a, ""), "");
	s = arena_printf(&a, "%s %0*d", "x", 5000, 7);
	assert_int_equal(strlen(s), 5002);
	arena_free(&a);
}

static void a_buffer_grows_and_is_always_a_string(void **state)
{
	struct buf b = { 0 };
	char *s;

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i);
	assert_int_equal(b.n, 10 * 2 + 90 * 3 + 900 * 4);
	assert_int_equal(b.s[b.n], 0);
	buf_clear(&b);
	assert_string_equal(b.s, "");
	buf_fill(&b, '-', 3);
	buf_char(&b, '>');
	s = buf_take(&b);
	assert_string_equal(s, "--->");
	assert_int_equal(b.n, 0);
	assert_null(b.s);
	buf_add(&b, s, 4);
	buf_free(&b);
	buf_add(&b, "", 0);
	assert_string_equal(b.s, "");
	buf_free(&b);
	free(s);
}

static void an_error_may_quote_itself(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_false(err_set(&e, ERR_IO, "no such thing"));
	assert_false(err_set(&e, ERR_USAGE, "plan.md: %s", e.text));
	assert_string_equal(e.text, "plan.md: no such thing");
	assert_int_equal(e.kind, ERR_USAGE);
	assert_false(err_set(NULL, ERR_IO, "nobody asks"));
	assert_false(err_set(&e, ERR_IO, "%05000d", 1));
	assert_int_equal(strlen(e.text), sizeof e.text - 1);
}

static void a_hash_tells_contents_apart(void **state)
{
	uint64_t a[2], b[2];

	(void)state;
	hash_bytes("", 0, a);
	assert_true(a[0] == UINT64_C(0x6001c324468d497f));
	assert_true(a[1] == UINT64_C(0x99aa06d3014798d8));
	hash_bytes("x", 1, b);
	assert_memory_not_equal(a, b, sizeof a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zero_and_aligned),
		cmocka_unit_test(reset_keeps_the_memory),
		cmocka_unit_test(a_piece_larger_than_a_block_fits),
		cmocka_unit_test(the_last_piece_grows_in_place),
		cmocka_unit_test(a_list_keeps_what_was_pushed),
		cmocka_unit_test(strings_are_copied_whole),
		cmocka_unit_test(a_buffer_grows_and_is_always_a_string),
		cmocka_unit_test(an_error_may_quote_itself),
		cmocka_unit_test(a_hash_tells_contents_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
