/* starve: the Nth allocation fails.  For a program that is linked with STARVED of the
 * Makefile, and has one file that includes this. */
#ifndef STARVE_H
#define STARVE_H

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static struct starve {
	long at;    /* the one that fails, counted from 1; 0 for none */
	bool after; /* and all behind it */
	long count; /* so far */
	long live;  /* pieces that nobody has freed */
	size_t mapped; /* bytes from the kernel that nobody has given back */
} starve;

void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t n);
void *__real_mmap(void *at, size_t n, int prot, int flags, int fd, off_t off);
int __real_munmap(void *p, size_t n);
void __real_free(void *p);

void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t n);
char *__wrap_strdup(const char *s);
void *__wrap_mmap(void *at, size_t n, int prot, int flags, int fd, off_t off);
int __wrap_munmap(void *p, size_t n);
void __wrap_free(void *p);

static bool fails(void)
{
	starve.count++;
	if (!starve.at || (starve.after ? starve.count < starve.at : starve.count != starve.at))
		return false;
	errno = ENOMEM;
	return true;
}

static void *lives(void *p)
{
	starve.live += p != NULL;
	return p;
}

void *__wrap_malloc(size_t n)
{
	return fails() ? NULL : lives(__real_malloc(n));
}

void *__wrap_calloc(size_t n, size_t size)
{
	return fails() ? NULL : lives(__real_calloc(n, size));
}

void *__wrap_realloc(void *p, size_t n)
{
	void *q = fails() ? NULL : __real_realloc(p, n);

	return p ? q : lives(q);
}

char *__wrap_strdup(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = __wrap_malloc(n);

	return p ? memcpy(p, s, n) : NULL;
}

void *__wrap_mmap(void *at, size_t n, int prot, int flags, int fd, off_t off)
{
	void *p = fails() ? MAP_FAILED : __real_mmap(at, n, prot, flags, fd, off);

	starve.mapped += p == MAP_FAILED ? 0 : n;
	return p;
}

int __wrap_munmap(void *p, size_t n)
{
	starve.mapped -= n;
	return __real_munmap(p, n);
}

void __wrap_free(void *p)
{
	starve.live -= p != NULL;
	__real_free(p);
}

#endif
