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

void pages_touch(void *p, size_t n)
{
	uintptr_t start = ((uintptr_t)p + PAGE - 1) & ~(PAGE - 1);
	uintptr_t end = ((uintptr_t)p + n) & ~(PAGE - 1);
	int saved = errno;

	if (start < end)
		madvise((void *)start, end - start, MADV_POPULATE_WRITE);
	errno = saved;
}

void pages_keep(void)
{
#ifdef M_TRIM_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, 32 << 20);
	mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

void pages_expect(size_t n)
{
	void *p = malloc(n);

	if (p)
		pages_touch(p, n);
	free(p);
}
