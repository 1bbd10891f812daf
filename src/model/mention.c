#include "model/work.h"

#include <string.h>

#include "base/digits.h"
#include "base/text.h"

const char *const work_state_words[WORK_STATES + 1] = {
	[WORK_CREATED] = "created",	[WORK_CHANGED] = "changed", [WORK_RENAMED] = "renamed",
	[WORK_UNTOUCHED] = "untouched", [WORK_DELETED] = "deleted", [WORK_MISSING] = "missing",
};

/* ---- ids ---- */

/* How much of a text is the id, whose numbers may have lost their zeros ("3-3"); 0: it is
 * another. */
static size_t id_len(const char *s, const char *id)
{
	const char *start = s;
	while (*id) {
		if (!is_digit(*id)) {
			if (to_lower(*s++) != to_lower(*id++))
				return 0;
			continue;
		}
		if (!is_digit(*s))
			return 0;
		while (*s == '0' && is_digit(s[1]))
			s++;
		while (*id == '0' && is_digit(id[1]))
			id++;
		size_t n = strspn(id, "0123456789");
		if (strncmp(s, id, n) != 0 || is_digit(s[n]))
			return 0;
		s += n;
		id += n;
	}
	return (size_t)(s - start);
}

/* Not in the middle of "2026-03-03", "103-03" or "v3.03-03"; "phase-03-03" is fine. */
static bool may_start(const char *line, const char *at)
{
	if (at == line)
		return true;
	if (at[-1] == '-')
		return at - line > 1 && !is_digit(at[-2]);
	return !is_alnum(at[-1]) && at[-1] != '.' && at[-1] != '_' && at[-1] != '/';
}

/* Not before "-05", "-FIX" or ".1": those are others. */
static bool may_end(const char *at)
{
	if (*at == '-')
		return !is_digit(at[1]) && !is_upper(at[1]);
	if (*at == '.')
		return !is_digit(at[1]);
	return !is_alnum(*at) && *at != '_';
}

/* Without its zeros an id is but a range; it is one in the scope of a subject. */
static bool is_sure(const char *line, const char *at, size_t n, const char *id)
{
	if (n == strlen(id))
		return true;
	const char *open = memchr(line, '(', (size_t)(at - line)), *colon = strchr(at, ':');
	return open && colon && memchr(at, ')', (size_t)(colon - at));
}

/* ---- tasks ---- */

static int task_after(const char *s, const char *end)
{
	static const char word[] = "task";
	if (*s == '/') {
		s++;
		return digits_read(&s);
	}
	for (; end - s > 5; s++) {
		size_t i = 0;
		while (i < 4 && to_lower(s[i]) == word[i])
			i++;
		if (i == 4 && strchr(" -#", s[4]) && is_digit(s[5])) {
			s += 5;
			return digits_read(&s);
		}
	}
	return 0;
}

static bool in_line(const char *s, size_t n, const char *id, int *task)
{
	char line[512];
	n = n < sizeof line ? n : sizeof line - 1;
	memcpy(line, s, n);
	line[n] = '\0';
	for (const char *p = line; *p; p++) {
		size_t len = is_digit(*p) || to_lower(*p) == to_lower(*id) ? id_len(p, id) : 0;
		if (!len || !may_start(line, p) || !may_end(p + len) || !is_sure(line, p, len, id))
			continue;
		*task = task_after(p + len, line + n);
		return true;
	}
	return false;
}

static bool is_trailer(const char *s)
{
	static const char *const names[] = { "Plan: ", "Task: ", "Refs: " };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncmp(s, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

bool work_mentions(const char *message, const char *id, int *task)
{
	*task = 0;
	bool subject = true;
	for (const char *s = message; *s; subject = false) {
		size_t n = strcspn(s, "\n");
		if ((subject || is_trailer(s)) && in_line(s, n, id, task))
			return true;
		s += n + (s[n] == '\n');
	}
	return false;
}
