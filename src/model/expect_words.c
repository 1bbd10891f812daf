#include "model/expect_words.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/digits.h"
#include "base/text.h"

/* Writes s in small letters and plain punctuation into out[CLAIM_TEXT], what it says
 * of numbers and signs in one spelling; returns false when it is too long. */
static bool plain_words(const char *s, char *out, bool lower)
{
	static const char *const spellings[][2] = {
		{ "\xe2\x89\xa5", ">=" }, { "\xe2\x89\xa4", "<=" },     { "\xef\xbc\x9a", ": " },
		{ "\xef\xbc\x88", " (" }, { "\xef\xbc\x89", ")" },      { "\xe2\x80\x94", "-" },
		{ "\xe2\x80\x93", "-" },  { "\xe2\x80\x99", "'" },      { "\xc2\xa0", " " },
		{ "\xe2\x86\x92", "->" }, { "`", "" },
	};
	size_t n = 0;

	while (*s) {
		const char *with = NULL;
		size_t len = 1;

		for (size_t i = 0; i < sizeof spellings / sizeof *spellings && !with; i++)
			if (strncmp(s, spellings[i][0], strlen(spellings[i][0])) == 0) {
				with = spellings[i][1];
				len = strlen(spellings[i][0]);
			}
		if (n + 4 >= CLAIM_TEXT)
			return false;
		if (with)
			n += (size_t)sprintf(out + n, "%s", with);
		else
			out[n++] = is_space(*s) ? ' ' : lower ? to_lower(*s) : *s;
		s += len;
	}
	while (n && strchr(" .!", out[n - 1]))
		n--;
	out[n] = '\0';
	return true;
}

/* Moves *s behind the word if it stands there, and whatever blanks follow. */
static bool take(const char **s, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*s, word, n) != 0 || (is_alnum(word[n - 1]) && is_word((*s)[n])))
		return false;
	*s += n;
	while (**s == ' ')
		++*s;
	return true;
}

static bool take_any(const char **s, const char *const *words)
{
	for (; *words; words++)
		if (take(s, *words))
			return true;
	return false;
}

/* The claim stands behind one of these, wherever that is: "1. Prices (expect >=3". */
static const char *find_claim(const char *s)
{
	static const char *const starts[] = { "should ", "expected: ", "expected ", "expect: ", "expect ",
					      "result: ", "must ", "output: ", "returns ", "-> ", "=> ",
					      "doit ", "attendu: ", "debe ", "deve ", "soll ", "sollte ",
					      "\xe6\x9c\x9f\xe6\x9c\x9b: ", "\xe9\xa2\x84\xe6\x9c\x9f: ",
					      "\xe9\xa2\x84\xe6\x9c\x9f\xef\xbc\x9a", "\xe5\xba\x94", NULL };
	const char *best = NULL;
	size_t n = 0;

	for (const char *const *w = starts; *w; w++) {
		const char *at = strstr(s, *w);

		if (at && (!best || at < best)) {
			best = at;
			n = strlen(*w);
		}
	}
	if (!best)
		return NULL;
	for (best += n; *best == ' '; best++)
		;
	return best;
}

static bool read_number(const char **s, long *n)
{
	static const char *const words[] = { "zero", "one", "two", "three", "four", "five" };
	static const char *const none[] = { "no", "none", "nothing", "aucun", "aucune", "rien", "keine",
					    "kein", "nichts", "sin", "ninguna", "nenhum", "\xe6\x97\xa0", NULL };

	for (int i = 0; i < 6; i++)
		if (take(s, words[i])) {
			*n = i;
			return true;
		}
	if (take_any(s, none)) {
		*n = 0;
		return true;
	}
	if (!is_digit(**s))
		return false;
	for (*n = 0; is_digit(**s) && *n < LONG_MAX / 16; ++*s)
		*n = *n * 10 + (**s - '0');
	if (is_word(**s) || strchr("%/", **s ? **s : ' ') || (**s == '.' && is_digit((*s)[1])) ||
	    (**s == ',' && is_digit((*s)[1])))
		return false;
	while (**s == ' ')
		++*s;
	return true;
}

/* What stands behind a claim.  Words in parentheses or behind a dash explain, unless
 * they allow for exceptions; where it is looked for narrows it down. */
static bool read_rest(struct claim *c, const char *s)
{
	static const char *const allows[] = { "or ", "except", "exclud", "unless", "without ", "if ", "may ",
					      "only ", "not ", "but ", "ignor", "besides", "other than",
					      "ou ", "sauf", "oder ", "au\303\237er", "salvo", NULL };
	static const char *const narrows[] = { "in ", "for ", "or ", "except", "exclud", "outside ", "from ",
					       "besides", "other than", "unless ", NULL };

	while (*s == ')' || *s == ' ')
		s++;
	if (!*s)
		return true;
	for (const char *const *w = narrows; *w; w++)
		if (strncmp(s, *w, strlen(*w)) == 0)
			return c->loose = true;
	if (*s != '(' && *s != '-' && *s != ',' && *s != ';' && *s != '.')
		return false;
	for (const char *const *w = allows; *w; w++) {
		const char *found = strstr(s, *w);

		c->loose |= found && (found == s || !is_word(found[-1]));
	}
	return true;
}

static bool read_bounds(const char **s, struct claim *c)
{
	static const char *const least[] = { ">=", "at least", "au moins", "mindestens", "al menos", NULL };
	static const char *const most[] = { "<=", "at most", "no more than", "au plus", NULL };
	static const char *const more[] = { ">", "more than", "over", NULL };
	static const char *const less[] = { "<", "less than", "fewer than", "under", NULL };
	static const char *const exact[] = { "==", "=", "exactly", NULL };
	bool above = false, below = false;
	long n;
	int by = 0;

	if (take_any(s, least))
		above = true;
	else if (take_any(s, most))
		below = true;
	else if (take_any(s, more))
		above = true, by = 1;
	else if (take_any(s, less))
		below = true, by = -1;
	else
		take_any(s, exact);
	if (!read_number(s, &n))
		return false;
	if (!above && !below && take(s, "or more"))
		above = true;
	c->low = below ? LONG_MIN : n + by;
	c->high = above ? LONG_MAX : n + by;
	return true;
}

static bool read_count(struct claim *c, const char *s)
{
	static const char *const things[] = { "matches", "match", "results", "result", "hits", "hit",
					      "occurrences", "occurrence", "references", "lines", "line",
					      "files", "file", "entries", "resultats",
					      "r\xc3\xa9sultats", "r\xc3\xa9sultat", "treffer",
					      "resultados", "coincidencias",
					      "\xe5\x8c\xb9\xe9\x85\x8d",
					      "\xe7\xbb\x93\xe6\x9e\x9c", NULL };
	static const char *const outputs[] = { "output", "sortie", "ausgabe", "salida", "sa\303\255da",
					       "\xe8\xbe\x93\xe5\x87\xba", NULL };
	bool digit = strchr("<>=", *s) || is_digit(*s);

	if (!read_bounds(&s, c))
		return false;
	c->kind = CLAIM_NUMBER;
	c->output = c->low == 0 && c->high == 0 && take_any(&s, outputs);
	if (c->output || take_any(&s, things)) {
		c->kind = CLAIM_COUNT;
		take(&s, "found");
		take(&s, "returned");
	} else if (c->low == 0 && c->high == 0 && !digit && (!*s || *s == '(' || *s == '-')) {
		c->kind = CLAIM_COUNT; /* "nothing", "none" */
	}
	return read_rest(c, s);
}

static bool read_exit(struct claim *c, const char *s)
{
	static const char *const passes[] = { "succeed", "pass", "still pass", "all pass", "be green", "compile",
					      "exit cleanly", "exit successfully", "r\xc3\xa9ussir", NULL };
	static const char *const fails[] = { "fail", "exit non-zero", "exit nonzero", "exit with an error", NULL };
	static const char *const exits[] = { "exit", "exits", NULL };
	static const char *const codes[] = { "with", "code", "status", "code:", "status:", NULL };

	c->kind = CLAIM_EXIT;
	c->low = 0;
	if (take_any(&s, passes)) {
		take(&s, "without errors");
		take(&s, "with no errors");
		return read_rest(c, s);
	}
	if (take_any(&s, fails)) {
		c->kind = CLAIM_FAIL;
		return read_rest(c, s);
	}
	if (!take_any(&s, exits))
		return false;
	while (take_any(&s, codes))
		;
	return read_number(&s, &c->low) && read_rest(c, s);
}

/* "6/6 pass" */
static bool read_ratio(struct claim *c, const char *s)
{
	const char *start = s;

	c->low = digits_read(&s);
	if (s == start || *s != '/' || !is_digit(s[1]))
		return false;
	s++;
	if (digits_read(&s) != c->low)
		return false;
	while (*s == ' ')
		s++;
	c->kind = CLAIM_PASSED;
	return (take(&s, "passed") || take(&s, "passing") || take(&s, "pass") ||
		(take(&s, "tests") && (take(&s, "passed") || take(&s, "pass")))) && !*s;
}

/* The text in its own letters, without quotes around it. */
static void keep_text(struct claim *c, enum claim_kind kind, const char *plain, const char *s,
		      const char *original)
{
	const char *text = original + (s - plain);
	size_t n = strlen(text);

	c->kind = n ? kind : CLAIM_NONE;
	if (n > 1 && strchr("\"'", text[0]) && text[n - 1] == text[0] &&
	    !memchr(text + 1, text[0], n - 2))
		text++, n -= 2;
	memcpy(c->text, text, n);
	c->text[n] = '\0';
}

static void read_verb(struct claim *c, const char *plain, const char *s, const char *original)
{
	static const char *const says[] = { "print:", "prints:", "print", "prints", "output:", "say:", "echo:",
					    "afficher:", NULL };
	static const char *const shows[] = { "show:", "show", "list:", "list", "montrer:", "include:",
					     "include", "contain:", "contain", "contains:", "contains", NULL };
	static const char *const only[] = { "return only:", "only return:", "return only", "list only:", "show only:",
					    "only:", "only show:", "only list:", NULL };

	if (take_any(&s, only))
		keep_text(c, CLAIM_ONLY, plain, s, original);
	else if (take_any(&s, says))
		keep_text(c, CLAIM_PRINTS, plain, s, original);
	else if (take_any(&s, shows))
		keep_text(c, CLAIM_SHOWS, plain, s, original);
	else
		keep_text(c, CLAIM_MAYBE, plain, s, original);
}

void claim_read(struct claim *c, const char *expect)
{
	static const char *const verbs[] = { "be", "return", "returns", "equal", "give", "yield", "have", "retourner:",
					     "retourner", "\xc3\xaatre", "output", "print", "show", "find", "sein",
					     "devolver", "return:", "be:", "count:", NULL };
	char plain[CLAIM_TEXT], original[CLAIM_TEXT];
	const char *s, *at;

	*c = (struct claim){ 0 };
	if (!expect || !plain_words(expect, plain, true) ||
	    !plain_words(expect, original, false) || !(s = find_claim(plain)))
		return;
	at = s;
	take_any(&at, verbs);
	c->returned = strncmp(s, "return", 6) == 0;
	if (read_exit(c, s) || read_exit(c, at) || read_ratio(c, s) || read_count(c, at))
		return;
	*c = (struct claim){ 0 };
	read_verb(c, plain, s, original);
}
