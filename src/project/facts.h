/* facts: what a SUMMARY, a ROADMAP, a document or a list of statuses says, as text to keep in
 * the store
 *
 * One fact a line, its fields between tabs.  Only this module reads it. */
#ifndef PROJECT_FACTS_H
#define PROJECT_FACTS_H

#include "base/arena.h"
#include "model/wordlist.h"
#include "parse/document.h"
#include "parse/parse.h"

/* A plan's line in a ROADMAP. */
struct roadmap_plan {
	const char *id;
	const char *title; /* or NULL */
	bool has_box;      /* and it is the same wherever the id occurs */
	bool ticked;
};

struct roadmap_facts {
	PHL_LIST(struct roadmap_plan) plans; /* by id (strcmp), each once */
};

const char *facts_of_summary(struct arena *a, const struct summary *s);
struct summary *facts_read_summary(struct arena *a, const char *facts);

const char *facts_of_roadmap(struct arena *a, const struct roadmap *r);
struct roadmap_facts *facts_read_roadmap(struct arena *a, const char *facts);

const char *facts_of_document(struct arena *a, const struct document *d);
struct document *facts_read_document(struct arena *a, const char *facts, const char *path);

/* NULL for a configuration that lists none, both ways. */
const char *facts_of_statuses(struct arena *a, const struct wordlist *w);
const struct wordlist *facts_read_statuses(struct arena *a, const char *facts);

/* NULL when the ROADMAP does not name the plan. */
const struct roadmap_plan *facts_find_plan(const struct roadmap_facts *r, const char *id);

bool facts_same_plan(const struct roadmap_plan *a, const struct roadmap_plan *b);

#endif
