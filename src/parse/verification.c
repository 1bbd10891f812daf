/* Verification: the commands that check a plan, and what each should give. */
#include "parse/parts.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "model/plan.h"
#include "parse/runs.h"
#include "parse/sections.h"

/* Phrases of a comment that state what a command should give. */
static bool states_expectation(const char *s, size_t n)
{
	static const char *const words[] = { "should", "expect", "result:", "returns", "must ", "output:",
					     "doit", "attendu", "debe", "deve ", "soll", "\xe5\xba\x94", "\xe9\xa2\x84\xe6\x9c\x9f",
					     "-> ", "=> ", "\xe2\x86\x92", NULL };
	static _Thread_local struct any_word any;
	return holds_any(&any, s, n, words);
}

static const char *expectation(struct parts *p, const char *s, size_t n)
{
	n = trim(&s, n);
	while (n && (*s == '#' || is_space(*s)))
		s++, n--;
	return copy_text(p->r->a, s, n);
}

/* What puts work on record proves nothing about it, and is not to be run again. */
static bool records_work(const char *s, size_t n)
{
	static const char *const words[] = { "git add", "git commit", "git push", "git tag", NULL };
	for (int i = 0; words[i]; i++)
		if (starts_word(s, n, words[i]) && (n == strlen(words[i]) || is_space(s[strlen(words[i])])))
			return true;
	return false;
}

static void add_command(struct parts *p, const char *s, size_t n, struct phl_verification as)
{
	struct phl_plan *plan = p->r->plan;
	n = trim(&s, n);
	if (records_work(s, n))
		return;
	if (n > LIMIT_COMMAND)
		plan_finding(plan, p->r->a, "limit", PHL_ERROR, as.line, 1,
			     "this verification command is over 64 KiB; it is left out");
	if (!n || n > LIMIT_COMMAND ||
	    is_full(p->r, plan->verification.n, LIMIT_COMMANDS, as.line, "verification commands"))
		return;
	struct phl_verification *v = vec_push(p->r->a, &plan->verification);
	*v = as;
	v->command = copy_text(p->r->a, s, n);
}

static bool is_shell(const char *info)
{
	static const char *const names[] = { "", "bash", "sh", "shell", "console", "zsh", NULL };
	size_t n = strcspn(info, " ");
	for (int i = 0; names[i]; i++)
		if (same_word(info, n, names[i]))
			return true;
	return false;
}

/* A command goes on over lines that end in a backslash, pipe or operator, in
 * quotes or a here-document; we only need to keep lines together that do. */
static bool goes_on(const char *s, size_t n)
{
	while (n && is_space(s[n - 1]))
		n--;
	if (!n)
		return false;
	return s[n - 1] == '\\' || s[n - 1] == '|' || (n > 1 && s[n - 1] == '&' && s[n - 2] == '&');
}

struct shell {
	const char *start;  /* of the command being gathered, NULL for none */
	const char *end;
	int open;           /* nesting of do/if/{ and quotes that span lines */
	bool prompts;       /* a session: what has no "$ " before it is output */
	size_t first;       /* of its commands, among those of the plan */
	const char *until;  /* the line that ends a here-document, NULL outside of one */
	size_t until_n;
	bool tabs;          /* it may be indented */
	bool here;          /* the command has one: quotes in it mean nothing */
	struct phl_verification as;
};

static void flush(struct parts *p, struct shell *sh)
{
	if (sh->start)
		add_command(p, sh->start, (size_t)(sh->end - sh->start), sh->as);
	sh->start = NULL;
	sh->as.expect = NULL;
}

/* "<<EOF", "<<-'EOF'": the lines up to that word belong to the command. */
static void find_here(struct shell *sh, const char *s, size_t n)
{
	for (size_t i = 0; i + 2 < n && !sh->until; i++) {
		if (s[i] != '<' || s[i + 1] != '<')
			continue;
		if (s[i + 2] == '<') {
			i += 2;
			continue;
		}
		size_t w = i + 2;
		sh->tabs = s[w] == '-';
		w += sh->tabs;
		while (w < n && (s[w] == ' ' || s[w] == '\\' || s[w] == '\'' || s[w] == '"'))
			w++;
		size_t e = w;
		while (e < n && is_word(s[e]))
			e++;
		if (e > w && !is_digit(s[w]))
			sh->until = s + w, sh->until_n = e - w, sh->here = true;
		i = e;
	}
}

static bool ends_here(const struct shell *sh, const char *s, size_t n)
{
	while (n && sh->tabs && *s == '\t')
		s++, n--;
	while (n && is_space(s[n - 1]))
		n--;
	return n == sh->until_n && memcmp(s, sh->until, n) == 0;
}

static int quotes_open(const char *s, size_t n)
{
	int single = 0, twice = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\\')
			i++;
		else if (s[i] == '\'' && !(twice & 1))
			single++;
		else if (s[i] == '"' && !(single & 1))
			twice++;
	}
	return (single & 1) || (twice & 1);
}

static int block_words(const char *s, size_t n)
{
	static const char *const opens[] = { "do", "then", "case", "{", NULL };
	static const char *const closes[] = { "done", "fi", "esac", "}", NULL };
	int depth = 0;
	for (size_t i = 0; i < n;) {
		size_t e = i;
		while (e < n && !is_space(s[e]) && s[e] != ';')
			e++;
		for (int k = 0; opens[k] && e > i; k++) {
			depth += same_word(s + i, e - i, opens[k]);
			depth -= same_word(s + i, e - i, closes[k]);
		}
		i = e + 1;
	}
	return depth;
}

/* The last command that was added gets an expectation that stands below it. */
static void expect_below(struct parts *p, size_t first, const char *text)
{
	struct phl_plan *plan = p->r->plan;
	if (plan->verification.n > first && !plan->verification.v[plan->verification.n - 1].expect)
		plan->verification.v[plan->verification.n - 1].expect = text;
}

/* A comment speaks of the command above it; above the first, of what follows. */
static void take_comment(struct parts *p, struct shell *sh, const char *s, size_t n)
{
	if (!states_expectation(s, n))
		return;
	if (p->r->plan->verification.n > sh->first)
		expect_below(p, sh->first, expectation(p, s, n));
	else
		sh->as.expect = expectation(p, s, n);
}

/* "cmd  # Should be 0" */
static void take_remark(struct parts *p, struct shell *sh, const char *s, size_t n)
{
	const char *hash = NULL;
	for (const char *c = s; c + 1 < s + n; c++)
		if (*c == '#' && c > s && is_space(c[-1]))
			hash = c;
	if (hash && states_expectation(hash, (size_t)(s + n - hash))) {
		sh->as.expect = expectation(p, hash, (size_t)(s + n - hash));
		sh->end = hash;
	}
}

/* Takes the prompt off; false for a line that starts no command. */
static bool start_command(struct shell *sh, const char **s, size_t *n, int line)
{
	bool prompt = *n > 2 && (*s)[0] == '$' && (*s)[1] == ' ';
	if (!*n || (sh->prompts && !prompt))
		return false;
	if (prompt)
		*s += 2, *n -= 2;
	sh->start = *s;
	sh->as.line = line;
	sh->open = 0;
	sh->here = false;
	return true;
}

static void shell_line(struct parts *p, struct shell *sh, const char *s, size_t n, int line)
{
	const char *t = s;
	size_t len = trim(&t, n);
	if (sh->until) {
		sh->end = s + n;
		if (!ends_here(sh, s, n))
			return;
		sh->until = NULL;
	} else {
		if (!sh->start && len && *t == '#') {
			take_comment(p, sh, t, len);
			return;
		}
		if (!sh->start && !start_command(sh, &t, &len, line))
			return;
		sh->end = t + len;
		sh->open += block_words(t, len);
		find_here(sh, t, len);
	}
	if (sh->until || sh->open > 0 || goes_on(t, len) ||
	    (!sh->here && quotes_open(sh->start, (size_t)(sh->end - sh->start))))
		return;
	take_remark(p, sh, t, len);
	flush(p, sh);
}

static const char *shell_of(const char *info)
{
	size_t n = strcspn(info, " ");
	return same_word(info, n, "sh") ? "sh" : same_word(info, n, "zsh") ? "zsh" : "bash";
}

static bool has_prompt(const char *s, size_t n)
{
	return starts_word(s, n, "$ ") || memmem(s, n, "\n$ ", 3);
}

static void read_shell(struct parts *p, const struct fence *f, int task)
{
	size_t n;
	const char *s = fence_text(p->r, f, &n), *end = s + n;
	struct shell sh = { .first = p->r->plan->verification.n,
			    .prompts = same_word(f->info, strcspn(f->info, " "), "console") &&
				       has_prompt(s, n),
			    .as = { .shell = shell_of(f->info), .task = task, .fence = f->first } };
	int line = f->first + 1;
	for (const char *l = s; l < end; line++) {
		const char *nl = memchr(l, '\n', (size_t)(end - l));
		shell_line(p, &sh, l, (size_t)((nl ? nl : end) - l), line);
		l = nl ? nl + 1 : end;
	}
	flush(p, &sh);
}

static bool verifies(const struct phl_task *t)
{
	static const char *const words[] = { "verify", "verification", "validate", "v\xc3\xa9rifier", "\xe9\xaa\x8c\xe8\xaf\x81", NULL };
	static _Thread_local struct any_word any;
	return holds_any(&any, t->title, strlen(t->title), words);
}

/* The same command may be run after each of several steps: the last counts. */
static void add_run(struct parts *p, const struct run *run, int task)
{
	struct phl_plan *plan = p->r->plan;
	for (size_t i = plan->verification.n; i-- > 0;) {
		struct phl_verification *v = &plan->verification.v[i];
		if (v->task == task && strlen(v->command) == run->len &&
		    memcmp(v->command, run->command, run->len) == 0) {
			v->expect = run->expect;
			v->line = run->line;
			return;
		}
	}
	add_command(p, run->command, run->len,
		    (struct phl_verification){ .shell = "bash", .task = task, .expect = run->expect,
					       .line = run->line });
}

static void read_runs(struct parts *p, int block)
{
	struct run run;
	if (!run_read(p->r, p->body, block, &run))
		return;
	if (run.fence < 0) {
		add_run(p, &run, p->task_of[block]);
		return;
	}
	const struct fence *f = &p->body->cut->fences.v[p->body->blocks.v[block].fence];
	size_t first = p->r->plan->verification.n;
	if (!is_shell(f->info))
		return;
	read_shell(p, f, p->task_of[block]);
	expect_below(p, first, run.expect);
}

static void read_verification(struct parts *p)
{
	const struct cut *cut = p->body->cut;
	for (size_t i = 0; i < p->body->blocks.n; i++) {
		const struct block *b = &p->body->blocks.v[i];
		if (b->type != B_FENCE || !is_shell(cut->fences.v[b->fence].info)) {
			read_runs(p, (int)i);
			continue;
		}
		int task = p->task_of[i];
		bool in = block_in_section(p->r, p->body, (int)i, SEC_VERIFICATION) ||
			  (task >= 0 && region_within(cut, b->region, TAG_TASK) < 0 && verifies(&p->r->plan->tasks.v[task]));
		if (in)
			read_shell(p, &cut->fences.v[b->fence], task);
		else
			read_runs(p, (int)i);
	}
}

/* <automated>cmd</automated>, and a <verify> that is one command. */
static void read_automated(struct parts *p)
{
	const struct cut *cut = p->body->cut;
	int task = -1;
	for (size_t i = 0; i < cut->regions.n; i++) {
		const struct region *g = &cut->regions.v[i];
		if (g->tag == TAG_TASK)
			for (task = (int)p->r->plan->tasks.n - 1; task >= 0 && p->r->plan->tasks.v[task].line != g->first; task--)
				;
		bool plain = g->tag == TAG_VERIFY && region_child(cut, (int)i, TAG_AUTOMATED) < 0;
		if (g->tag != TAG_AUTOMATED && !plain)
			continue;
		size_t n;
		const char *s = cut_text(p->r, cut, (int)i, true, &n);
		n = trim(&s, n);
		const char *tick = plain ? memchr(s, '`', n) : NULL;
		if (n == 0 || memchr(s, '\n', n) || (plain && !(n > 2 && tick == s && s[n - 1] == '`')))
			continue;
		if (plain || (*s == '`' && n > 2 && s[n - 1] == '`' && !memchr(s + 1, '`', n - 2)))
			s++, n -= 2;
		if (memchr(s, '`', n) && plain)
			continue;
		const char *text = copy_element_text(p->r->scratch, s, n);
		bool in_task = region_within(cut, (int)i, TAG_TASK) >= 0;
		add_command(p, text, strlen(text),
			    (struct phl_verification){ .shell = "bash", .task = in_task ? task : -1,
						       .line = g->first });
	}
}

void verification_read(struct parts *p)
{
	read_verification(p);
	read_automated(p);
}
