/* status: the words that people use for a status */
#include <string.h>

#include "base/text.h"
#include "model/plan.h"

#define WORD_MAX 32

/* As word_fold() leaves them: lower case, nothing between the letters. */
static const struct {
	const char *word;
	enum phl_status status;
} spellings[] = {
	{ "pending", PHL_PENDING },
	{ "planned", PHL_PENDING },
	{ "planning", PHL_PENDING },
	{ "todo", PHL_PENDING },
	{ "notstarted", PHL_PENDING },
	{ "draft", PHL_PENDING },
	{ "ready", PHL_PENDING },
	{ "readyforexecution", PHL_PENDING },
	{ "approved", PHL_PENDING },
	{ "active", PHL_IN_PROGRESS },
	{ "inprogress", PHL_IN_PROGRESS },
	{ "started", PHL_IN_PROGRESS },
	{ "executing", PHL_IN_PROGRESS },
	{ "wip", PHL_IN_PROGRESS },
	{ "blocked", PHL_BLOCKED },
	{ "onhold", PHL_BLOCKED },
	{ "paused", PHL_BLOCKED },
	{ "checkpoint", PHL_BLOCKED },
	{ "completed", PHL_DONE },
	{ "complete", PHL_DONE },
	{ "done", PHL_DONE },
	{ "shipped", PHL_DONE },
	{ "verified", PHL_DONE },
	{ "skipped", PHL_SKIPPED },
	{ "cancelled", PHL_SKIPPED },
	{ "canceled", PHL_SKIPPED },
	{ "superseded", PHL_SKIPPED },
	{ "deferred", PHL_SKIPPED },
	{ "wontdo", PHL_SKIPPED },
	{ "rolledback", PHL_ROLLED_BACK },
	{ "reverted", PHL_ROLLED_BACK },
};

/* Punctuation, arrows, geometric shapes, dingbats, emoji and their modifiers. */
static bool is_ornament(int32_t cp)
{
	return (cp >= 0x2000 && cp <= 0x2bff) || (cp >= 0xfe00 && cp <= 0xfe0f) ||
	       (cp >= 0x1f000 && cp <= 0x1faff) || cp == 0xfeff || cp == 0xa0;
}

static bool is_joint(char c)
{
	return is_space(c) || c == '-' || c == '_' || c == '\'';
}

/* Writes the letters of a word in lower case.  Punctuation at either end is
 * dropped, inside it stays, so that "completed (partial)" is no known word.
 * False when there are letters that no known word has, or too many. */
static bool word_fold(const char *word, char out[WORD_MAX])
{
	size_t n = strlen(word), len = 0, letters = 0;

	while (n > 0) {
		int32_t cp;
		size_t used = text_decode(word, n, &cp);
		char c = *word;

		word += used;
		n -= used;
		if (is_ornament(cp) || (used == 1 && is_joint(c)))
			continue;
		if (used > 1 || cp < 0)
			return false;
		if (!is_alnum(c) && len == 0)
			continue;
		if (len + 1 >= WORD_MAX)
			return false;
		out[len++] = to_lower(c);
		if (is_alnum(c))
			letters = len;
	}
	out[letters] = '\0';
	return letters > 0;
}

bool phl_status_parse(const char *word, enum phl_status *status)
{
	char folded[WORD_MAX];

	*status = PHL_PENDING;
	if (!word || !word_fold(word, folded))
		return false;
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		if (strcmp(spellings[i].word, folded) == 0) {
			*status = spellings[i].status;
			return true;
		}
	}
	return false;
}

const char *phl_status_word(enum phl_status status)
{
	if (status < 0 || status >= PHL_STATUSES)
		return "none";
	return phl_status_words[status];
}
