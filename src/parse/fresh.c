#include "parse/fresh.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "parse/parse.h"

enum { SLUG_MOST = 80 }; /* bytes; a name of a file may have 255 */

/* In all of these, "{name}" stands for a member of struct fresh; "{plan}" and "{feature}"
 * are its number with two and three digits, "{key}" is the id in small letters, "{words}"
 * the slug with a capital, "{quoted}" the title as YAML reads it back. */
static const struct template {
	const char *family;
	const char *id, *dir, *path, *text;
} templates[] = {
	{ "phased", "{phase}-{plan}", "plans/{phase}", "{id}-PLAN.md",
	  "---\n"
	  "phase: {phase}\n"
	  "plan: {plan}\n"
	  "status: pending\n"
	  "created: {date}\n"
	  "depends_on: []\n"
	  "---\n"
	  "\n"
	  "# Plan {id}: {title}\n"
	  "\n"
	  "## Goal\n"
	  "\n"
	  "## Files to Modify\n"
	  "\n"
	  "## Tasks\n"
	  "\n"
	  "- [ ] **Task 1**: \n"
	  "\n"
	  "## Verification\n"
	  "\n"
	  "## Rollback\n" },
	{ "gsd", "{phase}-{plan}", ".planning/phases/{phase}", "{id}-PLAN.md",
	  "---\n"
	  "phase: {phase}\n"
	  "plan: {plan}\n"
	  "type: execute\n"
	  "wave: 1\n"
	  "depends_on: []\n"
	  "files_modified: []\n"
	  "autonomous: true\n"
	  "---\n"
	  "\n"
	  "<objective>\n"
	  "{title}\n"
	  "</objective>\n"
	  "\n"
	  "<tasks>\n"
	  "\n"
	  "<task type=\"auto\">\n"
	  "  <name>Task 1: </name>\n"
	  "  <files></files>\n"
	  "  <action></action>\n"
	  "  <verify></verify>\n"
	  "  <done></done>\n"
	  "</task>\n"
	  "\n"
	  "</tasks>\n"
	  "\n"
	  "<verification>\n"
	  "</verification>\n"
	  "\n"
	  "<success_criteria>\n"
	  "</success_criteria>\n" },
	{ "speckit", "{feature}-{slug}", "specs", "{id}/tasks.md",
	  "# Tasks: {title}\n"
	  "\n"
	  "**Input**: Design documents from `/specs/{id}/`\n"
	  "**Prerequisites**: plan.md, spec.md\n"
	  "\n"
	  "## Phase 1: Setup\n"
	  "\n"
	  "- [ ] T001 \n"
	  "\n"
	  "## Phase 2: User Story 1 (Priority: P1)\n"
	  "\n"
	  "**Goal**: \n"
	  "\n"
	  "**Independent Test**: \n"
	  "\n"
	  "- [ ] T002 [US1] \n"
	  "\n"
	  "**Checkpoint**: \n" },
	{ "kiro", "{slug}", ".kiro/specs", "{slug}/tasks.md",
	  "# Implementation Plan: {title}\n"
	  "\n"
	  "- [ ] 1. \n"
	  "  - _Requirements: 1.1_\n" },
	{ "openspec", "{slug}", "openspec/changes", "{slug}/tasks.md",
	  "## 1. {title}\n"
	  "\n"
	  "- [ ] 1.1 \n" },
	{ "backlog", "{prefix}-{number}", "backlog/tasks", "{key} - {words}.md",
	  "---\n"
	  "id: {id}\n"
	  "title: {quoted}\n"
	  "status: To Do\n"
	  "assignee: []\n"
	  "created_date: '{date}'\n"
	  "labels: []\n"
	  "dependencies: []\n"
	  "---\n"
	  "\n"
	  "## Description\n"
	  "\n"
	  "## Acceptance Criteria\n"
	  "<!-- AC:BEGIN -->\n"
	  "- [ ] #1 \n"
	  "<!-- AC:END -->\n" },
	{ "superpowers", "{slug}", "docs/superpowers/plans", "{date}-{slug}.md",
	  "# {title} Implementation Plan\n"
	  "\n"
	  "**Goal:** \n"
	  "\n"
	  "**Architecture:** \n"
	  "\n"
	  "**Tech Stack:** \n"
	  "\n"
	  "---\n"
	  "\n"
	  "### Task 1: \n"
	  "\n"
	  "**Files:**\n"
	  "- Create: \n"
	  "- Test: \n"
	  "\n"
	  "- [ ] **Step 1: Write the failing test**\n" },
};

static const struct template *template_of(const struct family *family)
{
	const struct template *t = templates;
	while (t + 1 < templates + sizeof templates / sizeof *templates && strcmp(t->family, family->name) != 0)
		t++;
	assert(strcmp(t->family, family->name) == 0);
	return t;
}

/* ---- filling in ---- */

static void add_lower(struct buf *out, const char *s)
{
	for (; *s; s++)
		buf_char(out, to_lower(*s));
}

/* "mend-the-lamp" with a capital, as names of files have it. */
static void add_words(struct buf *out, const char *slug)
{
	buf_char(out, is_lower(*slug) ? (char)(*slug - 32) : *slug);
	buf_str(out, slug + 1);
}

static void add_quoted(struct buf *out, const char *s)
{
	bool plain = is_alpha(*s);
	for (const char *c = s; *c; c++)
		plain &= is_alnum(*c) || *c == ' ' || (*c & 0x80);
	if (plain && s[strlen(s) - 1] != ' ') {
		buf_str(out, s);
		return;
	}
	buf_char(out, '\'');
	for (; *s; s++) {
		buf_char(out, *s);
		if (*s == '\'')
			buf_char(out, '\'');
	}
	buf_char(out, '\'');
}

static void add_member(struct buf *out, const char *name, size_t n, const struct fresh *f)
{
	const struct {
		const char *name, *value;
	} members[] = { { "id", f->id },       { "phase", f->phase }, { "prefix", f->prefix },
			{ "title", f->title }, { "slug", f->slug },   { "date", f->date } };
	static const struct {
		const char *name;
		int digits;
	} numbers[] = { { "plan", 2 }, { "feature", 3 }, { "number", 1 } };

	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (strlen(members[i].name) == n && memcmp(members[i].name, name, n) == 0)
			buf_str(out, members[i].value ? members[i].value : "");
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (strlen(numbers[i].name) == n && memcmp(numbers[i].name, name, n) == 0)
			buf_printf(out, "%0*d", numbers[i].digits, f->number);
	if (n == 3 && memcmp(name, "key", n) == 0)
		add_lower(out, f->id);
	if (n == 5 && memcmp(name, "words", n) == 0)
		add_words(out, f->slug);
	if (n == 6 && memcmp(name, "quoted", n) == 0)
		add_quoted(out, f->title);
}

static void fill_in(struct buf *out, const char *text, const struct fresh *f)
{
	while (*text) {
		size_t n = strcspn(text, "{");
		buf_add(out, text, n);
		text += n;
		if (!*text)
			return;
		n = strcspn(text, "}");
		add_member(out, text + 1, n - 1, f);
		text += n + 1;
	}
}

static const char *filled(struct arena *a, const char *text, const struct fresh *f)
{
	struct buf b = { 0 };
	fill_in(&b, text, f);
	const char *out = arena_dup(a, b.s, b.n);
	buf_free(&b);
	return out;
}

const char *fresh_id(struct arena *a, const struct family *family, const struct fresh *f)
{
	return filled(a, template_of(family)->id, f);
}

const char *fresh_path(struct arena *a, const struct family *family, const struct fresh *f)
{
	return filled(a, template_of(family)->path, f);
}

const char *fresh_dir(struct arena *a, const struct family *family, const struct fresh *f)
{
	return filled(a, template_of(family)->dir, f);
}

void fresh_text(struct buf *out, const struct family *family, const struct fresh *f)
{
	fill_in(out, template_of(family)->text, f);
}

const char *fresh_slug(struct arena *a, const char *title)
{
	struct buf b = { 0 };
	size_t used, n = strlen(title);
	int32_t cp;
	for (size_t i = 0; i < n && b.n < SLUG_MOST; i += used) {
		used = text_decode(title + i, n - i, &cp);
		if (cp >= 0x80)
			buf_add(&b, title + i, used);
		else if (cp >= 0 && is_alnum((char)cp))
			buf_char(&b, to_lower((char)cp));
		else if (b.n && b.s[b.n - 1] != '-')
			buf_char(&b, '-');
	}
	while (b.n && b.s[b.n - 1] == '-')
		b.n--;
	const char *out = b.n ? arena_dup(a, b.s, b.n) : NULL;
	buf_free(&b);
	return out;
}
