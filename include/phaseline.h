/* phaseline.h: read phased migration plans (markdown with YAML frontmatter)
 *
 * The library turns the bytes of a plan file into a struct phl_plan: tasks,
 * files, line references, estimates, verification, rollback, and findings with
 * positions.  It never gives up on a plan: what cannot be understood becomes a
 * finding, and everything else is still there.
 *
 * Every string is NUL-terminated, valid until phl_plan_free(), and holds the
 * bytes of the file: escape it before it reaches a terminal or a page.  A NUL
 * byte in the file stands as U+FFFD.  Lines and columns are 1-based and those
 * of the file on disk; columns count bytes.  Durations are minutes.
 */
#ifndef PHASELINE_H
#define PHASELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is declared here is visible outside of the library, and nothing else. */
#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif

#define PHL_VERSION "0.1.0"

/* A growing array; `v` is NULL when `n` is 0. */
#define PHL_LIST(type)                                                         \
	struct {                                                               \
		type *v;                                                       \
		size_t n, cap;                                                 \
	}

typedef PHL_LIST(const char *) phl_name_list;

enum phl_status {
	PHL_PENDING,
	PHL_IN_PROGRESS,
	PHL_BLOCKED,
	PHL_DONE,
	PHL_SKIPPED,
	PHL_ROLLED_BACK,
	PHL_STATUSES,
	PHL_NO_STATUS = -1 /* a step without a box */
};

/* Which source decided the status of a plan or task. */
enum phl_status_from {
	PHL_FROM_DEFAULT, /* nothing said otherwise: pending */
	PHL_FROM_FRONTMATTER,
	PHL_FROM_HEADER, /* a bold line under the first heading */
	PHL_FROM_SUMMARY,
	PHL_FROM_ROADMAP,
	PHL_FROM_TASKS,
	PHL_FROM_BOX,
	PHL_FROM_ATTRIBUTE, /* <task status="…"> */
	PHL_FROM_PLAN,      /* a task without a status of its own */
	PHL_FROM_JOURNAL,   /* changed by command, not yet in the file */
	PHL_FROM_DIRECTORY, /* it lies where its family puts what is finished */
	PHL_STATUS_FROMS
};

enum phl_title_from {
	PHL_TITLE_HEADING,
	PHL_TITLE_ROADMAP,
	PHL_TITLE_OBJECTIVE,
	PHL_TITLE_SLUG,
	PHL_TITLE_DOCUMENT, /* that of a document beside a list of tasks */
	PHL_TITLE_FRONTMATTER,
	PHL_TITLE_FROMS
};

enum phl_severity { PHL_NOTE, PHL_WARNING, PHL_ERROR, PHL_SEVERITIES };

/* A duration as planned or spent.  `text` is NULL when nothing was said;
 * low and high are -1 when the text is not a duration ("M", "5 points"). */
struct phl_estimate {
	int low, high; /* minutes */
	const char *text;
};

/* An item below a task. */
struct phl_step {
	const char *title;
	enum phl_status status; /* PHL_NO_STATUS without a box */
	int line;
	int depth; /* 0 directly below the task */
};

struct phl_task {
	int number;        /* as labelled, 0 when it has none */
	const char *label; /* "Task 3", NULL when it has none */
	const char *title; /* without the label */
	const char *type;  /* type attribute of a <task>, or NULL */
	enum phl_status status;
	enum phl_status_from status_from;
	int line;     /* where it starts */
	int last;     /* its last line */
	int box_col;  /* column of the mark inside its box, 0 without one */
	bool optional;
	bool parallel;       /* "[P]": may be done beside those around it */
	const char *parent;  /* label of the task that it is a part of, or NULL */
	const char *section; /* the heading it stands under in a list of tasks, or NULL */
	struct phl_estimate estimate;
	PHL_LIST(struct phl_step) steps;
	PHL_LIST(const char *) files; /* paths it says it will touch */
	phl_name_list requirements; /* that it says it is for: "1.2", "US2" */
	/* What only a journal knows: NULL in what phl_plan_parse() returns. */
	const char *owner;   /* to whom it was assigned */
	const char *started; /* ISO time, while it is under way */
	struct phl_estimate actual; /* time spent on it so far */
};

/* A path that a plan says it will touch. */
struct phl_file {
	const char *path;
	int number; /* of its heading, 0 when it has none */
	const char *category;
	const char *remark;   /* "(MAJOR - many instances)" without parentheses */
	const char *decision; /* text after **Decision:** */
	const char *notes;    /* prose below its heading, NULL when none */
	bool left;            /* a decision leaves it as it is */
	int line;
};

/* A line or lines of a file that a plan points at. */
struct phl_ref {
	const char *path; /* NULL: bound to no file */
	int first, last;  /* last is INT32_MAX for an open end ("967+") */
	int column;       /* 0 when not given */
	bool approximate;
	const char *expected; /* the text that should stand there now, or NULL */
	const char *wanted;   /* the text wanted there afterwards, or NULL */
	int task;             /* index into tasks, -1 outside every task */
	int line, col;        /* where the plan says so */
};

/* A checkbox that states a condition, not work. */
struct phl_criterion {
	int number; /* "#2" in front of its title, 0 when it has none */
	const char *title;
	enum phl_status status;
	int line;
};

struct phl_verification {
	const char *command;
	const char *expect; /* what its comment says it should give, or NULL */
	const char *shell;  /* "bash", or as its fence says: "sh", "zsh" */
	int task;           /* index into tasks, -1 for the plan's own */
	int fence;          /* the line that opens its fence, 0 outside of one */
	int line;
};

struct phl_rollback {
	int number; /* 1-based, in order */
	const char *text;
	int line;
};

struct phl_commit {
	const char *hash;    /* NULL for a message that is only planned */
	const char *message; /* NULL when only the hash is recorded */
	int line;
};

typedef PHL_LIST(struct phl_commit) phl_commit_list;

/* A dated remark, as phaseline writes them or people do. */
struct phl_note {
	const char *kind; /* "rollback", "note", "deviation" */
	const char *date; /* ISO, or NULL */
	const char *text;
	int line;
};

/* What a document beside a list of tasks declares that they are for. */
struct phl_requirement {
	const char *id;    /* "1.2", "US2", "FR-003"; its name where it has no other */
	const char *title; /* or NULL */
	const char *text;  /* or NULL */
	const char *path;  /* of the document */
	int line;
	bool traced; /* lists of its family say which tasks are for it */
};

typedef PHL_LIST(struct phl_requirement) phl_requirement_list;

struct phl_finding {
	const char *rule; /* a name of a fixed set, e.g. "mojibake" */
	enum phl_severity severity;
	int line, col;
	const char *message;
};

/* A frontmatter key that phaseline has no use for, kept and shown. */
struct phl_key {
	const char *name, *value; /* a nested value is its YAML source text */
	int line;
};

struct phl_plan {
	const char *path;   /* from the root of the project */
	const char *id;     /* "03-03", "add-lamps"; the path where nothing names it */
	const char *phase;  /* "03", "02.1", NULL without a number */
	const char *plan;   /* "03", "04a", NULL without a number */
	const char *phase_name; /* "colors" of 03-colors, or NULL */
	const char *group;  /* directory that it shares with others of its phase or kind */
	const char *group_key; /* what that directory is sorted by, NULL: its name */
	const char *family; /* "phased", "gsd", "speckit", "kiro", "openspec", "backlog",
			       "superpowers" */
	const char *title;
	enum phl_title_from title_from;
	const char *goal; /* first paragraph of the goal or objective, or NULL */
	enum phl_status status;
	enum phl_status_from status_from;
	const char *status_text; /* the status as written, or NULL */
	int status_line, status_col; /* where it is written, 0 when it is not */
	struct phl_estimate estimate, actual;
	const char *created, *started, *completed; /* ISO dates, or NULL */
	int wave;                                  /* 0 when not given */
	const char *owner, *priority, *type;
	bool summarised; /* its SUMMARY exists */
	PHL_LIST(const char *) depends_on;
	phl_name_list requirements;
	phl_requirement_list declared; /* empty in what phl_plan_parse() returns */
	PHL_LIST(const char *) tags;
	PHL_LIST(struct phl_key) keys;
	PHL_LIST(struct phl_task) tasks;
	PHL_LIST(struct phl_file) files;
	PHL_LIST(struct phl_ref) refs;
	PHL_LIST(struct phl_criterion) criteria;
	PHL_LIST(struct phl_verification) verification;
	PHL_LIST(struct phl_rollback) rollback;
	phl_commit_list commits;
	PHL_LIST(struct phl_note) notes;
	PHL_LIST(struct phl_finding) findings;
};

/* Reads the plan in bytes[0..len), which may be any bytes at all.  `path` is
 * where it lies from the root of its project; file name and directory take
 * part in its identity.  Neither is kept.  Status and title are those that the
 * text alone gives: a SUMMARY or ROADMAP beside it is not looked at.
 * The caller owns the result and frees it with phl_plan_free().  NULL when memory
 * runs out, and for nothing else: what is wrong with the text is in `findings`. */
struct phl_plan *phl_plan_parse(const char *bytes, size_t len, const char *path);

/* Frees a plan and all that it holds; NULL is allowed. */
void phl_plan_free(struct phl_plan *plan);

/* Writes the plan as the JSON object of phaseline-json(5), without a final
 * newline.  The caller frees the result with free().  NULL when memory runs out. */
char *phl_plan_json(const struct phl_plan *plan);

/* The canonical word of a status ("in-progress"); never NULL. */
const char *phl_status_word(enum phl_status status);

/* Reads a status word in any of the spellings of phaseline-plan(5); case,
 * spaces, hyphens, underscores and emoji do not count.  False, with *status
 * PHL_PENDING, when the word is unknown. */
bool phl_status_parse(const char *word, enum phl_status *status);

/* Reads a duration such as "25 min", "1h30" or "2-3 days" (a day is 8 hours, a
 * week 5 days).  False, with low and high -1, when it is none; estimate->text
 * is `text` itself in both cases. */
bool phl_estimate_parse(const char *text, struct phl_estimate *estimate);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif

#endif
