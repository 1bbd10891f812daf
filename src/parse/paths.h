/* paths: file names in prose and code spans */
#ifndef PARSE_PATHS_H
#define PARSE_PATHS_H

#include "parse/source.h"

/* Length of the path that starts at s[0], 0 when none does.  `code`: the text is
 * that of a code span, where names without a directory count, too. */
size_t path_read(const char *s, size_t n, bool code);

/* True when what may stand in a path goes on at s for longer than any path. */
bool path_is_endless(const char *s, size_t n);

/* True when s[0..n) as a whole looks like a path or directory or glob. */
bool path_whole(const char *s, size_t n);

/* True when s[0..n), set apart from other text, is a path with a directory, even
 * if it holds blanks, dashes or apostrophes: "docs/captain's log.md". */
bool path_listed(const char *s, size_t n);

/* A cleaned copy: no "./", "@", quotes, or trailing punctuation; NULL when it
 * may not be used (absolute or leaving the tree is kept as text, not resolved). */
const char *path_clean(struct arena *a, const char *s, size_t n);

/* False for patterns, placeholders and places outside the tree, which hold no
 * lines: *.spec.ts, {name}.sql, ~/.config/x. */
bool path_is_concrete(const char *path);

/* "/home/me/project/src/a.ts", as plans written on one machine have it. */
bool path_is_absolute(const char *path);

/* An absolute path whose first directory is one that machines have, not projects. */
bool path_is_of_machine(const char *s, size_t n);

/* The part after the last slash. */
const char *path_base(const char *path);

/* True when `path` is `suffix` or ends with "/" and it, ASCII case kept. */
bool path_has_suffix(const char *path, const char *suffix);

#endif
