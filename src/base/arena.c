#include "base/arena.h"

#include "base/asan.h"
#include "base/memory.h"
#include "base/pages.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under the sanitizer what was not handed out is poisoned, with a gap after
 * each piece: otherwise an overrun inside a block would go unseen. */
#ifdef HAVE_ASAN
#include <sanitizer/asan_interface.h>
#define poison(p, n) __asan_poison_memory_region((p), (n))
#define unpoison(p, n) __asan_unpoison_memory_region((p), (n))
enum { GAP = 16 };
#else
#define poison(p, n) ((void)0)
#define unpoison(p, n) ((void)0)
enum { GAP = 0 };
#endif

enum {
	ALIGN = 16,
	BLOCK_FIRST = 64 * 1024,
	BLOCK_MOST = 1024 * 1024,
	BLOCK_LARGE = 2 * 1024 * 1024, /* once it is much, see pages_large() */
};

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	bool large;
	_Alignas(ALIGN) char data[];
};

static size_t round_up(size_t n)
{
	if (n > SIZE_MAX - ALIGN - GAP - sizeof(struct arena_block))
		out_of_memory();
	return ((n + ALIGN - 1) & ~(size_t)(ALIGN - 1)) + GAP;
}

static struct arena_block *take_spare(struct arena *a, size_t room)
{
	for (struct arena_block **at = &a->spare; *at; at = &(*at)->next) {
		struct arena_block *b = *at;

		if (b->size >= room) {
			*at = b->next;
			return b;
		}
	}
	return NULL;
}

static struct arena_block *large_block(size_t room)
{
	size_t n = sizeof(struct arena_block) + room;
	struct arena_block *b = n > BLOCK_LARGE ? NULL : pages_large(BLOCK_LARGE);

	if (b) {
		b->size = BLOCK_LARGE - sizeof *b;
		b->large = true;
	}
	return b;
}

static struct arena_block *small_block(size_t size)
{
	struct arena_block *b = malloc(sizeof *b + size);

	if (!b)
		out_of_memory();
	b->size = size;
	b->large = false;
	if (size > BLOCK_FIRST)
		pages_touch(b, sizeof *b + size);
	return b;
}

static struct arena_block *new_block(struct arena *a, size_t room)
{
	struct arena_block *b = take_spare(a, room);
	size_t last = a->block ? a->block->size : 0;

	if (!b && last >= BLOCK_MOST)
		b = large_block(room);
	if (!b) {
		size_t size = last < BLOCK_FIRST  ? BLOCK_FIRST
			      : last < BLOCK_MOST ? last * 2
						  : BLOCK_MOST;

		b = small_block(size < room ? room : size);
	}
	b->used = 0;
	b->next = a->block;
	a->block = b;
	poison(b->data, b->size);
	return b;
}

static inline void *take(struct arena *a, size_t n)
{
	size_t room = round_up(n);
	struct arena_block *b = a->block;
	char *p;

	if (!b || b->size - b->used < room)
		b = new_block(a, room);
	p = b->data + b->used;
	b->used += room;
	unpoison(p, n);
	return p;
}

void *arena_raw(struct arena *a, size_t n)
{
	return take(a, n);
}

void *arena_alloc(struct arena *a, size_t n)
{
	return memset(take(a, n), 0, n);
}

char *arena_dup(struct arena *a, const char *s, size_t n)
{
	char *p = take(a, n + 1);

	if (n)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *arena_str(struct arena *a, const char *s)
{
	return s ? arena_dup(a, s, strlen(s)) : NULL;
}

/* Most texts are short: they are formatted once. */
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char text[256], *p;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(text, sizeof text, fmt, again);
	va_end(again);
	if (n < 0)
		out_of_memory();
	if ((size_t)n < sizeof text)
		return arena_dup(a, text, (size_t)n);
	p = arena_raw(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

void *arena_realloc(struct arena *a, void *p, size_t old, size_t size)
{
	struct arena_block *b = a->block;
	void *q;

	if (size <= old)
		return p;
	if (p && b) {
		size_t had = round_up(old), room = round_up(size);

		if ((char *)p + had == b->data + b->used &&
		    b->size - b->used >= room - had) {
			b->used += room - had;
			unpoison(p, size);
			return p;
		}
	}
	q = take(a, size);
	if (p && old)
		memcpy(q, p, old);
	return q;
}

void arena_reset(struct arena *a)
{
	while (a->block) {
		struct arena_block *b = a->block;

		a->block = b->next;
		poison(b->data, b->size);
		b->next = a->spare;
		a->spare = b;
	}
}

static void free_blocks(struct arena_block *b)
{
	while (b) {
		struct arena_block *next = b->next;

		unpoison(b->data, b->size);
		if (b->large)
			pages_give_back(b, BLOCK_LARGE);
		else
			free(b);
		b = next;
	}
}

void arena_free(struct arena *a)
{
	free_blocks(a->block);
	free_blocks(a->spare);
	*a = (struct arena){ 0 };
}

void *vec_grow(struct arena *a, void *v, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 4;

	if (more > SIZE_MAX / size / 2)
		out_of_memory();
	v = arena_realloc(a, v, *cap * size, more * size);
	*cap = more;
	return v;
}
