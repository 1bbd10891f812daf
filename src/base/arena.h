/* arena: memory that is freed all at once */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

struct arena_block;

/* `= { 0 }` is a valid, empty arena.  When memory runs out, see base/memory.h. */
struct arena {
	struct arena_block *block; /* the one being filled; older ones behind it */
	struct arena_block *spare; /* kept by arena_reset for the next round */
};

/* n bytes, zeroed, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n);

/* Same, not zeroed: for what is written at once. */
void *arena_raw(struct arena *a, size_t n);

/* A NUL-terminated copy of s[0..n). */
char *arena_dup(struct arena *a, const char *s, size_t n);

/* A copy of s; NULL stays NULL. */
char *arena_str(struct arena *a, const char *s);

char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Grows p from `old` to `size` bytes, in place where it was the last thing
 * allocated; new bytes may hold anything. */
void *arena_realloc(struct arena *a, void *p, size_t old, size_t size);

/* Forgets everything but keeps the memory for the next round. */
void arena_reset(struct arena *a);

/* Gives all memory back. */
void arena_free(struct arena *a);

/* Room for one more in a list of { T *v; size_t n, cap; }: the slot's address,
 * zeroed. */
#define vec_push(a, list)                                                      \
	((list)->v = vec_room((a), (list)->v, (list)->n, &(list)->cap,         \
			      sizeof *(list)->v),                              \
	 memset(&(list)->v[(list)->n], 0, sizeof *(list)->v),                  \
	 &(list)->v[(list)->n++])

/* Grows an array of `*cap` elements of `size` bytes. */
void *vec_grow(struct arena *a, void *v, size_t *cap, size_t size);

/* Room for element n. */
static inline void *vec_room(struct arena *a, void *v, size_t n, size_t *cap,
			     size_t size)
{
	return n < *cap ? v : vec_grow(a, v, cap, size);
}

#endif
