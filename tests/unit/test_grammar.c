/* The rules of phaseline-plan(5), one function each, named as the rule is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/plan.h"
#include "parse/document.h"
#include "model/wordlist.h"
#include "parse/parse.h"
#include "phaseline.h"

#define PATH "plans/03-colors/03-01-PLAN.md"
#define HEAD "# Plan 03-01: Colors\n\n"

static struct phl_plan *plan;

/* Reads a plan, for the rest of the test. */
static struct phl_plan *read_at(const char *path, const char *text)
{
	phl_plan_free(plan);
	plan = phl_plan_parse(text, strlen(text), path);
	return plan;
}

static struct phl_plan *reads(const char *text)
{
	return read_at(PATH, text);
}

static int gone(void **state)
{
	(void)state;
	phl_plan_free(plan);
	plan = NULL;
	return 0;
}

/* NULL beside a text is a failure, not a crash. */
#define is(got, want) assert_string_equal((got) ? (got) : "(nothing)", want)

static int findings(const char *rule)
{
	int n = 0;

	for (size_t i = 0; i < plan->findings.n; i++)
		n += strcmp(plan->findings.v[i].rule, rule) == 0;
	return n;
}

/* "path:first-last path:first …", for a glance at all references. */
static const char *refs(void)
{
	static char out[1000];
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < plan->refs.n && n < sizeof out - 200; i++) {
		const struct phl_ref *r = &plan->refs.v[i];

		n += (size_t)snprintf(out + n, sizeof out - n, "%s%s:%d", n ? " " : "",
				      r->path ? r->path : "?", r->first);
		if (r->last == INT32_MAX)
			n += (size_t)snprintf(out + n, sizeof out - n, "+");
		else if (r->last != r->first)
			n += (size_t)snprintf(out + n, sizeof out - n, "-%d", r->last);
	}
	return out;
}

static const char *ref_texts(const char *text)
{
	reads(text);
	return refs();
}

/* ---- which files are plans ---- */

static void file_phased(void **state)
{
	(void)state;
	assert_int_equal(family_classify("plans/03-01-PLAN.md"), FILE_PLAN);
	assert_int_equal(family_classify("plans/colors/03-01.md"), FILE_PLAN);
	assert_int_equal(family_classify("a/plans/PLAN.md"), FILE_PLAN);
	assert_int_equal(family_classify("03-01-PLAN.md"), FILE_OTHER);
	assert_int_equal(family_classify("plans/notes.md"), FILE_OTHER);
	is(read_at("plans/03-01-PLAN.md", HEAD)->family, "phased");
	is(read_at("anything.md", HEAD)->family, "phased");
}

static void file_gsd(void **state)
{
	static const char *const names[] = { "03-01-PLAN", "3-PLAN",	   "02.1-03-slug-PLAN",
					     "07-JOB",	   "03-01-x-TRD",  "03-01-FIX",
					     "PLAN-004",   "03-01-FIX-2" };
	char path[100];

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, ".planning/phases/03-colors/%s.md", names[i]);
		assert_int_equal(family_classify(path), FILE_PLAN);
		is(read_at(path, HEAD)->family, "gsd");
	}
}

static void is_of(const char *path, const char *family)
{
	assert_int_equal(family_classify(path), FILE_PLAN);
	is(read_at(path, HEAD)->family, family);
}

static void file_speckit(void **state)
{
	(void)state;
	is_of("specs/001-lamps/tasks.md", "speckit");
	is_of("app/specs/lamps/tasks.md", "speckit");
	assert_int_equal(family_classify("specs/001-lamps/research.md"), FILE_OTHER);
}

static void file_kiro(void **state)
{
	(void)state;
	is_of(".kiro/specs/lamps/tasks.md", "kiro");
	is_of(".kiro/specs/tasks.md", "kiro");
	assert_int_equal(family_classify(".kiro/specs/lamps/notes.md"), FILE_OTHER);
	assert_int_equal(family_classify(".kiro/specs/lamps/FINAL_SUMMARY.md"), FILE_OTHER);
}

static void file_openspec(void **state)
{
	(void)state;
	is_of("openspec/changes/add-lamps/tasks.md", "openspec");
	is_of("openspec/changes/archive/2026-01-13-add-lamps/tasks.md", "openspec");
	assert_int_equal(family_classify("openspec/specs/lamps/spec.md"), FILE_OTHER);
}

static void file_backlog(void **state)
{
	(void)state;
	is_of("backlog/tasks/task-12 - Mend-the-lamp.md", "backlog");
	is_of("backlog/tasks/epics/lamps/task-12.1 - Mend.md", "backlog");
	is_of("backlog/drafts/draft-3 - Lamps.md", "backlog");
	is_of("backlog/archive/tasks/task-3 - Lamps.md", "backlog");
	is_of("boats/.backlog/tasks/task-3 - Lamps.md", "backlog");
	assert_int_equal(family_classify("backlog/tasks/README.md"), FILE_OTHER);
	assert_int_equal(family_classify("backlog/docs/lamps.md"), FILE_OTHER);
}

static void file_statuses(void **state)
{
	(void)state;
	assert_int_equal(family_classify("backlog/config.yml"), FILE_STATUSES);
	assert_int_equal(family_classify("boats/.backlog/config.yml"), FILE_STATUSES);
	assert_int_equal(family_classify("boats/backlog.config.yml"), FILE_STATUSES);
	assert_int_equal(family_classify("config.yml"), FILE_OTHER);
	assert_int_equal(family_classify("mybacklog/config.yml"), FILE_OTHER);
	assert_int_equal(family_classify("backlog/tasks/config.yml"), FILE_OTHER);
}

static void file_superpowers(void **state)
{
	(void)state;
	is_of("docs/superpowers/plans/2026-01-13-lamps.md", "superpowers");
	is_of("docs/plans/2026-01-13-lamps.md", "superpowers");
	assert_int_equal(family_classify("docs/plans/2026-01-13-lamps-design.md"), FILE_OTHER);
	assert_int_equal(family_classify("docs/plans/README.md"), FILE_OTHER);
}

/* The plan that a document stands beside. */
static const char *beside(const char *path)
{
	static char plan_path[100];
	struct arena a = { 0 };
	const char *of = family_documented(&a, path);

	snprintf(plan_path, sizeof plan_path, "%s", of ? of : "");
	assert_int_equal(family_classify(path), of ? FILE_CONTEXT : FILE_OTHER);
	arena_free(&a);
	return plan_path;
}

static void file_document(void **state)
{
	(void)state;
	is(beside("specs/001-lamps/spec.md"), "specs/001-lamps/tasks.md");
	is(beside("specs/001-lamps/plan.md"), "specs/001-lamps/tasks.md");
	is(beside(".kiro/specs/lamps/requirements.md"), ".kiro/specs/lamps/tasks.md");
	is(beside(".kiro/specs/lamps/design.md"), ".kiro/specs/lamps/tasks.md");
	is(beside("openspec/changes/add/proposal.md"), "openspec/changes/add/tasks.md");
	is(beside("openspec/changes/add/specs/rail/spec.md"), "openspec/changes/add/tasks.md");
	is(beside("openspec/changes/add/rail/spec.md"), "");
	is(beside("openspec/specs/rail/spec.md"), "");
	is(beside("docs/requirements.md"), "");
	is(beside("spec.md"), "");
	is(beside(".worktrees/a/specs/001-lamps/spec.md"), "");
}

static bool wanted(const char *candidate, void *ctx)
{
	return strcmp(candidate, ctx) == 0;
}

static void file_summary(void **state)
{
	static char summary[] = ".planning/03-02-SUMMARY.md";
	struct arena a = { 0 };

	(void)state;
	assert_int_equal(family_classify(summary), FILE_SUMMARY);
	is(family_summary(&a, ".planning/03-02-PLAN.md", wanted, summary), summary);
	is(family_summary(&a, ".planning/03-02-colors-PLAN.md", wanted, summary), summary);
	assert_null(family_summary(&a, ".planning/03-03-PLAN.md", wanted, summary));
	arena_free(&a);
}

static void file_none(void **state)
{
	(void)state;
	assert_int_equal(family_classify(".worktrees/a/.planning/03-01-PLAN.md"), FILE_OTHER);
	assert_int_equal(family_classify(".planning.backup.1/plans/03-01-PLAN.md"), FILE_OTHER);
}

/* ---- the text ---- */

static void text_lines(void **state)
{
	(void)state;
	reads("\xef\xbb\xbf# Plan 03-01: Colors\r\n\n- [ ] Paint\r\n- [x] Dry\n");
	is(plan->title, "Colors");
	assert_int_equal(plan->tasks.n, 2);
	is(plan->tasks.v[0].title, "Paint");
	assert_int_equal(plan->tasks.v[0].line, 3);
	assert_int_equal(plan->tasks.v[0].box_col, 4);
	reads(HEAD "- [ ] Paint\rit\n\n## Two\n\n- [ ] Dry\n");
	assert_int_equal(plan->tasks.n, 2);
	assert_int_equal(plan->tasks.v[1].line, 7);
}

static void text_fence(void **state)
{
	(void)state;
	reads(HEAD "- [ ] Paint\n  ~~~md\n  # Plan 09-09: Other\n  - [ ] No task\n  ~~~\n"
		   "text\n````\n<task><name>Neither</name></task>\n```\n- [ ] nor this\n````\n");
	is(plan->title, "Colors");
	assert_int_equal(plan->tasks.n, 1);
	assert_int_equal(plan->criteria.n, 0);
}

static void text_fence_unclosed(void **state)
{
	(void)state;
	reads(HEAD "<task>\n<name>Paint</name>\n<action>\n```\n- [ ] quoted\n</action>\n</task>\n"
		   "<task>\n<name>Dry</name>\n</task>\n");
	assert_int_equal(plan->tasks.n, 2);
	assert_int_equal(findings("unclosed-fence"), 1);
}

static void text_element(void **state)
{
	(void)state;
	reads(HEAD "<my_notes>\n# Not the title\n</my_notes>\n"
		   "A `<task>` in code, Vec<task> and a <b>bold</b> word.\n\n- [ ] Paint 2>/dev/null\n");
	assert_int_equal(plan->tasks.n, 1);
	is(plan->title, "Colors");
	is(plan->tasks.v[0].title, "Paint 2>/dev/null");
}

static void text_element_unclosed(void **state)
{
	(void)state;
	reads(HEAD "<tasks>\n<task>\n<name>Paint</name>\n<task>\n<name>Dry</name>\n</task>\n</tasks>\n");
	assert_int_equal(plan->tasks.n, 2);
	is(plan->tasks.v[1].title, "Dry");
	assert_int_equal(findings("unclosed-element"), 1);
	reads(HEAD "<task name=\"Paint\"><task name=\"Dry\">\n</task>\n");
	assert_int_equal(plan->tasks.n, 2);
	assert_int_equal(plan->tasks.v[0].last, plan->tasks.v[0].line);
}

static void text_box(void **state)
{
	(void)state;
	reads(HEAD "More\n\n    - [ ] code\n\n<details>\n<summary>x</summary>\n- [x] tag\n1. [ ] two\n   of it\n"
		   "</details>\n\n> - [-] quoted\n\n<!-- - [ ] comment\n- [ ] comment\n-->\n\n"
		   "| a |\n|---|\n| - [ ] b |\n");
	assert_int_equal(plan->tasks.n, 4);
	is(plan->tasks.v[0].title, "code");
	assert_int_equal(plan->tasks.v[0].box_col, 8);
	is(plan->tasks.v[1].title, "tag");
	assert_int_equal(plan->tasks.v[1].status, PHL_DONE);
	is(plan->tasks.v[2].title, "two of it");
	assert_int_equal(plan->tasks.v[2].last, 11);
	assert_int_equal(plan->tasks.v[3].status, PHL_SKIPPED);
}

static void text_entities(void **state)
{
	(void)state;
	reads(HEAD "<task>\n<name>Salt &amp; pepper 2>&amp;1</name>\n</task>\n"
		   "<task>\n<name><![CDATA[a < b && c]]></name>\n</task>\n");
	assert_int_equal(plan->tasks.n, 2);
	is(plan->tasks.v[0].title, "Salt & pepper 2>&1");
	is(plan->tasks.v[1].title, "a < b && c");
}

/* ---- frontmatter ---- */

static void front_text(void **state)
{
	(void)state;
	read_at("plans/PLAN.md", "---\nphase: 3.10\nplan: 08\n---\n");
	is(plan->phase, "03.10");
	is(plan->plan, "08");
}

static void front_keys(void **state)
{
	(void)state;
	reads("---\nstatus: done\neffort: 2h\nduration: 90 min\ncreated: 2026-01-13T10:00:00Z\n"
	      "started: 2026-01-14\ncompleted: 2026-01-15\ndependencies: [\"02-01\"]\nwave: 2\n"
	      "files_modified: [src/a.c]\nassignee: maeve\npriority: high\ntype: execute\n"
	      "requirements: [R1]\ntags: [db, sql]\n---\n");
	assert_int_equal(plan->status, PHL_DONE);
	assert_int_equal(plan->estimate.low, 120);
	assert_int_equal(plan->actual.low, 90);
	is(plan->created, "2026-01-13");
	is(plan->started, "2026-01-14");
	is(plan->completed, "2026-01-15");
	assert_int_equal(plan->depends_on.n, 1);
	is(plan->depends_on.v[0], "02-01");
	assert_int_equal(plan->wave, 2);
	is(plan->files.n ? plan->files.v[0].path : NULL, "src/a.c");
	is(plan->owner, "maeve");
	is(plan->priority, "high");
	is(plan->type, "execute");
	assert_int_equal(plan->requirements.n, 1);
	assert_int_equal(plan->tags.n, 2);
}

static void front_unit(void **state)
{
	(void)state;
	assert_int_equal(reads("---\nestimate_days: 1.5\n---\n")->estimate.low, 720);
	assert_int_equal(reads("---\nestimated_hours: 3\n---\n")->estimate.low, 180);
	assert_int_equal(reads("---\nestimated_minutes: 20\n---\n")->estimate.low, 20);
}

static void front_other(void **state)
{
	(void)state;
	reads("---\nstatus: done\nteam: rowers\n---\n");
	assert_int_equal(plan->keys.n, 1);
	is(plan->keys.v[0].name, "team");
	is(plan->keys.v[0].value, "rowers");
}

static void front_broken(void **state)
{
	(void)state;
	reads("---\nstatus: done\nowner: @maeve\nwave: 2\n---\n");
	assert_int_equal(findings("broken-frontmatter"), 1);
	assert_int_equal(plan->findings.v[0].line, 3);
	assert_int_equal(plan->findings.v[0].severity, PHL_WARNING);
	is(plan->owner, "@maeve");
	assert_int_equal(plan->status, PHL_DONE);
	assert_int_equal(plan->wave, 2);
	reads("---\nowner:\n  - @maeve\n  - @ned\nwave: 2\n---\n");
	assert_int_equal(findings("broken-frontmatter"), 1);
	assert_int_equal(plan->findings.v[0].severity, PHL_WARNING);
	is(plan->owner, "@maeve, @ned");
	reads("---\nowner: @maeve\ntags: [boats\nwave: 2\n---\n");
	assert_int_equal(plan->findings.v[0].severity, PHL_ERROR);
	assert_int_equal(plan->wave, 2);
}

static void front_owner(void **state)
{
	(void)state;
	is(reads("---\nassignee:\n  - '@ann'\n  - '@ben'\n---\n")->owner, "@ann, @ben");
	is(reads("---\nassignee: [ann]\n---\n")->owner, "ann");
	assert_null(reads("---\nassignee: []\n---\n")->owner);
}

static void front_unclosed(void **state)
{
	(void)state;
	reads("---\nstatus: done\n\n# Plan 03-01: Colors\n\n- [x] Paint\n");
	assert_int_equal(findings("unclosed-frontmatter"), 1);
	assert_int_equal(plan->status, PHL_DONE);
	is(plan->title, "Colors");
	assert_int_equal(plan->tasks.n, 1);
}

static void front_header(void **state)
{
	(void)state;
	reads(HEAD "**Status:** In Progress\n**Wave:** 2\n**Depends on:** 02-01\n");
	assert_int_equal(plan->status, PHL_IN_PROGRESS);
	assert_int_equal(plan->status_from, PHL_FROM_HEADER);
	assert_int_equal(plan->wave, 2);
	assert_int_equal(plan->depends_on.n, 1);
	reads(HEAD "**Goal:** A bell.\n\n**Scope:** The pier\n");
	is(plan->goal, "A bell.");
	assert_int_equal(plan->keys.n, 1);
	is(reads(HEAD "**Goal:** A bell.\n\n## Goal\n\nA loud one.\n")->goal, "A loud one.");
}

/* ---- identity ---- */

static void id_path(void **state)
{
	(void)state;
	is(read_at("a/plans/03-01-PLAN.md", HEAD)->path, "a/plans/03-01-PLAN.md");
}

static void id_form(void **state)
{
	(void)state;
	is(read_at("plans/3-3-PLAN.md", "")->id, "03-03");
	is(read_at(".planning/02.1-03-PLAN.md", "")->id, "02.1-03");
	is(read_at(".planning/10-04a-PLAN.md", "")->id, "10-04a");
}

static void id_source(void **state)
{
	(void)state;
	is(read_at("plans/PLAN.md", "---\nphase: 4\nplan: 2\n---\n# Plan 03-01: Colors\n")->id,
	   "04-02");
	is(read_at("plans/PLAN.md", HEAD)->id, "03-01");
	reads("---\nphase: 3\nplan: 02\n---\n");
	is(plan->id, "03-01");
	assert_int_equal(findings("id-mismatch"), 1);
	is(reads("")->phase_name, "colors");
}

static void id_name(void **state)
{
	(void)state;
	is(read_at("specs/001-lamps/tasks.md", HEAD)->id, "001-lamps");
	is(read_at(".kiro/specs/mend-lamps/tasks.md", "# Tasks: Lamps\n")->id, "mend-lamps");
	is(plan->title, "Lamps");
	is(read_at("openspec/changes/archive/2026-01-13-add-lamps/tasks.md", "")->id, "add-lamps");
	is(plan->completed, "2026-01-13");
	is(plan->title, "Add lamps");
	is(read_at("docs/plans/2026-01-13-lamps.md", HEAD)->id, "lamps");
	is(plan->created, "2026-01-13");
	is(read_at("backlog/tasks/task-7.1 - Mend.md", "---\nid: TASK-7.1\n---\n")->id, "TASK-7.1");
	is(plan->title, "Mend");
	is(read_at("backlog/tasks/task-lamps-7.1-Mend.md", HEAD)->id, "task-lamps-7.1");
	assert_null(plan->phase);
}

static void title_heading(void **state)
{
	(void)state;
	reads("```\n# Quoted\n```\n<context>\n# Inside\n</context>\n\n# Plan 03-01: Colors\n");
	is(plan->title, "Colors");
	assert_int_equal(plan->title_from, PHL_TITLE_HEADING);
	read_at("backlog/tasks/task-7 - Mend.md", "---\ntitle: Mend the lamp\n---\n# Lamps\n");
	is(plan->title, "Mend the lamp");
	assert_int_equal(plan->title_from, PHL_TITLE_FRONTMATTER);
	is(reads("---\ntitle: Mend the lamp\n---\n# Lamps\n")->title, "Lamps");
}

/* ---- documents ---- */

static struct arena document_arena, document_scratch;
static struct document *doc;

static struct document *document(const char *path, const char *text)
{
	arena_free(&document_arena);
	doc = parse_document(&document_arena, &document_scratch, text, strlen(text), path);
	arena_free(&document_scratch);
	return doc;
}

#define SPEC "specs/001-lamps/spec.md"
#define REQUIREMENTS ".kiro/specs/lamps/requirements.md"
#define PROPOSAL "openspec/changes/lamps/proposal.md"

static void title_document(void **state)
{
	(void)state;
	is(document(SPEC, "# Feature Specification: Lamps\n")->title, "Lamps");
	is(document("specs/001-lamps/plan.md", "# Implementation Plan: Lamps\n")->title, "Lamps");
	is(document(REQUIREMENTS, "# Requirements Document: Lamps\n")->title, "Lamps");
	is(document(REQUIREMENTS, "# Requirements \xe2\x80\x94 Lamps\n")->title, "Lamps");
	is(document(REQUIREMENTS, "# Lamps\n")->title, "Lamps");
	is(document(PROPOSAL, "# Change: Lamps\n")->title, "Lamps");
	is(document(PROPOSAL, "# Change the lamps\n")->title, "Change the lamps");
	assert_null(document(REQUIREMENTS, "# Requirements Document\n")->title);
	assert_null(document(SPEC, "# Feature Specification: [FEATURE NAME]\n")->title);
	assert_null(document(SPEC, "No heading.\n")->title);
	arena_free(&document_arena);
}

static void document_goal(void **state)
{
	(void)state;
	is(document("specs/001-lamps/plan.md", "# P\n\n## Summary\n\nLight the *pier*.\n\nMore.\n")->goal,
	   "Light the pier.");
	is(document(SPEC, "# S\n\n**Input**: User description: \"Light the pier\"\n")->goal,
	   "Light the pier");
	is(document(SPEC, "# S\n\n**Input**: User description: \"$ARGUMENTS\"\n\n"
			  "### User Story 1 - See (Priority: P1)\n\nSomebody sees.\n")->goal,
	   "Somebody sees.");
	is(document(REQUIREMENTS, "# R\n\n## Introduction\n\nBoats leak.\n")->goal, "Boats leak.");
	is(document(PROPOSAL, "## Why\n- It is dark\n- It is wet\n")->goal, "It is dark");
	is(document("openspec/changes/a/design.md", "## Context\n\nDark.\n")->goal, "Dark.");
	assert_null(document("specs/001-lamps/plan.md", "## Summary\n\n[Extract from it]\n")->goal);
	assert_null(document(PROPOSAL, "## What Changes\n\nLamps.\n")->goal);
	arena_free(&document_arena);
}

static void document_files(void **state)
{
	(void)state;
	document(PROPOSAL, "## What Changes\n- `src/not.c` moves\n\n## Impact\n"
			   "- Affected specs: `specs/rail/spec.md`\n"
			   "- Affected code: `src/a.c`, `src/b/c.py` and src/prose.c\n"
			   "- `src/old.c` remains\n- Run `make src/x.o`\n- Not affected:\n  - `src/d.c`\n");
	assert_int_equal(doc->files.n, 2);
	is(doc->files.v[0], "src/a.c");
	is(doc->files.v[1], "src/b/c.py");
	assert_int_equal(document(SPEC, "## Impact\n\n- `src/a.c`\n")->files.n, 0);
	arena_free(&document_arena);
}

/* "ID(line)" of each, with its title and text. */
static const char *declared(const char *path, const char *text)
{
	static char out[1000];
	size_t n = 0;

	document(path, text);
	out[0] = '\0';
	for (size_t i = 0; i < doc->declared.n && n < sizeof out - 200; i++) {
		const struct phl_requirement *r = &doc->declared.v[i];

		n += (size_t)snprintf(out + n, sizeof out - n, "%s%s(%d)%s%s%s%s", n ? "; " : "",
				      r->id, r->line, r->title ? " " : "", r->title ? r->title : "",
				      r->text ? ": " : "", r->text ? r->text : "");
	}
	arena_free(&document_arena);
	return out;
}

static void requirement_numbered(void **state)
{
	(void)state;
	is(declared(REQUIREMENTS, "### Requirement 1: Count\n\n**User Story:** As I, I count.\n\n"
				  "#### Acceptance Criteria\n\n1. WHEN so\n   - or so\n2. IF so\n\n"
				  "### Requirement 2\n\n1. THE boat\n"),
	   "1(1) Count: As I, I count.; 1.1(7): WHEN so; 1.2(9): IF so; 2(11); 2.1(13): THE boat");
	is(declared(REQUIREMENTS, "### \xe9\x9c\x80\xe6\xb1\x82 3\n\n3.1 THE boat\n\n"
				  "#### Notes\n\n1. No\n\n## Glossary\n\n1. No\n"),
	   "3(1): 3.1 THE boat; 3.1(3): THE boat");
	is(declared(REQUIREMENTS, "## Requirements\n\n1. No\n\n```\n### Requirement 1\n```\n"), "");
}

static void requirement_labelled(void **state)
{
	(void)state;
	is(declared(SPEC, "### User Story 2 - See (Priority: P1)\n\nA boat sees.\n\n"
			  "- **FR-001**: The switch MUST\n- **SC-002:** No boat\n- **Why**: no\n"
			  "- FR-003 by the way\n"),
	   "US2(1) See: A boat sees.; FR-001(5): The switch MUST; SC-002(6): No boat");
	is(declared(SPEC, "### Primary User Story\n\nA boat sees.\n"), "");
	is(declared(SPEC, "- **FR-001**: One\n- **FR-001**: Two\n"), "FR-001(1): One");
}

static void requirement_named(void **state)
{
	static const char path[] = "openspec/changes/a/specs/rail/spec.md";

	(void)state;
	is(declared(path, "## ADDED Requirements\n\n### Requirement: Lamps\nThe rail.\n\n"
			  "#### Scenario: Dusk\n- **WHEN** dark\n\n## REMOVED Requirements\n\n"
			  "### Requirement: Rope\n\n## MODIFIED Requirements\n\n### Requirement: Colour\n"),
	   "Lamps(3): The rail.; Colour(15)");
}

static void title_other(void **state)
{
	(void)state;
	reads("<objective>\nPaint the hulls. Then dry them.\n</objective>\n");
	is(plan->title, "Paint the hulls");
	assert_int_equal(plan->title_from, PHL_TITLE_OBJECTIVE);
	read_at(".planning/03-01-paint-hulls-PLAN.md", "");
	is(plan->title, "Paint hulls");
	assert_int_equal(plan->title_from, PHL_TITLE_SLUG);
}

/* ---- status of a plan ---- */

static enum phl_status word(const char *s)
{
	enum phl_status status;

	return phl_status_parse(s, &status) ? status : PHL_NO_STATUS;
}

static void status_words(void **state)
{
	(void)state;
	assert_int_equal(word("READY_FOR_EXECUTION"), PHL_PENDING);
	assert_int_equal(word("Not Started"), PHL_PENDING);
	assert_int_equal(word("wip"), PHL_IN_PROGRESS);
	assert_int_equal(word("On Hold"), PHL_BLOCKED);
	assert_int_equal(word("\xe2\x9c\x85 Complete"), PHL_DONE);
	assert_int_equal(word("won't do"), PHL_SKIPPED);
	assert_int_equal(word("reverted"), PHL_ROLLED_BACK);
	assert_int_equal(word("nearly"), PHL_NO_STATUS);
	reads("---\nstatus: nearly\n---\n" HEAD);
	assert_int_equal(plan->status, PHL_PENDING);
	assert_int_equal(findings("unknown-status"), 1);
}

static void status_order(void **state)
{
	(void)state;
	reads("---\nstatus: blocked\n---\n" HEAD "- [x] Paint\n- [ ] Dry\n");
	assert_int_equal(plan->status, PHL_BLOCKED);
	assert_int_equal(plan->status_from, PHL_FROM_FRONTMATTER);
	reads(HEAD "- [x] Paint\n- [ ] Dry\n");
	assert_int_equal(plan->status_from, PHL_FROM_TASKS);
	read_at("openspec/changes/archive/2026-01-13-lamps/tasks.md", "- [ ] 1.1 Sand\n- [x] 1.2 Dry\n");
	assert_int_equal(plan->status, PHL_DONE);
	assert_int_equal(plan->status_from, PHL_FROM_DIRECTORY);
	assert_int_equal(plan->tasks.v[0].status, PHL_PENDING);
	assert_int_equal(findings("status-contradicted"), 1);
}

static enum phl_status with_summary(const char *path, const char *says)
{
	static const char text[] = "---\nstatus: planned\n---\n" HEAD;
	struct evidence e = { .summarised = true, .summary_status = says };
	struct arena a = { 0 }, scratch = { 0 };
	struct phl_plan *p = parse_plan(&a, &scratch, text, sizeof text - 1, path);
	enum phl_status status;

	e.summary_completes = family_of(path)->summary_completes;
	plan_decide(p, &e, &a);
	status = p->status;
	arena_free(&scratch);
	arena_free(&a);
	return status;
}

static void status_summary(void **state)
{
	(void)state;
	assert_int_equal(with_summary(".planning/03-01-PLAN.md", NULL), PHL_DONE);
	assert_int_equal(with_summary(".planning/03-01-PLAN.md", "superseded"), PHL_SKIPPED);
	assert_int_equal(with_summary("plans/03-01-PLAN.md", NULL), PHL_PENDING);
}

static void status_place(void **state)
{
	(void)state;
	read_at("backlog/completed/task-7 - Mend.md", "---\nstatus: In Progress\n---\n");
	assert_int_equal(plan->status, PHL_DONE);
	assert_int_equal(plan->status_from, PHL_FROM_DIRECTORY);
	assert_int_equal(findings("status-contradicted"), 1);
	read_at("backlog/archive/tasks/task-7 - Mend.md", "---\nstatus: To Do\n---\n");
	assert_int_equal(plan->status, PHL_SKIPPED);
	assert_int_equal(plan->findings.n, 0);
	read_at("backlog/archive/tasks/task-7 - Mend.md", "---\nstatus: Done\n---\n");
	assert_int_equal(plan->status, PHL_DONE);
	assert_int_equal(plan->status_from, PHL_FROM_FRONTMATTER);
}

static void status_draft(void **state)
{
	struct evidence e;

	(void)state;
	read_at("backlog/drafts/draft-7 - Mend.md", "---\nstatus: Draft\n---\n");
	assert_int_equal(plan->status, PHL_PENDING);
	family_evidence(plan->path, &e);
	assert_true(e.is_draft);
	family_evidence("backlog/tasks/task-7 - Mend.md", &e);
	assert_false(e.is_draft);
}

static const struct wordlist *listed(struct arena *a, struct arena *scratch, const char *text)
{
	return parse_statuses(a, scratch, text, strlen(text));
}

static void status_listed(void **state)
{
	struct arena a = { 0 }, scratch = { 0 };
	struct evidence e = { 0 };

	(void)state;
	read_at("backlog/tasks/task-7 - Mend.md", "---\nstatus: in progress\n---\n");
	assert_int_equal(plan->status, PHL_IN_PROGRESS);
	reads("---\nstatus: Waiting for paint\n---\n");
	assert_int_equal(findings("unknown-status"), 1);
	e.statuses = listed(&a, &scratch, "statuses: [\"To Do\", \"Waiting for paint\", Done]\n"
					  "default_status: \"To Do\"\n");
	assert_int_equal(e.statuses->n, 3);
	is(e.statuses->first, "To Do");
	plan->findings.n = 0;
	plan->status_from = PHL_FROM_DEFAULT;
	plan_decide(plan, &e, &a);
	assert_int_equal(plan->status, PHL_IN_PROGRESS);
	assert_int_equal(plan->status_from, PHL_FROM_FRONTMATTER);
	assert_int_equal(findings("unknown-status"), 0);
	assert_int_equal(listed(&a, &scratch, "statuses:\n  - Open\n  - 'Shut'\n")->n, 2);
	assert_null(listed(&a, &scratch, "project_name: boats\n"));
	arena_free(&scratch);
	arena_free(&a);
}

static void status_tasks(void **state)
{
	(void)state;
	assert_int_equal(reads(HEAD "- [x] Paint\n- [-] Dry\n")->status, PHL_DONE);
	assert_int_equal(reads(HEAD "- [/] Paint\n- [ ] Dry\n")->status, PHL_IN_PROGRESS);
	assert_int_equal(reads(HEAD "- [ ] Paint\n- [ ] Dry\n")->status, PHL_PENDING);
	read_at(".planning/03-01-PLAN.md", HEAD "- [x] Paint\n");
	assert_int_equal(plan->status, PHL_PENDING);
}

static void status_contradicted(void **state)
{
	(void)state;
	reads("---\nstatus: completed\n---\n" HEAD "- [x] Paint\n- [ ] Dry\n");
	assert_int_equal(plan->status, PHL_DONE);
	assert_int_equal(findings("status-contradicted"), 1);
	is(plan->findings.v[0].message, "status says completed, 1 of 2 boxes is open");
}

/* ---- tasks ---- */

static void task_box(void **state)
{
	const struct phl_task *t;

	(void)state;
	reads(HEAD "- [ ] **Task 3**: Move the `callers`\n");
	assert_int_equal(plan->tasks.n, 1);
	t = &plan->tasks.v[0];
	is(t->label, "Task 3");
	assert_int_equal(t->number, 3);
	is(t->title, "Move the callers");
}

static void task_marks(void **state)
{
	static const enum phl_status want[] = { PHL_PENDING,	 PHL_DONE,    PHL_DONE,
						PHL_IN_PROGRESS, PHL_IN_PROGRESS,
						PHL_SKIPPED,	 PHL_BLOCKED };

	(void)state;
	reads(HEAD "- [ ] a\n- [x] b\n- [X] c\n- [/] d\n- [~] e\n- [-] f\n- [!] g\n"
		   "- [N] errors\n- [P] legend\n");
	assert_int_equal(plan->tasks.n, 7);
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(plan->tasks.v[i].status, want[i]);
	static const char nul[] = HEAD "## Tasks\n\n- [\0] **Task 1**: Paint\n";
	phl_plan_free(plan);
	plan = phl_plan_parse(nul, sizeof nul - 1, PATH);
	for (size_t i = 0; i < plan->tasks.n; i++)
		assert_int_equal(plan->tasks.v[i].box_col, 0);
}

static void task_steps(void **state)
{
	const struct phl_task *t;

	(void)state;
	reads(HEAD "- [ ] **Task 1**: Paint\n  - [x] Sand\n    - fine\n  - Prime\n");
	assert_int_equal(plan->tasks.n, 1);
	t = &plan->tasks.v[0];
	assert_int_equal(t->steps.n, 3);
	is(t->steps.v[0].title, "Sand");
	assert_int_equal(t->steps.v[0].status, PHL_DONE);
	assert_int_equal(t->steps.v[1].depth, 1);
	assert_int_equal(t->steps.v[2].status, PHL_NO_STATUS);
	reads(HEAD "### Task 1: Paint\n\n- a\n  - b\n    - c\n    - [x] d\n- [ ]\n");
	t = &plan->tasks.v[0];
	assert_int_equal(t->steps.n, 4);
	is(t->steps.v[2].title, "d");
	assert_int_equal(t->steps.v[2].depth, 2);
	is(t->steps.v[3].title, "");
}

static void task_element(void **state)
{
	(void)state;
	reads(HEAD "<task type=\"auto\"><name>Task 1: Paint</name></task>\n"
		   "<task name=\"Dry\">\n</task>\n"
		   "<task type=\"checkpoint:human-verify\">\n"
		   "<what-built>A dry hull. And more.</what-built>\n</task>\n");
	assert_int_equal(plan->tasks.n, 3);
	is(plan->tasks.v[0].title, "Paint");
	is(plan->tasks.v[0].type, "auto");
	is(plan->tasks.v[1].title, "Dry");
	is(plan->tasks.v[2].title, "A dry hull");
	is(plan->tasks.v[2].type, "checkpoint:human-verify");
	reads(HEAD "<task>\n<name>\n      Task 1: Paint\n  </name>\n</task>\n");
	is(plan->tasks.v[0].title, "Paint");
}

static void task_status(void **state)
{
	(void)state;
	reads("---\nstatus: done\n---\n" HEAD
	      "<task status=\"skipped\"><name>Paint</name></task>\n<task><name>Dry</name></task>\n");
	assert_int_equal(plan->tasks.n, 2);
	assert_int_equal(plan->tasks.v[0].status, PHL_SKIPPED);
	assert_int_equal(plan->tasks.v[0].status_from, PHL_FROM_ATTRIBUTE);
}

static void task_heading(void **state)
{
	(void)state;
	reads(HEAD "### Task 1: Paint\n\n- [x] Sand\n- [x] Prime\n\n### Task 2: Dry\n\n- [ ] Wait\n");
	assert_int_equal(plan->tasks.n, 2);
	is(plan->tasks.v[0].title, "Paint");
	assert_int_equal(plan->tasks.v[0].steps.n, 2);
	assert_int_equal(plan->tasks.v[0].status, PHL_DONE);
	assert_int_equal(plan->tasks.v[1].status, PHL_PENDING);
}

static void task_plain(void **state)
{
	(void)state;
	assert_int_equal(reads(HEAD "- [ ] Paint\n  - [ ] Sand\n- [ ] Dry\n")->tasks.n, 2);
	reads(HEAD "- [ ] **Task 1**: Paint\n\n## Legend\n\n- [ ] open\n");
	assert_int_equal(plan->tasks.n, 1);
}

#define LIST "specs/001-lamps/tasks.md"

static void task_listed(void **state)
{
	static const char text[] = "# Tasks: Lamps\n\n## Phase 1: Setup\n\n- [X] T001 Sand\n"
				   "- [ ] Dry\n  - [ ] One\n\n### Tests\n\n- [ ] 2.1 Hang\n  - [ ] 2.2 Wire\n\n"
				   "## Success Criteria\n\n- [ ] It shines\n- [ ] 3. Look\n";

	(void)state;
	read_at(LIST, text);
	assert_int_equal(plan->tasks.n, 5);
	is(plan->tasks.v[0].section, "Phase 1: Setup");
	is(plan->tasks.v[2].section, "Phase 1: Setup");
	is(plan->tasks.v[3].label, "2.2");
	assert_int_equal(plan->tasks.v[0].status, PHL_DONE);
	assert_int_equal(plan->tasks.v[1].steps.n, 1);
	assert_int_equal(plan->tasks.v[2].steps.n, 0);
	is(plan->tasks.v[4].title, "Look");
	assert_int_equal(plan->criteria.n, 1);
	assert_int_equal(read_at("openspec/changes/lamps/tasks.md", text)->tasks.n, 6);
}

static void task_part(void **state)
{
	(void)state;
	read_at(LIST, "- [ ] 2. Lamps\n- [ ] 2.1 Sand\n  - [ ] 2.1.3 Dry\n- [ ] 2.4.1 Hang\n"
		      "- [ ] 3.1 Look\n");
	assert_int_equal(plan->tasks.n, 5);
	assert_null(plan->tasks.v[0].parent);
	is(plan->tasks.v[1].parent, "2");
	is(plan->tasks.v[2].parent, "2.1");
	is(plan->tasks.v[3].parent, "2");
	assert_null(plan->tasks.v[4].parent);
	read_at(".kiro/specs/a/tasks.md", "- [x] 1. A\n  - [ ] 1.1 B\n  - [ ]* 1.2 C\n  - [x] 1.3 D\n"
					  "- [ ] 2. E\n  - [x] 2.1 F\n- [-] 10. G\n  - [x] 10.1 H\n  - [ ] 10.2 I\n");
	assert_int_equal(findings("parts-contradicted"), 2);
	is(plan->findings.v[0].message, "1 is done, but 1 of its 2 parts is open");
	assert_int_equal(plan->findings.v[1].line, 5);
	is(plan->findings.v[1].message, "its one part is done, 2 is open");
}

static void task_front(void **state)
{
	(void)state;
	read_at(LIST, "- [ ] T001 [P] [US2] Sand src/lamp.c\n- [ ] T002 [FR-003] Dry\n- [ ] T003 [MB] Hang\n");
	is(plan->tasks.v[0].title, "Sand src/lamp.c");
	assert_true(plan->tasks.v[0].parallel);
	is(plan->tasks.v[0].requirements.v[0], "US2");
	is(plan->tasks.v[0].files.v[0], "src/lamp.c");
	assert_false(plan->tasks.v[1].parallel);
	is(plan->tasks.v[1].requirements.v[0], "FR-003");
	is(plan->tasks.v[2].title, "[MB] Hang");
	assert_int_equal(plan->tasks.v[2].requirements.n, 0);
}

static void task_requirements(void **state)
{
	static const char *const lines[] = {
		"_Requirements: 1.1, 2.3-2.5_",		    "**Validates: Requirements 1.1, 2.3, 2.4, 2.5**",
		"**验证：需求 1.1、2.3-2.5**",		    "_Requirements: 1.1,2.3-5_",
		"*Requirements: 1.1, 2.3, 2.4, 2.5, 1.1*",
	};
	char text[200];

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		snprintf(text, sizeof text, "- [ ] 1. Lamps\n  - Sand them\n  - %s\n", lines[i]);
		const struct phl_task *t = read_at(LIST, text)->tasks.v;
		assert_int_equal(t->steps.n, 1);
		assert_int_equal(t->requirements.n, 4);
		is(t->requirements.v[0], "1.1");
		is(t->requirements.v[3], "2.5");
	}
	read_at(LIST, "- [ ] 1. Lamps\n  - _Requirements: all of them_\n  - **Covers: the wall**\n");
	is(plan->tasks.v[0].requirements.v[0], "all of them");
	assert_int_equal(plan->tasks.v[0].steps.n, 1);
}

static void task_criteria(void **state)
{
	(void)state;
	reads(HEAD "- [ ] Paint\n\n## Success Criteria\n\n- [x] It shines\n\n"
		   "## Definition of Done\n\n- [ ] Dry\n\n<verification>\n- [ ] No drops\n</verification>\n");
	assert_int_equal(plan->tasks.n, 1);
	assert_int_equal(plan->criteria.n, 3);
	is(plan->criteria.v[0].title, "It shines");
	assert_int_equal(plan->criteria.v[0].status, PHL_DONE);
	read_at("backlog/tasks/task-7 - Mend.md",
		"## Acceptance Criteria\n- [ ] #12 It shines\n- [ ] #nine\n\n## Plan\n- [ ] Sand\n");
	assert_int_equal(plan->criteria.v[0].number, 12);
	is(plan->criteria.v[0].title, "It shines");
	is(plan->criteria.v[1].title, "#nine");
	assert_int_equal(plan->tasks.n, 1);
	is(reads(HEAD "## Success Criteria\n- [ ] #12 is closed\n")->criteria.v[0].title, "#12 is closed");
}

static void task_files(void **state)
{
	(void)state;
	reads(HEAD "- [ ] **Task 1**: Move `src/a.c`\n  - and `src/b.c`\n"
		   "<task><name>Task 2: Rest</name><files>src/c.c, src/d.c (NEW)</files></task>\n");
	assert_int_equal(plan->tasks.n, 2);
	assert_int_equal(plan->tasks.v[0].files.n, 2);
	is(plan->tasks.v[0].files.v[1], "src/b.c");
	assert_int_equal(plan->tasks.v[1].files.n, 2);
	is(plan->tasks.v[1].files.v[1], "src/d.c");
}

static void task_estimate(void **state)
{
	(void)state;
	reads(HEAD "### Task 1: Paint (2-3h)\n\ntext\n");
	is(plan->tasks.v[0].title, "Paint");
	assert_int_equal(plan->tasks.v[0].estimate.low, 120);
	assert_int_equal(plan->tasks.v[0].estimate.high, 180);
}

/* ---- files ---- */

static void files_heading(void **state)
{
	(void)state;
	reads(HEAD "## Files to Modify\n\n#### 5. src/store.c (MAJOR - much)\n\nNotes.\n");
	assert_int_equal(plan->files.n, 1);
	is(plan->files.v[0].path, "src/store.c");
	assert_int_equal(plan->files.v[0].number, 5);
	is(plan->files.v[0].remark, "MAJOR - much");
	assert_int_equal(plan->files.v[0].line, 5);
}

static void files_category(void **state)
{
	(void)state;
	reads(HEAD "## Files to Modify\n\n### Category A: Jobs\n\n#### 1. src/a.c\n\n"
		   "### Other\n\n#### 2. src/b.c\n");
	assert_int_equal(plan->files.n, 2);
	is(plan->files.v[0].category, "Jobs");
	is(plan->files.v[1].category, "Other");
}

static void files_left(void **state)
{
	(void)state;
	reads(HEAD "## Files to Modify\n\n#### 1. src/a.c\n- **Decision:** Leave as it is (03-02)\n"
		   "\n#### 2. src/b.c\n- **Decision:** Rewrite\n");
	assert_true(plan->files.v[0].left);
	is(plan->files.v[0].decision, "Leave as it is (03-02)");
	assert_false(plan->files.v[1].left);
}

static void files_list(void **state)
{
	(void)state;
	reads(HEAD "### Task 1: Ring\n\n**Files:**\n- Create: `bell/ring.c` (new)\n"
		   "- Modify: `src/a.c:19-65`\n- **Move:** `src/b.c` -> `src/c.c`\n  - more `src/e.c`\n"
		   "- `src/d.c`\n\nText\n\n- a step in `src/f.c`\n- [ ] **Step 1**\n");
	assert_int_equal(plan->files.n, 7);
	is(plan->files.v[0].path, "bell/ring.c");
	is(plan->files.v[0].category, "Create");
	is(plan->files.v[0].remark, "new");
	is(plan->files.v[1].category, "Modify");
	assert_null(plan->files.v[1].remark);
	is(plan->files.v[3].path, "src/c.c");
	is(plan->files.v[3].category, "Move");
	assert_null(plan->files.v[5].category);
	assert_int_equal(plan->tasks.v[0].steps.n, 2);
	is(plan->tasks.v[0].steps.v[0].title, "a step in src/f.c");
	assert_int_equal(plan->tasks.v[0].files.n, 7);
	is(refs(), "src/a.c:19-65");
	reads(HEAD "### Task 1: Ring\n\n**Files that ring are:** many\n\n- one `src/a.c`\n");
	assert_int_equal(plan->tasks.v[0].steps.n, 1);
}

static void files_union(void **state)
{
	(void)state;
	reads("---\nfiles_modified: [src/a.c, src/b.c]\n---\n" HEAD
	      "## Files to Modify\n\n#### 1. src/a.c\n\n## Tasks\n\n- [ ] **Task 1**: Move `src/c.c`\n");
	assert_int_equal(plan->files.n, 3);
}

/* ---- references ---- */

#define UNDER "# P\n\n## Files to Modify\n\n#### 1. src/a.c\n"

static void ref_line(void **state)
{
	(void)state;
	is(ref_texts(UNDER "- Line 102: `x`\n"), "src/a.c:102");
	is(ref_texts(UNDER "- Lines 83-84: two\n"), "src/a.c:83-84");
	is(ref_texts(UNDER "- Lines: 246, 274, 309\n"), "src/a.c:246 src/a.c:274 src/a.c:309");
	is(ref_texts(UNDER "See lines 249 and 314.\n"), "src/a.c:249 src/a.c:314");
	is(ref_texts(UNDER "The lock (line 53) stays.\n"), "src/a.c:53");
	is(ref_texts(UNDER "**Lines to modify:** 27-29 (the lock)\n"), "src/a.c:27-29");
	is(ref_texts(UNDER "- Line range: 12-30\n- Line number: 7\n"), "src/a.c:12-30 src/a.c:7");
}

static void ref_path(void **state)
{
	(void)state;
	is(ref_texts("# P\n\nSee `src/a.ts:120-145`.\n"), "src/a.ts:120-145");
	is(ref_texts("# P\n\nSee src/a.ts:89, 142, 219.\n"),
	   "src/a.ts:89 src/a.ts:142 src/a.ts:219");
	is(ref_texts("# P\n\nSee lib/a.py#L10-L20.\n"), "lib/a.py:10-20");
	is(ref_texts("# P\n\nSee `tags.scm` line 18, src/x.fs:7.\n"), "tags.scm:18 src/x.fs:7");
	is(ref_texts("# P\n\nSee `props.fs` and `a.org:12`.\n"), "");
	is(ref_texts("# P\n\nSee src/a.ts:12:4 there.\n"), "src/a.ts:12");
	assert_int_equal(plan->refs.v[0].column, 4);
}

static void ref_more(void **state)
{
	(void)state;
	is(ref_texts("# P\n\n- Edit: `src/a.ts:12` (the lock), `:40-44` and `:90`\n"),
	   "src/a.ts:12 src/a.ts:40-44 src/a.ts:90");
	is(ref_texts("# P\n\n- **`src/a.ts`:** `open` (`:7-9`) calls `seal` (`:31`)\n"),
	   "src/a.ts:7-9 src/a.ts:31");
	is(ref_texts("# P\n\n- src/a.ts:3 and :5 wait; `x.json` waits for `:8`\n"),
	   "src/a.ts:3 src/a.ts:5 src/a.ts:8");
	/* a port is none */
	is(ref_texts("# P\n\n- `src/a.ts` listens on `:8080`, not on `:9090`\n"), "");
	is(ref_texts("# P\n\n- `src/a.ts:4` moves it from `:8080` to `:9090`\n"), "src/a.ts:4");
}

static void ref_letter(void **state)
{
	(void)state;
	is(ref_texts(UNDER "- the loop (L45), its end L836\xe2\x80\x93" "841, all ~L12, L1-89\n"),
	   "src/a.c:45 src/a.c:836-841 src/a.c:12 src/a.c:1-89");
	assert_true(plan->refs.v[2].approximate);
	is(ref_texts(UNDER "- Levels L1-L3, risk L15, T-L120, (L2) caches\n"), "");
}

static void ref_comment(void **state)
{
	(void)state;
	is(ref_texts(UNDER "```c\n# Line 77: int a;\n```\n"), "src/a.c:77");
	is(ref_texts("# P\n\n```c\n// from src/b.c (lines 12-20)\nint b;\n// see lib/c.c:9\n```\n"),
	   "src/b.c:12-20 lib/c.c:9");
	assert_null(plan->refs.v[0].expected);
	is(ref_texts("# P\n\n```c\nint b; // lines 12-20\nopen(\"src/b.c:7\");\n```\n"), "");
	is(ref_texts("# P\n\n```sh\n# prints src/b.c:12\n```\n"), "");
}

static void ref_open(void **state)
{
	(void)state;
	is(ref_texts(UNDER "- Lines 967+ go\n- lines 40-end\n- line 12 onward\n"),
	   "src/a.c:967+ src/a.c:40+ src/a.c:12+");
	is(ref_texts(UNDER "- line 7-endpoint\n"), "");
}

static void ref_about(void **state)
{
	(void)state;
	is(ref_texts(UNDER "- around line 80\n- lines ~1593-1975\n- line 7\n"),
	   "src/a.c:80 src/a.c:1593-1975 src/a.c:7");
	assert_true(plan->refs.v[0].approximate);
	assert_true(plan->refs.v[1].approximate);
	assert_false(plan->refs.v[2].approximate);
}

static void ref_bind(void **state)
{
	(void)state;
	is(ref_texts(UNDER "- In `src/b.c`, line 9 goes.\n"), "src/b.c:9");
	is(ref_texts(UNDER "- Remove line 9 of `src/b.c`.\n"), "src/b.c:9");
	is(ref_texts(UNDER "- Line 9\n"), "src/a.c:9");
	is(ref_texts("# P\n\n<task><name>T</name><files>src/c.c</files>\n"
		     "<action>Remove line 9.</action></task>\n"),
	   "src/c.c:9");
	is(ref_texts("# P\n\n## Why\n\nThe lock is in `src/d.c`.\n\nIt is taken on line 9.\n"),
	   "src/d.c:9");
}

static void ref_owner(void **state)
{
	(void)state;
	/* what stands in brackets is about the path before them */
	is(ref_texts("# P\n\n- docs/NOTES.md (lines 3-9, the shape of b.ts; lines 20-31, its test)\n"),
	   "docs/NOTES.md:3-9 docs/NOTES.md:20-31");
	is(ref_texts("# P\n\n- Follow `tick` (src/a.ts, lines 3-9) in `src/b.ts`.\n"), "src/a.ts:3-9");
	is(ref_texts("# P\n\n- Keep src/a.md's reference to b.md (line 58).\n"), "src/a.md:58");
	is(ref_texts("# P\n\n- Keep src/a.md's table in src/b.md (line 58).\n"), "src/b.md:58");
	/* what is said by the way is not */
	is(ref_texts("# P\n\n<task><name>T</name><files>a/view.c, a/keys.c</files><action>\n"
		     "- In `a/view.c` drop the block:\n"
		     "  - the loop (lines 40-52) -- as `a/keys.c` has it, too\n</action></task>\n"),
	   "a/view.c:40-52");
	/* a file known by a part of its name */
	is(ref_texts("# P\n\n- Create `t/load.test.c` as `t/open-retry.test.c` is\n"
		     "- Copy lines 3-8 of the open-retry test\n"),
	   "t/open-retry.test.c:3-8");
}

static void ref_listed(void **state)
{
	(void)state;
	is(ref_texts("# P\n\n### Task 1: X\n\n**Files:**\n- Modify: `src/a.c`\n- Create: `src/b.c`\n"
		     "- Test: `t/a.c`\n\n- [ ] **Step 1: Test**\n\nIn `t/a.c`:\n\n"
		     "- [ ] **Step 2: Move**\n\nMove the loop (lines 45-50).\n"),
	   "src/a.c:45-50");
	is(ref_texts("# P\n\n### File: `src/a.c`\n\nx\n\n### Change 1\n\nAt line 9.\n\n"
		     "### Change 2\n\nAt line 12.\n"),
	   "src/a.c:9 src/a.c:12");
}

static void ref_elsewhere(void **state)
{
	(void)state;
	/* the same range is named with its file elsewhere */
	is(ref_texts("# P\n\n<task><name>T</name><files>a.c, b.c</files><action>\n"
		     "- Cut `src/a.c:40-90`\n- Read `src/b.c:7`\n- Do lines 40-90 first\n</action></task>\n"),
	   "src/a.c:40-90 src/b.c:7");
	/* and what is known of one is known of the list */
	is(ref_texts("# P\n\n## One\n\nSee `src/a.c:95`.\n\n## Two\n\nAll (lines 78, 95, 201).\n"),
	   "src/a.c:95 src/a.c:78 src/a.c:201");
}

static void ref_short(void **state)
{
	(void)state;
	/* a short name means the path that the plan gives in full */
	is(ref_texts("# P\n\n- [ ] Change `cat.c`\n- `src/w/cat.c` is it; see cat.c:5\n"), "src/w/cat.c:5");
	is(ref_texts("# P\n\n@/home/me/boat/src/a.c (line 4) and `src/a.c:9`\n"), "src/a.c:4 src/a.c:9");
	is(ref_texts("# P\n\nAs /oct/10/token.c (lines 4-8) has it.\n"), "oct/10/token.c:4-8");
	is(ref_texts("# P\n\n@.planning/phases/02-x/02-PATTERNS.md\n\nSee PATTERNS.md line 70.\n"),
	   ".planning/phases/02-x/02-PATTERNS.md:70");
}

static void ref_unbound(void **state)
{
	(void)state;
	is(ref_texts("# P\n\nRemove line 9.\n"), "?:9");
}

static void ref_expected(void **state)
{
	(void)state;
	reads(UNDER "- Line 3: `int a;`\n- Lines 5-6: `int b;` + `int c;`\n");
	assert_int_equal(plan->refs.n, 2);
	is(plan->refs.v[0].expected, "int a;");
	is(plan->refs.v[1].expected, "int b;\nint c;");
}

static void ref_wanted(void **state)
{
	(void)state;
	reads(UNDER "- Line 3: `int a;` \xe2\x86\x92 `long a;`\n- Line 7: replace with `return b;`\n");
	assert_int_equal(plan->refs.n, 2);
	is(plan->refs.v[0].expected, "int a;");
	is(plan->refs.v[0].wanted, "long a;");
	assert_null(plan->refs.v[1].expected);
	is(plan->refs.v[1].wanted, "return b;");
}

#define FENCE(text) "\n```c\n" text "\n```\n\n"

static void ref_fences(void **state)
{
	(void)state;
	reads(UNDER "Replace lines 45-46:\n" FENCE("int a;\nint b;") "with:\n" FENCE("long a;"));
	is(plan->refs.v[0].expected, "int a;\nint b;");
	is(plan->refs.v[0].wanted, "long a;");
	reads(UNDER "**Before (line 9):**\n" FENCE("int a;") "**After:**\n" FENCE("long a;"));
	is(plan->refs.v[0].expected, "int a;");
	is(plan->refs.v[0].wanted, "long a;");
	reads(UNDER "Replace line 9 with:\n" FENCE("int a;") "To check, run:\n" FENCE("make"));
	assert_null(plan->refs.v[0].expected);
	is(plan->refs.v[0].wanted, "int a;");
	reads(UNDER "Change line 9:\n" FENCE("BEFORE: int a;\nAFTER:  long a;"));
	is(plan->refs.v[0].expected, "int a;");
	is(plan->refs.v[0].wanted, "long a;");
	reads(UNDER "At line 9\n\n```diff\n--- a\n- int a;\n+ long a;\n```\n");
	is(plan->refs.v[0].expected, "int a;");
	is(plan->refs.v[0].wanted, "long a;");
	/* what the next number quotes */
	reads(UNDER "- `a` (`x`, line 4) and `b` (`y`, line 5)\n");
	assert_null(plan->refs.v[0].expected);
}

static void ref_once(void **state)
{
	(void)state;
	is(ref_texts(UNDER "- Line 3: `int a;`\n\n## Tasks\n\n- [ ] Remove `src/a.c:3`\n"),
	   "src/a.c:3");
	is(plan->refs.v[0].expected, "int a;");
	/* the first naming has no text, the later ones have */
	is(ref_texts(UNDER "- Lines 3, 5 go\n- Line 3: `int a;`\n- Line 5: `int b;` \xe2\x86\x92 `long b;`\n"),
	   "src/a.c:3 src/a.c:5");
	is(plan->refs.v[0].expected, "int a;");
	is(plan->refs.v[1].wanted, "long b;");
	/* a span before other lines is theirs */
	is(ref_texts(UNDER "- state line 33, `to` line 44\n"), "src/a.c:33 src/a.c:44");
	assert_null(plan->refs.v[0].expected);
}

static void ref_none(void **state)
{
	(void)state;
	is(ref_texts(UNDER "About 10-20 lines, ~200 lines of code, min_lines: 40, localhost:8080, "
			   "12:30, L1-L3 caches, 2026-01-13, v1.2:3, #1234.\n- **Lines**: ~50 new\n"
			   "- **Lines to modify:** 5-10 lines\n- Clear address line 2\n"),
	   "");
}

/* ---- estimates ---- */

static void time_forms(void **state)
{
	static const struct {
		const char *text;
		int low, high;
	} forms[] = {
		{ "25 min", 25, 25 },	      { "4m 30s", 5, 5 },
		{ "1h30", 90, 90 },	      { "1 hour 15 minutes", 75, 75 },
		{ "2-3 hours", 120, 180 },    { "2\xe2\x80\x93" "3 hours", 120, 180 },
		{ "~3 hours", 180, 180 },     { "0.5-1 day", 240, 480 },
		{ "S (<2h)", 0, 120 },	      { "2 \xe4\xba\xba\xe5\xa4\xa9", 960, 960 },
		{ "5 jours", 2400, 2400 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct phl_estimate e;

		assert_true(phl_estimate_parse(forms[i].text, &e));
		assert_int_equal(e.low, forms[i].low);
		assert_int_equal(e.high, forms[i].high);
		is(e.text, forms[i].text);
	}
}

static void time_day(void **state)
{
	struct phl_estimate e;

	(void)state;
	assert_true(phl_estimate_parse("1 day", &e));
	assert_int_equal(e.low, 8 * 60);
	assert_true(phl_estimate_parse("1 week", &e));
	assert_int_equal(e.low, 5 * 8 * 60);
}

static void time_none(void **state)
{
	struct phl_estimate e;

	(void)state;
	assert_false(phl_estimate_parse("5", &e));
	assert_false(phl_estimate_parse("M", &e));
	reads("---\nestimate: 5 points\n---\n");
	assert_int_equal(plan->estimate.low, -1);
	is(plan->estimate.text, "5 points");
}

/* ---- the rest ---- */

static void depends_list(void **state)
{
	(void)state;
	reads("---\ndepends_on: [\"02-01\", 01-foundation]\n---\n");
	assert_int_equal(plan->depends_on.n, 2);
	assert_int_equal(reads("---\ndepends_on: []\n---\n")->depends_on.n, 0);
}

static void verify_command(void **state)
{
	(void)state;
	reads(HEAD "## Verification\n\n```bash\nmake check\n```\n\n## Tasks\n\n"
		   "- [ ] **Task 1**: Verify changes\n  ```bash\n  make all\n  ```\n");
	assert_int_equal(plan->verification.n, 2);
	is(plan->verification.v[0].command, "make check");
	assert_int_equal(plan->verification.v[0].task, -1);
	is(plan->verification.v[1].command, "make all");
	assert_int_equal(plan->verification.v[1].task, 0);
	reads(HEAD "<task><name>T</name><verify><automated>make check</automated></verify></task>\n");
	assert_int_equal(plan->verification.n, 1);
	is(plan->verification.v[0].command, "make check");
	assert_int_equal(plan->verification.v[0].fence, 0);
	reads(HEAD "<task><name>T</name><verify>`</verify></task>\n"
		   "<task><name>U</name><verify>``</verify></task>\n");
	assert_int_equal(plan->verification.n, 0);
	reads(HEAD "## Verification\n\n```sh\ncat <<'END'\nit isn't one\nEND\nmake a \\\n  b\n```\n");
	assert_int_equal(plan->verification.n, 2);
	is(plan->verification.v[0].command, "cat <<'END'\nit isn't one\nEND");
	is(plan->verification.v[0].shell, "sh");
	is(plan->verification.v[1].command, "make a \\\n  b");
	assert_int_equal(plan->verification.v[1].fence, plan->verification.v[0].fence);
	reads(HEAD "## Verification\n\n```console\n$ ls\nrm -rf x\n# Should show x.c\n```\n");
	assert_int_equal(plan->verification.n, 1);
	is(plan->verification.v[0].command, "ls");
	is(plan->verification.v[0].expect, "Should show x.c");
	is(plan->verification.v[0].shell, "bash");
}

static void verify_expect(void **state)
{
	(void)state;
	reads(HEAD "## Verification\n\n```bash\ngrep -c x a\n# Should be 0\n```\n");
	assert_int_equal(plan->verification.n, 1);
	is(plan->verification.v[0].expect, "Should be 0");
}

static void verify_run(void **state)
{
	(void)state;
	reads(HEAD "### Task 1: Ring\n\n- [ ] **Step 1**\n\nRun: `make a`\nExpected: FAIL with 3\n\n"
		   "**Run:** `make a`\n**Expected:** PASS\n\nRun: `make b`\n\nExpected: no errors\n\n"
		   "Run:\n```bash\nmake c\ngit add -A\ngit commit -m \"feat: ring\"\n```\nExpected: 4\n\n"
		   "Run: `make d`\n\nRun: `make e` and look\nExpected: light\n");
	assert_int_equal(plan->verification.n, 3);
	is(plan->verification.v[0].command, "make a");
	is(plan->verification.v[0].expect, "Expected: PASS");
	assert_int_equal(plan->verification.v[0].task, 0);
	assert_int_equal(plan->verification.v[0].line, 10);
	is(plan->verification.v[1].command, "make b");
	is(plan->verification.v[1].expect, "Expected: no errors");
	is(plan->verification.v[2].command, "make c");
	is(plan->verification.v[2].expect, "Expected: 4");
	assert_int_equal(plan->commits.n, 1);
	is(plan->commits.v[0].message, "feat: ring");
}

static void rollback_steps(void **state)
{
	(void)state;
	reads(HEAD "## Rollback\n\nIf it breaks:\n1. Stop\n2. Revert with `git revert`\n");
	assert_int_equal(plan->rollback.n, 2);
	is(plan->rollback.v[1].text, "Revert with `git revert`");
	assert_int_equal(plan->rollback.v[1].number, 2);
	assert_int_equal(reads(HEAD "<rollback>\n- Stop\n</rollback>\n")->rollback.n, 1);
}

static void rollback_note(void **state)
{
	(void)state;
	reads(HEAD "## Rollback\n\n1. Stop\n\n- 2026-03-09: rolled back on the first try\n");
	assert_int_equal(plan->rollback.n, 1);
	assert_int_equal(plan->notes.n, 1);
	is(plan->notes.v[0].kind, "rollback");
	is(plan->notes.v[0].date, "2026-03-09");
	is(plan->notes.v[0].text, "rolled back on the first try");
}

static void commit_planned(void **state)
{
	(void)state;
	reads(HEAD "- [ ] **Task 1**: Commit\n  ```\n  feat(03-01): paint the hulls\n  ```\n");
	assert_int_equal(plan->commits.n, 1);
	assert_null(plan->commits.v[0].hash);
	is(plan->commits.v[0].message, "feat(03-01): paint the hulls");
}

static void commit_recorded(void **state)
{
	(void)state;
	reads(HEAD "Commit: `917c8bc`\n");
	assert_int_equal(plan->commits.n, 1);
	is(plan->commits.v[0].hash, "917c8bc");
}

/* Nothing stands behind the last byte, not even a NUL: for the sanitizer. */
static struct phl_plan *reads_exactly(const char *text)
{
	size_t n = strlen(text);
	char *exact = malloc(n);

	memcpy(exact, text, n);
	phl_plan_free(plan);
	plan = phl_plan_parse(exact, n, PATH);
	free(exact);
	return plan;
}

static void footer_created(void **state)
{
	(void)state;
	is(reads(HEAD "text\n\n---\n*Plan: 03-01*\n*Created: 2026-01-13*\n")->created, "2026-01-13");
	is(reads_exactly(HEAD "Created: 2026-01-13")->created, "2026-01-13");
}

#define rule(name) { #name, name, NULL, gone, NULL }

int main(void)
{
	const struct CMUnitTest tests[] = {
		rule(file_phased),	 rule(file_gsd),
		rule(file_speckit),	 rule(file_kiro),
		rule(file_openspec),	 rule(file_backlog),
		rule(file_superpowers),
		rule(file_document),
		rule(file_superpowers),	 rule(file_statuses),
		rule(file_summary),	 rule(file_none),
		rule(text_lines),	 rule(text_fence),
		rule(text_fence_unclosed), rule(text_element),
		rule(text_element_unclosed), rule(text_box),
		rule(text_entities),
		rule(front_text),	 rule(front_keys),
		rule(front_unit),	 rule(front_other),
		rule(front_broken),	 rule(front_unclosed),
		rule(front_owner),
		rule(front_header),	 rule(id_path),
		rule(id_form),		 rule(id_source),
		rule(id_name),
		rule(title_heading),	 rule(title_other),
		rule(title_document),	 rule(document_goal),
		rule(document_files),	 rule(requirement_numbered),
		rule(requirement_labelled), rule(requirement_named),
		rule(status_words),	 rule(status_order),
		rule(status_summary),	 rule(status_tasks),
		rule(status_place),	 rule(status_draft),
		rule(status_listed),
		rule(status_contradicted),
		rule(task_box),		 rule(task_marks),
		rule(task_steps),	 rule(task_element),
		rule(task_status),	 rule(task_heading),
		rule(task_plain),	 rule(task_listed),
		rule(task_part),	 rule(task_front),
		rule(task_requirements), rule(task_criteria),
		rule(task_files),	 rule(task_estimate),
		rule(files_heading),	 rule(files_category),
		rule(files_list),	 rule(files_left),
		rule(files_union),
		rule(ref_line),		 rule(ref_path),
		rule(ref_more),		 rule(ref_letter),
		rule(ref_comment),
		rule(ref_open),		 rule(ref_about),
		rule(ref_bind),		 rule(ref_unbound),
		rule(ref_fences),
		rule(ref_owner),	 rule(ref_listed),
		rule(ref_elsewhere),	 rule(ref_short),
		rule(ref_expected),	 rule(ref_wanted),
		rule(ref_once),		 rule(ref_none),
		rule(time_forms),	 rule(time_day),
		rule(time_none),	 rule(depends_list),
		rule(verify_command),	 rule(verify_expect),
		rule(verify_run),
		rule(rollback_steps),	 rule(rollback_note),
		rule(commit_planned),	 rule(commit_recorded),
		rule(footer_created),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
