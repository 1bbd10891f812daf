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
#define ALONE (32 << 20) /* pieces of this size are given back when they are freed */
#define EXPECT_MOST (ALONE - 2 * LARGE)

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

void pages_keep(void)
{
#ifdef M_TRIM_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, ALONE);
	mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

/* One fault then puts 512 pages there. */
static void pages_huge(void *p, size_t n)
{
	int saved = errno;

	madvise(p, n, MADV_HUGEPAGE);
	errno = saved;
	pages_touch(p, n);
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
	return start;
}

void pages_give_back(void *p, size_t n)
{
	munmap(p, n);
}

/* A large page starts at a multiple of its size: at first, what lies before one is taken
 * and never touched.  Later on it is at hand already. */
static void expect_large(size_t n)
{
	static void *before;
	uintptr_t p = (uintptr_t)malloc(n + LARGE);

	if (!p)
		return;
	uintptr_t start = round_up(p, LARGE), end = (before ? p : start) + n;
	uintptr_t large = end > start ? (end - start) & ~(LARGE - 1) : 0;
	if (before)
		pages_touch((void *)p, start - p);
	if (large)
		pages_huge((void *)start, large);
	if (end > start)
		pages_touch((void *)(start + large), end - start - large);
	free((void *)p);
	if (!before && start - p > PAGE)
		before = malloc(start - p - PAGE);
}

void pages_expect(size_t n)
{
	void *p;

	if (n > EXPECT_MOST)
		n = EXPECT_MOST;
	if (n >= LARGE) {
		expect_large(n);
		return;
	}
	p = malloc(n);
	if (p)
		pages_touch(p, n);
	free(p);
}
