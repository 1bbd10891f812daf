/* order: put rows in order that SQLite gave as they came
 *
 * It would copy all columns of each row to sort them, and most come in order. */
#ifndef STORE_ORDER_H
#define STORE_ORDER_H

#include "base/arena.h"
#include "phaseline.h"

/* What a row is put in order by. */
struct order_key {
	const char *sort; /* of its plan, */
	int position;	  /* and its place in that */
	size_t at;	  /* where it came */
};
typedef PHL_LIST(struct order_key)
order_keys;

/* The rows in order, one for each key, `size` bytes each: as they are, or in `a`.  The
 * keys are in order then, too. */
void *order_rows(struct arena *a, order_keys *keys, void *rows, size_t size);

#endif
