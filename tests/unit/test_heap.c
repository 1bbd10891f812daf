/* What SQLite works with: pieces are as large as they say, keep their bytes, and end at
 * the limit. */
#include <sqlite3.h>
#include <string.h>

#include "base/limits.h"
#include "store/heap.h"
#include "unit.h"

static void pieces_of_all_sizes_keep_their_bytes(void **state)
{
	enum { PIECES = 3000 };
	static unsigned char *v[PIECES];

	(void)state;
	for (int i = 0; i < PIECES; i++) {
		v[i] = sqlite3_malloc(i + 1);
		assert_non_null(v[i]);
		assert_true(sqlite3_msize(v[i]) >= (sqlite3_uint64)i + 1);
		memset(v[i], i & 0xff, sqlite3_msize(v[i]));
	}
	for (int i = 0; i < PIECES; i += 2)
		sqlite3_free(v[i]);
	for (int i = 0; i < PIECES; i += 2) {
		v[i] = sqlite3_malloc(i + 1);
		memset(v[i], i & 0xff, (size_t)i + 1);
	}
	for (int i = 0; i < PIECES; i++)
		for (int k = 0; k <= i; k++)
			assert_int_equal(v[i][k], i & 0xff);
	for (int i = 0; i < PIECES; i++)
		sqlite3_free(v[i]);
}

static void a_piece_that_grows_and_shrinks_keeps_what_fits(void **state)
{
	unsigned char *p = sqlite3_malloc(5);

	(void)state;
	memcpy(p, "abcde", 5);
	for (int n = 6; n < 5000; n += 7) {
		p = sqlite3_realloc(p, n);
		assert_memory_equal(p, "abcde", 5);
		memset(p + 5, 'x', (size_t)n - 5);
	}
	p = sqlite3_realloc(p, 3);
	assert_memory_equal(p, "abc", 3);
	sqlite3_free(p);
}

static void what_is_given_back_is_used_again(void **state)
{
	void *p, *q;

	(void)state;
#ifdef __SANITIZE_ADDRESS__
	skip(); /* it keeps what is given back for a while */
#endif
	p = sqlite3_malloc(100);
	sqlite3_free(p);
	q = sqlite3_malloc(97);
	assert_ptr_equal(p, q);
	sqlite3_free(q);
}

static void the_limit_ends_it_and_what_is_freed_counts_again(void **state)
{
	enum { PIECE = 1024 * 1024, MOST = 2 + (int)(LIMIT_HEAP / PIECE) };
	static void *v[MOST];
	int n = 0;

	(void)state;
	while (n < MOST && (v[n] = sqlite3_malloc(PIECE)) != NULL)
		n++;
	assert_true(n < MOST);
	assert_true(n > MOST / 2);
	sqlite3_free(v[--n]);
	v[n] = sqlite3_malloc(PIECE);
	assert_non_null(v[n]);
	for (int i = 0; i <= n; i++)
		sqlite3_free(v[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_of_all_sizes_keep_their_bytes),
		cmocka_unit_test(a_piece_that_grows_and_shrinks_keeps_what_fits),
		cmocka_unit_test(what_is_given_back_is_used_again),
		cmocka_unit_test(the_limit_ends_it_and_what_is_freed_counts_again),
	};

	heap_start();
	sqlite3_initialize();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
