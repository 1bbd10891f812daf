/* glob: patterns over paths, as .gitignore writes them */
#ifndef TREE_GLOB_H
#define TREE_GLOB_H

#include <stdbool.h>

/* True when the pattern fits all of the text.  `*` and `?` do not cross a
 * slash; `**` between slashes (or at an end) stands for any directories, also
 * none; [a-z], [!a-z] and \x as in the shell.  A broken class fits nothing.
 * Costs at most pattern times text times directories, for any input. */
bool glob_match(const char *pattern, const char *text);

#endif
