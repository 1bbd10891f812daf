/* line: which file, and which content, paths of plans meant after each commit of a line
 * of first parents; for burndown.c only */
#ifndef PROJECT_LINE_H
#define PROJECT_LINE_H

#include "project/sources.h"

struct line_commit {
	const char *id, *author, *subject;
	int64_t time;
	git_files files;    /* that bear one of the wanted names */
	git_files *renames; /* once asked for */
};

/* A file that a path may mean. */
struct line_file {
	const char *path, *blob;
	int rank; /* see revision_fit() */
};

/* A path as a plan gives it. */
struct line_name {
	const char *clean;
	bool exact;   /* a path that something was renamed to: no other file is meant */
	size_t next;  /* the name that it was renamed to, + 1; 0: none */
	PHL_LIST(struct line_file) files; /* that there are */
	const char *left; /* the file that left with this commit, or NULL */
	const char *path, *blob; /* what it means now; NULL: nothing, or several files */
};

/* What a name means from a commit on. */
struct line_turn {
	size_t commit, name;
	const char *path, *blob;
};

struct line {
	struct git *git;
	struct arena *a;
	struct sources *sources;
	const char *rev, *hide; /* hide: where it starts, or NULL */
	PHL_LIST(const char *) wanted; /* last parts of paths */
	bool again; /* some were added: what was read is not all */
	PHL_LIST(struct line_commit) commits; /* the oldest first */
	PHL_LIST(struct line_name) names;
	PHL_LIST(struct line_turn) turns; /* in order of commits */
	struct { PHL_LIST(size_t) names; } buckets[256]; /* names by the last part */
};

/* Wants to know of files of that name. */
void line_want(struct line *l, const char *path);

/* The index of a name, which is added where it is not known. */
size_t line_name(struct line *l, const char *clean);

/* Reads the commits; names and turns start anew. */
bool line_walk(struct line *l, struct err *err);

/* The rename with which a commit brought or, `from`, took a file away; NULL: none. */
bool line_rename(struct line *l, size_t commit, const char *path, bool from,
		 const struct git_file **out, struct err *err);

/* Fills in the turns of all names from a commit on.  Goes on where files were renamed to
 * names that were not wanted: the more of those the better. */
bool line_follow(struct line *l, size_t first, struct err *err);

#endif
