#include "cli/script.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

/* ---- what is run ---- */

/* Does nothing but change what the shell remembers: the next command of the fence is
 * meant to be run there. */
static bool is_remembered(const char *s)
{
	static const char *const words[] = { "cd", "export", "source", ".", "set", "unset", "shopt", "umask", NULL };
	size_t n = strcspn(s, " \t");

	if (strpbrk(s, "|;&<>()`\n"))
		return false;
	for (const char *const *w = words; *w; w++)
		if (strlen(*w) == n && memcmp(s, *w, n) == 0 && s[n])
			return true;
	n = 0;
	while (is_alnum(s[n]) || s[n] == '_')
		n++;
	return n && !is_digit(*s) && s[n] == '=' && !strpbrk(s + n, " \t");
}

static const char *with_remembered(struct arena *a, const struct phl_plan *plan, size_t i)
{
	const struct phl_verification *v = &plan->verification.v[i];
	const char *text = v->command;

	for (size_t k = i; v->fence && k-- > 0;) {
		const struct phl_verification *before = &plan->verification.v[k];

		if (before->fence == v->fence && is_remembered(before->command))
			text = arena_printf(a, "%s\n%s", before->command, text);
	}
	return text;
}

/* With its length before it, no text can be taken for two. */
static void add_text(struct sha256 *h, const char *s)
{
	char length[24];

	snprintf(length, sizeof length, "%zu:", s ? strlen(s) : 0);
	sha256_add(h, s ? length : "-", s ? strlen(length) : 1);
	sha256_add(h, s, s ? strlen(s) : 0);
}

static void seal(struct script *s, const char *kind)
{
	struct sha256 h;

	sha256_start(&h);
	add_text(&h, kind);
	add_text(&h, s->plan->path);
	for (size_t i = 0; i < s->commands.n; i++) {
		add_text(&h, s->commands.v[i].said->shell);
		add_text(&h, s->commands.v[i].text);
		add_text(&h, s->commands.v[i].said->expect);
	}
	sha256_end(&h, s->digest);
}

void script_make(struct arena *a, const struct phl_plan *plan, struct script *out)
{
	*out = (struct script){ .plan = plan };
	for (size_t i = 0; i < plan->verification.n; i++) {
		const struct phl_verification *said = &plan->verification.v[i];
		struct script_command *c;

		if (said->fence && !said->expect && is_remembered(said->command))
			continue; /* it is part of those that follow */
		c = vec_push(a, &out->commands);
		c->said = said;
		c->text = with_remembered(a, plan, i);
	}
	seal(out, "phaseline verification 1");
}

/* ---- what undoes it ---- */

/* A program and what it is given: code that names something in passing is none. */
static bool is_command(const char *s, size_t n)
{
	size_t word = 0;

	while (word < n && (is_alnum(s[word]) || strchr("._-/+", s[word])))
		word++;
	if (!word || word + 1 >= n || s[word] != ' ' || is_upper(*s) || *s == '-')
		return false;
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\n')
			return false;
	return s[word + 1] != '=' && s[word + 1] != ':' && s[word + 1] != ' ';
}

static void add_undoing(struct arena *a, struct script *out, const char *s, size_t n, int line)
{
	struct phl_verification *said = arena_alloc(a, sizeof *said);
	struct script_command *c = vec_push(a, &out->commands);

	*said = (struct phl_verification){ .command = arena_dup(a, s, n),
					   .expect = "Should succeed",
					   .shell = "bash",
					   .task = -1,
					   .line = line };
	*c = (struct script_command){ said, said->command };
}

/* Code in a step: between as many backticks as open it. */
static void find_code(struct arena *a, struct script *out, const char *s, int line)
{
	while ((s = strchr(s, '`'))) {
		size_t ticks = strspn(s, "`"), n = 0;
		const char *code = s + ticks;

		for (n = strcspn(code, "`"); code[n] && strspn(code + n, "`") != ticks;) {
			n += strspn(code + n, "`");
			n += strcspn(code + n, "`");
		}
		if (!code[n]) {
			s = code;
			continue;
		}
		s = code + n + ticks;
		while (n && *code == ' ')
			code++, n--;
		while (n && code[n - 1] == ' ')
			n--;
		if (is_command(code, n))
			add_undoing(a, out, code, n, line);
	}
}

void script_make_undoing(struct arena *a, const struct phl_plan *plan, struct script *out)
{
	*out = (struct script){ .plan = plan };
	for (size_t i = 0; i < plan->rollback.n; i++)
		find_code(a, out, plan->rollback.v[i].text, plan->rollback.v[i].line);
	seal(out, "phaseline rollback 1");
}

void script_hash(const struct script *s, uint64_t out[2])
{
	hash_bytes(s->digest, SHA256_HEX, out);
}

/* ---- what is shown ---- */

enum { BLANKS = 40 }; /* more in a row could push text out of sight */

struct seen {
	size_t hidden, foreign, blanks;
};

static void look_at(const char *s, size_t n, struct seen *seen)
{
	int32_t cp;

	for (size_t i = 0; i < n; i += text_decode(s + i, n - i, &cp)) {
		text_decode(s + i, n - i, &cp);
		if (cp < 0 || (text_is_hostile(cp) && cp != '\t'))
			seen->hidden++;
		else if (cp > 0x7e)
			seen->foreign++;
	}
}

static void reveal_line(struct buf *out, struct arena *a, const char *s, size_t n,
			struct seen *seen)
{
	look_at(s, n, seen);
	buf_str(out, "    ");
	while (n) {
		size_t text = 0, blanks = 0;

		while (text < n && !(blanks > BLANKS)) {
			blanks = s[text] == ' ' || s[text] == '\t' ? blanks + 1 : 0;
			text++;
		}
		if (blanks > BLANKS)
			text -= blanks;
		text_safe(out, arena_dup(a, s, text));
		s += text;
		n -= text;
		for (blanks = 0; blanks < n && (s[blanks] == ' ' || s[blanks] == '\t');)
			blanks++;
		if (!blanks)
			continue;
		buf_printf(out, "<%zu blanks>", blanks);
		seen->blanks++;
		s += blanks;
		n -= blanks;
	}
	buf_char(out, '\n');
}

static void warn(struct buf *out, size_t n, const char *one, const char *many)
{
	if (n)
		buf_printf(out, "    ! %zu %s\n", n, n == 1 ? one : many);
}

static void reveal_text(struct buf *out, struct arena *a, const char *text)
{
	struct seen seen = { 0 };

	for (const char *s = text;;) {
		size_t n = strcspn(s, "\n");

		reveal_line(out, a, s, n, &seen);
		if (!s[n])
			break;
		s += n + 1;
	}
	warn(out, seen.hidden, "character in it does not show: it is written as \\x1b or <U+202E>",
	     "characters in it do not show: they are written as \\x1b or <U+202E>");
	warn(out, seen.foreign, "letter in it is not ASCII", "letters in it are not ASCII");
	warn(out, seen.blanks, "long run of blanks in it", "long runs of blanks in it");
}

void script_reveal_command(struct buf *out, const struct script *s,
			   const struct script_command *c)
{
	struct arena a = { 0 };
	struct seen unused = { 0 };

	text_safe(out, s->plan->path);
	buf_printf(out, ":%d: %s\n", c->said->line, c->said->shell);
	reveal_text(out, &a, c->text);
	if (c->said->expect) {
		const char *expect = arena_printf(&a, "# %s", c->said->expect);

		reveal_line(out, &a, expect, strlen(expect), &unused);
	}
	arena_free(&a);
}

void script_reveal(struct buf *out, const struct script *s, int task)
{
	for (size_t i = 0; i < s->commands.n; i++)
		if (script_of_task(&s->commands.v[i], task))
			script_reveal_command(out, s, &s->commands.v[i]);
}
