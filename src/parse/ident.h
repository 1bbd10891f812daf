/* ident: what a plan is called, from its path, frontmatter and heading */
#ifndef PARSE_IDENT_H
#define PARSE_IDENT_H

#include "parse/front.h"

/* A phase and plan number as written; empty strings where there is none. */
struct ident {
	const char *phase, *plan; /* canonical: "03", "02.1", "04a"; NULL for none */
	const char *suffix;       /* "FIX", "FIX-2", the three letters of a quick plan; or NULL */
	const char *slug;         /* "add-colors" of 03-02-add-colors-PLAN.md, or NULL */
};

/* Canonical phase number: "3" is "03", "3.1" is "03.1"; NULL when it is none. */
const char *ident_phase(struct arena *a, const char *s, size_t n);

/* Canonical plan number: "1" is "01", "4a" is "04a"; NULL when it is none. */
const char *ident_plan(struct arena *a, const char *s, size_t n);

/* Reads "03-02" at the start of s; returns its length, 0 when it is none. */
size_t ident_read(struct arena *a, const char *s, size_t n, struct ident *out);

/* Sets phase, plan, id, phase_name and group of the plan, with findings where file
 * name and frontmatter disagree. `heading` is the text of the H1 or NULL. */
void ident_plan_of(struct reader *r, const char *path, const struct front *front,
		   const char *heading, int heading_line);

/* The title in a heading: without "Plan 03-03:", "Phase 3 Plan 2 -" and the like. */
const char *ident_strip_heading(struct arena *a, const char *heading);

/* A title made of the file's or its directory's name. */
const char *ident_slug_title(struct reader *r);

#endif
