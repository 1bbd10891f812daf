/* store: the SQLite file that answers questions about a tree of plans
 *
 * The store is a derived index (rebuilt from the tree at any time) plus the
 * journal (append-only).  Everything returned is copied into the arena given. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "model/claims.h"
#include "model/plan.h"
#include "model/proof.h"
#include "model/rows.h"
#include "model/touch.h"
#include "phaseline.h"

struct store;

enum store_flags {
	STORE_READONLY = 1, /* never write, never create */
	STORE_MEMORY = 2,   /* a store of its own, gone at the end */
};

/* Opens or creates the store; checks that it is ours, whole and not newer, and
 * touches no other file.  A directory named .phaseline is created, with a
 * .gitignore that hides it; any other must exist. */
bool store_open(struct store **out, const char *path, unsigned flags, struct err *err);
void store_close(struct store *s); /* NULL is allowed */

/* The lock file beside the store, which keeps phaselines from waiting inside
 * SQLite: everything that writes takes it first.  Gives up after ten seconds
 * in which nobody was served, and after a minute, with ERR_BUSY, nothing changed.
 * Nothing to do for a store in memory; taking it twice is fine. */
bool store_lock(struct store *s, struct err *err);
bool store_lock_within(struct store *s, int milliseconds, struct err *err);
void store_unlock(struct store *s);

/* A note in the lock file: what its holder has to clean up, should it die.  NULL
 * takes it away.  Reading gives NULL for none. */
bool store_note(struct store *s, const char *text, struct err *err);
bool store_read_note(struct store *s, struct arena *a, const char **text, struct err *err);

/* Has somebody died at work, or is somebody at work?  Cheap, and asked without the
 * lock; with it, it is known. */
bool store_is_left(struct store *s);

/* One transaction, durable once committed.  After an error inside, only
 * store_abort() makes sense. */
bool store_begin(struct store *s, struct err *err); /* BEGIN IMMEDIATE */

/* For what can be found out again: a power failure right behind the commit may take it
 * back, as a whole. */
bool store_begin_again(struct store *s, struct err *err);

bool store_commit(struct store *s, struct err *err);
void store_abort(struct store *s); /* nothing to abort is fine */

/* The same for a re-index of `plans` changed plans, which can be repeated: whole
 * or not there when the program dies, but for a few plans the disk is not waited
 * for while the journal holds nothing that the tree could not tell again. */
bool store_begin_index(struct store *s, size_t plans, struct err *err);

/* Until store_release(), or the next begin, every answer is of this moment, and
 * questions cost less; writers wait for the end, so nothing slow belongs inside.
 * Again is fine, and so is releasing what was not asked for. */
bool store_snapshot(struct store *s, struct err *err);
void store_release(struct store *s);

/* What is read from here on is read once, so little of it is kept; or no longer so. */
bool store_read_once(struct store *s, bool once, struct err *err);

/* Did it never know a plan? */
bool store_is_empty(struct store *s, bool *empty, struct err *err);

/* Between a begin and the first save: when the store is empty and many `plans`
 * are to come, leaves the indexes for the end.  store_bulk_end(), before the
 * commit, makes them; both do nothing for a store that is in use. */
bool store_bulk_begin(struct store *s, size_t plans, struct err *err);
bool store_bulk_end(struct store *s, struct err *err);

/* ---- what the tree looked like at the last sync ---- */

struct stamp {
	const char *path;
	int kind; /* enum file_kind */
	int64_t mtime_ns, size, inode;
	uint64_t hash[2]; /* XXH3-128 of the content */
	int64_t plan;	  /* plan row for a plan file, else 0 */
	bool racy;	  /* changed so close to the sync that mtime proves nothing */
};
typedef PHL_LIST(struct stamp)
stamp_list;
/* Sorted by path (strcmp). */
bool store_stamps(struct store *s, struct arena *a, stamp_list *out, struct err *err);
bool store_put_stamp(struct store *s, const struct stamp *stamp, struct err *err);
bool store_drop_stamp(struct store *s, const char *path, struct err *err);

/* ---- plans ---- */

/* Saves a plan as decided by plan_decide().  *plan_row is 0 for a new one, or
 * the row of the plan as it was known before (also under another path: a
 * rename, event "moved"; or removed: event "restored"); compares with what is
 * stored, writes only what differs, keeps the identity of tasks and references,
 * and appends an event for each status that changed, save those of tasks that
 * follow their plan's (PHL_FROM_PLAN); what is not in progress any more has no clock
 * running.  A plan seen for the first time gives one event "seen", not one a task.  No other plan that is in
 * the tree may have its path: remove and move before saving what took a place.
 * ERR_USAGE, with nothing written, for more than 65,535 tasks, files or
 * references: the other plans can go on. */
struct occasion {
	const char *origin;   /* NULL: no events at all */
	int64_t when;
	const uint64_t *text; /* hash of the file, or NULL */
	int64_t operation;    /* that goes with it, or 0 */
	const char *restored; /* the file is as it was before: one event "restored" with
				 this note tells of all statuses; or NULL */
};
bool store_save_plan(struct store *s, const struct phl_plan *plan,
		     const char *summary_path, const struct occasion *occasion,
		     int64_t *plan_row, struct err *err);

/* The file is gone: the plan leaves the counts and all answers but the journal. */
bool store_remove_plan(struct store *s, int64_t plan_row, int64_t when, struct err *err);

/* A removed plan that could be this one come back or moved: same path, same
 * content, or same id and title, in this order; hash or id and title may be
 * NULL.  *plan_row is 0 when there is none. */
bool store_find_removed(struct store *s, const uint64_t hash[2], const char *id,
			const char *title, const char *path, int64_t *plan_row,
			struct err *err);

/* What a file looked like; *found is false when the store does not know it. */
bool store_stamp(struct store *s, struct arena *a, const char *path, struct stamp *out,
		 bool *found, struct err *err);

/* ---- changes by command: all of these belong inside a transaction ---- */

/* A command that changes something. */
struct operation {
	int64_t id;
	const char *op_id; /* the caller's name for it, or NULL */
	int64_t at;	   /* seconds since the epoch */
	const char *who, *command;
	int64_t undoes; /* the operation it takes back, or 0 */
};
typedef PHL_LIST(struct operation) operation_list;

/* Adds it, and sets its id. */
bool store_add_operation(struct store *s, struct operation *op, struct err *err);

/* The one with this op id; out->id is 0 when there is none. */
bool store_find_operation(struct store *s, struct arena *a, const char *op_id,
			  struct operation *out, struct err *err);

/* Is there one of this id? */
bool store_has_operation(struct store *s, int64_t id, bool *has, struct err *err);

/* Those that can be undone, newest first. */
bool store_undoable(struct store *s, struct arena *a, int limit, operation_list *out,
		    struct err *err);

struct new_event {
	int64_t plan;
	int task;	    /* seq, 0 for the plan itself */
	const char *origin; /* "file", "command", "git", "sync" */
	const char *what;
	const char *from, *to;
	const char *who, *note; /* or NULL */
	int64_t minutes, operation; /* or 0 */
	const uint64_t *text;	    /* hash of the file after it, or NULL */
};
bool store_add_event(struct store *s, const struct new_event *e, int64_t when,
		     struct err *err);

/* What an operation changed: see src/edit/edit.h for the fields. */
struct edit_row {
	int64_t plan;
	int task; /* seq, 0 for the plan itself */
	const char *field, *key, *before, *after;
};
typedef PHL_LIST(struct edit_row) edit_rows;
bool store_add_edits(struct store *s, int64_t operation, const edit_rows *edits,
		     struct err *err);
bool store_edits(struct store *s, struct arena *a, int64_t operation, edit_rows *out,
		 struct err *err);

/* A file that an operation is to write; at most one a plan. */
struct intent {
	int64_t plan, operation;
	const char *path;
	uint64_t from[2], to[2]; /* XXH3-128 of the file before and after */
	const char *temp;        /* path of the new text */
};
typedef PHL_LIST(struct intent) intent_list;
bool store_put_intent(struct store *s, const struct intent *intent, struct err *err);
bool store_drop_intent(struct store *s, int64_t plan_row, struct err *err);
bool store_intents(struct store *s, struct arena *a, intent_list *out, struct err *err);

/* What was said of a plan or task that its file does not hold. */
struct state {
	int task;	  /* seq, 0 for the plan itself */
	int status, base; /* enum phl_status, or -1: as the file says */
	const char *owner;
	int64_t started; /* 0: not under way */
	int64_t spent;	 /* minutes */
};
typedef PHL_LIST(struct state) state_list;
bool store_states(struct store *s, struct arena *a, int64_t plan_row, state_list *out,
		  struct err *err);
/* One that says nothing is removed. */
bool store_put_state(struct store *s, int64_t plan_row, const struct state *state,
		     struct err *err);

/* Puts what the journal knows better into a plan that was just read: into its
 * tasks before plan_decide(), into the plan itself after it, with the time spent
 * where the plan is silent about it.  What the file has overtaken is forgotten. */
bool store_overlay_tasks(struct store *s, int64_t plan_row, struct phl_plan *plan,
			 struct arena *a, struct err *err);
bool store_overlay_plan(struct store *s, int64_t plan_row, struct phl_plan *plan,
			struct arena *a, struct err *err);

/* ---- what was before ---- */

/* The last event of the plan (0 for none) when its file had this text, and when that
 * was. */
bool store_moment(struct store *s, int64_t plan_row, const uint64_t hash[2], int64_t *event,
		  int64_t *at, struct err *err);

/* What commands had put into states up to an event, where the file had not overtaken
 * it: one row each, of field "state", with only `task` and `after`. */
bool store_past_states(struct store *s, struct arena *a, int64_t plan_row, int64_t event,
		       edit_rows *out, struct err *err);

/* The last few hundred changes of status in a plan, newest first, and when its file was
 * as before; tasks are given as seq, operations are those of commands. */
bool store_status_events(struct store *s, struct arena *a, int64_t plan_row, event_list *out,
			 struct err *err);

/* The state of its task before the operation of such an event; NULL for none. */
bool store_state_before(struct store *s, struct arena *a, const struct event *e,
			const char **before, struct err *err);

/* A status that saving a plan would change. */
struct status_change {
	int task; /* seq, 0 for the plan itself */
	enum phl_status from, to;
	enum phl_status_from from_by, to_by;
	const char *title; /* of the task, or its label */
};
typedef PHL_LIST(struct status_change) status_changes;
bool store_status_changes(struct store *s, struct arena *a, int64_t plan_row,
			  const struct phl_plan *plan, status_changes *out, struct err *err);

/* ---- */

/* Adds the findings of the plan as it is stored that come from other files than
 * its own: repeated-id.  *copied: it has a finding duplicate-plan, too. */
bool store_carry_findings(struct store *s, int64_t plan_row, struct phl_plan *plan,
			  struct arena *a, bool *copied, struct err *err);

/* The seq of each task of a plan as it was just read: 0 for a new one. */
bool store_identify_tasks(struct store *s, struct arena *a, int64_t plan_row,
			  const struct phl_plan *plan, int **out, struct err *err);

/* The seq of each of the n tasks of a plan that is in step with its rows. */
bool store_task_seqs(struct store *s, struct arena *a, int64_t plan_row, size_t n,
		     int **out, struct err *err);

/* A plan whose text changed in nothing but the statuses of tasks, and whose own is
 * as before, maybe with other time spent on it: brings its rows, and the sums of its
 * phase, from `was` to `now`.  The first `own` findings of both are those of the text
 * itself. */
struct adjustment {
	int64_t plan;
	const struct phl_plan *was, *now;
	const int *seqs; /* of the tasks */
	size_t own;
};
bool store_adjust_plan(struct store *s, const struct adjustment *adj, struct err *err);

/* Statuses, or times spent, as other plans of the same phase and then of the tree
 * write them. */
typedef PHL_LIST(const char *) text_list;
enum near_text { NEAR_STATUS, NEAR_ACTUAL };
bool store_texts_near(struct store *s, struct arena *a, enum near_text what,
		      int64_t plan_row, text_list *out, struct err *err);

/* ---- companions ---- */

/* Facts of ROADMAP and SUMMARY files and documents, so that a plan can be decided again
 * without reading them again (opaque text of the project module). *facts is NULL
 * when the file is not known. */
bool store_put_companion(struct store *s, const char *path, const char *facts,
			 struct err *err);
bool store_companion(struct store *s, struct arena *a, const char *path,
		     const char **facts, struct err *err);

/* The paths of those below a directory. */
typedef PHL_LIST(const char *) path_list;
bool store_companions_below(struct store *s, struct arena *a, const char *dir,
			    path_list *out, struct err *err);
bool store_drop_companion(struct store *s, const char *path, struct err *err);

/* Fills in what a plan depends on, and nothing else. */
bool store_needs(struct store *s, struct arena *a, int64_t plan_row,
		 struct phl_plan *plan, struct err *err);

/* The same of all open plans that wait for something, by row. */
bool store_all_needs(struct store *s, struct arena *a, needs_rows *out, struct err *err);

/* Of all plans and tasks that are settled now, when that was; by plan, then task.
 * What the journal knows nothing of is missing. */
bool store_settled(struct store *s, struct arena *a, settled_rows *out, struct err *err);

/* Reads one plan back in full, findings included. */
bool store_plan(struct store *s, struct arena *a, int64_t plan_row, struct phl_plan **out,
		struct err *err);

/* Reads of it what its references need, its own row and its findings left out;
 * (*seqs)[i] stays with reference i when the plan is edited, (*task_seqs)[i] with
 * task i. */
bool store_plan_refs(struct store *s, struct arena *a, int64_t plan_row,
		     struct phl_plan **out, int **seqs, int **task_seqs, struct err *err);

/* ---- evidence ---- */

/* Keeps what the code said about all references of a plan as it was read, unless they
 * are not those of the plan any more. */
bool store_put_evidence(struct store *s, int64_t plan_row, const struct phl_plan *read,
			const struct told *e, struct err *err);

/* Is it what is known?  Then it need not be put. */
bool store_evidence_is_known(struct store *s, int64_t plan_row, const struct told *e,
			     bool *known, struct err *err);

/* What it said last; no reference where it was not asked since they changed. */
bool store_evidence(struct store *s, struct arena *a, int64_t plan_row,
		    struct told *out, struct err *err);

/* How old it may be: the last time that all plans were looked at, else that of the
 * oldest; 0 where there is none. */
bool store_evidence_time(struct store *s, int64_t *at, struct err *err);

/* References that are bound to files. */
bool store_count_refs(struct store *s, int *n, struct err *err);

/* All plans were looked at: what was not put again held. */
bool store_evidence_held(struct store *s, int64_t at, struct err *err);

/* Fills in what each task has of it. */
bool store_task_evidence(struct store *s, task_rows *tasks, struct err *err);

/* ---- results of verification ---- */

/* Those that count now, by plan and task; of plans in the tree. */
bool store_proofs(struct store *s, struct arena *a, proof_list *out, struct err *err);

/* In a transaction: keeps one in place of the last; forgets all of a plan. */
bool store_put_proof(struct store *s, const struct proof *p, struct err *err);
bool store_drop_proofs(struct store *s, int64_t plan_row, struct err *err);

/* ---- questions ---- */

/* Is there any plan in the tree? */
bool store_any_plan(struct store *s, bool *any, struct err *err);

/* All phases in natural order: milestones, then what belongs to none; by number,
 * then what has none. */
bool store_phases(struct store *s, struct arena *a, phase_rows *out, struct err *err);

/* Plans of a phase (0: of all), in natural order of phase and plan. */
bool store_plans(struct store *s, struct arena *a, int64_t phase_row, plan_rows *out,
		 struct err *err);

/* The one in a row of the store. */
bool store_plan_row(struct store *s, struct arena *a, int64_t row, struct plan_row *out,
		    struct err *err);

/* Plans that are not done or skipped, in natural order, at most `limit`. */
bool store_open_plans(struct store *s, struct arena *a, int limit, plan_rows *out,
		      struct err *err);

/* Those that are in progress, in natural order, at most `limit`. */
bool store_under_way(struct store *s, struct arena *a, int limit, plan_rows *out,
		     struct err *err);

/* What an open plan is about to change; of others nothing. */
bool store_touches(struct store *s, struct arena *a, int64_t plan_row, touch_list *out,
		   struct err *err);

/* Plans that the code contradicts, then those that look finished in it, at most
 * `limit` (0: all). */
bool store_claimed_plans(struct store *s, struct arena *a, int limit, plan_rows *out,
			 struct err *err);

/* Plans by what a person types.  Every match of the best kind that has any:
 * path; id ("03-01", "3-1"); id below the end of a directory's name
 * ("colors/03-01" for …/03-colors/03-01-PLAN.md); end of a path, with or without
 * ".md" or "-PLAN.md". */
bool store_match_plans(struct store *s, struct arena *a, const char *name, plan_rows *out,
		       struct err *err);

/* The same, by path or id only, which an index finds; and of each only row, path,
 * id, title and status. */
bool store_find_plans(struct store *s, struct arena *a, const char *name, plan_rows *out,
		      struct err *err);

/* All plans, with id, path, title and status only, for "did you mean" and
 * completion. */
bool store_names(struct store *s, struct arena *a, plan_rows *out, struct err *err);

struct task_filter {
	int status;	   /* enum phl_status, or -1 for any */
	const char *phase; /* number, name or directory, or NULL */
	const char *file;  /* path or end of a path that the task touches, or NULL */
	const char *owner; /* of the task, or of its plan if it has none; or NULL */
	int64_t plan;	   /* row, or 0 */
};
/* In natural order of phase and plan, then as they stand in the plan. */
bool store_tasks(struct store *s, struct arena *a, const struct task_filter *filter,
		 task_rows *out, struct err *err);

/* By path, then line. `rule` may be NULL. `worst_first` orders by severity, for
 * `status`, which wants only the first `limit` (0: all). */
bool store_findings(struct store *s, struct arena *a, const char *rule, bool worst_first,
		    int limit, finding_rows *out, struct err *err);

/* Notes of one kind ("rollback"), in natural order of their plans. */
bool store_notes(struct store *s, struct arena *a, const char *kind, note_rows *out,
		 struct err *err);

/* When the store first knew of a plan, or of any (0); INT64_MAX for one without events. */
bool store_first_event(struct store *s, int64_t plan_row, int64_t *at, struct err *err);

/* Those of an operation, in order; their tasks are given as seq. */
bool store_operation_events(struct store *s, struct arena *a, int64_t operation,
			    event_list *out, struct err *err);

/* Sets since when a plan has this status, or a task (both by their rows; 0 for the
 * plan itself), and why, as far as the journal knows; else NULL. */
bool store_why(struct store *s, struct arena *a, int64_t plan_row, int64_t task_row,
	       enum phl_status status, const char **since, const char **why, struct err *err);

struct event_filter {
	int64_t plan;	/* row, or 0 for all */
	int64_t since;	/* seconds since the epoch, or 0 */
	bool rollbacks; /* only what tells of rollbacks */
	bool after_seen; /* not that plans were first seen */
	int limit;	/* 0: all */
};
/* The latest first. */
bool store_events_like(struct store *s, struct arena *a, const struct event_filter *f,
		       event_list *out, struct err *err);

/* The same of one plan (0: all), at most `limit` (0: all). */
bool store_events(struct store *s, struct arena *a, int64_t plan_row, int limit,
		  event_list *out, struct err *err);

/* Full text; builds the index on first use (needs a writable store) and keeps
 * it up from then on. The query is words, all of which must occur; a trailing
 * `*` matches prefixes, "quotes" a phrase. */
bool store_search(struct store *s, struct arena *a, const char *query, int limit,
		  hit_list *out, struct err *err);

/* Meta values, e.g. "title". */
bool store_get_meta(struct store *s, struct arena *a, const char *key, const char **value,
		    struct err *err);
bool store_set_meta(struct store *s, const char *key, const char *value, struct err *err);

/* ---- care ---- */

/* The version of the SQLite that is running, such as "3.40.1". */
const char *store_sqlite_version(void);

struct check {
	const char *name; /* "integrity", "foreign-keys", "journal-mode", … */
	bool ok;
	const char *detail;
};
typedef PHL_LIST(struct check)
check_list;
/* False only when the checks themselves cannot be made. */
bool store_checks(struct store *s, struct arena *a, check_list *out, struct err *err);

#endif
