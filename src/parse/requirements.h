/* requirements: what a task says it is for */
#ifndef PARSE_REQUIREMENTS_H
#define PARSE_REQUIREMENTS_H

#include "base/arena.h"
#include "phaseline.h"

/* "_Requirements: 1.1, 2.3-2.5_", "**Validates: Requirements 4.2**": adds what the line
 * names to `out`, each once.  False, and nothing added, for any other line. */
bool requirements_line(struct arena *a, const char *s, size_t n, phl_name_list *out);

/* "[P] [US2] Lamps": the bytes of the marks in front of a title.  Adds what they name to
 * `out`; *parallel is set by "[P]". */
size_t requirements_marks(struct arena *a, const char *s, phl_name_list *out,
			  bool *parallel);

#endif
