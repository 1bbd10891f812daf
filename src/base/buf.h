/* buf: a growing string of bytes; when memory runs out, see base/memory.h */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* `= { 0 }` is a valid, empty buf; s is NUL-terminated once anything was added.
 * `= { .arena = a }` is one that lies in an arena, and is not freed by itself. */
struct buf {
	char *s;
	size_t n, cap;
	struct arena *arena;
};

void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_int(struct buf *b, long n); /* in decimal digits */
void buf_fill(struct buf *b, char c, size_t times);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

void buf_grow(struct buf *b, size_t n); /* for n more bytes and a NUL */

/* Makes room for n more bytes and a NUL: where they go.  For reading straight
 * into the buffer; the caller then raises b->n itself. */
static inline char *buf_room(struct buf *b, size_t n)
{
	if (n >= b->cap - b->n)
		buf_grow(b, n);
	return b->s + b->n;
}

/* Empties it, keeping the memory. */
void buf_clear(struct buf *b);

/* Hands the string (never NULL) to the caller, who frees it unless it lies in an arena; b
 * is empty again. */
char *buf_take(struct buf *b);

void buf_free(struct buf *b);

#endif
