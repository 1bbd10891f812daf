/* events: the journal; only ever added to */
#ifndef STORE_EVENTS_H
#define STORE_EVENTS_H

#include "store/db.h"

/* Adds the event, unless its origin is NULL. */
bool events_add(struct store *s, const struct new_event *e, int64_t when,
		struct err *err);

/* Does the journal say anything about this task? */
bool events_about_task(struct store *s, int64_t plan_row, int seq, bool *any,
		       struct err *err);

#endif
