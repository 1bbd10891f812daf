/* sha256: a digest that nobody can find a second text for (FIPS 180-4) */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

struct sha256 {
	uint32_t h[8];
	uint64_t bytes;          /* so far */
	unsigned char block[64]; /* what does not fill one yet */
};

#define SHA256_HEX 64 /* digits of a digest */

void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *p, size_t n);

/* Its lower-case digits and a NUL. */
void sha256_end(struct sha256 *s, char hex[SHA256_HEX + 1]);

#endif
