/* hash: tells whether bytes changed; not for secrets */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* XXH3-128 of p[0..n). */
void hash_bytes(const void *p, size_t n, uint64_t out[2]);

#endif
