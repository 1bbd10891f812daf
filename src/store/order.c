#include "store/order.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
	const struct order_key *x = a, *y = b;
	int order = x->sort == y->sort ? 0 : strcmp(x->sort, y->sort);
	if (order)
		return order;
	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static bool in_order(const order_keys *keys)
{
	for (size_t i = 1; i < keys->n; i++)
		if (compare(&keys->v[i - 1], &keys->v[i]) > 0)
			return false;
	return true;
}

void *order_rows(struct arena *a, order_keys *keys, void *rows, size_t size)
{
	if (in_order(keys))
		return rows;
	qsort(keys->v, keys->n, sizeof *keys->v, compare);
	char *v = arena_raw(a, keys->n * size);
	for (size_t i = 0; i < keys->n; i++)
		memcpy(v + i * size, (char *)rows + keys->v[i].at * size, size);
	return v;
}
