/* pack: numbers and texts in few bytes, for columns that nobody asks about
 *
 * A number is zigzag, 7 bits a byte, low bits first; a text is 0 for NULL, else
 * its length + 1, its bytes and a NUL. */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "phaseline.h"

void pack_int(struct buf *b, int64_t n);
void pack_text(struct buf *b, const char *s);

/* Reading never leaves the bytes; what is missing reads as 0 or NULL and sets
 * `bad`.  Texts point into the bytes. */
struct packed {
	const unsigned char *p, *end;
	bool bad;
};

int64_t unpack_int(struct packed *in);
int unpack_small(struct packed *in);
const char *unpack_text(struct packed *in);

/* The columns themselves.  Unpacking returns false for bytes that are not what
 * packing writes; lists are allocated in `a`, texts point into `bytes`. */
void pack_body(struct buf *b, const struct phl_plan *plan);
bool unpack_body(struct arena *a, const void *bytes, size_t n, struct phl_plan *plan);
void pack_steps(struct buf *b, const struct phl_task *task);
bool unpack_steps(struct arena *a, const void *bytes, size_t n, struct phl_task *task);

/* A reference, with the seq that stays with it and that of its task, 0 for none. */
struct packed_ref {
	int seq, task_seq;
	struct phl_ref ref; /* but for its task */
};
typedef PHL_LIST(struct packed_ref)
packed_refs;

void pack_ref(struct buf *b, const struct packed_ref *r, const struct phl_ref *before);
bool unpack_refs(struct arena *a, const void *bytes, size_t n, packed_refs *out);

/* A list of names, each ending in a NUL. */
void pack_names(struct buf *b, const char *const *names, size_t n);
const char **unpack_names(struct arena *a, const char *bytes, size_t n, size_t *count);

#endif
