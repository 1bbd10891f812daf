#include "parse/paths.h"

#include <string.h>

#include "base/text.h"
#include "parse/limits.h"

/* Endings of files that plans talk about. A "/" in front marks those that are
 * also words after a dot in code (props.rules): they need a directory. */
static const char endings[] =
    " py pyi ts tsx js jsx mjs cjs mts cts go rs c h cc cpp cxx hpp hh cs java kt kts swift rb"
    " php dart vue svelte sql sh bash bats zsh fish ps1 md mdx json jsonc json5 yaml yml toml lua"
    " nix tf tfvars scss css sass less html htm xml gradle ex exs erl scala proto graphql gql"
    " prisma cfg ini conf txt cshtml razor xaml csproj sln cmake zig tpl j2 hcl csv tsv astro"
    " ipynb twig ejs hbs njk tmpl po plist rst adoc tex erb gemspec wgsl glsl cu svg png webp"
    " pl pm jl hs elm clj tcl asm mk bzl bicep arb http snap rules"
    " cljs cljc edn scm rkt gd tscn mli fsx f90 svh vhd sbt groovy jsp phtml liquid haml styl pug"
    " coffee ino resx fsproj vbproj vcxproj kdl dtsi qml mustache handlebars mjml rmd qmd gleam"
    " jsonnet jinja jinja2 xib pbxproj wxml wxss ftl bib xsd xslt wsdl thrift avsc cairo rego awk bat"
    " /m /r /d /s /v /in /spec /service /timer /socket /lock /properties /props /feature"
    " /strings /vert /frag /metal /env /example /sample /template /local /dist /log /am /ac"
    " /desktop /xcconfig /entitlements /storyboard /mm /db /sqlite /patch /diff /sol /nim /cr"
    " /ml /fs /vb /lean /sv /cls /nf /cue /sls /pp /move /org /typ /ron /nu /targets /fbs /dts /inc ";

static const char names[] =
    " Makefile Dockerfile Containerfile Jenkinsfile Rakefile Gemfile Procfile Vagrantfile Justfile"
    " justfile Caddyfile CODEOWNERS .env .gitignore .dockerignore .npmrc .nvmrc .editorconfig"
    " .eslintrc .prettierrc .gitattributes go.mod go.sum .babelrc .env.example .env.local ";

static bool listed(const char *list, const char *s, size_t n, char before)
{
	char word[40];
	if (n == 0 || n > sizeof word - 4)
		return false;
	size_t k = 0;
	word[k++] = ' ';
	if (before)
		word[k++] = before;
	memcpy(word + k, s, n);
	k += n;
	word[k++] = ' ';
	word[k] = '\0';
	return strstr(list, word) != NULL;
}

static bool is_path_char(char c)
{
	static const char other[256] = { ['_'] = 1, ['.'] = 1, ['/'] = 1, ['@'] = 1, ['~'] = 1,
					 ['+'] = 1, ['$'] = 1, ['-'] = 1, ['%'] = 1, ['#'] = 1,
					 ['&'] = 1, ['='] = 1, ['!'] = 1 };
	return is_alnum(c) || other[(unsigned char)c] || (unsigned char)c >= 0x80;
}

/* Brackets belong to a path when they close again with no blank between:
 * app/[id]/page.tsx, (auth)/login.ts, src/{a,b}.ts. */
static size_t bracket(const char *s, size_t n)
{
	static const char pairs[] = "()[]{}";
	if (*s != '(' && *s != '[' && *s != '{')
		return 0;
	const char *p = strchr(pairs, *s);
	for (size_t i = 1; i < n && i < 80; i++) {
		if (s[i] == p[1])
			return i + 1;
		if (*s == '{' ? s[i] == '}' : is_space(s[i]) || s[i] == *s || s[i] == '`')
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
		if (is_wide_stop(s + i, n - i))
			break;
		size_t b = bracket(s + i, n - i);
		/* A call is no directory: read(fd).c is not meant here. */
		if (b && s[i] == '(' && i > 0 && s[i - 1] != '/')
			b = 0;
		if (b)
			i += b;
		else if (is_path_char(s[i]) || (s[i] == '*' && i + 1 < n && s[i + 1] != ' '))
			i++;
		else
			break;
	}
	return i;
}

/* The length up to the end of a listed ending, the last one in the word. */
static size_t ending_at(const char *s, size_t n, bool code)
{
	size_t best = 0;
	bool slash = false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '/') {
			slash = true;
			continue;
		}
		if (s[i] != '.' || i + 1 >= n || !is_alnum(s[i + 1]))
			continue;
		size_t e = i + 1;
		while (e < n && is_alnum(s[e]))
			e++;
		if (e < n && (s[e] == '_' || s[e] == '/' || (s[e] == '-' && e + 1 < n && is_alnum(s[e + 1]))))
			continue;
		if (i == 0 && !slash)
			continue;
		bool known = listed(endings, s + i + 1, e - i - 1, 0) ||
			     (slash && listed(endings, s + i + 1, e - i - 1, '/'));
		/* Node.js and Next.js in prose are products. */
		if (known && !code && !slash && is_upper(s[0]) && same_word(s + i + 1, e - i - 1, "js"))
			known = false;
		if (known)
			best = e;
		else if (best && e < n && s[e] != '.')
			break;
	}
	return best;
}

/* Well-known names without an ending: Makefile, .gitignore, bin/Dockerfile. */
static size_t name_at(const char *s, size_t n)
{
	size_t base = 0, e;
	for (size_t i = 0; i < n; i++)
		if (s[i] == '/')
			base = i + 1;
	for (e = n; e > base && !is_alnum(s[e - 1]); e--)
		;
	return listed(names, s + base, e - base, 0) ? e : 0;
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

size_t path_read(const char *s, size_t n, bool code)
{
	if (n > LIMIT_WORD)
		n = LIMIT_WORD;
	if (!n || glued(s, n))
		return 0;
	size_t len = word_len(s, n);
	if (len < 3 || (!memchr(s, '.', len) && !memchr(s, 'f', len) && !memchr(s, 'F', len)))
		return 0; /* no ending, and none of the names known without one */
	size_t group = bracket(s, n);
	/* "(src/a.ts)" is a path in parentheses, "(auth)/a.ts" is one with them */
	if ((*s == '(' || *s == '[') && !(group && group < len && (s[group] == '/' || s[group] == '.')))
		return 0;
	for (size_t i = 0; i + 2 < len; i++)
		if (s[i] == ':' && s[i + 1] == '/')
			return 0;
	size_t hash = 0;
	while (hash < len && !(s[hash] == '#' && hash > 0 && s[hash - 1] != '/'))
		hash++;
	size_t e = ending_at(s, hash, code);
	return e ? e : name_at(s, hash);
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
	for (size_t i = n; i > 4; i--) {
		bool dots = memcmp(s + i - 4, ".../", 4) == 0;
		bool ellipsis = memcmp(s + i - 4, "\xe2\x80\xa6/", 4) == 0;
		if (dots || ellipsis) {
			s += i;
			n -= i;
			break;
		}
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
