/* refs: references to lines of code */
#ifndef PARSE_REFS_H
#define PARSE_REFS_H

#include "parse/units.h"

/* Fills plan->refs from all units: one reference for each path and range. */
void refs_read(struct units *u);

/* Where a reference stands; `again`: where it is repeated. */
struct ref_origin {
	size_t unit, mention, range;
	struct ref_origin *again, *last;
};

/* Finds what each reference quotes: the text expected at its lines, the text
 * wanted there afterwards. */
void quotes_read(struct units *u, const struct ref_origin *origins);

#endif
