#include "base/pages.h"

#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

#define PAGE ((uintptr_t)4096) /* where they are larger, the kernel says no */
#define LARGE ((uintptr_t)2 << 20)
#define ALONE ((uintptr_t)32 << 20) /* pieces of this size are given back when they are freed */
#define HEAP_LARGE (ALONE - 2 * LARGE) /* of the heap, comes in large pages */

/* Pages begin where an address, as a number, is a multiple of their size.
 * NOLINTBEGIN(performance-no-int-to-ptr) */

static uintptr_t round_up(uintptr_t n, uintptr_t to)
{
	return (n + to - 1) & ~(to - 1);
}

void pages_touch(void *p, size_t n)
{
	uintptr_t start = round_up((uintptr_t)p, PAGE);
	uintptr_t end = ((uintptr_t)p + n) & ~(PAGE - 1);
	int saved = errno;

	if (start < end)
		madvise((void *)start, end - start, MADV_POPULATE_WRITE);
	errno = saved;
}

/* One fault then puts 512 pages there. */
static void pages_huge(void *p, size_t n)
{
	int saved = errno;

	madvise(p, n, MADV_HUGEPAGE);
	errno = saved;
}

/* A large page starts at a multiple of its size: what lies before the first is taken and
 * never touched.  The end of the heap is noted at its end, so it is asked for as a whole:
 * where a single page is, no large one comes. */
void pages_start(size_t n)
{
	static __attribute__((used, unused)) void *before; /* so that it is not left out */
#ifdef M_TRIM_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, ALONE);
	mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
	uintptr_t p = (uintptr_t)malloc(HEAP_LARGE + LARGE);

	if (!p)
		return;
	uintptr_t start = round_up(p, LARGE);
	pages_huge((void *)start, HEAP_LARGE);
	pages_touch((void *)start, n);
	free((void *)p);
	if (start - p > PAGE)
		before = malloc(start - p - PAGE);
}

void *pages_large(size_t n)
{
	char *p = mmap(NULL, n + LARGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
		       -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	char *start = (char *)round_up((uintptr_t)p, LARGE);
	if (start > p)
		munmap(p, (size_t)(start - p));
	munmap(start + n, LARGE - (size_t)(start - p));
	pages_huge(start, n);
	pages_touch(start, n);
	return start;
}

void pages_give_back(void *p, size_t n)
{
	munmap(p, n);
}

void pages_expect(size_t n)
{
	void *p;

	if (n > ALONE - LARGE)
		n = ALONE - LARGE;
	p = malloc(n);
	if (p)
		pages_touch(p, n);
	free(p);
}

/* NOLINTEND(performance-no-int-to-ptr) */
