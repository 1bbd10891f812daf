/* A command opens a store, asks a few questions and ends: a quarter of its work was
 * memory that SQLite takes and gives back in small pieces.  Here a piece comes off a
 * list of its size, and goes back there. */
#include "store/heap.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/asan.h"
#include "base/limits.h"
#include "store/db.h"

#ifdef HAVE_ASAN

/* Which watches each piece on its own. */
void heap_start(void)
{
	sqlite3_hard_heap_limit64(LIMIT_HEAP);
}

#else

enum {
	STEP = 16,
	SMALL = 1024, /* with its head; larger pieces come from malloc() */
	CHUNK = 64 * 1024,
};

/* In front of each piece; SQLite wants pieces on multiples of eight. */
struct head {
	size_t room; /* with the head */
};

struct piece {
	struct head head;
	struct piece *next; /* while it is nobody's */
};

/* SQLite is told that there is one thread. */
static struct {
	struct piece *free[SMALL / STEP + 1];
	char *at, *end; /* of the chunk that pieces are cut from */
	size_t taken;	/* from malloc() */
} heap;

static size_t room_for(int n)
{
	return ((size_t)n + sizeof(struct head) + STEP - 1) & ~(size_t)(STEP - 1);
}

/* What is handed out is the place behind the head of a piece, and what is given back waits
 * in a list of its own: gcc's analyzer takes both for lost. */
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

static void *take(size_t room)
{
	if (heap.taken + room > LIMIT_HEAP)
		return NULL;
	void *p = malloc(room);
	if (p)
		heap.taken += room;
	return p;
}

static struct piece *cut(size_t room)
{
	if ((size_t)(heap.end - heap.at) < room) {
		char *chunk = take(CHUNK);
		if (!chunk)
			return NULL;
		heap.at = chunk;
		heap.end = chunk + CHUNK;
	}
	struct piece *p = (struct piece *)(void *)heap.at;
	heap.at += room;
	return p;
}

static void *heap_malloc(int n)
{
	size_t room = room_for(n);
	struct piece *p;
	if (room > SMALL) {
		p = take(room);
	} else if ((p = heap.free[room / STEP]) != NULL) {
		heap.free[room / STEP] = p->next;
	} else {
		p = cut(room);
	}
	if (!p)
		return NULL;
	p->head.room = room;
	return &p->next;
}

static struct piece *piece_of(void *p)
{
	return (struct piece *)(void *)((char *)p - offsetof(struct piece, next));
}

static void heap_free(void *given)
{
	struct piece *p = piece_of(given);
	size_t room = p->head.room;
	if (room > SMALL) {
		heap.taken -= room;
		free(p);
		return;
	}
	p->next = heap.free[room / STEP];
	heap.free[room / STEP] = p;
}

static int heap_size(void *p)
{
	return (int)(piece_of(p)->head.room - sizeof(struct head));
}

static void *heap_realloc(void *old, int n)
{
	int had = heap_size(old);
	if (n <= had && room_for(n) * 2 > room_for(had))
		return old;
	void *p = heap_malloc(n);
	if (!p)
		return NULL;
	memcpy(p, old, (size_t)(n < had ? n : had));
	heap_free(old);
	return p;
}

static int heap_roundup(int n)
{
	return (int)(room_for(n) - sizeof(struct head));
}

static int heap_init(void *ctx)
{
	(void)ctx;
	return SQLITE_OK;
}

static void heap_shutdown(void *ctx)
{
	(void)ctx;
}

void heap_start(void)
{
	static const sqlite3_mem_methods methods = {
		.xMalloc = heap_malloc,	  .xFree = heap_free, .xRealloc = heap_realloc,
		.xSize = heap_size,	  .xRoundup = heap_roundup, .xInit = heap_init,
		.xShutdown = heap_shutdown,
	};
	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* the limit is kept here */
}

#endif
