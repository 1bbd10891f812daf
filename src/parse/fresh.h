/* fresh: what a new plan of each family looks like */
#ifndef PARSE_FRESH_H
#define PARSE_FRESH_H

#include "base/arena.h"
#include "base/buf.h"

struct family;

/* What a new plan is filled in with.  `title` is one line. */
struct fresh {
	const char *phase;  /* "03", where plans have numbers */
	int number;         /* of the plan, where there are such */
	const char *prefix; /* what stands before it: "TASK" */
	const char *title;
	const char *slug;   /* the title as a name of a file: "mend-the-lamp" */
	const char *date;   /* ISO */
	const char *id;     /* what fresh_id() gives of these */
};

/* "03-04", "007-mend-the-lamp", "TASK-8" */
const char *fresh_id(struct arena *a, const struct family *family, const struct fresh *f);

/* Where it goes, below the directory that plans of its family share: "03-04-PLAN.md",
 * "mend-the-lamp/tasks.md". */
const char *fresh_path(struct arena *a, const struct family *family, const struct fresh *f);

/* That directory where there is no plan of the family yet. */
const char *fresh_dir(struct arena *a, const struct family *family, const struct fresh *f);

/* Appends its text. */
void fresh_text(struct buf *out, const struct family *family, const struct fresh *f);

/* "Mend the lamp!" as "mend-the-lamp"; NULL where no letter or digit is left. */
const char *fresh_slug(struct arena *a, const char *title);

#endif
