/* run: one command in a shell of its own, within limits
 *
 * It has no terminal and no input, sees the environment only in part, and what it
 * starts ends with it.  This holds up mistakes, not malice: who may run commands can
 * do what the user can. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "cli/limits.h"

enum run_stream { RUN_OUT, RUN_ERR };

struct run_request {
	const char *shell;   /* "bash", "sh", "zsh" */
	const char *text;
	int dir;             /* where, a descriptor */
	const struct limits *limits;
	const struct sandbox *sandbox; /* open */
	/* is called with what it writes as it comes, unless NULL */
	void (*each)(enum run_stream stream, const char *bytes, size_t n, void *ctx);
	void *ctx;
};

struct run_result {
	int status;              /* of its exit, or 128 + the signal that ended it */
	bool timed_out;
	bool interrupted;        /* by a signal to this process */
	struct buf kept[2];      /* what it wrote, of what is longer than the limit start and
				    end; the caller frees them */
	bool cut;                /* there was more, in the middle */
	int64_t bytes;           /* that it wrote in all */
	int64_t milliseconds;
};

/* Fails when it could not be started. */
bool run_command(const struct run_request *r, struct run_result *out, struct err *err);

/* For run.c: becomes the shell, in a child of fork(2), with these standard streams. */
struct run_start {
	const char *path;        /* of the shell */
	char **argv, **envp;
	const struct limits *limits;
	const struct sandbox *sandbox;
	int dir, null, out, err;
};
_Noreturn void run_become(const struct run_start *s);

/* For run.c: its arguments and environment from an arena.  Fails when
 * there is no such shell. */
struct arena;
bool run_prepare(const struct run_request *r, struct arena *a, struct run_start *out,
		 struct err *err);

#endif
