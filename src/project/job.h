/* job: what one call changes in one plan; shared by change.c, job.c, job_edits.c,
 * job_lines.c, job_time.c, outcome.c, undo.c and nobody else */
#ifndef PROJECT_JOB_H
#define PROJECT_JOB_H

#include "edit/edit.h"
#include "model/refstate.h"
#include "project/change.h"
#include "project/recover.h"
#include "tree/walk.h"

/* A status that a task (-1: the plan) shall have. */
struct want {
	int task;
	enum phl_status status;
};

struct job {
	struct plan_row row;
	PHL_LIST(struct selection) asked;
	bool whole;           /* the plan itself is meant, */
	bool implied;         /* because its last task is done */
	PHL_LIST(int) tasks;  /* indexes of the tasks that are meant, those named first */
	size_t named;

	/* as it is now */
	struct buf bytes;
	struct stat st;
	uint64_t from[2];
	struct draft draft;          /* as the text says */
	const struct phl_plan *was;  /* as decided */
	int *seqs;                   /* of its tasks */
	state_list states;

	/* what is to change */
	edit_list edits;
	edit_rows state_rows; /* changes of states, as they are remembered */
	PHL_LIST(struct new_event) events;
	PHL_LIST(struct want) wants;

	/* as it will be */
	struct buf text;
	splice_list splices;
	uint64_t to[2];
	struct draft after;
	struct phl_plan *now;
	const char *summary;
	const struct wordlist *statuses; /* the words that its team has, or NULL: any */
	bool only_ticks;  /* nothing but statuses of tasks changes */
	bool copied;      /* other files had the same text, and are plans of their own now */
	bool in_step;    /* nobody changed the file since */
	bool hand;   /* somebody saved it by hand just now */
	const char *temp; /* NULL: the file stays as it is */
	struct tree_file stat;
};

/* The call. */
struct work {
	struct project *p;
	const struct change *c;
	struct arena *a;
	PHL_LIST(struct job) jobs;
	struct operation op;
	struct change_result *out;
	struct recovery recovery;
	bool stale;  /* the tree is not as the store saw it last: sync and try again */
	bool synced; /* that was done, or must not be */
	bool unsure; /* a commit failed, and nobody knows how far it came */
	struct err late; /* it failed, but came to its end */
	edit_rows undone; /* edits of the operation that is taken back, */
	event_list undone_events; /* and its events */
	struct refcheck check; /* of the plans whose references are renumbered */
};

/* The job of a plan, made when there is none yet. */
struct job *job_of(struct work *w, const struct plan_row *row);

/* Reads the plan as it is, and brings its rows up to that. */
bool job_read(struct work *w, struct job *j, struct err *err);

/* Both for a job whose edits are ticks: what else the text says stays as it is. */
bool job_tick(struct work *w, struct job *j, struct err *err);
void job_read_rest(struct work *w, struct job *j);

/* Puts the edits into the text, reads it back, and makes sure that nothing else
 * changed. */
bool job_apply(struct work *w, struct job *j, struct err *err);

/* Decides the plan as it will be, into j->now. */
bool job_decide(struct work *w, struct job *j, struct err *err);

/* Writes all but the file itself. */
bool job_record(struct work *w, struct job *j, struct err *err);

/* Its edits and changes of states, to be remembered. */
void job_rows(struct work *w, const struct job *j, edit_rows *out);

void job_free(struct job *j);

/* The state of a task (index, -1 for the plan) as it is now. */
struct state job_state(const struct job *j, int task);

/* Changes it, and remembers how it was. */
bool job_put_state(struct work *w, struct job *j, const struct state *state,
		   struct err *err);

/* Reads what job_put_state() remembered; NULL is no state at all. */
struct state job_read_state(struct arena *a, int seq, const char *text);
const char *job_state_text(struct arena *a, const struct state *state);

/* A line of the result. */
struct changed *job_changed(struct work *w, const struct job *j, int task, const char *what,
			    const char *from, const char *to);

/* Once it is decided: adds what follows, and says where all of it stands. */
void outcome(struct work *w, struct job *j);

/* Starts or stops the clock of a task (-1: the plan); the minutes that went by since
 * it was started, or that the call says. */
int64_t time_keep(const struct work *w, const struct job *j, int task, struct state *s,
		  enum phl_status status);

/* Does the call say how long it took?  That goes for what was named. */
bool time_is_told(const struct work *w, const struct job *j, int task);

/* When it began and ended and how long it took, in the plan itself. */
bool time_write(struct work *w, struct job *j, enum phl_status status, int64_t minutes,
		struct err *err);
const char *time_today(struct work *w);

/* Makes the edits, states and events that the call asks for. */
bool job_make(struct work *w, struct job *j, struct err *err);

/* Compares the references that are meant with the code, and sets up the jobs of those
 * that moved. */
bool lines_start(struct work *w, struct err *err);
bool lines_make(struct work *w, struct job *j, struct err *err);

/* Sets up the jobs that take an operation back. */
bool undo_start(struct work *w, const struct operation *op, struct err *err);
bool undo_make(struct work *w, struct job *j, struct err *err);

#endif
