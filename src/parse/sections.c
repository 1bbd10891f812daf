#include "parse/sections.h"

#include <pthread.h>
#include <string.h>

#include "base/text.h"
#include "parse/header.h"

/* The first entry whose word stands in the heading wins; at = true: only at its
 * start. */
static const struct {
	const char *word;
	enum section section;
	bool at;
} names[] = {
	{ "rollback", SEC_ROLLBACK, false },
	{ "roll back", SEC_ROLLBACK, false },
	{ "rückfall", SEC_ROLLBACK, false },
	{ "retour arrière", SEC_ROLLBACK, false },
	{ "回滚", SEC_ROLLBACK, false },
	{ "reversibility", SEC_ROLLBACK, false },
	{ "success criteria", SEC_CRITERIA, false },
	{ "acceptance", SEC_CRITERIA, false },
	{ "criteria", SEC_CRITERIA, false },
	{ "must-have", SEC_CRITERIA, false },
	{ "must have", SEC_CRITERIA, false },
	{ "definition of done", SEC_CRITERIA, false },
	{ "dod", SEC_CRITERIA, true },
	{ "done when", SEC_CRITERIA, false },
	{ "critères", SEC_CRITERIA, false },
	{ "criterios", SEC_CRITERIA, false },
	{ "critérios", SEC_CRITERIA, false },
	{ "kriterien", SEC_CRITERIA, false },
	{ "验收", SEC_CRITERIA, false },
	{ "成功标准", SEC_CRITERIA, false },
	{ "完成标准", SEC_CRITERIA, false },
	{ "checklist", SEC_CRITERIA, false },
	{ "verification", SEC_VERIFICATION, false },
	{ "validation", SEC_VERIFICATION, false },
	{ "verify", SEC_VERIFICATION, true },
	{ "vérification", SEC_VERIFICATION, false },
	{ "verificación", SEC_VERIFICATION, false },
	{ "verificação", SEC_VERIFICATION, false },
	{ "überprüfung", SEC_VERIFICATION, false },
	{ "验证", SEC_VERIFICATION, false },
	{ "検証", SEC_VERIFICATION, false },
	{ "test plan", SEC_VERIFICATION, false },
	{ "testing", SEC_VERIFICATION, true },
	{ "test commands", SEC_VERIFICATION, false },
	{ "files to modify", SEC_FILES, false },
	{ "files to change", SEC_FILES, false },
	{ "files to update", SEC_FILES, false },
	{ "files to create", SEC_FILES, false },
	{ "files to touch", SEC_FILES, false },
	{ "files modified", SEC_FILES, true },
	{ "files changed", SEC_FILES, true },
	{ "files affected", SEC_FILES, true },
	{ "affected files", SEC_FILES, false },
	{ "modified files", SEC_FILES, false },
	{ "fichiers à modifier", SEC_FILES, false },
	{ "dateien", SEC_FILES, true },
	{ "commit", SEC_COMMIT, false },
	{ "deviations", SEC_DEVIATIONS, true },
	{ "important notes", SEC_NOTES, false },
	{ "notes", SEC_NOTES, true },
	{ "goal", SEC_GOAL, true },
	{ "objective", SEC_GOAL, true },
	{ "objectif", SEC_GOAL, true },
	{ "objetivo", SEC_GOAL, true },
	{ "ziel", SEC_GOAL, true },
	{ "description", SEC_GOAL, true },
	{ "目标", SEC_GOAL, true },
	{ "context", SEC_CONTEXT, true },
	{ "background", SEC_CONTEXT, true },
	{ "tasks", SEC_TASKS, false },
	{ "tâches", SEC_TASKS, false },
	{ "tareas", SEC_TASKS, false },
	{ "tarefas", SEC_TASKS, false },
	{ "aufgaben", SEC_TASKS, false },
	{ "任务", SEC_TASKS, false },
};

static const enum section of_tag[] = {
	[TAG_VERIFY] = SEC_VERIFICATION,   [TAG_AUTOMATED] = SEC_VERIFICATION,
	[TAG_DONE] = SEC_CRITERIA,         [TAG_HOW_TO_VERIFY] = SEC_VERIFICATION,
	[TAG_BEHAVIOR] = SEC_CRITERIA,     [TAG_ACCEPTANCE] = SEC_CRITERIA,
	[TAG_OBJECTIVE] = SEC_GOAL,        [TAG_CONTEXT] = SEC_CONTEXT,
	[TAG_VERIFICATION] = SEC_VERIFICATION, [TAG_SUCCESS] = SEC_CRITERIA,
	[TAG_ROLLBACK] = SEC_ROLLBACK,     [TAG_TASKS] = SEC_TASKS,
	[TAG_OTHER] = SEC_OTHER,
};

enum { NAMES = sizeof names / sizeof *names };

/* The names by their first byte, each list in the order of the table: NAMES ends
 * it. */
static unsigned char first_with[256], next_with[NAMES];
static pthread_once_t indexed = PTHREAD_ONCE_INIT;

static void index_names(void)
{
	memset(first_with, NAMES, sizeof first_with);
	for (size_t k = NAMES; k-- > 0;) {
		unsigned char *first = &first_with[(unsigned char)names[k].word[0]];
		next_with[k] = *first;
		*first = (unsigned char)k;
	}
}

/* Names stand at the start of a word, so that only those places are tried. */
enum section section_named(const char *s, size_t n)
{
	while (n && !is_alnum(*s) && !(*s & 0x80))
		s++, n--;
	pthread_once(&indexed, index_names);
	size_t best = NAMES;
	for (size_t i = 0; i < n; i++) {
		size_t k = first_with[(unsigned char)to_lower(s[i])];
		bool start = i == 0 || (s[i] & 0x80) || !is_alnum(s[i - 1]);
		for (; start && k < best; k = next_with[k])
			if ((i == 0 || !names[k].at) && starts_word(s + i, n - i, names[k].word))
				best = k;
	}
	return best < NAMES ? names[best].section : SEC_OTHER;
}

static enum section section_of_heading(struct reader *r, struct body *body, int heading)
{
	struct block *h = &body->blocks.v[heading];
	if (h->named < 0) {
		size_t n;
		const char *s = body_text(r, body, heading, &n);
		/* the title of a plan about verification announces nothing */
		bool title = heading == header_title(body);
		h->named = (signed char)(title ? SEC_OTHER : section_named(s, n));
	}
	return (enum section)h->named;
}

static void announce(struct surroundings *a, enum section found)
{
	if (!a->sections)
		a->nearest = (signed char)found;
	if (found != SEC_OTHER)
		a->sections |= 1U << found;
}

/* What the headings and elements around a block announce; blocks that follow each
 * other mostly stand in the same. */
static const struct surroundings *around(struct reader *r, struct body *body, int block)
{
	const struct block *b = &body->blocks.v[block];
	struct surroundings *a = &body->around;
	int heading = b->section, region = b->region;
	if (a->known && a->section == heading && a->region == region)
		return a;
	*a = (struct surroundings){ .known = true, .section = heading, .region = region };
	for (; region >= 0; region = body->cut->regions.v[region].parent) {
		for (; heading >= 0 && body->blocks.v[heading].region == region;
		     heading = body->blocks.v[heading].section)
			announce(a, section_of_heading(r, body, heading));
		announce(a, of_tag[body->cut->regions.v[region].tag]);
	}
	return a;
}

enum section section_of_block(struct reader *r, struct body *body, int block)
{
	return (enum section)around(r, body, block)->nearest;
}

bool block_in_section(struct reader *r, struct body *body, int block, enum section type)
{
	return around(r, body, block)->sections & 1U << type;
}
