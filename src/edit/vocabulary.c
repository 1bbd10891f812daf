/* vocabulary: statuses in the words that a tree uses */
#include <string.h>

#include "base/text.h"
#include "edit/edit.h"

void vocabulary_learn(struct vocabulary *v, const char *written)
{
	enum phl_status status;
	if (!written || !phl_status_parse(written, &status))
		return;
	v->underscores |= strchr(written, '_') != NULL;
	/* An emoji or a remark beside the word is not part of it. */
	for (const char *c = written; *c; c++)
		if (!is_alpha(*c) && *c != '-' && *c != '_' && *c != '\'')
			return;
	if (!v->word[status])
		v->word[status] = written;
}

enum letters { LOWER, CAPITAL, UPPER };

static enum letters letters_of(const char *s)
{
	int upper = 0, lower = 0;
	for (const char *c = s; *c; c++) {
		upper += is_upper(*c);
		lower += is_lower(*c);
	}
	return upper > 1 && !lower ? UPPER : is_upper(*s) ? CAPITAL : LOWER;
}

static char *styled(struct arena *a, const char *word, enum letters letters, bool underscores)
{
	char *out = arena_str(a, word);
	for (char *c = out; *c; c++) {
		if (is_lower(*c) && (letters == UPPER || (letters == CAPITAL && c == out)))
			*c = (char)(*c - 32);
		if (*c == '-' && underscores)
			*c = '_';
	}
	return out;
}

const char *vocabulary_word(const struct vocabulary *v, struct arena *a,
			    enum phl_status status, const char *like)
{
	enum letters letters = LOWER;
	if (v->word[status])
		return v->word[status];
	for (int i = 0; !like && i < PHL_STATUSES; i++)
		like = v->word[i];
	if (like)
		letters = letters_of(like);
	bool underscores = v->underscores || (like && strchr(like, '_'));
	return styled(a, phl_status_word(status), letters, underscores);
}
