/* checker: what the files that compare references with the code share; nobody else
 * includes it */
#ifndef PROJECT_CHECKER_H
#define PROJECT_CHECKER_H

#include "base/buf.h"
#include "project/refcheck.h"
#include "project/sources.h"
#include "project/then.h"

/* A path as plans write it, and what it means. */
struct named {
	const char *path;
	uint32_t file;    /* index into the files of the check */
	enum ref_state state;
	const char *reason;
};

struct checker {
	struct project *p;
	struct arena *a;
	struct refcheck *out;
	struct sources sources;
	PHL_LIST(struct named) names;
	uint32_t *slots; /* by path: index into names + 1 */
	size_t mask;
	PHL_LIST(struct source_file) places; /* of the files of the check */
	uint32_t unbound; /* index of the file that is none; UINT32_MAX: not needed yet */
	struct buf bytes; /* of one file, as the next two */
	struct code code;
	struct arena scratch;
	struct then then;
	unsigned lines_of; /* as refcheck_options have it */
};

/* ---- checker_files.c ---- */

/* Finds the file that each reference means; those that mean one are of one file. */
void checker_name_all(struct checker *c);

/* Asks git what became of files that are gone, where it may know. */
bool checker_follow_gone(struct checker *c, const struct refcheck_options *o, struct err *err);

/* Knows files again that an earlier check knew by another name, where git is not asked:
 * that may take its time. */
bool checker_remember_gone(struct checker *c, const struct refcheck_options *o,
			   struct err *err);

/* ---- checker_compare.c ---- */

/* Reads each file once and compares its references, which are in order, with it. */
void checker_compare(struct checker *c);

#endif
