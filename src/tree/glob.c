#include "tree/glob.h"

#include <stddef.h>
#include <string.h>

/* Reads the class at p ("[a-z]"); returns what follows it, NULL when it is not
 * closed, and whether c is in it. */
static const char *read_class(const char *p, char c, bool *in)
{
	bool negated = false, found = false;
	const char *start;

	p++;
	if (*p == '!' || *p == '^') {
		negated = true;
		p++;
	}
	for (start = p; *p && (*p != ']' || p == start); p++) {
		unsigned char low, high, at = (unsigned char)c;

		if (*p == '\\' && p[1])
			p++;
		low = high = (unsigned char)*p;
		if (p[1] == '-' && p[2] && p[2] != ']') {
			p += 2;
			if (*p == '\\' && p[1])
				p++;
			high = (unsigned char)*p;
		}
		found |= at >= low && at <= high;
	}
	if (!*p)
		return NULL;
	*in = found != negated && c != '/';
	return p + 1;
}

/* Matches one character; returns the rest of the pattern or NULL. */
static const char *match_one(const char *p, char c)
{
	bool in = false;

	switch (*p) {
	case '?':
		return c != '/' ? p + 1 : NULL;
	case '[':
		p = read_class(p, c, &in);
		return in ? p : NULL;
	case '\\':
		if (p[1])
			p++;
		return *p == c ? p + 1 : NULL;
	default:
		return *p == c ? p + 1 : NULL;
	}
}

/* At the start of a segment of the pattern: is it `**` and nothing else? */
static bool is_any_dirs(const char *p, const char *pattern)
{
	return p[0] == '*' && p[1] == '*' && (p[2] == '/' || p[2] == '\0') &&
	       (p == pattern || p[-1] == '/');
}

/* Where the last wildcard could have matched more.  A later one makes an
 * earlier one of the same kind settled: `*` ends at its segment's end in any
 * case, and the leftmost fit after a `**` leaves the most for the next. */
struct retry {
	const char *pattern, *text;
};

static bool retry_star(struct retry *star, const char **p, const char **t)
{
	if (!star->pattern || !*star->text || *star->text == '/')
		return false;
	*t = ++star->text;
	*p = star->pattern;
	return true;
}

static bool retry_dirs(struct retry *dirs, const char **p, const char **t)
{
	const char *slash = dirs->pattern ? strchr(dirs->text, '/') : NULL;

	if (!slash)
		return false;
	dirs->text = *t = slash + 1;
	*p = dirs->pattern;
	return true;
}

bool glob_match(const char *pattern, const char *text)
{
	const char *p = pattern, *t = text;
	struct retry star = { NULL, NULL }, dirs = { NULL, NULL };

	for (;;) {
		const char *next;

		if (is_any_dirs(p, pattern)) {
			if (!p[2])
				return *t != '\0';
			p += 3;
			dirs = (struct retry){ p, t };
			star = (struct retry){ NULL, NULL };
			continue;
		}
		if (*p == '*') {
			while (*p == '*')
				p++;
			star = (struct retry){ p, t };
			continue;
		}
		if (!*p && !*t)
			return true;
		next = *p && *t ? match_one(p, *t) : NULL;
		if (next) {
			p = next;
			if (*t++ == '/')
				star = (struct retry){ NULL, NULL };
			continue;
		}
		if (retry_star(&star, &p, &t))
			continue;
		star = (struct retry){ NULL, NULL };
		if (!retry_dirs(&dirs, &p, &t))
			return false;
	}
}
