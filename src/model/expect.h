/* expect: does what a command gave fit what the plan says it should give?
 *
 * Plans say it in words.  Only what can be told for sure is judged; of the rest a
 * person has to see the output. */
#ifndef MODEL_EXPECT_H
#define MODEL_EXPECT_H

#include <stdbool.h>
#include <stddef.h>

#include "phaseline.h"

enum verdict { VERDICT_UNJUDGED, VERDICT_PASSED, VERDICT_FAILED };

/* "unjudged", "passed", "failed". */
const char *verdict_word(enum verdict v);

/* What running it gave. */
struct outcome {
	int status;      /* of its exit; 128 + the signal that ended it */
	const char *out; /* standard output, NUL-terminated */
	bool cut;        /* there was more of it */
	bool complained; /* on standard error */
};

/* Judges it; *why, unless NULL, is set to a constant of a few words. */
enum verdict expect_judge(const struct phl_verification *v, const struct outcome *o,
			  const char **why);

#endif
