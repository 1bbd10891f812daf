/* who: the name that changes are recorded under */
#ifndef CLI_WHO_H
#define CLI_WHO_H

#include "base/arena.h"

/* The author that git would name in this work tree, from its environment and the
 * user's settings; else the login.  NULL when nobody knows.  No git program is run. */
const char *who_am_i(struct arena *a, const char *root);

#endif
