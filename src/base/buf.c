#include "base/buf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digits.h"
#include "base/memory.h"

void buf_grow(struct buf *b, size_t n)
{
	size_t cap = b->cap ? b->cap * 2 : 256;
	char *s;

	if (n > SIZE_MAX / 2 - b->n - 1)
		out_of_memory();
	if (cap < b->n + n + 1)
		cap = b->n + n + 1;
	s = b->arena ? arena_realloc(b->arena, b->s, b->cap, cap) : realloc(b->s, cap);
	if (!s)
		out_of_memory();
	b->s = s;
	b->cap = cap;
}

void buf_add(struct buf *b, const void *bytes, size_t n)
{
	char *at = buf_room(b, n);

	if (n)
		memcpy(at, bytes, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void buf_int(struct buf *b, long n)
{
	b->n += digits_write(buf_room(b, DIGITS_MOST), n);
	b->s[b->n] = '\0';
}

void buf_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_fill(struct buf *b, char c, size_t times)
{
	char *at;

	if (!times && b->s)
		return;
	at = buf_room(b, times);
	memset(at, c, times);
	b->n += times;
	b->s[b->n] = '\0';
}

/* Mostly there is room for it: then it is formatted once. */
void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	size_t room = b->cap - b->n;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(room ? b->s + b->n : NULL, room, fmt, again);
	va_end(again);
	if (n < 0)
		out_of_memory();
	if ((size_t)n >= room)
		vsnprintf(buf_room(b, (size_t)n), (size_t)n + 1, fmt, ap);
	b->n += (size_t)n;
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->s)
		b->s[0] = '\0';
}

char *buf_take(struct buf *b)
{
	char *s;

	buf_add(b, "", 0);
	s = b->s;
	*b = (struct buf){ .arena = b->arena };
	return s;
}

void buf_free(struct buf *b)
{
	if (!b->arena)
		free(b->s);
	*b = (struct buf){ .arena = b->arena };
}
