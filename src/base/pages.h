/* pages: memory from the kernel by the block, where it would come by the page
 *
 * The first touch of each page is a fault, ten times as dear in a virtual machine
 * as outside of one: a few hundred are most of what a short command costs. */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>

/* Has the kernel put pages below this memory at once, as far as it holds whole
 * pages; a kernel that cannot leaves them to be touched. */
void pages_touch(void *p, size_t n);

/* Once, at the start of a program: the heap then comes in the largest pages there are, n
 * bytes of it at once, and what is freed is kept for what is allocated next. */
void pages_start(size_t n);

/* Memory of its own, zeroed, in the largest pages there are; n is a multiple of 2 MiB.
 * NULL where there is none. */
void *pages_large(size_t n);
void pages_give_back(void *p, size_t n);

/* So many bytes are about to be allocated, in pieces; of very many only the first. */
void pages_expect(size_t n);

#endif
