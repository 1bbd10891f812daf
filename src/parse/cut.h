/* cut: the first pass over a plan: fences and the plan's own elements
 *
 * It knows nothing of markdown.  It yields regions (elements, and the file
 * itself as region 0), and the text of each as slices of source lines. */
#ifndef PARSE_CUT_H
#define PARSE_CUT_H

#include "parse/source.h"

enum tag {
	TAG_ROOT,
	TAG_TASK,
	TAG_TASKS,
	TAG_NAME,
	TAG_FILES,
	TAG_ACTION,
	TAG_VERIFY,
	TAG_AUTOMATED,
	TAG_DONE,
	TAG_WHAT_BUILT,
	TAG_HOW_TO_VERIFY,
	TAG_DECISION,
	TAG_BEHAVIOR,
	TAG_READ_FIRST,
	TAG_ACCEPTANCE,
	TAG_ESTIMATE,
	TAG_TASK_PART, /* other parts of a task: <resume-signal>, <options>, … */
	TAG_OBJECTIVE,
	TAG_CONTEXT,
	TAG_VERIFICATION,
	TAG_SUCCESS,
	TAG_ROLLBACK,
	TAG_OUTPUT,
	TAG_OTHER, /* any other <snake_case> alone on its line */
};

struct attr {
	const char *name, *value;
	const char *raw; /* the value as it stands in the source, without quotes */
	size_t raw_len;
};

struct region {
	enum tag tag;
	const char *name; /* as written; "" for the file itself */
	int parent;       /* index, -1 for the file */
	int first, last;  /* lines of its tags */
	int first_slice, last_slice; /* its slices are among these; last exclusive */
	PHL_LIST(struct attr) attrs;
	uint32_t tag_end; /* offset of the ">" that ends its opening tag */
};

/* A part of one line that belongs to one region. */
struct slice {
	int region, line;
	uint32_t off, len;
	int fence; /* index of the fence it is part of, -1 outside */
};

struct fence {
	int first, last; /* lines of its marks; without a closing mark `last` is text */
	bool closed;
	int indent;      /* columns before the mark */
	const char *info; /* what stands behind the mark, "" for nothing */
	int region;
	uint32_t off;    /* of the mark */
};

typedef PHL_LIST(struct fence) fence_list;

struct cut {
	PHL_LIST(struct region) regions;
	PHL_LIST(struct slice) slices;
	fence_list fences;
};

/* Cuts the lines after `front_last` (the last line of the frontmatter, or 0). */
void cut_plan(struct reader *r, int front_last, struct cut *out);

/* The text of a region without that of its children, lines joined by LF; with
 * `deep`, children's text as well.  In scratch. */
const char *cut_text(struct reader *r, const struct cut *cut, int region, bool deep,
		     size_t *n);

/* The value of an attribute, or NULL. */
const char *region_attr(const struct region *g, const char *name);

/* The nearest enclosing region (or itself) with that tag, or -1. */
int region_within(const struct cut *cut, int region, enum tag tag);

/* The first child of a region with that tag, or -1. */
int region_child(const struct cut *cut, int region, enum tag tag);

/* The lines of a fence between its marks, common indentation taken off. */
const char *fence_text(struct reader *r, const struct fence *f, size_t *n);

#endif
