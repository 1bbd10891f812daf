/* verified: plans whose commands are shown or run, and what they gave */
#ifndef CLI_VERIFIED_H
#define CLI_VERIFIED_H

#include "cli/cli.h"
#include "cli/script.h"
#include "cli/trust.h"
#include "model/proof.h"

/* One command as it was run. */
struct ran {
	bool done;         /* else it did not come to that */
	enum verdict verdict;
	const char *why;   /* of the verdict, a few words */
	struct outcome outcome;
	const char *errors; /* what it wrote to standard error */
	int64_t bytes;      /* that it wrote in all */
	int64_t milliseconds;
	bool timed_out;
};

/* A plan, or one of its tasks. */
struct verified {
	struct target target;
	struct script script;
	struct place place;
	bool trusted;
	int64_t trusted_at; /* 0: by --approve */
	bool run;           /* else only looked at */
	bool undoing;       /* a rehearsal of what undoes the plan's work */
	enum verdict verdict;
	unsigned sandbox;   /* parts of one that held */
	const char *commit; /* that was checked out, or NULL */
	proof_files files;  /* that the plan names, as they were before the run */
	struct ran *ran;    /* one a command of the script */
};

/* The commands of a plan or task, and whether they may run: a person said yes to
 * them, or their digest is in `approved`, parted by commas. */
bool verified_load(struct cli *c, const char *word, const char *approved,
		   struct verified *out, struct err *err);

/* The same for what undoes a plan. */
bool verified_load_undoing(struct cli *c, const char *word, struct verified *out,
			   struct err *err);

/* "03-03", "03-03/2" */
const char *verified_name(struct cli *c, const struct verified *v);

/* The commands in full, and whether they are trusted. */
void verified_show(struct cli *c, const struct verified *v);

/* [{…}] of phaseline-json(5) */
void verified_json(struct cli *c, const struct verified *v, size_t n);

#endif
