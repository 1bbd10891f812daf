#include "cli/who.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/head.h"

enum { CONFIG_MAX = 1 << 20, NAME_MAX_LEN = 128 };

static const char *skip_blanks(const char *s)
{
	while (*s == ' ' || *s == '\t')
		s++;
	return s;
}

static bool is_user_section(const char *line)
{
	return strncmp(line, "[user]", 6) == 0;
}

/* The value behind "name =", quotes and remarks taken off; NULL for another key. */
static const char *name_value(struct arena *a, const char *line, size_t n)
{
	const char *end = line + n, *s = line;
	if (n < 4 || strncmp(s, "name", 4) != 0)
		return NULL;
	s = skip_blanks(s + 4);
	if (s >= end || *s != '=')
		return NULL;
	s = skip_blanks(s + 1);
	struct buf b = { 0 };
	bool quoted = false;
	for (; s < end && (quoted || (*s != '#' && *s != ';')); s++) {
		if (*s == '"')
			quoted = !quoted;
		else
			buf_char(&b, *s == '\\' && s + 1 < end ? *++s : *s);
	}
	while (b.n && is_space(b.s[b.n - 1]))
		b.n--;
	const char *out = b.n ? arena_dup(a, b.s, b.n) : NULL;
	buf_free(&b);
	return out;
}

/* user.name in a file of git's settings; the last one counts. */
static const char *from_config(struct arena *a, const char *path)
{
	struct buf b = { 0 };
	struct err err;
	const char *found = NULL;
	bool inside = false;
	if (path && file_read(AT_FDCWD, path, CONFIG_MAX, &b, NULL, &err)) {
		for (const char *line = b.s; line && *line;) {
			const char *nl = strchr(line, '\n');
			const char *s = skip_blanks(line);
			size_t n = nl ? (size_t)(nl - line) : strlen(line);
			if (*s == '[')
				inside = is_user_section(s);
			else if (inside) {
				const char *name = name_value(a, s, n - (size_t)(s - line));
				found = name ? name : found;
			}
			line = nl ? nl + 1 : NULL;
		}
	}
	buf_free(&b);
	return found;
}

static const char *from_user_config(struct arena *a)
{
	const char *global = getenv("GIT_CONFIG_GLOBAL"), *home = getenv("HOME");
	const char *xdg = getenv("XDG_CONFIG_HOME"), *name;
	if (global)
		return from_config(a, global);
	if (!home)
		return NULL;
	name = from_config(a, arena_printf(a, "%s/.gitconfig", home));
	if (name)
		return name;
	if (xdg && *xdg)
		return from_config(a, arena_printf(a, "%s/git/config", xdg));
	return from_config(a, arena_printf(a, "%s/.config/git/config", home));
}

static const char *login(void)
{
	const char *user = getenv("LOGNAME");
	return user && *user ? user : getenv("USER");
}

const char *who_am_i(struct arena *a, const char *root)
{
	const char *name = getenv("GIT_AUTHOR_NAME"), *git;
	if (!name || !*name) {
		git = head_git_dir(a, root);
		name = git ? from_config(a, arena_printf(a, "%s/config", git)) : NULL;
	}
	if (!name)
		name = from_user_config(a);
	if (!name)
		name = login();
	if (!name || !*name)
		return NULL;
	size_t n = strlen(name);
	while (n > NAME_MAX_LEN || (n < strlen(name) && (name[n] & 0xc0) == 0x80))
		n--;
	return arena_dup(a, name, n);
}
