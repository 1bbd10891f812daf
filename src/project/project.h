/* project: a root directory, its configuration and its store, kept in step
 *
 * The one place that knows both the tree and the store: it walks, reads what
 * changed, decides and saves.  Commands open a project, sync it, and ask. */
#ifndef PROJECT_PROJECT_H
#define PROJECT_PROJECT_H

#include "base/arena.h"
#include "base/err.h"
#include "parse/parse.h"
#include "store/store.h"

struct project_options {
	const char *dir;        /* where to look for the root; NULL: current directory */
	const char *store;      /* --store; NULL: PHASELINE_STORE, then .phaseline/store.db */
	bool no_sync;           /* answer from the store as it is */
	bool memory;            /* a store of its own, gone at the end */
	bool progress;          /* say on standard error how far a long sync is */
	int jobs;               /* plans that are read at a time when many are new; 0: as
				 * many as there are processors, within reason */
};

struct project {
	struct arena arena;     /* lives as long as the project */
	const char *root;       /* absolute path */
	int root_fd;
	const char *store_path; /* ":memory:" when there is no file */
	bool in_memory;         /* read-only tree without --store */
	bool read_only;         /* its store can only be read */
	struct config config;
	int jobs;               /* as project_options have it */
	struct store *store;
};

struct sync_stats {
	int files;              /* plan files and companions in the tree */
	int read;               /* of them, whose content was read */
	int added, changed, removed, moved;
	int unreadable;         /* said on standard error by the caller: `problems` */
	PHL_LIST(const char *) problems; /* "FILE: what is wrong" lines */
	PHL_LIST(const char *) remarks;  /* what was made good of a command that died */
	int saved_over;          /* changes by command that somebody's save has undone */
	int conflicts;           /* of its changes, those that somebody's save stands against */
};

/* Finds the root: from `dir` upwards the first directory with .phaseline.yaml
 * or .phaseline; else the first with .git; else the first with .planning or
 * plans; else `dir`.  Opens (creates) the store. */
bool project_open(struct project **out, const struct project_options *o, struct err *err);
void project_close(struct project *p);

/* Closes the store while somebody else's programs run, and opens it again; one that is
 * in memory stays. */
void project_pause(struct project *p);
bool project_resume(struct project *p, struct err *err);

/* Were the plans read into the store since it has the form that it has now?  After an
 * upgrade they are not, until the next sync. */
bool project_was_read(struct project *p, struct arena *a, bool *was, struct err *err);

/* Brings the store up to date with the tree. Safe against concurrent syncs:
 * one does the work, the others wait, then find nothing to do. */
bool project_sync(struct project *p, const struct project_options *o,
		  struct sync_stats *stats, struct err *err);

/* Files that had the same text, and counted as one plan, are not the same any more:
 * the next sync reads all of them again. */
bool project_forget_copies(struct project *p, struct err *err);

/* A plan or task that a person named: "03-03", "03-03/4", "colors/03-01",
 * a path.  Errors: nothing fits (with the nearest name), several fit (listed). */
struct target {
	struct plan_row plan;
	int task;               /* position, 0 for the plan itself */
};
bool project_target(struct project *p, struct arena *a, const char *name,
		    struct target *out, struct err *err);

/* The same for several tasks of a plan at once ("03-03/2-5", "lamps/2.1-2.4"), by number;
 * which tasks there are is for the caller to see.  Both numbers are 0 for the plan itself. */
struct selection {
	struct plan_row plan;
	const char *prefix; /* what stands before these numbers in labels: "2."; NULL: nothing */
	bool tasks;         /* some of it, not the plan as a whole */
	int first, last;
};

/* The index of the task of that number, or -1: by its number or label, or, where no task
 * has it, by its place. */
int selection_find(const struct phl_plan *plan, const char *prefix, int number);
bool project_select(struct project *p, struct arena *a, const char *name,
		    struct selection *out, struct err *err);

#endif
