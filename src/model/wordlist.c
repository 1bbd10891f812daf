#include "model/wordlist.h"

#include <string.h>

#include "base/text.h"

static bool same_word(const char *a, const char *b)
{
	for (; *a && to_lower(*a) == to_lower(*b); a++)
		b++;
	return !*a && !*b;
}

static bool is_known_as(const struct wordlist *w, size_t from, size_t to,
			enum phl_status status)
{
	enum phl_status known;

	for (size_t i = from; i < to; i++)
		if (phl_status_parse(w->v[i], &known) && known == status)
			return true;
	return false;
}

static enum phl_status place_says(const struct wordlist *w, size_t at)
{
	if (at + 1 == w->n && w->n > 1)
		return PHL_DONE;
	if (at == 0 || is_known_as(w, at + 1, w->n, PHL_PENDING))
		return PHL_PENDING;
	return is_known_as(w, 0, at, PHL_DONE) ? PHL_DONE : PHL_IN_PROGRESS;
}

/* Something has to mean done: the last word does where it says nothing else than that
 * work is to come. */
static enum phl_status meaning(const struct wordlist *w, size_t at)
{
	enum phl_status known;
	bool last = at + 1 == w->n && w->n > 1;

	if (!phl_status_parse(w->v[at], &known))
		return place_says(w, at);
	if (last && (known == PHL_PENDING || known == PHL_IN_PROGRESS) &&
	    !is_known_as(w, 0, at, PHL_DONE))
		return PHL_DONE;
	return known;
}

bool wordlist_status(const struct wordlist *w, const char *word, enum phl_status *status)
{
	for (size_t i = 0; i < w->n; i++)
		if (same_word(w->v[i], word)) {
			*status = meaning(w, i);
			return true;
		}
	return false;
}

/* Is this a better word than the one found before it? */
static bool is_better(const struct wordlist *w, const char *word, const char *found,
		      enum phl_status status)
{
	enum phl_status known;

	if (!found)
		return true;
	if (status == PHL_DONE)
		return true; /* the last of them */
	if (status == PHL_PENDING)
		return w->first && same_word(w->first, word);
	return !phl_status_parse(found, &known) && phl_status_parse(word, &known);
}

const char *wordlist_word(const struct wordlist *w, enum phl_status status)
{
	const char *found = NULL;

	for (size_t i = 0; i < w->n; i++)
		if (meaning(w, i) == status && is_better(w, w->v[i], found, status))
			found = w->v[i];
	return found;
}
