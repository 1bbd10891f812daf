/* readers: read and parse new plans in other threads, ahead of the one that saves them;
 * for sync only */
#ifndef PROJECT_READERS_H
#define PROJECT_READERS_H

#include "project/sync.h"

/* Where there are enough new plans, and processors. */
void readers_start(struct sync *s);

/* What was read of the next new plan: its bytes in s->bytes, the plan in s->parsed and
 * s->plan.  False where that is not their work. */
bool readers_take(struct sync *s, const struct sync_file *f, struct reading *out);

/* Again is fine, and so is stopping what did not start. */
void readers_stop(struct sync *s);

#endif
