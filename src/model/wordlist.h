/* wordlist: the words that a team has for statuses, where it lists them */
#ifndef MODEL_WORDLIST_H
#define MODEL_WORDLIST_H

#include "phaseline.h"

struct wordlist {
	const char *const *v; /* from what waits to what is done */
	size_t n;
	const char *first; /* what new plans say, or NULL */
};

/* What a word of the list means, in any case: what it means elsewhere, or else what its
 * place says.  False for one that is not in the list. */
bool wordlist_status(const struct wordlist *w, const char *word, enum phl_status *status);

/* The word to write for a status; NULL where the list has none. */
const char *wordlist_word(const struct wordlist *w, enum phl_status status);

#endif
