/* The elements that plans use, and how their tags are told from prose. */
#include "parse/tags.h"

#include <string.h>

#include "base/text.h"

#define PART TAG_IS_PART

static const struct tagdef table[] = {
	{ "task", TAG_TASK, 0 },
	{ "tasks", TAG_TASKS, 0 },
	{ "name", TAG_NAME, PART },
	{ "n", TAG_NAME, PART },
	{ "title", TAG_NAME, PART },
	{ "files", TAG_FILES, PART },
	{ "action", TAG_ACTION, PART },
	{ "actions", TAG_ACTION, PART },
	{ "steps", TAG_ACTION, PART },
	{ "implementation", TAG_ACTION, PART },
	{ "instructions", TAG_ACTION, PART },
	{ "verify", TAG_VERIFY, PART },
	{ "automated", TAG_AUTOMATED, PART | TAG_INLINE },
	{ "manual", TAG_TASK_PART, PART },
	{ "done", TAG_DONE, PART },
	{ "what-built", TAG_WHAT_BUILT, PART },
	{ "how-to-verify", TAG_HOW_TO_VERIFY, PART },
	{ "decision", TAG_DECISION, PART },
	{ "behavior", TAG_BEHAVIOR, PART },
	{ "read_first", TAG_READ_FIRST, PART },
	{ "acceptance_criteria", TAG_ACCEPTANCE, PART },
	{ "acceptance", TAG_ACCEPTANCE, PART },
	{ "criteria", TAG_ACCEPTANCE, PART },
	{ "estimate", TAG_ESTIMATE, PART },
	{ "estimated_time", TAG_ESTIMATE, PART },
	{ "resume-signal", TAG_TASK_PART, PART },
	{ "options", TAG_TASK_PART, PART },
	{ "option", TAG_TASK_PART, PART },
	{ "pros", TAG_TASK_PART, PART },
	{ "cons", TAG_TASK_PART, PART },
	{ "recovery", TAG_ROLLBACK, PART },
	{ "rollback", TAG_ROLLBACK, 0 },
	{ "rollback_plan", TAG_ROLLBACK, 0 },
	{ "reversibility", TAG_ROLLBACK, PART },
	{ "error_recovery", TAG_ROLLBACK, 0 },
	{ "objective", TAG_OBJECTIVE, 0 },
	{ "goal", TAG_OBJECTIVE, 0 },
	{ "purpose", TAG_OBJECTIVE, 0 },
	{ "context", TAG_CONTEXT, 0 },
	{ "execution_context", TAG_CONTEXT, 0 },
	{ "embedded_context", TAG_CONTEXT, 0 },
	{ "research_context", TAG_CONTEXT, 0 },
	{ "interfaces", TAG_OTHER, 0 },
	{ "verification", TAG_VERIFICATION, 0 },
	{ "success_criteria", TAG_SUCCESS, 0 },
	{ "must_haves", TAG_SUCCESS, 0 },
	{ "output", TAG_OUTPUT, 0 },
	{ "threat_model", TAG_OTHER, 0 },
	{ "gotchas", TAG_OTHER, 0 },
};

static const struct tagdef other = { NULL, TAG_OTHER, 0 };

const struct tagdef *tag_find(const char *s, size_t n)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].name[0] == s[0] && strlen(table[i].name) == n &&
		    memcmp(table[i].name, s, n) == 0)
			return &table[i];
	return NULL;
}

static bool is_name_char(char c)
{
	return is_alnum(c) || c == '_' || c == '-';
}

/* An element nobody told us of must look like one of a plan: snake_case or
 * kebab-case, which neither HTML nor components use, and alone on its line. */
static bool looks_own(const char *name, size_t n)
{
	bool joined = false;
	for (size_t i = 0; i < n; i++) {
		if (is_upper(name[i]))
			return false;
		joined |= (name[i] == '_' || name[i] == '-') && i > 0 && i + 1 < n;
	}
	return joined;
}

/* The ">" that ends the tag at s[0], quotes respected, or NULL. */
static const char *tag_close(const char *s, const char *end)
{
	char quote = 0;
	for (; s < end; s++) {
		if (quote)
			quote = *s == quote ? 0 : quote;
		else if (*s == '"')
			quote = *s;
		else if (*s == '>')
			return s;
		else if (*s == '<')
			return NULL;
	}
	return NULL;
}

bool tag_read(const struct source *src, int line, size_t at, struct token *t)
{
	const char *s = line_text(src, line), *p = s + at + 1;
	const char *eol = s + line_len(src, line);
	*t = (struct token){ .line = line, .off = src->lines[line - 1].off + (uint32_t)at };
	if (p < eol && *p == '/') {
		t->closes = true;
		p++;
	}
	const char *name = p;
	while (p < eol && is_name_char(*p))
		p++;
	size_t n = (size_t)(p - name);
	if (n == 0 || n > 40)
		return false;
	t->def = tag_find(name, n);
	if (!t->def && !looks_own(name, n))
		return false;
	/* Only <task …> may spread over lines; attributes must be set off. */
	const char *limit = eol;
	if (t->def && t->def->tag == TAG_TASK && !t->closes)
		limit = src->bytes + src->len - eol > 2000 ? eol + 2000 : src->bytes + src->len;
	if (p < eol && !is_space(*p) && *p != '>' && *p != '/')
		return false;
	const char *gt = tag_close(p, limit);
	if (!gt || (t->closes && gt - p > 2))
		return false;
	t->name = name;
	t->name_len = n;
	t->attrs = p;
	t->attrs_len = (size_t)(gt - p);
	t->end = (uint32_t)(gt + 1 - src->bytes);
	t->empty = !t->closes && gt > p && gt[-1] == '/';
	if (!t->def) {
		const char *rest = gt + 1, *before = s;
		bool alone = trim(&rest, (size_t)(eol - gt - 1)) == 0 && trim(&before, at) == 0;
		if (!alone || t->empty || t->attrs_len)
			return false;
		t->def = &other;
	}
	return true;
}

void tag_attrs(struct arena *a, const struct token *t, struct region *g)
{
	const char *p = t->attrs, *end = p + t->attrs_len;
	while (p < end) {
		while (p < end && !is_name_char(*p))
			p++;
		const char *name = p;
		while (p < end && is_name_char(*p))
			p++;
		size_t n = (size_t)(p - name);
		if (!n || p >= end || *p != '=')
			continue;
		p++;
		char quote = p < end && (*p == '"' || *p == '\'') ? *p++ : 0;
		const char *value = p;
		while (p < end && (quote ? *p != quote : !is_space(*p)))
			p++;
		struct attr *attr = vec_push(a, &g->attrs);
		attr->name = arena_dup(a, name, n);
		attr->value = copy_element_text(a, value, (size_t)(p - value));
		attr->raw = value;
		attr->raw_len = (size_t)(p - value);
		p += quote && p < end;
	}
}
