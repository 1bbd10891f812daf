/* ignore: what .gitignore files exclude */
#ifndef TREE_IGNORE_H
#define TREE_IGNORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The rules of one .gitignore file, on top of those of the directories above. */
struct ignore;

/* Reads the rules in text[0..n).  `dir_len` is the length of the path of their
 * directory from the root, slash included (0 for the root); `above` may be
 * NULL.  `keep` (ends in NULL, or is NULL) names directories that hold plans: a
 * rule that ignores all in one of them is read as ignoring the directory.
 * Returns `above` itself when the text holds no rule.  Lives in `a`; the text
 * is not kept. */
const struct ignore *ignore_read(struct arena *a, const char *text, size_t n,
				 size_t dir_len, const char *const *keep,
				 const struct ignore *above);

/* Is this path, from the root, ignored?  As in git the last rule that fits
 * decides, rules of deeper directories first.  What lies in an ignored
 * directory is ignored too, which is up to the caller: it does not go there. */
bool ignore_fits(const struct ignore *rules, const char *path, bool is_dir);

#endif
