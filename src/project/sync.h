/* sync: what the files of this directory share while the store is brought up
 * to date; nobody else includes it
 *
 * The tree and the stamps of the last sync are two lists in path order.  Only
 * for a file that something happened to is there a struct sync_file: where one
 * plan of ten thousand changed, one is made. */
#ifndef PROJECT_SYNC_H
#define PROJECT_SYNC_H

#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"
#include "project/facts.h"
#include "project/project.h"
#include "project/recover.h"
#include "tree/walk.h"

struct sync_file {
	const char *path;
	size_t at;     /* in the tree */
	enum file_kind kind;
	const struct stamp *had; /* NULL when it is new */
	bool in_tree;  /* else it is gone */
	bool changed;  /* to be read: new, another stamp, or a racy one */
	bool redo;     /* to be decided again, though its text is the same */
	bool read;     /* tried to, in this sync */
	bool settled;  /* `hash` is that of its bytes now */
	bool regroup;  /* shares, or shared, its bytes with another plan file */
	bool claimed;  /* gone, but its plan lives on at another path */
	bool later;    /* new, but it may be a plan that is gone: after all that is sure */
	bool unsaved;  /* its plan could not be saved: read it again next time */
	int fd;        /* opened ahead of its time, else -1 */
	int64_t row;   /* its plan in the store; 0 for none, and for copies */
	uint64_t hash[2];
	struct tree_file stat; /* of what was read */
	bool racy;     /* read so soon after its mtime that this proves nothing */
	const struct roadmap_facts *roadmap; /* once somebody asked */
};

/* A file of the tree that the stamps do not tell of as it is, or a stamp without
 * its file: places in the two lists, -1 for none. */
struct difference {
	long at, stamp;
};

/* How a file was read. */
struct reading {
	int error; /* errno, 0 for none */
	struct stat st;
	bool racy; /* so soon after it was written that its stamp proves nothing */
	uint64_t hash[2];
};

struct readers; /* readers.c */
struct twins; /* copies.c */
struct gone;  /* renames.c */

struct sync {
	struct project *p;
	struct store *store;
	struct sync_stats *stats;
	struct arena *arena;   /* lives as long as the sync */
	struct arena plan;     /* of the one plan at hand */
	struct arena scratch;
	struct buf bytes;      /* of the file at hand */
	struct phl_plan *parsed; /* the plan that it is, in `plan`; NULL: not parsed yet */
	struct readers *readers; /* of what comes next, or NULL */
	const struct tree_file *tree;
	size_t ntree;
	const struct stamp *stamps;
	size_t nstamps;
	PHL_LIST(struct difference) differences; /* between the two, in order */
	PHL_LIST(struct sync_file *) files; /* of the tree, those we look at */
	PHL_LIST(struct sync_file *) lost;  /* gone, in order of path */
	struct sync_file ***of_tree; /* for each 256 files of the tree, or NULL */
	bool virgin;           /* the store never knew a plan: nothing can come back */
	bool force;            /* read everything: another version, or for other globs, wrote the store */
	int64_t when;
	size_t ahead;          /* of `files`, those before were opened ahead */
	int opened;            /* of them, still open */
	size_t done, todo;     /* plans, for progress */
	int64_t started, said; /* milliseconds */
	struct twins *twins;
	struct gone *gone;
	size_t later;          /* plans that wait for the others */
	struct timespec looked; /* when the tree was walked */
	const struct recovery *recovery; /* of what was left to finish, or NULL */
	const char *roadmap_dir; /* the last directory asked for its ROADMAP, */
	long roadmap_at;         /* and the answer: its place in the tree, or -1 */
	const struct wordlist *statuses; /* the last asked for, or NULL */
	long statuses_at;        /* and their place in the tree */
};

/* ---- sync_files.c ---- */

/* To be called once the tree is known. */
void sync_start(struct sync *s);

/* Place of a file in the tree, -1 when it is not there. */
long sync_find(const struct sync *s, const char *path);

/* First place in the tree at or after `path`. */
size_t sync_lower(const struct sync *s, const char *path);

/* The struct of a file of the tree, NULL when there is none yet. */
struct sync_file *sync_at(const struct sync *s, size_t at);

/* The struct of a file of the tree, made when there is none yet. */
struct sync_file *sync_touch(struct sync *s, size_t at);

/* The same, where there is none, and its stamp (or NULL) is known. */
struct sync_file *sync_touch_had(struct sync *s, size_t at, const struct stamp *had);

/* A line for people: the file and what is wrong with it. */
void sync_problem(struct sync *s, const char *path, const char *what);

/* Reads a file that `had` so many bytes; of itself, so that any thread may. */
void sync_look(int root, const char *path, int fd, int64_t had, struct buf *bytes,
	       struct reading *out);

/* Reads the file into s->bytes, with its hash and stat.  False when that did
 * not work; it has been told then, unless the file is gone. */
bool sync_read(struct sync *s, struct sync_file *f);

/* Writes down how the file was read. */
bool sync_stamp(struct sync *s, struct sync_file *f, struct err *err);

/* Reads files again that were written in the clock tick they were read in, so that the
 * next sync need not. */
bool sync_settle_racy(struct sync *s, struct err *err);

/* ---- companions.c ---- */

/* Reads a SUMMARY, ROADMAP, document or list of statuses if it changed, and keeps what it says; sets
 * `redo` when it says something else than before. */
bool companion_update(struct sync *s, struct sync_file *f, struct err *err);

/* Updates all that changed, drops those that are gone, marks the plans that
 * must be decided again. */
bool companions_update(struct sync *s, struct err *err);

/* Says whether there is a file of a kind. */
struct companion_finder {
	bool (*is_there)(const char *path, enum file_kind kind, void *ctx);
	void *ctx;
};

/* The path of the ROADMAP that speaks of a plan, in `a`; NULL for none. */
const char *companion_find_roadmap(struct arena *a, const char *plan_path,
				   const struct companion_finder *finder);

/* The SUMMARY of a plan, in s->plan; *path is NULL when there is none. */
bool companion_summary(struct sync *s, const char *plan_path, const char **path,
		       struct summary **out, struct err *err);

/* The words for statuses that a plan's team lists; NULL where it lists none. */
bool companion_statuses(struct sync *s, const char *plan_path, const struct wordlist **out,
			struct err *err);

/* What the ROADMAP says that speaks of the plans beside this one; NULL when
 * there is none. */
bool companion_roadmap(struct sync *s, const char *plan_path,
		       const struct roadmap_facts **out, struct err *err);

/* What is kept of a companion, read now if it changed; *facts is NULL where it could not
 * be read. */
bool companion_read_first(struct sync *s, const char *path, const char **facts,
			  struct err *err);

/* ---- documents.c ---- */

/* Takes over what the documents beside a plan say, in s->plan. */
bool companion_documents(struct sync *s, struct phl_plan *plan, struct evidence *e,
			 struct err *err);

/* ---- planning.c ---- */

/* What a plan's SUMMARY, its line in the ROADMAP and the words that its team lists (NULL
 * where there is none) say about it; takes over into the plan what its own text does not say. */
void planning_evidence(struct arena *a, struct phl_plan *plan, const struct summary *sum,
		       const struct roadmap_plan *line, const struct wordlist *statuses,
		       struct evidence *e);

/* plan_decide(), and what the journal of the plan in this row (0: none) knows. */
bool planning_decide(struct store *store, int64_t row, struct phl_plan *plan,
		     const struct evidence *e, struct arena *a, struct err *err);

/* Parses s->bytes as the plan f, decides its status, saves it.  `copies` names
 * other files with the same bytes.  Sets f->later, and saves nothing, where that has to
 * wait for other files; the second time it does not. */
bool planning_save(struct sync *s, struct sync_file *f, const char *const *copies,
		   size_t ncopies, struct err *err);

/* A file came or went: others beside it with the same numbers in their names are
 * to be decided again, for they tell of each other. */
void planning_mark_siblings(struct sync *s, const char *path);

/* ---- copies.c ---- */

/* A file of the tree, settled, with the same bytes as f; NULL for none. */
struct sync_file *twins_find(struct sync *s, const uint64_t hash[2]);

/* Makes a file that was just settled known to twins_find. */
void twins_add(struct sync *s, const struct sync_file *f);

/* Of every group of files with the same bytes that changed, keeps the first as
 * the plan and makes the others copies of it. */
bool twins_regroup(struct sync *s, struct err *err);

/* ---- renames.c ---- */

/* The row of a plan whose file is gone and had these bytes, or this id and
 * title; from then on it is claimed.  0 when there is none. */
int64_t gone_claim_hash(struct sync *s, const uint64_t hash[2]);
bool gone_claim_title(struct sync *s, const struct phl_plan *plan, int64_t *row,
		      struct err *err);

/* Is any left, and may it be this plan, edited since?  It has this title, and is the
 * only one, or most tasks of both have the same titles. */
bool gone_any(struct sync *s);
bool gone_claim_like(struct sync *s, const struct phl_plan *plan, int64_t *row,
		     struct err *err);

/* Removes what nobody claimed. */
bool gone_remove(struct sync *s, struct err *err);

#endif
