/* expect_words: what the words of an expectation claim; for expect.c only */
#ifndef MODEL_EXPECT_WORDS_H
#define MODEL_EXPECT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum claim_kind {
	CLAIM_NONE,   /* nothing that could be judged */
	CLAIM_EXIT,   /* the exit status is `low` */
	CLAIM_FAIL,   /* the exit status is any but 0 */
	CLAIM_NUMBER, /* it prints a number between `low` and `high` */
	CLAIM_COUNT,  /* it finds so many: prints the number, or a line each */
	CLAIM_PASSED, /* a test run of `low` that all pass */
	CLAIM_ONLY,   /* every line is about something in the list `text` */
	CLAIM_PRINTS, /* a line is `text` */
	CLAIM_MAYBE,  /* the same, if `text` is not about the output */
	CLAIM_SHOWS,  /* everything in the list `text` occurs */
};

enum { CLAIM_TEXT = 1024 };

struct claim {
	enum claim_kind kind;
	long low, high;
	bool loose;    /* there are words that allow for more */
	bool output;   /* none at all is meant, whatever it is */
	bool returned; /* "return 0" may also mean the exit status */
	char text[CLAIM_TEXT];
};

/* Reads "Should be 0", "Expected: no results (or only x)", … */
void claim_read(struct claim *c, const char *expect);

#endif
