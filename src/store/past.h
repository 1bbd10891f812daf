/* past: texts that a plan's file had before */
#ifndef STORE_PAST_H
#define STORE_PAST_H

#include "store/db.h"

/* Remembers a text that no event names; those of long ago are forgotten. */
bool past_keep_text(struct store *s, int64_t plan, const uint64_t hash[2],
		    struct err *err);

#endif
