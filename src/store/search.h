/* search: full text, from the first time somebody asks */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "store/db.h"

/* Keep the index up, if there is one. */
bool search_update(struct store *s, int64_t plan_row, const struct phl_plan *plan,
		   struct err *err);
bool search_remove(struct store *s, int64_t plan_row, struct err *err);

#endif
