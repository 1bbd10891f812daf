/* touches: what open plans are about to change, kept up by whoever saves them */
#ifndef STORE_TOUCHES_H
#define STORE_TOUCHES_H

#include "store/db.h"

/* Brings the plan's row up to its text; a plan that is not open has none. */
bool touches_save(struct store *s, int64_t row, bool is_new, const struct phl_plan *plan,
		  struct err *err);
bool touches_remove(struct store *s, int64_t row, struct err *err);

#endif
