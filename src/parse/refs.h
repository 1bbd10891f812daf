/* refs: references to lines of code */
#ifndef PARSE_REFS_H
#define PARSE_REFS_H

#include "parse/places.h"
#include "parse/units.h"

/* Fills plan->refs from all units: one reference for each path and range.  Where
 * their numbers stand goes into `places`, unless that is NULL. */
void refs_read(struct units *u, struct places *places);

/* Where a reference stands; `again`: where it is repeated. */
struct ref_origin {
	size_t unit, mention, range;
	struct ref_origin *again, *last;
};

/* Finds what each reference quotes: the text expected at its lines, the text
 * wanted there afterwards. */
void quotes_read(struct units *u, const struct ref_origin *origins);

/* Fills in places->lines from where each of n references was first found; is[i] is
 * the reference of the plan that it became. */
void lines_fill(struct units *u, const struct ref_origin *first, const size_t *is, size_t n,
		struct places *places);

#endif
