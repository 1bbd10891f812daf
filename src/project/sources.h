/* sources: where the code lies that plans are about */
#ifndef PROJECT_SOURCES_H
#define PROJECT_SOURCES_H

#include "base/buf.h"
#include "project/project.h"
#include "tree/code.h"
#include "tree/git.h"
#include "tree/resolve.h"

/* A directory that is searched. */
struct source_root {
	int fd;
	const char *prefix; /* of its files, as they are told: "backend/", "" */
};

struct sources {
	struct arena *arena;
	struct project *p;
	PHL_LIST(struct source_root) roots; /* the first is the best */
	PHL_LIST(const char *) paths;       /* of all files in them */
	PHL_LIST(int) root_of;              /* for each path */
	struct resolver *resolver;
	struct revision *revision; /* where the code comes from git, else NULL */
	struct {
		int fd, root;
		const char *path; /* below that root; NULL: none is open */
	} dir; /* of the file that was read last: the next one may be beside it */
};

/* A file that is meant by a path. */
struct source_file {
	const char *path; /* as it is told; NULL: none */
	const char *below; /* the same, from its root */
	int root;
	size_t at;        /* place among all files, in the order to read them */
	const char *blob; /* of a revision */
	const char *reason; /* why there is none, where it is not just gone */
	bool ambiguous;
};

/* Opens the directory `dir` (--source); else the project's, and those that `source:` of
 * .phaseline.yaml names. */
bool sources_open(struct sources *s, struct project *p, struct arena *a, const char *dir,
		  struct err *err);

/* Lists all files in them: which is done when a path is not there as it is given, and
 * should be before many are looked for. */
bool sources_list(struct sources *s, struct err *err);

/* The same as it was at a revision of the repository around `dir`, or the project. */
bool sources_open_at(struct sources *s, struct project *p, struct arena *a, const char *dir,
		     struct git *git, const char *rev, struct err *err);

void sources_close(struct sources *s);

/* Which file a plan means. */
struct source_file sources_find(struct sources *s, const char *path);

/* Reads it, see code_read(). */
enum code_read sources_read(struct sources *s, const struct source_file *f, struct buf *out,
			    bool *cut, const char **reason);

#endif
