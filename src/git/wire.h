/* wire: how phaseline and phaseline-git speak
 *
 * A message is its length as decimal digits, a line end, and that many bytes:
 * fields, each ending in a NUL.  The first field of a request says what is wanted,
 * that of an answer is "ok", "more" (another answer follows) or "error" (and why). */
#ifndef GIT_WIRE_H
#define GIT_WIRE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"

void wire_field(struct buf *message, const char *field);
void wire_number(struct buf *message, long long n);

bool wire_send(FILE *to, const struct buf *message);

/* The same for a message that another one follows: it may wait for that. */
bool wire_add(FILE *to, const struct buf *message);

/* False at the end of the stream, and for what is no message. */
bool wire_receive(FILE *from, struct buf *message);

/* The next field of a message, *at being where it starts; NULL behind the last. */
const char *wire_next(const struct buf *message, size_t *at);

#endif
