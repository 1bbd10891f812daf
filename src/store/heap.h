/* heap: the memory that SQLite works with */
#ifndef STORE_HEAP_H
#define STORE_HEAP_H

/* Before the first store is opened; does nothing later.  What all stores of the process
 * take together stays below LIMIT_HEAP: then SQLite fails as when memory is out. */
void heap_start(void);

#endif
