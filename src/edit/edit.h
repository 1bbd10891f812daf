/* edit: the smallest change of a plan's bytes that says what was decided
 *
 * An edit names a place by what it means (the box of a task, a key), not by an
 * offset, so that it can still be made when somebody saved the file meanwhile,
 * and turned around by undo.  Every byte outside of it stays as it is. */
#ifndef EDIT_EDIT_H
#define EDIT_EDIT_H

#include "base/buf.h"
#include "base/err.h"
#include "parse/places.h"

enum edit_field {
	EDIT_BOX,         /* the mark in the box of a task */
	EDIT_STEP,        /* the mark in the box of a step; key: "INDEX TITLE" */
	EDIT_ATTRIBUTE,   /* an attribute of a <task>; key: its name */
	EDIT_KEY,         /* the value of a key, as written; key: its name */
	EDIT_FRONTMATTER, /* all of it, where there was none */
	EDIT_TITLE,       /* the estimate behind a task's title */
	EDIT_NOTE,        /* a dated line; key: "rollback" or "note" */
	EDIT_LINES,       /* the numbers of a reference; key: "TEXT NTH PLACE PATH" */
	EDIT_FIELDS
};
extern const char *const edit_field_words[EDIT_FIELDS];

/* `before` is what stands there, `after` what shall; NULL is nothing at all. */
struct edit {
	enum edit_field field;
	int task; /* index into plan->tasks, -1 for the plan */
	const char *key;
	const char *before, *after;
};
typedef PHL_LIST(struct edit) edit_list;

/* The text of a plan, read so that it can be changed.  `bytes` must outlive it. */
struct draft {
	struct arena *a;      /* of plan and edits */
	struct arena scratch; /* of the places */
	const char *bytes, *path;
	size_t n;
	struct phl_plan *plan; /* as the text alone gives it, before plan_decide() */
	struct places places;
	struct ref_name *names; /* of its references, once they are wanted (renumber.c) */
};
void draft_read(struct draft *d, struct arena *a, const char *bytes, size_t n,
		const char *path);

/* The same, of tasks and keys only: enough to find places, not to see what else a
 * change would do. */
void draft_read_places(struct draft *d, struct arena *a, const char *bytes, size_t n,
		       const char *path);
void draft_free(struct draft *d); /* keeps what is in `a` */

/* ---- what to change (make.c); edits are added to `out` ---- */

/* True when the text then says so itself; false when it cannot (a box knows done
 * and open only, unless the plan uses other marks already), and the journal has
 * to remember it beside the edits made. */
bool make_task_status(struct draft *d, int task, enum phl_status status, edit_list *out);

/* `word` is the status in the tree's own words. False where it cannot be written. */
bool make_plan_status(struct draft *d, const char *word, edit_list *out);

/* Sets a key, in the frontmatter or in a bold line, wherever this plan keeps
 * such things; makes the line, or the frontmatter, where there is none. */
bool make_key(struct draft *d, enum plan_key key, const char *value, edit_list *out);

/* Takes a value of the frontmatter away, with its line where undo can bring that back. */
void make_no_key(struct draft *d, enum plan_key key, edit_list *out);

/* An estimate in minutes, as `text` says it. */
bool make_task_estimate(struct draft *d, int task, const char *text, edit_list *out);
bool make_plan_estimate(struct draft *d, const struct phl_estimate *e, edit_list *out);

/* "- DATE: TEXT" at the end of the section `kind` ("rollback" or "note"), which is
 * made where there is none. */
void make_note(struct draft *d, const char *kind, const char *date, const char *text,
	       edit_list *out);

/* Adds `shift` to the numbers of a reference (index into plan->refs), wherever the
 * plan writes them; nothing else of them changes.  False, with nothing added, where
 * they are not written as numbers. */
bool make_lines(struct draft *d, int ref, int shift, edit_list *out);

/* What the numbers of each reference will be with these edits. */
struct line_range {
	int first, last;
};
struct line_range *lines_after(struct draft *d, const edit_list *edits);

/* ---- words (vocabulary.c) ---- */

/* The words that the plans of a tree use for statuses. */
struct vocabulary {
	const char *word[PHL_STATUSES];
	bool underscores; /* in_progress */
};

/* Learns a status as somebody wrote it. */
void vocabulary_learn(struct vocabulary *v, const char *written);

/* Minutes in the way of `like`: "25 min", "25m", "1h 5m", "0.5 hours"; NULL for none. */
const char *duration_like(struct arena *a, int64_t minutes, const char *like);

/* The word for a status, where `like` (NULL for none) stands now: its case. */
const char *vocabulary_word(const struct vocabulary *v, struct arena *a,
			    enum phl_status status, const char *like);

/* ---- changing (apply.c) ---- */

/* Bytes to be replaced. */
struct splice {
	size_t at, len;
	const char *text;
	size_t n;
	size_t order; /* among those at one place */
};
typedef PHL_LIST(struct splice) splice_list;

enum edit_state {
	EDIT_OPEN,     /* `before` stands there: it can be made */
	EDIT_MADE,     /* `after` stands there already */
	EDIT_CONFLICT, /* something else does, or the place is gone */
};

/* Looks an edit up in the text; *out is set for EDIT_OPEN.  A note's `after`
 * becomes the text that is really inserted. */
enum edit_state edit_locate(struct draft *d, struct edit *e, struct splice *out);

/* Appends the text with all edits that are open made; *conflicts counts those
 * that cannot be. */
void edits_apply(struct draft *d, edit_list *edits, struct buf *out, splice_list *splices,
		 int *conflicts);

/* Are all of them marks in the boxes of tasks?  Then nothing but the statuses of
 * these tasks can change with them. */
bool edits_only_tick(const edit_list *edits);

/* The edits that take these back, last first. */
void edits_invert(struct arena *a, const edit_list *edits, edit_list *out);

/* Does `now` say the same as `was`, but for what the edits are about?  Else *what
 * names the first thing that changed though nobody asked. */
bool edits_kept_rest(struct draft *was, const struct draft *now, const edit_list *edits,
		     const char **what);

/* Taken back from `now`, do they leave the very bytes of `was`?  Not in every text that is
 * broken already: what is added there may be read as something else. */
bool edits_lead_back(struct draft *was, struct draft *now, const edit_list *edits);

/* ---- showing (diff.c) ---- */

/* Appends the change as a unified diff with three lines of context. */
void diff_unified(struct buf *out, const struct draft *d, const splice_list *splices);

#endif
