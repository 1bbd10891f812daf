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

/* Versions of the libraries behind the two doors of this module. */
const char *parse_cmark_version(void);
const char *parse_yaml_version(void);

/* ---- families: which files are plans, and what completes them ---- */

enum file_kind { FILE_OTHER, FILE_PLAN, FILE_SUMMARY, FILE_ROADMAP };

struct family {
	const char *name;
	bool summary_completes; /* a matching SUMMARY means done */
	bool boxes_count;       /* task boxes are evidence for the plan's status */
};

/* What a file is, from its path below the root alone. */
enum file_kind family_classify(const char *path);

/* The family of a plan file; never NULL (`phased` for any other .md). */
const struct family *family_of(const char *path);

/* The plan that a SUMMARY belongs to has one of these names: calls `found` with
 * each candidate path of a SUMMARY for the plan at `path`, best first, until it
 * returns true.  Returns that candidate (in `a`) or NULL. */
const char *family_summary(struct arena *a, const char *path,
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
