/* tracked: whether git knows of anything in a directory, without asking it */
#ifndef TREE_TRACKED_H
#define TREE_TRACKED_H

#include <stdbool.h>

#include "base/arena.h"

/* False where no repository is around the directory, or where the index of the one that
 * is names nothing in it: then its history has nothing to tell of files that are gone.
 * True where that cannot be told. */
bool tracked_maybe(struct arena *a, const char *dir);

#endif
