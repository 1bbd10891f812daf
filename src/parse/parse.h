/* parse: from bytes to the model; nothing here opens a file */
#ifndef PARSE_PARSE_H
#define PARSE_PARSE_H

#include "base/arena.h"
#include "phaseline.h"

/* Reads a plan.  Everything it returns is in `a`.  `scratch`, which may not be
 * `a`, is used on the way and may be reset afterwards. */
struct phl_plan *parse_plan(struct arena *a, struct arena *scratch,
			    const char *bytes, size_t len, const char *path);

/* What a SUMMARY says about the plan it belongs to. */
struct summary {
	const char *status;          /* a recognised status word, or NULL */
	struct phl_estimate duration;
	const char *completed;       /* ISO date, or NULL */
	phl_commit_list commits;
	PHL_LIST(struct phl_note) deviations;
};
struct summary *parse_summary(struct arena *a, struct arena *scratch,
			      const char *bytes, size_t len);

/* A line of a ROADMAP that names a plan or a phase. */
struct roadmap_line {
	const char *id;    /* "03-01" for a plan, "03" for a phase, canonical */
	bool is_phase;
	bool has_box, ticked;
	const char *title; /* without id and remarks, or NULL */
	int line;
};
struct roadmap {
	const char *title; /* its first heading, or NULL */
	PHL_LIST(struct roadmap_line) lines;
};
struct roadmap *parse_roadmap(struct arena *a, struct arena *scratch,
			      const char *bytes, size_t len);

/* The words for statuses that a configuration of Backlog.md lists, or NULL. */
struct wordlist;
const struct wordlist *parse_statuses(struct arena *a, struct arena *scratch,
				      const char *bytes, size_t len);

/* Versions of the libraries behind the two doors of this module. */
const char *parse_cmark_version(void);
const char *parse_yaml_version(void);

/* ---- families: which files are plans, and what completes them ---- */

enum file_kind { FILE_OTHER, FILE_PLAN, FILE_SUMMARY, FILE_ROADMAP, FILE_CONTEXT, FILE_STATUSES };

/* What gives a plan its id. */
enum naming {
	NAMED_BY_NUMBERS,   /* "03-03" in the name of its file */
	NAMED_BY_DIRECTORY, /* "add-lamps" of changes/add-lamps/tasks.md */
	NAMED_BY_FILE,      /* "lamps" of 2026-01-13-lamps.md */
	NAMED_BY_KEY,       /* its frontmatter, or else the start of its file's name */
};

/* How teams of one kind write their plans; what they do alike is asked nowhere else. */
struct document_rule;
struct family {
	const char *name;
	const char *label;      /* as its users call it */
	enum naming naming;
	bool summary_completes; /* a matching SUMMARY means done, and is looked for */
	bool boxes_count;       /* task boxes are evidence for the plan's status */
	bool keeps_status;      /* there is a place for its own status in a plan */
	bool task_list;         /* all outermost or numbered boxes are tasks */
	bool bare_paths;        /* tasks name their files without backticks */
	bool has_conditions;    /* boxes under criteria are conditions, even in a list of tasks */
	const struct document_rule *documents; /* that stand beside a plan, see document.h */
	bool counts_conditions; /* "#2" in front of a condition is its number */
	const struct wordlist *statuses; /* its words for them, unless it is configured, or NULL */
	const char *config, *root_config; /* in its first directory, and beside that, or NULL */
	const char *started;    /* the mark for what is under way, NULL: what the plan uses */
};

/* What a file is, from its path below the root alone. */
enum file_kind family_classify(const char *path);

/* The family of a plan file; never NULL (`phased` for any other .md). */
const struct family *family_of(const char *path);

/* The family of that name, or NULL; the names, in the order of the table. */
const struct family *family_named(const char *name);
extern const char *const family_names[];

/* What a plan's place says of it, in `a`. */
struct family_place {
	const char *group; /* what those around it are called together, or NULL */
	const char *dir;   /* the directory that they share */
	const char *key;   /* what that is sorted by, NULL: its name */
};
struct family_place family_place_of(struct arena *a, const char *path);

/* The family's rules, as evidence about a plan. */
struct evidence;
void family_evidence(const char *path, struct evidence *e);

/* The plan that a SUMMARY belongs to has one of these names: calls `found` with
 * each candidate path of a SUMMARY for the plan at `path`, best first, until it
 * returns true.  Returns that candidate (in `a`) or NULL. */
const char *family_summary(struct arena *a, const char *path,
			   bool (*found)(const char *candidate, void *ctx), void *ctx);

/* The same for the configuration that lists the statuses of a plan's team. */
const char *family_config(struct arena *a, const char *path,
			  bool (*found)(const char *candidate, void *ctx), void *ctx);

/* ---- configuration: the one other YAML we read ---- */

/* .phaseline.yaml */
struct config {
	PHL_LIST(const char *) plans;  /* globs that override the families' rules */
	PHL_LIST(const char *) source; /* directories where the code lies */
	const char *title;             /* of the project, or NULL */
	bool write_back;               /* default true */
	bool plan_done_auto;           /* plan_done: auto */
	int hours_per_day, days_per_week;
};
/* On a mistake: false, with *line and *col set and err's text saying what. */
struct err;
bool parse_config(struct arena *a, const char *bytes, size_t len, struct config *out,
		  int *line, int *col, struct err *err);

#endif
