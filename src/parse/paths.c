#include "parse/paths.h"

#include <string.h>

#include "base/text.h"
#include "base/limits.h"

/* Words of a list by their first byte, blanks between them. */
typedef const char *const word_table[256];

/* Endings of files that plans talk about. */
static word_table endings = {
	['a'] = "astro adoc asm arb avsc awk",
	['b'] = "bash bats bzl bicep bib bat",
	['c'] = "cjs cts c cc cpp cxx cs css cfg conf cshtml csproj cmake csv cu"
		" clj cljs cljc coffee cairo",
	['d'] = "dart dtsi",
	['e'] = "ex exs erl ejs erb elm edn",
	['f'] = "fish fsx f90 fsproj ftl",
	['g'] = "go gradle graphql gql gemspec glsl gd groovy gleam",
	['h'] = "h hpp hh html htm hcl hbs hs http haml handlebars",
	['i'] = "ini ipynb ino",
	['j'] = "js jsx java json jsonc json5 j2 jl jsp jsonnet jinja jinja2",
	['k'] = "kt kts kdl",
	['l'] = "lua less liquid",
	['m'] = "mjs mts md mdx mk mli mustache mjml",
	['n'] = "nix njk",
	['p'] = "py pyi php ps1 proto prisma po plist png pl pm phtml pug pbxproj",
	['q'] = "qml qmd",
	['r'] = "rs rb razor rst rules rkt resx rmd rego",
	['s'] = "swift svelte sql sh scss sass scala sln svg snap scm svh sbt styl",
	['t'] = "ts tsx toml tf tfvars txt tpl tsv twig tmpl tex tcl tscn thrift",
	['v'] = "vue vhd vbproj vcxproj",
	['w'] = "wgsl webp wxml wxss wsdl",
	['x'] = "xml xaml xib xsd xslt",
	['y'] = "yaml yml",
	['z'] = "zsh zig",
};

/* Those that are also words after a dot in code (props.rules): they need a
 * directory. */
static word_table endings_below = {
	['a'] = "am ac",
	['c'] = "cr cls cue",
	['d'] = "d dist desktop db diff dts",
	['e'] = "env example entitlements",
	['f'] = "feature frag fs fbs",
	['i'] = "in inc",
	['l'] = "lock local log lean",
	['m'] = "m metal mm ml move",
	['n'] = "nim nf nu",
	['o'] = "org",
	['p'] = "properties props patch pp",
	['r'] = "r ron",
	['s'] = "s spec service socket strings sample storyboard sqlite sol sv sls",
	['t'] = "timer template typ targets",
	['v'] = "v vert vb",
	['x'] = "xcconfig",
};

/* Of files without an ending, and of those that start with a dot. */
static word_table names = {
	['.'] = ".env .gitignore .dockerignore .npmrc .nvmrc .editorconfig .eslintrc .prettierrc"
		" .gitattributes .babelrc .env.example .env.local",
	['C'] = "Containerfile Caddyfile CODEOWNERS",
	['D'] = "Dockerfile",
	['G'] = "Gemfile",
	['J'] = "Jenkinsfile Justfile",
	['M'] = "Makefile",
	['P'] = "Procfile",
	['R'] = "Rakefile",
	['V'] = "Vagrantfile",
	['g'] = "go.mod go.sum",
	['j'] = "justfile",
};

static bool listed(word_table table, const char *s, size_t n)
{
	const char *list = n ? table[(unsigned char)*s] : NULL;
	while (list && *list) {
		size_t len = (size_t)(strchrnul(list, ' ') - list);
		if (len == n && memcmp(list, s, n) == 0)
			return true;
		list += len + (list[len] == ' ');
	}
	return false;
}

/* What a byte may be in a path. */
enum { NO_PATH, IN_PATH, MAY_STOP, MAY_OPEN, MAY_STAR };
static const unsigned char roles[256] = {
	['0' ... '9'] = IN_PATH, ['A' ... 'Z'] = IN_PATH, ['a' ... 'z'] = IN_PATH, ['_'] = IN_PATH,
	['.'] = IN_PATH,	 ['/'] = IN_PATH,	  ['@'] = IN_PATH,	   ['~'] = IN_PATH,
	['+'] = IN_PATH,	 ['$'] = IN_PATH,	  ['-'] = IN_PATH,	   ['%'] = IN_PATH,
	['#'] = IN_PATH,	 ['&'] = IN_PATH,	  ['='] = IN_PATH,	   ['!'] = IN_PATH,
	[0x80 ... 0xe1] = IN_PATH, [0xe2 ... 0xe3] = MAY_STOP, [0xe4 ... 0xee] = IN_PATH,
	[0xef] = MAY_STOP,	 [0xf0 ... 0xff] = IN_PATH, ['('] = MAY_OPEN,	   ['['] = MAY_OPEN,
	['{'] = MAY_OPEN,	 ['*'] = MAY_STAR,
};

/* Brackets belong to a path when they close again with no blank between:
 * app/[id]/page.tsx, (auth)/login.ts, src/{a,b}.ts. */
static size_t bracket(const char *s, size_t n)
{
	char close = *s == '(' ? ')' : *s == '[' ? ']' : *s == '{' ? '}' : '\0';
	if (!close)
		return 0;
	for (size_t i = 1; i < n && i < 80; i++) {
		if (s[i] == close)
			return i + 1;
		if (*s != '{' && (is_space(s[i]) || s[i] == *s || s[i] == '`'))
			return 0;
	}
	return 0;
}

/* Punctuation of three bytes that ends a word (dashes, arrows, quotes, CJK
 * brackets and stops): bytes over 0x80 that are no part of a path. */
static bool is_wide_stop(const char *s, size_t n)
{
	if (n < 3)
		return false;
	unsigned char a = (unsigned char)s[0], b = (unsigned char)s[1], c = (unsigned char)s[2];
	if (a == 0xe2)
		return b >= 0x80 && b <= 0x9f;
	if (a == 0xe3)
		return b == 0x80;
	if (a == 0xef)
		return b == 0xbc && (c == 0x88 || c == 0x89 || c == 0x8c || c == 0x9a || c == 0x9b ||
				     c == 0x81 || c == 0x9f);
	return false;
}

static size_t word_len(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n) {
		while (i < n && roles[(unsigned char)s[i]] == IN_PATH)
			i++;
		if (i == n)
			break;
		size_t step = 0;
		switch (roles[(unsigned char)s[i]]) {
		case MAY_STOP:
			step = !is_wide_stop(s + i, n - i);
			break;
		case MAY_OPEN:
			/* A call is no directory: read(fd).c is not meant here. */
			if (s[i] != '(' || i == 0 || s[i - 1] == '/')
				step = bracket(s + i, n - i);
			break;
		case MAY_STAR:
			step = i + 1 < n && s[i + 1] != ' ';
			break;
		}
		if (!step)
			break;
		i += step;
	}
	return i;
}

/* The length up to the end of a listed ending, the last one in the word. */
static size_t ending_at(const char *s, size_t n, bool code)
{
	const char *end = s + n, *slash = memchr(s, '/', n);
	size_t best = 0;
	for (const char *p = s, *dot; (dot = memchr(p, '.', (size_t)(end - p))); p = dot + 1) {
		const char *word = dot + 1, *e = word;
		bool below = slash && slash < dot;
		while (e < end && is_alnum(*e))
			e++;
		if (e == word || (dot == s && !below))
			continue;
		if (e < end && (*e == '_' || *e == '/' || (*e == '-' && e + 1 < end && is_alnum(e[1]))))
			continue;
		size_t len = (size_t)(e - word);
		bool known = listed(endings, word, len) || (below && listed(endings_below, word, len));
		/* Node.js and Next.js in prose are products. */
		if (known && !code && !below && is_upper(s[0]) && same_word(word, len, "js"))
			known = false;
		if (known)
			best = (size_t)(e - s);
		else if (best && e < end && *e != '.')
			break;
	}
	return best;
}

/* Well-known names without an ending: Makefile, .gitignore, bin/Dockerfile. */
static size_t name_at(const char *s, size_t n)
{
	const char *slash = memrchr(s, '/', n), *base = slash ? slash + 1 : s, *e = s + n;
	while (e > base && !is_alnum(e[-1]))
		e--;
	return listed(names, base, (size_t)(e - base)) ? (size_t)(e - s) : 0;
}

/* Scripts without blanks glue a word onto the path behind it: the path starts
 * where ASCII does. */
static bool glued(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && (unsigned char)s[i] >= 0x80)
		i++;
	return (unsigned char)s[0] >= 0xe3 && i < n && is_alnum(s[i]);
}

/* Length of a word at s that can be no more than a name: behind its letters and
 * digits stands nothing that a path goes on with. 0 for any other. */
static size_t bare_word(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && is_word(s[i]))
		i++;
	return i == n || roles[(unsigned char)s[i]] == NO_PATH || s[i] == '(' ? i : 0;
}

/* "(src/a.ts)" is a path in parentheses, "(auth)/a.ts" is one with them: the
 * length of a bracket at its start that may be part of it, 0 for none. */
static size_t leading_group(const char *s, size_t n)
{
	size_t group = bracket(s, n);
	return group < n && (s[group] == '/' || s[group] == '.') ? group : 0;
}

static bool holds_scheme(const char *s, size_t n)
{
	return memchr(s, ':', n) && memmem(s, n - 1, ":/", 2);
}

/* Where an anchor starts, or the end. */
static size_t before_anchor(const char *s, size_t n)
{
	for (const char *p = s + 1, *end = s + n; (p = memchr(p, '#', (size_t)(end - p))); p++)
		if (p[-1] != '/')
			return (size_t)(p - s);
	return n;
}

bool path_is_endless(const char *s, size_t n)
{
	return n > LIMIT_WORD && word_len(s, LIMIT_WORD) >= LIMIT_WORD;
}

size_t path_read(const char *s, size_t n, bool code)
{
	bool opens = n && (*s == '(' || *s == '[');
	if (n > LIMIT_WORD)
		n = LIMIT_WORD;
	size_t bare = bare_word(s, n);
	if (bare) /* the shortest is Gemfile */
		return bare > 6 && (memchr(s, 'f', bare) || memchr(s, 'F', bare)) ? name_at(s, bare) : 0;
	size_t group = opens ? leading_group(s, n) : 0;
	if (!n || glued(s, n) || (opens && !group))
		return 0;
	size_t len = word_len(s, n);
	if (len < 3 || (opens && group >= len))
		return 0;
	size_t stop = before_anchor(s, len), e = 0;
	bool dot = memchr(s, '.', len) != NULL;
	if (dot)
		e = ending_at(s, stop, code);
	if (!e)
		e = name_at(s, stop);
	/* names without a dot end in "file" */
	if (!e || (!dot && !memchr(s, 'f', len) && !memchr(s, 'F', len)) || holds_scheme(s, len))
		return 0;
	return e;
}

bool path_whole(const char *s, size_t n)
{
	size_t len = word_len(s, n);
	if (len + 1 == n && s[len] == '*') /* the last of a glob */
		len = n;
	if (len != n || n < 2 || same_word(s, n, "n/a"))
		return false;
	if (path_read(s, n, true) == n)
		return true;
	/* A directory or a file without an ending: has a slash, no scheme, no call. */
	const char *slash = memchr(s, '/', n);
	return slash && s[0] != '/' && (slash > s) && s[0] != '-' && !memchr(s, '=', n) &&
	       !memchr(s, '$', n) && !(n > 2 && s[0] == '@' && !strpbrk(s, "."));
}

bool path_listed(const char *s, size_t n)
{
	const char *blank = memchr(s, ' ', n), *slash = memchr(s, '/', n);
	if (n < 3 || memchr(s, '\n', n) || memchr(s, '`', n) || !is_alnum(s[0]) || memmem(s, n, "://", 3))
		return false;
	/* "make check" and "run src/a.c" are commands */
	if (blank && !is_upper(s[0]) && (!slash || slash > blank))
		return false;
	return (slash && s[n - 1] == '/' && slash > s) || (slash && ending_at(s, n, true) == n);
}

bool path_is_of_machine(const char *s, size_t n)
{
	static const char *const tops[] = { "/home/", "/Users/", "/tmp/",  "/var/",	"/etc/",
					    "/opt/",  "/usr/",	 "/mnt/",  "/root/",	"/srv/",
					    "/Volumes/", "/private/", "/workspace/", "/workspaces/", NULL };
	for (int i = 0; tops[i]; i++)
		if (n > strlen(tops[i]) && memcmp(s, tops[i], strlen(tops[i])) == 0)
			return true;
	return false;
}

const char *path_clean(struct arena *a, const char *s, size_t n)
{
	n = trim(&s, n);
	bool glob = n > 2 && *s != '*' && s[n - 1] == '*' && (s[n - 2] == '/' || (s[n - 2] == '*' && s[n - 3] == '/'));
	while (n && strchr("`\"'*(", *s) && !(*s == '(' && memchr(s, ')', n) && memchr(s, '/', n)))
		s++, n--;
	if (n > 1 && *s == '@' && (s[1] == '.' || is_alnum(s[1])))
		s++, n--;
	/* "@/lib/a.ts" is an alias, "@/home/me/a.ts" a file to read */
	if (n > 2 && s[0] == '@' && s[1] == '/') {
		size_t skip = path_is_of_machine(s + 1, n - 1) ? 1 : 2;
		s += skip, n -= skip;
	}
	while (n > 2 && s[0] == '.' && s[1] == '/')
		s += 2, n -= 2;
	while (n && !glob && strchr("`\"',;:*", s[n - 1]))
		n--;
	while (n > 1 && s[n - 1] == '.' && s[n - 2] != '.')
		n--;
	/* src/…/deep/file.ts: what follows the gap is what can be looked up */
	for (const char *slash = s + n; (slash = memrchr(s, '/', (size_t)(slash - s))) && slash - s > 3;) {
		if (memcmp(slash - 3, "...", 3) != 0 && memcmp(slash - 3, "\xe2\x80\xa6", 3) != 0)
			continue;
		n -= (size_t)(slash + 1 - s);
		s = slash + 1;
		break;
	}
	return n ? copy_text(a, s, n) : NULL;
}

bool path_is_concrete(const char *path)
{
	const char *brace = strchr(path, '{');
	if (strchr(path, '*') || path[0] == '~' || path[0] == '/' || (path[0] == '@' && path[1] == '~'))
		return false;
	return !brace || strchr(brace, ',');
}

/* Two directories at least: "/api/list.json" is a place on a server. */
bool path_is_absolute(const char *path)
{
	const char *second = *path == '/' ? strchr(path + 1, '/') : NULL;
	return second && strchr(second + 1, '/') && !strpbrk(path, "*{<");
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

bool path_has_suffix(const char *path, const char *suffix)
{
	size_t n = strlen(path), m = strlen(suffix);
	if (m > n || memcmp(path + n - m, suffix, m) != 0)
		return false;
	return m == n || path[n - m - 1] == '/';
}
