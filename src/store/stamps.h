/* stamps: the packed rows that hold what files looked like */
#ifndef STORE_STAMPS_H
#define STORE_STAMPS_H

#include "store/db.h"

/* What the store knows of a file, NULL when that is nothing; valid until the
 * next call about stamps. */
bool stamps_find(struct store *s, const char *path, const struct stamp **out,
		 struct err *err);

/* Before a commit; after it, and after a failure; at the end. */
bool stamps_flush(struct store *s, struct err *err);
void stamps_forget(struct store *s);
void stamps_free(struct store *s);

#endif
