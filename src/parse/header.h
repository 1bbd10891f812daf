/* header: what the frontmatter, or the bold lines under the title, say */
#ifndef PARSE_HEADER_H
#define PARSE_HEADER_H

#include "parse/body.h"
#include "parse/places.h"

/* The names of each key that can be set, the usual one first. */
extern const char *const *const header_key_names[PLAN_KEYS];

/* The first heading of level 1 outside elements, or -1. */
int header_title(const struct body *body);

/* Adds "**Status:** done" lines under the title as keys, where the frontmatter
 * does not have them already. */
void header_read_bold(struct reader *r, struct body *body, int title, struct front *front);

/* Status, estimate, dates, dependencies, wave, owner … from the keys. Keys from
 * line `bold_from` on were bold lines (0: none). */
void header_apply(struct reader *r, const struct front *front, int bold_from);

#endif
