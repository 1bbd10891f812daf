/* root: where a project starts */
#ifndef TREE_ROOT_H
#define TREE_ROOT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

/* Finds the root of the project that `dir` (NULL: the current directory) lies
 * in, as an absolute path without symbolic links: the nearest directory from
 * `dir` upwards that holds .phaseline.yaml, .phaseline or .git; else the
 * nearest that holds .planning or plans; else `dir` itself.  Fails when `dir`
 * is no directory. */
bool root_find(struct arena *a, const char *dir, const char **root, struct err *err);

#endif
