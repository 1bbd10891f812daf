/* places: where in the bytes of a plan its changeable parts stand, for write-back
 *
 * Offsets count bytes of the file; lines are 1-based. */
#ifndef PARSE_PLACES_H
#define PARSE_PLACES_H

#include "parse/body.h"
#include "parse/front.h"

/* Keys of the frontmatter, or of bold lines under the title, that can be set. */
enum plan_key {
	KEY_STATUS,
	KEY_ESTIMATE,
	KEY_ACTUAL,
	KEY_CREATED,
	KEY_STARTED,
	KEY_COMPLETED,
	KEY_OWNER,
	PLAN_KEYS
};

struct task_place {
	bool element;        /* written as <task …> */
	size_t tag_end;      /* of an element: behind its last attribute */
	bool torn;           /* one of these has no closing quote */
	size_t status, status_len; /* the value of its status attribute; 0 without one */
	size_t estimate, estimate_len; /* the same of its estimate attribute */
	int title_last;      /* last line of its title */
};

/* A box as it stands in the file. */
struct box_place {
	int line;
	size_t mark; /* offset of the character between the brackets */
};

/* The numbers of a reference as they stand in the file: "12", "L12-L18".  One that is
 * repeated has several. */
struct lines_place {
	int ref;        /* index into plan->refs */
	int line;       /* where it stands */
	size_t at, len; /* len 0: it is written so that it cannot be changed */
};

/* A section that holds dated notes. */
struct section_place {
	int heading;    /* line of its heading or opening tag, 0 when there is none */
	int last;       /* its last line that is not blank */
	bool ends_item; /* that line belongs to a list */
};

struct places {
	bool only; /* tasks, keys and places were read, and nothing else */
	struct source src;
	struct front front; /* with the bold lines behind the frontmatter's own keys */
	size_t bold;        /* index of the first of them */
	int title;          /* line of the first heading, 0 without one */
	PHL_LIST(struct task_place) tasks; /* in the order of plan->tasks */
	PHL_LIST(struct box_place) boxes;  /* by line */
	PHL_LIST(struct lines_place) lines; /* by reference, then as they stand */
	struct section_place rollback, notes;
};

/* As parse_plan(); what `out` points to lives in `scratch`, which must not be
 * reset as long as it is used.  `only`: the plan gets its tasks and keys, and no
 * title, files, references, verification, rollback, commits, notes and findings. */
struct phl_plan *parse_plan_places(struct arena *a, struct arena *scratch,
				   const char *bytes, size_t len, const char *path,
				   bool only, struct places *out);

/* The names of a key, the usual one first; NULL at the end. */
const char *const *places_key_names(enum plan_key key);

/* The key as the plan gives it, or NULL. */
const struct front_key *places_key(const struct places *p, enum plan_key key);

/* For the reader: fills in all but source and frontmatter. */
void places_fill(struct reader *r, struct body *body, int title, struct places *out);

#endif
