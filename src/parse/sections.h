/* sections: what the headings of plans announce, in the languages seen */
#ifndef PARSE_SECTIONS_H
#define PARSE_SECTIONS_H

#include "parse/body.h"

enum section {
	SEC_OTHER,
	SEC_GOAL,
	SEC_CONTEXT,
	SEC_FILES,        /* files to modify */
	SEC_TASKS,
	SEC_CRITERIA,     /* states conditions: criteria, definition of done */
	SEC_VERIFICATION, /* conditions, and commands that check them */
	SEC_ROLLBACK,
	SEC_NOTES,
	SEC_DEVIATIONS,
	SEC_COMMIT,
};

/* What a heading (its text) announces. */
enum section section_named(const char *s, size_t n);

/* What the section or element that a block lies in announces: the nearest
 * heading or element that announces anything. */
enum section section_of_block(struct reader *r, struct body *body, int block);

/* Same, and only headings and elements up to and including `type` count. */
bool block_in_section(struct reader *r, struct body *body, int block, enum section type);

#endif
