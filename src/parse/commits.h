/* commits: messages that a plan proposes, hashes that it records */
#ifndef PARSE_COMMITS_H
#define PARSE_COMMITS_H

#include "parse/source.h"

/* A conventional commit message ("feat(03-03): …") in a fence. */
void commits_planned(struct reader *r, const char *s, size_t n, int line, phl_commit_list *list);

/* Hashes in text that is known to be about commits. */
void commits_listed(struct reader *r, const char *s, size_t n, int line, phl_commit_list *list);

/* Hashes in text that speaks of commits: "Commit: `917c8bc`". */
void commits_recorded(struct reader *r, const char *s, size_t n, int line, phl_commit_list *list);

#endif
