#include "model/expect.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/expect_words.h"

const char *verdict_word(enum verdict v)
{
	static const char *const words[] = { [VERDICT_UNJUDGED] = "unjudged",
					     [VERDICT_PASSED] = "passed",
					     [VERDICT_FAILED] = "failed" };

	return words[v];
}

static enum verdict say(const char **why, enum verdict v, const char *text)
{
	*why = text;
	return v;
}

/* ---- the command ---- */

static bool is_any_of(const char *s, size_t n, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == n && memcmp(s, *words, n) == 0)
			return true;
	return false;
}

/* The first word behind `s`, without its directory. */
static const char *program(const char *s, size_t *n)
{
	while (is_space(*s) || *s == '!' || *s == '(')
		s++;
	*n = strcspn(s, " \t\n|;&<>()");
	for (const char *slash; (slash = memchr(s, '/', *n));)
		*n -= (size_t)(slash + 1 - s), s = slash + 1;
	return s;
}

/* Its last part: behind the last "|", ";" or "&" outside of quotes. */
static const char *last_part(const char *s)
{
	const char *start = s, *last = s;
	char quote = 0;

	for (; *s; s++) {
		if (*s == '\\' && s[1] && quote != '\'')
			s++;
		else if (quote)
			quote = *s == quote ? 0 : quote;
		else if (*s == '"' || *s == '\'')
			quote = *s;
		else if (*s == '&' && (s[1] == '>' || (s > start && s[-1] == '>')))
			continue;
		else if (strchr("|;&\n", *s))
			last = s + 1;
	}
	return last;
}

static const char *const searches[] = { "grep", "egrep", "fgrep", "zgrep", "rg", "ag", "ack", NULL };

static bool has_option(const char *s, char letter, const char *name)
{
	for (s += *s != '\0'; *s; s++) {
		if (*s != '-' || (s[-1] != ' ' && s[-1] != '\t'))
			continue;
		size_t n = strcspn(s, " \t\n=|;");
		if (s[1] != '-' && memchr(s + 1, letter, n - 1))
			return true;
		if (s[1] == '-' && strncmp(s + 2, name, strlen(name)) == 0)
			return true;
	}
	return false;
}

static bool is_search(const char *part)
{
	size_t n;
	const char *s = program(part, &n);

	return is_any_of(s, n, searches) || (n == 3 && strncmp(s, "git grep", 8) == 0);
}

/* It prints how many there are, rather than a line for each. */
static bool counts(const char *command)
{
	const char *part = last_part(command);
	size_t n;
	const char *s = program(part, &n);

	return (n == 2 && strncmp(s, "wc", 2) == 0) ||
	       (is_search(part) && has_option(s, 'c', "count"));
}

/* Lines of context, and lines with a count before them, are no finds. */
static bool lines_are_finds(const char *command)
{
	const char *part = last_part(command);
	size_t n;
	const char *s = program(part, &n);

	if (n == 4 && (strncmp(s, "uniq", n) == 0 || strncmp(s, "head", n) == 0 ||
		       strncmp(s, "tail", n) == 0))
		return false;
	return !has_option(command, 'A', "after-context") &&
	       !has_option(command, 'B', "before-context") &&
	       !has_option(command, 'C', "context");
}

/* A search that gets nothing finds nothing.  What does not only search or read files
 * might have got nothing because it went wrong. */
static bool reads_files(const char *command)
{
	static const char *const readers[] = { "find", "cat", "git",  "ls",  "sed", "awk",
					       "sort", "cut", "uniq", "tr", NULL };
	size_t n;
	const char *s = program(command, &n);

	return is_search(command) || is_any_of(s, n, readers);
}

/* Its exit status says nothing: it prints something last, or what fails is caught. */
static bool always_ends_well(const char *command)
{
	static const char *const tellers[] = { "echo", "printf", "wc", "true", ":", NULL };
	size_t n;
	const char *s = program(last_part(command), &n);

	return is_any_of(s, n, tellers) || strstr(command, "||");
}

/* ---- the output ---- */

static bool is_blank(const char *s)
{
	return !s[strspn(s, " \t\r\n")];
}

/* The output is one number. */
static bool single_number(const char *s, long *n)
{
	char *end;

	while (is_space(*s))
		s++;
	if (!is_digit(*s))
		return false;
	*n = strtol(s, &end, 10);
	return is_blank(end);
}

static long count_lines(const char *s)
{
	long n = 0;

	while (*s) {
		size_t len = strcspn(s, "\n");

		for (size_t i = 0; i < len; i++)
			if (!is_space(s[i])) {
				n++;
				break;
			}
		s += len + (s[len] == '\n');
	}
	return n;
}

/* Calls `fits` with every line that is not blank, until it says no. */
static bool all_lines(const char *s, const char *text,
		      bool (*fits)(const char *line, size_t n, const char *text))
{
	while (*s) {
		size_t len = strcspn(s, "\n"), n = len;
		const char *line = s;

		while (n && is_space(line[n - 1]))
			n--;
		while (n && is_space(*line))
			line++, n--;
		if (n && !fits(line, n, text))
			return false;
		s += len + (s[len] == '\n');
	}
	return true;
}

static bool differs(const char *line, size_t n, const char *text)
{
	return strlen(text) != n || memcmp(line, text, n) != 0;
}

/* The next of "a, b and c": sets its length; NULL at the end. */
static const char *next_name(const char **s, size_t *n)
{
	while (**s && strchr(" ,;\"'`", **s))
		++*s;
	if (strncmp(*s, "and ", 4) == 0)
		return *s += 4, next_name(s, n);
	const char *name = *s;
	*n = strcspn(name, ",; \"'`");
	*s += *n;
	return *n ? name : NULL;
}

/* "src/a.c:12: text" is about src/a.c, whose end "a.c" names, as does "src/<star>". */
static bool is_about(const char *line, size_t n, const char *name, size_t len)
{
	const char *colon = memchr(line, ':', n);
	size_t path = colon ? (size_t)(colon - line) : n;
	bool below = len > 1 && name[len - 1] == '*' && name[len - 2] == '/';

	len -= below;
	for (size_t i = 0; i + len <= path; i++)
		if ((i == 0 || line[i - 1] == '/') && memcmp(line + i, name, len) == 0 &&
		    (below || i + len == path))
			return true;
	return false;
}

static bool is_in_list(const char *line, size_t n, const char *list)
{
	const char *name;
	size_t len;

	while ((name = next_name(&list, &len)))
		if (is_about(line, n, name, len))
			return true;
	return false;
}

/* Names that are no words of prose: "a.yml", "job_id", "CREATE". */
static bool is_name(const char *s, size_t n)
{
	bool shape = false;

	for (size_t i = 0; i < n; i++)
		shape |= strchr("._/$", s[i]) || is_digit(s[i]) || (i && is_upper(s[i]));
	return shape && n > 2;
}

/* ---- the claims ---- */

static enum verdict judge_number(const struct claim *c, const struct phl_verification *v,
				 const struct outcome *o, const char **why)
{
	bool zero = c->low <= 0 && c->high == 0, search = is_search(last_part(v->command));
	enum verdict no = c->loose ? VERDICT_UNJUDGED : VERDICT_FAILED;
	long n;

	if (o->status > 1)
		return say(why, VERDICT_FAILED, "it ended with an error");
	if (o->cut)
		return say(why, VERDICT_UNJUDGED, "there is too much output to count");
	bool number = single_number(o->out, &n);
	if (number && c->kind == CLAIM_COUNT && !counts(v->command) && n != 0 && !zero)
		return say(why, VERDICT_UNJUDGED, "the output may be a number or a find");
	if (!number || (c->kind == CLAIM_COUNT && !counts(v->command) && search)) {
		bool nothing = is_blank(o->out);

		if (c->kind == CLAIM_NUMBER && !(nothing && search && zero && !c->returned))
			return say(why, VERDICT_UNJUDGED, "the output is no number");
		if (!nothing && !c->output && !reads_files(last_part(v->command)))
			return say(why, VERDICT_UNJUDGED, "not every line may be a find");
		if (!nothing && !zero && !lines_are_finds(v->command))
			return say(why, VERDICT_UNJUDGED, "not every line is a find");
		n = count_lines(o->out);
		if (counts(v->command) && n)
			return say(why, VERDICT_UNJUDGED, "there are several counts");
	}
	if (n < c->low || n > c->high)
		return say(why, no, "it is another number");
	if (zero && o->complained)
		return say(why, VERDICT_UNJUDGED, "it complained");
	if (zero && o->status && !search && !counts(v->command))
		return say(why, VERDICT_UNJUDGED, "it ended with status 1");
	if (zero && o->status && !reads_files(v->command))
		return say(why, VERDICT_UNJUDGED, "nothing may have got there");
	if (!zero && o->status)
		return say(why, VERDICT_FAILED, "it ended with an error");
	return say(why, VERDICT_PASSED, "it is that number");
}

static enum verdict judge_exit(const struct claim *c, const struct outcome *o,
			       const char **why)
{
	bool yes = c->kind == CLAIM_FAIL ? o->status != 0 && o->status < 126
					 : o->status == c->low;

	if (yes)
		return say(why, VERDICT_PASSED, "the exit status is that");
	return say(why, c->loose ? VERDICT_UNJUDGED : VERDICT_FAILED,
		   "the exit status is another");
}

static enum verdict judge_passed(const struct claim *c, const struct outcome *o,
				 const char **why)
{
	if (o->status)
		return say(why, VERDICT_FAILED, "it ended with an error");
	for (const char *s = o->out; (s = strpbrk(s, "0123456789"));) {
		char *end;
		long n = strtol(s, &end, 10);

		if (n == c->low && strncmp(end, " passed", 7) == 0)
			return say(why, VERDICT_PASSED, "so many passed");
		s = end;
	}
	return say(why, VERDICT_UNJUDGED, "it does not say how many passed");
}

static enum verdict judge_only(const struct claim *c, const struct outcome *o, const char **why)
{
	if (o->status)
		return say(why, o->status > 1 ? VERDICT_FAILED : VERDICT_UNJUDGED,
			   "it ended with an error");
	if (is_blank(o->out) || o->cut)
		return say(why, VERDICT_UNJUDGED, o->cut ? "there is too much output"
							 : "there is no output");
	if (all_lines(o->out, c->text, is_in_list))
		return say(why, VERDICT_PASSED, "there is nothing else");
	return say(why, VERDICT_FAILED, "there is something else");
}

static enum verdict judge_prints(const struct claim *c, const struct outcome *o,
				 const char **why)
{
	if (o->status)
		return say(why, VERDICT_FAILED, "it ended with an error");
	if (!all_lines(o->out, c->text, differs))
		return say(why, VERDICT_PASSED, "it prints that");
	return say(why, VERDICT_UNJUDGED, "no line is just that");
}

static enum verdict judge_maybe(const struct claim *c, const struct outcome *o, const char **why)
{
	if (!o->status && !all_lines(o->out, c->text, differs))
		return say(why, VERDICT_PASSED, "it prints that");
	return say(why, VERDICT_UNJUDGED, "that needs a reader");
}

static enum verdict judge_shows(const struct claim *c, const struct outcome *o, const char **why)
{
	const char *list = c->text, *name;
	char word[CLAIM_TEXT];
	size_t n;

	if (o->status)
		return say(why, VERDICT_FAILED, "it ended with an error");
	while ((name = next_name(&list, &n))) {
		memcpy(word, name, n);
		word[n] = '\0';
		if (!is_name(name, n))
			return say(why, VERDICT_UNJUDGED, "that needs a reader");
		if (!strstr(o->out, word))
			return say(why, VERDICT_UNJUDGED, "not all of that is in the output");
	}
	return say(why, VERDICT_PASSED, "all of that is in the output");
}

/* Nothing says what it should give.  A command of its own, in an element, is there
 * for its exit status; of one in a fence that is not known. */
static enum verdict judge_silent(const struct phl_verification *v, const struct outcome *o,
				 const char **why)
{
	bool search = is_search(v->command) || is_search(last_part(v->command));

	if (o->status == 1 && search)
		return say(why, VERDICT_UNJUDGED, "nothing says whether it should find any");
	if (o->status)
		return say(why, VERDICT_FAILED, "it ended with an error");
	if (v->fence || always_ends_well(v->command))
		return say(why, VERDICT_UNJUDGED, "nothing says what it should give");
	return say(why, VERDICT_PASSED, "the exit status is 0");
}

enum verdict expect_judge(const struct phl_verification *v, const struct outcome *o,
			  const char **why)
{
	const char *unused = NULL;
	struct claim c;

	why = why ? why : &unused;
	if (!v->expect)
		return judge_silent(v, o, why);
	claim_read(&c, v->expect);
	if (o->status >= 126 && c.kind != CLAIM_EXIT)
		return say(why, VERDICT_FAILED, "it could not run, or was ended");
	switch (c.kind) {
	case CLAIM_EXIT:
	case CLAIM_FAIL:
		return judge_exit(&c, o, why);
	case CLAIM_NUMBER:
	case CLAIM_COUNT:
		return judge_number(&c, v, o, why);
	case CLAIM_PASSED:
		return judge_passed(&c, o, why);
	case CLAIM_ONLY:
		return judge_only(&c, o, why);
	case CLAIM_PRINTS:
		return judge_prints(&c, o, why);
	case CLAIM_MAYBE:
		return judge_maybe(&c, o, why);
	case CLAIM_SHOWS:
		return judge_shows(&c, o, why);
	case CLAIM_NONE:
		break;
	}
	return say(why, VERDICT_UNJUDGED, "that needs a reader");
}
